"""Two lines on one subject as one: ``Orla lies on the coast and handles 38 percent of the trade``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from briefings.compose.antecedents import subject_of
from briefings.compose.drafts import Draft
from briefings.compose.labels import standing_words
from briefings.compose.verbs import does_at, is_finite

MOST_OF_ONE = 6  # lines of one subject that are tried in pairs
LONGEST_FIRST, LONGEST_BOTH = 16, 26  # words of the first of a pair, and of both
COMMA_FROM = 9  # words of the first from which a comma stands before ``and``
SECTION = "key facts"

# what would take the second half for its own, or say who says the first half only
_HANGS = re.compile(
    r"\b(?:that|who|whom|which|whose|when|while|where|after|before|because|if|and|or|but|said|says|say|told"
    r"|according|to [a-z]+ (?:a|the|an))\b|[;:“”\"]|, "
)
_SAYS = re.compile(r"(?:said|says|say|told|added|warned|announced|claims?|claimed)\b")


def joined(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """A draft for each two that begin with one subject, rest on the same sources and tell different claims."""
    by_subject: defaultdict[tuple[object, ...], list[tuple[Draft, str, str]]] = defaultdict(list)
    for draft in drafts:
        text = draft.dated or draft.text
        subject = subject_of(text)
        predicate = text[len(subject) + 1 :]
        if not subject or not _is_verb(text, subject) or _SAYS.match(predicate):
            continue
        if draft.section in (SECTION, "timeline", "places") and not any(c.rivals for c in draft.tells):
            sources = frozenset(mark.article_key for mark in draft.marks)
            by_subject[subject, sources, standing_words(draft.claim)].append((draft, text, predicate))
    for found in by_subject.values():
        yield from _pairs(_shortest(found))


def _is_verb(text: str, subject: str) -> bool:
    """Whether a finite verb comes right after the subject."""
    at = len(subject) + 1
    return does_at(text) == at or is_finite(text[at:].partition(" ")[0])


def _shortest(found: Sequence[tuple[Draft, str, str]]) -> list[tuple[Draft, str, str]]:
    """The shortest wording of each claim, few of them."""
    best: dict[str, tuple[Draft, str, str]] = {}
    for item in sorted(found, key=lambda item: (len(item[1].split()), item[1])):
        best.setdefault(item[0].claim.key, item)
    return list(best.values())[:MOST_OF_ONE]


def _pairs(found: Sequence[tuple[Draft, str, str]]) -> Iterator[Draft]:
    for one, other in combinations(found, 2):
        first, second = sorted((one, other), key=lambda item: bool(_HANGS.search(item[1])))
        told = {claim.key for claim in first[0].tells}
        words = len(first[1].split()), len(second[2].split())
        if _HANGS.search(first[1]) or words[0] > LONGEST_FIRST or sum(words) > LONGEST_BOTH:
            continue
        if not told.isdisjoint(claim.key for claim in second[0].tells):
            continue
        yield _merged(first, second, _joint(words[0], second[2]))


def _joint(words: int, predicate: str) -> str:
    """A comma alone where the second half has an ``and`` before a verb: ``is old, was lost and is found``."""
    if any(is_finite(word.split(" ")[0]) or does_at(f"It {word}") for word in predicate.split(" and ")[1:]):
        return ", "
    return ", and " if words >= COMMA_FROM else " and "


def _merged(first: tuple[Draft, str, str], second: tuple[Draft, str, str], joint: str) -> Draft:
    (one, text, _), (other, _, predicate) = first, second
    marks = {(mark.article_key, mark.start): mark for mark in (*one.marks, *other.marks)}
    return replace(
        one,
        section=SECTION,
        text=f"{text}{joint}{predicate}",
        tells=(*one.tells, *other.tells),
        marks=tuple(marks.values()),
        when="",
        dated="",
        bare="",
        worth=min(one.worth, other.worth),
    )
