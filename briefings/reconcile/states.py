"""States of one thing that cannot hold at once: a town called taken here and fought over there.

The table is small and general. A statement counts only where its thing is named or plainly meant, where it is
neither denied nor hoped for, and where it speaks of the day its article was printed: what was seized in
another year says nothing about today. An article that tells both states itself sees no contradiction, unless it
says that others report otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from briefings.facts import Fact, Sentence
from briefings.patterns import Pattern
from briefings.reconcile.names import NameIndex
from briefings.reconcile.referents import Referents
from briefings.reconcile.state_words import STATES, State
from briefings.reconcile.values import days
from briefings.stories import Article, Claim

_WORKS: Final = (
    "airport|border crossing|bridge|canal|crossing|dam|factory|harbour|harbor|highway|hospital|line|mine|motorway|pass"
    "|port|road|route|runway|school|station|strait|tunnel|fire|blaze|wildfire|bushfire"
)
_NOUNS: Final = tuple(_WORKS.split("|"))
_WORK: Final = Pattern(
    rf"\b(?P<before>(?:[A-Z][\w’'-]+ (?:[a-z]{{2,3}} (?=[A-Z]))?){{0,4}})(?P<noun>{_WORKS})s?\b"
    r"(?: (?:at|in|of|near|over|to|outside) (?:the )?(?P<after>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}))?"
)
_ONE: Final = Pattern(
    r"^(?:But |And |Meanwhile,? )?[Tt]he (?:[a-z-]+ )??([a-z]{4,})(?= of | who | that |, | was | is | has )"
)
_UNSURE: Final = Pattern(
    r"\b(?:not|never|no longer|to be|if|would|could|may|might|must|until|unless|before|hopes?|plans?|aims?|vow\w*"
    r"|den(?:y|ied|ies)|feared|trying|bid|attempt\w*|after having)\b[^,;]{0,24}$|n['’]t [^,;]{0,12}$"
)
_INSIDE: Final = Pattern(r"\b(?:in|inside|into|of|for|over|within|across)(?: the| a)?(?: [a-z-]+){0,3} ?$")
_OTHERS: Final = Pattern(
    r"^(?:But |However, |Meanwhile,? )?(?:[Oo]ther|[Ss]ome|[Ll]ocal|[Cc]onflicting) "
    r"(?:reports|accounts|sources|media)\b"
)
_CLAUSE_END: Final = Pattern(r"[;:]\s|,\s(?:while|as|after|but|and|although|which|who)\b")
_OPENINGS: Final = frozenset(("The", "A", "An", "This", "That", "On", "But"))
_NEAR: Final = 60  # characters between the words of a state and its place
_SAME_DAYS: Final = 2  # a statement dated further from its article's day tells the past
_LONGEST: Final = 900  # characters; a longer "sentence" is a table or a list


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of one article that gives a thing a state.

    Attributes:
        article: its key.
        sentence: where it stands.
        start, end: offsets in the article's text of the words that say so, with the place they lead to.
        side: which side of the opposition it takes.
        day: the day it stands for, or None.
        others: whether the article gives it as what others report.
    """

    article: str
    sentence: Sentence
    start: int
    end: int
    side: int
    day: date | None
    others: bool = False


Events = Mapping[str, Sequence[tuple[int, int, Claim]]]  # article key -> start, end and claim of its events


@dataclass(frozen=True, slots=True)
class Opposed:
    """One thing that is said to be in two states; ``thing`` names it, empty for the story itself."""

    name: str
    thing: str
    sides: tuple[tuple[Statement, ...], tuple[Statement, ...]]


def find_opposed(
    articles: Sequence[Article],
    sentences: Mapping[str, Sequence[Sentence]],
    names: NameIndex,
    referents: Referents,
) -> tuple[Opposed, ...]:
    """The states of things on which articles disagree, in a fixed order; each side in the articles' order."""
    told: defaultdict[tuple[str, str], list[Statement]] = defaultdict(list)
    shown: dict[tuple[str, str], str] = {}
    named = _Works(sentences)
    for article in articles:
        dates: defaultdict[int, list[Fact]] = defaultdict(list)
        for fact in article.facts:
            if fact.kind == "date":
                dates[fact.sentence.start].append(fact)
        reader = _Reader(article, dates, names, referents, named)
        for sentence in sentences[article.key]:
            for key, thing, statement in reader.read(sentence):
                told[key].append(statement)
                shown.setdefault(key, thing)
    found = (_opposed(name, shown[name, key], said) for (name, key), said in sorted(told.items()))
    return tuple(opposed for opposed in found if opposed)


