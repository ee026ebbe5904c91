"""Which quantities are worth a fact: those a reader could be asked, not every number in passing."""

from __future__ import annotations

import re

from briefings.extract.figures import Figure
from briefings.extract.wordlist import word_set

_IDIOMS = word_set(
    """
    thing way reason point time another hand side day moment step place end kind sort type chance
    question answer example area respect matter sense word look idea case part piece bit aspect other
    fact hope problem option goal
    """
)
_POINTING = frozenset(("the", "these", "those", "both", "other", "latter", "all"))
_RELATIVE = re.compile(
    r"[ ,]+(?:who|that|which|of|were|was|killed|injured|wounded|arrested|accused|in|from|to|at|for"
    r"|on|with|died|have|had|are)\b"
)
_MULTIPLE = frozenset(("time", "fold"))
_ONE_AFTER = re.compile(r"[ ](?:[a-z]+ ){0,2}after another\b")


def is_worth(text: str, figure: Figure, found: list[Figure]) -> bool:
    """Whether a figure is kept when not every quantity is asked for."""
    unit = figure.unit
    if unit is None:
        return False
    if figure.vague:
        return _is_worth_vague(figure)
    if unit.kind in ("share", "money", "distance", "area", "age"):
        return True
    noun = figure.noun
    small = not figure.number.digits and figure.value <= 12
    if unit.kind == "duration":
        return not (
            figure.value == 1
            and figure.qualifier is None
            and unit.name == "day"
            and text[figure.number.start : figure.number.end].lower() == "one"
        )
    if noun is None:
        return True
    if noun.singular in _MULTIPLE:
        return False
    if figure.value == 1 and (
        noun.singular in _IDIOMS or _ONE_AFTER.match(text, figure.end) or text[figure.number.end] == "-"
    ):
        return False
    if figure.value == 1 and text[figure.number.end : figure.number.end + 4] == " of ":
        return False
    if small and figure.before[-1:] and figure.before[-1] in _POINTING and figure.qualifier is None:
        return (
            bool(_RELATIVE.match(text, noun.end))
            and noun.singular not in ("country", "side", "party", "nation", "man", "woman")
            and False
        )
    return True


def _is_worth_vague(figure: Figure) -> bool:
    unit = figure.unit
    if unit is None:
        return False
    if unit.kind == "population":
        return figure.value >= 10
    if unit.kind == "duration":
        return figure.value_max is None
    return unit.kind == "distance"
