"""Dates that a month's name or a weekday tells, with the year printed, or the one the published date gives."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefings.extract.calendar_words import (
    DOUBTFUL_MONTHS,
    MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    is_day,
    iso_month,
    nearest_weekday,
    nearest_year,
)
from briefings.extract.dates import DASH, PART_OF, WINDOW, YEAR, DateSpan, Setting
from briefings.extract.tense import lies_ahead
from briefings.extract.wordlist import word_set
from briefings.patterns import Pattern

_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|th)"
_WRITTEN_DAYS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
_WRITTEN = "|".join(sorted(_WRITTEN_DAYS.replace("-", "[- ]").split(), key=len, reverse=True))

_DAY_BEFORE = Pattern(
    rf"(?<![0-9.,:$£€/-])(?:(?P<from>{_DAY}){_ORDINAL}?(?P<join>{DASH}))?(?:the )?(?P<day>{_DAY})(?:{_ORDINAL})?(?: of"
    rf"|,)?[ -]{{1,2}}\Z"
)
_WRITTEN_BEFORE = Pattern(rf"\b(?P<day>{_WRITTEN}) (?:day )?of \Z", re.I)
_WRITTEN_AFTER = Pattern(rf" (?:the )?(?P<day>{_WRITTEN})(?![^\W_])", re.I)
_DAY_AFTER = Pattern(
    rf"(?:[.]? {{1,2}}(?:the )?|[.])(?P<day>{_DAY})(?:{_ORDINAL})?(?![0-9:]|[.,][0-9]|-[a-z]|[ -]?(?:%|per cent"
    rf"|percent|million|billion|km\b|a\.m|p\.m|am\b|pm\b))"
    rf"(?:(?P<join>{DASH})(?P<to>{_DAY})(?:{_ORDINAL})?(?![0-9:]|[.,][0-9]| (?:[a-z]+s\b|million|per)))?"
)
_YEAR_AFTER = Pattern(
    rf"(?:[.,]{{0,2}} {{1,3}}|[.]?,? of |-| ')(?P<year>{YEAR})|,? ['‘’](?P<short>[0-9]{{2}})(?![0-9s])"
)
_QUARTER_AFTER = Pattern(r" quarter(?![^\W_])")
_WHICH_YEAR = Pattern(r",? (?P<which>(?:of )?(?:last|this|next) year)\b", re.I)
_NOT_TODAY = {"last": -1, "this past": -1, "next": 1}
_MODIFIER = Pattern(r"\b(?:last|next|this|this coming|this past|late|early) \Z", re.I)
_SHORT = frozenset(str.split("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"))
_THREE_LETTERS = Pattern(r"[A-Za-z]{3}")
_WEEKDAY_BEFORE = Pattern(r"\b(?P<name>[A-Z][a-z]{2,8})[.]?,? (?:the )?\Z")
_NAME_AFTER = Pattern(r" [A-Z][a-z]+")
_NOUN_AFTER = Pattern(r" [a-z]")
_OWNERS = frozenset(("the", "its", "their", "his", "her", "our", "a"))
_UNSURE_CUES = frozenset(("and", "to", "or", "by", "from", "of", "before", "after", "between"))
_CAPITAL_MONTH_CUES = word_set(
    """
    in since until till by before after from during of late early mid between through last next this and
    to or past every each previous following coming mid-
    """
)
_NOT_A_WEEKDAY_BEFORE = word_set(
    """
    black good bloody ash super cyber palm boxing shrove maundy easter holy manic
    """
)
_NOT_A_WEEKDAY_AFTER = Pattern(
    r" (?:Times|Telegraph|Express|Mirror|Mail|Herald|Post|Age|Tribune|Star|Sun|World|Mass"
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
        last, year = year_match.end(), _full_year(year_match, setting)
    else:
        last, year = _which_year(text, last, setting)
    day_start, first = first, _with_weekday(text, first)
    part = None if days else PART_OF.search(text, max(0, first - WINDOW), first)
    if part:
        first = part.start()
    if (
        text[last : last + 1] == "."
        and not year_match
        and not days
        and end == last
        and text[start:end] in _SHORT
    ):
        last += 1
    quarter = None if days else _QUARTER_AFTER.match(text, last)
    if quarter and month % 3 == 0:
        return _quarter(text, first, quarter.end(), month, year, setting)
    relative = year_match is None
    if not year:
        if setting.published is None:
            return DateSpan(first, last, None)
        said = part.group().lower() if part else ""
        ahead = lies_ahead(text, first, last, said)
        if month == setting.published.month and said.startswith(("last ", "next ")):  # not this month
            year = setting.published.year + (1 if said[0] == "n" else -1)
            return _dated(first, last, year, month, days, relative)
        year = nearest_year(setting.published, month, days[-1] if days else None, ahead)
        if first < day_start and len(days) == 1:
            year = _year_with_weekday(setting.published, month, days[0], text[first:day_start]) or year
    return _dated(first, last, year, month, days, relative)


def _quarter(text: str, start: int, end: int, month: int, year: int, setting: Setting) -> DateSpan:
    """``the June quarter``: the three months that end with it."""
    if not year and setting.published is None:
        return DateSpan(start, end, None)
    if not year and setting.published is not None:
        return DateSpan(
            start,
            end,
            f"{nearest_year(setting.published, month, None, False):04d}-Q{month // 3}",
            relative=True,
        )
    return DateSpan(start, end, f"{year:04d}-Q{month // 3}")


def _full_year(match: re.Match[str], setting: Setting) -> int:
    """The year of four digits, or of two after an apostrophe: the latest such year that is not ahead."""
    if match["year"]:
        return int(match["year"])
    year = 2000 + int(match["short"])
    return year if year <= (setting.published.year if setting.published else 2029) else year - 100


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
    spelled = _WRITTEN_AFTER.match(text, end)
    if spelled:
        return [_day_of(spelled["day"])], start, spelled.end()
    before = _DAY_BEFORE.search(text, max(0, start - 24), start)
    if before:
        days = [int(before["day"])]
        if before["from"] and int(before["from"]) < days[0]:
            return [int(before["from"]), *days], before.start(), end
        return days, before.start("day"), end
    written = _WRITTEN_BEFORE.search(text, max(0, start - 24), start)
    if written:
        return [_day_of(written["day"])], written.start(), end
    return [], start, end


def _day_of(written: str) -> int:
    """The day of the month that an ordinal in words names."""
    return _WRITTEN_DAYS.split().index(written.lower().replace(" ", "-")) + 1


def _is_month(text: str, start: int, end: int) -> bool:
    """Whether a month's name alone is the month: ``May`` and ``March`` need a word like ``in`` before them."""
    name = text[start:end]
    if len(name) < 4 and name != "May":
        return False
    if name.lower() not in DOUBTFUL_MONTHS:
        return True
    before = text[max(0, start - 12) : start].rstrip(" -").rpartition(" ")[2].lower()
    if _NAME_AFTER.match(text, end) and before in _UNSURE_CUES:  # "and June Weston"
        return False
    return before in _CAPITAL_MONTH_CUES or (before in _OWNERS and _NOUN_AFTER.match(text, end) is not None)


