"""Joins the facts of a story into claims, and finds the claims that contradict each other.

Facts are taken in a fixed order and joined to the best claim that shares a telling word with them, so the
work grows with the number of facts, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from briefings.reconcile.contradiction import contradict
from briefings.reconcile.index import ClaimIndex, Copies
from briefings.reconcile.matching import clash, likeness
from briefings.reconcile.overlaps import Weigh
from briefings.reconcile.subjects import Frame, Subject

WITNESSES = 4  # facts of a claim that stand for it in a comparison

NEVER_RIVALS = frozenset(("role", "event"))  # kinds that no other figure or day contradicts

Cluster = list[Subject]
Spans = list[tuple[float, float]]  # of each cluster, all that its witnesses may agree with lies between


def join(subjects: Sequence[Subject], copies: Copies, weigh: Weigh) -> list[Cluster]:
    """The facts as clusters, one for each claim; ``subjects`` in a fixed order.

    Exact figures come first, so that a bound (``at least 14``) finds the figure it was meant for.
    """
    clusters: list[Cluster] = []
    spans: Spans = []
    index = ClaimIndex(copies)
    for subject in sorted(subjects, key=lambda s: s.fact.qualifier is not None):
        home = _best(subject, clusters, spans, index, weigh)
        if home is None:
            home = len(clusters)
            clusters.append([])
            spans.append((subject.lowest, subject.highest))
        elif len(clusters[home]) < WITNESSES:
            low, high = spans[home]
            spans[home] = (min(low, subject.lowest), max(high, subject.highest))
        clusters[home].append(subject)
        index.add(subject, home)
    return _settled(clusters, spans, index, weigh)


def _settled(clusters: list[Cluster], spans: Spans, index: ClaimIndex, weigh: Weigh) -> list[Cluster]:
    """Joins claims that only the order of their facts kept apart, small ones to larger ones."""
    moved: dict[int, int] = {}
    for number in sorted(range(len(clusters)), key=lambda n: (len(clusters[n]), n)):
        low, high = spans[number]
        for other in index.near(clusters[number][0]):
            if low > spans[other][1] or spans[other][0] > high:
                continue
            larger = other not in moved and other != number and len(clusters[other]) >= len(clusters[number])
            if larger and _linked(clusters[number], clusters[other], weigh):
                clusters[other].extend(clusters[number])
                spans[other] = (min(low, spans[other][0]), max(high, spans[other][1]))
                moved[number] = other
                break
    return [cluster for number, cluster in enumerate(clusters) if number not in moved]


def _linked(one: Cluster, other: Cluster, weigh: Weigh) -> bool:
    """Whether half of the pairs of facts say the same thing, and none clash."""
    pairs = [(first, second) for first in one[:WITNESSES] for second in other[:WITNESSES]]
    near = [(first, second) for first, second in pairs if first.may_agree(second)]
    if 2 * len(near) < len(pairs) or any(clash(first, second) for first, second in pairs):
        return False
    return 2 * sum(likeness(first, second, weigh, False) > 0 for first, second in near) >= len(pairs)


def find_rivals(clusters: Sequence[Cluster], copies: Copies, weigh: Weigh) -> dict[int, list[int]]:
    """Cluster number -> the numbers of those it contradicts, each once; both ways."""
    index = ClaimIndex(copies)
    rivals: defaultdict[int, list[int]] = defaultdict(list)
    tellers = [{subject.mention.article for subject in cluster} for cluster in clusters]
    witnesses = [cluster[:WITNESSES] for cluster in clusters]
    known: dict[Frame, int] = {}
    frames = [{known.setdefault(s.frame, len(known)) for s in some if s.frame} for some in witnesses]
    alike = [bool(copies) and any(s.place in copies for s in some) for some in witnesses]
    for number, cluster in enumerate(clusters):
        if cluster[0].fact.kind in NEVER_RIVALS:
            continue
        met: set[int] = set()
        if frames[number] or alike[number]:
            for subject in witnesses[number]:
                met.update(index.copied(subject) if alike[number] else (), index.near(subject))
        for other in sorted(met):
            framed = not frames[number].isdisjoint(frames[other]) or (alike[number] and alike[other])
            # one article that tells both sees no contradiction
            apart = framed and tellers[number].isdisjoint(tellers[other])
            if apart and _opposed(witnesses[number], witnesses[other], copies, weigh):
                rivals[number].append(other)
                rivals[other].append(number)
        for subject in cluster:
            index.add(subject, number)
    return dict(rivals)


def _best(
    subject: Subject, clusters: Sequence[Cluster], spans: Spans, index: ClaimIndex, weigh: Weigh
) -> int | None:
    copied = index.copied(subject)
    best, best_score = None, 0.0
    lowest, highest = subject.lowest, subject.highest
    for number in dict.fromkeys([*copied, *index.near(subject)]):
        low, high = spans[number]
        if (lowest > high or low > highest) and number not in copied:
            continue
        score = _score(subject, clusters[number], copied.get(number, []), weigh)
        if score > best_score:
            best, best_score = number, score
    return best


def _score(subject: Subject, cluster: Cluster, copied: Sequence[Subject], weigh: Weigh) -> float:
    """The likeness to the claim's facts: half of its witnesses must agree, and none contradict."""
    witnesses = cluster[:WITNESSES]
    if not copied and 2 * sum(map(subject.may_agree, witnesses)) < len(witnesses):
        return 0.0
    asked = [member for member in witnesses if member not in copied] if copied else witnesses
    best, least = 0.0, (len(copied) + len(asked)) / 2
    against = 0
    for number, member in enumerate(chain(copied, asked)):
        score = likeness(subject, member, weigh, number < len(copied))
        if score > best:
            best = score
        elif score <= 0:
            against += 1
            if against > least:
                return 0.0
    return 0.0 if best and any(clash(subject, member) for member in witnesses) else best


def _opposed(one: Cluster, other: Cluster, copies: Copies, weigh: Weigh) -> bool:
    """Whether facts that stand for two claims contradict each other."""
    for first in one:
        copied = copies.get(first.place, ())
        for second in other:
            one_frame = first.frame == second.frame or second.place in copied
            if one_frame and contradict(first, second, weigh, second.place in copied):
                return True
    return False
