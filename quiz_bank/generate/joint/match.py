"""Who holds which office: three or four offices of a story and their holders.

Needs three offices with one holder each. Refused: an office told of two people, more than 45 words in all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from quiz_bank.generate.drafts import Candidate
from quiz_bank.generate.joint.assemble import assembled, parts, shuffled
from quiz_bank.generate.shelf import Shelf
from quiz_bank.keys import Key

TEMPLATE = "match"
MOST, FEWEST = 4, 3
_LONGEST = 60  # characters of an office that still stands in a list


def make(shelf: Shelf, accepted: Sequence[Candidate]) -> Iterator[Candidate]:
    """One question for each three or four offices."""
    held = [part for part in parts(accepted, "role") if part.draft and len(part.draft.key.role) <= _LONGEST]
    offices = Counter(part.draft.key.role.casefold() for part in held if part.draft)
    people = Counter(part.draft.key.name for part in held if part.draft)
    fit = [
        part
        for part in held
        if part.draft and offices[part.draft.key.role.casefold()] == people[part.draft.key.name] == 1
    ]
    for start in range(0, len(fit), MOST):
        group = fit[start : start + MOST]
        if len(group) >= FEWEST:
            yield _matched(group)


def _matched(group: Sequence[Candidate]) -> Candidate:
    seed = group[0].claim
    held = {part.draft.key.role: part.draft.key.name for part in group if part.draft}
    offices = shuffled(held, f"{seed} offices")
    people = shuffled(held.values(), f"{seed} people")
    pairs = {office: held[office] for office in offices}
    told = "; ".join(f"{office} = {person}" for office, person in pairs.items())
    key = Key("match", value=pairs, text=told, options=people)
    ask = f"Match each office with its holder (office = name): {'; '.join(offices)} with {'; '.join(people)}."
    return assembled(TEMPLATE, ask, key, group)
