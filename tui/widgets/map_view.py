"""The map on a screen: drawn anew for every size, place in focus and enlargement."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from briefings.stories import Place
from tui.widgets.place_map import Look, draw
from tui.widgets.projection import core, view_of
from tui.wording import QUIET

LOOK = Look(marked="bold $text-accent", quiet=QUIET)
NEAREST, FARTHEST = 12, -12  # steps of enlargement


class MapView(Widget):
    """Draws places; the view stays while it holds the place in focus, and else follows it."""

    DEFAULT_CSS = """
    MapView { height: 1fr; }
    """

    focus_place: reactive[Place | None] = reactive(None)
    zoom: reactive[int] = reactive(0)

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._places: Sequence[Place] = ()
        self._lines: Sequence[tuple[Place, Place]] = ()

    def show(self, places: Sequence[Place], lines: Sequence[tuple[Place, Place]]) -> None:
        """Shows these places, the most important first, some joined by lines."""
        self._places, self._lines = places, lines
        self.refresh()

    def validate_zoom(self, zoom: int) -> int:
        """Neither the whole earth nor a street is of use."""
        return max(FARTHEST, min(zoom, NEAREST))

    def render(self) -> Content:
        """The map, as wide and high as there is room."""
        width, height = self.content_size
        view = view_of(core(self._places), width, height)
        focus = self.focus_place
        if focus is not None and (self.zoom or not view.holds(focus)):
            view = view.nearer(self.zoom, focus)
        canvas = draw(self._places, focus, view, LOOK, self._lines)
        return Content("\n").join(Content.assemble(*runs) for runs in canvas.lines())
