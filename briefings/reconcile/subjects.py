"""What a fact is about, in a form that can be compared: folded words, event classes, places, measure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefings.facts import NUMERIC_KINDS, Fact
from briefings.reconcile.names import NameIndex
from briefings.reconcile.values import dimension
from briefings.stories import Article, Mention

# where a clause ends for the purpose of telling what a figure in it is about
_CLAUSE_END = re.compile(
    r"[;:!?]\s|\s[–—-]\s|,\s(?:which|while|as|after|who|whom|whose|but|and|although|though|whereas|when|where"
    r"|with|leaving|before|because|since|including)\b|\bwhile\s|\band (?=(?:more|fewer|less|about|some|over)\s)"
)
_THINNEST = 2  # content words beside the figure: a clause with fewer is widened to the sentence
_SCOPE_BEFORE = re.compile(
    r"\b(?:in|of|across|throughout|within|both|and|from|at|near|outside|around)(?: the| both)?"
    r"(?: (?:city|town|province|state|district|region|county|village|island)(?: of)?)? $"
)


@dataclass(frozen=True)
class Subject:
    """One fact made ready for comparison.

    Attributes:
        mention: the fact and its article.
        origin: the name of the article's origin.
        own: folded content words of what the extractor says is measured, and of the quote.
        around: folded content words of the clause the fact stands in (``own`` included).
        whole: folded content words of the sentence.
        classes: the event classes in ``around``, nearest first (``*dead``, ``*hurt``).
        places: places that bound what is measured (``in Syria and Iraq``).
        actor: the first name of the clause, or nothing.
        group: what may be compared with it at all: kind and dimension.
    """

    mention: Mention
    origin: str
    own: frozenset[str]
    around: frozenset[str]
    whole: frozenset[str]
    classes: tuple[str, ...]
    places: frozenset[str]
    actor: str
    group: tuple[str, str]
    order: tuple[str, int, int] = field(default=("", 0, 0))

    @property
    def fact(self) -> Fact:
        """The fact itself."""
        return self.mention.fact

    @cached_property
    def names(self) -> frozenset[str]:
        """The names among ``around``."""
        return frozenset(token for token in self.around if token.startswith("="))

    @property
    def place(self) -> tuple[str, int]:
        """Article and sentence start: what copies are told by."""
        return self.mention.article, self.fact.sentence.start


def read_subjects(articles: Sequence[Article], names: NameIndex, origins: Mapping[str, str]) -> list[Subject]:
    """Every fact of the articles but aliases, in an order that does not depend on the articles' order."""
    reader = _Reader(names)
    found = [
        reader.read(article, fact, origins[article.key])
        for article in articles
        for fact in article.facts
        if fact.kind != "alias"
    ]
    return sorted(found, key=lambda subject: subject.order)


class _Reader:
    """Reads facts; the words of a sentence are looked up once."""

    def __init__(self, names: NameIndex) -> None:
        self._names = names
        self._sentences: dict[tuple[str, int], list[tuple[str, int, int]]] = {}

    def read(self, article: Article, fact: Fact, origin: str) -> Subject:
        place = (article.key, fact.sentence.start)
        if place not in self._sentences:
            self._sentences[place] = self._names.tokens(fact.sentence.text)
        sentence = self._sentences[place]
        start, end = fact.start - fact.sentence.start, fact.end - fact.sentence.start
        low, high = _clause(fact, start, end)
        clause = [t for t in sentence if low <= t[1] and t[2] <= high]
        thin = len([t for t in clause if t[2] <= start or t[1] >= end]) < _THINNEST
        if thin and fact.kind != "event":
            clause = sentence
        around = clause if fact.kind != "date" else [t for t in clause if t[2] <= start or t[1] >= end]
        own = frozenset(token for token, _, _ in self._names.tokens(f"{fact.what} {_noun(fact)}"))
        published = str(article.published or "")
        return Subject(
            Mention(article.key, fact),
            origin,
            own,
            frozenset(token for token, _, _ in around) | own,
            frozenset(token for token, _, _ in sentence),
            _classes(around, start, end),
            self._places(fact, clause, start),
            next((token for token, _, _ in clause if token.startswith("=")), ""),
            _group(fact),
            (published + article.key, fact.start, fact.end),
        )

    def _places(self, fact: Fact, clause: Iterable[tuple[str, int, int]], start: int) -> frozenset[str]:
        text = fact.sentence.text
        return frozenset(
            token
            for token, at, _ in clause
            if self._names.kind(token) == "place"
            and at >= start
            and _SCOPE_BEFORE.search(text[max(0, at - 40) : at])
        )


def _clause(fact: Fact, start: int, end: int) -> tuple[int, int]:
    text = fact.sentence.text
    if fact.kind == "event":
        return start, end
    low, high = 0, len(text)
    for cut in _CLAUSE_END.finditer(text):
        if cut.end() <= start:
            low = cut.end()
        elif cut.start() >= end:
            high = cut.start()
            break
    return low, high


def _noun(fact: Fact) -> str:
    return fact.quote if fact.kind in NUMERIC_KINDS else ""


def _classes(words: Sequence[tuple[str, int, int]], start: int, end: int) -> tuple[str, ...]:
    near: Counter[str] = Counter()
    for token, low, high in words:
        if token.startswith("*"):
            gap = max(start - high, low - end, 0)
            near[token] = max(near[token], 10_000 - gap)
    return tuple(token for token, _ in sorted(near.items(), key=lambda item: (-item[1], item[0])))


def _group(fact: Fact) -> tuple[str, str]:
    kind = "figure" if fact.kind in NUMERIC_KINDS else fact.kind
    return kind, dimension(fact)
