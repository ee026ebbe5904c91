"""``briefing articles``: what a story is made of."""

from __future__ import annotations

import click

from tui.console import json_line, out
from tui.options import at_desk, json_option, store_option, story_argument
from tui.records import article_record


@click.command()
@story_argument
@click.option("--text", is_flag=True, help="Also print the text as kept.")
@json_option
@store_option
@click.pass_context
def articles(ctx: click.Context, story: str | None, text: bool, as_json: bool) -> None:
    """List a story's articles: outlet, title, agency, date and how it is known, origin."""
    with at_desk(ctx) as desk:
        found = desk.story(story)
    for article in found.articles:
        if as_json:
            json_line(article_record(found, article, text))
            continue
        day = (
            f"{article.published.isoformat()} ({article.date_basis})"
            if article.published
            else "date not known"
        )
        agency = f" · {article.agency}" if article.agency else ""
        out(f"{article.source}: {article.outlet or 'outlet not known'}{agency} · {day}")
        out(f"    {article.title or '(no headline)'}")
        out(
            f"    {article.words} words, {_many(len(article.facts), 'fact')}, {_many(len(article.cut), 'line')} cut,"
            f" origin {found.origins.get(article.key, 'not known')}"
        )
        if text:
            out(f"\n{article.text}\n")


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"
