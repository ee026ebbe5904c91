"""Dates as pages print them beside an article, and dates as people type them; strict, nothing guessed.

A date written in digits alone is read only where it can mean one day: year first, or a day above 12.
"""

from __future__ import annotations

import re
from datetime import date

from briefings.errors import BriefingError, ExitCode
from briefings.patterns import Pattern
from briefings.reading.lines import word_set

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS, 1)}

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
# A group name may stand only once in a pattern.
_MONTH_AGAIN = _MONTH.replace("?P<month>", "?:")
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_WRITTEN = tuple(
    Pattern(rf"(?<![\w/.-]){form}(?![\w/-])", re.IGNORECASE | re.ASCII)
    for form in (
        rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_DAY}-{_MONTH}-{_YEAR}",
        rf"{_YEAR}[-/.](?P<month>[01]?\d)[-/.](?P<day>[0-3]?\d)(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?",
    )
)
_DIGITS = Pattern(rf"(?<![\w/.-])(?P<first>[0-3]?\d)[/.](?P<second>[0-3]?\d)[/.]{_YEAR}(?![\w/-])", re.ASCII)
_IN_ADDRESS = Pattern(
    r"(?:https?://|www\.)[^\s/]+/(?:[^\s/]{1,80}/){0,8}?"
    rf"{_YEAR}[/-]?(?P<month>0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-]?(?P<day>[0-3]\d)(?!\d)",
    re.IGNORECASE | re.ASCII,
)
_WITHOUT_YEAR = Pattern(rf"(?<![\w/.-])(?:{_DAY} {_MONTH}|{_MONTH_AGAIN} \d{{1,2}})(?![\w/-])", re.IGNORECASE)
_STAMP = Pattern(
    r"(?<!\w)(?:"
    r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?"
    r"|\d{1,3} ?(?:s(?:ec(?:ond)?s?)?|min(?:ute)?s?|h(?:(?:ou)?rs?)?|d(?:ays?)?|weeks?|months?|years?) ago"
    r"|(?:an?|one) (?:minute|hour|day|week|month|year) ago|just now"
    r"|(?:reading time:? )?(?:\d{1,3}|a|one)[ -]min(?:ute)?s?(?: read|(?![\w ]))"
    r")(?!\w)",
    re.IGNORECASE,
)
_AROUND_STAMPS = word_set(
    "first last originally published publish posted updated update modified created edited filed issued date "
    "dated time on at in by and the of mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday "
    "thursday friday saturday sunday gmt utc bst cet cest est edt et cst cdt ct mst mdt mt pst pdt pt aest "
    "aedt ist eat msk jst hrs h z am pm local read reading"
)
_LONGEST_STAMP = 140  # characters
_ANY_YEAR = Pattern(r"(?:19|20|21)\d\d")
_SAYS_WHEN = Pattern(r"\d|\bago\b|just now|\b(?:a|one)[ -]min", re.IGNORECASE)  # in each stamp
_PARTS = Pattern(r"[^\W_]+(?:['’.-][^\W_]+)*")


def find_date(text: str) -> date | None:
    """The first whole date written in a text; None where there is none or its numbers are no date."""
    found = [match for form in (*_WRITTEN, _DIGITS) if (match := form.search(text))]
    dates = (_as_date(match) for match in sorted(found, key=re.Match.start))
    return next((day for day in dates if day), None)


def is_date_line(line: str) -> bool:
    """Whether a line only says when: a date or a clock stamp, with at most a weekday, a place or a section."""
    if len(line) > _LONGEST_STAMP or not _SAYS_WHEN.search(line):
        return False
    rest, stamps = line, 0
    whole = (*_WRITTEN, _DIGITS) if _ANY_YEAR.search(line) else ()
    for form in (*whole, _WITHOUT_YEAR, _STAMP):
        rest, count = form.subn(" ", rest)
        stamps += count
    words = [word for word in _PARTS.findall(rest) if word.lower() not in _AROUND_STAMPS]
    return (
        stamps > 0
        and len(words) <= 3
        and all(word[0].isupper() for word in words)
        and not rest.rstrip().endswith((".", "!", "?"))
    )


def parse_date_line(line: str) -> date | None:
    """The date of a line that only says when; None for any other line and for one without a whole date."""
    return find_date(line) if is_date_line(line) else None


def date_in_address(text: str) -> date | None:
    """The date in the path of the first address that holds one: ``/2017/11/03/``, ``/2017/1103/``."""
    for match in _IN_ADDRESS.finditer(text):
        day = _as_date(match)
        if day:
            return day
    return None


def parse_given(text: str) -> date:
    """The date a person typed: ``2017-11-03``, ``3 November 2017`` or ``November 3, 2017``.

    Raises:
        BriefingError: anything else, a day that does not exist, or a year out of 1900-2199.
    """
    words = " ".join(text.split())
    for form in _WRITTEN:
        match = form.fullmatch(words)
        day = match and _as_date(match)
        if day:
            return day
    raise BriefingError(
        f"{words[:40]!r} is not a date", "write it as 2017-11-03 or 3 November 2017", ExitCode.BAD_USAGE
    )


def _as_date(match: re.Match[str]) -> date | None:
    """The day a match names; None where there is no such day, or where day and month could be swapped."""
    parts = match.groupdict()
    if "first" in parts:
        first, second = int(parts["first"]), int(parts["second"])
        day, month = (first, second) if first > 12 or first == second else (second, first)
        if day <= 12 and day != month:
            return None
    else:
        day, month = int(parts["day"]), _month_number(parts["month"])
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None


def _month_number(written: str) -> int:
    return int(written) if written.isdigit() else _MONTH_NUMBERS[written.lower()[:3]]
