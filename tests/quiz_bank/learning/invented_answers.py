"""Questions and answers of our own, with any time and verdict, for everything that is reckoned from them."""

from __future__ import annotations

import random
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from quiz_bank.grading.verdicts import Verdict
from quiz_bank.keys import Key
from quiz_bank.learning.attempts import Answer
from quiz_bank.questions import Question, Source, question_id
from quiz_bank.session import Attempt

START = datetime(2031, 5, 3, 9, tzinfo=UTC)
KINDS = ("count", "distance", "date")
OUTLETS = ("Gazette", "Courier")


def made(number: int, story: str = "flood") -> Question:
    """A question of its own claim; its answer is its number."""
    claim = f"{story} claim {number}"
    kind = KINDS[number % len(KINDS)]
    key = (
        Key("date", f"20{number % 80 + 10}")
        if kind == "date"
        else Key("distance", number, "km")
        if kind == "distance"
        else Key("count", number, "bridge", text=f"{number} bridges")
    )
    outlet = OUTLETS[number % len(OUTLETS)]
    source = Source(f"{outlet} article", outlet, START.date(), 3, 9, f"It was {number}, they said.", 0)
    return Question(
        question_id(claim, "made"), story, f"What about {number}?", "", key, claim, "made", (source,)
    )


def attempt(question: Question, at: datetime, verdict: Any = "correct", **more: Any) -> Attempt:
    """An attempt at it with that verdict; ``rule``, ``answer``, ``ms`` and fields of ``Attempt`` may be named."""
    graded = Verdict(verdict, more.pop("rule", "made"), "made")
    answer = more.pop("answer", "an answer")
    return Attempt(uuid.uuid4().hex, question, answer, graded, more.pop("ms", 4000), at, **more)


def answer(number: int, days: float, verdict: str = "correct", **more: Any) -> Answer:
    """The answer to question ``number`` that many days after ``START``, as it counts."""
    question = made(number)
    fields: dict[str, Any] = {
        "uid": uuid.uuid4().hex,
        "question": question.id,
        "claim": question.claim,
        "story": question.story,
        "kind": question.kind,
        "mode": "type",
        "answer": "an answer",
        "verdict": verdict,
        "rule": "made",
        "confidence": None,
        "hints": 0,
        "ms": 4000,
        "at": START + timedelta(days=days),
    }
    return Answer(**fields | more)


def random_attempts(seed: int, count: int, questions: Sequence[Question]) -> list[Attempt]:
    """Attempts over some weeks in order of time, with every verdict, confidence, hint and pace."""
    chance = random.Random(seed)
    at, found = START, []
    for _ in range(count):
        at += timedelta(minutes=chance.expovariate(1 / 60))
        found.append(
            attempt(
                chance.choice(questions),
                at,
                chance.choices(("correct", "close", "wrong"), (7, 1, 2))[0],
                rule=chance.choices(("made", "skipped", "reported"), (30, 1, 1))[0],
                confidence=chance.choice((None, "guess", "think", "sure")),
                hints=chance.choices((0, 1), (9, 1))[0],
                ms=round(chance.lognormvariate(8.5, 0.9)),
            )
        )
    return found
