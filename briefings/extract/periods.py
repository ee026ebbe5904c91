"""Periods that a year or the published date places: seasons, quarters, feast days, ``the end of the year``."""

from __future__ import annotations

import re

from briefings.extract.calendar_words import iso_month, iso_week
from briefings.extract.dates import DateSpan, Setting
from briefings.extract.tense import lies_ahead
from briefings.patterns import Pattern

# TIMEX3's letters for a season, with its first and last month in the north.
SEASONS: dict[str, tuple[str, int, int]] = {
    "spring": ("SP", 3, 5),
    "summer": ("SU", 6, 8),
    "autumn": ("FA", 9, 11),
    "fall": ("FA", 9, 11),
    "winter": ("WI", 12, 14),
}
_FEASTS: dict[str, tuple[int, int]] = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "boxing day": (12, 26),
    "valentine's day": (2, 14),
}
_FEAST = Pattern(
    r"(?:Christmas (?:Day|Eve)|New Year['’]s (?:Day|Eve)|Boxing Day"
    r"|Valentine['’]s Day)(?:,? (?P<year>(?:19|20)[0-9]{2})(?![0-9]))?",
    re.I,
)
_LONGEST_FEAST = 20  # characters after its first word
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4}
_QUARTER_BEFORE = Pattern(r"\b(?:the |its |their )?(?P<which>first|second|third|fourth|final) \Z", re.I)
_BUSINESS = Pattern(
    r"\b(?:profits?|sales|revenues?|earnings|growth|loss(?:es)?|gdp|econom[a-z]+|shares|quarterly"
    r"|results|income|output|inflation"
    r"|per cent|percent|market|company|firm|bank|earned|exports|spending)\b|[%$£€]",
    re.I,
)
_AROUND = 120  # characters in which business words tell a quarter of the year from one of a game
_EDGE = Pattern(
    r"\b(?:the )?(?:very )?(?:end|start|beginning|middle|close|turn|rest|remainder) of (?:the )?\Z", re.I
)


def season_value(year: int, name: str) -> str:
    """``2015-SU``."""
    return f"{year:04d}-{SEASONS[name][0]}"


def stepped_season(year: int, month: int, step: int, name: str) -> str:
    """Last, this or next summer, seen from a month: the nearest one that is over, or has not begun."""
    _, first, last = SEASONS[name]
    if step < 0:
        return season_value(year if last < month else year - 1, name)
    return season_value(year + 1 if step > 0 and first <= month else year, name)


def quarter_date(text: str, start: int, end: int, setting: Setting) -> DateSpan | None:
    """``the first quarter`` in a text on business: the latest one that had begun when it was published."""
    before = _QUARTER_BEFORE.search(text, max(0, start - 16), start)
    if before is None or not _BUSINESS.search(text, max(0, start - _AROUND), min(len(text), end + _AROUND)):
        return None
    if setting.published is None:
        return DateSpan(before.start(), end, None)
    number = _QUARTERS[before["which"].lower()]
    year = setting.published.year - (3 * number - 2 > setting.published.month)
    return DateSpan(before.start(), end, f"{year:04d}-Q{number}", relative=True)


def feast_date(text: str, start: int, end: int, setting: Setting) -> DateSpan | None:
    """A feast that falls on the same day each year: in the year printed, else the nearest one before."""
    match = _FEAST.match(text, start, end + _LONGEST_FEAST)
    if match is None:
        return None
    name = match.group().lower().replace("’", "'")
    month, day = next(when for feast, when in _FEASTS.items() if name.startswith(feast))
    if match["year"]:
        return DateSpan(start, match.end(), f"{iso_month(int(match['year']), month)}-{day:02d}")
    if setting.published is None:
        return DateSpan(start, match.end(), None)
    today = (setting.published.month, setting.published.day)
    ahead = lies_ahead(text, start, match.end(), "")
    year = setting.published.year + ((month, day) < today if ahead else -((month, day) > today))
    return DateSpan(start, match.end(), f"{iso_month(year, month)}-{day:02d}", relative=True)


def edge_date(text: str, start: int, end: int, setting: Setting) -> DateSpan | None:
    """``the end of the year``: the year, month or week in which the text was published."""
    edge = _EDGE.search(text, max(0, start - 32), start)
    day = setting.published
    if edge is None or day is None or text.startswith((" 1", " 2", "-"), end):
        return None
    values = {"year": f"{day.year:04d}", "month": iso_month(day.year, day.month), "week": iso_week(day)}
    value = values.get(text[start:end])
    return DateSpan(edge.start(), end, value, relative=True) if value else None