class _Works:
    """The names of a story's bridges, lines, ...: a bare one is meant where only one is named."""

    def __init__(self, sentences: Mapping[str, Sequence[Sentence]]) -> None:
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        for found in sentences.values():
            for sentence in found:
                if not any(noun in sentence.text for noun in _NOUNS):
                    continue
                for match in _WORK.finditer(sentence.text[:_LONGEST]):
                    if name := work_name(match["before"], match["after"]):
                        self._named[match["noun"]].add(name)

    def only(self, noun: str) -> str:
        """The one name the story has for such a work; empty for none or several."""
        names = self._named.get(noun, set())
        return next(iter(names)) if len(names) == 1 else ""


def work_name(before: str | None, after: str | None) -> str:
    """What a work is told by: the name before its noun, an opening article left out, else the one after."""
    words = (before or "").split()
    if words and words[0] in _OPENINGS:
        words = words[1:]
    return " ".join(words) or after or ""


_Thing = tuple[str, str, int]  # a key, a name for people, the offset in the sentence after its last character
_PAST: Final = date.min


class _Reader:
    """Reads the statements of one article."""

    def __init__(
        self,
        article: Article,
        dates: Mapping[int, Sequence[Fact]],
        names: NameIndex,
        referents: Referents,
        works: _Works,
    ) -> None:
        self._article, self._dates, self._names = article, dates, names
        self._referents, self._works = referents, works
        self._last: tuple[str, str, str] | None = None

    def read(self, sentence: Sentence) -> Iterator[tuple[tuple[str, str], str, Statement]]:
        """Every statement of the sentence: the key of opposition and thing, the thing's name, the statement."""
        text = sentence.text
        before, self._last = self._last, None
        if len(text) > _LONGEST:
            return
        for state in STATES:
            if not any(cue in text for cue in state.cues):
                continue
            for match in state.words.finditer(text):
                if _UNSURE.search(text[max(0, match.start() - 60) : match.start()]):
                    continue
                start, end = match.span()
                thing = self._thing(state, sentence, start, end)
                if thing is None and before and before[0] == state.name and _OTHERS.match(text):
                    thing = before[1], before[2], _clause(text, start, end)[1]
                day = self._day(sentence, _clause(text, start, end))
                if thing is None or day == _PAST:
                    continue
                key, name, far = thing
                self._last = state.name, key, name
                yield (
                    (state.name, key),
                    name,
                    self._statement(sentence, start, max(end, far), state.side, day),
                )
                break

    def _statement(self, sentence: Sentence, start: int, end: int, side: int, day: date | None) -> Statement:
        at, others = sentence.start, bool(_OTHERS.match(sentence.text))
        return Statement(self._article.key, sentence, at + start, at + end, side, day, others)

    def _thing(self, state: State, sentence: Sentence, start: int, end: int) -> _Thing | None:
        """What the state is told of, or None where that is not plain."""
        text = sentence.text
        if state.thing == "story":
            return "", "", end
        if state.thing == "place":
            return self._place(state, sentence, end)
        if state.thing == "work":
            return self._work(text, start, end)
        return self._one(text, start)

    def _place(self, state: State, sentence: Sentence, end: int) -> _Thing | None:
        text = sentence.text
        for token, low, high, form in self._named(sentence):
            if low < end or not token.startswith("="):
                continue
            if low > end + _NEAR or self._names.is_nation(token):
                return None
            if self._names.kind(token) in ("group", "person"):
                continue
            between = text[end:low]
            if state.side == 1 and not _INSIDE.search(text[:low]):
                return None
            return (token, form, high) if "," not in between and ";" not in between else None
        return None

    def _named(self, sentence: Sentence) -> list[tuple[str, int, int, str]]:
        """The sentence's names, and those that stand for its bare nouns."""
        edits = self._referents.edits(self._article.key, sentence)
        found = [
            (token, low, high, sentence.text[low:high])
            for token, low, high in self._names.tokens(sentence.text)
            if token.startswith("=") and not any(e.start <= low < e.end for e in edits)
        ]
        for edit in edits:
            named = [token for token, _, _ in self._names.tokens(edit.text) if token.startswith("=")]
            found += [(token, edit.start, edit.end, edit.again or edit.text) for token in named[:1]]
        return sorted(found, key=lambda item: item[1])

    def _work(self, text: str, start: int, end: int) -> _Thing | None:
        near = [m for m in _WORK.finditer(text) if m.end() <= start or m.start() >= end]
        before = [m for m in near if m.end() <= start and not _CLAUSE_END.search(text[m.end() : start])]
        after = next((m for m in near if 0 <= m.start() - end < _NEAR), None)
        opens = before[0] if before and before[0].start() <= len("But the ") else None
        chosen = opens or (before[-1] if before else after)
        if chosen is None:
            return None
        name = work_name(chosen["before"], chosen["after"]) or self._works.only(chosen["noun"])
        if not name:
            return None
        key = f"{chosen['noun']} {' '.join(sorted(t for t, _, _ in self._names.tokens(name))) or name}"
        return key, f"{name} {chosen['noun']}", chosen.end()

    def _one(self, text: str, start: int) -> _Thing | None:
        """A person named right before the words, or the one a definite noun opens the sentence with."""
        people = [
            (token, low, high)
            for token, low, high in self._names.tokens(text[:start])
            if self._names.kind(token) == "person"
        ]
        if people and not text[people[-1][2] : start].strip(" ,"):
            token, low, high = people[-1]
            return token, text[low:high], high
        head = _ONE.match(f"{text[:start]} ")
        return (head[1], f"the {head[1]}", head.end(1)) if head and head.end() <= start + 1 else None

    def _day(self, sentence: Sentence, clause: tuple[int, int]) -> date | None:
        """The day the statement stands for: its own or the article's; ``_PAST`` where it tells an earlier time."""
        published = self._article.published
        for fact in self._dates.get(sentence.start, ()):
            at = fact.start - sentence.start
            if not clause[0] <= at < clause[1]:
                continue
            covered = days(fact.value)
            if covered is None or covered[0] != covered[1]:
                return _PAST
            if published and abs((published - covered[0]).days) > _SAME_DAYS:
                return _PAST
            return covered[0]
        return published


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    low = max((m.end() for m in _CLAUSE_END.finditer(text, 0, start)), default=0)
    high = next((m.start() for m in _CLAUSE_END.finditer(text, end)), len(text))
    return low, high


