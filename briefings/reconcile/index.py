"""Which claims the words of a fact lead to, and which a copied sentence does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from briefings.reconcile.subjects import Subject
from briefings.reconcile.tallies import Planes, most, note, total

CANDIDATES = 24  # claims a fact is compared with: those that share most words with it
COPIED = 4  # copies of a fact's sentence that are looked at
POSTINGS = 400  # times a word may lead to a claim; a word of more tells nothing

Place = tuple[str, int]
Copies = dict[Place, frozenset[Place]]


def copies_by_place(copies: Iterable[tuple[Place, Place]]) -> Copies:
    """Sentence -> the sentences that are copies of it."""
    found: defaultdict[Place, set[Place]] = defaultdict(set)
    for one, other in copies:
        found[one].add(other)
        found[other].add(one)
    return {place: frozenset(others) for place, others in found.items()}


class ClaimIndex:
    """Which claims a word, an event class or a copied sentence leads to; numbers are first met in their order."""

    def __init__(self, copies: Copies) -> None:
        self._copies = copies
        self._groups: defaultdict[tuple[str, str], _Group] = defaultdict(_Group)
        self._places: defaultdict[tuple[tuple[str, str], Place], list[tuple[int, Subject]]] = defaultdict(
            list
        )

    def add(self, subject: Subject, number: int) -> None:
        """Files the claim under the words and the sentence of one of its facts."""
        self._groups[subject.group].add(_words(subject), number)
        if subject.place in self._copies:
            self._places[subject.group, subject.place].append((number, subject))

    def copied(self, subject: Subject) -> dict[int, list[Subject]]:
        """Claim -> its facts in copies of the subject's sentence."""
        found: defaultdict[int, list[Subject]] = defaultdict(list)
        for place in sorted(self._copies.get(subject.place, ()))[:COPIED]:
            for number, member in self._places.get((subject.group, place), ()):
                found[number].append(member)
        return found

    def near(self, subject: Subject) -> list[int]:
        """The claims that share most words with the subject; ties by number."""
        return self._groups[subject.group].near(_words(subject))


def _words(subject: Subject) -> Iterable[str]:
    """What leads to a claim: the words of the clause, and its figure where that is rare; each once."""
    return chain(subject.around, subject.exact, subject.alone)


class _Group:
    """The claims of one kind and dimension, which are compared with no others."""

    def __init__(self) -> None:
        self._numbers: list[
            int
        ] = []  # the claims, in the order they were met; a posting counts their places here
        self._place: dict[int, int] = {}
        self._postings: defaultdict[str, _Posting] = defaultdict(_Posting)

    def add(self, words: Iterable[str], number: int) -> None:
        """Files a claim under some words."""
        place = self._place.setdefault(number, len(self._numbers))
        if place == len(self._numbers):
            self._numbers.append(number)
        for word in words:
            posting = self._postings[word]
            if posting.length < POSTINGS and posting.last != place:
                posting.length += 1
                posting.last = place
                note(posting.tally, place)

    def near(self, words: Iterable[str]) -> list[int]:
        """The claims that the words lead to most often."""
        tallies = [self._postings[word].tally for word in words if word in self._postings]
        return [self._numbers[place] for place in most(total(tallies), CANDIDATES)]


class _Posting:
    """How often a word leads to each claim, how often in all, and to which last."""

    __slots__ = ("last", "length", "tally")

    def __init__(self) -> None:
        self.tally: Planes = []
        self.length = 0
        self.last = -1
