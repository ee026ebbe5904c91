"""``briefing progress``: how a trainee stands."""

from __future__ import annotations

import click

from tui.console import json_line
from tui.options import at_desk, json_option, store_option, story_argument, who_option


@click.command()
@story_argument
@json_option
@store_option
@who_option
@click.pass_context
def progress(ctx: click.Context, story: str | None, as_json: bool) -> None:
    """Print what is due, what is remembered, accuracy, calibration and what goes wrong; of every story, or one."""
    from tui.plain.progress import print_progress

    with at_desk(ctx) as desk:
        found = desk.progress(story)
    if as_json:
        json_line(found.as_json())
    else:
        print_progress(found)
