"""Joins the facts of a story into claims, and finds the claims that contradict each other.

Facts are taken in a fixed order and joined to the best claim that shares a telling word with them, so the
work grows with the number of facts, not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from briefings.reconcile.contradiction import contradict
from briefings.reconcile.matching import clash, likeness
from briefings.reconcile.overlaps import Weigh
from briefings.reconcile.subjects import Subject

CANDIDATES = 24  # claims a fact is compared with: those that share most words with it
WITNESSES = 4  # facts of a claim that stand for it in a comparison
REMEMBERED = 4_000  # answers kept for facts that are told in the same words
POSTINGS = 400  # claims a word may lead to; a word of more tells nothing

NEVER_RIVALS = frozenset(("role", "event"))  # kinds that no other figure or day contradicts

Cluster = list[Subject]
Spans = list[tuple[float, float]]  # of each cluster, all that its witnesses may agree with lies between
Place = tuple[str, int]
Copies = dict[Place, frozenset[Place]]


def copies_by_place(copies: Iterable[tuple[Place, Place]]) -> Copies:
    """Sentence -> the sentences that are copies of it."""
    found: defaultdict[Place, set[Place]] = defaultdict(set)
    for one, other in copies:
        found[one].add(other)
        found[other].add(one)
    return {place: frozenset(others) for place, others in found.items()}


def join(subjects: Sequence[Subject], copies: Copies, weigh: Weigh) -> list[Cluster]:
    """The facts as clusters, one for each claim; ``subjects`` in a fixed order.

    Exact figures come first, so that a bound (``at least 14``) finds the figure it was meant for.
    """
    clusters: list[Cluster] = []
    spans: Spans = []
    index = _Index(copies)
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


def _settled(clusters: list[Cluster], spans: Spans, index: _Index, weigh: Weigh) -> list[Cluster]:
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
    index = _Index(copies)
    rivals: defaultdict[int, list[int]] = defaultdict(list)
    tellers = [{subject.mention.article for subject in cluster} for cluster in clusters]
    frames = [{subject.frame for subject in cluster[:WITNESSES] if subject.frame} for cluster in clusters]
    alike = [bool(copies) and any(s.place in copies for s in cluster[:WITNESSES]) for cluster in clusters]
    for number, cluster in enumerate(clusters):
        if cluster[0].fact.kind in NEVER_RIVALS:
            continue
        met: set[int] = set()
        if frames[number] or alike[number]:
            for subject in cluster[:WITNESSES]:
                met.update(index.copied(subject) if alike[number] else (), index.near(subject))
        for other in sorted(met):
            framed = not frames[number].isdisjoint(frames[other]) or (alike[number] and alike[other])
            # one article that tells both sees no contradiction
            apart = framed and tellers[number].isdisjoint(tellers[other])
            if apart and _opposed(cluster, clusters[other], copies, weigh):
                rivals[number].append(other)
                rivals[other].append(number)
        for subject in cluster:
            index.add(subject, number)
    return dict(rivals)


class _Index:
    """Which claims a word, an event class or a copied sentence leads to."""

    def __init__(self, copies: Copies) -> None:
        self._copies = copies
        self._words: defaultdict[tuple[str, str], defaultdict[str, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._places: defaultdict[tuple[tuple[str, str], Place], list[tuple[int, Subject]]] = defaultdict(
            list
        )
        self._asked: dict[tuple[tuple[str, str], frozenset[str]], _Answer] = {}

    def add(self, subject: Subject, number: int) -> None:
        """Files the claim under the words and the sentence of one of its facts."""
        words = self._words[subject.group]
        for token in subject.around | subject.exact | subject.alone:
            posting = words[token]
            if len(posting) < POSTINGS and (not posting or posting[-1] != number):
                posting.append(number)
        if subject.place in self._copies:
            self._places[subject.group, subject.place].append((number, subject))

    def copied(self, subject: Subject) -> dict[int, list[Subject]]:
        """Claim -> its facts in copies of the subject's sentence."""
        found: defaultdict[int, list[Subject]] = defaultdict(list)
        for place in sorted(self._copies.get(subject.place, ()))[:WITNESSES]:
            for number, member in self._places.get((subject.group, place), ()):
                found[number].append(member)
        return found

    def near(self, subject: Subject) -> tuple[int, ...]:
        """The claims that share most words with the subject; ties by number."""
        words = self._words[subject.group]
        tokens = subject.around | subject.exact | subject.alone
        postings = [words.get(token, ()) for token in tokens]
        lengths = tuple(map(len, postings))
        asked = (subject.group, tokens)
        known = self._asked.get(asked)
        if known is None or known.lengths != lengths:
            if len(self._asked) >= REMEMBERED:
                self._asked.clear()
            known = self._asked[asked] = _answer(postings, lengths, known)
        return known.numbers


class _Answer(NamedTuple):
    """The claims that share most words with a fact, as it was when the postings of its words had these lengths.

    Attributes:
        lengths: how many claims each of the words led to.
        numbers: the claims, those met most often first; ``times`` tells how often.
        newest: the highest number among all that were met.
    """

    lengths: tuple[int, ...]
    numbers: tuple[int, ...]
    times: tuple[int, ...]
    newest: int


def _answer(postings: Sequence[Sequence[int]], lengths: tuple[int, ...], known: _Answer | None) -> _Answer:
    """Counts what the postings lead to; only what was added where that is of new claims alone."""
    if known is not None:
        added = [posting[start:] for posting, start in zip(postings, known.lengths, strict=True)]
        met = Counter(chain.from_iterable(added))
        if min(met) > known.newest:
            newest = max(met)
            met.update(dict(zip(known.numbers, known.times, strict=True)))
            return _ranked(met, lengths, newest)
    met = Counter(chain.from_iterable(postings))
    return _ranked(met, lengths, max(met, default=-1))


def _ranked(met: Counter[int], lengths: tuple[int, ...], newest: int) -> _Answer:
    numbers = _most_met(met)
    return _Answer(lengths, numbers, tuple(met[number] for number in numbers), newest)


def _most_met(met: Counter[int]) -> tuple[int, ...]:
    """Those counted most often; sorts only what is counted often enough to be among them."""
    counts, least, enough = Counter(met.values()), 0, 0
    for least in sorted(counts, reverse=True):
        enough += counts[least]
        if enough >= CANDIDATES:
            break
    often = sorted(number for number, count in met.items() if count >= least)
    return tuple(sorted(often, key=met.__getitem__, reverse=True)[:CANDIDATES])


def _best(
    subject: Subject, clusters: Sequence[Cluster], spans: Spans, index: _Index, weigh: Weigh
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
    if not copied:
        low, high = subject.lowest, subject.highest
        near = [member for member in witnesses if low <= member.highest and member.lowest <= high]
        if 2 * len(near) < len(witnesses):
            return 0.0
    asked = [(member, True) for member in copied]
    asked += [(member, False) for member in witnesses if not copied or member not in copied]
    best, least = 0.0, len(asked) / 2
    against = 0
    for member, is_copy in asked:
        score = likeness(subject, member, weigh, is_copy)
        against += score <= 0
        if against > least:
            return 0.0
        best = max(best, score)
    return 0.0 if any(clash(subject, member) for member in witnesses) else best


def _opposed(one: Cluster, other: Cluster, copies: Copies, weigh: Weigh) -> bool:
    """Whether facts of two claims contradict each other."""
    for first in one[:WITNESSES]:
        copied = copies.get(first.place, ())
        for second in other[:WITNESSES]:
            one_frame = first.frame == second.frame or second.place in copied
            if one_frame and contradict(first, second, weigh, second.place in copied):
                return True
    return False
