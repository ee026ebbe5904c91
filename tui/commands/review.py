"""``briefing review``: what is due, and new claims within the day's limit."""

from __future__ import annotations

from pathlib import Path

import click

from tui.options import at_desk, output_option, store_option, story_argument, who_option
from tui.rounds import check_output, open_in_app, play, take_up

MOST = 20  # six to ten minutes


@click.command()
@story_argument
@click.option("-n", "limit", type=click.IntRange(1, 500), help=f"How many at most.  [default: {MOST}]")
@click.option("--new", is_flag=True, help="Start over, even where a review broke off.")
@click.option("--plain", is_flag=True, help="Line by line, without the app.")
@output_option
@store_option
@who_option
@click.pass_context
def review(
    ctx: click.Context, story: str | None, limit: int | None, new: bool, plain: bool, output: Path | None
) -> None:
    """Review what is due, in a story or in all, then new claims; quiz --due leaves those out."""
    check_output(output, plain)
    with at_desk(ctx) as desk:
        taken = (None if new or limit else take_up(desk, story)) or desk.review(story, limit=limit or MOST)
        in_app = play(desk, taken, plain, output)
    if in_app:
        open_in_app(ctx, taken)
