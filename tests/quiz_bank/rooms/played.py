"""Questions for a room and a way to play one without a store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from quiz_bank.keys import Key
from quiz_bank.questions import Question, Source
from quiz_bank.rooms.events import Event, Kind
from quiz_bank.rooms.snapshots import snapshot
from quiz_bank.rooms.state import Room, apply, refusal
from quiz_bank.session import Quiz

NOON = datetime(2024, 5, 2, 12, tzinfo=UTC)
HOST = "ines"

SENTENCE = "The ferry to Halm runs 18 kilometres along the coast."
SPAN = SENTENCE.index("18")
SOURCE = Source(
    "a1", "Halm Gazette", date(2024, 5, 1), 100 + SPAN, 100 + SPAN + 13, SENTENCE, 100, "halm.txt"
)

QUESTIONS = (
    Question(
        "q1",
        "halm",
        "How far does the ferry to Halm run?",
        "Halm Gazette, 1 May 2024",
        Key("distance", 18, "km", text="18 kilometres", also=({"value": 11, "unit": "mile"},)),
        "c1",
        "made",
        (SOURCE,),
        why="Another paper says 20 km.",
        siblings=("q9",),
    ),
    Question(
        "q2",
        "halm",
        "Who steers the ferry?",
        "Halm Gazette, 1 May 2024",
        Key("person", name="Oda Brek", given="Oda", surname="Brek", aliases=("Captain Brek",)),
        "c2",
        "made",
        (SOURCE,),
        mode="choice",
        options=("Oda Brek", "Tove Lind", "Arn Vell"),
        right="Oda Brek",
    ),
    Question(
        "q3",
        "halm",
        "In what year was the pier built?",
        "",
        Key("date", "1987", text="1987"),
        "c3",
        "made",
        (),
    ),
)


class Play:
    """A room in memory; each deed comes a second after the one before unless told otherwise."""

    def __init__(self, questions: Iterable[Question] = QUESTIONS, **settings: Any) -> None:
        self.at = NOON
        self.log: list[Event] = []
        self.room = Room()
        kept = [snapshot(each) for each in questions]
        body: dict[str, Any] = {
            "code": "HALM",
            "host": "Ines",
            "title": "The Halm ferry",
            "questions": kept,
            "settings": settings,
        }
        assert self.do("opened", HOST, **body) == ""

    def do(self, kind: Kind, by: str = HOST, after: float = 1.0, **body: Any) -> str:
        """Lets it happen where it may; the reason where it may not."""
        self.at += timedelta(seconds=after)
        event = Event(kind, by, self.at, body, self.room.seq + 1)
        reason = refusal(self.room, event)
        if not reason:
            self.log.append(event)
            self.room = apply(self.room, event)
        return reason

    def join(self, *names: str, watching: bool = False) -> None:
        for name in names:
            assert self.do("joined", name.casefold(), name=name, watching=watching) == ""

    def ask(self) -> None:
        assert self.do("question", n=self.room.number + 1) == ""

    def answer(self, who: str, said: str, after: float = 1.0, n: int | None = None) -> str:
        number = self.room.number if n is None else n
        judged = Quiz([self.room.questions[number]]).grade(said)
        verdict = judged.verdict
        return self.do(
            "answered",
            who,
            after,
            n=number,
            answer=judged.answer,
            verdict=verdict.verdict,
            rule=verdict.rule,
            reason=verdict.reason,
        )

    def reveal(self) -> None:
        if self.room.phase.value == "asking":
            assert self.do("closed", n=self.room.number) == ""
        assert self.do("revealed", n=self.room.number) == ""
