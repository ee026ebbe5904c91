"""Scope traps, true or false: a figure told of one thing beside its look-alike told of another.

Needs two figures of one kind and unit whose clauses share their nouns but not their scope (one country and
two). The false statement carries the look-alike's figure; it is asked only where the two cannot both be true.
Refused: bounds (``more than``), since a larger figure might hold as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz_bank.generate.drafts import Candidate
from quiz_bank.generate.joint.assemble import assembled, parts
from quiz_bank.generate.options import draw, far_enough
from quiz_bank.generate.shelf import Shelf
from quiz_bank.generate.wording import bare_number
from quiz_bank.keys import Key

TEMPLATE = "scope"
GAP = "____"
_KINDS = frozenset(("share", "population", "count", "area", "money", "distance", "duration"))
_PLAIN = frozenset((None, "about", "nearly"))
_MOST_TIMES = 5
_SHARED = 2  # content words that make two statements look alike
_NOUN = re.compile(r"[a-z]{4,}")
_QUOTED = re.compile(r": “(?P<body>.*)”$")


def make(shelf: Shelf, accepted: Sequence[Candidate]) -> Iterator[Candidate]:
    """One statement for each figure that has a look-alike, true or false as its claim's key decides."""
    told = [part for part in parts(accepted, "cloze") if part.draft and part.draft.key.kind in _KINDS]
    for part in told:
        other = next((one for one in told if one is not part and _look_alike(part, one)), None)
        if other:
            yield _stated(part, other)


def _look_alike(part: Candidate, other: Candidate) -> bool:
    one, two = part.draft, other.draft
    if (
        one is None
        or two is None
        or (one.key.kind, one.key.unit) != (two.key.kind, two.key.unit)
        or one.key.unit is None
    ):
        return False
    if {one.key.qualifier, two.key.qualifier} - _PLAIN or not far_enough(
        one.key.value, two.key.value, one.key
    ):
        return False
    if not _alike_in_size(one.key.value, two.key.value):
        return False
    if part.mention and other.mention and part.mention.fact.sentence == other.mention.fact.sentence:
        return False
    shared = set(_NOUN.findall(one.body)) & set(_NOUN.findall(two.body))
    return len(shared) >= _SHARED and one.body != two.body


def _alike_in_size(one: object, two: object) -> bool:
    """Whether neither figure is more than five times the other, so that no size alone tells which is false."""
    if not isinstance(one, (int, float)) or not isinstance(two, (int, float)):
        return True
    return max(one, two) <= _MOST_TIMES * min(one, two)


def _stated(part: Candidate, other: Candidate) -> Candidate:
    mine = bare_number(part.draft.key.text) if part.draft else None
    theirs = bare_number(other.draft.key.text) if other.draft else None
    true = bool(draw(f"{part.claim} scope", 2))
    figure = mine if true else theirs
    body = _QUOTED.search(part.ask)
    lead = part.ask[: body.start()].removeprefix("Fill the gap").lstrip(", ") if body else ""
    asked = f"True or false, {lead}?" if lead else "True or false?"
    statement = body["body"].replace(GAP, figure or GAP) if body else ""
    key = Key(
        "true-false",
        value=true,
        text=f"{'true' if true else 'false'}: {part.draft.key.text if part.draft else ''}",
    )
    return assembled(TEMPLATE, f"{asked} “{statement}”", key, [part, other])
