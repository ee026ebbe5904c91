"""Finds dates: absolute ones of every written form, and months and weekdays whose year the published date tells.

Words such as ``yesterday`` or ``last month`` are read in ``relative_dates``. A date that cannot be resolved
keeps its span with no value, so that its digits are not taken for a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from briefings.extract.calendar_words import (
    DOUBTFUL_MONTHS,
    MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    decade,
    is_day,
    iso_month,
    nearest_weekday,
    nearest_year,
)
from briefings.extract.nouns import is_plural
from briefings.extract.units import UNITS
from briefings.extract.wordlist import word_set


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date in the text: its span, its ISO value (None where nothing tells it), and the end of a period."""

    start: int
    end: int
    value: str | None
    value_max: str | None = None
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text's dates are read against: its published date and its outlet's country, where known."""

    published: date | None = None
    country: str | None = None


_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_YEAR = r"(?:1[0-9]{3}|20[0-9]{2})(?![0-9]|,[0-9]{3}|\.[0-9])"
_ORDINAL = r"(?:st|nd|rd|th)"
_DASH = r"(?: ?[-–—/] ?| to | and | through | until | till | or )"
_WRITTEN = "|".join(
    f"{tens}{ones}"
    for tens, numbers in (
        (
            "",
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth",
        ),
        ("", "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"),
        ("twenty[- ]", "first second third fourth fifth sixth seventh eighth ninth"),
        ("thirty[- ]", "first"),
    )
    for ones in numbers.split()
)
_WRITTEN_DAYS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
]

_DAY_BEFORE = re.compile(
    rf"(?<![0-9.,:$£€/-])(?:(?P<from>{_DAY}){_ORDINAL}?(?P<join>{_DASH}))?(?:the )?(?P<day>{_DAY})(?:{_ORDINAL})?(?: of"
    rf"|,)?[  -]{{1,2}}\Z"
)
_WRITTEN_BEFORE = re.compile(rf"\b(?P<day>{_WRITTEN}) (?:day )?of \Z", re.I)
_DAY_AFTER = re.compile(
    rf"[.]?[  ]{{1,2}}(?:the )?(?P<day>{_DAY})(?:{_ORDINAL})?(?![0-9:]|[.,][0-9]|[ -]?(?:%|per cent"
    rf"|percent|million|billion|km\b|a\.m|p\.m|am\b|pm\b))"
    rf"(?:(?P<join>{_DASH})(?P<to>{_DAY})(?:{_ORDINAL})?(?![0-9:]|[.,][0-9]|[  ](?:[a-z]+s\b|million|per)))?"
)
_YEAR_AFTER = re.compile(rf"(?:[.,]{{0,2}}[  ]{{1,3}}|[.]?,? of |-|[  ]')(?P<year>{_YEAR})")
_WHICH_YEAR = re.compile(r",? (?P<which>(?:of )?(?:last|this|next) year)\b", re.I)
_MONTH_TO = re.compile(rf"(?:{_DASH})(?P<month>[A-Z][a-z]{{2,8}})(?![^\W_])")
_WEEKDAY_BEFORE = re.compile(r"\b(?P<name>[A-Z][a-z]{2,8})[.]?,?[  ](?:the )?\Z")
_PART_OF = re.compile(
    r"\b(?:(?:the )?(?:very )?(?:end|beginning|start|middle|latter part|early part|second half"
    r"|first half|close|turn) of (?:the )?(?:year )?"
    r"|(?:early|late|mid)(?: in | |-)|(?:last|next|this|this past|this coming|early last|late last"
    r"|early next|late next) )\Z",
    re.I,
)
_NUMERIC = re.compile(
    r"(?P<a>[0-9]{1,4})(?P<sep>[-/.])(?P<b>[0-9]{1,2})(?P=sep)(?P<c>[0-9]{4}|[0-9]{2})(?![0-9]|[-/.][0-9])"
)
_YEAR_RANGE = re.compile(rf"(?: ?[-–—/] ?(?P<short>[0-9]{{2}})(?![0-9])|(?P<join>{_DASH})(?P<long>{_YEAR}))")
_DECADE = re.compile(r"['’]?s(?![^\W_])")
_SHORT_DECADE = re.compile(r"['‘’]?(?P<tens>[2-9]0)['’]?s(?![^\W_])")
_QUARTER_BEFORE = re.compile(
    r"\b(?:the )?(?:Q(?P<number>[1-4])|(?P<word>first|second|third|fourth|final"
    r"|last)(?: fiscal)?[ -]quarter)(?: of|,)?(?: fiscal)? \Z",
    re.I,
)
_SEASON_BEFORE = re.compile(
    r"\b(?:the )?(?:(?:early|late|mid)[ -])?(?:spring|summer|autumn|fall|winter|Christmas|Easter"
    r"|fiscal(?: year)?|financial year|FY|year)(?: of|,)? ?\Z",
    re.I,
)
_IN_YEAR = word_set(
    """
    in since until till by before after from during of late early mid between circa through around about
    and or to year fiscal season season's class spring summer autumn fall winter ended ending on for
    """
)
_DETERMINERS = word_set(
    """
    the a an its his her their our this that my your any each every another first
    """
)
_UNSURE = word_set("of by to from between after before about around for on and or")
_CAPITAL_MONTH_CUES = word_set(
    """
    in since until till by before after from during of late early mid between through last next this and
    to or past every each previous following coming mid-
    """
)
_FUTURE = re.compile(
    r"\b(?:will|'ll|won't|shall|due|scheduled|slated|going to|set to|to be|upcoming|plans? to"
    r"|planned|hopes? to|intends? to"
    r"|expect(?:s|ed)? to|ahead of|until|till|by|deadline|expires?|would)\b",
    re.I,
)
_SAID = re.compile(r"\b(?:said|says|told|announced|reported|was|were|had|confirmed|added)\b[^.]{0,12}\Z")
_WINDOW = 40
_NOT_A_WEEKDAY_BEFORE = word_set(
    """
    black good bloody ash super cyber palm boxing shrove maundy easter holy manic
    """
)
_NOT_A_WEEKDAY_AFTER = re.compile(
    r"[ ](?:Times|Telegraph|Express|Mirror|Mail|Herald|Post|Age|Tribune|Star|Sun|World|Mass"
    r"|Night Live|School|Night Football)\b"
)


def month_date(text: str, start: int, end: int, setting: Setting) -> DateSpan | None:
    """The date around the month's name at ``start:end``: ``3rd of November 2017``, ``Nov. 3-5``, ``last May``."""
    month = MONTHS[text[start:end].lower()]
    days, first, last = _days(text, start, end)
    year_match = _YEAR_AFTER.match(text, last)
    if not days and not year_match and not _is_month(text, start, end):
        return None
    if year_match:
        last, year = year_match.end(), int(year_match["year"])
    else:
        last, year = _which_year(text, last, setting)
    first = _with_weekday(text, first)
    part = None if days else _PART_OF.search(text, max(0, first - _WINDOW), first)
    if part:
        first = part.start()
    if text[last : last + 1] == "." and not year_match and not days and end == last and end - start < 5:
        last += 1
    relative = not year
    if not year:
        if setting.published is None:
            return DateSpan(first, last, None)
        ahead = _is_future(text, first, part.group() if part else "")
        year = nearest_year(setting.published, month, days[-1] if days else None, ahead)
    return _dated(first, last, year, month, days, relative)


