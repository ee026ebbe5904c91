"""Reads the date that a bank gives as an answer, and says why it is none."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from briefings.compose.datewords import in_words
from briefings.errors import BriefingError
from briefings.extract.calendar_words import MONTH_NAMES
from quiz_bank.formats.faults import BadValueError
from quiz_bank.grading.clean import clean
from quiz_bank.grading.date_reading import dates_of
from quiz_bank.grading.date_words import MONTHS
from quiz_bank.grading.moments import Moment, moment_of_key

_ISO_LIKE = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?")
_DAY_MONTH = re.compile(
    r"(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<m1>[a-z]+)|(?P<m2>[a-z]+) (?P<d2>\d{1,2})\b"
)


def iso_date(answer: str | int | date) -> str:
    """A date as a key holds it: ISO, as long as its precision.

    Raises:
        BadValueError: it does not exist, can be read in two ways, or is no single date.
    """
    if isinstance(answer, date):
        return answer.isoformat()[:10]
    words = str(answer).strip()
    parts = [int(part) for part in words.split("-")] if _ISO_LIKE.fullmatch(words) else []
    if not parts or not impossible(words, parts):
        try:
            moment_of_key(words)
            return words
        except BriefingError:
            pass
    if parts:
        raise BadValueError(
            "B021", impossible(words, parts) or f'write "{"-".join(f"{p:02}" for p in parts)}"'
        )
    return _from_words(words)


def _from_words(words: str) -> str:
    cleaned = clean(words)
    found = dates_of(cleaned, asked="day", near=None)
    if found.impossible:
        raise BadValueError("B021", _why_impossible(words, cleaned))
    if not found.readings or found.relative or found.shifted:
        raise BadValueError(
            "B021", f'"{words[:60]}" is not a date; write it as "2017-11-03", "2017-11" or "2017"'
        )
    if found.ranged or len(found.readings) > 1:
        raise BadValueError("B021", f'"{words[:60]}" is more than one date; ask for one of them')
    moments = list(dict.fromkeys(found.readings[0].moments))
    isos = list(dict.fromkeys(_iso(moment) for moment in moments))
    if len(isos) > 1 and all(isos):
        one, other = (in_words(iso) for iso in isos[:2])
        raise BadValueError("B022", f'"{words[:60]}" is {one} or {other}; write "{isos[0]}" or "{isos[1]}"')
    if not isos[0]:
        told = "has no year" if moments[0].year is None else "is not a day, a month or a year"
        raise BadValueError("B021", f'"{words[:60]}" {told}; write it as "2017-11-03", "2017-11" or "2017"')
    try:
        moment_of_key(isos[0])
    except BriefingError:
        raise BadValueError("B021", f'"{words[:60]}" is not a date: the calendar has no such') from None
    return isos[0]


def _iso(moment: Moment) -> str:
    """A moment in ISO, or empty where it is coarser or finer than ISO tells."""
    if moment.months or moment.days or moment.century is not None:
        return ""
    if moment.decade is not None:
        return f"{moment.decade // 10}X"
    if moment.year is None:
        return ""
    if moment.week is not None:
        return f"{moment.year:04}-W{moment.week:02}"
    parts = [f"{moment.year:04}"]
    parts += [f"{part:02}" for part in (moment.month, moment.day) if part is not None]
    return "-".join(parts) if moment.month is not None or moment.day is None else ""


def impossible(shown: str, parts: Sequence[int]) -> str:
    """Why year, month and day are no date; empty where they are one."""
    year, month = parts[0], parts[1]
    if not 1 <= month <= 12:
        return f'"{shown}" is not a date: there are 12 months'
    if len(parts) < 3:
        return ""
    days = monthrange(min(max(year, 1), 9999), month)[1]
    if 1 <= parts[2] <= days:
        return ""
    return f'"{shown}" is not a date: {MONTH_NAMES[month - 1]} {year} has {days} days'


def _why_impossible(words: str, cleaned: str) -> str:
    year = next((int(digits) for digits in re.findall(r"\b\d{4}\b", cleaned)), 2000)
    for match in _DAY_MONTH.finditer(cleaned):
        month = MONTHS.get(match["m1"] or match["m2"] or "")
        if month and (told := impossible(words[:60], (year, month, int(match["d1"] or match["d2"])))):
            return told
    return f'"{words[:60]}" is not a date: the calendar has no such day'
