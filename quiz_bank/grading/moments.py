"""A date as far as it is known, and the dates that keys carry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from briefings.errors import BriefingError


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is known; None for what is left open.

    Attributes:
        year, month, day, weekday (0 Monday): its parts.
        months: months it may lie in, for seasons and parts of a year; empty where the month is known or open.
        decade: first year of a decade; century: first year of a century.
        week: ISO week.
        days: first and last day of a part of the month (``early``, ``first week of``).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    months: tuple[int, ...] = ()
    decade: int | None = None
    century: int | None = None
    week: int | None = None
    days: tuple[int, int] | None = None

    @property
    def real(self) -> bool:
        """Whether the calendar has it; without a year 29 February counts."""
        month, day, year = self.month or 1, self.day or 1, self.year or 2000
        if not (1 <= month <= 12 and 1 <= day <= 31 and 1 <= year <= 9999):
            return False
        if self.month is None or self.day is None:
            return True
        try:
            date(year, month, day)
        except ValueError:
            return False
        return True

    @property
    def whole(self) -> bool:
        """Whether year, month and day are known."""
        return None not in (self.year, self.month, self.day)

    def as_date(self, year: int = 2000) -> date:
        """As a calendar date, 1 January for what is open; ValueError where that year has no such day."""
        return date(self.year or year, self.month or 1, self.day or 1)

    @property
    def precision(self) -> str:
        """What a key of it asks: ``day``, ``month`` or ``year``; a week is asked like a day."""
        if self.day is not None or self.week is not None:
            return "day"
        return "month" if self.month is not None else "year"


def a_day_apart(one: Moment, other: Moment) -> bool:
    """Whether two moments are neighbouring days; a year left out is the other's."""
    if None in (one.month, one.day, other.month, other.day):
        return False
    year = one.year or other.year or 2000
    try:
        return abs(one.as_date(year) - other.as_date(year)) == timedelta(days=1)
    except ValueError:
        return False


_KEY = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?"
    r"|--(?P<m>\d{2})(?:-(?P<d>\d{2}))?"
    r"|(?P<decade>\d{3})X"
    r"|(?P<y>\d{4})-W(?P<week>\d{2})"
)


@lru_cache(maxsize=2048)
def moment_of_key(value: str) -> Moment:
    """Reads the ISO date of a key, as long as its precision: ``2017-11-03``, ``--11-03``, ``198X``, ``2017-W43``.

    Raises:
        BriefingError: it is no such date.
    """
    match = _KEY.fullmatch(value.strip())
    found = None
    if match:
        part = {name: int(text) for name, text in match.groupdict().items() if text is not None}
        if "decade" in part:
            found = Moment(decade=part["decade"] * 10)
        elif "week" in part:
            found = Moment(year=part["y"], week=part["week"]) if _has_week(part["y"], part["week"]) else None
        else:
            found = Moment(part.get("year"), part.get("month", part.get("m")), part.get("day", part.get("d")))
    if found is None or not found.real:
        raise BriefingError(
            f"the date key's value {value!r} is no date", "write it as 2017-11-03, 2017-11 or 2017"
        )
    return found


def _has_week(year: int, week: int) -> bool:
    try:
        date.fromisocalendar(year, week, 1)
    except ValueError:
        return False
    return True
