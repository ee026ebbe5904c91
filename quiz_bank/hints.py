"""One hint for a question: enough to help a memory, never enough to be right by itself."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from briefings.extract.calendar_words import MONTH_NAMES
from quiz_bank.keys import Key
from quiz_bank.questions import Question

_HALF = 50.0  # percent
_LONGEST_SYMBOL = 3  # km2, USD
_PLURAL = frozenset(str.split("second minute hour day week month year mile acre tonne"))
_DAY = re.compile(r"(?:\d{4}|-)-(\d\d)-\d\d$")
_PART_OF_YEAR = re.compile(r"(\d{4})-")
_YEAR = re.compile(r"(\d{3})\d$")


def hint_of(question: Question) -> str:
    """A clause that helps with the answer; empty where nothing can be said without giving it away.

    A choice loses a wrong option, a name shows its first letter, a figure its order of magnitude, a date its month
    or, where the month is the answer, its year or decade.
    """
    if question.mode == "choice":
        return _not_this_one(question)
    key = question.key
    return _BY_KIND.get(key.kind, _of_figure)(key)


def _not_this_one(question: Question) -> str:
    wrong = [option for option in question.options if option != question.right]
    return f"it is not {wrong[len(question.ask) % len(wrong)]}" if len(wrong) > 1 else ""


def _of_name(key: Key) -> str:
    names = [names[0] for names in key.all_of if names] or [key.name or str(key.value or "")]
    told = [_letter(name) for name in names if len(name) > 2]
    return " and ".join(told) if len(told) == len(names) else ""


def _letter(name: str) -> str:
    words = name.split()
    count = f", {len(words)} words" if len(words) > 1 else ""
    return f"it begins with {name[0]}{count}"


def _of_date(key: Key) -> str:
    value = str(key.value)
    if (day := _DAY.match(value)) and 1 <= int(day[1]) <= len(MONTH_NAMES):
        return f"it was in {MONTH_NAMES[int(day[1]) - 1]}"
    if part := _PART_OF_YEAR.match(value):
        return f"it was in {part[1]}"
    year = _YEAR.match(value)
    return f"it was in the {year[1]}0s" if year else ""


def _of_figure(key: Key) -> str:
    if isinstance(key.value, bool) or not isinstance(key.value, (int, float)) or key.value <= 0:
        return ""
    if key.kind == "share" and key.unit == "percent":
        return _of_percent(float(key.value))
    power = math.floor(math.log10(key.value))
    return f"between {_shown(10.0**power)} and {_shown(10.0 ** (power + 1))}{_unit(key.unit or '')}"


def _unit(unit: str) -> str:
    """The unit after a figure; a counted noun stands in the question already."""
    if unit in _PLURAL:
        return f" {unit}s"
    return f" {unit}" if len(unit) <= _LONGEST_SYMBOL or unit == "people" else ""


def _of_percent(value: float) -> str:
    if value == _HALF:
        return "between a quarter and three quarters"
    return "more than half" if value > _HALF else "less than half"


def _shown(value: float) -> str:
    return f"{value:,.0f}" if value >= 1 else f"{value:g}"


def _of_list(key: Key) -> str:
    first = key.value[0] if isinstance(key.value, (list, tuple)) and len(key.value) > 2 else ""
    return f"it begins with {first}" if isinstance(first, str) and first else ""


def _nothing(key: Key) -> str:
    return ""


_BY_KIND: dict[str, Callable[[Key], str]] = {
    "person": _of_name,
    "place": _of_name,
    "text": _of_name,
    "date": _of_date,
    "order": _of_list,
    "match": _nothing,
    "choice": _nothing,
    "true-false": _nothing,
}
