"""One quiz from the first question to the last: what is asked, what was answered; no screen in it.

An interface drives it in two steps a question, so that nothing is shown before it is kept: ``grade`` judges
the answer and gives the attempt to store; once the store has it, ``keep`` moves on to feedback.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from quiz_bank.grading.judge import judge
from quiz_bank.grading.verdicts import Verdict
from quiz_bank.keys import Key
from quiz_bank.questions import Question


class Phase(Enum):
    """Where a quiz stands."""

    ANSWERING = "answering"
    FEEDBACK = "feedback"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer to one question, append-only.

    Attributes:
        uid: chosen here, before it is sent to the store, so that a retry never counts twice.
        question: what was asked.
        answer: as typed; for a choice the text of the option.
        verdict: the judgement with its rule and reason.
        ms: milliseconds from the question's appearance to the answer.
        at: when, in UTC.
    """

    uid: str
    question: Question
    answer: str
    verdict: Verdict
    ms: int
    at: datetime


class Quiz:
    """A quiz over a fixed list of questions.

    Args:
        questions: in the order they are asked.
        clock: seconds, for the time an answer took.
    """

    def __init__(self, questions: Sequence[Question], clock: Callable[[], float] = time.monotonic) -> None:
        self.questions = tuple(questions)
        self.attempts: list[Attempt] = []
        self.skipped: list[Question] = []
        self.phase = Phase.ANSWERING if self.questions else Phase.DONE
        self._clock = clock
        self._index = 0
        self._shown = clock()

    @property
    def number(self) -> int:
        """The current question's number, from 1."""
        return min(self._index + 1, self.total)

    @property
    def total(self) -> int:
        """How many questions the quiz has."""
        return len(self.questions)

    @property
    def current(self) -> Question:
        """The question on show; after the end the last one. IndexError for an empty quiz."""
        return self.questions[min(self._index, self.total - 1)]

    @property
    def last(self) -> Attempt | None:
        """The latest kept attempt."""
        return self.attempts[-1] if self.attempts else None

    def grade(self, answer: str) -> Attempt:
        """Judges an answer to the current question; changes nothing.

        In choice mode a number from 1 stands for the option at that place.
        """
        question = self.current
        said = chosen_option(question, answer)
        verdict = judge(_key(question), said, question.ask)
        ms = max(0, round((self._clock() - self._shown) * 1000))
        return Attempt(uuid.uuid4().hex, question, said, verdict, ms, datetime.now(UTC))

    def keep(self, attempt: Attempt) -> None:
        """Takes up an attempt that the store has kept, and shows its feedback."""
        if self.phase is Phase.ANSWERING:
            self.attempts.append(attempt)
            self.phase = Phase.FEEDBACK

    def skip(self) -> None:
        """Leaves the current question unanswered and goes on."""
        if self.phase is Phase.ANSWERING:
            self.skipped.append(self.current)
            self._go_on()

    def advance(self) -> None:
        """Goes on from feedback to the next question, or to the end."""
        if self.phase is Phase.FEEDBACK:
            self._go_on()

    def stop(self) -> None:
        """Ends the quiz early; what was answered stays."""
        self.phase = Phase.DONE

    def count(self, verdict: str) -> int:
        """How many answers got this verdict."""
        return sum(attempt.verdict.verdict == verdict for attempt in self.attempts)

    def _go_on(self) -> None:
        self._index += 1
        self.phase = Phase.ANSWERING if self._index < self.total else Phase.DONE
        self._shown = self._clock()


def _key(question: Question) -> Key:
    """A choice is judged by its options: a near miss of the figure is still the wrong one."""
    if question.mode == "choice":
        return Key("choice", value=question.right, options=question.options)
    return question.key


def chosen_option(question: Question, answer: str) -> str:
    """The option a number stands for in a choice question; any other answer as it is."""
    places = {str(place): option for place, option in enumerate(question.options, 1)}
    return places.get(answer.strip().rstrip(".)"), answer) if question.mode == "choice" else answer
