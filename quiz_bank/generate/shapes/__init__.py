"""The shapes of questions, in one table: which kinds of fact each asks for, and in what order they are tried."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefings.facts import Kind
from quiz_bank.generate.drafts import Draft, Frame, Refusal
from quiz_bank.generate.shapes import (
    acronym,
    age,
    cloze,
    deed,
    in_place,
    map_distance,
    named_year,
    pair_distance,
    role,
    when,
    which_place,
)


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to ask.

    Attributes:
        name: the template's name; part of the ids of its questions, so never changed.
        kinds: the kinds of fact it asks for.
        make: makes the draft or says why not.
    """

    name: str
    kinds: frozenset[Kind]
    make: Callable[[Frame], Draft | Refusal]


def _kinds(*kinds: Kind) -> frozenset[Kind]:
    return frozenset(kinds)


_FIGURES = _kinds("population", "count", "share", "distance", "duration", "area", "money")

SHAPES: tuple[Shape, ...] = (
    Shape("pair-distance", _kinds("distance"), pair_distance.make),
    Shape("map-distance", _kinds("distance"), map_distance.make),
    Shape("in-place", _FIGURES, in_place.make),
    Shape("when", _kinds("date"), when.make),
    Shape("named-year", _kinds("date"), named_year.make),
    Shape("role", _kinds("role"), role.make),
    Shape("deed", _kinds("role"), deed.make),
    Shape("age", _kinds("age"), age.make),
    Shape("which-place", _kinds("event"), which_place.make),
    Shape("acronym", _kinds("alias"), acronym.make),
    Shape("cloze", _FIGURES | _kinds("age"), cloze.make),
)
