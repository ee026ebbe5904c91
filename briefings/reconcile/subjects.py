"""What a fact is about, in a form that can be compared: folded words, event classes, places, measure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, TypeVar

from briefings.extract.nations import ADJECTIVES
from briefings.facts import NUMERIC_KINDS, Change, Fact, Sentence
from briefings.reconcile.clauses import clause_of, part_follows
from briefings.reconcile.company import exact_number, figures_by_sentence, is_away, others, value_of
from briefings.reconcile.measures import measure_of
from briefings.reconcile.names import NameIndex, Token
from briefings.reconcile.phrases import with_phrases
from briefings.reconcile.referents import Referents, Sentences
from briefings.reconcile.values import Figure, dimension, figure, reach
from briefings.stories import Article, Mention

_YEAR = re.compile(r"\b(?:1[5-9]\d\d|20\d\d)\b")
_HANGS_ON = re.compile(r"\b(1[5-9]\d\d|20\d\d),? (?:when|where|in which)\s*$")
_PART_OF = re.compile(r"\s*of (?:the|them|those|these|whom|its|his|her|their)\b")
# ``14 of the 930 stations`` tells how many, as ``14 stations`` does
_NUMBERED = re.compile(r"\s*of (?:the|its|their) \d")
_WHO = re.compile(r", who\s?$")
_PLACE = "town|city|village|island|country|nation|district|province|community"
LONGEST_OF = len(" community of ")  # characters looked at before a count
_INHABITED = re.compile(rf"\b(?:{_PLACE}) of $")
_INHABITED_QUOTE = re.compile(rf"an? (?:[a-z-]+ )?(?:{_PLACE}) of ")
# who a count of people counts when it does not say: these go with any of the more special words
_ANYONE = frozenset(
    ("peopl", "person", "man", "woman", "other", "individual", "victim", "worker", "employe", "staff")
)
LEAD = 3  # sentences that tell what an article is about
LONGEST_SENTENCE = 1_500  # characters: of what is longer only the part around a fact is read
_LIVING = "*live"
_THINNEST = 2  # content words beside the figure: a clause with fewer is widened to the sentence
_SCOPE_BEFORE = re.compile(
    r"\b(?:in|of|across|throughout|within|both|and|from|at|near|outside|around)(?: the| both)?"
    r"(?: (?:city|town|province|state|district|region|county|village|island)(?: of)?)? $"
)


_OF_PLACE = ("'s", "’s")
# ``the worst since 1997`` is no figure of 1997
_COMPARED = re.compile(r"\b(?:\w+est|worst|first|most|least)\b[^,;]* since (1[5-9]\d\d|20\d\d)\b")


class Frame(NamedTuple):
    """Kind and dimension, the years named, the direction of a change, and the nearest event class."""

    group: tuple[str, str]
    years: frozenset[str]
    change: Change | None
    measure: tuple[str, ...]


class Setting(NamedTuple):
    """The names in an article's first sentences or in several of its sentences, nations apart."""

    names: frozenset[str]
    nations: frozenset[str]

    def meets(self, other: Setting) -> bool:
        """Whether both may be of one story: one name, or one nation where either is about nothing else, is common."""
        if self.names and other.names:
            return bool(self.names & other.names)
        mine, others = self.names | self.nations, other.names | other.nations
        return not mine or not others or bool(mine & others)


