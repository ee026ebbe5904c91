"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from briefings.errors import BriefingError
from briefings.facts import KINDS
from tui.pace import pace_of, settings

if TYPE_CHECKING:
    from datetime import date

    from click.shell_completion import CompletionItem

    from quiz_bank.desk import Desk

Command = TypeVar("Command", bound=Callable[..., Any])


class Day(click.ParamType["date"]):
    """A date, as 2017-11-03 or 3 November 2017."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Reads the date; a wrong one is a mistake of the command line."""
        from briefings.reading.dating import parse_given

        try:
            return parse_given(str(value))
        except BriefingError as problem:
            self.fail(str(problem), param, ctx)


class Source(click.ParamType[str]):
    """A file, a folder, or what else stands for one; every shell completes files and folders for it."""

    name = "source"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Leaves it to the shell, which knows the files."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(incomplete, type="file")]


def _remember(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.obj = {**(ctx.obj or {}), str(parameter.name): value}


def store_option(command: Command) -> Command:
    """``--db``, also after the command's name."""
    return click.option(
        "--db",
        metavar="PATH",
        expose_value=False,
        callback=_remember,
        help="The store to use: a file, or a postgresql:// URL.",
    )(command)


def who_option(command: Command) -> Command:
    """``--as``, also after the command's name."""
    return click.option(
        "--as",
        "who",
        metavar="NAME",
        expose_value=False,
        callback=_remember,
        help="Whose answers to keep and count; default: your login.",
    )(command)


def json_option(command: Command) -> Command:
    """``--json``: JSON Lines instead of text."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON Lines instead of text.")(command)


def output_option(command: Command) -> Command:
    """``-o``: the file that a round is written to at its end."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="With --plain: write how it went here at the end; .md, .txt, .csv or .jsonl.",
    )(command)


def story_argument(command: Command) -> Command:
    """The story's name; the newest story where it is left out."""
    return click.argument("story", required=False)(command)


def kind_option(command: Command) -> Command:
    """``--kind``: only facts or claims of that kind."""
    return click.option("--kind", type=click.Choice(KINDS), help="Only this kind.")(command)


@contextmanager
def at_desk(ctx: click.Context) -> Iterator[Desk]:
    """The desk the command line and the settings name, closed at the end."""
    from briefings.store.store import open_store
    from quiz_bank.desk import Desk, login_name

    config = settings(ctx)
    chosen = ctx.obj or {}
    who = chosen.get("who") or config.name or login_name()
    desk = Desk(open_store(chosen.get("db")), who, pace_of(config))
    try:
        yield desk
    finally:
        desk.close()
