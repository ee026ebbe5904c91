"""Measures that a field word names whatever the verb is: a turnout ``was``, ``reached`` or ``stood at`` its figure.

A figure of such a measure is told apart by that word alone: a speed is no speed limit, turnout no share of the vote.
The measures that an event has once (its turnout, the speed of what crashed) can be at odds between articles that
share no other word.
"""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from briefings.reconcile.words import token

MARK = "~"  # what the token of a measure begins with


class _Measure(NamedTuple):
    """A measure of one dimension, the words for it (none: any other of the dimension), and whether it is had once."""

    dimension: str
    name: str
    words: frozenset[str]
    once: bool


def _measure(dimension: str, name: str, words: str, once: bool = False) -> _Measure:
    return _Measure(dimension, name, frozenset(token(word) for word in words.split()), once)


_MEASURES = (
    _measure("share", "turnout", "turnout participation", once=True),
    _measure("share", "jobless", "unemployment jobless joblessness"),
    _measure("share", "inflation", "inflation"),
    _measure("share", "approval", "approval"),
    _measure("share", "contained", "contained containment"),
    _measure("speed", "limit", "limit maximum permitted allowed"),
    _measure("speed", "wind", "wind gust breeze"),
    _measure("speed", "speed", "", once=True),
    _measure("richter", "magnitude", "", once=True),
)
_BY_DIMENSION: dict[str, tuple[_Measure, ...]] = {
    dimension: tuple(m for m in _MEASURES if m.dimension == dimension)
    for dimension in {m.dimension for m in _MEASURES}
}
_ONCE = frozenset(MARK + m.name for m in _MEASURES if m.once)

# one of several rounds or things of a kind: their figures are not those of another
_ORDINALS = frozenset(
    map(token, ("first", "second", "third", "fourth", "fifth", "previous", "next", "final"))
)
_VEHICLES: dict[str, str] = {
    token(word): kind
    for kind, words in {
        "train": "train express locomotive tram",
        "lorry": "lorry truck tanker",
        "car": "car taxi saloon",
        "bus": "bus coach minibus",
        "ship": "ship ferry vessel boat tanker",
        "plane": "plane jet airliner aircraft helicopter",
        "motorcycle": "motorcycle motorbike",
    }.items()
    for word in words.split()
}


def measure_of(dimension: str, words: Set[str]) -> str:
    """The token of the measure that the words for what is measured name, or nothing."""
    for measure in _BY_DIMENSION.get(dimension, ()):
        if not measure.words or measure.words & words:
            return MARK + measure.name
    return ""


def is_once(measure: str) -> bool:
    """Whether an event has the measure once."""
    return measure in _ONCE


def is_one_round(one: Set[str], other: Set[str]) -> bool:
    """Whether no word for what is measured says that one is of another round or the second of a kind."""
    return one & _ORDINALS == other & _ORDINALS


def is_one_thing(measure: str, one: Set[str], other: Set[str]) -> bool:
    """Whether two figures of the measure must be those of one thing, by the words for what is measured."""
    if measure not in _ONCE:
        return False
    first, second = ({_VEHICLES[word] for word in words if word in _VEHICLES} for words in (one, other))
    return not first or not second or bool(first & second)
