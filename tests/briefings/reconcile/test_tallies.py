"""Counts in bits tell what counting one by one tells."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from briefings.reconcile.tallies import Planes, most, note, total


def tally(*numbers: int) -> Planes:
    found: Planes = []
    for number in numbers:
        note(found, number)
    return found


def test_what_is_counted_most_often_comes_first_and_the_smaller_of_two_alike() -> None:
    assert most(tally(7, 2, 7, 5, 2, 7, 300), 3) == [7, 2, 5]


def test_several_tallies_count_as_one() -> None:
    assert most(total([tally(1, 4), tally(4), tally(), tally(9, 9, 4)]), 9) == [4, 9, 1]


@pytest.mark.parametrize("tallies", [[], [tally()]])
def test_nothing_counted_gives_nothing(tallies: list[Planes]) -> None:
    assert most(total(tallies), 24) == []


@pytest.mark.parametrize("seed", range(20))
def test_any_counts_are_those_of_a_counter(seed: int) -> None:
    chance = random.Random(seed)
    lists = [
        [chance.randrange(40) for _ in range(chance.randrange(200))] for _ in range(chance.randrange(1, 14))
    ]
    met = Counter(number for numbers in lists for number in numbers)
    expected = sorted(met, key=lambda number: (-met[number], number))
    assert most(total([tally(*numbers) for numbers in lists]), 24) == expected[:24]
