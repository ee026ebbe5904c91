"""A table drawn line by line: only the rows in sight are worked out, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.binding import BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tui.keymap import MOVES, TURNS
from tui.widgets.cursor_holder import CursorHolder
from tui.wording import QUIET

Entry = TypeVar("Entry")
GAP = 2  # blanks between two columns
BAR = 2  # cells before the first column: the bar of the cursor and a blank
HEADS = 1  # lines of headings, which stay when the rows scroll


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: its id, and its heading.
        width: cells; 0 shares what the others leave.
    """

    name: str
    width: int = 0


class Table(ScrollView, CursorHolder, Generic[Entry], can_focus=True):
    """Rows in columns with a cursor; the columns without a width share the room.

    Args:
        columns: its columns.
        cells: what a row shows, one text a column.
        id: its id.
    """

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*MOVES, *TURNS]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"table--cursor"}
    DEFAULT_CSS = """
    Table {
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        overflow-y: auto;
        .table--cursor { background: $boost; }
    }
    """

    @dataclass
    class Reached(Message):
        """The cursor came to a row, or there is none to come to; only the last of several counts."""

        index: int

        def can_replace(self, message: Message) -> bool:
            """A key held down does not have every row shown."""
            return isinstance(message, Table.Reached)

    @dataclass
    class Chosen(Message):
        """A row was clicked."""

        index: int

    @dataclass
    class HeadingChosen(Message):
        """A heading was clicked."""

        column: str

    def __init__(
        self,
        columns: Sequence[Column],
        cells: Callable[[Entry], Sequence[Content]],
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self.columns = tuple(columns)
        self._cells = cells
        self.entries: Sequence[Entry] = ()
        self.cursor = 0
        self.sorted_by: tuple[str, bool] = ("", False)

    @property
    def current(self) -> Entry | None:
        """The row under the cursor, or None where there are no rows."""
        return self.entries[self.cursor] if self.entries else None

    def show(
        self,
        entries: Sequence[Entry],
        columns: Sequence[Column],
        sorted_by: tuple[str, bool],
        cursor: int = 0,
    ) -> None:
        """Shows other rows.

        Args:
            entries: the rows.
            columns: the columns; those ``cells`` gives texts for.
            sorted_by: name of the column they are sorted by, and whether from the last to the first.
            cursor: the row the cursor is at.
        """
        self.entries, self.columns, self.sorted_by = entries, tuple(columns), sorted_by
        self.virtual_size = Size(0, len(entries) + HEADS)
        self._go(cursor)
        self.refresh()

    @property
    def cursor_cell(self) -> Offset:
        """The first cell of the row under the cursor."""
        line = self.cursor - self.scroll_offset.y + HEADS
        return self.content_region.offset + Offset(BAR, line)

    def on_resize(self) -> None:
        """Keeps the cursor in sight."""
        self._keep_in_sight()

    def on_focus(self) -> None:
        """Shows the bar, and takes the terminal's cursor."""
        self.refresh()
        self._keep_in_sight()

    def on_blur(self) -> None:
        """Takes the bar away."""
        self.refresh()

    def on_click(self, event: Click) -> None:
        """A click on a row chooses it, on a heading sorts by it."""
        if event.y < HEADS:
            self._choose_heading(event.x)
            return
        index = event.y - HEADS + self.scroll_offset.y
        if index < len(self.entries):
            self._go(index)
            self.post_message(self.Chosen(index))

    def action_next_row(self) -> None:
        """Moves down one row."""
        self._go(self.cursor + 1)

    def action_previous_row(self) -> None:
        """Moves up one row."""
        self._go(self.cursor - 1)

    def action_first_row(self) -> None:
        """Moves to the first row."""
        self._go(0)

    def action_last_row(self) -> None:
        """Moves to the last row."""
        self._go(len(self.entries) - 1)

    def action_turn_page(self, step: int) -> None:
        """Moves a page of rows."""
        self._go(self.cursor + step * max(self.size.height - HEADS - 1, 1))

    def render_line(self, y: int) -> Strip:
        """The headings, or the row that has scrolled to this line."""
        if y < HEADS:
            return self._strip(self._headings(), is_cursor=False)
        index = y - HEADS + self.scroll_offset.y
        if index >= len(self.entries):
            return Strip.blank(self.size.width, self.rich_style)
        return self._strip(self._cells(self.entries[index]), is_cursor=index == self.cursor)

    def _strip(self, cells: Sequence[Content], is_cursor: bool) -> Strip:
        marked = is_cursor and self.has_focus
        bar = Content.styled("▌", "$text-accent") if marked else Content(" ")
        fitted = (
            cell.truncate(width, ellipsis=True, pad=True)
            for cell, width in zip(cells, self._widths, strict=True)
        )
        line = Content.assemble(bar, " ", Content(" " * GAP).join(fitted))
        style = self.visual_style
        if is_cursor:
            style += self.get_visual_style("table--cursor")
        return Visual.to_strips(self, line, self.size.width, 1, style, pad=True)[0]

    def _headings(self) -> list[Content]:
        name, backwards = self.sorted_by
        arrow = " ▾" if backwards else " ▴"
        return [
            Content.styled(f"{column.name}{arrow if column.name == name else ''}", f"bold {QUIET}")
            for column in self.columns
        ]

    @property
    def _widths(self) -> list[int]:
        """Cells of each column."""
        fixed = sum(column.width for column in self.columns)
        room = self.size.width - BAR - GAP * (len(self.columns) - 1) - fixed - 1
        sharing = [column for column in self.columns if not column.width]
        each, rest = divmod(max(room, len(sharing)), max(len(sharing), 1))
        wider = iter([1] * rest + [0] * len(sharing))
        return [column.width or each + next(wider) for column in self.columns]

    def _choose_heading(self, x: int) -> None:
        left = BAR
        for column, width in zip(self.columns, self._widths, strict=True):
            if left <= x < left + width + GAP:
                self.post_message(self.HeadingChosen(column.name))
            left += width + GAP

    def _go(self, index: int) -> None:
        before, self.cursor = self.cursor, max(0, min(index, len(self.entries) - 1))
        self._keep_in_sight()
        self.refresh(*map(self._line_of, (before, self.cursor)))
        self.post_message(self.Reached(self.cursor))

    def _line_of(self, index: int) -> Region:
        """Where the row is drawn."""
        return Region(0, index - self.scroll_offset.y + HEADS, self.size.width, 1)

    def _keep_in_sight(self) -> None:
        lines = max(self.size.height - HEADS, 1)
        top = min(self.scroll_offset.y, self.cursor)
        top = max(top, self.cursor - lines + 1)
        if top != self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, immediate=True, force=True)
        self.carry_cursor()
