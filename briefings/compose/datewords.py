"""Dates in words, and a sentence's relative dates made absolute."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from briefings.compose.verbs import capital, is_broken
from briefings.extract.calendar_words import MONTH_NAMES
from briefings.facts import Fact, Value
from briefings.reconcile.referents import Edit

_DAY = re.compile(r"^(\d{4})-(\d\d)-(\d\d)$")
_MONTH = re.compile(r"^(\d{4})-(\d\d)$")
_WEEK = re.compile(r"^(\d{4})-W(\d\d)$")
_DECADE = re.compile(r"^(\d{3})X$")
_YEAR = re.compile(r"^\d{4}$")
_WITH_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_PREPOSITION = re.compile(
    r"\b(?:on|in|by|since|until|till|before|after|from|of|during|for|between|to|and|early|late|mid|end of)"
    r"(?: the| late| early| mid)?[\s\u00a0-]*$",
    re.IGNORECASE,
)
# "Christmas", "New Year's Eve": a day with a name stands alone
_NAMED_DAY = re.compile(
    r"(?!.*\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?:(?!Last|This|Next|On|In|Early|Late|Earlier|Later|Today"
    r"|Yesterday|Tomorrow)[A-Z][a-z’']+)(?: [A-Z][a-z’']+)*"
)
_PART_OF_DAY = re.compile(r" (morning|afternoon|evening|night)\b(?!-)")
_OWN_PREPOSITION = re.compile(r"^(on|in|by|since|until|before|after|from|during)\s", re.IGNORECASE)
RELATIVE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow|tonight"
    r"|(?:last|this|next) (?:week|weekend|month|year|night|spring|summer|autumn|fall|winter)"
    r"|(?:a|one|two|three|four|five|\d+) (?:days?|weeks?|months?|years?) (?:ago|earlier)"
    r"|the (?:next|coming) (?:few |couple of )?(?:minutes?|hours?|days?)|at the moment|right now)\b",
    re.IGNORECASE,
)


def in_words(value: Value | date) -> str:
    """``2017-11-03`` as ``3 November 2017``; coarser dates likewise; empty for a date without a year."""
    text = str(value)
    if m := _DAY.match(text):
        return f"{int(m[3])} {_month(m[2])} {m[1]}" if _month(m[2]) else ""
    if m := _MONTH.match(text):
        return f"{_month(m[2])} {m[1]}" if _month(m[2]) else ""
    if m := _DECADE.match(text):
        return f"the {m[1]}0s"
    if m := _WEEK.match(text):
        try:
            first = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        except ValueError:
            return ""
        return f"the week of {first.day} {MONTH_NAMES[first.month - 1]} {first.year}"
    return text if _YEAR.match(text) else ""


def preposition(value: Value) -> str:
    """``on`` for a day, ``in`` for anything longer."""
    return "on" if _DAY.match(str(value)) else "in"


def _month(number: str) -> str:
    return MONTH_NAMES[int(number) - 1] if 1 <= int(number) <= 12 else ""


def short_date(value: Value, year: str) -> str:
    """``in_words``, a day or month of the given year without it: ``3 November``; an empty year for none."""
    words = in_words(value)
    return words.removesuffix(f" {year}") if year and len(str(value)) > len(year) else words


def date_edits(dates: Iterable[Fact], year: str = "") -> list[Edit]:
    """What to replace in a sentence so that each of its relative or yearless dates can stand alone.

    Args:
        dates: the ``date`` facts of one sentence.
        year: days and months of this year are told without it; empty for none.
    """
    edits = []
    for fact in dates:
        words = short_date(fact.value, year)
        whole = not fact.relative and _WITH_YEAR.search(fact.quote)
        if fact.value_max is not None or not words or (whole and (not year or words.endswith(year))):
            continue
        start, end = fact.start - fact.sentence.start, fact.end - fact.sentence.start
        text = fact.sentence.text
        if part := _PART_OF_DAY.match(text, end):
            words, end = f"the {part[1]} of {words}", part.end()
        if text[:start].endswith("such ") or _is_named_day(fact.quote):
            continue
        own = _OWN_PREPOSITION.match(fact.quote)
        if own:
            words = f"{own[1]} {words}"
        elif not _PREPOSITION.search(text[:start]):
            words = f"{preposition(fact.value)} {words}"
        edits.append(Edit(start, end, words[0].upper() + words[1:] if start == 0 else words))
    return edits


def _is_named_day(quote: str) -> bool:
    return bool(_NAMED_DAY.fullmatch(quote)) and quote.split()[0] not in MONTH_NAMES


def unresolved(text: str, edits: Iterable[Edit], start: int, end: int) -> bool:
    """Whether ``text[start:end]`` speaks of a day that only its own date could tell."""
    spans = [(edit.start, edit.end) for edit in edits]
    return any(
        not any(low <= found.start() and found.end() <= high for low, high in spans)
        for found in RELATIVE.finditer(text, start, end)
    )


def without_date(text: str, phrase: str) -> str:
    """The text without ``on DATE`` at its start or end, or right after its first words; else nothing."""
    found = re.search(rf"(?:^|(?<=\s))(?:also )?{re.escape(phrase)}\b(?:,\s*|\s+|$)", text, re.IGNORECASE)
    if not found or re.search(
        r"\b(?:since|before|until|by|after|from|of|and|to|between|late|early|end of) $", text[: found.start()]
    ):
        return ""
    if phrase[:3] not in ("on ", "in ") and found.start() > 0:
        return ""
    comma = "," if found.start() and found[0].rstrip().endswith(",") else ""
    bare = f"{text[: found.start()].rstrip()}{comma} {text[found.end() :]}".strip(" ,")
    whole = len(bare.split()) >= 3 and "  " not in bare and not is_broken(capital(bare))
    return bare if whole else ""
