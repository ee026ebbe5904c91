"""A list whose rows are widgets: the focused row carries a bar at its left, so that it shows without colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.events import Click, DescendantBlur, DescendantFocus
from textual.message import Message
from textual.reactive import Reactive

from tui.keymap import MOVES, TURNS
from tui.widgets.cursor_holder import CursorHolder


class Row(CursorHolder, can_focus=True):
    """One row; focus moves from row to row, a click chooses it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Row {
        height: auto;
        padding: 0 1;
        border-left: blank;
        &:hover { background: $boost; }
        &:focus { border-left: outer $accent; background: $boost; }
    }
    """

    auto_links: Reactive[bool] = Reactive(False)  # no row holds links that Textual would have to style

    @dataclass
    class Reached(Message):
        """The row got the focus; told to the screen itself."""

        row: Row

    @dataclass
    class Chosen(Message):
        """The row was clicked."""

        row: Row

    def on_focus(self) -> None:
        """Tells the screen, unless the row was taken away meanwhile."""
        if self.is_attached:
            self.screen.post_message(self.Reached(self))

    def on_click(self, event: Click) -> None:
        """A click chooses the row."""
        self.post_message(self.Chosen(self))


class Rows(VerticalScroll, can_focus=False):
    """Scrolling rows with the keys that move among them."""

    BINDINGS: ClassVar[list[BindingType]] = [*MOVES, *TURNS]
    DEFAULT_CSS = """
    Rows { scrollbar-size-vertical: 1; }
    """

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Goes no further: a row says itself that it was reached."""
        event.stop()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Goes no further."""
        event.stop()

    @property
    def rows(self) -> list[Row]:
        """Its rows from top to bottom."""
        return [child for child in self.children if isinstance(child, Row)]

    @property
    def current(self) -> Row | None:
        """The row that has the focus, or None."""
        focused = self.screen.focused
        return focused if isinstance(focused, Row) and focused in self.rows else None

    def action_next_row(self) -> None:
        """Moves down one row."""
        self._move(1)

    def action_previous_row(self) -> None:
        """Moves up one row."""
        self._move(-1)

    def action_first_row(self) -> None:
        """Moves to the first row."""
        self.focus_row(0)

    def action_last_row(self) -> None:
        """Moves to the last row."""
        self.focus_row(len(self.rows) - 1)

    def action_turn_page(self, step: int) -> None:
        """Moves about as many rows as are in sight."""
        if current := self.current:
            height = max(current.outer_size.height + current.styles.margin.bottom, 1)
            self._move(step * max(self.size.height // height - 1, 1))

    def focus_row(self, index: int) -> None:
        """Gives the focus to the row at ``index``, or to the nearest; at the first shows what stands above it."""
        if rows := self.rows:
            row = rows[max(0, min(index, len(rows) - 1))]
            self.screen.set_focus(row, scroll_visible=False)
            if self.max_scroll_y or not row.size:  # else all rows are in sight
                self.call_after_refresh(self._bring, row)
                if index <= 0:
                    self.call_after_refresh(self.scroll_home, animate=False)

    def on_resize(self) -> None:
        """Keeps the row with the focus in sight."""
        if current := self.current:
            self.call_after_refresh(self._bring, current)

    def _bring(self, row: Row) -> None:
        """Scrolls as little as brings the row in sight, at once, so that the terminal's cursor finds it there."""
        if row.has_focus:
            self.scroll_to_region(
                row.virtual_region, spacing=row.styles.margin, animate=False, immediate=True
            )
            row.call_after_refresh(row.carry_cursor)

    def focus_section(self, step: int) -> None:
        """Gives the focus to the first row below the next heading, or below the one before."""
        starts = list(self._starts())
        at = self.rows.index(self.current) if self.current else 0
        here = max((start for start in starts if start <= at), default=0)
        beyond = [start for start in starts if (start > at if step > 0 else start < here)]
        if beyond:
            self.focus_row(beyond[0] if step > 0 else beyond[-1])

    def _starts(self) -> Iterator[int]:
        """Indexes of the rows that stand first below a heading."""
        index, is_first = 0, True
        for child in self.children:
            if isinstance(child, Row):
                if is_first:
                    yield index
                index, is_first = index + 1, False
            elif child.has_class("heading"):
                is_first = True

    def _move(self, step: int) -> None:
        rows, current = self.rows, self.current
        self.focus_row(rows.index(current) + step if current else 0)
