"""Quantities without a number: ``dozens of fighters``, ``weeks-long``, ``a few kilometres``, ``the size of Wales``."""

from __future__ import annotations

import re
from dataclasses import replace

from briefings.extract.figures import Figure, hedged
from briefings.extract.measures import measured
from briefings.extract.numbers import Number, tidy
from briefings.extract.units import UNITS
from briefings.patterns import Pattern

# The range a round word stands for.
ROUND: dict[str, tuple[int, int]] = {
    "dozens": (12, 120), "scores": (20, 200), "tens": (10, 100), "hundreds": (100, 1000), "thousands": (1000, 10_000),
    "millions": (10**6, 10**7), "billions": (10**9, 10**10), "trillions": (10**12, 10**13),
}  # fmt: skip
_FEW: dict[str, tuple[int, int]] = {"couple": (2, 2), "few": (2, 5), "several": (3, 9)}
_TIMES = Pattern(r" of (?P<scale>thousands|millions|billions)(?![^\W_])", re.I)
_SCALES = {
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "dozen": 12,
}
_SCALE_AFTER = Pattern(r" (?P<scale>hundred|thousand|million|billion|dozen)(?![^\W_])", re.I)
_LONG = Pattern(r"(?:-long|long)(?![^\W_])", re.I)
_OF = Pattern(r" of(?: the| these| those| its| his| her| their| more| other)*(?= )", re.I)
_SIZE = Pattern(
    r"(?:the |an area the |about the )?size of (?:the )?(?:US state of |state of |city of "
    r"|island of )?(?P<place>[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of [A-Z][\w'’-]*)){0,3})"
)
_LONGS = {"weeklong": "week", "monthlong": "month", "yearlong": "year", "daylong": "day", "hourlong": "hour"}
_NEXT = Pattern(
    r"\b(?:in|over|within|for|during|of|through|throughout) the (?:next|past|last|coming|previous"
    r"|preceding|following) \Z",
    re.I,
)
_NOT_A_SPAN = Pattern(r"-|'s?\b|’s\b| (?:ago|earlier|later|before|after|old|from now)\b")
_AN = Pattern(r"\ban? \Z", re.I)
_AND_A_HALF = Pattern(r" and a half(?![^\W_])", re.I)
_A_VERY = Pattern(r"\ban? (?:very )?\Z", re.I)
_A = Pattern(r"\ba \Z", re.I)
_WITHIN = Pattern(r"\b(?:within) \Z", re.I)
_AT_MOST = Pattern(r" at (?:the )?most\b")
_LASTS = Pattern(r"\b(?:for|lasted|lasting|spent|within) \Z", re.I)
_SPAN = frozenset(("hour", "day", "week", "month", "year", "decade", "century"))


def read_vague(text: str, start: int, end: int) -> Figure | None:
    """The quantity that a word such as ``dozens`` or ``weeks`` begins at ``start:end``, or None."""
    word = text[start:end].lower()
    if start and (text[start - 1].isalnum() or text[start - 1] in "-'’"):
        return None
    if word in ROUND:
        return _round(text, start, end, ROUND[word])
    if word in _FEW:
        return _few(text, start, end, _FEW[word])
    if word in _LONGS:
        return _one(text, start, end, _LONGS[word], end)
    if word == "size":
        return None
    if word == "single":
        return _single(text, start, end)
    return _time(text, start, end, word)


def _number(start: int, end: int, value: int | float) -> Number:
    return Number(start, end, value, False)


def _round(text: str, start: int, end: int, span: tuple[int, int]) -> Figure | None:
    times = _TIMES.match(text, end)
    low, high = span
    if times:
        scale = _SCALES[times["scale"].lower()]
        low, high, end = low * scale, high * scale, times.end()
    if text[start - 2 : start] in ("$", "£"):
        return None
    number = _number(start, end, low)
    of = _OF.match(text, end)
    found = measured(text, replace(number, end=of.end() if of else end), None)
    unit, last, noun = (found.unit, found.end, found.noun) if found else (None, end, None)
    if found is None and of is None and text[end : end + 1] == " ":
        unit = None
    return replace(
        hedged(text, Figure(start, last, number, low, unit, high, noun)), qualifier="about", vague=True
    )


def _few(text: str, start: int, end: int, span: tuple[int, int]) -> Figure | None:
    """``a few kilometres``, ``several hundred volunteers``, ``a couple of weeks``."""
    article = _A_VERY.search(text, max(0, start - 8), start)
    first = article.start() if article else start
    low, high = span
    scale = _SCALE_AFTER.match(text, end)
    if scale:
        low, high, end = (
            low * _SCALES[scale["scale"].lower()],
            high * _SCALES[scale["scale"].lower()],
            scale.end(),
        )
    number = _number(start, end, low)
    of = _OF.match(text, end)
    found = measured(text, replace(number, end=of.end() if of else end), None)
    if found is None:
        return None
    figure = hedged(
        text, Figure(first, found.end, number, low, found.unit, high if high > low else None, found.noun)
    )
    return replace(figure, qualifier="about", vague=True)


def _one(text: str, start: int, end: int, unit: str, last: int) -> Figure:
    measure = UNITS[unit]
    return hedged(text, Figure(start, last, _number(start, end, 1), 1, measure))


def _single(text: str, start: int, end: int) -> Figure | None:
    """``a single town``: one, said with weight."""
    article = _A.search(text, max(0, start - 2), start)
    if article is None:
        return None
    number = _number(start, end, 1)
    found = measured(text, number, None)
    return (
        hedged(text, Figure(article.start(), found.end, number, 1, found.unit, noun=found.noun))
        if found and found.noun
        else None
    )


def _time(text: str, start: int, end: int, word: str) -> Figure | None:
    """``week-long``, ``weeks-long``, ``in the next hour``, ``within days``."""
    long = _LONG.match(text, end)
    one = word.removesuffix("s") if word != "centuries" else "century"
    if long and one in _SPAN:
        if word == one:
            return _one(text, start, long.end(), word, long.end())
        return _some(text, start, end, one, long.end())
    if word == one and word in _SPAN:
        return _whole_span(text, start, end, word)
    if word != one and one in _SPAN:
        within = _WITHIN.search(text, max(0, start - 8), start)
        most = _AT_MOST.match(text, end)
        if within or most:
            return _some(text, start, end, one, end)
    return None


def _whole_span(text: str, start: int, end: int, word: str) -> Figure | None:
    """``in the next hour``, ``more than a decade``, ``for a year``: one unit of time with no number."""
    half = _AND_A_HALF.match(text, end)
    article = _AN.search(text, max(0, start - 3), start)
    if half and article:
        figure = _one(text, article.start(), end, word, half.end())
        return replace(figure, value=tidy(1.5 * figure.value))
    if _NOT_A_SPAN.match(text, end):
        return None
    before = _NEXT.search(text, max(0, start - 32), start)
    if before:
        return _one(text, text.index(" the ", before.start()) + 1, end, word, end)
    if article is None:
        return None
    figure = _one(text, article.start(), end, word, end)
    lasts = _LASTS.search(text, max(0, article.start() - 9), article.start())
    return figure if lasts or figure.qualifier else None


def _some(text: str, start: int, end: int, unit: str, last: int) -> Figure:
    """Two or more of a unit of time: the plural alone tells no more."""
    figure = hedged(
        text,
        Figure(start, last, _number(start, end, 2), 2, UNITS[unit]),
    )
    return replace(figure, vague=True)
