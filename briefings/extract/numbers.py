"""Reads one number where it stands: digits with any separators, words, and both mixed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefings.patterns import Pattern

ONES: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: dict[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: dict[str, int] = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "lakh": 10**5,
    "crore": 10**7,
    "dozen": 12, "mln": 10**6, "bln": 10**9,
}  # fmt: skip
# Letters that touch the digits; "m" and "b" are in doubt and left to who knows the unit.
LETTERS: dict[str, int] = {
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mn": 10**6, "mln": 10**6, "mil": 10**6, "mio": 10**6,
    "b": 10**9, "B": 10**9,
    "bn": 10**9, "Bn": 10**9, "BN": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12, "T": 10**12, "MN": 10**6,
}  # fmt: skip
DOUBTFUL_LETTERS = frozenset(("k", "K", "m", "M", "b", "B", "T"))
_FIGURES = frozenset("0123456789.")
_QUARTERS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_PARTS = {
    "half": 0.5,
    "quarter": 0.25,
    "third": 1 / 3,
    "three-quarters": 0.75,
    "three quarters": 0.75,
    "fifth": 0.2,
}

NUMBER_WORDS: frozenset[str] = (
    frozenset(ONES) | frozenset(TENS) | frozenset(("hundred", "thousand", "million", "billion", "dozen"))
)

_DIGITS = Pattern(
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9]{1,2}(?:,[0-9]{2}){1,3},[0-9]{3}"
    r"|[0-9]{1,3}(?: (?!7[0-9]7)[0-9]{3}){1,4}(?![0-9])|[0-9]{1,3}(?:['’][0-9]{3}){1,4}|[0-9]{1,15})"
    r"(?:\.[0-9]{1,9})?(?![0-9]|,[0-9])|\.[0-9]{1,9}(?![0-9])"
)
_LETTER = Pattern(r"(?:mln|mil|mio|trn|bln|bn|Bn|BN|mn|MN|tn|[kKmMbBT])(?![^\W_])")
_SCALE = Pattern(
    r"(?P<gap> {1,2}|-)(?P<word>hundred|thousand|million|billion|trillion|dozen|lakh|crore"
    r"|mln|bln)(?![^\W_])",
    re.I,
)
_MIXED = Pattern(r"[ -]([1-9])/([1-9])(?![0-9/])")
_AND_PART = Pattern(
    r"[ -](?:and[ -](?:an?[ -]|one[ -])?)(half|quarter|third|three[ -]quarters)(?![^\W_])(?! (?:of|to)\b)",
    re.I,
)
_WORD = Pattern(r"( and |[ -])([^\W\d_]+)(?![^\W_])")
_LETTERS = Pattern(r"[^\W\d_]+")
_POINT = Pattern(
    r" point((?: (?:zero|oh|one|two|three|four|five|six|seven|eight|nine)){1,6})(?![^\W_])", re.I
)
_HALF_SCALE = Pattern(
    r"(?P<part>half|quarter|three[ -]quarters)(?: of)?(?: an?|[ -])? ?(?P<word>hundred|thousand"
    r"|million|billion|trillion|dozen)(?![^\W_])",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in the text.

    Attributes:
        start, end: its span, without currency or unit.
        value: what it says.
        digits: written with digits (``12``), not in words.
        plain: digits alone, no separator, point or scale: such a number may be a year.
        scale: the scale it was multiplied with (1 where there was none).
        doubt: the touching letter read as a scale that may be a unit instead (``20m``), else "".
    """

    start: int
    end: int
    value: int | float
    digits: bool
    plain: bool = False
    scale: int = 1
    doubt: str = ""


def tidy(value: float) -> int | float:
    """The value as an int where it is whole; float noise beyond twelve digits removed."""
    rounded = float(f"{value:.12g}")
    return int(rounded) if rounded.is_integer() else rounded


