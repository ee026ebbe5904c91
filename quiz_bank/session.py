"""One quiz from the first question to the last: what is asked, what was answered; no screen and no store in it.

An interface drives it in two steps, so that nothing is shown before it is kept. ``grade`` (or ``give_up``) makes an
attempt; once the store has it, ``keep`` moves on to feedback. ``appeal`` makes what a trainee says about her latest
answer; once the store has that, ``heed`` lets it count.

Where a quiz stands is a pure function of its questions, its seed and what was kept (see ``turns``), so that it can be
taken up again from the store at any point.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from typing import Final, Literal, get_args

from quiz_bank.grading.judge import judge
from quiz_bank.grading.verdicts import Verdict, correct, wrong
from quiz_bank.hints import hint_of
from quiz_bank.keys import Key
from quiz_bank.questions import Question
from quiz_bank.turns import Try, next_turn

Confidence = Literal["guess", "think", "sure"]
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
AppealKind = Literal["right", "undo", "report"]

#: rules that no grader decided: left unanswered, left unanswered as a bad question, overruled by the trainee
SKIPPED: Final = "skipped"
REPORTED: Final = "reported"
OVERRULED: Final = "overruled"
_GIVEN_UP = {SKIPPED: "not answered", REPORTED: "reported as a bad question, not counted"}


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
        answer: as typed; for a choice the text of the option; empty where it was given up.
        verdict: the judgement with its rule and reason.
        ms: milliseconds from the question's appearance to the answer.
        at: when, in UTC.
        confidence: how sure the trainee said she was, before it was judged; None where she was not asked.
        hints: how many hints she saw first.
        round_uid: the round it belongs to, None outside one.
    """

    uid: str
    question: Question
    answer: str
    verdict: Verdict
    ms: int
    at: datetime
    confidence: Confidence | None = None
    hints: int = 0
    round_uid: str | None = None


@dataclass(frozen=True, slots=True)
class Appeal:
    """What a trainee says about an attempt: I was right, take it back, or this is a bad question."""

    attempt_uid: str
    kind: AppealKind
    text: str
    at: datetime


