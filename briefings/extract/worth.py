"""Which quantities are worth a fact: those a reader could be asked, not every number in passing."""

from __future__ import annotations

from itertools import islice

from briefings.extract.figures import Figure
from briefings.extract.units import Unit
from briefings.extract.wordlist import word_set
from briefings.patterns import Pattern

IDIOMS = word_set(
    """
    life stage level front occasion count thing way reason point time another hand side day moment step
    place end kind sort type chance question answer example area respect matter sense word look idea
    case part piece bit aspect other fact hope problem option goal
    """
)
_SMALL = 12
_PAIR = 2  # "the two" are hardly ever new
_LOOK_BACK = 40  # figures
_CROWD = 10  # "dozens of" and more, not "several"
_POINTING = frozenset(("the", "these", "those", "both", "other", "latter", "all"))
_MULTIPLE = frozenset(("time", "fold"))
_ONE_AFTER = Pattern(r" (?:[a-z]+ ){0,2}after another\b")


def is_worth(text: str, figure: Figure, found: list[Figure]) -> bool:
    """Whether a figure is kept when not every quantity is asked for."""
    unit = figure.unit
    if unit is None:
        return False
    if figure.vague:
        return _is_worth_vague(unit, figure)
    if unit.kind in ("share", "money", "distance", "area", "age"):
        return True
    if unit.kind == "duration":
        return figure.qualifier is not None or text[figure.start : figure.end].lower() != "one day"
    if figure.value == 1:
        return _is_worth_one(text, figure)
    if figure.noun is not None and figure.noun.singular in _MULTIPLE:
        return False
    return not _points_back(figure, found)


def _is_worth_vague(unit: Unit, figure: Figure) -> bool:
    """Crowds and distances; times only where they are bare (``weeks-long``), not ``a few days``."""
    if unit.kind == "population":
        return figure.value >= _CROWD
    return unit.kind == "distance" or (unit.kind == "duration" and figure.qualifier != "about")


def _is_worth_one(text: str, figure: Figure) -> bool:
    """Whether ``one`` counts its noun: ``one ambulance``, but not ``one thing``, ``one of them``, ``one-time``."""
    noun = figure.noun
    if noun is None or noun.singular in IDIOMS or _ONE_AFTER.match(text, figure.end):
        return False
    return text[figure.number.end] != "-" and not text.startswith(" of ", figure.number.end)


def _points_back(figure: Figure, found: list[Figure]) -> bool:
    """Whether a small number in words only repeats what is known: ``the two countries``, ``the three men``."""
    if figure.number.digits or figure.value > _SMALL or figure.qualifier is not None:
        return False
    if figure.before[-1:] == () or figure.before[-1] not in _POINTING:
        return False
    if figure.value == _PAIR or figure.before[-1] != "the":
        return True
    known = islice(reversed(found), _LOOK_BACK)
    return any(other.value == figure.value and other.unit == figure.unit for other in known)