Kept = TypeVar("Kept", bound=Hashable)


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """One fact made ready for comparison.

    Attributes:
        mention: the fact and its article.
        fact: the fact itself.
        figure: what its number means, or None.
        origin: the name of the article's origin.
        own: folded content words of what the extractor says is measured, and of the quote.
        around: folded content words of the clause the fact stands in (``own`` included).
        whole: folded content words of the sentence.
        names: the names among ``around``.
        classes: the event classes in ``around``, nearest first (``*dead``, ``*hurt``).
        local: the names among ``around`` that are neither nations nor groups.
        special: whom or what it counts, where that says more than ``people``: words of the quote.
        part: whether it is a part of a figure (``three of the dead``), never the figure itself.
        years: years the clause names, but the one the fact stands for.
        places: places that bound what is measured (``in Syria and Iraq``).
        actor: the first name of the clause, or nothing.
        group: what may be compared with it at all: kind and dimension.
        frame: what facts that contradict each other have in common; None for one that contradicts nothing.
        order: a place in a fixed order of all facts.
        place: article and sentence start: what copies are told by.
        lowest, highest: the figures or days it may agree with lie within them (see ``values.reach``).
        exact: its number as a word of its own, where an equal one can hardly be another figure; else empty.
        beside: the other figures of its sentence, with their dimensions.
        measure: the measure a field word names (``~turnout``), or nothing; it is among ``own``.
        published: the day of its article, or None.
        away: for a date, whether it is not of the days around the article's own.
        alone: its value as a word of its own, where no other sentence of the article has it; else empty.
        setting: what its article is about.
    """

    mention: Mention
    fact: Fact
    figure: Figure | None
    origin: str
    own: frozenset[str]
    around: frozenset[str]
    whole: frozenset[str]
    names: frozenset[str]
    classes: tuple[str, ...]
    local: frozenset[str]
    special: frozenset[str]
    part: bool
    years: frozenset[str]
    places: frozenset[str]
    actor: str
    group: tuple[str, str]
    frame: Frame | None
    order: tuple[str, int, int]
    place: tuple[str, int]
    lowest: float
    highest: float
    exact: frozenset[str]
    beside: frozenset[tuple[str, Figure]]
    measure: str
    away: bool
    published: date | None
    alone: frozenset[str]
    setting: Setting

    def may_agree(self, other: Subject) -> bool:
        """Whether their figures or days are near enough for a closer look."""
        return self.lowest <= other.highest and other.lowest <= self.highest


class _Source(NamedTuple):
    """What the facts of one article have in common: its key, origin, day, names, and place in the order of all."""

    article: str
    origin: str
    order: str
    published: date | None
    setting: Setting


class _Shared:
    """Keeps one of all that are equal: most facts of a story are told in the words of others."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Hashable] = {}

    def __call__(self, found: Kept) -> Kept:
        return self._known.setdefault(found, found)  # type: ignore[return-value]  # equal, so of one type

    def words(self, tokens: Iterable[str]) -> frozenset[str]:
        """The set of these."""
        return self(frozenset(tokens))


def read_subjects(
    articles: Sequence[Article], sentences: Sentences, referents: Referents, origins: Mapping[str, str]
) -> list[Subject]:
    """Every fact of the articles but aliases, in an order that does not depend on the articles' order."""
    shared = _Shared()
    found: list[Subject] = []
    for article in articles:
        order = f"{article.published or ''}{article.key}"
        setting = shared(_setting(article.key, sentences))
        source = _Source(article.key, origins[article.key], order, article.published, setting)
        known: dict[int, list[Token]] = {}
        figures = figures_by_sentence(article, shared)
        told = [value_of(fact) for fact in article.facts]
        places = {(value, fact.sentence.start) for value, fact in zip(told, article.facts, strict=True)}
        values = Counter(value for value, _ in places)
        for value, fact in zip(told, article.facts, strict=True):
            if fact.kind == "alias":
                continue
            near, start = narrowed(fact), fact.sentence.start
            if near is not fact:
                tokens = with_phrases(near.sentence.text, sentences.names.tokens(near.sentence.text))
            elif start in known:
                tokens = known[start]
            else:
                tokens = known[start] = _resolved(sentences, referents, article.key, fact.sentence)
            beside = figures.get(start, frozenset()) if near is fact else frozenset[tuple[str, Figure]]()
            alone = shared.words((value[1],) if value and values[value] == 1 else ())
            found.append(_read(source, fact, near, tokens, sentences.names, shared, beside, alone))
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
    return with_phrases(sentence.text, sorted(tokens, key=lambda token: token[1:]))


