"""Walks a text's trigger words once and reads every date in it, in order and without overlaps."""

from __future__ import annotations

from datetime import date

from briefings.extract.dates import (
    DateSpan,
    Setting,
    joined_periods,
    month_date,
    numeric_date,
    weekday_date,
    year_date,
)
from briefings.extract.relative_dates import anchor_of, counted_ago, counted_from, day_word, step_word
from briefings.extract.triggers import Trigger

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
    start, end = trigger.start, trigger.end
    match trigger.family:
        case "digits":
            return numeric_date(text, start, setting) or (
                year_date(text, start, end) if end - start == 4 else None
            )
        case "month":
            return month_date(text, start, end, setting)
        case "weekday":
            return weekday_date(text, start, end, setting)
        case "day word":
            return day_word(text, start, end, setting)
        case "step word":
            return step_word(text, start, end, setting, anchor)
        case "ago":
            return counted_ago(text, start, end, setting)
        case "from word":
            return counted_from(text, start, end, anchor)
    return None
