"""Which articles carry one text, and which sentences are copies of each other.

Sentences are compared by their 3-word shingles outside quotation marks (two outlets may quote one speech
without copying each other). Containment ``|A & B| / min(|A|, |B|)`` of 0.6 and more is a copy: over 8,617
pairs of sentences true copies lay between 0.67 and 1.00, the next pair at 0.47.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import NamedTuple
from zlib import crc32

from briefings.facts import Sentence
from briefings.reconcile.bodies import BODY_OF
from briefings.stories import Article

COPY = 0.6  # containment of shingles from which a sentence is a copy
FEWEST_COMMON, SHORT_COPY = 3.5, 0.75  # shingles in common; with fewer so much of the shorter one must be
SHORTEST = 6  # words outside quotation marks; shorter sentences are alike by chance
WHOLE_TEXT = (
    0.3  # containment of whole texts from which two articles with two copied sentences are one origin
)
COPIED_SENTENCES, COPIED_PART = 3, 0.2  # or so many copied sentences, and this part of the shorter article
SKETCH = 8  # shingles kept of each sentence to find it again
BUCKET = 12  # sentences one shingle may lead to; a shingle of more is a phrase, not a copy

Place = tuple[str, int]  # article key, start of the sentence

_QUOTED = re.compile(r"\"[^\"]{0,2000}\"|“[^”\"]{0,2000}[”\"]|«[^»]{0,2000}»|\([^)]{0,80}\)")
# a figure is one word: ``90,000`` is no two
_WORD = re.compile(r"\d[\d.,]*\d|[^\W_]+(?:['’][^\W_]+)*")
_SEVERAL = re.compile(r",|/|&|\band\b")


class Line(NamedTuple):
    """One sentence of one article, with the hashes of its shingles: sorted, each once, four bytes apiece."""

    place: Place
    shingles: array[int]


class Origins(NamedTuple):
    """Who is independent of whom.

    Attributes:
        names: article key -> name of its origin.
        copies: pairs of sentences told in the same words, in order.
    """

    names: dict[str, str]
    copies: tuple[tuple[Place, Place], ...]


def find_origins(articles: Sequence[Article], sentences: Mapping[str, Sequence[Sentence]]) -> Origins:
    """Copied sentences and independent origins of a story's articles; the order of the articles is ignored.

    Args:
        articles: the story's articles.
        sentences: article key -> its sentences.
    """
    lines, groups = copy_groups(
        entry
        for article in sorted(articles, key=lambda a: a.key)
        for entry in shingled(article.key, sentences[article.key])
    )
    copies = tuple(sorted(pair for group in groups for pair in _pairs(group)))
    joined = _one_text(articles, lines, copies)
    return Origins(_named(articles, joined), copies)


def shingled(article: str, sentences: Iterable[Sentence]) -> Iterator[tuple[Place, frozenset[int]]]:
    """The sentences long enough to be compared, with the shingles outside their quotation marks."""
    for sentence in sentences:
        words = _plain_words(_QUOTED.sub(" ", sentence.text))
        if len(words) >= max(SHORTEST, len(sentence.text.split()) // 2):
            hashes = frozenset(
                crc32(" ".join(words[i : i + 3]).encode("utf-8", "replace")) for i in range(len(words) - 2)
            )
            yield (article, sentence.start), hashes


def _plain_words(text: str) -> list[str]:
    words = (m[0].replace("’", "'").removesuffix("'s") for m in _WORD.finditer(text))
    return [BODY_OF.get(word, word).casefold() for word in words]


def copy_groups(
    sentences: Iterable[tuple[Place, frozenset[int]]],
) -> tuple[list[Line], list[list[Line]]]:
    """The sentences as lines, and groups of those of different articles that are copies.

    Every sentence is compared with few others.
    """
    index: defaultdict[int, list[int]] = defaultdict(list)
    lines: list[Line] = []
    groups: list[list[Line]] = []
    home: list[int] = []
    for number, (place, shingles) in enumerate(sentences):
        group = _best_group(shingles, lines, index, home)
        line = Line(place, array("I", sorted(shingles)))
        lines.append(line)
        if group is None:
            group = len(groups)
            groups.append([])
        groups[group].append(line)
        home.append(group)
        for shingle in line.shingles[:SKETCH]:
            if len(index[shingle]) < BUCKET:
                index[shingle].append(number)
    return lines, [group for group in groups if len({line.place[0] for line in group}) > 1]


def _best_group(
    shingles: frozenset[int], lines: Sequence[Line], index: dict[int, list[int]], home: Sequence[int]
) -> int | None:
    """The group of the earlier line most alike, if it is a copy; an index of sketches is asked in full."""
    met = Counter(other for shingle in shingles for other in index.get(shingle, ()))
    best, best_share = None, COPY
    for other, _ in met.most_common(SKETCH):
        share = likeness(shingles, lines[other].shingles)
        if share >= best_share and (best is None or share > best_share):
            best, best_share = other, share
    return None if best is None else home[best]


def containment(one: frozenset[int], other: Collection[int]) -> float:
    """``|A & B| / min(|A|, |B|)``; 0 where one is empty. Nothing may stand in ``other`` twice."""
    return len(one.intersection(other)) / min(len(one), len(other)) if one and other else 0.0


def likeness(one: frozenset[int], other: Collection[int]) -> float:
    """The containment of two sentences; 0 where they have few shingles in common and each some of its own.

    ``About 8,200 residents of Orla were evacuated`` and ``Some 8,000 residents ...`` are no copies.
    """
    share = containment(one, other)
    few = share * min(len(one), len(other)) < FEWEST_COMMON
    return 0.0 if few and share < SHORT_COPY else share


def _pairs(group: Sequence[Line]) -> Iterable[tuple[Place, Place]]:
    """Every pair of a small group; in a large one each sentence with the first."""
    if len(group) > BUCKET:
        first = group[0]
        return ((first.place, line.place) for line in group[1:] if line.place[0] != first.place[0])
    return (
        (one.place, other.place)
        for i, one in enumerate(group)
        for other in group[i + 1 :]
        if one.place[0] != other.place[0] and likeness(frozenset(one.shingles), other.shingles) >= COPY
    )


def _one_text(
    articles: Sequence[Article], lines: Sequence[Line], copies: Iterable[tuple[Place, Place]]
) -> dict[str, str]:
    """Article key -> the smallest key of the articles it is one text with."""
    whole: dict[str, array[int]] = {}
    sentences: Counter[str] = Counter()
    for article, mine in groupby(lines, key=lambda line: line.place[0]):
        told = [line.shingles for line in mine]
        whole[article] = array("I", set(chain.from_iterable(told)))
        sentences[article] = len(told)
    shared: defaultdict[tuple[str, str], set[Place]] = defaultdict(set)
    for one, other in copies:
        first, second = sorted((one, other))
        shared[first[0], second[0]].add(first)
    root = {article.key: article.key for article in articles}
    by_agency: dict[str, str] = {}
    for article in sorted(articles, key=lambda a: a.key):
        if article.agency and not _SEVERAL.search(article.agency):
            _join(root, article.key, by_agency.setdefault(article.agency.casefold(), article.key))
    for (one_key, other_key), places in shared.items():
        if len(places) < 2:
            continue
        part = len(places) / max(1, min(sentences[one_key], sentences[other_key]))
        much = len(places) >= COPIED_SENTENCES and part >= COPIED_PART
        if much or containment(frozenset(whole[one_key]), whole[other_key]) >= WHOLE_TEXT:
            _join(root, one_key, other_key)
    return {key: _find(root, key) for key in root}


def _find(root: dict[str, str], key: str) -> str:
    while root[key] != key:
        root[key] = root[root[key]]
        key = root[key]
    return key


def _join(root: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_find(root, one), _find(root, other)))
    root[second] = first


def _named(articles: Sequence[Article], joined: dict[str, str]) -> dict[str, str]:
    """The agency's name for a text that credits one, else the outlet that comes first; names stay apart."""
    members: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        members[joined[article.key]].append(article)
    names: dict[str, str] = {}
    taken: set[str] = set()
    for root in sorted(members):
        wanted = _origin_name(members[root])
        name, number = wanted, 2
        while name in taken:
            name, number = f"{wanted} ({number})", number + 1
        taken.add(name)
        names.update((article.key, name) for article in members[root])
    return names


def _origin_name(articles: Sequence[Article]) -> str:
    single = [a.agency for a in articles if a.agency and not _SEVERAL.search(a.agency)]
    if single:
        return min(Counter(single).items(), key=lambda item: (-item[1], item[0]))[0]
    return min((a.published is None, str(a.published), a.label) for a in articles)[2]