def _read(
    source: _Source,
    whole: Fact,
    fact: Fact,
    sentence: list[Token],
    names: NameIndex,
    shared: _Shared,
    figures: frozenset[tuple[str, Figure]],
    alone: frozenset[str],
) -> Subject:
    start, end = fact.start - fact.sentence.start, fact.end - fact.sentence.start
    low, high = clause_of(fact, start, end)
    clause = [t for t in sentence if low <= t[1] and t[2] <= high]
    thin = sum(t[2] <= start or t[1] >= end for t in clause) < _THINNEST
    if thin and fact.kind != "event":
        part_at = part_follows(fact.sentence.text, end)
        clause = [t for t in sentence if t[2] <= part_at]
    near = clause if fact.kind != "date" else [t for t in clause if t[2] <= start or t[1] >= end]
    group, years = shared(_group(fact)), shared.words(_years(fact, low, high))
    own, measure = _own(fact, group[1], names, shared)
    own = shared.words((*own, _LIVING)) if is_inhabited(fact) else own
    around = shared.words((*(token for token, _, _ in near), *own))
    classes, part = shared(_classes(fact, near, start, end)), _is_part(whole)
    nearest = (measure,) if measure else _framing(fact, classes, own)
    meaning = figure(whole)
    reached = reach(whole, meaning)
    return Subject(
        mention=Mention(source.article, whole),
        fact=whole,
        figure=meaning and shared(meaning),
        origin=source.origin,
        own=own,
        around=around,
        whole=shared.words(token for token, _, _ in sentence),
        names=shared.words(token for token in around if token.startswith("=")),
        classes=classes,
        local=shared.words(_local(around, names)),
        special=shared.words(_special(fact, names)),
        part=part,
        years=years,
        places=shared.words(_places(fact, clause, start, names)),
        actor=_actor(fact, sentence, clause, low),
        group=group,
        frame=None if part or fact.vague else shared(Frame(group, years, fact.change, nearest)),
        order=(source.order, fact.start, fact.end),
        place=shared((source.article, whole.sentence.start)),
        lowest=reached.low,
        highest=reached.high,
        exact=shared.words(exact_number(whole, meaning)),
        beside=shared(others(figures, group[1], meaning)),
        measure=measure,
        published=source.published,
        away=fact.kind == "date" and is_away(fact, source.published),
        alone=alone,
        setting=source.setting,
    )


def _setting(article: str, sentences: Sentences) -> Setting:
    told = [{token for token, _, _ in sentences.tokens(article, s)} for s in sentences.of(article)]
    uses = Counter(token for tokens in told for token in tokens)
    first = set[str]().union(*told[:LEAD])
    names = {token for token, n in uses.items() if token.startswith("=") and (n > 1 or token in first)}
    nations = frozenset(name for name in names if sentences.names.is_nation(name))
    return Setting(frozenset(names - nations), nations)


def _own(fact: Fact, group: str, names: NameIndex, shared: _Shared) -> tuple[frozenset[str], str]:
    """The words for what is measured, and the measure they name, which is one of them."""
    told = f"{fact.what} {_noun(fact)}"
    own = {token for token, _, _ in with_phrases(told, names.tokens(told))}
    measure = measure_of(group, own) if fact.kind in NUMERIC_KINDS else ""
    return shared.words((*own, measure) if measure else own), measure


def _framing(fact: Fact, classes: tuple[str, ...], own: frozenset[str]) -> tuple[str, ...]:
    """The nearest event class; of a figure that is no count of people, one of the words for what is measured."""
    if fact.kind in NUMERIC_KINDS and fact.kind != "population":
        classes = tuple(name for name in classes if name in own)
    return classes[:1]


