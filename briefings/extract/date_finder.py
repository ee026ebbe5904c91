"""Walks a text's trigger words once and reads every date in it, in order and without overlaps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from briefings.extract.dates import DateSpan, Setting, joined_periods
from briefings.extract.months import month_date, weekday_date
from briefings.extract.periods import edge_date, feast_date, quarter_date
from briefings.extract.relative_dates import anchor_of, counted_ago, counted_from, day_word, step_word
from briefings.extract.triggers import Family, Trigger
from briefings.extract.years import numeric_date, short_decade, year_date

_ANCHOR_REACH = 400  # characters: "a day earlier" counts from a date told no further back than this


def find_dates(text: str, triggers: list[Trigger], setting: Setting) -> list[DateSpan]:
    """Every date of a text in order; one with no ``value`` could not be resolved but its span is taken."""
    spans: list[DateSpan] = []
    anchor: date | None = None
    anchor_at = taken = 0
    for trigger in triggers:
        if trigger.start < taken:
            continue
        near = anchor if trigger.start - anchor_at <= _ANCHOR_REACH else None
        span = _read(text, trigger, setting, near)
        if span is None:
            continue
        while spans and spans[-1].end > span.start:
            spans.pop()
        spans.append(span)
        taken = span.end
        anchor, anchor_at = anchor_of(span.value) or anchor, span.end
    return list(joined_periods(text, spans))


def _read(text: str, trigger: Trigger, setting: Setting, anchor: date | None) -> DateSpan | None:
    """The date at a trigger, or None."""
    start, end = trigger.start, trigger.end
    if trigger.family in _READERS:
        return _READERS[trigger.family](text, start, end, setting)
    if trigger.family == "step word":
        return step_word(text, start, end, setting, anchor)
    return counted_from(text, start, end, setting, anchor) if trigger.family == "from word" else None


def _digits(text: str, start: int, end: int, setting: Setting) -> DateSpan | None:
    """A date that digits alone tell."""
    numeric = numeric_date(text, start, setting)
    if numeric is not None:
        return numeric
    if end - start == 4:
        return year_date(text, start, end)
    return short_decade(text, start, setting) if end - start == 2 else None


_READERS: dict[Family, Callable[[str, int, int, Setting], DateSpan | None]] = {
    "digits": _digits,
    "month": month_date,
    "weekday": weekday_date,
    "day word": day_word,
    "ago": counted_ago,
    "quarter": quarter_date,
    "feast": feast_date,
    "vague": edge_date,
}
