"""The calendar's words: months, weekdays, and the forms an ISO date of any precision takes."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from briefings.extract.wordlist import word_set

MONTH_NAMES = tuple(
    str.split("January February March April May June July August September October November December")
)
WEEKDAY_NAMES = tuple(str.split("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"))
_SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS: dict[str, int] = {name.lower(): i for i, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name: i for i, name in enumerate(_SHORT_MONTHS.split(), 1)} | {"sept": 9}
WEEKDAYS: dict[str, int] = {name.lower(): i for i, name in enumerate(WEEKDAY_NAMES)}
SHORT_WEEKDAYS = word_set("mon tue tues wed thu thur thurs fri sat sun")
# Months that are also words or names: they need a day, a year or a preposition beside them.
DOUBTFUL_MONTHS = word_set("may march mar jan dec sep nov jun august april june")

_FAR_AHEAD = 10  # months: a day just gone is not meant for next year
_CLOSE_AHEAD = 3  # months: a day named without a year is hardly ever three quarters of a year back


def iso_month(year: int, month: int) -> str:
    """``2017-11``."""
    return f"{year:04d}-{month:02d}"


def iso_week(day: date) -> str:
    """The ISO week a day lies in: ``2017-W43``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def decade(year: int) -> str:
    """``198X`` for any year of the eighties."""
    return f"{year // 10:03d}X"


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day; year 0 asks for a year that nobody named."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]


def add_months(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months after a day."""
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def shifted(day: date, count: int, unit: str) -> str | None:
    """The ISO date ``count`` units from a day, as precise as the unit; None beyond the calendar.

    Args:
        day: what is counted from.
        count: units forward, negative back.
        unit: ``day``, ``week``, ``month``, ``year`` or ``decade``.
    """
    try:
        if unit in ("day", "night"):
            return (day + timedelta(days=count)).isoformat()
        if unit == "week":
            return iso_week(day + timedelta(weeks=count))
        if unit == "month":
            return iso_month(*add_months(day, count))
    except OverflowError:
        return None
    year = day.year + count * {"year": 1, "decade": 10, "century": 100}[unit]
    return f"{year:04d}" if 1 <= year <= 9999 and unit == "year" else None


def nearest_weekday(day: date, weekday: int, future: bool) -> date:
    """The latest such weekday on or before a day, the same day included; the next one where it lies ahead."""
    back = (day.weekday() - weekday) % 7
    return day + timedelta(days=(7 - back) % 7) if future else day - timedelta(days=back)


def nearest_year(day: date, month: int, in_month: int | None, future: bool | None) -> int:
    """The year that puts a month or day nearest to a date on the side told, the date itself included.

    Where no side is told it is the past one, unless that lies far back and the next is close.
    """
    there, here = (month, in_month or 0), (day.month, day.day if in_month else 0)
    ahead = (month - day.month) % 12
    if future and not (in_month and there < here and (ahead >= _FAR_AHEAD or ahead == 0)):
        return day.year + (there < here)
    past = day.year - (there > here)
    if future is None:
        return past + (there > here and ahead <= _CLOSE_AHEAD)
    return past
