"""One person of one office whose name two papers spell a letter apart: ``Luc Demaret``, ``Luc Demarets``.

A letter alone tells nothing: Iran is not Iraq. That two papers give one office to people whose other names are
the same, and no paper names both, leaves one reading.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from briefings.reconcile.words import token
from briefings.stories import Article

MOST_ALIKE = 200  # names that share a word; of a word that more share no pair is looked at
SHORTEST = 5  # letters of the word that differs; a surname of fewer is too soon another one
_VOWELS = frozenset("aeiouy")


def misprinted(articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    """Pairs of full names, spelled as the facts of the articles have them, that are one person's."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    tellers: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        for fact in article.facts:
            if fact.kind == "role" and " " in fact.what:
                told[fact.what].add(str(fact.value))
                tellers[fact.what].add(article.key)
    for one, other in _alike(sorted(told)):
        apart = tellers[one].isdisjoint(tellers[other]) and _one_office(told[one], told[other])
        both = ((one, other), (other, one))
        if apart and not any(_named_by(tellers[teller], name, articles) for teller, name in both):
            yield one, other


def _alike(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs that differ in one letter of one word; names that share no word are never compared."""
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        for word in set(name.split()):
            by_word[word].append(name)
    groups = (shared for shared in by_word.values() if len(shared) <= MOST_ALIKE)
    found = {pair for shared in groups for pair in combinations(shared, 2) if _one_letter(*pair)}
    return iter(sorted(found))


def _one_letter(one: str, other: str) -> bool:
    first, second = one.casefold().split(), other.casefold().split()
    if len(first) != len(second):
        return False
    apart = [place for place, pair in enumerate(zip(first, second, strict=True)) if pair[0] != pair[1]]
    if len(apart) != 1:
        return False
    short, long = sorted((first[apart[0]], second[apart[0]]), key=len)
    least = SHORTEST if apart[0] else SHORTEST - 1
    if len(short) < least or not _edited_once(short, long):
        return False
    # Martin and Martina are two people
    return apart[0] > 0 or short[-1] == long[-1] or not _VOWELS & {short[-1], long[-1]}


def _edited_once(short: str, long: str) -> bool:
    """Whether one letter more, less or other makes one word of the other."""
    if len(long) - len(short) > 1:
        return False
    same = next(
        (n for n, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short)
    )
    return short[same + (len(short) == len(long)) :] == long[same + 1 :]


def _one_office(one: set[str], other: set[str]) -> bool:
    """Whether an office of one is an office of the other, told in fewer words perhaps."""
    pairs = ((_words(first), _words(second)) for first in one for second in other)
    return any(first and second and (first <= second or second <= first) for first, second in pairs)


def _words(office: str) -> frozenset[str]:
    return frozenset(filter(None, map(token, office.split())))


def _named_by(tellers: set[str], name: str, articles: Sequence[Article]) -> bool:
    """Whether an article among the tellers has the other spelling too."""
    surname = re.compile(rf"(?<!\w){re.escape(name.split()[-1])}(?!\w)")
    first = name.split()[0]
    return any(
        article.key in tellers and first in article.text and surname.search(article.text)
        for article in articles
    )
