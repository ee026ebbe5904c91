"""One quick pass over a text for the words that can begin a figure or a date; everything else is skipped."""

from __future__ import annotations

from typing import Literal, NamedTuple

from briefings.extract.calendar_words import MONTHS, WEEKDAYS
from briefings.extract.numbers import NUMBER_WORDS
from briefings.extract.ordinals import ORDINALS
from briefings.patterns import Pattern

Family = Literal[
    "digits",
    "number",
    "part",
    "vague",
    "month",
    "weekday",
    "day word",
    "step word",
    "from word",
    "ago",
    "quarter",
    "feast",
]

_TOKEN = Pattern(r"[0-9]+|[^\W\d_]+")
_LOWER: dict[Family, str] = {
    "number": " ".join(sorted(NUMBER_WORDS)),
    "part": "half halfway " + " ".join(ORDINALS),
    "vague": "dozens scores tens hundreds thousands millions billions trillions few several couple single hour day "
    "week month year decade century hours days weeks months years decades weeklong monthlong yearlong daylong hourlong",
    "day word": "today tonight yesterday tomorrow",
    "step word": "last this next previous following",
    "from word": "earlier later before after",
    "quarter": "quarter",
    "ago": "ago",
}
_CAPITALISED: dict[Family, str] = {
    "month": " ".join(MONTHS),
    "weekday": " ".join(WEEKDAYS),
    "feast": "christmas new boxing valentine",
}


def _families() -> dict[str, Family]:
    """Every printed form of every trigger word: as it is, capitalised, and in capitals."""
    families: dict[str, Family] = {}
    for family, words in _LOWER.items():
        for word in words.split():
            for form in (word, word.capitalize(), word.upper()):
                families.setdefault(form, family)
    for family, words in _CAPITALISED.items():
        for word in words.split():
            families[word.capitalize()] = family
            if len(word) > 3:
                families[word.upper()] = family
    return families


_FAMILIES = _families()


class Trigger(NamedTuple):
    """A word that may begin a figure or a date: its span and what it may be."""

    start: int
    end: int
    family: Family


def find_triggers(text: str) -> list[Trigger]:
    """The trigger words of a text, in order."""
    found = []
    families = _FAMILIES
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word[0] <= "9":
            found.append(Trigger(match.start(), match.end(), "digits"))
        elif word in families:
            found.append(Trigger(match.start(), match.end(), families[word]))
    return found
