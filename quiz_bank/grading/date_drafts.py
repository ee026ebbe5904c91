"""A date while it is being put together, and the ways to read what was gathered (rule 14)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from quiz_bank.grading.date_words import DAYS_OF, MONTHS_OF, SEASONS
from quiz_bank.grading.moments import Moment


@dataclass
class Draft:
    """What is being put together while the answer is read."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str = ""
    decade: int | None = None
    century: int | None = None
    week: int | None = None
    part: str = ""
    complete: tuple[Moment, ...] = ()  # a date written as one piece, every way to read it
    year_fits: bool = False  # the day may be a year instead: "Oct 17"

    @property
    def empty(self) -> bool:
        """Whether nothing of a date was gathered: "early" alone is none."""
        return (not self.part or self.part in DAYS_OF) and replace(self, part="") == Draft()


def full_year(digits: str, near: int | None) -> int:
    """A two-digit year is the asked one where its last digits are these; else it lies within 1930-2029."""
    value = int(digits)
    if len(digits) > 2:
        return value
    if near is not None and near % 100 == value:
        return near
    return value + (1900 if value >= 30 else 2000)


def moments_of(draft: Draft, asked: str, near: int | None) -> Iterator[Moment]:
    """The ways to read a draft."""
    for moment in draft.complete:
        yield replace(moment, weekday=draft.weekday, year=moment.year or draft.year)
    if draft.complete:
        return
    base = _with_part(
        Moment(
            year=draft.year,
            month=draft.month,
            weekday=draft.weekday,
            decade=draft.decade,
            century=draft.century,
            week=draft.week,
            months=SEASONS.get(draft.season, ()),
        ),
        draft.part,
    )
    day = draft.day
    if day is None:
        yield base
        return
    if draft.year is None and asked != "day" and draft.year_fits:
        yield replace(base, year=full_year(f"{day:02d}", near))
    if draft.month is not None or asked != "year" or draft.weekday is not None:
        yield replace(base, day=day)


def _with_part(base: Moment, part: str) -> Moment:
    """A month's or a year's part: ``early November``, ``mid-2014``, ``Q4``."""
    if base.month is not None:
        return replace(base, days=DAYS_OF.get(part))
    if part in MONTHS_OF and not base.months and (base.year is not None or part[0] in "qh"):
        return replace(base, months=MONTHS_OF[part])
    return base
