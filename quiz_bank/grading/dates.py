"""Judges dates: each reading is compared with the key part by part (rules 13 and 14)."""

from __future__ import annotations

from datetime import date, timedelta

from briefings.errors import BriefingError
from quiz_bank.grading.clean import clean
from quiz_bank.grading.date_reading import SHIFTS, Dates, Reading, dates_of
from quiz_bank.grading.date_words import SEASONS
from quiz_bank.grading.moments import Moment, a_day_apart, moment_of_key
from quiz_bank.grading.verdicts import Verdict, best, close, correct, wrong
from quiz_bank.keys import Key


def judge_date(key: Key, text: str, ask: str = "") -> Verdict:
    """Judges a cleaned answer against a date key; raises BriefingError for a malformed key only."""
    if not isinstance(key.value, str | int) or isinstance(key.value, bool):
        raise BriefingError(
            "the date key has no date as its value", "write it as 2017-11-03, 2017-11 or 2017"
        )
    wanted = moment_of_key(str(key.value))
    last = None if key.value_max is None else moment_of_key(str(key.value_max))
    says = f"the source says {key.text or key.value}"
    if any(text.rstrip(".") == clean(form).rstrip(".") for form in (*key.aliases, key.text) if form):
        return correct("own-words", f"these are the source's words: {key.text or key.value}")
    found = dates_of(text, asked=wanted.precision, near=wanted.year)
    said = [reading for reading in found.readings if not reading.denied]
    refused = _refused(found, said, text, says)
    if refused is not None:
        return refused
    if last is not None:
        return _two_ends(wanted, last, said, says)
    verdict = _ranged(wanted, said, says) if found.ranged else _one(wanted, said, says)
    denied = [reading for reading in found.readings if reading.denied]
    if verdict.verdict == "close" and denied and _one(wanted, denied, says).verdict == "correct":
        return wrong("negated", f"you deny the date; {says}")
    if found.shifted and verdict.verdict != "wrong" and not _shifts_so(key.text, found.shifted):
        return wrong("date-direction", f"before or after a date is not the date; {says}")
    return verdict


def _shifts_so(source: str, shift: int) -> bool:
    """Whether the source's words move the date the same way: "by 2030" is before its end."""
    words = clean(source).split()
    return any(SHIFTS.get(word) == shift for word in words) or (shift < 0 and "by" in words)


def _refused(found: Dates, said: list[Reading], text: str, says: str) -> Verdict | None:
    """Answers without a date that could be compared."""
    if "ago" in text.split() or (found.relative and not any(_is_named(reading) for reading in said)):
        return wrong("relative-date", f"name the date itself; {says}")
    if found.impossible:
        return wrong("impossible-date", f"the calendar has no such date; {says}")
    if said:
        return None
    if found.readings:
        return wrong("negated", f"you deny the date; {says}")
    return wrong("no-date", f"there is no date in this; {says}")


def _is_named(reading: Reading) -> bool:
    """Whether it has a month or a year: "last Friday" names no date."""
    return any(moment.month or moment.year for moment in reading.moments)


def _one(wanted: Moment, said: list[Reading], says: str) -> Verdict:
    judged = [best(compare(wanted, moment, says) for moment in reading.moments) for reading in said]
    if len(said) > 1 and not _one_date(wanted, said):
        return wrong("two-answers", f"two different dates are two answers; {says}")
    return best(judged)


def _one_date(wanted: Moment, said: list[Reading]) -> bool:
    """Whether several dates say one thing: each true of the key and no two of them different in a part."""
    likeliest = []
    for reading in said:
        ranked = [(compare(wanted, moment, ""), moment) for moment in reading.moments]
        verdict, moment = max(ranked, key=lambda pair: pair[0].rank)
        if verdict.verdict == "wrong":
            return False
        likeliest.append(moment)
    parts = ("year", "month", "day")
    return all(len({getattr(moment, part) for moment in likeliest} - {None}) < 2 for part in parts)


def _ranged(wanted: Moment, said: list[Reading], says: str) -> Verdict:
    """A range of dates is no date, except inside the very week that is asked."""
    if wanted.week is not None:
        inside = [best(compare(wanted, moment, says) for moment in reading.moments) for reading in said]
        if all(verdict.verdict == "correct" for verdict in inside):
            return inside[0]
    if wanted.decade is not None and len(said) == 2:
        years = tuple(reading.moments[0].year for reading in said)
        if years == (wanted.decade, wanted.decade + 9):
            return correct("date", says)
    return wrong("date-range", f"a range of dates is not a date; {says}")


def _two_ends(first: Moment, last: Moment, said: list[Reading], says: str) -> Verdict:
    """The source gives two dates, or a period by its ends."""
    hits = [
        [
            best(compare(end, moment, says) for moment in reading.moments).verdict == "correct"
            for reading in said
        ]
        for end in (first, last)
    ]
    if not all(hits[0][place] or hits[1][place] for place in range(len(said))):
        return wrong("wrong-date", says)
    if any(hits[0]) and any(hits[1]):
        return correct("date", says)
    return close("one-of-two", f"one of the two dates; {says}")


