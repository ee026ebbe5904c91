"""Reads numeric keys: figures, their printed precision, the unit and scale the question names (rules 7, 11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefings.errors import BriefingError
from briefings.extract.wordlist import word_set
from quiz_bank.grading.clean import clean
from quiz_bank.grading.digits import readings, tokens_of
from quiz_bank.grading.directions import DOWN, NONE, UP
from quiz_bank.grading.number_words import SCALES
from quiz_bank.grading.numbers import numbers_of
from quiz_bank.grading.units import Unit, key_unit, units_spelled
from quiz_bank.keys import Key

SMALL_COUNT = 20  # rule 10
_DIRECTIONS = {
    "more than": UP,
    "at least": UP,
    "less than": DOWN,
    "at most": DOWN,
    "up to": DOWN,
    "nearly": DOWN,
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One statement of the key's value: the canonical one or one of ``also``.

    ``half`` is half a unit of its last significant digit, in its own unit.
    """

    value: float
    unit: Unit | None
    half: float


@dataclass(frozen=True, slots=True)
class Target:
    """A numeric key, ready to compare.

    Attributes:
        dimension: what it measures; ``count`` where a noun is counted.
        figures: canonical first, then ``also``.
        high: the upper end of a range, or None.
        direction: of the source's hedge.
        asked: the unit the question names, or None; asked_scale: the scale it names (``how many million``).
        bare: a number without a unit is read in the key's unit.
        exact: a count under 20.
        source: the source's words, for the reasons.
        noun: what is counted, as the key names it.
        tolerance: how far off is right, in the canonical unit, where the question's author said so.
    """

    kind: str
    dimension: str
    figures: tuple[Figure, ...]
    high: float | None
    direction: int
    asked: Unit | None
    asked_scale: float
    bare: bool
    exact: bool
    source: str
    noun: str = ""
    tolerance: float | None = None

    @property
    def unit(self) -> Unit | None:
        """The canonical unit."""
        return self.figures[0].unit


def target_of(key: Key, ask: str) -> Target:
    """Reads a numeric key.

    Raises:
        BriefingError: its value, or one in ``also``, is no number.
    """
    value = _number(key.value, f"the {key.kind} key has no number as its value")
    unit = key_unit(key.unit, key.kind)
    dimension = unit.dimension if unit else "count"
    figures = [Figure(value, unit, _half(value, unit, key.text))]
    for other in key.also:
        if not isinstance(other, Mapping):
            raise BriefingError("an entry of the key's also is no object", "write {value, unit}")
        more = _number(other.get("value"), "an entry of the key's also has no number as its value")
        other_unit = key_unit(str(other.get("unit") or ""), key.kind)
        figures.append(Figure(more, other_unit, _half(more, other_unit, key.text)))
    asked, scale = _asked(key.asked_unit, ask, dimension)
    if asked is not None and asked.dimension != dimension:
        asked = None
    high = None if key.value_max is None else _number(key.value_max, "the key's value_max is no number")
    small = dimension == "count" and abs(value) < SMALL_COUNT
    return Target(
        kind=key.kind,
        dimension=dimension,
        figures=tuple(figures),
        high=high,
        direction=_DIRECTIONS.get(key.qualifier or "", NONE),
        asked=asked,
        asked_scale=scale,
        bare=dimension in ("count", "share", "points") or key.kind == "age" or asked is not None,
        exact=small and key.tolerance is None,
        noun=(key.unit or "").lower() if dimension == "count" else "",
        source=key.text or named(value, unit, key.unit),
        tolerance=None
        if key.tolerance is None
        else _number(key.tolerance, "the key's tolerance is no number"),
    )


def _number(value: object, problem: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) > 1e300:
        raise BriefingError(problem, "give a number such as 320")
    return float(value)


