"""What a figure can mean: its dimension, the interval its hedge leaves open, whether two figures agree."""

from __future__ import annotations

import math
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from briefings.facts import NUMERIC_KINDS, Fact, Value

# unit -> (dimension, factor to the dimension's base unit)
UNITS: dict[str, tuple[str, float]] = {
    "mm": ("length", 1e-6),
    "cm": ("length", 1e-5),
    "m": ("length", 1e-3),
    "km": ("length", 1.0),
    "inch": ("length", 2.54e-5),
    "ft": ("length", 3.048e-4),
    "yard": ("length", 9.144e-4),
    "mile": ("length", 1.609344),
    "nautical mile": ("length", 1.852),
    "second": ("time", 1 / 86400),
    "minute": ("time", 1 / 1440),
    "hour": ("time", 1 / 24),
    "day": ("time", 1.0),
    "night": ("time", 1.0),
    "week": ("time", 7.0),
    "month": ("time", 30.44),
    "year": ("time", 365.25),
    "decade": ("time", 3652.5),
    "century": ("time", 36525.0),
    "m2": ("area", 1e-6),
    "km2": ("area", 1.0),
    "ha": ("area", 0.01),
    "sqmile": ("area", 2.589988),
    "acre": ("area", 0.00404686),
    "sqft": ("area", 9.2903e-8),
    "percent": ("share", 1.0),
    "fraction": ("share", 100.0),
    "people": ("people", 1.0),
    "km/h": ("speed", 1.0),
    "mph": ("speed", 1.609344),
    "kg": ("mass", 0.001),
    "tonne": ("mass", 1.0),
    "ton": ("mass", 1.0),
}
# counted nouns that newspapers use for one thing
_SAME_NOUN: dict[str, str] = {
    "home": "house",
    "dwelling": "house",
    "residence": "house",
    "aeroplane": "plane",
    "airplane": "plane",
    "aircraft": "plane",
    "truck": "lorry",
    "automobile": "car",
    "vehicle": "car",
    "crate": "box",
    "carton": "box",
    "apartment": "flat",
    "carriage": "coach",
    "rocket": "missile",
    "tremor": "earthquake",
    "quake": "earthquake",
    "firm": "company",
    "blaze": "fire",
    "wildfire": "fire",
    "bushfire": "fire",
    "chopper": "helicopter",
    "position": "job",
    "post": "job",
    "ship": "vessel",
    "boat": "vessel",
    "household": "house",
    "store": "shop",
    "supermarket": "shop",
    "nation": "country",
    "irregularity": "violation",
    "breach": "violation",
}
ABOUT = 0.1  # "about 30" is taken for 27 to 33
NEARLY = 0.15  # "nearly 30" for 25.5 to 30
OPEN_END = 2.0  # "more than 30" for 30 to 60, "up to 30" for 15 to 30
ROUNDING_CAP = 0.15  # a coarser figure is no rounding of one further away than this share of it


class Span(NamedTuple):
    """A closed interval in the base unit of a dimension, or of days."""

    low: float
    high: float


class Figure(NamedTuple):
    """What a number means, in the base unit of its dimension.

    Attributes:
        size: the number itself.
        low, high: the interval that its range or hedge leaves open.
        rounding: how far from it a figure may lie that it is a rounding of; 0 for one that is none.
        telling: whether an equal figure alone says much: two significant digits and not small.
        floor, ceiling: what an exact figure lies between that this one is plainly a coarser way to tell:
            ``more than 60`` for 64, ``nearly 47`` for 46.6, ``about 210`` for 212.
    """

    size: float
    low: float
    high: float
    rounding: float
    telling: bool
    floor: float
    ceiling: float

    def agrees(self, other: Figure) -> bool:
        """Whether both can be right: the intervals share a point, or one rounds to the other.

        A millionth of slack for unit factors.
        """
        slack = 1e-6 * max(abs(self.low), abs(other.low), 1e-9)
        if self.low <= other.high + slack and other.low <= self.high + slack:
            return True
        return abs(self.size - other.size) <= max(self.rounding, other.rounding)

    def is_near(self, other: Figure) -> bool:
        """Whether they are equal, or one is plainly a coarser way to tell the other."""
        if self.size == other.size:
            return True
        return self.floor <= other.size <= self.ceiling or other.floor <= self.size <= other.ceiling

    def is_rounded(self, other: Figure) -> bool:
        """Whether one is a rounding of the other."""
        return abs(self.size - other.size) <= max(self.rounding, other.rounding)


def dimension(fact: Fact) -> str:
    """What the fact's value can be compared within: ``length``, ``people``, a currency, a counted noun."""
    if fact.unit is None:
        return fact.kind
    known = UNITS.get(fact.unit)
    if known:
        return known[0]
    noun = fact.unit.casefold()
    return _SAME_NOUN.get(noun, noun)


def is_number(value: Value | None) -> bool:
    """Whether the value is a finite number (a truth value is not)."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def figure(fact: Fact) -> Figure | None:
    """What the fact's value means; None where it is no number."""
    return _figure(fact.value, fact.value_max, fact.unit, fact.qualifier)


