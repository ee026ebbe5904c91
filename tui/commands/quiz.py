"""``briefing quiz``: in the app, or line by line."""

from __future__ import annotations

import click

from briefings.errors import BriefingError
from quiz_bank.keys import KEY_KINDS
from tui.console import is_terminal
from tui.options import at_desk, store_option, story_argument, who_option


@click.command()
@story_argument
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(KEY_KINDS), help="Only this kind; may be repeated."
)
@click.option(
    "-n", "limit", type=click.IntRange(1, 500), default=10, show_default=True, help="How many questions."
)
@click.option("--mode", type=click.Choice(("type", "choice")), default="type", show_default=True)
@click.option("--plain", is_flag=True, help="Line by line, without the app.")
@store_option
@who_option
@click.pass_context
def quiz(
    ctx: click.Context, story: str | None, kinds: tuple[str, ...], limit: int, mode: str, plain: bool
) -> None:
    """Take a quiz on a story; every answer is kept before its verdict is shown."""
    with at_desk(ctx) as desk:
        slug = desk.story(story).slug
        taken = desk.start(slug, limit=limit, mode="choice" if mode == "choice" else "type", kinds=kinds)
        if not taken.total:
            raise BriefingError(f"no questions on {slug}", "add articles, or leave out --kind")
        if plain or not is_terminal():
            from tui.plain.quiz import run_quiz

            run_quiz(desk, taken)
            return
    from tui.app import run

    run((ctx.obj or {}).get("db"), (ctx.obj or {}).get("who"), taken)
