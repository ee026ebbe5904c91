"""``briefing stories``: the shelf."""

from __future__ import annotations

import click

from tui.console import json_line, note, out, table
from tui.options import at_desk, json_option, store_option, who_option


@click.command()
@json_option
@store_option
@who_option
@click.pass_context
def stories(ctx: click.Context, as_json: bool) -> None:
    """List the stories, newest first, with counts, dates and how many questions are due and new."""
    with at_desk(ctx) as desk:
        cards = desk.stories()
    if as_json:
        for card in cards:
            json_line(
                {
                    "story": card.slug,
                    "title": card.title,
                    "articles": card.articles,
                    "facts": card.facts,
                    "claims": card.claims,
                    "questions": card.questions,
                    "due": card.due,
                    "new": card.new,
                    "as_of": card.as_of.isoformat() if card.as_of else None,
                }
            )
        return
    if not cards:
        note("no stories yet; add articles with: briefing add FILE..., or run briefing for the sample story")
        return
    head = ("story", "as of", "articles", "facts", "claims", "questions", "due", "new")
    rows = [
        (
            card.slug,
            card.as_of.isoformat() if card.as_of else "not known",
            *map(str, (card.articles, card.facts, card.claims, card.questions, card.due, card.new)),
        )
        for card in cards
    ]
    out(table([head, *rows], right=frozenset(range(2, 8))))