@lru_cache(maxsize=2048)
def _half(value: float, unit: Unit | None, text: str) -> float:
    """Half a unit of the value's last significant digit, as the source prints it, else as the value shows.

    Shares: half a point (rule 7).
    """
    if unit is not None and unit.dimension == "share":
        return 0.005 / unit.factor
    printed = _printed_step(value, text) if text else None
    if printed is not None:
        return printed / 2
    digits = f"{abs(value):.12g}"
    if "e" in digits:
        digits = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    if "." in digits:
        return 0.5 * 10.0 ** -len(digits.partition(".")[2])
    return 0.5 * 10.0 ** (len(digits) - len(digits.rstrip("0"))) if value else 0.5


def _printed_step(value: float, text: str) -> float | None:
    """The size of the last printed digit of the value in the source's words, where it has decimals there."""
    tokens = tokens_of(clean(text))
    for number in numbers_of(tokens):
        token = tokens[number.start]
        if token.kind != "n" or "." not in token.text or abs(number.readings[0] - value) > 1e-9 * abs(value):
            continue
        decimals = len(token.text.rpartition(".")[2])
        printed = readings(token.text)[0]
        if printed and decimals < 3:
            return float(value / printed * 10.0**-decimals)
    return None


@lru_cache(maxsize=2048)
def _asked(asked_unit: str | None, ask: str, dimension: str) -> tuple[Unit | None, float]:
    """The unit and the scale that the question names: the key's, else those its text asks for."""
    if asked_unit:
        words = clean(asked_unit).replace("(", " ").replace(")", " ").split()
        return _first_unit(words, dimension, anywhere=True)
    words = clean(ask[:600]).replace("?", " ").replace(",", " ").split()
    for place, word in enumerate(words):
        if word in ("many", "in") or (word == "what" and dimension == "share"):
            unit, scale = _first_unit(words[place + 1 : place + 5], dimension, anywhere=False)
            if unit is not None or (scale > 1 and word == "many"):
                return unit, scale
    return None, 1.0


def _first_unit(words: list[str], dimension: str, anywhere: bool) -> tuple[Unit | None, float]:
    """The unit of a dimension that some words begin with, or hold ``anywhere``, and the scale before it."""
    scale = 1.0
    rest: list[str] = []
    for word in words:
        times = SCALES.get(word.rstrip("s"))
        if times is not None and word != "score" and not rest:
            scale *= times
        elif word != "of":
            rest.append(word)
    for start in range(len(rest) if anywhere else min(1, len(rest))):
        for length in (3, 2, 1):
            for unit in units_spelled(" ".join(rest[start : start + length])):
                if unit.dimension == dimension:
                    return unit, scale
    return None, scale


def named(value: float, unit: Unit | None, noun: str | None) -> str:
    """A value with its unit as the reasons print it: ``29.0 km``, ``93,000``, ``40 %``."""
    if abs(value) >= 1e15 or (value and abs(value) < 0.001):
        number = f"{value:.3g}"
    elif value == int(value):
        number = f"{int(value):,}"
    else:
        number = f"{value:,.1f}" if abs(value) >= 10 else f"{value:,.3g}"
    if unit is None:
        return (
            f"{number} {noun}{'' if number == '1' or noun in _SAME or noun.endswith('s') else 's'}"
            if noun
            else number
        )
    if unit.name == "fraction":
        return f"{value * 100:.3g} %"
    if unit.codes:
        return f"{number} {unit.name}" if len(unit.codes) == 1 else number
    if unit.name in _PLURALS:
        return f"{number} {unit.name if number == '1' else _PLURALS[unit.name]}"
    return f"{number} {_SHORT.get(unit.name, unit.name)}"


_SAME = frozenset(("people", "aircraft", "sheep", "Richter"))
_SHORT = {"percent": "%", "mile": "mi", "celsius": "°C", "fahrenheit": "°F", "sqmile": "sq mi"}
_WITH_S = word_set("second minute hour day night week fortnight month year decade acre tonne yard knot")
_PLURALS = {name: f"{name}s" for name in _WITH_S} | {
    "century": "centuries",
    "nautical mile": "nautical miles",
    "percentage point": "points",
    "inch": "inches",
}
