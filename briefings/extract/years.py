"""Dates that digits alone tell: years, spans of years, decades, quarters, and dates in figures."""

from __future__ import annotations

import re

from briefings.extract.calendar_words import decade, is_day, iso_month
from briefings.extract.dates import DASH, PART_OF, WINDOW, YEAR, DateSpan, Setting
from briefings.extract.masks import STREET
from briefings.extract.nouns import STOPS, is_plural
from briefings.extract.periods import season_value
from briefings.extract.units import UNITS
from briefings.extract.wordlist import word_set
from briefings.patterns import Pattern

_NUMERIC = Pattern(
    r"(?P<a>[0-9]{1,4})(?P<sep>[-/.])(?P<b>[0-9]{1,2})(?P=sep)(?P<c>[0-9]{4}|[0-9]{2})(?![0-9]|[-/.][0-9])"
)
_YEAR_RANGE = Pattern(rf"(?: ?[-–—/] ?(?P<short>[0-9]{{2}})(?![0-9])|(?P<join>{DASH})(?P<long>{YEAR}))")
_DECADE = Pattern(r"['’]?s(?![^\W_])")
_SHORT_DECADE = Pattern(r"(?P<tens>[2-9]0)['’]?s(?![^\W_])")
_YEARLY = frozenset(
    ("levels", "prices", "figures", "results", "standards", "elections")
)  # "back to 2001 levels"
_FIRST_PLAIN_YEAR, _LAST_PLAIN_YEAR = 1900, 2099  # other years need a word such as "in" before them
_QUARTER_BEFORE = Pattern(
    r"\b(?:the )?(?:Q(?P<number>[1-4])|(?P<word>first|second|third|fourth|final"
    r"|last)(?: fiscal)?[ -]quarter)(?: of|,)?(?: fiscal)? \Z",
    re.I,
)
_SEASON_BEFORE = Pattern(
    r"\b(?:the )?(?:(?:early|late|mid)[ -])?(?:(?P<season>spring|summer|autumn|fall|winter)"
    r"|Christmas|Easter|fiscal(?: year)?|financial year|FY|year)(?: of|,)? ?\Z",
    re.I,
)
_NO_YEAR_AFTER = Pattern(r"(?:[A-Za-z0-9]-|[.,/:]|\bNo\. ?|\bRs\.? ?)\Z")
_NO_YEAR_BEFORE = Pattern(r"[%°]|[ -]?(?:per|percent|million|billion|thousand|pc)\b|:[0-9]|-[a-z]|[A-Za-z]")
_NEXT_WORDS = Pattern(r" (([a-z]+)(?:-[a-z]+)*(?: [a-z]+)?)")
_IN_YEAR = word_set(
    """
    in since until till during late early mid circa through
    year fiscal season season's class spring summer autumn fall winter
    ended ending built founded established
    opened born died est
    """
)
_COUNTED = frozenset(("people", "dollars", "pounds", "euros", "yen"))
_DETERMINERS = word_set(
    """
    the a an its his her their our this that my your any each every another first
    """
)


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
    quarter = _QUARTER_BEFORE.search(text, max(0, start - WINDOW), start)
    if quarter:
        number = quarter["number"] or str(
            ["first", "second", "third", "fourth", "final", "last"].index(quarter["word"].lower()) + 1
        )
        return DateSpan(quarter.start(), end, f"{year:04d}-Q{min(int(number), 4)}")
    season = _SEASON_BEFORE.search(text, max(0, start - WINDOW), start)
    if season:
        name = season["season"]
        value = season_value(year, name.lower()) if name else f"{year:04d}"
        return DateSpan(season.start(), end, value)
    if not _is_year(text, start, end, year):
        return None
    return DateSpan(_part_before(text, start), end, f"{year:04d}")


def short_decade(text: str, start: int, setting: Setting) -> DateSpan | None:
    """``the '70s``, ``the early 70s``: with an apostrophe, or after words that only a decade takes."""
    match = _SHORT_DECADE.match(text, start)
    if match is None:
        return None
    first = start - 1 if start and text[start - 1] in "'‘’" else start
    part = PART_OF.search(text, max(0, first - WINDOW), first)
    if first == start and not (
        part and part.group().lower().rstrip(" -in").endswith(("early", "mid", "late"))
    ):
        return None
    century = 19 if int(match["tens"]) > 20 or setting.published is None else setting.published.year // 100
    return DateSpan(part.start() if part else first, match.end(), decade(century * 100 + int(match["tens"])))


def _part_before(text: str, start: int) -> int:
    part = PART_OF.search(text, max(0, start - WINDOW), start)
    if part is None or part.group().lower().strip().endswith(("last", "next", "this", "coming", "past")):
        return start
    return part.start()


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
    if left[-1:] in tuple("$£€¥#+") or _NO_YEAR_AFTER.search(left):
        return left.endswith(("mid-", "pre-", "post-", "/"))
    if left.endswith("(") and right[:1] in ")-–":
        return True
    if STREET.match(text, end):
        return False
    before = left.rstrip(' (\n“"').rpartition(" ")[2].lstrip('(“"').lower()
    if _NO_YEAR_BEFORE.match(right):
        return False
    after = _NEXT_WORDS.match(right)
    word = after.group(2) if after else ""
    if after and (word in UNITS or after.group(1) in UNITS or word in _COUNTED):
        return False
    sure = before in _IN_YEAR or before in _DETERMINERS or before.endswith(("'s", "’s"))
    if is_plural(word):
        return sure or word in _YEARLY
    if not _FIRST_PLAIN_YEAR <= year <= _LAST_PLAIN_YEAR:
        alone = word in STOPS or (not word and right[:1] in (".", ",", ";", ")", ""))
        return (
            before in _IN_YEAR
            or (sure and bool(word))
            or (alone and before in ("of", "from", "after", "before", "by", "to"))
        )
    return True
