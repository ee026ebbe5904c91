"""Where a statement stands: outlet, date, and the sentence with the words that count; several sources in turn."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.passages import Passage
from tui.wording import QUIET, citation, marked, plain, standing_glyph

NO_SOURCE = Content.styled("This line is about the sources; it rests on no one sentence.", QUIET)


class SourcePane(VerticalScroll, can_focus=False):
    """Shows one of the passages a statement rests on."""

    DEFAULT_CSS = """
    SourcePane {
        height: auto;
        padding: 1 2;
        background: $surface;
        scrollbar-size-vertical: 1;
        Static { height: auto; }
    }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._passages: tuple[Passage, ...] = ()
        self._index = 0
        self._standing = ""

    def compose(self) -> ComposeResult:
        """One text: citation, sentence, standing."""
        yield Static()

    @property
    def passage(self) -> Passage | None:
        """The passage on show, or None."""
        return self._passages[self._index] if self._passages else None

    def show(self, passages: Sequence[Passage], standing: str) -> None:
        """Shows the first of the passages, and how the statement stands."""
        self._passages, self._index, self._standing = tuple(passages), 0, standing
        self._draw()

    def turn(self, step: int) -> None:
        """Goes on to the next source, or back; round at the ends."""
        if self._passages:
            self._index = (self._index + step) % len(self._passages)
            self._draw()

    def _draw(self) -> None:
        parts = [self._footing()]
        if passage := self.passage:
            parts = [citation(passage.article), marked(passage.text, passage.spans_within), *parts]
        else:
            parts = [NO_SOURCE, *parts]
        self.query_one(Static).update(Content("\n\n").join(part for part in parts if part))
        self.scroll_home(animate=False)

    def _footing(self) -> Content:
        total = len(self._passages)
        standing = f"{standing_glyph(self._standing)} {self._standing}" if self._standing else ""
        turn = f"source {self._index + 1} of {total} (n, N)" if total > 1 else ""
        return plain(" · ".join(filter(None, (standing, turn))), QUIET)
