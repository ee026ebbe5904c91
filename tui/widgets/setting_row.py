"""The lines of the panel before a quiz: something to start, something to change, something to tick."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.widgets.rows import Row
from tui.wording import QUIET, plain, split_line

LABEL = 12  # cells


class StartRow(Row):
    """A way to begin.

    Args:
        name: what it is called.
        note: what it begins with, at the right edge.
        goes_on: whether it takes up the round that broke off.
    """

    def __init__(self, name: str, note: str, goes_on: bool = False) -> None:
        super().__init__()
        self.label = name
        self.note = note
        self.goes_on = goes_on

    def render(self) -> Content:
        """Name and note."""
        return split_line(plain(self.label, "bold"), plain(self.note, QUIET), self.content_size.width)


class SettingRow(Row):
    """One thing to choose, its values in turn.

    Args:
        label: what is chosen.
        values: what it may be, in words.
        at: the place of the value it has at first.
        id: its id.
    """

    def __init__(self, label: str, values: Sequence[str], at: int, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.label = label
        self.values = tuple(values)
        self.at = at

    def render(self) -> Content:
        """``Questions   ‹ 10 ›``."""
        value = plain(self.values[self.at], "bold").truncate(
            max(self.content_size.width - LABEL - 4, 1), ellipsis=True
        )
        return Content.assemble((f"{self.label:<{LABEL}}", QUIET), ("‹ ", QUIET), value, (" ›", QUIET))

    def turn(self, step: int) -> None:
        """Takes the next value, or the one before; round at the ends."""
        self.at = (self.at + step) % len(self.values)
        self.refresh()


class KindRow(Row):
    """A kind of answer that is asked for, or not.

    Args:
        kind: its name.
        count: how many questions ask for it.
    """

    def __init__(self, kind: str, count: int) -> None:
        super().__init__()
        self.kind = kind
        self.count = count
        self.ticked = True

    def render(self) -> Content:
        """``[x] distance  4``."""
        box = ("[x] ", "bold") if self.ticked else ("[ ] ", QUIET)
        return Content.assemble(box, self.kind, (f"  {self.count:,}", QUIET))

    def tick(self, ticked: bool) -> None:
        """Asks for it, or not."""
        self.ticked = ticked
        self.refresh()
