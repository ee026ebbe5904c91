"""Slips of the pen: how many edits make one word of another, and how many a word of its length may hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from rapidfuzz.distance import OSA

Slip = Literal["none", "slip", "near", "far"]


def edits(one: str, other: str, most: int = 3) -> int:
    """Insertions, deletions, replacements and swaps of neighbours; ``most + 1`` for anything beyond."""
    return int(OSA.distance(one, other, score_cutoff=most))


def nearest(word: str, known: Iterable[str], most: int) -> str | None:
    """The one known word within ``most`` edits that is nearest; None where two are equally near or none is."""
    best, found, tied = most + 1, None, False
    for candidate in known:
        if abs(len(candidate) - len(word)) > most:
            continue
        distance = edits(word, candidate, most)
        if distance < best:
            best, found, tied = distance, candidate, False
        elif distance == best and distance <= most:
            tied = True
    return None if tied else found


def slip(typed: str, name: str) -> Slip:
    """How near a typed word is to a name, both without articles and spaces (rule 17).

    ``none``: equal. ``slip``: a slip of the pen, correct. ``near``: one edit more, close. ``far``: another word.
    Up to 3 letters nothing is forgiven; of 4, a doubled letter or a swap of neighbours (another single edit is
    near); of 5-8 one edit (two near); of 9 and more two (three near). Words with digits in them are exact.
    """
    if typed == name:
        return "none"
    letters = len(name)
    if letters <= 3 or not name.isalpha():
        return "far"
    if letters == 4:
        if edits(typed, name, 1) > 1:
            return "far"
        return "slip" if _doubled(typed, name) or sorted(typed) == sorted(name) else "near"
    forgiven = 1 if letters <= 8 else 2
    distance = edits(typed, name, forgiven + 1)
    if distance <= forgiven:
        return "slip"
    return "near" if distance == forgiven + 1 else "far"


def _doubled(typed: str, name: str) -> bool:
    """Whether the two differ by one letter doubled, or a double letter made single."""
    short, long = sorted((typed, name), key=len)
    return len(long) == len(short) + 1 and any(
        long[place] == long[place - 1] and long[:place] + long[place + 1 :] == short
        for place in range(1, len(long))
    )
