"""How often small numbers were noted, in bits: bit ``n`` of plane ``i`` is bit ``i`` of the count of number ``n``.

Counts of thousands of numbers are added with a few operations on whole integers, and those counted most often are
found without looking at the others (bit-sliced indexes: O'Neil and Quass, "Improved query performance with variant
indexes", 1997).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Planes = list[int]


def note(planes: Planes, number: int) -> None:
    """Counts the number once more."""
    carry = 1 << number
    for place, plane in enumerate(planes):
        planes[place] = plane ^ carry
        carry &= plane
        if not carry:
            return
    planes.append(carry)


def total(tallies: Iterable[Planes]) -> Planes:
    """The sum of some tallies, number by number."""
    waiting: list[Planes] = []  # at each place the planes that are still to be added
    for tally in tallies:
        for place, plane in enumerate(tally):
            if place == len(waiting):
                waiting.append([])
            waiting[place].append(plane)
    found: Planes = []
    for place, planes in enumerate(waiting):
        carries = waiting[place + 1] if place + 1 < len(waiting) else []
        while len(planes) > 1:
            one, other, third = planes.pop(), planes.pop(), planes.pop() if planes else 0
            either = one ^ other
            planes.append(either ^ third)
            if carry := one & other | either & third:
                carries.append(carry)
        if carries and place + 1 == len(waiting):
            waiting.append(carries)  # and the loop goes on to it
        found.append(planes[0])
    return found


def most(tally: Sequence[int], wanted: int) -> list[int]:
    """The numbers counted most often, so many at most; of those counted alike the smaller first."""
    every = 0
    for plane in tally:
        every |= plane
    found: list[int] = []
    left = [(every, len(tally))]  # numbers that are counted alike in all planes from that one on
    while left:
        numbers, place = left.pop()
        if place and numbers & (numbers - 1):
            high = numbers & tally[place - 1]
            left += ((low, place - 1) for low in (numbers ^ high, high) if low)
            continue
        while numbers:
            lowest = numbers & -numbers
            found.append(lowest.bit_length() - 1)
            if len(found) == wanted:
                return found
            numbers ^= lowest
    return found
