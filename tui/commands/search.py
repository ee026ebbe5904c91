"""``briefing search``: sentences, facts and names that hold what was sought."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tui.console import json_line, note, out
from tui.options import at_desk, json_option, store_option

if TYPE_CHECKING:
    from briefings.store.search import Passage
    from briefings.stories import Name


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--story", metavar="NAME", help="Only in this story; default: all of them.")
@json_option
@store_option
@click.pass_context
def search(ctx: click.Context, words: tuple[str, ...], story: str | None, as_json: bool) -> None:
    """Find sentences, facts and names by WORDS; spellings of one name find each other."""
    with at_desk(ctx) as desk:
        found = desk.search(" ".join(words), story)
        if story is not None and not (found.names or found.passages):
            desk.story(story)  # says which stories there are, where it is none of them
    for slug, name in found.names:
        if as_json:
            json_line(_name_record(slug, name))
        else:
            out(f"{slug}  {name.kind}: {name.canonical}  ({', '.join(name.forms)})")
    for passage in found.passages:
        if as_json:
            json_line(_passage_record(passage))
        else:
            cited = passage.label + (f", {passage.published}" if passage.published else "")
            out(f"{passage.story}  {cited}: {' '.join(passage.sentence.text.split())}")
    if not (found.names or found.passages):
        note("nothing found")


def _name_record(slug: str, name: Name) -> dict[str, Any]:
    return {"name": name.canonical, "story": slug, "kind": name.kind, "forms": list(name.forms)}


def _passage_record(passage: Passage) -> dict[str, Any]:
    return {
        "story": passage.story,
        "article": passage.article,
        "outlet": passage.label,
        "published": passage.published.isoformat() if passage.published else None,
        "start": passage.sentence.start,
        "end": passage.sentence.end,
        "sentence": passage.sentence.text,
        "marks": [list(mark) for mark in passage.marks],
        "facts": [fact.quote for fact in passage.facts],
    }
