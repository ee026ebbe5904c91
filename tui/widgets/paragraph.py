"""A paragraph of an article: its facts underlined, the words that count marked."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widgets import Static

from tui.passages import Span
from tui.wording import annotated

LONGEST_PARAGRAPH = 10_000


class Paragraph(Static):
    """One paragraph; a very long one is cut around its mark.

    Args:
        text: the article's text.
        span: where the paragraph stands in it.
        facts: spans of the article's facts.
    """

    def __init__(self, text: str, span: Span, facts: Sequence[Span]) -> None:
        super().__init__()
        self._text = text[span[0] : span[1]]
        self._start = span[0]
        self._facts = self._inside(facts)
        self._marks: list[Span] | None = None

    @property
    def marked(self) -> bool:
        """Whether words in it are marked."""
        return bool(self._marks)

    @property
    def line_of_mark(self) -> int:
        """The line, from 0, on which its first mark begins."""
        before = annotated(self._text[self._window[0] : self._first], (), ())
        return max(len(before.wrap(max(self.size.width, 1))) - 1, 0) if before else 0

    def mark(self, spans: Sequence[Span]) -> None:
        """Marks those of the spans, offsets in the article, that stand in the paragraph."""
        marks = self._inside(spans)
        if marks != self._marks:
            self._marks = marks
            left, right = self._window
            self.update(
                annotated(
                    self._text[left:right],
                    [(start - left, end - left) for start, end in self._facts],
                    [(start - left, end - left) for start, end in marks],
                    ("…" if left else "", "…" if right < len(self._text) else ""),
                )
            )

    @property
    def _first(self) -> int:
        return self._marks[0][0] if self._marks else 0

    @property
    def _window(self) -> Span:
        """What of the paragraph is shown."""
        if len(self._text) <= LONGEST_PARAGRAPH:
            return 0, len(self._text)
        left = max(self._first - LONGEST_PARAGRAPH // 2, 0)
        return left, left + LONGEST_PARAGRAPH

    def _inside(self, spans: Sequence[Span]) -> list[Span]:
        end = self._start + len(self._text)
        return [(a - self._start, b - self._start) for a, b in spans if self._start <= a < b <= end]
