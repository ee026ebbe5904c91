"""What is shown instead of a page on a terminal that is too small for it."""

from __future__ import annotations

from textual.widgets import Static

SMALLEST = (60, 16)


class TooSmall(Static):
    """Covers the page below 60 columns or 16 lines; the page shows and hides it."""

    DEFAULT_CSS = """
    TooSmall {
        display: none;
        layer: notice;
        dock: top;
        width: 100%;
        height: 100%;
        content-align: center middle;
        text-align: center;
        background: $background;
    }
    """

    def __init__(self) -> None:
        width, height = SMALLEST
        super().__init__(f"This window is too small.\nIt needs {width} x {height} or more.", markup=False)
