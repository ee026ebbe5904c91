"""Names of a story that may be one: a person decides, nothing is joined.

Two names are suggested where their folds differ in vowels alone and little. Among Arab cities of one country
such pairs are one place in 96.5 % of cases, too few to join them unasked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from briefings.extract.nations import DEMONYMS
from briefings.fold import fold, skeleton
from briefings.reconcile.names import SHORT, NameIndex
from briefings.reconcile.referents import Sentences
from briefings.stories import Decision, Place, Suggestion

ALIKE = 85  # per cent by which two folds are alike (rapidfuzz's ratio); at 80 one pair in four is wrong


def suggest(
    index: NameIndex, sentences: Sentences, places: Mapping[str, Place], decisions: Sequence[Decision] = ()
) -> tuple[Suggestion, ...]:
    """The pairs of clusters that may be one name, undecided, in the order of the names.

    Countries, peoples, names of four letters or fewer, names of different kinds or of different places, and names that
    stand in one sentence are never suggested.

    Args:
        index: the story's name clusters.
        sentences: its sentences.
        places: cluster key -> the place it is.
        decisions: what has been decided.
    """
    pairs = [pair for pair in _alike(index) if _may_be_one(pair, index, places, decisions)]
    together = _together(pairs, sentences)
    return tuple(
        Suggestion(index.canonical(one), index.canonical(other), "written alike but for vowels")
        for one, other in pairs
        if (one, other) not in together
    )


def _alike(index: NameIndex) -> list[tuple[str, str]]:
    """Pairs of clusters with forms of one skeleton and nearly one fold."""
    by_skeleton: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for key, forms in index.clusters.items():
        for folded in {fold(form) for form in forms}:
            if len(folded) > SHORT and (bones := skeleton(folded)):
                by_skeleton[bones].setdefault(key, []).append(folded)
    return [
        (one, other)
        for group in by_skeleton.values()
        for one, other in combinations(group, 2)
        if any(_ratio(a, b) >= ALIKE for a in group[one] for b in group[other])
    ]


def _ratio(one: str, other: str) -> float:
    from rapidfuzz.fuzz import ratio

    return ratio(one, other)


def _may_be_one(
    pair: tuple[str, str],
    index: NameIndex,
    places: Mapping[str, Place],
    decisions: Sequence[Decision],
) -> bool:
    one, other = pair
    if index.is_nation(one) or index.is_nation(other) or (one in places and other in places):
        return False
    kinds = {index.kind(one), index.kind(other)}
    if kinds == {None} or len(kinds - {None}) > 1:
        return False
    forms, others = index.clusters[one], index.clusters[other]
    if not DEMONYMS.isdisjoint(forms + others):
        return False
    return not any(
        (decision.first in forms and decision.second in others)
        or (decision.first in others and decision.second in forms)
        for decision in decisions
    )


def _together(pairs: Sequence[tuple[str, str]], sentences: Sentences) -> set[tuple[str, str]]:
    """The pairs that some sentence names both of, so that they are two."""
    found: set[tuple[str, str]] = set()
    wanted = {key for pair in pairs for key in pair}
    if not wanted:
        return found
    for article in sentences.articles():
        for sentence in sentences.of(article):
            named = {key for key, _, _ in sentences.tokens(article, sentence)} & wanted
            if len(named) > 1:
                found.update(pair for pair in pairs if named.issuperset(pair))
    return found