def _which_year(text: str, end: int, setting: Setting) -> tuple[int, int]:
    """The end of ``last year`` after a day or month, and that year; 0 where nothing is said."""
    which = _WHICH_YEAR.match(text, end)
    if which is None:
        return end, 0
    if setting.published is None:
        return which.end(), 0
    step = {"last": -1, "this": 0, "next": 1}[which["which"].split()[-2].lower()]
    return which.end(), setting.published.year + step


def _year_with_weekday(published: date, month: int, day: int, printed: str) -> int:
    """The year nearest to the published date in which that day is the weekday printed before it, else 0."""
    name = _THREE_LETTERS.match(printed)
    wanted = next((i for full, i in WEEKDAYS.items() if name and full.startswith(name.group().lower())), None)
    for year in (published.year, published.year - 1, published.year + 1):
        if is_day(year, month, day) and date(year, month, day).weekday() == wanted:
            return year
    return 0


def _with_weekday(text: str, start: int) -> int:
    """The start moved back over a weekday that belongs to the date: ``Friday, Nov. 3``."""
    weekday = _WEEKDAY_BEFORE.search(text, max(0, start - 16), start)
    if weekday and (weekday["name"].lower() in WEEKDAYS or weekday["name"].lower() in SHORT_WEEKDAYS):
        return weekday.start()
    return start


def weekday_date(text: str, start: int, end: int, setting: Setting) -> DateSpan | None:
    """The day a weekday's name means: the latest one on or before the published date, unless it lies ahead."""
    before = text[max(0, start - 12) : start].rstrip().rpartition(" ")[2].lower()
    if before in _NOT_A_WEEKDAY_BEFORE or _NOT_A_WEEKDAY_AFTER.match(text, end):
        return None
    modifier = _MODIFIER.search(text, max(0, start - 14), start)
    part = modifier.group() if modifier else ""
    if part.lower().split()[-1:] in (["late"], ["early"]):
        part = ""
    first = start - len(part)
    if setting.published is None:
        return DateSpan(first, end, None)
    weekday = WEEKDAYS[text[start:end].lower()]
    if part.lower() == "this ":
        ahead: bool | None = weekday >= setting.published.weekday()
    else:
        ahead = lies_ahead(text, first, end, part)
    day = nearest_weekday(setting.published, weekday, bool(ahead))
    if day == setting.published and part.lower().strip() in _NOT_TODAY:
        day += timedelta(days=7 * _NOT_TODAY[part.lower().strip()])
    return DateSpan(first, end, day.isoformat(), relative=True)
