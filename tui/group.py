"""The command line behind the front door: finds the command asked for and imports only that one."""

from __future__ import annotations

import importlib
import sys
from typing import NoReturn

import click

from briefings.errors import BriefingError, ExitCode
from tui.command_list import COMMANDS, OPTIONS, help_text
from tui.console import note, prepare


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
        code = cli.main(standalone_mode=False)
    except BriefingError as problem:
        note(f"briefing: {problem}")
        sys.exit(problem.code)
    except click.UsageError as problem:
        where = f" (see {problem.ctx.command_path} --help)" if problem.ctx else ""
        note(f"briefing: {problem.format_message().rstrip('.')}{where}")
        sys.exit(ExitCode.BAD_USAGE)
    except click.ClickException as problem:
        note(f"briefing: {problem.format_message()}")
        sys.exit(ExitCode.BAD_INPUT)
    except (click.Abort, KeyboardInterrupt):
        note("briefing: stopped; what was done so far is kept")
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()  # the reader left: nobody is there to be told
        sys.exit(ExitCode.DONE)
    sys.exit(code if isinstance(code, int) else ExitCode.DONE)
