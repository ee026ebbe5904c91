"""What a fact is about, in a form that can be compared: folded words, event classes, places, measure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefings.facts import NUMERIC_KINDS, Fact, Sentence
from briefings.reconcile.names import NameIndex, Token
from briefings.reconcile.referents import Referents, Sentences
from briefings.reconcile.values import dimension
from briefings.stories import Article, Mention

# where a clause ends for the purpose of telling what a figure in it is about
_CLAUSE_END = re.compile(
    r"[;:!?]\s|\s[–—-]\s|,\s(?:down|up|compared|against|which|while|as|after|who|whom|whose|but|and|although|though|whereas|when|where"
    r"|with|leaving|before|because|since|including)\b|\bwhile\s"
    r"|,\s(?=according to\b|the (?:\w+est|first|most|least|worst|last)\b)"
    r"|\band (?=(?:(?:more than|fewer than|less than|about|some|over|at least|nearly|almost)\s)?(?:\d|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens)\b)|\w+ing\s)"
)
_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
_HANGS_ON = re.compile(r"\b(1[5-9]\d\d|20\d\d),? (?:when|where|in which)\s*$")
LONGEST_SENTENCE = 1_500  # characters: of what is longer only the part around a fact is read
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
        local: the names in ``around`` that are neither nations nor groups.
        counted: the words of the quote beside its figure: whom or what it counts.
        years: years the clause names, but the one the fact stands for.
        places: places that bound what is measured (``in Syria and Iraq``).
        actor: the first name of the clause, or nothing.
        group: what may be compared with it at all: kind and dimension.
        order: a place in a fixed order of all facts.
        place: article and sentence start: what copies are told by.
    """

    mention: Mention
    origin: str
    own: frozenset[str]
    around: frozenset[str]
    whole: frozenset[str]
    classes: tuple[str, ...]
    local: frozenset[str]
    counted: frozenset[str]
    years: frozenset[str]
    places: frozenset[str]
    actor: str
    group: tuple[str, str]
    order: tuple[str, int, int]
    place: tuple[str, int]

    @cached_property
    def fact(self) -> Fact:
        """The fact itself."""
        return self.mention.fact

    @cached_property
    def names(self) -> frozenset[str]:
        """The names among ``around``."""
        return frozenset(token for token in self.around if token.startswith("="))


def read_subjects(
    articles: Sequence[Article], sentences: Sentences, origins: Mapping[str, str]
) -> list[Subject]:
    """Every fact of the articles but aliases, in an order that does not depend on the articles' order."""
    referents = Referents(sentences)
    found: list[Subject] = []
    for article in articles:
        known: dict[int, list[Token]] = {}
        for fact in article.facts:
            if fact.kind == "alias":
                continue
            near, start = narrowed(fact), fact.sentence.start
            if near is not fact:
                tokens = sentences.names.tokens(near.sentence.text)
            elif start in known:
                tokens = known[start]
            else:
                tokens = known[start] = _resolved(sentences, referents, article.key, fact.sentence)
            found.append(_read(article, fact, near, origins[article.key], tokens, sentences.names))
    return sorted(found, key=lambda subject: subject.order)


def narrowed(fact: Fact) -> Fact:
    """The fact in a part of its sentence, where that is longer than any sentence; else the fact itself."""
    sentence = fact.sentence
    if len(sentence.text) <= LONGEST_SENTENCE:
        return fact
    at = max(0, fact.start - sentence.start - LONGEST_SENTENCE // 2)
    text = sentence.text[at : at + LONGEST_SENTENCE]
    return replace(fact, sentence=Sentence(sentence.start + at, sentence.start + at + len(text), text))


def _resolved(sentences: Sentences, referents: Referents, article: str, sentence: Sentence) -> list[Token]:
    """The sentence's tokens, with the name in place of a pronoun or noun that plainly stands for it."""
    tokens = list(sentences.tokens(article, sentence))
    for start, end, text, _ in referents.edits(article, sentence):
        tokens = [token for token in tokens if token[2] <= start or token[1] >= end]
        tokens += [(token, start, end) for token, _, _ in sentences.names.tokens(text)]
    return sorted(tokens, key=lambda token: token[1:])


def _read(
    article: Article, whole: Fact, fact: Fact, origin: str, sentence: list[Token], names: NameIndex
) -> Subject:
    start, end = fact.start - fact.sentence.start, fact.end - fact.sentence.start
    low, high = _clause(fact, start, end)
    clause = [t for t in sentence if low <= t[1] and t[2] <= high]
    thin = sum(t[2] <= start or t[1] >= end for t in clause) < _THINNEST
    if thin and fact.kind != "event":
        clause = sentence
    around = clause if fact.kind != "date" else [t for t in clause if t[2] <= start or t[1] >= end]
    own = frozenset(token for token, _, _ in names.tokens(f"{fact.what} {_noun(fact)}"))
    return Subject(
        Mention(article.key, whole),
        origin,
        own,
        frozenset(token for token, _, _ in around) | own,
        frozenset(token for token, _, _ in sentence),
        _classes(around, start, end),
        _local((token for token, _, _ in around), names),
        frozenset(token for token, _, _ in names.tokens(_noun(fact))),
        _years(fact, low, high),
        _places(fact, clause, start, names),
        next((token for token, _, _ in clause if token.startswith("=")), ""),
        _group(fact),
        (f"{article.published or ''}{article.key}", fact.start, fact.end),
        (article.key, whole.sentence.start),
    )


def _years(fact: Fact, low: int, high: int) -> frozenset[str]:
    """Years the clause names, or the one it hangs on: ``in 2003, when`` dates all that follows."""
    text = fact.sentence.text
    hung = _HANGS_ON.search(text[max(0, low - 30) : low])
    years = {*_YEAR.findall(text[low:high]), *((hung[1],) if hung else ())}
    return frozenset(years) - {(fact.as_of or "")[:4]}


def _local(tokens: Iterable[str], names: NameIndex) -> frozenset[str]:
    """The names that are neither nations nor groups: they tell one event of a story from another."""
    return frozenset(
        t for t in tokens if t.startswith("=") and names.kind(t) != "group" and not names.is_nation(t)
    )


def _places(fact: Fact, clause: Iterable[Token], start: int, names: NameIndex) -> frozenset[str]:
    """The places after the figure that a preposition ties to it."""
    text = fact.sentence.text
    return frozenset(
        token
        for token, at, _ in clause
        if at >= start and names.kind(token) == "place" and _SCOPE_BEFORE.search(text[max(0, at - 40) : at])
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


def _classes(words: Sequence[Token], start: int, end: int) -> tuple[str, ...]:
    near: Counter[str] = Counter()
    for token, low, high in words:
        if token.startswith("*"):
            gap = max(start - high, low - end, 0)
            near[token] = max(near[token], 10_000 - gap)
    return tuple(token for token, _ in sorted(near.items(), key=lambda item: (-item[1], item[0])))


def _group(fact: Fact) -> tuple[str, str]:
    kind = "figure" if fact.kind in NUMERIC_KINDS else fact.kind
    return kind, dimension(fact)
