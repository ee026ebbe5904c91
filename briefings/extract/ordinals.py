"""Ordinals that count a series (``the 57th race``, ``a third term``), not those that rank or tell apart."""

from __future__ import annotations

from briefings.extract.figures import Figure
from briefings.extract.nouns import STOPS, words_after
from briefings.extract.numbers import Number
from briefings.extract.units import Unit
from briefings.extract.wordlist import word_set
from briefings.patterns import Pattern

ORDINALS: dict[str, int] = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60,
    "hundredth": 100,
}  # fmt: skip
_DIGITS = Pattern(r"([0-9]{1,4})(?:st|nd|rd|th)(?![^\W_])")
# What comes in series at all; the first word of a phrase that is one of these ends it.
_SERIES = word_set(
    """
    term anniversary birthday edition title cut hike rise increase decrease reduction win victory triumph defeat loss
    attempt bid marriage conviction medal crown cap appearance
    """
)
_LONG_SERIES = word_set(
    """
    race congress summit conference festival session games olympics assembly convention championship championships
    tournament marathon regatta goal season round parliament legislature meeting visit album film novel book
    execution strike attack test prize
    """
)
_LONG = 4  # from here on an ordinal hardly tells members apart
_IN_A_ROW = word_set("straight consecutive successive")
_WINDOW = 7  # words


def read_ordinal(text: str, start: int, end: int) -> Figure | None:
    """The count that an ordinal at ``start:end`` gives of a series, or None."""
    digits = _DIGITS.match(text, start)
    if digits:
        value, end = int(digits[1]), digits.end()
    else:
        value = ORDINALS.get(text[start:end].lower(), 0)
    if value < 2 or (start and (text[start - 1].isalnum() or text[start - 1] in "-./")):
        return None
    words = words_after(text, end, _WINDOW)
    if not words or words[0].tied:
        return None
    in_a_row = words[0].lower in _IN_A_ROW
    for word in words[in_a_row:]:
        known = word.lower in _SERIES or (value >= _LONG and word.lower in _LONG_SERIES)
        if known or (in_a_row and word.lower not in STOPS):
            number = Number(start, end, value, bool(digits))
            return Figure(start, word.end, number, value, Unit("count", word.lower), ordinal=True)
        if word.lower in STOPS and not (value >= _LONG and word.text == "to"):
            return None
    return None