def read_number(text: str, start: int) -> Number | None:
    """The number that starts at ``start`` with a digit, a point or a letter; None where there is none."""
    if text[start].isalpha():
        return _read_words(text, start)
    digits = _DIGITS.match(text, start)
    if digits is None:
        return None
    printed = digits.group()
    plain = printed.isdigit()
    value: float = int(printed) if plain else float("".join(c for c in printed if c in _FIGURES))
    end = digits.end()
    mixed = _MIXED.match(text, end)
    if plain and mixed and int(mixed[1]) < int(mixed[2]):
        return Number(start, mixed.end(), tidy(value + int(mixed[1]) / int(mixed[2])), True)
    if text[end : end + 1] in _QUARTERS:
        value, end, plain = value + _QUARTERS[text[end]], end + 1, False
    letter = _LETTER.match(text, end)
    if letter:
        scale = LETTERS[letter.group()]
        doubt = letter.group() if letter.group() in DOUBTFUL_LETTERS else ""
        return Number(start, letter.end(), tidy(value * scale), True, scale=scale, doubt=doubt)
    part = _AND_PART.match(text, end)
    if part:
        value, end, plain = value + _PARTS[part[1].lower().replace("-", " ")], part.end(), False
    return _scaled(text, Number(start, end, tidy(value), True, plain))


def _scaled(text: str, number: Number) -> Number:
    """The number times the scale words that follow it (``4.4 million``, ``two and a half thousand``)."""
    step = _SCALE.match(text, number.end)
    value, end, scale = number.value, number.end, 1
    while step:
        times = SCALES[step["word"].lower()]
        value, scale, end = value * times, scale * times, step.end()
        step = _SCALE.match(text, end) if scale < 10**6 else None
    if scale == 1:
        return number
    return Number(number.start, end, tidy(value), number.digits, scale=scale)


def _read_words(text: str, start: int) -> Number | None:
    """A number in words: ``twenty-five``, ``a hundred and five``, ``three point five million``, ``half a dozen``."""
    first = _LETTERS.match(text, start)
    if first is None:
        return None
    word = first.group().lower()
    half = _HALF_SCALE.match(text, start)
    if half:
        part = _PARTS[half["part"].lower().replace("-", " ")]
        scale = SCALES[half["word"].lower()]
        return Number(start, half.end(), tidy(part * scale), False, scale=scale)
    if word not in NUMBER_WORDS:
        return None
    total, current, end = _add_words(text, word, first.end())
    value: float = total + current
    point = _POINT.match(text, end)
    if point:
        figures = "".join(str(ONES.get(digit, 0)) for digit in point[1].lower().split())
        value, end = float(f"{value}.{figures}"), point.end()
    part_after = _AND_PART.match(text, end)
    if part_after:
        value, end = value + _PARTS[part_after[1].lower().replace("-", " ")], part_after.end()
    number = Number(start, end, tidy(value), False, scale=_scale_of(text[start:end].lower()))
    return _scaled(text, number) if point or part_after else number


def _scale_of(printed: str) -> int:
    return next(
        (
            SCALES[word]
            for word in ("trillion", "billion", "million", "thousand", "hundred", "dozen")
            if word in printed
        ),
        1,
    )


def _add_words(text: str, word: str, end: int) -> tuple[int, int, int]:
    """Adds number words up from ``word`` on; gives the finished thousands, the rest, and the end."""
    total, current, last = 0, 0, ""
    while True:
        if word in SCALES:
            times = SCALES[word]
            if times >= 1000:
                total, current = total + (current or 1) * times, 0
            else:
                current = (current or 1) * times
        else:
            current += ONES.get(word, 0) + TENS.get(word, 0)
        last = word
        step = _WORD.match(text, end)
        if step is None or not _goes_on(last, current, total, step[1], step[2].lower()):
            return total, current, end
        word, end = step[2].lower(), step.end()


def _goes_on(last: str, current: int, total: int, gap: str, word: str) -> bool:
    """Whether ``word`` after ``gap`` belongs to the number read so far."""
    if word not in NUMBER_WORDS and word != "trillion":
        return False
    if gap == " and ":
        return last in SCALES and last != "dozen" and word not in SCALES and (current or total) >= 100
    if word in SCALES:
        if word in ("hundred", "dozen"):
            return last not in SCALES and 0 < current < 100
        return current > 0 and (total == 0 or SCALES[word] < 10**6)
    if last in TENS:
        return 0 < ONES.get(word, 0) < 10
    return last in SCALES and last != "dozen"
