"""``briefing map``: the places of a story as a map, and as a list with distances."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

import click

from briefings.errors import BriefingError
from tui.console import json_line, note, out
from tui.options import at_desk, json_option, store_option, story_argument

if TYPE_CHECKING:
    from briefings.stories import Place, Story

LIST_WIDTH = 38  # columns of the list beside the map
LEAST_WIDTH, MOST_WIDTH = 40, 100  # columns of the map
RATIO = 0.4  # lines of the map a column: a cell is about twice as high as wide


@click.command("map")
@story_argument
@click.option(
    "--from", "here", metavar="PLACE", help="Where distances are counted from; default: named most."
)
@click.option("--ascii", "ascii_only", is_flag=True, help="Draw with nothing but ASCII.")
@json_option
@store_option
@click.pass_context
def map(  # noqa: A001  # a command is found under its own name
    ctx: click.Context, story: str | None, here: str | None, ascii_only: bool, as_json: bool
) -> None:
    """Draw a story's places, with the distance of each from one of them."""
    with at_desk(ctx) as desk:
        found = desk.story(story)
    if not found.places:
        note(f"{found.slug}: {_why_none()}")
        return
    focus = _place(found, here) if here else found.places[0]
    if as_json:
        _tell_json(found, focus)
    else:
        out(_drawn(found, focus, ascii_only))


def _why_none() -> str:
    from briefings.places.finding import MISSING, open_gazetteer

    return MISSING if open_gazetteer() is None else "no place of this story is on the map"


def _place(story: Story, name: str) -> Place:
    """The place of that name, in any of its spellings."""
    canonical = {form.casefold(): known.canonical for known in story.names for form in known.forms}
    wanted = canonical.get(name.casefold(), name)
    for place in story.places:
        if place.name.casefold() == wanted.casefold():
            return place
    raise BriefingError(f"{story.slug} has no place {name!r} on the map", "briefing map lists those it has")


def _tell_json(story: Story, focus: Place) -> None:
    from briefings.places.checks import bearing, great_circle

    for place in story.places:
        json_line(
            {
                "story": story.slug,
                "name": place.name,
                "latitude": place.latitude,
                "longitude": place.longitude,
                "country": place.country,
                "population": place.population,
                "mentions": place.mentions,
                "from": focus.name,
                "km": round(great_circle(focus, place), 1),
                "bearing": None if place == focus else round(bearing(place, focus), 1),
            }
        )


def _drawn(story: Story, focus: Place, ascii_only: bool) -> str:
    """The map, the list beside it, and below them the distances that the articles state."""
    from briefings.places.checks import check_words
    from tui.widgets.place_map import ASCII, Look, draw, kilometres, legible
    from tui.widgets.projection import core, view_of

    columns = shutil.get_terminal_size((80, 24)).columns
    width = max(LEAST_WIDTH, min(columns - LIST_WIDTH, MOST_WIDTH))
    rows = _rows(story.places, focus, ascii_only)
    height = max(int(width * RATIO), min(len(rows), width))
    view = view_of(core(story.places), width, height)
    if not view.holds(focus):
        view = view.nearer(0, focus)
    drawing = draw(story.places, focus, view, ASCII if ascii_only else Look(), (), ascii_only)
    beside = zip_longest(drawing.plain(), rows, fillvalue="")
    lines = [f"{left or ' ' * width}  {right}".rstrip() for left, right in beside]
    for check in story.map_checks:
        way = f"{check.direction} of" if check.direction else "from"
        stated = f"{check.start} {kilometres(check.stated)} {way} {check.end}"
        lines += ["", legible(f"{stated}: {check_words(check)}", ascii_only)]
    return "\n".join(lines)


def _rows(places: Sequence[Place], focus: Place, ascii_only: bool) -> list[str]:
    """Name, distance and direction of each place, fitted to the list's width."""
    from rich.cells import set_cell_size

    from briefings.places.checks import bearing, compass, great_circle
    from tui.widgets.place_map import kilometres, legible

    rows = []
    for place in places:
        name = set_cell_size(legible(place.name, ascii_only), 16)
        way = "" if place == focus else compass(bearing(place, focus))
        km = "here" if place == focus else kilometres(great_circle(focus, place))
        rows.append(f"{name} {km:>9} {way}".rstrip())
    return rows
