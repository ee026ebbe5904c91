"""Dates that articles do not print, taken from the dated articles that tell the same event; marked ``inferred``.

Only where it is safe to: all dated articles of the story appeared within days of each other, and the undated one
shares names or whole sentences with one of them. Its date is then that of the article it shares most with. The
outcome rests on the story's articles alone, not on the order they came in: it is worked out anew whenever one
is added, and an inferred date that no longer holds becomes unknown again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from briefings.reading.lines import letters, word_set
from briefings.reading.sentences import split_sentences

WIDEST = timedelta(days=3)  # between the first and the last dated article of one event
FEWEST_NAMES = 5  # names two articles must share at least, ...
SHARE_OF_NAMES = 1 / 3  # ... and of those of the article with fewer; reports of one event share half and more
FEWEST_COPIED = (
    3  # sentences that tell alone, word for word; one or two may be a site's own, in every article
)
SHORTEST_COPIED = 8  # words of such a sentence: shorter ones are said twice by chance

# A capital inside a sentence: the word before it ends in a small letter or a comma.
_NAME = re.compile(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*")
_NO_NAMES = word_set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December The He She It They We You In On At But And Mr Mrs Ms Dr President "
    "Minister Prime General"
)
_KNOWN = frozenset(("stated", "url", "given"))


@dataclass(frozen=True, slots=True)
class Signs:
    """What shows that two articles tell one event: the names in them, and their longer sentences."""

    names: frozenset[str]
    sentences: frozenset[str]


@dataclass(frozen=True, slots=True)
class Dated:
    """An article's key, its date, how that is known, and whether somebody told an inferred one."""

    key: str
    published: date | None
    basis: str
    told: bool = False

    @property
    def known(self) -> bool:
        """Whether its date is known without another article."""
        return self.published is not None and self.basis in _KNOWN

    @property
    def open(self) -> bool:
        """Whether its date may be inferred."""
        return not self.known and not (self.told and self.basis == "inferred")


def signs_of(text: str) -> Signs:
    """The names and the longer sentences of a text."""
    names = frozenset(re.sub(r"['’]s$", "", name) for name in _NAME.findall(text)) - _NO_NAMES
    told = (sentence.text for sentence in split_sentences(text))
    return Signs(names, frozenset(letters(words) for words in told if len(words.split()) >= SHORTEST_COPIED))


def likeness(one: Signs, other: Signs) -> tuple[int, int] | None:
    """How many sentences and names two articles share; None where they need not tell the same event."""
    copied, shared = len(one.sentences & other.sentences), len(one.names & other.names)
    fewer = min(len(one.names), len(other.names))
    if copied >= FEWEST_COPIED or (shared >= FEWEST_NAMES and shared >= SHARE_OF_NAMES * fewer):
        return copied, shared
    return None


def infer(articles: Iterable[Dated], texts: Iterator[tuple[str, str]]) -> Mapping[str, date | None]:
    """The dates of the open articles of one story, by key; None for one that stays unknown.

    Args:
        articles: all of the story's.
        texts: key and text of each, read only where there is something to infer from; none is kept.
    """
    articles = list(articles)
    dates = {article.key: article.published for article in articles if article.known and article.published}
    wanted = [article.key for article in articles if article.open]
    if not dates or max(dates.values()) - min(dates.values()) > WIDEST:
        return dict.fromkeys(wanted)
    needed = {*dates, *wanted}
    signs = {key: signs_of(text) for key, text in texts if key in needed}
    return {key: _nearest(signs[key], dates, signs) for key in wanted if key in signs}


def _nearest(mine: Signs, dates: Mapping[str, date], signs: Mapping[str, Signs]) -> date | None:
    """The date of the article that shares most; of several such the earliest."""
    best: tuple[tuple[int, int], int] | None = None
    found = None
    for key, day in dates.items():
        alike = likeness(mine, signs[key]) if key in signs else None
        if alike is not None and (best is None or (alike, -day.toordinal()) > best):
            best, found = (alike, -day.toordinal()), day
    return found
