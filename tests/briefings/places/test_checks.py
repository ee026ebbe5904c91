"""Stated distances beside the great circle, on both sides of each edge."""

from __future__ import annotations

import math
from typing import Any

import pytest

from briefings.facts import Fact, Qualifier, Sentence
from briefings.places.checks import bearing, check, check_words, compass, great_circle, kilometres
from briefings.stories import MapCheck, Place

DEGREE = math.pi * 6371.0088 / 180  # km of a degree on a great circle


def at(latitude: float, longitude: float, name: str = "Salm") -> Place:
    return Place(name, latitude, longitude, "NO")


def stated(value: float, unit: str = "km", qualifier: Qualifier | None = None, **more: Any) -> Fact:
    return Fact("distance", value, unit, "", 0, 1, Sentence(0, 1, "x"), qualifier=qualifier, **more)


def checked(fact: Fact, apart: float, direction: str | None = None) -> MapCheck:
    """Salm lies so many kilometres due north of Lorn."""
    found = check("c", fact, at(apart / DEGREE, 0), at(0, 0, "Lorn"), direction)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        (at(0, 0), at(0, 0), 0),
        (at(0, 0), at(0, 90), 90 * DEGREE),
        (at(90, 0), at(-90, 0), 180 * DEGREE),
        (at(0, 179.5), at(0, -179.5), DEGREE),
        (at(51.5085, -0.1257), at(48.8534, 2.3488), 343.9),  # London and Paris
    ],
)
def test_great_circles(one: Place, other: Place, km: float) -> None:
    assert great_circle(one, other) == pytest.approx(km, abs=0.5)
    assert great_circle(other, one) == pytest.approx(great_circle(one, other))


@pytest.mark.parametrize(
    ("start", "degrees", "word"),
    [
        (at(1, 0), 0, "north"),
        (at(0, 1), 90, "east"),
        (at(-1, 0), 180, "south"),
        (at(0, -1), 270, "west"),
        (at(1, -1), 315, "northwest"),
    ],
)
def test_a_bearing_is_that_of_the_first_place_seen_from_the_second(
    start: Place, degrees: float, word: str
) -> None:
    seen = bearing(start, at(0, 0))
    assert seen == pytest.approx(degrees, abs=0.1)
    assert compass(seen) == word


@pytest.mark.parametrize(
    ("value", "unit", "km"), [(3, "km", 3), (10, "mile", 16.09344), (500, "m", 0.5), (2, "light year", None)]
)
def test_lengths_in_kilometres(value: float, unit: str, km: float | None) -> None:
    assert kilometres(value, unit) == (km if km is None else pytest.approx(km))


@pytest.mark.parametrize(
    ("km", "apart", "verdict"),
    [
        (100, 100, "consistent"),
        (86, 100, "consistent"),
        (114, 100, "consistent"),
        (84, 100, "check"),
        (129, 100, "check"),
        (69, 100, "conflict"),
        (131, 100, "conflict"),
        (14, 5, "consistent"),  # within 10 km, which is more than 15 per cent
        (16, 5, "conflict"),
    ],
)
def test_a_round_figure_may_be_off_by_15_or_30_per_cent(km: float, apart: float, verdict: str) -> None:
    found = checked(stated(km), apart)
    assert (found.verdict, found.stated) == (verdict, km)
    assert found.computed == pytest.approx(apart)


@pytest.mark.parametrize(
    ("qualifier", "km", "apart", "verdict"),
    [
        ("more than", 100, 200, "consistent"),
        ("more than", 200, 100, "conflict"),
        ("less than", 100, 40, "consistent"),
        ("less than", 40, 100, "conflict"),
        ("nearly", 100, 200, "conflict"),
    ],
)
def test_a_bound_is_open_to_one_side(qualifier: Qualifier, km: float, apart: float, verdict: str) -> None:
    assert checked(stated(km, qualifier=qualifier), apart).verdict == verdict


def test_a_range_fits_anything_inside_it() -> None:
    span = stated(50, value_max=150, qualifier="between")
    assert [checked(span, apart).verdict for apart in (60, 140, 400)] == [
        "consistent",
        "consistent",
        "conflict",
    ]


@pytest.mark.parametrize(
    ("direction", "verdict"),
    [
        ("north", "consistent"),
        ("northeast", "consistent"),
        ("east-northeast", "check"),
        ("east", "check"),
        ("southeast", "conflict"),
        ("south", "conflict"),
        (None, "consistent"),
    ],
)
def test_a_direction_may_be_off_by_half_a_quarter(direction: str | None, verdict: str) -> None:
    assert checked(stated(100), 100, direction).verdict == verdict


def test_between_neighbours_a_direction_says_nothing() -> None:
    assert checked(stated(6), 6, "south").verdict == "consistent"
    assert checked(stated(12), 12, "south").verdict == "conflict"


def test_what_is_no_length_is_not_checked() -> None:
    assert check("c", stated(3, "day"), at(1, 0), at(0, 0), None) is None


@pytest.mark.parametrize(
    ("km", "apart", "direction", "words"),
    [
        (320, 336, None, "map check 336 km, consistent"),
        (9, 9.3, None, "map check 9.3 km, consistent"),
        (80, 100, None, "map check 100 km, differs"),
        (20, 100, None, "map check 100 km, conflicts: another place may be meant"),
        (100, 100, "east", "map check 100 km to the north, differs"),
    ],
)
def test_a_check_in_words(km: float, apart: float, direction: str | None, words: str) -> None:
    assert check_words(checked(stated(km), apart, direction)) == words
