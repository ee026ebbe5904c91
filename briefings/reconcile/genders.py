"""Whether a pronoun can stand for the one person of the sentences before it: he is no she, and she may be a ship."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HE = re.compile(r"\b(?:[Hh]e|him|[Hh]is|himself|Mr|Sir)\b")
_SHE = re.compile(r"\b(?:[Ss]he|[Hh]er|hers|herself|Mrs|Ms|Miss|Lady)\b")
_VESSEL = re.compile(
    r"\b(?:ship|tanker|vessel|ferry|yacht|boat|liner|trawler|freighter|frigate|submarine|destroyer)s?\b",
    re.IGNORECASE,
)
_OF_HER = frozenset(("she", "her", "hers", "herself"))


def may_be(pronoun: str, told: Iterable[str]) -> bool:
    """Whether nothing in the sentences from the one that names somebody on says that the pronoun is not theirs."""
    mine, others = (_SHE, _HE) if pronoun.casefold() in _OF_HER else (_HE, _SHE)
    texts = list(told)
    if mine is _SHE and any(_VESSEL.search(text) for text in texts):
        return False
    return not any(others.search(text) and not mine.search(text) for text in texts)
