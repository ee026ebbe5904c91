"""Right, close and wrong answers by kind of question, each row with a bar."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tui.wording import QUIET, counted

if TYPE_CHECKING:
    from quiz_bank.desk import KindScore

BAR = 20


class ScoreTable(Static):
    """A table of scores: kind, bar, how many of how many were correct."""

    DEFAULT_CSS = """
    ScoreTable { height: auto; }
    """

    def show(self, scores: Sequence[KindScore], most: int | None = None) -> None:
        """Draws one row a kind; where more than ``most``, the last line tells how many are left out."""
        most = len(scores) if most is None else most
        widest = max((len(score.kind) for score in scores), default=0)
        shown = scores if len(scores) <= most else scores[: max(most - 1, 0)]
        lines = [_row(score, widest) for score in shown]
        if left := len(scores) - len(shown):
            lines.append(Content.styled(f"and {counted(left, 'more kind')}: p tells of all", QUIET))
        words = Content("\n").join(lines)
        if not (isinstance(self.content, Content) and words.is_same(self.content)):
            self.update(words)


def _row(score: KindScore, widest: int) -> Content:
    total = score.correct + score.close + score.wrong
    full, half = _share(score.correct, total), _share(score.close, total)
    return Content.assemble(
        f"{score.kind:<{widest}}  ",
        ("━" * full, "$text-success"),
        ("╍" * half, "$text-warning"),
        ("─" * (BAR - full - half), QUIET),
        f"  {score.correct} of {total}",
        (f", {score.close} close" if score.close else "", QUIET),
    )


def _share(part: int, total: int) -> int:
    return BAR * part // total if total else 0