def _dated(start: int, end: int, year: int, month: int, days: list[int], relative: bool) -> DateSpan:
    """The span with its value: a month, a day, or two days of a month."""
    if not days:
        return DateSpan(start, end, iso_month(year, month), relative=relative)
    if not all(is_day(year, month, day) for day in days):
        return DateSpan(start, end, None)
    values = [f"{iso_month(year, month)}-{day:02d}" for day in days]
    return DateSpan(start, end, values[0], values[1] if len(values) > 1 else None, relative)


def _days(text: str, start: int, end: int) -> tuple[list[int], int, int]:
    """The days beside a month's name, one or two, and the span of it all."""
    after = _DAY_AFTER.match(text, end)
    if after:
        days = [int(after["day"])]
        if after["to"] and int(after["to"]) > days[0]:
            return [*days, int(after["to"])], start, after.end()
        return days, start, after.start("join") if after["join"] else after.end()
    before = _DAY_BEFORE.search(text, max(0, start - 24), start)
    if before:
        days = [int(before["day"])]
        if before["from"] and int(before["from"]) < days[0]:
            return [int(before["from"]), *days], before.start(), end
        return days, before.start("day"), end
    written = _WRITTEN_BEFORE.search(text, max(0, start - 24), start)
    if written:
        day = _WRITTEN_DAYS.index(written["day"].lower().replace(" ", "-")) + 1
        return [day], written.start(), end
    return [], start, end


