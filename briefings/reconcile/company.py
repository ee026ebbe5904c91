"""The numbers of an article: those that stand in one sentence, those that stand once, those of long ago."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from briefings.facts import NUMERIC_KINDS, Fact
from briefings.reconcile.values import Figure, days, dimension, figure
from briefings.stories import Article

MOST_BESIDE = 6  # figures of one sentence; one with more is a list
EXACT_FROM = 1_000
NEWS_DAYS = timedelta(days=4)  # around the day of print: a paper tells many things of these days

Told = frozenset[tuple[str, Figure]]  # figures with their dimensions


def figures_by_sentence(article: Article, shared: Callable[[Told], Told]) -> dict[int, Told]:
    """Start of a sentence -> its figures with their dimensions, and its dates of long ago, where it is no list."""
    found: defaultdict[int, set[tuple[str, Figure]]] = defaultdict(set)
    for fact in article.facts:
        meaning = figure(fact) if fact.kind in NUMERIC_KINDS and not fact.vague else _long_ago(fact, article)
        if meaning:
            found[fact.sentence.start].add((dimension(fact), meaning))
    return {start: shared(frozenset(told)) for start, told in found.items() if len(told) <= MOST_BESIDE}


def others(figures: Told, dimension: str, meaning: Figure | None) -> Told:
    """The figures of a sentence but the one that is meant; of a date, those of other dimensions."""
    if meaning is None:
        return frozenset(told for told in figures if told[0] != dimension)
    return figures - {(dimension, meaning)}


def value_of(fact: Fact) -> tuple[str, str] | None:
    """The dimension and the value of a figure or a date; None for what is vague, a range, or neither."""
    if fact.vague or fact.value_max is not None:
        return None
    if fact.kind == "date":
        return "date", f"@{fact.value}"
    meaning = figure(fact) if fact.kind in NUMERIC_KINDS else None
    return (dimension(fact), f"@{meaning.size:.10g}") if meaning else None


def exact_number(fact: Fact, meaning: Figure | None) -> Iterator[str]:
    """``#640000``: a number of two digits and more that are no zeros, in the thousands, or of three."""
    if fact.kind not in ("population", "count", "money", "area") or meaning is None or not meaning.telling:
        return
    size = abs(float(fact.value))
    if size >= EXACT_FROM or len(f"{size:.10g}".replace(".", "").strip("0")) > 2:
        yield f"#{size:.10g}"


def is_away(fact: Fact, published: date | None) -> bool:
    """Whether a date is not of the days around the article's own."""
    covered = days(fact.value)
    if covered is None or published is None:
        return False
    return not covered[0] - NEWS_DAYS <= published <= covered[1] + NEWS_DAYS


def _long_ago(fact: Fact, article: Article) -> Figure | None:
    """A date that is not of the days around the article's own, by the first day it covers: none other is near."""
    covered = days(fact.value) if fact.kind == "date" and is_away(fact, article.published) else None
    if covered is None:
        return None
    day = float(covered[0].toordinal())
    return Figure(day, day, day, 0.0, True, day, day)
