"""Forms about one question: other words, one more spelling that is right, one that is no longer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from quiz_bank.curation import Action
from tui.instructing_messages import EditAsked, EditKept, RefusedHere
from tui.screens.form import FormScreen
from tui.widgets.field import Field
from tui.wording import one_line

if TYPE_CHECKING:
    from tui.question_rows import QuestionRow


class QuestionForm(FormScreen[EditKept]):
    """One field; gives the decision once it is kept.

    Args:
        row: the question.
        note: a remark below what it asks.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", priority=True, id="question.save", tooltip="Keep it for everybody"),
    ]
    ACTION: ClassVar[Action]

    def __init__(self, row: QuestionRow, note: str) -> None:
        super().__init__(row.asked.ask, note)
        self.row = row

    def action_save(self) -> None:
        """Has it kept."""
        self.wait("Keeping it …")
        text = self.query_one(Field).value
        self.post_message(EditAsked(self, [self.row.id], self.ACTION, text))

    @on(EditKept)
    def _kept(self, event: EditKept) -> None:
        self.dismiss(event)

    @on(RefusedHere)
    def _refused(self, event: RefusedHere) -> None:
        self.refuse(event.error)


class RewordScreen(QuestionForm):
    """Other words for the question; none take them back."""

    ACTION = "reword"

    def __init__(self, row: QuestionRow) -> None:
        super().__init__(row, "The answer and what was learnt stay. Empty goes back to the first words.")

    def fields(self) -> Iterator[Widget]:
        """The words, as they are now."""
        yield Field("Ask", one_line(self.row.asked.ask), "as it was made", id="words")


class SpellingScreen(QuestionForm):
    """One more answer that is right."""

    ACTION = "add-spelling"

    def __init__(self, row: QuestionRow) -> None:
        right = ", ".join((row.asked.answer, *row.asked.spellings))
        super().__init__(row, f"Right so far: {one_line(right)}")

    def fields(self) -> Iterator[Widget]:
        """The spelling."""
        yield Field("Spelling", "", "also right, for everybody", id="words")


class DropSpellingScreen(QuestionForm):
    """One of the added spellings that is right no more; the latest is proposed."""

    ACTION = "drop-spelling"

    def __init__(self, row: QuestionRow) -> None:
        self.added = row.curated.curation.spellings
        super().__init__(row, f"Added by instructors: {one_line(', '.join(self.added))}")

    def fields(self) -> Iterator[Widget]:
        """The spelling."""
        yield Field("Drop", one_line(self.added[-1]), "one of those", id="words")

    def action_save(self) -> None:
        """Has it dropped, if it is one of them."""
        field = self.query_one(Field)
        if field.value.strip().casefold() in {one_line(each).casefold() for each in self.added}:
            super().action_save()
        else:
            field.say("that is none of them")
            field.enter()
