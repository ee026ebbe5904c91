"""A figure as formats write it that know a number, a tolerance and perhaps a unit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from quiz_bank.formats.faults import BadValueError
from quiz_bank.formats.figures import Asked, figure_key
from quiz_bank.formats.foreign.marks import unit_shown
from quiz_bank.formats.foreign.outgoing import Outgoing
from quiz_bank.formats.foreign.shapes import between


@dataclass(frozen=True, slots=True)
class Plain:
    """A figure, how far off is still right, its unit or empty, and other right and wrong figures in that unit."""

    value: Decimal
    tolerance: Decimal
    unit: str
    also: tuple[Decimal, ...]
    wrong: tuple[Decimal, ...]


def plain_figure(question: Outgoing) -> Plain:
    """The figure of a question; what a number cannot say is noted."""
    key = question.key
    value, tolerance = _exact(key.value), _exact(key.tolerance or 0)
    if key.value_max is not None:
        middle = between(value, _exact(key.value_max))
        value, tolerance = middle.value, middle.tolerance
        question.note("changed", "range -> its middle, and half of it as tolerance")
    elif key.tolerance is None:
        question.note("lost", "the usual tolerance of figures: it is exact there")
    elif not key.tolerance:
        question.note("lost", "tolerance = 0: it is said by leaving it out")
    if key.qualifier and key.value_max is None:
        question.note("lost", f'the word "{key.qualifier}"')
    if key.also:
        question.note("lost", "the same figure in another unit")
    if key.unit == "fraction":
        value, tolerance = value * 100, tolerance * 100
        question.note("changed", "fraction -> percent")
    also = tuple(dict.fromkeys(other for other in _others(question, "aliases") if other != value))
    return Plain(value, tolerance, unit_shown(key), also, _others(question, "wrong"))


def _exact(value: float) -> Decimal:
    return Decimal(str(value)).normalize() + 0


def _others(question: Outgoing, name: str) -> tuple[Decimal, ...]:
    """Other figures of the question that are told in its unit; the rest is lost by name."""
    key = question.key
    which = "another right answer" if name == "aliases" else "a wrong answer"
    found = []
    for text in question.texts(name):
        try:
            read = figure_key(text, Asked(key.kind, "", "" if key.unit else "none"))
        except BadValueError:
            question.note("lost", f"{which} in other words")
            continue
        if read.unit != key.unit or read.value_max is not None:
            question.note("lost", f"{which} in another unit, or a range")
            continue
        if read.qualifier:
            question.note("lost", f'the word "{read.qualifier}"')
        found.append(_exact(read.value))
    return tuple(found)
