"""How far a quiz has come: one mark for each question, filled by its verdict."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tui.wording import QUIET, VERDICTS


class ProgressLine(Static):
    """``✓ ≈ ✗ · ● ○ ○``: answered, skipped, current and still to come."""

    DEFAULT_CSS = """
    ProgressLine { height: 1; }
    """

    def show(self, verdicts: Sequence[str], total: int) -> None:
        """Draws the verdicts so far (``skipped`` for none given), then what is to come."""
        marks = [_mark(verdict) for verdict in verdicts[:total]]
        marks += [Content.styled("○", QUIET)] * (total - len(marks))
        self.update(Content(" ").join(marks))


def _mark(verdict: str) -> Content:
    if verdict in VERDICTS:
        glyph, _, style = VERDICTS[verdict]
        return Content.styled(glyph, style)
    return Content.styled("●" if verdict == "current" else "-", "bold" if verdict == "current" else QUIET)
