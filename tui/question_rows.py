"""An instructor's questions as rows of a table: by state, by kind, by words, and sorted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from quiz_bank.curation import Curated, State
from quiz_bank.learning.gradebook import Asked, asked_of
from quiz_bank.library import FROM_BANK
from tui.fact_rows import folded

STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True)
class QuestionRow:
    """A question and what was decided about it."""

    curated: Curated

    @property
    def id(self) -> str:
        """Its id."""
        return self.curated.question.id

    @property
    def state(self) -> State:
        """New, approved, changed or retired."""
        return self.curated.curation.state

    @property
    def kind(self) -> str:
        """The kind of answer it asks for."""
        return self.curated.question.kind

    @cached_property
    def asked(self) -> Asked:
        """What it asks, and its answer."""
        return asked_of(self.curated.question.as_json())

    @property
    def bank(self) -> str:
        """The bank it is from, empty for one made from the story."""
        claim = self.curated.question.claim
        return claim.removeprefix(FROM_BANK).partition(":")[0] if claim.startswith(FROM_BANK) else ""

    @property
    def origin(self) -> str:
        """The bank, else who printed its sentence."""
        return f"bank {self.bank}" if self.bank else self.asked.outlet

    @cached_property
    def haystack(self) -> str:
        """Everything that is searched."""
        asked = self.asked
        parts = (
            asked.kind,
            self.state,
            asked.ask,
            asked.answer,
            *asked.spellings,
            self.origin,
            asked.sentence,
        )
        return folded(" ".join(parts))


def states_of(rows: Iterable[QuestionRow]) -> dict[str, int]:
    """The states there are, each with its number."""
    found = Counter(row.state for row in rows)
    return {state: found[state] for state in STATES if found[state]}


def kinds_of(rows: Iterable[QuestionRow]) -> list[str]:
    """The kinds of answer there are, by name."""
    return sorted({row.kind for row in rows})


def matching(
    rows: Iterable[QuestionRow], state: str | None, kind: str | None, words: str
) -> list[QuestionRow]:
    """The rows of a state and of a kind, None for any, in which each of the words begins one."""
    wanted = [f" {word}" for word in folded(words).split()]
    return [
        row
        for row in rows
        if state in (None, row.state)
        and kind in (None, row.kind)
        and all(word in row.haystack for word in wanted)
    ]


def ordered(rows: Sequence[QuestionRow], column: str, backwards: bool) -> list[QuestionRow]:
    """The rows by a column of ``ORDERS``; as they are asked for no column."""
    return sorted(rows, key=ORDERS[column], reverse=backwards) if column in ORDERS else list(rows)


ORDERS: dict[str, Callable[[QuestionRow], int | str]] = {
    "state": lambda row: STATES.index(row.state),
    "kind": lambda row: row.kind,
    "question": lambda row: folded(row.asked.ask),
    "answer": lambda row: folded(row.asked.answer),
    "from": lambda row: folded(row.origin),
}
