"""The command line behind the front door: finds the command asked for and imports only that one."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any, NoReturn

import click

from briefings.errors import BriefingError, ExitCode
from tui.command_list import COMMANDS, OPTIONS, help_text
from tui.console import note, prepare


class _ReaderLeftError(Exception):
    """Whoever read what a command prints has closed it; click would end with code 1 for the error itself."""


class Briefing(click.Group):
    """A group that imports a command when it is called, and none for ``--help``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of a first reading."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"tui.commands.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; what it printed last is written out before its code counts."""
        try:
            told = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as problem:
            raise _ReaderLeftError from problem
        return told

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The help of the front door."""
        formatter.write(f"{help_text()}\n")


def print_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    """Prints the installed version and ends."""
    if wanted:
        from importlib.metadata import version

        click.echo(f"briefing {version('briefing-desk')}")
        ctx.exit()


@click.group(
    cls=Briefing, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option("--db", metavar="PATH", help=OPTIONS["--db PATH"])
@click.option("--as", "who", metavar="NAME", help=OPTIONS["--as NAME"])
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=print_version,
    help=OPTIONS["--version"],
)
@click.pass_context
def cli(ctx: click.Context, db: str | None, who: str | None) -> None:
    """Opens the app, or runs the command named."""
    ctx.obj = {"db": db, "who": who}
    if ctx.invoked_subcommand is None:
        from tui.commands.open import open_app

        open_app(db, who)


def run() -> NoReturn:
    """Runs the command and ends the process with its exit code; an error is one line on stderr."""
    prepare()
    try:
        code = cli.main(prog_name="briefing", standalone_mode=False)
        sys.stdout.flush()
    except BriefingError as problem:
        _fail(str(problem), problem.code)
    except click.ClickException as problem:
        _fail(
            _told(problem),
            ExitCode.BAD_USAGE if isinstance(problem, click.UsageError) else ExitCode.BAD_INPUT,
        )
    except UnicodeEncodeError as problem:  # all other text was cleaned as it came in
        _fail(f"{problem.object[:60]!a} is no text; write it in UTF-8", ExitCode.BAD_USAGE)
    except (click.Abort, KeyboardInterrupt):
        _fail("stopped; what was done so far is kept", 130)
    except (_ReaderLeftError, BrokenPipeError):
        _let_go()
        sys.exit(ExitCode.DONE)
    except OSError as problem:
        _let_go()
        where = f"{problem.filename}: " if problem.filename else ""
        _fail(
            f"{where}{problem.strerror or problem}; check the disk and the permissions", ExitCode.UNAVAILABLE
        )
    sys.exit(code if isinstance(code, int) else ExitCode.DONE)


def _fail(message: str, code: int) -> NoReturn:
    note(f"briefing: {message}")
    sys.exit(code)


def _told(problem: click.ClickException) -> str:
    """A mistake on the command line in one line."""
    ctx = problem.ctx if isinstance(problem, click.UsageError) else None
    if isinstance(problem, click.exceptions.NoArgsIsHelpError) and isinstance(
        problem.ctx.command, click.Group
    ):
        names = problem.ctx.command.list_commands(problem.ctx)
        message = f"say what to do: {', '.join(names)}"
    else:
        message = " ".join(problem.format_message().split()).rstrip(".")
    return f"{message} (see {ctx.command_path} --help)" if ctx else message


def _let_go() -> None:
    """Nothing more is written to standard output: Python would try once more at its end, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
