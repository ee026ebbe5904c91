"""``briefing show``: the briefing, as text, Markdown, one HTML page or JSON."""

from __future__ import annotations

import click

from tui.console import out
from tui.options import at_desk, store_option, story_argument


@click.command()
@story_argument
@click.option(
    "--format", "shape", type=click.Choice(("text", "md", "html", "json")), default="text", show_default=True
)
@click.option(
    "--words", type=click.IntRange(50, 5000), default=450, show_default=True, help="How long, in words."
)
@store_option
@click.pass_context
def show(ctx: click.Context, story: str | None, shape: str, words: int) -> None:
    """Print a story's briefing: every line with its sources."""
    from briefings.compose import as_json, compose, html_page, markdown, plain

    with at_desk(ctx) as desk:
        found = desk.story(story)
    briefing = compose.compose(found, words)
    if shape == "json":
        out(as_json.one_line(as_json.to_json(briefing, found)))
    elif shape == "html":
        out(html_page.render(briefing, found).rstrip("\n"))
    else:
        out(plain.render(briefing) if shape == "text" else markdown.render(briefing))
