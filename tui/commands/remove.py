"""``briefing remove``: a story, or single articles, out of the store."""

from __future__ import annotations

import click

from tui.console import out
from tui.options import at_desk, store_option


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE...]")
@click.option("--story", metavar="NAME", help="The whole story of that name.")
@store_option
@click.pass_context
def remove(ctx: click.Context, articles: tuple[str, ...], story: str | None) -> None:
    """Take out a story, or articles named by source or id. What was answered stays."""
    if bool(articles) == bool(story):
        raise click.UsageError("name articles, or a story with --story", ctx)
    with at_desk(ctx) as desk:
        if story:
            gone = desk.remove_story(story)
            out(f"{story}: removed with {gone} article{'s' * (gone != 1)}")
        else:
            for slug in desk.remove_articles(articles):
                out(f"{slug}: removed {', '.join(articles)}")
