"""``briefing quiz``: in the app, or line by line."""

from __future__ import annotations

from pathlib import Path

import click

from briefings.errors import BriefingError
from quiz_bank.keys import KEY_KINDS
from quiz_bank.questions import Mode
from tui.options import at_desk, output_option, store_option, story_argument, who_option
from tui.pace import settings
from tui.rounds import check_output, open_in_app, play, take_up


@click.command()
@story_argument
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(KEY_KINDS), help="Only this kind; may be repeated."
)
@click.option(
    "-n", "limit", type=click.IntRange(1, 500), help="How many questions.  [default: as set, else 10]"
)
@click.option("--mode", type=click.Choice(("type", "choice")), help="[default: as set, else type]")
@click.option(
    "--bank", metavar="NAME", help="The questions of this bank alone; `briefing bank list` names them."
)
@click.option("--due", is_flag=True, help="Only what is due for review; of every story where none is named.")
@click.option("--new", is_flag=True, help="Start over, even where a round broke off.")
@click.option("--plain", is_flag=True, help="Line by line, without the app.")
@output_option
@store_option
@who_option
@click.pass_context
def quiz(
    ctx: click.Context,
    story: str | None,
    kinds: tuple[str, ...],
    limit: int | None,
    mode: str | None,
    bank: str | None,
    due: bool,
    new: bool,
    plain: bool,
    output: Path | None,
) -> None:
    """Take a quiz on a story; every answer is kept before its verdict is shown.

    A round that broke off is taken up again, unless --new or options for another one are given.
    """
    if due and (kinds or bank):
        raise click.UsageError(f"--due and {'--kind' if kinds else '--bank'} do not go together")
    if story and bank:
        raise click.UsageError("name a story or a --bank, not both")
    config = settings(ctx)
    length = limit or config.quiz_length
    asked: Mode = "choice" if (mode or config.quiz_mode) == "choice" else "type"
    check_output(output, plain)
    with at_desk(ctx) as desk:
        slug = story if due or bank else desk.story(story).slug
        taken = None if new or kinds or limit or mode else take_up(desk, slug, bank)
        if taken is None and due:
            taken = desk.review(slug, limit=length, mode=asked, only_due=True)
        elif taken is None:
            taken = desk.start(slug, limit=length, mode=asked, kinds=kinds, bank=bank)
        if not taken.total and not due:
            raise BriefingError(f"no questions on {bank or slug}", "add articles, or leave out --kind")
        in_app = play(desk, taken, plain, output)
    if in_app:
        open_in_app(ctx, taken)
