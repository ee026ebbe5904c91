"""How far a quiz has come: one mark for each question, filled by its first answer, and how many come back."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from quiz_bank.session import Phase, Quiz
from tui.widgets.feedback import glyph_of
from tui.wording import QUIET, VERDICTS


class ProgressLine(Widget):
    """``✓ ≈ ✗ ● ○ ○   ↻ 2``: first answers, the current question, those to come, how many come back."""

    DEFAULT_CSS = """
    ProgressLine { height: 1; }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._marks: tuple[Content, ...] = ()
        self._counts = Content("")
        self._note = Content("")

    def show(self, quiz: Quiz) -> None:
        """Draws where a quiz stands."""
        marks = [glyph_of(attempt) for attempt in quiz.attempts]
        if quiz.phase is Phase.ANSWERING and not quiz.is_return:
            marks.append(Content.styled("●", "bold"))
        marks += [Content.styled("○", QUIET)] * (quiz.total - len(marks))
        self._marks = tuple(marks[: quiz.total])
        self._counts = _counts(quiz)
        self._note = Content.styled(f"↻ {quiz.to_come_back} to come back", QUIET)
        if not quiz.to_come_back:
            self._note = Content("")
        self.refresh()

    def render(self) -> Content:
        """The marks with blanks between them where there is room, else without, else as counts."""
        room = self.content_size.width - (self._note.cell_length + 3 if self._note else 0)
        if 2 * len(self._marks) - 1 <= room:
            line = Content(" ").join(self._marks)
        elif len(self._marks) <= room:
            line = Content("").join(self._marks)
        else:
            line = self._counts
        return Content("   ").join((line, self._note)) if self._note else line


def _counts(quiz: Quiz) -> Content:
    parts: Sequence[Content] = [
        Content.styled(f"{VERDICTS[verdict][0]} {quiz.count(verdict)}", VERDICTS[verdict][2])
        for verdict in VERDICTS
    ]
    left = Content.styled(f"○ {quiz.total - len(quiz.attempts)}", QUIET)
    return Content("  ").join((*parts, left))
