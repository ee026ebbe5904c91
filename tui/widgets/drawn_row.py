"""A row whose words never change: it keeps how it looks with the focus and without."""

from __future__ import annotations

from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual

from tui.widgets.rows import Row

LOOKS = 4  # with the focus, without, and the same below the pointer


class DrawnRow(Row):
    """Lines that a subclass draws once for a width; a move of the focus paints them from what is kept."""

    DEFAULT_CSS = """
    DrawnRow { text-wrap: nowrap; text-overflow: clip; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._drawn: tuple[int, Content] | None = None
        self._looks: dict[tuple[object, ...], list[Strip]] = {}

    def draw(self, width: int) -> Content:
        """The lines, for so many cells."""
        raise NotImplementedError

    def render(self) -> Content:
        """The lines, as wide as there is room."""
        width = self.content_size.width
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = width, self.draw(width)
        return self._drawn[1]

    def render_line(self, y: int) -> Strip:
        """One of the lines in the colours of now."""
        style, size = self.visual_style, self.content_size
        look = style, size, self.app.theme
        if look not in self._looks:
            if len(self._looks) >= LOOKS:
                self._looks.clear()
            self._looks[look] = Visual.to_strips(self, self.render(), size.width, size.height, style)
        lines = self._looks[look]
        return lines[y] if y < len(lines) else Strip.blank(size.width, style.rich_style)
