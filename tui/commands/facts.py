"""``briefing facts``: every fact of a story with its span."""

from __future__ import annotations

import click

from briefings.stories import Mention
from tui.console import json_line, out
from tui.options import at_desk, json_option, kind_option, store_option, story_argument
from tui.records import fact_record


@click.command()
@story_argument
@kind_option
@json_option
@store_option
@click.pass_context
def facts(ctx: click.Context, story: str | None, kind: str | None, as_json: bool) -> None:
    """List every fact of a story, in the order of its articles."""
    with at_desk(ctx) as desk:
        found = desk.story(story)
    for article in found.articles:
        for fact in article.facts:
            if kind and fact.kind != kind:
                continue
            if as_json:
                json_line(fact_record(found, Mention(article.key, fact)))
            else:
                what = f"  ({fact.what})" if fact.what else ""
                out(
                    f"{article.label} {fact.start}-{fact.end}  {fact.kind}: {' '.join(fact.quote.split())}{what}"
                )
