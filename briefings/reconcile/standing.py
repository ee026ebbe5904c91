"""What a claim rests on, in words that follow from counting alone, and how much it matters."""

from __future__ import annotations

import math
from collections.abc import Sequence

from briefings.facts import Kind
from briefings.reconcile.index import Copies
from briefings.reconcile.names import NameIndex
from briefings.reconcile.subjects import Subject
from briefings.stories import Standing

# how much a kind tells a reader beside the others
KIND_WEIGHT: dict[Kind, float] = {
    "event": 1.6,
    "population": 1.3,
    "share": 1.2,
    "distance": 1.1,
    "money": 1.1,
    "area": 1.0,
    "duration": 1.0,
    "date": 1.0,
    "role": 0.9,
    "count": 0.8,
    "age": 0.5,
    "alias": 0.3,
}
EARLY = 400  # characters into a text at which half of the bonus for an early place is left
VAGUE = 0.2  # what is left of a claim's weight when its figure is ``dozens``


def origins_of(cluster: Sequence[Subject], copies: Copies) -> tuple[str, ...]:
    """The independent origins of a claim, sorted: copied sentences count once, under the smallest name."""
    names: dict[str, str] = {}
    for subject in cluster:
        copied = copies.get(subject.place, frozenset())
        same = [s.origin for s in cluster if s.place in copied]
        names[subject.origin] = min([subject.origin, *same])
    return tuple(sorted(set(names.values())))


def claimant_of(cluster: Sequence[Subject], names: NameIndex) -> str | None:
    """The one speaker every mention rests on, in the words of the first; None if one speaks for itself."""
    speakers = [subject.fact.attribution for subject in cluster]
    if not all(speakers) or cluster[0].fact.kind == "role":
        return None
    folded = [frozenset(token for token, _, _ in names.tokens(speaker or "")) for speaker in speakers]
    shortest = min(folded, key=len)
    if not shortest and any(folded):  # "officials" of one paper are not the firm that another names
        return None
    return speakers[0] if all(shortest <= other for other in folded) else None


def standing_of(origins: Sequence[str], claimant: str | None, disputed: bool) -> Standing:
    """The claim's standing, by rule: a contradiction first, then one speaker, then the count of origins."""
    if disputed:
        return "disputed"
    if claimant:
        return "claimed"
    return "confirmed" if len(origins) > 1 else "single source"


def weight_of(cluster: Sequence[Subject], origins: Sequence[str], focus: dict[str, float]) -> float:
    """How much a claim matters: origins, kind, nearness to what the story is about, early position.

    Args:
        cluster: its facts.
        origins: its independent origins.
        focus: name -> the share of the story's sentences that speak of it.
    """
    best = cluster[0]
    centrality = sum(sorted((focus.get(name, 0.0) for name in best.names), reverse=True)[:3])
    early = max(1 / (1 + subject.fact.sentence.start / EARLY) for subject in cluster)
    weight = KIND_WEIGHT[best.fact.kind] * math.sqrt(len(origins)) * (1 + centrality) * (1 + early)
    return weight * (VAGUE if best.fact.vague else 1.0)
