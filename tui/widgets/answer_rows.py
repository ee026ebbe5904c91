"""Answers that are given on lines: one picked, several ticked, lines put in order, lines matched."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from quiz_bank.questions import Question
from tui.widgets.option_row import OptionRow
from tui.widgets.rows import Row, Rows
from tui.wording import QUIET, plain

TRUE_FALSE = ("True", "False")
MOST_BY_DIGIT = 9


def _digit(number: int) -> Binding:
    return Binding(
        str(number),
        f"digit({number})",
        "Number",
        show=False,
        id=f"answer.number.{number}",
        tooltip=f"Choose number {number}",
    )


class AnswerRows(Rows):
    """Lines to answer with; a subclass says what a digit and a click do, and what the answer is.

    Args:
        lines: what stands on them, from the top.
    """

    HOW = ""  # how an answer is given here, shown above the lines
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer", "Check", id="answer.rows.check", tooltip="Check this answer"),
        *(_digit(number) for number in range(1, MOST_BY_DIGIT + 1)),
    ]
    DEFAULT_CSS = """
    AnswerRows { height: auto; }
    """

    @dataclass
    class Given(Message):
        """An answer was given: ``graded`` is what the grader reads, ``kept`` what stands for it in the store."""

        rows: AnswerRows
        graded: str
        kept: str

    def __init__(self, lines: Sequence[str], id: str | None = None) -> None:  # noqa: A002
        self.options = [OptionRow(number, text) for number, text in enumerate(lines, 1)]
        super().__init__(*self.options, id=id)

    @property
    def at(self) -> int:
        """The place of the line under the cursor, from 0."""
        return self.options.index(self.current) if isinstance(self.current, OptionRow) else 0

    @property
    def answer(self) -> tuple[str, str]:
        """What the grader reads, and what is kept; both empty where there is no answer yet."""
        return "", ""

    def choose(self, place: int) -> None:
        """What a click on the line at a place does, from 0."""

    def judge(self, question: Question) -> None:
        """Marks what was right and what was not."""

    def action_digit(self, number: int) -> None:
        """What a digit does: the same as a click on that line."""
        if number <= len(self.options):
            self.focus_row(number - 1)
            self.choose(number - 1)

    def action_answer(self) -> None:
        """Gives the answer as it stands."""
        self.post_message(self.Given(self, *self.answer))

    @on(Row.Chosen)
    def _clicked(self, event: Row.Chosen) -> None:
        event.stop()
        if isinstance(event.row, OptionRow) and not self.disabled:
            self.choose(self.options.index(event.row))


class PickRows(AnswerRows):
    """One of the lines is the answer; a digit or a click gives it at once.

    Args:
        lines: what stands on them.
        by_number: the grader reads the number of the line, since two may read alike; else its words.
    """

    def __init__(self, lines: Sequence[str], by_number: bool = True, id: str | None = None) -> None:  # noqa: A002
        super().__init__(lines, id)
        self.by_number = by_number
        self.picked = 0

    @property
    def answer(self) -> tuple[str, str]:
        """The line that was picked."""
        text = self.options[self.picked].text
        return str(self.picked + 1) if self.by_number else text, text

    def choose(self, place: int) -> None:
        """Gives the line as the answer."""
        self.picked = place
        super().action_answer()

    def action_answer(self) -> None:
        """Gives the line under the cursor."""
        self.choose(self.at)

    def judge(self, question: Question) -> None:
        """Marks the right line, and the one that was picked instead."""
        for place, row in enumerate(self.options):
            is_right = row.text == right_line(question)
            row.mark("correct" if is_right else "wrong" if place == self.picked else "")


class TickRows(AnswerRows):
    """All the lines that apply are ticked."""

    HOW = "Tick all that apply with space or their numbers, then press enter."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Tick", id="answer.tick", tooltip="Tick this line, or take the tick away"),
    ]

    def __init__(self, lines: Sequence[str], id: str | None = None) -> None:  # noqa: A002
        super().__init__(lines, id)
        self.ticked: set[int] = set()

    def on_mount(self) -> None:
        """Shows the empty boxes."""
        for row in self.options:
            row.tick(False)

    @property
    def answer(self) -> tuple[str, str]:
        """The ticked lines; the grader reads their letters, since a line may hold commas."""
        places = sorted(self.ticked)
        return ", ".join(map(letter, places)), "; ".join(self.options[place].text for place in places)

    def choose(self, place: int) -> None:
        """Ticks a line or takes the tick away."""
        self.ticked ^= {place}
        self.options[place].tick(place in self.ticked)

    def action_tick(self) -> None:
        """Ticks the line under the cursor."""
        self.choose(self.at)

    def judge(self, question: Question) -> None:
        """Marks what should have been ticked, and what should not."""
        right = {str(each) for each in question.key.value}
        for place, row in enumerate(self.options):
            row.mark("correct" if row.text in right else "wrong" if place in self.ticked else "")


class OrderRows(AnswerRows):
    """The lines are put in order."""

    HOW = "Move a line with K and J or shift+↑ and shift+↓, or type its place; then press enter."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "K,shift+up",
            "shift(-1)",
            "Move up",
            key_display="K",
            id="answer.up",
            tooltip="Move this line up",
        ),
        Binding(
            "J,shift+down",
            "shift(1)",
            "Move down",
            show=False,
            id="answer.down",
            tooltip="Move this line down",
        ),
    ]

    def __init__(self, lines: Sequence[str], id: str | None = None) -> None:  # noqa: A002
        super().__init__(lines, id)
        self.lines = tuple(lines)
        self.order = list(range(len(lines)))

    @property
    def answer(self) -> tuple[str, str]:
        """The lines from the top; the grader reads the letters they had at first."""
        return "; ".join(map(letter, self.order)), "; ".join(self.lines[place] for place in self.order)

    def choose(self, place: int) -> None:
        """Moves the line at a place up by one."""
        self.move(place, place - 1)

    def action_digit(self, number: int) -> None:
        """Moves the line under the cursor to a place."""
        if number <= len(self.options):
            self.move(self.at, number - 1)

    def action_shift(self, step: int) -> None:
        """Moves the line under the cursor by one."""
        self.move(self.at, self.at + step)

    def move(self, old: int, new: int) -> None:
        """Moves a line to another place, and the cursor with it; beyond the ends it stays."""
        if 0 <= new < len(self.order):
            self.order.insert(new, self.order.pop(old))
            for row, place in zip(self.options, self.order, strict=True):
                row.say(plain(self.lines[place]))
            self.focus_row(new)

    def judge(self, question: Question) -> None:
        """Marks each line by its place."""
        right = [str(each) for each in question.key.value]
        for row, place, wanted in zip(self.options, self.order, right, strict=False):
            row.mark("correct" if self.lines[place] == wanted else "wrong")


class MatchRows(AnswerRows):
    """Each line is given its partner.

    Args:
        lines: the left sides.
        partners: what can be chosen for them.
    """

    HOW = "Type the number of the partner of each line, or change it with ← and →; then press enter."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,l", "turn(1)", "Change", id="answer.turn", tooltip="Take the next partner"),
        Binding(
            "left,h", "turn(-1)", "Back", show=False, id="answer.turn.back", tooltip="Take the partner before"
        ),
    ]

    def __init__(self, lines: Sequence[str], partners: Sequence[str], id: str | None = None) -> None:  # noqa: A002
        super().__init__(lines, id)
        self.partners = tuple(partners)
        self.chosen: dict[int, int] = {}

    def on_mount(self) -> None:
        """Shows that nothing is chosen."""
        for place in range(len(self.options)):
            self._show(place)

    @property
    def legend(self) -> Content:
        """The partners by number."""
        return Content("\n").join(
            Content.assemble((f"{number:>2}  ", QUIET), plain(text))
            for number, text in enumerate(self.partners, 1)
        )

    @property
    def answer(self) -> tuple[str, str]:
        """``line = partner`` for each that has one; empty while none has."""
        pairs = (
            f"{self.options[place].text} = {self.partners[chosen]}"
            for place, chosen in sorted(self.chosen.items())
        )
        told = "; ".join(pairs)
        return told, told

    def choose(self, place: int) -> None:
        """Gives a line its next partner."""
        self.focus_row(place)
        self.action_turn(1)

    def action_digit(self, number: int) -> None:
        """Gives the line under the cursor its partner, and goes on to the next."""
        if number <= len(self.partners):
            self._choose(self.at, number - 1)
            self.action_next_row()

    def action_turn(self, step: int) -> None:
        """Gives the line under the cursor the partner after this one, or before it."""
        first = -1 if step > 0 else 0
        self._choose(self.at, (self.chosen.get(self.at, first) + step) % len(self.partners))

    def judge(self, question: Question) -> None:
        """Marks each line by its partner."""
        for place, row in enumerate(self.options):
            chosen = self.chosen.get(place)
            told = self.partners[chosen] if chosen is not None else ""
            row.mark("correct" if told == str(question.key.value.get(row.text)) else "wrong")

    def _choose(self, place: int, partner: int) -> None:
        self.chosen[place] = partner
        self._show(place)

    def _show(self, place: int) -> None:
        chosen = self.chosen.get(place)
        partner = ("…", QUIET) if chosen is None else plain(self.partners[chosen], "bold")
        self.options[place].say(Content.assemble(plain(self.options[place].text), (" → ", QUIET), partner))


def letter(place: int) -> str:
    """``a`` for the first place, from 0."""
    return chr(ord("a") + place)


def right_line(question: Question) -> str:
    """The one right line of a question that is answered by picking."""
    if question.key.kind == "true-false" and question.mode == "type":
        return TRUE_FALSE[0 if question.key.value else 1]
    return question.right


def _picks(question: Question) -> AnswerRows:
    return PickRows(question.options)


def _true_or_false(question: Question) -> AnswerRows:
    return PickRows(TRUE_FALSE, by_number=False)


def _ticks(question: Question) -> AnswerRows | None:
    return TickRows(question.key.options) if isinstance(question.key.value, list | tuple) else None


def _orders(question: Question) -> AnswerRows | None:
    return OrderRows(question.key.options) if len(question.key.options) == len(question.key.value) else None


def _matches(question: Question) -> AnswerRows | None:
    partners = question.key.options
    return MatchRows([str(each) for each in question.key.value], partners) if partners else None


_BY_KIND: Mapping[str, Callable[[Question], AnswerRows | None]] = {
    "true-false": _true_or_false,
    "choice": _ticks,
    "order": _orders,
    "match": _matches,
}


def rows_for(question: Question) -> AnswerRows | None:
    """The lines a question is answered with; None where the answer is typed."""
    if question.mode == "choice":
        return _picks(question)
    make = _BY_KIND.get(question.key.kind)
    return make(question) if make else None
