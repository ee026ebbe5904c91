"""How much the words around two facts have in common, and how much each word counts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby

from briefings.reconcile.subjects import Subject

FEWEST = 14  # facts: a shorter article is counted as if it had so many, lest two uses look like a habit
REMEMBERED = 10_000  # sets of words whose weight is kept

Weigh = Callable[[frozenset[str]], float]


def weights(subjects: Sequence[Subject]) -> Weigh:
    """How much common words count: 1 for rare ones, down to 0.25 for those most facts of an article share.

    A word that many articles use of one fact each is evidence; a word that one article uses of most of its
    facts is the story's setting. So frequency is taken within articles, the highest one.
    """
    facts = Counter(subject.mention.article for subject in subjects)
    worth: dict[str, float] = {}
    by_article = sorted(subjects, key=lambda subject: subject.mention.article)
    for article, mine in groupby(by_article, key=lambda subject: subject.mention.article):
        for token, count in Counter(token for subject in mine for token in subject.around).items():
            share = count / max(facts[article], FEWEST)
            heavy = 1.0 if share <= 0.15 else 0.5 if share <= 0.35 else 0.25
            worth[token] = min(worth.get(token, 1.0), heavy)

    @lru_cache(maxsize=REMEMBERED)
    def weigh(tokens: frozenset[str]) -> float:
        return sum(worth.get(token, 1.0) for token in tokens)

    return weigh


def overlap(one: frozenset[str], other: frozenset[str], weigh: Weigh) -> float:
    """The weighted share of the smaller set that is common to both."""
    least = min(weigh(one), weigh(other))
    return weigh(one & other) / least if least else 0.0


def mutual(one: frozenset[str], other: frozenset[str], weigh: Weigh) -> float:
    """The geometric mean of the common part of each set: high only if neither says much the other does not."""
    first, second = weigh(one), weigh(other)
    return weigh(one & other) / math.sqrt(first * second) if first and second else 0.0
