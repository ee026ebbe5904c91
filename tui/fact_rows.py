"""The facts of a story as rows of a table: filtered by kind and by words, and sorted by a column."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from briefings.facts import KINDS, Fact, Kind
from briefings.stories import Article, Story
from tui.fact_words import fact_value
from tui.passages import Passage
from tui.wording import one_line

_MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class FactRow:
    """A fact in its article, and the standing of the claim it is part of; empty where it is part of none."""

    article: Article
    fact: Fact
    standing: str

    @cached_property
    def value(self) -> str:
        """Its value in words."""
        return fact_value(self.fact)

    @cached_property
    def haystack(self) -> str:
        """Everything that is searched: kind, value, what, outlet, the sentence."""
        fact, article = self.fact, self.article
        parts = (fact.kind, self.value, fact.what, article.label, article.agency or "", fact.sentence.text)
        return folded(" ".join(parts))

    @property
    def passage(self) -> Passage:
        """Its sentence, the fact marked."""
        fact = self.fact
        return Passage(self.article, fact.sentence.start, fact.sentence.end, ((fact.start, fact.end),))


def fact_rows(story: Story) -> list[FactRow]:
    """Every fact, article by article, as they stand in the text."""
    standings = {
        (mention.article, mention.fact): claim.standing
        for claim in story.claims
        for mention in claim.mentions
    }
    return [
        FactRow(article, fact, standings.get((article.key, fact), ""))
        for article in story.articles
        for fact in sorted(article.facts, key=lambda fact: (fact.start, fact.end))
    ]


def kinds_of(rows: Iterable[FactRow]) -> dict[Kind, int]:
    """The kinds there are, each with its number, in the order of ``KINDS``."""
    found = Counter(row.fact.kind for row in rows)
    return {kind: found[kind] for kind in KINDS if found[kind]}


def matching(rows: Iterable[FactRow], kind: Kind | None, words: str) -> list[FactRow]:
    """The rows of a kind, all kinds for None, in which the words occur.

    Every word must begin one of the row's; ``|`` parts what may occur instead, and what stands in double quotes
    occurs as it is.
    """
    choices = [_wanted(choice) for choice in words.split("|")]
    choices = [choice for choice in choices if choice] or [[]]
    return [
        row
        for row in rows
        if (kind is None or row.fact.kind == kind)
        and any(all(part in row.haystack for part in choice) for choice in choices)
    ]


def quoted(forms: Iterable[str]) -> str:
    """The search for any of the forms of a name."""
    clean = (one_line(form).replace('"', " ").replace("|", " ") for form in forms)
    return " | ".join(f'"{form}"' for form in clean)


def _wanted(choice: str) -> list[str]:
    """What must be in a row's haystack: whole quotes, beginnings of words."""
    found = []
    for place, part in enumerate(choice.split('"')):
        is_quote = place % 2 == 1
        words = folded(part).split()
        found += [f" {' '.join(words)} "] if is_quote and words else [f" {word}" for word in words]
    return found


def ordered(rows: Sequence[FactRow], column: str, backwards: bool) -> list[FactRow]:
    """The rows by a column of ``ORDERS``, those that are equal as they were; unchanged for no column."""
    if column not in ORDERS:
        return list(rows)
    return sorted(rows, key=ORDERS[column], reverse=backwards)


def folded(text: str) -> str:
    """A text's words without accents, case and marks, a blank before and after each."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return f" {' '.join(_MARKS.sub(' ', text.casefold()).split())} "


def _by_value(row: FactRow) -> tuple[bool, float, str]:
    """Numbers by size, before texts and dates by their letters."""
    value = row.fact.value
    return (True, 0.0, folded(value)) if isinstance(value, str) else (False, float(value), "")


def _by_date(row: FactRow) -> date:
    return row.article.published or date.max


ORDERS: dict[str, Callable[[FactRow], tuple[bool, float, str] | date | str]] = {
    "kind": lambda row: row.fact.kind,
    "value": _by_value,
    "what": lambda row: folded(row.fact.what or "\uffff"),
    "outlet": lambda row: folded(row.article.label),
    "date": _by_date,
}