def _years(fact: Fact, low: int, high: int) -> frozenset[str]:
    """Years the clause names, or the one it hangs on: ``in 2003, when`` dates all that follows.

    A year that only dates the day a figure stands for is left out; a figure of a whole year keeps it.
    """
    text = fact.sentence.text
    hung = _HANGS_ON.search(text[max(0, low - 30) : low])
    compared = [] if fact.kind == "date" else _COMPARED.findall(text, low, high)
    years = {*_YEAR.findall(text[low:high]), *((hung[1],) if hung else ())}.difference(compared)
    stands_for = str(fact.value) if fact.kind == "date" else fact.as_of or ""
    dated = stands_for[:4] if len(stands_for) > len("2031") else ""
    return frozenset(years) - {dated}


def _actor(fact: Fact, sentence: Sequence[Token], clause: Sequence[Token], low: int) -> str:
    """The first name of the clause; of one that ``who`` opens, the name before it."""
    if fact.kind in NUMERIC_KINDS and _WHO.search(fact.sentence.text, max(0, low - 8), low):
        clause = [token for token in reversed(sentence) if token[2] <= low]
    return next((token for token, _, _ in clause if token.startswith("=")), "")


def _local(tokens: Iterable[str], names: NameIndex) -> frozenset[str]:
    """The names that are neither nations nor groups: they tell one event of a story from another."""
    return frozenset(
        t for t in tokens if t.startswith("=") and names.kind(t) != "group" and not names.is_nation(t)
    )


def _places(fact: Fact, clause: Iterable[Token], start: int, names: NameIndex) -> frozenset[str]:
    """The places after the figure that a preposition ties to it.

    ``of Iran-backed groups`` and ``in Iran's worst flood`` bound nothing.
    """
    text = fact.sentence.text
    return frozenset(
        token
        for token, at, end in clause
        if at >= start
        and names.kind(token) == "place"
        and text[end : end + 1] != "-"
        and not text.endswith(_OF_PLACE, at, end)
        and text[at:end] not in ADJECTIVES
        and _SCOPE_BEFORE.search(text[max(0, at - 40) : at])
    )


def _special(fact: Fact, names: NameIndex) -> Iterator[str]:
    words = (token for token, _, _ in names.tokens(_noun(fact)))
    return (token for token in words if token[0] not in "*=" and token not in _ANYONE)


def _is_part(fact: Fact) -> bool:
    after = max(0, fact.end - fact.sentence.start)
    text = fact.sentence.text
    if fact.kind == "share" or (fact.kind == "count" and _NUMBERED.match(text, after)):
        return False
    return bool(_PART_OF.match(text, after))


def _noun(fact: Fact) -> str:
    return fact.quote if fact.kind in NUMERIC_KINDS else ""


def is_inhabited(fact: Fact) -> bool:
    """Whether a count of people tells the size of a place: ``a town of 18,400 people``."""
    if fact.kind != "population":
        return False
    start = max(0, fact.start - fact.sentence.start)
    before = fact.sentence.text[max(0, start - LONGEST_OF) : start]
    return bool(_INHABITED.search(before) or _INHABITED_QUOTE.match(fact.quote))


def _classes(fact: Fact, words: Sequence[Token], start: int, end: int) -> tuple[str, ...]:
    """The event classes, nearest first; that people are ``residents`` only where nothing happens to them."""
    near: Counter[str] = Counter()
    people = fact.kind == "population"
    if is_inhabited(fact):
        return (_LIVING,)
    for token, low, high in words:
        if token.startswith("*"):
            gap = max(start - high, low - end, 0)
            near[token] = max(near[token], 10_000 - gap - (5_000 if people and token == _LIVING else 0))
    return tuple(token for token, _ in sorted(near.items(), key=lambda item: (-item[1], item[0])))


def _group(fact: Fact) -> tuple[str, str]:
    kind = "figure" if fact.kind in NUMERIC_KINDS else fact.kind
    return kind, dimension(fact)
