"""Resolves words such as ``yesterday``, ``last week``, ``three years ago`` and ``a day earlier``.

Most count from the published date; ``earlier``, ``later`` and ``the following`` from the date told before.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefings.extract.calendar_words import iso_week, shifted
from briefings.extract.dates import DateSpan, Setting
from briefings.extract.numbers import read_number
from briefings.extract.periods import SEASONS, stepped_season
from briefings.patterns import Pattern

_DAYS: dict[str, int] = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_STEPS: dict[str, int] = {
    "last": -1,
    "this": 0,
    "next": 1,
    "previous": -1,
    "following": 1,
    "current": 0,
    "coming": 1,
}
_UNIT_OF = (
    r"(?P<unit>day|night|week|weekend|month|year|quarter|decade|morning|afternoon|evening|spring"
    r"|summer|autumn|fall|winter|century)"
)

_AFTER_STEP = Pattern(
    rf" (?:calendar |fiscal |financial |past |coming |same )?{_UNIT_OF}(?![^\W_])(?!-)", re.I
)
_LEAD = Pattern(
    r"\b(?:(?:earlier|later|late|early|sometime|at the (?:end|start|beginning) of|(?:the )?(?:end"
    r"|start|beginning|middle) of|mid-?|in the middle of)[ -]?)\Z",
    re.I,
)
_THE_LEAD = Pattern(r"\b(?:the|that|on the|in the) \Z", re.I)
_COUNTED = Pattern(
    r"(?<![^\W_])(?P<count>(?:[0-9]{1,3}|an?|one|(?:twenty|thirty|forty|fifty)(?:-[a-z]+)?|two"
    r"|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|the|just)(?: full| short)?) "
    r"(?P<unit>day|night|week|fortnight|month|year|decade)s? \Z",
    re.I,
)
_DOUBLE = Pattern(r"(?:before yesterday|after tomorrow)(?![^\W_])", re.I)
_ENDS = Pattern(r"[.,;:)]|\Z| (?:and|but|when|that|he|she|they|it)\b")
_PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night"))


def day_word(text: str, start: int, end: int, setting: Setting) -> DateSpan:
    """``today``, ``tonight``, ``yesterday``, ``tomorrow``."""
    if setting.published is None:
        return DateSpan(start, end, None)
    return DateSpan(
        start, end, shifted(setting.published, _DAYS[text[start:end].lower()], "day"), relative=True
    )


def step_word(text: str, start: int, end: int, setting: Setting, anchor: date | None) -> DateSpan | None:
    """``last month``, ``this year``, ``next week``, ``the previous day``; None where no unit of time follows."""
    word = text[start:end].lower()
    unit = _AFTER_STEP.match(text, end)
    if unit is None:
        return None
    name = unit["unit"].lower()
    if word in ("previous", "following") or (
        word == "next" and name in ("day", "morning", "night") and _after_the(text, start)
    ):
        origin = anchor
    else:
        origin = setting.published
    lead = _LEAD.search(text, max(0, start - 24), start)
    first = lead.start() if lead else start
    value = _stepped(origin, _STEPS[word], name) if origin else None
    return DateSpan(first, unit.end(), value, relative=True) if value else DateSpan(first, unit.end(), None)


def _after_the(text: str, start: int) -> bool:
    return _THE_LEAD.search(text, max(0, start - 8), start) is not None


def _stepped(origin: date, step: int, unit: str) -> str | None:
    """The ISO date that lies ``step`` units from a day, as precise as the unit."""
    if unit in _PARTS_OF_DAY:
        return shifted(origin, step, "day")
    if unit in SEASONS:
        return stepped_season(origin.year, origin.month, step, unit)
    if unit == "weekend":
        return iso_week(origin + timedelta(weeks=step)) if step else iso_week(origin)
    if unit == "quarter":
        count = origin.year * 4 + (origin.month - 1) // 3 + step
        return f"{count // 4:04d}-Q{count % 4 + 1}"
    if unit in ("decade", "century"):
        return f"{origin.year // 10 + step:03d}X" if unit == "decade" else None
    return shifted(origin, step, unit)


def counted_ago(text: str, start: int, end: int, setting: Setting) -> DateSpan | None:
    """``three years ago``, ``a week ago``; without a published date the number stays a duration, so None."""
    counted = _COUNTED.search(text, max(0, start - 32), start)
    if counted is None or setting.published is None:
        return None
    return _counted(text, counted, end, setting.published, -1)


def counted_from(text: str, start: int, end: int, setting: Setting, anchor: date | None) -> DateSpan | None:
    """``a day earlier``, ``two years later``, ``the day before``: counted from the date told before.

    With no date told before, ``a year earlier`` counts from the published date, as reports on business do.
    """
    counted = _COUNTED.search(text, max(0, start - 32), start)
    if counted is None:
        return None
    word = text[start:end].lower()
    double = _DOUBLE.match(text, start)
    if double and setting.published and counted["unit"].lower() == "day":
        days = -2 if word == "before" else 2
        return DateSpan(counted.start(), double.end(), shifted(setting.published, days, "day"), relative=True)
    if word in ("before", "after") and not _ENDS.match(text, end):  # "a year before the vote"
        return None
    of_last_year = (
        word == "earlier" and counted["unit"].lower() in ("year", "month") and counted["count"].lower() == "a"
    )
    origin = anchor or (setting.published if of_last_year else None)
    if origin is None:
        return (
            DateSpan(counted.start(), end, None) if counted["count"].lower() in ("a", "an", "the") else None
        )
    return _counted(text, counted, end, origin, -1 if word in ("earlier", "before") else 1)


def _counted(text: str, counted: re.Match[str], end: int, origin: date, sign: int) -> DateSpan | None:
    word = counted["count"].lower().split()[0]
    number = (
        1
        if word in ("a", "an", "the", "just")
        else getattr(read_number(text, counted.start()), "value", None)
    )
    if not isinstance(number, int):
        return None
    unit = counted["unit"].lower()
    if unit == "fortnight":
        number, unit = number * 2, "week"
    if unit == "decade":
        number, unit = number * 10, "year"
    value = shifted(origin, sign * number, unit)
    return DateSpan(counted.start(), end, value, relative=True) if value else None


def anchor_of(value: str | None) -> date | None:
    """The day that ``a day earlier`` counts from, given the last date told; its first day where it is longer."""
    if value is None or len(value) < 4 or not value[:4].isdigit():
        return None
    year, _, rest = value.partition("-")
    try:
        if rest.startswith("W"):
            return date.fromisocalendar(int(year), int(rest[1:]), 1)
        if rest.startswith("Q"):
            return date(int(year), 3 * int(rest[1:]) - 2, 1)
        month, _, day = rest.partition("-")
        return date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
