"""The kinds of fact a story has, on one line, each with its number; the one that is shown underlined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from tui.wording import QUIET

ALL = "all"
GAP = "   "
BEFORE, AFTER = "‹ ", " ›"


class KindBar(Widget):
    """``‹ all 113   distance 12   date 31 ›``; goes along where it is wider than the page."""

    @dataclass
    class Turned(Message):
        """A kind was clicked, so many after the current one; before it if less than none."""

        by: int

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KindBar { height: 1; margin: 0 2; }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.kinds: dict[str, int] = {}
        self.current = ALL

    def show(self, kinds: Mapping[str, int], current: str) -> None:
        """Shows the kinds, ``all`` first."""
        self.kinds = {ALL: sum(kinds.values()), **kinds}
        self.current = current
        self.refresh()

    def render(self) -> Content:
        """As many kinds as there is room for, the current one among them."""
        names = list(self.kinds)
        if not names:
            return Content("")
        first = self._first(names)
        last = self._last(names, first)
        line = Content(GAP).join(self._words(name) for name in names[first : last + 1])
        before = Content.styled(BEFORE, QUIET) if first else Content("")
        after = Content.styled(AFTER, QUIET) if last + 1 < len(names) else Content("")
        return before + line + after

    def on_click(self, event: Click) -> None:
        """Tells which kind is under the pointer; the sign at either end stands for the next that is out of sight."""
        names = list(self.kinds)
        if not names:
            return
        first = self._first(names)
        last = self._last(names, first)
        left = len(BEFORE) if first else 0
        spans = {first - 1: range(left)}
        for at in range(first, last + 1):
            width = self._words(names[at]).cell_length
            spans[at] = range(left, left + width)
            left += width + len(GAP)
        left -= len(GAP)
        if last + 1 < len(names):
            spans[last + 1] = range(left, left + len(AFTER))
        for at, span in spans.items():
            if event.x in span and names[at] != self.current:
                self.post_message(self.Turned(at - names.index(self.current)))

    def _first(self, names: list[str]) -> int:
        """The first kind shown: the nearest to the start from which the current one still fits."""
        first = names.index(self.current)
        room = self._room - self._words(names[first]).cell_length
        while first and (room := room - len(GAP) - self._words(names[first - 1]).cell_length) >= 0:
            first -= 1
        return first

    def _last(self, names: list[str], first: int) -> int:
        """The last kind that fits."""
        last = first
        room = self._room - self._words(names[first]).cell_length
        while last + 1 < len(names):
            room -= len(GAP) + self._words(names[last + 1]).cell_length
            if room < 0:
                break
            last += 1
        return last

    @property
    def _room(self) -> int:
        """Cells for kinds, room for a sign at either end left out."""
        return self.content_size.width - len(BEFORE) - len(AFTER)

    def _words(self, name: str) -> Content:
        style = "bold underline" if name == self.current else QUIET
        return Content.assemble((name, style), (f" {self.kinds[name]:,}", QUIET))
