"""Bare numbers that are ages: ``aged 13``, ``Mary Orlo, 53,``, ``the captain, 58,``, ``children under five``."""

from __future__ import annotations

import re

from briefings.extract.calendar_words import MONTHS, WEEKDAYS
from briefings.extract.figures import Figure
from briefings.extract.people_words import is_people
from briefings.patterns import Pattern

OLDEST = 119  # years
_AGED = Pattern(
    r"\b(?:(?:aged|ages?)(?: between| about| around| just| only| from| under| over)?(?: of)?|turn(?:ed|s|ing)"
    r"|(?:children|people|those|anyone|adults|men|women|girls|boys|youths|residents|voters|drivers|kids|babies)"
    r" (?:under|over|younger than|older than|above|below|between)"
    r"|(?:children|sons?|daughters?|twins|boys?|girls?|brothers?|sisters?) (?:is|are|was|were)) \Z",
    re.I,
)
_LIMIT = Pattern(r"(?:^|[a-z,(] )(?<!to )(?<!by )(?<!at )(?<!of )(?:under|over|aged) \Z", re.I)
_IS = Pattern(r"\b(?:he|she|who) (?:is|was|would have been)(?: now| just| only| aged)? \Z", re.I)
_NAME = Pattern(
    r"(?:[A-Z][\w.'’-]+ )(?:(?:[A-Z]\.|[a-z]{2,3}|[A-Z][\w.'’-]+) ){0,2}[A-Z][\w'’-]+,? ?\(?\Z"
    r"|(?:Mr|Mrs|Ms|Miss|Dr|[a-z]{3,}) [A-Z][\w'’-]+, \Z"
)
_CALLING = Pattern(r"(?:\A|[ \n\"“])(?P<who>[A-Za-z][a-z]+), \Z")
_AFTER = Pattern(r"[,.;)]| (?:from|of|who|and)\b|\Z")
_ENDS = Pattern(r"[,.;)]|\Z")
_LISTED = frozenset((", ", " and ", ", and ", " or "))
_LIMITS = frozenset(
    (10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 23, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80)
)


def is_age(text: str, figure: Figure, found: list[Figure]) -> bool:
    """Whether a number with no unit of its own is the age of someone named beside it."""
    number = figure.number
    if not isinstance(number.value, int) or not 0 < number.value <= OLDEST or number.scale != 1:
        return False
    low, start = max(0, figure.start - 32), figure.start
    if (
        _AGED.search(text, low, start)
        or _AGED.search(text, low, number.start)
        or _goes_on(text, figure, found)
    ):
        return True
    if _IS.search(text, low, start) and _ENDS.match(text, number.end):
        return number.value > 9
    if not number.digits or not _AFTER.match(text, number.end):
        return False
    if number.value in _LIMITS and _LIMIT.search(text, low, number.start):
        return True
    return _is_after_name(text, start)


def _is_after_name(text: str, start: int) -> bool:
    """Whether a name or somebody's calling stands right before: ``Mary Orlo, ``, ``the captain, ``, ``Mary Orlo (``."""
    if text[start - 2 : start] != ", " and text[start - 1 : start] != "(":
        return False
    last_word = text[max(0, start - 16) : start - 2].rpartition(" ")[2].lower()
    if last_word in WEEKDAYS or last_word in MONTHS:  # "As of Thursday, 12"
        return False
    if _NAME.search(text, max(0, start - 48), start):
        return True
    calling = _CALLING.search(text, max(0, start - 24), start)
    if calling is None or calling["who"].endswith("s"):
        return False
    return is_people(calling["who"].lower(), calling["who"].lower())


def _goes_on(text: str, figure: Figure, found: list[Figure]) -> bool:
    """Whether a number goes on with a list of ages: ``aged 5, 8 and 11``."""
    last = found[-1] if found else None
    if last is None or last.unit is None or last.unit.kind != "age":
        return False
    return text[last.end : figure.start] in _LISTED and last.number.digits == figure.number.digits