def _opposed(name: str, thing: str, said: Iterable[Statement]) -> Opposed | None:
    """The two sides, where articles disagree about one day; a later end of a state contradicts nothing."""
    statements = list(said)
    sides = [[s for s in statements if s.side == side] for side in (0, 1)]
    both = {s.article for s in sides[0]} & {s.article for s in sides[1]}
    both -= {s.article for s in statements if s.others}
    zero, one = ([s for s in side if s.article not in both] for side in sides)
    one = [s for s in one if any(_clash(other, s) for other in zero)]
    zero = [s for s in zero if any(_clash(s, other) for other in one)]
    if not zero or not one:
        return None
    return Opposed(name, thing, (_first_of_each(zero), _first_of_each(one)))


def _clash(done: Statement, lasting: Statement) -> bool:
    """Of two articles, and the state that lasts is not told of an earlier day than its end."""
    if done.article == lasting.article:
        return False
    return not done.day or not lasting.day or lasting.day >= done.day


def _first_of_each(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    first: dict[str, Statement] = {}
    for statement in statements:
        first.setdefault(statement.article, statement)
    return tuple(first.values())


def told_by(statement: Statement, events: Events) -> list[Claim]:
    """The events whose clause holds the statement."""
    found = events.get(statement.article, ())
    return [claim for start, end, claim in found if start <= statement.start < end]


def events_by_article(claims: Iterable[Claim]) -> Events:
    """Article key -> start, end and claim of each of its events, in the claims' order."""
    found: defaultdict[str, list[tuple[int, int, Claim]]] = defaultdict(list)
    for claim in claims:
        if claim.kind == "event":
            for mention in claim.mentions:
                found[mention.article].append((mention.fact.start, mention.fact.end, claim))
    return found


def with_states(claims: Sequence[Claim], opposed: Iterable[Opposed]) -> tuple[Claim, ...]:
    """The claims, those that tell one side of an opposition ``disputed`` and rivals of the other side's."""
    against: defaultdict[str, set[str]] = defaultdict(set)
    events = events_by_article(claims)
    for opposition in opposed:
        sides = [{c.key for s in side for c in told_by(s, events)} for side in opposition.sides]
        for side, other in (sides, sides[::-1]):
            for key in side - other:
                against[key] |= other - side
    return tuple(
        replace(
            claim,
            standing="disputed",
            claimant=None,
            rivals=tuple(sorted({*claim.rivals, *against[claim.key]})),
        )
        if claim.key in against
        else claim
        for claim in claims
    )
