"""What a story is, in memory: articles, the claims their facts add up to, and who is an origin.

Everything here is frozen data. ``reading`` makes articles, ``extract`` their facts, ``reconcile`` the story;
``store`` keeps it, ``compose`` and the question floor read it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from briefings.facts import Fact, Kind, Measure, Qualifier, Value

DateBasis = Literal["stated", "url", "given", "inferred", "unknown"]
Standing = Literal["confirmed", "single source", "claimed", "disputed"]
NameKind = Literal["place", "person", "group"]


def content_key(*parts: str) -> str:
    """A 128-bit blake2b key of the parts, as 32 hex digits; the same parts give the same key for ever."""
    return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class Article:
    """One source document, read and cleaned.

    Attributes:
        key: content key of its text with spaces collapsed: the same text is the same article.
        source: the file's name or the address it came from.
        text: its own words; paragraphs apart by a blank line. Every offset counts characters of this.
        title: its headline, or None.
        outlet: who printed it, or None.
        agency: the agency it credits (``AFP``), or None.
        published: its date, or None.
        date_basis: how that date is known.
        cut: the lines of page furniture that were left out, in order.
        facts: what ``extract`` found in the text.
    """

    key: str
    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: date | None = None
    date_basis: DateBasis = "unknown"
    cut: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()

    @property
    def words(self) -> int:
        """Words of the text, split at white space."""
        return len(self.text.split())

    @property
    def label(self) -> str:
        """How a citation names it: the outlet, else the agency, else the source."""
        return self.outlet or self.agency or self.source

    def fact_id(self, fact: Fact) -> str:
        """The content key of one of its facts."""
        return content_key("fact", self.key, fact.kind, str(fact.start), str(fact.end))


@dataclass(frozen=True, slots=True)
class Mention:
    """One fact and the key of the article it stands in."""

    article: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Claim:
    """The facts of a story that say the same thing.

    Attributes:
        key: stable content key of story, kind, subject, measure, scope and time bucket, without the value.
        kind: the kind of its facts.
        subject: what is measured, in the words of its best mention; for ``role`` the person.
        value, value_max, unit, qualifier, also: as in its best mention.
        standing: ``confirmed`` (two or more independent origins), ``single source``, ``claimed`` (every
            mention rests on one speaker, ``claimant``), ``disputed`` (another claim contradicts it).
        claimant: the one speaker, for ``claimed``.
        origins: names of the independent origins, sorted.
        mentions: its facts, best first; never empty.
        as_of: the ISO date it stands for, or None.
        rivals: keys of the claims that contradict it.
    """

    key: str
    kind: Kind
    subject: str
    value: Value
    unit: str | None
    standing: Standing
    origins: tuple[str, ...]
    mentions: tuple[Mention, ...]
    value_max: Value | None = None
    qualifier: Qualifier | None = None
    also: tuple[Measure, ...] = ()
    claimant: str | None = None
    as_of: str | None = None
    rivals: tuple[str, ...] = ()

    @property
    def best(self) -> Mention:
        """The mention the claim's wording comes from."""
        return self.mentions[0]


@dataclass(frozen=True, slots=True)
class Name:
    """A cluster of spellings of one place, person or group; ``forms`` holds every form, most used first."""

    canonical: str
    kind: NameKind
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the story that the gazetteer knows.

    Attributes:
        name: the canonical name the story uses for it.
        latitude, longitude: degrees, north and east positive.
        country: ISO 3166 two-letter code.
        population: of the gazetteer, 0 where it tells none.
        mentions: how many sentences of the story name it.
    """

    name: str
    latitude: float
    longitude: float
    country: str
    population: int = 0
    mentions: int = 0


MapVerdict = Literal["consistent", "check", "conflict"]


@dataclass(frozen=True, slots=True)
class MapCheck:
    """A stated distance between two known places beside the great-circle distance.

    Attributes:
        claim: key of the distance claim.
        start, end: names of the two places; ``end`` is the one the distance is counted from.
        stated, computed: kilometres.
        bearing: of ``start`` seen from ``end``, degrees clockwise from north.
        direction: the compass direction the source states (``west``), or None.
        verdict: how well the two fit.
    """

    claim: str
    start: str
    end: str
    stated: float
    computed: float
    bearing: float
    direction: str | None
    verdict: MapVerdict


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two names of the story that may be one: a person decides. ``why`` tells what speaks for it."""

    first: str
    second: str
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about two names: ``joined`` they are one, else they are not."""

    first: str
    second: str
    joined: bool


@dataclass(frozen=True, slots=True)
class Story:
    """A named set of articles on one event and what they add up to.

    Attributes:
        slug: its name on the command line (``deir-ez-zor``).
        title: its name for people.
        articles: in the order they were added.
        claims: most important first.
        names: spelling clusters of its names.
        origins: article key -> name of the independent origin (an agency's name for copied texts).
        copies: pairs of sentence starts ``((article, start), (article, start))`` told in the same words.
        places: those the gazetteer knows, most mentioned first.
        map_checks: stated distances between such places, compared.
        suggestions: names that may be one, undecided.
    """

    slug: str
    title: str
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...] = ()
    names: tuple[Name, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    copies: tuple[tuple[tuple[str, int], tuple[str, int]], ...] = ()
    places: tuple[Place, ...] = ()
    map_checks: tuple[MapCheck, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()

    def article(self, key: str) -> Article:
        """The article with that key; KeyError where there is none."""
        for article in self.articles:
            if article.key == key:
                return article
        raise KeyError(key)

    @property
    def as_of(self) -> date | None:
        """The latest date on which one of its articles was published."""
        return max((a.published for a in self.articles if a.published), default=None)