class Quiz:
    """A quiz over a fixed list of questions.

    Args:
        questions: in the order they are asked.
        clock: seconds, for the time an answer took.
        returning: whether misses come back until they were right once.
        round_uid: the round its attempts are kept under.
        seed: decides when misses come back.
        kept: attempts of this round that the store has already, oldest first.
        appeals: those made about them.

    Attributes:
        phase: where it stands.
        skipped: questions left without an attempt.
    """

    def __init__(
        self,
        questions: Sequence[Question],
        clock: Callable[[], float] = time.monotonic,
        *,
        returning: bool = False,
        round_uid: str | None = None,
        seed: int = 0,
        kept: Iterable[Attempt] = (),
        appeals: Iterable[Appeal] = (),
    ) -> None:
        self.questions = tuple(questions)
        self.returning = returning
        self.round_uid = round_uid
        self.seed = seed
        self.skipped: list[Question] = []
        self._clock = clock
        said = tuple(appeals)
        self._kept = with_appeals(kept, said)
        self._reported = {appeal.attempt_uid for appeal in said if appeal.kind == "report"}
        self._shown_hints = 0
        self._turn: Question | None = None
        self.phase = Phase.ANSWERING
        self._go_on()

    @property
    def attempts(self) -> list[Attempt]:
        """The first answer to each question, in order; what came back does not count again."""
        firsts: dict[str, Attempt] = {}
        for attempt in self._kept:
            firsts.setdefault(attempt.question.id, attempt)
        return list(firsts.values())

    @property
    def returns(self) -> list[Attempt]:
        """The answers to questions that came back, in order."""
        firsts = {attempt.uid for attempt in self.attempts}
        return [attempt for attempt in self._kept if attempt.uid not in firsts]

    @property
    def is_return(self) -> bool:
        """Whether the current question was asked in this quiz before."""
        return any(
            attempt.question.id == self.current.id
            for attempt in (self._kept[:-1] if self.phase is Phase.FEEDBACK else self._kept)
        )

    @property
    def number(self) -> int:
        """The number of the current question among those asked for the first time, from 1."""
        begun = len(self.attempts) + len(self.skipped)
        is_new = self.phase is Phase.ANSWERING and not self.is_return
        return max(1, min(begun + is_new, self.total))

    @property
    def total(self) -> int:
        """How many questions the quiz has."""
        return len(self.questions)

    @property
    def to_come_back(self) -> int:
        """How many questions were missed and not right since."""
        latest = {attempt.question.id: attempt for attempt in self._kept}
        return sum(not self._is_settled(each) for each in latest.values()) if self.returning else 0

    @property
    def current(self) -> Question:
        """The question on show; after the end the last one. IndexError for an empty quiz."""
        return self._turn or self.questions[-1]

    @property
    def last(self) -> Attempt | None:
        """The latest kept attempt; its verdict is that after an appeal."""
        return self._kept[-1] if self._kept else None

    def grade(self, answer: str, confidence: Confidence | None = None) -> Attempt:
        """Judges an answer to the current question; changes nothing.

        In choice mode a number from 1 stands for the option at that place.
        """
        question = self.current
        said = chosen_option(question, answer)
        return self._attempt(said, _verdict(question, said), confidence)

    def give_up(self, rule: Literal["skipped", "reported"] = SKIPPED) -> Attempt:
        """An attempt without an answer: skipped, or left as a bad question; changes nothing."""
        return self._attempt("", wrong(rule, _GIVEN_UP[rule]), None)

    def hint(self) -> str:
        """A hint for the current question, and counts it; empty where there is none."""
        told = hint_of(self.current) if self.phase is Phase.ANSWERING else ""
        self._shown_hints = max(self._shown_hints, int(bool(told)))
        return told

    def keep(self, attempt: Attempt) -> None:
        """Takes up an attempt that the store has kept, and shows its feedback."""
        if self.phase is Phase.ANSWERING:
            self._kept.append(attempt)
            self._turn = attempt.question
            self.phase = Phase.FEEDBACK

    def appeal(self, kind: AppealKind, text: str = "") -> Appeal | None:
        """What a trainee says about her latest answer; changes nothing. None where there is no answer."""
        last = self.last
        return None if last is None else Appeal(last.uid, kind, text, datetime.now(UTC))

    def heed(self, appeal: Appeal) -> None:
        """Lets an appeal count that the store has kept.

        ``right`` makes the answer correct, ``undo`` takes it back and asks the question again; a question that was
        reported does not come back.
        """
        if appeal.kind == "report":
            self._reported.add(appeal.attempt_uid)
        taken_back = appeal.kind == "undo" and any(each.uid == appeal.attempt_uid for each in self._kept)
        self._kept = with_appeals(self._kept, (appeal,))
        if taken_back or (appeal.kind == "right" and self.phase is Phase.ANSWERING):
            self._go_on()

    def skip(self) -> None:
        """Leaves the current question unanswered without an attempt, and goes on."""
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
        """How many questions got this verdict at the first answer."""
        return sum(attempt.verdict.verdict == verdict for attempt in self.attempts)

    def _attempt(self, answer: str, verdict: Verdict, confidence: Confidence | None) -> Attempt:
        ms = max(0, round((self._clock() - self._shown) * 1000))
        return Attempt(
            uuid.uuid4().hex,
            self.current,
            answer,
            verdict,
            ms,
            datetime.now(UTC),
            confidence,
            self._shown_hints,
            self.round_uid,
        )

    def _is_settled(self, attempt: Attempt) -> bool:
        """Whether its question need not come back: it was right, or it is a bad question."""
        return is_right(attempt) or attempt.verdict.rule == REPORTED or attempt.uid in self._reported

    def _go_on(self) -> None:
        left_out = {question.id for question in self.skipped}
        asked = [question for question in self.questions if question.id not in left_out]
        tries = [
            Try(each.question.id, self._is_settled(each), each.confidence == "sure") for each in self._kept
        ]
        turn = next_turn(asked, tries, self.seed, self.returning)
        self.phase = Phase.DONE if turn is None else Phase.ANSWERING
        self._turn = turn or self._turn
        self._shown_hints = 0
        self._shown = self._clock()


def is_right(attempt: Attempt) -> bool:
    """Whether it got the full mark."""
    return attempt.verdict.verdict == "correct"


def with_appeals(attempts: Iterable[Attempt], appeals: Iterable[Appeal]) -> list[Attempt]:
    """The attempts as they count: without those taken back, with those overruled as correct."""
    said = {(appeal.attempt_uid, appeal.kind) for appeal in appeals}
    return [
        replace(attempt, verdict=correct(OVERRULED, "you said you were right"))
        if (attempt.uid, "right") in said
        else attempt
        for attempt in attempts
        if (attempt.uid, "undo") not in said
    ]


def _verdict(question: Question, said: str) -> Verdict:
    """A choice is judged by its options: a near miss of the figure is still the wrong one."""
    if question.mode != "choice":
        return judge(question.key, said, question.ask)
    if said in question.options and question.right in question.options:
        says = f"the right answer is {question.right}"
        return correct("choice", says) if said == question.right else wrong("other-choice", says)
    return judge(Key("choice", value=question.right, options=question.options), said, question.ask)


def chosen_option(question: Question, answer: str) -> str:
    """The option a number stands for in a choice question; any other answer as it is."""
    places = {str(place): option for place, option in enumerate(question.options, 1)}
    return places.get(answer.strip().rstrip(".)"), answer) if question.mode == "choice" else answer