@lru_cache(maxsize=4096, typed=True)
def _figure(value: Value, value_max: Value | None, unit: str | None, qualifier: str | None) -> Figure | None:
    if not is_number(value):
        return None
    factor = UNITS.get(unit or "", ("", 1.0))[1]
    size = float(value) * factor
    step = factor * _printed_step(float(value), qualifier)
    cap = ROUNDING_CAP * abs(size)
    floor = ceiling = size
    if is_number(value_max):
        ends = (size, float(value_max or 0) * factor)
    else:
        low, high = _HEDGED.get(qualifier or "", (1.0, 1.0))
        ends = (size * low, size * high)
        down, up = _SIDES.get(qualifier or "", (0.0, 0.0))
        floor, ceiling = size - down * min(step, cap), size + up * min(step, cap)
    return Figure(
        size,
        min(ends),
        max(ends),
        # half of the last printed place (50,000 for ``300,000``), but never far from the figure itself
        min(step / 2, cap) if qualifier in (None, "about") else 0.0,
        _is_telling(float(value)),
        floor,
        ceiling,
    )


# hedge -> how many printed places the exact figure may lie below it, and above it
_SIDES: dict[str, tuple[float, float]] = {
    "about": (0.5, 0.5),
    "nearly": (0.99, 0.0),
    "less than": (0.99, 0.0),
    "at most": (0.99, 0.0),
    "up to": (0.99, 0.0),
    "more than": (0.0, 0.99),
    "at least": (0.0, 0.99),
}


_HEDGED: dict[str, tuple[float, float]] = {
    "about": (1 - ABOUT, 1 + ABOUT),
    "nearly": (1 - NEARLY, 1.0),
    "more than": (1.0, OPEN_END),
    "at least": (1.0, OPEN_END),
    "less than": (1 / OPEN_END, 1.0),
    "at most": (1 / OPEN_END, 1.0),
    "up to": (1 / OPEN_END, 1.0),
}


def agree(one: Fact, other: Fact) -> bool:
    """Whether two figures of one dimension can both be right: intervals meet, or one rounds to the other."""
    first, second = figure(one), figure(other)
    return one.value == other.value if first is None or second is None else first.agrees(second)


def _printed_step(printed: float, qualifier: str | None) -> float:
    """The size of the last printed place: 0.1 for ``4.4``, 1e5 for ``300,000``, 1 for an unhedged ``30``."""
    value = abs(printed)
    if value != int(value):
        return 10.0 ** -len(f"{value:.10g}".partition(".")[2])
    whole = int(value)
    zeros = len(str(whole)) - len(str(whole).rstrip("0")) if whole else 0
    return 1.0 if whole < 100 and qualifier is None else 10.0**zeros


def _is_telling(value: float) -> bool:
    digits = f"{abs(value):.10g}".replace(".", "").strip("0")
    return len(digits) >= 2 and (abs(value) >= 20 or value != int(value))


SLACK = 1e-5  # of a figure, beyond what may agree with it: more than any rounding of a conversion
EVERYTHING = Span(-math.inf, math.inf)


def reach(fact: Fact, meaning: Figure | None) -> Span:
    """An interval that meets the reach of every fact this one may agree with: two that miss need no closer look.

    Args:
        fact: the fact.
        meaning: its ``figure``.
    """
    if fact.kind == "date":
        covered = days(fact.value)
        return Span(*(float(day.toordinal()) for day in covered)) if covered else EVERYTHING
    if meaning is None or fact.kind not in NUMERIC_KINDS:
        return EVERYTHING
    slack = SLACK * max(abs(meaning.low), abs(meaning.high), 1e-6)
    return Span(
        min(meaning.low, meaning.size - meaning.rounding) - slack,
        max(meaning.high, meaning.size + meaning.rounding) + slack,
    )


_ISO_DAY = re.compile(r"^(\d{4})-(\d\d)-(\d\d)$")
_ISO_MONTH = re.compile(r"^(\d{4})-(\d\d)$")
_ISO_YEAR = re.compile(r"^(\d{4})$")
_ISO_DECADE = re.compile(r"^(\d{3})X$")
_ISO_WEEK = re.compile(r"^(\d{4})-W(\d\d)$")


@lru_cache(maxsize=4096)
def days(value: Value | None) -> tuple[date, date] | None:
    """First and last day an ISO date covers; None for a date without a year or no date at all."""
    text = str(value)
    try:
        if m := _ISO_DAY.match(text):
            day = date(int(m[1]), int(m[2]), int(m[3]))
            return day, day
        if m := _ISO_MONTH.match(text):
            first = date(int(m[1]), int(m[2]), 1)
            return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        if m := _ISO_YEAR.match(text):
            return date(int(m[1]), 1, 1), date(int(m[1]), 12, 31)
        if m := _ISO_DECADE.match(text):
            return date(int(m[1]) * 10, 1, 1), date(int(m[1]) * 10 + 9, 12, 31)
        if m := _ISO_WEEK.match(text):
            monday = date.fromisocalendar(int(m[1]), int(m[2]), 1)
            return monday, monday + timedelta(days=6)
    except ValueError:
        return None
    return None


def dates_agree(one: Value | None, other: Value | None) -> bool:
    """Whether two dates can mean one: the days of one lie within the days of the other."""
    if one == other:
        return True
    first, second = days(one), days(other)
    if first is None or second is None:
        return False
    return (first[0] <= second[0] and second[1] <= first[1]) or (
        second[0] <= first[0] and first[1] <= second[1]
    )
