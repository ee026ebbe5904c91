"""Shares told without a per cent sign: ``nearly a third``, ``two-thirds``, ``half of``, ``one in five``."""

from __future__ import annotations

import re
from dataclasses import replace

from briefings.extract.figures import Figure, hedged
from briefings.extract.nouns import is_plural
from briefings.extract.numbers import Number, read_number, tidy
from briefings.extract.units import FRACTION, UNITS
from briefings.extract.wordlist import word_set
from briefings.patterns import Pattern

_PARTS: dict[str, int] = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9,
    "ninths": 9,
    "tenth": 10, "tenths": 10,
}  # fmt: skip
_COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
_FRACTION = Pattern(
    r"(?P<count>one|two|three|four|five|six|seven|eight|nine)[ -](?P<part>half|third|quarter"
    r"|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?P<many>s?)(?![^\W_])",
    re.I,
)
_DIGITS = Pattern(r"([1-9])/([2-9]|10)(?:rds?|ths?)?(?= of\b| majority\b| share\b)|([½⅓⅔¼¾])(?= of\b)")
_SIGNS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4}
_BEFORE_PART = Pattern(r"(?<![^\W_])(?P<count>an?) \Z", re.I)
_WHOLE = Pattern(
    r" (?:of|the|its|their|his|her|as|a|an|that|those|our|all|what|to)(?![^\W_])|[.,;:)]|\Z"
    r"| (?:are|were|is|was|have|had|say|said|more|less)\b"
)
_THIRD_AFTER = Pattern(
    r" (?:of|off|the|in|more|less|fewer|higher|lower|to|from|as|since|on|this|are|were|have"
    r"|by)(?![^\W_])|[.,;:)]|\Z"
)
_HALF_NAMES = Pattern(
    r"[ -](?:time|hour|day|way|back|year|century|brother|sister|term|mile|marathon|final|finals"
    r"|past|dozen|million|moon|price|mast|baked|hearted|centuries|hours|times|yearly|empty|full"
    r"|share|volley|point|cent|a[ -](?:dozen|million|billion|hundred|century)"
    r"|an[ -]hour)(?![^\W_])",
    re.I,
)
_NOT_HALF_BEFORE = Pattern(
    r"\b(?:in|first|second|last|next|this|opening|final|latter|other|better|early|each|per|the|third"
    r"|fourth|top|bottom|one|and a) \Z",
    re.I,
)
_NOT_QUARTER_BEFORE = Pattern(
    r"\b(?:the|first|second|third|fourth|last|this|next|each|every|per|final|opening|previous|that"
    r"|current) \Z",
    re.I,
)
_IN = Pattern(r"(?: out of(?: every| the)?| in(?: every)?|-in-|/) ?(?=[0-9tfse])", re.I)
_OUT_OF = frozenset(("a", "an", "one"))
_LETTERS = Pattern(r"[^\W\d_]+")
_UNIT_AFTER = Pattern(r"(?: of)?(?: a| an| of a| of an)? ([a-z]+)(?: point)?")
_OF_UNIT = Pattern(r"(?:[ -]of)?(?:[ -](?:an?|one|of one|the))?[ -](?=([a-z]+(?: (?:cent|points?))?))")
_TIED_UNIT = Pattern(r"[ -](?:mile|hour|year|time)")
_IN_NOUNS = Pattern(r" ([a-z]+)")
_DIVIDED = word_set(
    "hour year century mile day minute inch month decade point pound kilometre kilometer per percentage percent"
)


def read_share(text: str, start: int, number: Number | None) -> Figure | None:
    """The share that starts at ``start``, or None; ``number`` is what can be read there."""
    word = _LETTERS.match(text, start)
    if word is None:
        return _digit_share(text, start) or _one_in(text, start, number)
    name = word.group().lower()
    if name == "halfway":
        return hedged(text, _figure(start, word.end(), 0.5, start))
    if number is not None and (number.scale > 1 or name in ("half", "quarter")):  # "half a million"
        return None
    fraction = _FRACTION.match(text, start)
    if fraction and (fraction["many"] or _COUNTS[fraction["count"].lower()] == 1):
        value = _COUNTS[fraction["count"].lower()] / _PARTS[fraction["part"].lower()]
        return _part_of(text, start, fraction.end(), value)
    if name == "half":
        return _half(text, start, word.end())
    if name in _PARTS:
        return _small_part(text, start, word.end(), name)
    return _one_in(text, start, number)


