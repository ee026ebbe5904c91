"""Short texts read as articles of one story, and whether two of their figures are one claim or at odds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from briefings.extract.pipeline import extract
from briefings.reading.articles import Given, read_article
from briefings.reconcile.story import reconcile
from briefings.stories import Article, Claim, Story

FRIDAY = date(2031, 5, 9)


def article(number: int, text: str, day: date = FRIDAY) -> Article:
    """The text as that paper printed it on that day, with its facts."""
    read = read_article(text.encode(), f"{number}.txt", Given(f"Paper {number}", None, day))
    return replace(read, facts=tuple(extract(read.text, day)))


def story(*texts: str) -> Story:
    """The story of these texts."""
    return reconcile("s", "S", [article(number, text) for number, text in enumerate(texts)])


def claim(told: Story, number: int, quote: str) -> Claim:
    """The one figure or date of that article whose quote holds the words."""
    article = told.articles[number].key
    (found,) = {
        c.key: c
        for c in told.claims
        for m in c.mentions
        if c.kind != "event" and m.article == article and quote in m.fact.quote
    }.values()
    return found


def is_one(first: str, one: str, second: str, other: str) -> bool:
    """Whether the figures quoted so are one claim."""
    told = story(first, second)
    return claim(told, 0, one) == claim(told, 1, other)


def is_at_odds(first: str, one: str, second: str, other: str) -> bool:
    """Whether the figures quoted so contradict each other."""
    told = story(first, second)
    return claim(told, 1, other).key in claim(told, 0, one).rivals


def rose(first: str, one: str, second: str, other: str) -> bool:
    """Whether the figure of the next day's paper contradicts that of the day before."""
    articles = [article(0, first), article(1, second, FRIDAY + timedelta(days=1))]
    told = reconcile("s", "S", articles)
    return claim(told, 1, other).key not in claim(told, 0, one).rivals