def _is_month(text: str, start: int, end: int) -> bool:
    """Whether a month's name alone is the month: ``May`` and ``March`` need a word like ``in`` before them."""
    name = text[start:end]
    if len(name) < 4 and name != "May":
        return False
    if name.lower() not in DOUBTFUL_MONTHS:
        return True
    before = text[max(0, start - 12) : start].rstrip(" -").rpartition(" ")[2].lower()
    return before in _CAPITAL_MONTH_CUES or (
        bool(re.compile(r"['’]s ").match(text, end)) and before in _CAPITAL_MONTH_CUES
    )


def _which_year(text: str, end: int, setting: Setting) -> tuple[int, int]:
    """The end of ``last year`` after a day or month, and that year; 0 where nothing is said."""
    which = _WHICH_YEAR.match(text, end)
    if which is None:
        return end, 0
    if setting.published is None:
        return which.end(), 0
    step = {"last": -1, "this": 0, "next": 1}[which["which"].split()[-2].lower()]
    return which.end(), setting.published.year + step


def _with_weekday(text: str, start: int) -> int:
    """The start moved back over a weekday that belongs to the date: ``Friday, Nov. 3``."""
    weekday = _WEEKDAY_BEFORE.search(text, max(0, start - 16), start)
    if weekday and (weekday["name"].lower() in WEEKDAYS or weekday["name"].lower() in SHORT_WEEKDAYS):
        return weekday.start()
    return start


def _is_future(text: str, start: int, part: str) -> bool:
    """Whether the words before a date say that it lies ahead."""
    words = part.lower().split()
    if "next" in words or "coming" in words:
        return True
    if "last" in words or "past" in words:
        return False
    before = text[max(0, start - 70) : start]
    before = before[max(before.rfind(". "), before.rfind("\n"), before.rfind("; ")) + 1 :]
    if _SAID.search(before):
        return False
    return _FUTURE.search(before) is not None


def weekday_date(text: str, start: int, end: int, setting: Setting) -> DateSpan | None:
    """The day a weekday's name means: the latest one on or before the published date, unless it lies ahead."""
    before = text[max(0, start - 12) : start].rstrip().rpartition(" ")[2].lower()
    if before in _NOT_A_WEEKDAY_BEFORE or _NOT_A_WEEKDAY_AFTER.match(text, end):
        return None
    modifier = re.compile(r"\b(?:last|next|this|this coming|this past|late|early) \Z", re.I).search(
        text, max(0, start - 14), start
    )
    part = modifier.group() if modifier else ""
    if part.lower().split()[-1:] in (["late"], ["early"]):
        part = ""
    first = start - len(part)
    if setting.published is None:
        return DateSpan(first, end, None)
    weekday = WEEKDAYS[text[start:end].lower()]
    day = nearest_weekday(setting.published, weekday, _is_future(text, first, part))
    if day == setting.published and part.lower().strip() in ("last", "next", "this past"):
        day = nearest_weekday(
            date.fromordinal(day.toordinal() + (1 if "next" in part.lower() else -1)),
            weekday,
            "next" in part.lower(),
        )
    return DateSpan(first, end, day.isoformat(), relative=True)


def numeric_date(text: str, start: int, setting: Setting) -> DateSpan | None:
    """``2017-11-03``, ``3/11/2017``, ``11/3/17``: day and month told apart by size, else by the outlet's country."""
    match = _NUMERIC.match(text, start)
    if match is None or (len(match["a"]) != 4 and len(match["c"]) == 2 and match["sep"] == "-"):
        return None
    a, b, c = int(match["a"]), int(match["b"]), int(match["c"])
    if len(match["a"]) == 4:
        year, month, day = a, b, c
    else:
        year = c if len(match["c"]) == 4 else 2000 + c
        month, day = (a, b) if setting.country == "US" or b > 12 else (b, a)
        if setting.country is None and a <= 12 and b <= 12 and a != b:
            return DateSpan(start, match.end(), None)
    if not (1000 <= year <= 2199 and is_day(year, month, day)):
        return DateSpan(start, match.end(), None) if match["sep"] == "/" else None
    return DateSpan(start, match.end(), f"{iso_month(year, month)}-{day:02d}")


