"""``briefing names``: the names of a story, their spellings and places, and which may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.console import json_line, note, out
from tui.options import at_desk, json_option, store_option, story_argument
from tui.records import name_record, suggestion_record

if TYPE_CHECKING:
    from briefings.stories import MapCheck, Name, Place, Story


@click.command()
@story_argument
@click.option("--join", nargs=2, metavar="A B", help="Decide that two names are one.")
@click.option("--apart", nargs=2, metavar="A B", help="Decide that two names are not one.")
@json_option
@store_option
@click.pass_context
def names(
    ctx: click.Context,
    story: str | None,
    join: tuple[str, str] | None,
    apart: tuple[str, str] | None,
    as_json: bool,
) -> None:
    """List a story's names with their spellings and places, and those that may be one; decide about two."""
    if join and apart:
        raise click.UsageError("decide one thing at a time: --join or --apart", ctx)
    with at_desk(ctx) as desk:
        found = desk.story(story)
        if decided := join or apart:
            desk.decide_names(found.slug, *decided, joined=bool(join))
            note(f"{found.slug}: {decided[0]} and {decided[1]} are {'one' if join else 'two'}")
            found = desk.story(found.slug)
    if as_json:
        _tell_json(found)
    else:
        _tell(found)


def _tell_json(story: Story) -> None:
    places = {place.name: place for place in story.places}
    for name in story.names:
        json_line(name_record(story, name, places.get(name.canonical)))
    for pair in story.suggestions:
        json_line(suggestion_record(story, pair))


def _tell(story: Story) -> None:
    places = {place.name: place for place in story.places}
    for name in story.names:
        out(_line(name, places.get(name.canonical)))
    for check in story.map_checks:
        out(_check_line(check))
    for pair in story.suggestions:
        out(f"one name? {pair.first} / {pair.second}  ({pair.why})")
    if story.suggestions:
        note(f"decide with: briefing names {story.slug} --join A B, or --apart A B")
    if not story.places:
        _tell_missing()


def _tell_missing() -> None:
    """Says why a story has no places, where it is for want of a gazetteer."""
    from briefings.places.finding import MISSING, open_gazetteer

    if open_gazetteer() is None:
        note(f"briefing: no places: {MISSING}")


def _line(name: Name, place: Place | None) -> str:
    others = f": {', '.join(name.forms[1:])}" if len(name.forms) > 1 else ""
    where = f"  [{place.latitude:.2f}, {place.longitude:.2f} {place.country}]" if place else ""
    return f"{name.kind}  {name.canonical}{others}{where}"


def _check_line(check: MapCheck) -> str:
    from briefings.places.checks import check_words

    way = f" {check.direction} of" if check.direction else " from"
    return f"distance  {check.start} {check.stated:.0f} km{way} {check.end}: {check_words(check)}"
