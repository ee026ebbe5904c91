"""The one way into this room: articles with facts become a story with claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefings.places.finding import open_gazetteer
from briefings.reading.sentences import split_sentences
from briefings.reconcile.claims import Cluster, find_rivals, join
from briefings.reconcile.distances import map_checks
from briefings.reconcile.geography import find_places, with_places
from briefings.reconcile.index import Copies, copies_by_place
from briefings.reconcile.names import NameIndex, index_names
from briefings.reconcile.origins import find_origins
from briefings.reconcile.overlaps import weights
from briefings.reconcile.referents import Referents, Sentences
from briefings.reconcile.standing import claimant_of, origins_of, standing_of, weight_of
from briefings.reconcile.states import find_opposed, with_states
from briefings.reconcile.subjects import Subject, read_subjects
from briefings.reconcile.suggestions import suggest
from briefings.reconcile.values import days
from briefings.stories import Article, Claim, Decision, Story, content_key

SUBJECT_WORDS = 6  # folded words of a subject that go into a claim's key


def reconcile(
    slug: str, title: str, articles: Sequence[Article], decisions: Sequence[Decision] = ()
) -> Story:
    """The story its articles tell: names, origins, copied sentences, and claims, most important first.

    The claims do not depend on the order of the articles. Articles without facts are kept.

    Args:
        slug: its name on the command line.
        title: its name for people.
        articles: with their facts.
        decisions: what a person decided about names that may be one.
    """
    sentences = {article.key: tuple(split_sentences(article.text)) for article in articles}
    names = index_names(articles, sentences, open_gazetteer(), decisions)
    read = Sentences(names, sentences)
    origins = find_origins(articles, sentences)
    copies = copies_by_place(origins.copies)
    referents = Referents(read)
    subjects = read_subjects(articles, read, referents, origins.names)
    focus, places = _focus(read), find_places(names, read)
    opposed = find_opposed(articles, sentences, names, referents)
    suggestions = suggest(names, read, places, decisions)
    read.forget()
    weigh = weights(subjects)
    clusters = [_best_first(cluster) for cluster in join(subjects, copies, weigh)]
    rivals = find_rivals(clusters, copies, weigh)
    claims = with_states(_claims(slug, clusters, rivals, copies, names, focus), opposed)
    return Story(
        slug=slug,
        title=title,
        articles=tuple(articles),
        claims=claims,
        names=with_places(names, places),
        origins=origins.names,
        copies=origins.copies,
        places=tuple(places.values()),
        map_checks=map_checks(claims, read, places),
        suggestions=suggestions,
    )


def _focus(sentences: Sentences) -> dict[str, float]:
    """Name -> the share of the story's sentences that speak of it."""
    named = [
        {token for token, _, _ in sentences.tokens(article, sentence) if token.startswith("=")}
        for article in sentences.articles()
        for sentence in sentences.of(article)
    ]
    uses = Counter(token for tokens in named for token in tokens)
    return {name: count / len(named) for name, count in uses.items()}


def _best_first(cluster: Cluster) -> Cluster:
    """Plain statements before vague ones, precise dates before coarse, exact figures before hedged."""
    return sorted(cluster, key=_rank)


def _rank(subject: Subject) -> tuple[bool, int, bool, int, tuple[str, int, int]]:
    fact = subject.fact
    precision = -len(str(fact.value)) if fact.kind == "date" else 0
    return (
        fact.vague,
        precision,
        fact.qualifier is not None and fact.kind != "date",
        fact.start,
        subject.order,
    )


def _claims(
    slug: str,
    clusters: list[Cluster],
    rivals: Mapping[int, Sequence[int]],
    copies: Copies,
    names: NameIndex,
    focus: dict[str, float],
) -> tuple[Claim, ...]:
    keys = _keys(slug, clusters)
    weighed = []
    for number, cluster in enumerate(clusters):
        origins = origins_of(cluster, copies)
        against = tuple(sorted(keys[other] for other in rivals.get(number, ())))
        claim = _claim(keys[number], cluster, origins)
        claimant = None if against else claimant_of(cluster, names)
        claim = replace(
            claim, rivals=against, claimant=claimant, standing=standing_of(origins, claimant, bool(against))
        )
        weighed.append((weight_of(cluster, origins, focus), claim))
    weighed.sort(key=lambda item: (-item[0], item[1].key))
    return tuple(claim for _, claim in weighed)


def _claim(key: str, cluster: Cluster, origins: tuple[str, ...]) -> Claim:
    fact = cluster[0].fact
    return Claim(
        key=key,
        kind=fact.kind,
        subject=fact.what,
        value=fact.value,
        unit=fact.unit,
        standing="single source",
        origins=origins,
        mentions=tuple(subject.mention for subject in cluster),
        value_max=fact.value_max,
        qualifier=fact.qualifier,
        also=fact.also,
        as_of=fact.as_of,
    )


def _keys(slug: str, clusters: Sequence[Cluster]) -> list[str]:
    """A content key for each claim; those that would share one get more words, then a number."""
    keys = [_key(slug, cluster[0], ()) for cluster in clusters]
    for more in ("around", "whole"):
        counts = Counter(keys)
        keys = [
            key if counts[key] == 1 else _key(slug, cluster[0], sorted(getattr(cluster[0], more)))
            for key, cluster in zip(keys, clusters, strict=True)
        ]
    return _numbered(keys, clusters)


def _numbered(keys: list[str], clusters: Sequence[Cluster]) -> list[str]:
    same: defaultdict[str, list[int]] = defaultdict(list)
    for number, key in enumerate(keys):
        same[key].append(number)
    for key, numbers in same.items():
        for place, number in enumerate(sorted(numbers, key=lambda n: clusters[n][0].order)[1:], start=2):
            keys[number] = content_key(key, str(place))
    return keys


def _key(slug: str, subject: Subject, more: Sequence[str]) -> str:
    """Story, kind, subject, measure, scope and time bucket of a fact, never its value."""
    fact = subject.fact
    words = sorted(subject.own or subject.around)[:SUBJECT_WORDS]
    bucket = "" if fact.kind == "date" else _bucket(fact.as_of)
    return content_key(
        "claim", slug, *subject.group, *words, "|", *sorted(subject.places), "|", bucket, *more
    )


def _bucket(as_of: str | None) -> str:
    """The month a figure stands for: a later month is another claim, a later day the same one."""
    covered = days(as_of)
    return covered[0].isoformat()[:7] if covered else ""