def compare(wanted: Moment, typed: Moment, says: str) -> Verdict:
    """One reading of a typed date against the key's; a wrong one is told which part of it is."""
    verdict = _compared(wanted, typed, says)
    return (
        wrong("wrong-date", f"{_differing(wanted, typed)}; {says}")
        if verdict.rule == "wrong-date"
        else verdict
    )


def _differing(wanted: Moment, typed: Moment) -> str:
    for part in ("year", "month", "day"):
        one, other = getattr(wanted, part), getattr(typed, part)
        if None not in (one, other) and one != other:
            return f"another {part}"
    return "another time"


def _compared(wanted: Moment, typed: Moment, says: str) -> Verdict:
    if _contradicts_year(wanted, typed):
        return wrong("wrong-date", says)
    if wanted.week is not None:
        return _in_week(wanted, typed, says)
    if wanted.decade is not None:
        return _in_decade(wanted, typed, says)
    if wanted.day is not None:
        return _on_day(wanted, typed, says)
    if wanted.month is not None:
        return _in_month(wanted, typed, says)
    return _in_year(wanted, typed, says)


def _vague(true: bool, says: str) -> Verdict:
    """A less precise date: close if it is true."""
    return close("less-precise", f"true but less precise; {says}") if true else wrong("wrong-date", says)


def _contradicts_year(wanted: Moment, typed: Moment) -> bool:
    year = wanted.year
    if year is None:
        return False
    if typed.year is not None:
        if typed.months == SEASONS["winter"] and wanted.month in (1, 2, 12):
            return typed.year not in ((year, year - 1) if wanted.month < 3 else (year, year + 1))
        return typed.year != year and not (wanted.whole and typed.whole and a_day_apart(wanted, typed))
    if typed.decade is not None:
        return typed.decade != year - year % 10
    return typed.century is not None and typed.century not in (year - year % 100, year - 1 - (year - 1) % 100)


def _on_day(wanted: Moment, typed: Moment, says: str) -> Verdict:
    if typed.day is None:
        return _vague(_holds(typed, wanted), says)
    if typed.month is None:
        return _vague(typed.day == wanted.day and not _wrong_weekday(wanted, typed), says)
    if (typed.month, typed.day) == (wanted.month, wanted.day):
        if _wrong_weekday(wanted, typed):
            return close("weekday-contradicts", f"it was another weekday; {says}")
        return correct("date", says)
    if a_day_apart(wanted, typed):
        return close("day-off", f"one day off; {says}")
    return wrong("wrong-date", says)


def _wrong_weekday(wanted: Moment, typed: Moment) -> bool:
    return typed.weekday is not None and wanted.whole and wanted.as_date().weekday() != typed.weekday


def _holds(period: Moment, day: Moment) -> bool:
    """Whether a day lies in a less precise date."""
    if period.week is not None:
        return day.whole and day.as_date().isocalendar().week == period.week
    if day.year is None and period.month is None and not period.months:
        return False
    first, last = period.days or (1, 31)
    return (
        period.month in (None, day.month)
        and (not period.months or day.month in period.months)
        and first <= (day.day or 0) <= last
        and not _wrong_weekday(day, period)
    )


def _in_month(wanted: Moment, typed: Moment, says: str) -> Verdict:
    if typed.month is not None:
        if typed.month != wanted.month:
            return wrong("wrong-date", says)
        return correct("date" if typed.day is None else "inside-period", says)
    named = typed.year is not None or typed.months or typed.decade is not None
    true = typed.day is None and bool(named) and (not typed.months or wanted.month in typed.months)
    return _vague(true, says)


def _in_year(wanted: Moment, typed: Moment, says: str) -> Verdict:
    if typed.year is not None and typed.year == wanted.year:
        precise = typed.month is not None or typed.months
        return correct("inside-period" if precise else "date", says)
    return _vague(typed.decade is not None or typed.century is not None, says)


def _in_decade(wanted: Moment, typed: Moment, says: str) -> Verdict:
    first = wanted.decade or 0
    if typed.decade is not None:
        return correct("date", says) if typed.decade == first else wrong("wrong-date", says)
    if typed.year is not None:
        return correct("inside-period", says) if 0 <= typed.year - first < 10 else wrong("wrong-date", says)
    return _vague(typed.century == first - first % 100, says)


def _in_week(wanted: Moment, typed: Moment, says: str) -> Verdict:
    monday = date.fromisocalendar(wanted.year or 2000, wanted.week or 1, 1)
    if typed.week is not None:
        return correct("date", says) if typed.week == wanted.week else wrong("wrong-date", says)
    days = [monday + timedelta(days=number) for number in range(7)]
    if typed.day is not None and typed.month is not None:
        inside = any((day.month, day.day) == (typed.month, typed.day) for day in days)
        return correct("inside-period", says) if inside else wrong("wrong-date", says)
    return _vague(any(_holds(typed, Moment(day.year, day.month, day.day)) for day in days), says)