def _figure(start: int, end: int, value: float, at: int) -> Figure:
    return Figure(start, end, Number(at, end, tidy(round(value, 8)), False), tidy(round(value, 8)), FRACTION)


def _part_of(text: str, start: int, end: int, value: float) -> Figure | None:
    """A part of a unit (``three-quarters of an hour``) or of a whole."""
    unit = _UNIT_AFTER.match(text, end)
    if (unit and unit[1] in _DIVIDED) or _TIED_UNIT.match(text, end):
        return _part_of_unit(text, start, end, value)
    return hedged(text, _figure(start, end, value, start))


def _part_of_unit(text: str, start: int, end: int, value: float) -> Figure | None:
    """``half an hour``, ``half a percentage point``, ``a quarter of a mile``."""
    gap = _OF_UNIT.match(text, end)
    if gap is None:
        return None
    words = gap[1].split()
    for length in (2, 1):
        unit = UNITS.get(" ".join(words[:length]))
        if unit and len(words) >= length:
            last = gap.end() + len(" ".join(words[:length]))
            if unit.name == "percent" and text[last : last + 6] == " point":
                unit, last = UNITS["percentage point"], last + 6
            figure = _figure(start, last, value, start)
            return hedged(text, Figure(start, last, figure.number, figure.value, unit))
    return None


def _half(text: str, start: int, end: int) -> Figure | None:
    """``half of them``, ``half the wells``, ``half an hour``; not ``the first half`` or ``half-time``."""
    inner = _part_of_unit(text, start, end, 0.5)
    if inner is not None:
        return inner
    article = _BEFORE_PART.search(text, max(0, start - 4), start)
    first = article.start() if article else start
    named = _HALF_NAMES.match(text, end) or _NOT_HALF_BEFORE.search(text, max(0, first - 9), first)
    if named or text[end : end + 1] == "-" or text[start - 1 : start] in tuple("-'’"):
        return None
    following = _IN_NOUNS.match(text, end)
    if _WHOLE.match(text, end) or (following and is_plural(following[1])):
        return hedged(text, _figure(first, end, 0.5, start))
    return None


def _small_part(text: str, start: int, end: int, name: str) -> Figure | None:
    """``a third of``, ``a quarter of an hour``: only after ``a``, and where no noun makes it an ordinal."""
    article = _BEFORE_PART.search(text, max(0, start - 4), start)
    if article is None:
        return None
    first, value = article.start(), 1 / _PARTS[name]
    if name == "quarter" and _NOT_QUARTER_BEFORE.search(text, max(0, first - 9), first):
        return None
    inner = _part_of_unit(text, start, end, value)
    if inner and inner.unit and inner.unit.kind != "share":
        return replace(inner, start=min(first, inner.start))
    return hedged(text, _figure(first, end, value, start)) if _THIRD_AFTER.match(text, end) else None


def _digit_share(text: str, start: int) -> Figure | None:
    match = _DIGITS.match(text, start)
    if match is None or (start and (text[start - 1] in "/.,-" or text[start - 1].isalnum())):
        return None
    value = _SIGNS[match[3]] if match[3] else int(match[1]) / int(match[2])
    return hedged(text, _figure(start, match.end(), value, start)) if value < 1 else None


def _one_in(text: str, start: int, part: Number | None) -> Figure | None:
    """``one in five``, ``nine out of 10``: a fraction, with the printed pair left in the quote."""
    if part is None or part.scale != 1 or part.value > 99:
        return None
    gap = _IN.match(text, part.end)
    if gap is None or gap.group() == "/" or text[start - 1 : start] in tuple("-–/."):
        return None
    whole = read_number(text, gap.end()) if text[gap.end()].isalnum() else None
    if whole is None or not part.value < whole.value or whole.end == gap.end():
        return None
    if " in" in gap.group() and "every" not in gap.group():
        if (whole.plain and whole.value > 1000) or (
            whole.digits != part.digits and whole.value != 10 and part.value != 1
        ):
            return None
        if UNITS.get(_next_word(text, whole.end)) or part.value > 9:
            return None
    return hedged(text, _figure(start, whole.end, part.value / whole.value, start))


def _next_word(text: str, end: int) -> str:
    match = _IN_NOUNS.match(text, end)
    return match[1] if match else ""