def year_date(text: str, start: int, end: int) -> DateSpan | None:
    """The year, decade, quarter or span of years whose four digits stand at ``start:end``."""
    year = int(text[start:end])
    tens = _DECADE.match(text, end)
    if tens and year % 10 == 0:
        return DateSpan(_part_before(text, start), tens.end(), decade(year))
    period = _YEAR_RANGE.match(text, end)
    if period and (period["short"] or _joined(text, start, year, period)):
        last = int(period["long"] or text[start : start + 2] + period["short"])
        if year < last <= year + 150 and (period["long"] or last - year < 60):
            return DateSpan(start, period.end(), f"{year:04d}", f"{last:04d}")
    quarter = _QUARTER_BEFORE.search(text, max(0, start - _WINDOW), start)
    if quarter:
        number = quarter["number"] or str(
            ["first", "second", "third", "fourth", "final", "last"].index(quarter["word"].lower()) + 1
        )
        return DateSpan(quarter.start(), end, f"{year:04d}-Q{min(int(number), 4)}")
    season = _SEASON_BEFORE.search(text, max(0, start - _WINDOW), start)
    if season:
        return DateSpan(season.start(), end, f"{year:04d}")
    if not _is_year(text, start, end, year):
        return None
    return DateSpan(_part_before(text, start), end, f"{year:04d}")


def _part_before(text: str, start: int) -> int:
    part = _PART_OF.search(text, max(0, start - _WINDOW), start)
    return (
        part.start()
        if part and not part.group().lower().strip().endswith(("last", "next", "this"))
        else start
    )


def _joined(text: str, start: int, year: int, period: re.Match[str]) -> bool:
    """Whether two years are the ends of one period, not two years told one after the other."""
    join = period["join"].strip()
    if join in ("and", "or"):
        between = text[max(0, start - 12) : start].rstrip().lower().endswith("between")
        return (join == "and" and int(period["long"]) == year + 1) or between
    return True


def _is_year(text: str, start: int, end: int, year: int) -> bool:
    """Whether four plain digits are a year, by the words on either side."""
    left, right = text[max(0, start - 20) : start], text[end : end + 24]
    if left[-1:] in tuple("$£€¥#+") or re.search(r"(?:[A-Za-z0-9]-|[.,/:]|\bNo\. ?|\bRs\.? ?)\Z", left):
        return left.endswith(("mid-", "pre-", "post-", "/"))
    before = left.rstrip(' (\n“"').rpartition(" ")[2].lower()
    if re.match(r"[%°]|[ -]?(?:per|percent|million|billion|thousand|pc)\b|:[0-9]|-[a-z]|[A-Za-z]", right):
        return False
    after = re.match(r"[  ]([a-z]+(?:-[a-z]+)*)", right)
    word = after.group(1) if after else ""
    counted = (
        word in UNITS
        or word in ("people", "dollars", "pounds", "euros")
        or (is_plural(word) and after is not None)
    )
    if counted and (word in UNITS or word == "people" or year % 100 == 0):
        return before in _IN_YEAR - _UNSURE or before in _DETERMINERS or before.endswith(("'s", "’s"))
    if not 1900 <= year <= 2099:
        return (
            before in _IN_YEAR
            or (left.endswith("(") and right[:1] in ")-–")
            or (before in _DETERMINERS and bool(word))
        )
    return not (counted and before in _UNSURE and year % 10 == 0)


def joined_periods(text: str, spans: list[DateSpan]) -> Iterator[DateSpan]:
    """Makes one period of two dates that ``between`` or ``from`` begins: ``between January 9 and March 27``."""
    waiting: DateSpan | None = None
    for span in spans:
        if waiting is not None:
            both = _period(text, waiting, span)
            if both is not None:
                waiting = both
                continue
            yield waiting
        waiting = span
    if waiting is not None:
        yield waiting


def _period(text: str, first: DateSpan, last: DateSpan) -> DateSpan | None:
    """The period two neighbouring dates make, where the words around them say so."""
    gap = text[first.end : last.start]
    if len(gap) > 9 or first.value_max or last.value_max:
        return None
    before = text[max(0, first.start - 9) : first.start].lower()
    opened = (before.endswith("between ") and gap.strip() == "and") or (
        before.endswith("from ") and gap.strip() in ("to", "until", "till", "through")
    )
    if not opened and gap.strip() not in ("-", "–", "—"):
        return None
    if first.value is None or last.value is None or len(first.value) < 4 or first.value == last.value:
        return DateSpan(first.start, last.end, None) if not (first.value and last.value) else None
    start, end = first.value, last.value
    if first.relative and not last.relative:
        start = _in_year_of(start, end)
    return replace(first, end=last.end, value=start, value_max=end, relative=last.relative)


def _in_year_of(start: str, end: str) -> str:
    """A day or month that borrows the year printed with the other end of its period."""
    year = int(end[:4])
    return f"{year - (start[4:] > end[4:]):04d}{start[4:]}"
