"""What the grader says of one answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["correct", "close", "wrong"]
_RANK: dict[Level, int] = {"wrong": 0, "close": 1, "correct": 2}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judgement.

    Attributes:
        verdict: ``correct``, ``close`` (true but incomplete, or nearly right) or ``wrong``.
        rule: the short name of the rule that decided; every name stands in ``rules.RULES``.
        reason: one clause in plain words that a trainee learns from.
    """

    verdict: Level
    rule: str
    reason: str

    @property
    def rank(self) -> int:
        """2 for correct, 1 for close, 0 for wrong."""
        return _RANK[self.verdict]


def correct(rule: str, reason: str) -> Verdict:
    """A full mark."""
    return Verdict("correct", rule, reason)


def close(rule: str, reason: str) -> Verdict:
    """Nearly right: no full mark."""
    return Verdict("close", rule, reason)


def wrong(rule: str, reason: str) -> Verdict:
    """No mark."""
    return Verdict("wrong", rule, reason)


def best(verdicts: Iterable[Verdict]) -> Verdict:
    """The kindest of several verdicts, the first one where several are equal; there must be one at least."""
    return max(verdicts, key=lambda verdict: verdict.rank)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """The harshest of several verdicts, the first one where several are equal; there must be one at least."""
    return min(verdicts, key=lambda verdict: verdict.rank)
