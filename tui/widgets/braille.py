"""A drawing in a grid of terminal cells: dots, eight to a cell as braille, and text that lies over them."""

from __future__ import annotations

from itertools import groupby

from rich.cells import cell_len, get_character_cell_size

# the bits of a braille cell by line and column of its dots (Unicode, chapter 21.1)
DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
BLANK = 0x2800
ACROSS, DOWN = 2, 4  # dots of a cell

Run = tuple[str, str]


class Canvas:
    """Cells from ``(0, 0)`` at the upper left; dots are counted from there too, two by four to a cell.

    Args:
        width, height: cells.
        ascii_only: whether a cell with dots becomes a full stop, for terminals without braille.
    """

    def __init__(self, width: int, height: int, ascii_only: bool = False) -> None:
        self.width = width
        self.height = height
        self.ascii_only = ascii_only
        self._bits: dict[tuple[int, int], int] = {}
        self._styles: dict[tuple[int, int], str] = {}
        self._text: dict[tuple[int, int], Run] = {}

    def dot(self, x: float, y: float, style: str = "") -> None:
        """Sets a dot; one outside the drawing is left out."""
        cell = int(x // ACROSS), int(y // DOWN)
        if 0 <= cell[0] < self.width and 0 <= cell[1] < self.height:
            self._bits[cell] = self._bits.get(cell, 0) | DOTS[int(y % DOWN)][int(x % ACROSS)]
            self._styles[cell] = style

    def is_free(self, x: int, y: int, cells: int) -> bool:
        """Whether text of so many cells fits here, with no text in it nor in the cell on either side."""
        return (
            0 <= y < self.height
            and x >= 0
            and x + cells <= self.width
            and all((x + at, y) not in self._text for at in range(-1, cells + 1))
        )

    def put(self, x: int, y: int, text: str, style: str = "") -> None:
        """Writes text over the dots; wide characters take their two cells, marks stay with their letter."""
        for char in text:
            width = get_character_cell_size(char)
            if not width:
                if (x - 1, y) in self._text:
                    before, kept = self._text[x - 1, y]
                    self._text[x - 1, y] = (before + char, kept)
                continue
            self._text[x, y] = (char, style)
            if width == 2:  # the second cell is covered: nothing of its own is drawn there
                self._text[x + 1, y] = ("", style)
            x += width

    def write(self, x: int, y: int, text: str, style: str = "") -> bool:
        """Writes text where it is free, no dots beside it; tells whether it did."""
        cells = cell_len(text)
        if not self.is_free(x, y, cells):
            return False
        for side in (x - 1, x + cells):
            self._bits.pop((side, y), None)
        self.put(x, y, text, style)
        return True

    def lines(self) -> list[list[Run]]:
        """Each line as runs of text of one style."""
        return [
            [
                ("".join(char for char, _ in run), style)
                for style, run in groupby(
                    (self._cell(x, y) for x in range(self.width)), key=lambda cell: cell[1]
                )
            ]
            for y in range(self.height)
        ]

    def plain(self) -> list[str]:
        """Each line without styles, all as wide as the drawing."""
        return ["".join(text for text, _ in runs) for runs in self.lines()]

    def _cell(self, x: int, y: int) -> Run:
        if (x, y) in self._text:
            return self._text[x, y]
        bits = self._bits.get((x, y), 0)
        if not bits:
            return " ", ""
        return ("." if self.ascii_only else chr(BLANK + bits)), self._styles[x, y]
