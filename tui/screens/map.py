"""The places of a story on a map, in a list with distances, and beside what the articles say of these."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from briefings.places.checks import bearing, check_words, compass, great_circle
from briefings.places.finding import MISSING, open_gazetteer
from briefings.stories import MapCheck, MapVerdict, Place, Story
from tui.fact_rows import quoted
from tui.keymap import BACK, HELP, QUIET_QUIT
from tui.messages import FactsOfWanted
from tui.screens.story_page import StoryPage
from tui.widgets.map_view import MapView
from tui.widgets.place_map import kilometres
from tui.widgets.table import Column, Table
from tui.wording import QUIET, counted, one_line, plain

if TYPE_CHECKING:
    from briefings.compose.briefing import Briefing

COLUMNS = (Column("place"), Column("away", 9), Column("to the", 9), Column("named", 5))
CHECKS: dict[MapVerdict, tuple[str, str]] = {
    "consistent": ("✓", "bold $text-success"),
    "check": ("≈", "bold $text-warning"),
    "conflict": ("✗", "bold $text-error"),
}
NO_CHECKS = "No distance from here to another of these places is stated."
EMPTY = Content.assemble(
    ("No place of this story is on the map.\n\n", "bold"),
    "The map shows the towns and cities that the list of places with the program knows "
    "and that the articles name; this story names none of them.\n\n",
    ("  7 ", "bold $text-accent"),
    "  lists all its names, places among them\n",
    ("  3 ", "bold $text-accent"),
    "  lists its articles, and adds more",
)


class MapScreen(StoryPage):
    """Map and list; the place under the cursor is in focus on both.

    Args:
        story: the story.
    """

    PAGE = "map"
    CSS_PATH = "map.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "facts", "Facts", id="map.facts", tooltip="List the facts that name the place"),
        Binding(
            "plus,equals_sign", "zoom(1)", "Nearer", key_display="+", id="map.nearer", tooltip="Go nearer"
        ),
        Binding("minus", "zoom(-1)", "Farther", key_display="-", id="map.farther", tooltip="Go farther away"),
        Binding("0", "whole", "Whole", id="map.whole", tooltip="Show the whole scene again"),
        HELP,
        BACK,
        QUIET_QUIT,
    ]

    def body(self) -> ComposeResult:
        """Map, list and stated distances; or why there are none."""
        yield from self.top(self._note())
        yield Static(id="empty")
        with Container(id="spread"):
            yield MapView(id="map")
            with Vertical(id="beside"):
                yield Table[Place](COLUMNS, self._cells, id="places")
                yield Static(id="checks")

    def on_mount(self) -> None:
        """Starts at the place that is named most."""
        self._draw()

    async def show(self, story: Story, briefing: Briefing) -> None:
        """Shows the places of the story as they are now."""
        await super().show(story, briefing)
        self.note(self._note())
        self._draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without places there is nothing to go to."""
        return bool(self.story.places) if action in ("facts", "zoom", "whole") else True

    def action_facts(self) -> None:
        """Asks for the facts that name the place, in any of its spellings."""
        if place := self._table.current:
            forms = (name.forms for name in self.story.names if name.canonical == place.name)
            self.post_message(FactsOfWanted(self.story, quoted(next(forms, (place.name,)))))

    def action_zoom(self, step: int) -> None:
        """Goes nearer to the place under the cursor, or farther away."""
        self.query_one(MapView).zoom += step

    def action_whole(self) -> None:
        """Shows the whole scene again."""
        self.query_one(MapView).zoom = 0

    @on(Table.Reached)
    def _reached(self) -> None:
        place = self._table.current
        checks = [
            check for check in self.story.map_checks if place and place.name in (check.start, check.end)
        ]
        view = self.query_one(MapView)
        view.focus_place = place
        view.show(self.story.places, self._lines(checks))
        self.query_one("#checks", Static).update(_check_words(checks))
        self._table.refresh()

    @on(Table.Chosen)
    def _chosen(self) -> None:
        self._reached()

    def _draw(self) -> None:
        places = self.story.places
        self.query_one("#spread").display = bool(places)
        empty = self.query_one("#empty", Static)
        empty.display = not places
        if not places:
            empty.update(_why_empty())
        self._table.show(places, COLUMNS, ("", False))
        if places:
            self._table.focus()

    def _lines(self, checks: Sequence[MapCheck]) -> list[tuple[Place, Place]]:
        """The places between which a distance is stated."""
        known = {place.name: place for place in self.story.places}
        ends = ((known.get(check.start), known.get(check.end)) for check in checks)
        return [(start, end) for start, end in ends if start and end]

    def _cells(self, place: Place) -> Sequence[Content]:
        """Name, distance and direction from the place in focus, how many sentences name it."""
        focus = self._table.current or place
        km = great_circle(focus, place)
        is_here = place == focus
        return (
            plain(place.name, "bold" if is_here else ""),
            Content.styled("here" if is_here else kilometres(km), QUIET if is_here else ""),
            Content.styled("" if is_here else compass(bearing(place, focus)), QUIET),
            Content.styled(f"{place.mentions:,} ×", QUIET),
        )

    def _note(self) -> str:
        checks = len(self.story.map_checks)
        words = counted(len(self.story.places), "place")
        return f"{words} · {counted(checks, 'stated distance')}" if checks else words

    @property
    def _table(self) -> Table[Place]:
        return cast("Table[Place]", self.query_one(Table))


def _why_empty() -> Content:
    """Why there is no place to show, and what to do."""
    if open_gazetteer() is None:
        return plain(f"There is no map: {MISSING}.")
    return EMPTY


def _check_words(checks: Sequence[MapCheck]) -> Content:
    """What the articles state of distances, beside what the map says; a line each."""
    if not checks:
        return Content.styled(NO_CHECKS, QUIET)
    return Content("\n").join(
        Content.assemble(
            (f"{CHECKS[check.verdict][0]} ", CHECKS[check.verdict][1]),
            plain(_stated(check)),
            (f": {one_line(check_words(check))}", QUIET),
        )
        for check in checks
    )


def _stated(check: MapCheck) -> str:
    """``Salm 50 km west of Lorn``."""
    way = f"{check.direction} of" if check.direction else "from"
    return f"{check.start} {kilometres(check.stated)} {way} {check.end}"
