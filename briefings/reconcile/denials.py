"""Figures that a sentence says are wrong: ``Eight people died, not six``."""

from __future__ import annotations

import re

from briefings.extract.numbers import ONES, TENS
from briefings.facts import Fact

LOOK_AHEAD = 120  # characters of the sentence after the figure
_NOT = re.compile(r",? (?:and )?not (?:the )?(?P<number>\d[\d,.]*\d|\d|[a-z]+)\b(?! (?:only|just|yet))")
_WORDS = {**ONES, **TENS}


def denies(fact: Fact, other: Fact) -> bool:
    """Whether the fact's sentence gives its own figure in place of the other's."""
    after = fact.end - fact.sentence.start
    if fact.kind != other.kind or after < 0:
        return False
    found = _NOT.search(fact.sentence.text, after, after + LOOK_AHEAD)
    return bool(found) and _number(found["number"] if found else "") == other.value


def _number(text: str) -> float | None:
    if text[:1].isdigit():
        digits = text.replace(",", "")
        return float(digits) if digits.count(".") < 2 else None
    return _WORDS.get(text)
