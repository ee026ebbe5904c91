"""What a date in a text is, the patterns its readers share, and periods made of two dates.

A date that cannot be resolved keeps its span with no value, so that its digits are not taken for a figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from briefings.patterns import Pattern


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


YEAR = r"(?:1[0-9]{3}|2[01][0-9]{2})(?![0-9]|,[0-9]{3}|\.[0-9])"
DASH = r"(?: ?[-–—/] ?| to | and | through | until | till | or )"
PART_OF = Pattern(
    r"\b(?:(?:the )?(?:very )?(?:end|beginning|start|middle|latter part|early part|second half"
    r"|first half|close|turn) of "
    r"(?:the )?(?:year )?|(?:early|late|mid)(?: in | |-)"
    r"|(?:last|next|this|this past|this coming|early last|late last|early next|late next) )\Z",
    re.I,
)
WINDOW = 40  # characters looked at before a date


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
    if not (start[:4].isdigit() and end[:4].isdigit()):
        return None
    if first.relative and not last.relative:
        start = _in_year_of(start, end)
    return replace(first, end=last.end, value=start, value_max=end, relative=last.relative)


def _in_year_of(start: str, end: str) -> str:
    """A day or month that borrows the year printed with the other end of its period."""
    year = int(end[:4])
    return f"{year - (start[4:] > end[4:]):04d}{start[4:]}"
