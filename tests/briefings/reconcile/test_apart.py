"""Figures that lie near each other and are not one: an earlier toll, a toll of another year."""

from __future__ import annotations

from briefings.reconcile.story import reconcile
from briefings.stories import Story
from tests.briefings.reconcile.invented import make_article, people


def story(*told: tuple[str, int, str, dict[str, str]]) -> Story:
    articles = [
        make_article(f"Paper {number}", text, [people(value, quote, "people killed", **more)])
        for number, (text, value, quote, more) in enumerate(told)
    ]
    return reconcile("s", "S", articles)


def test_at_least_nine_is_not_twelve_and_no_contradiction() -> None:
    told = story(
        ("The flood in Tarnbeck killed 12 people.", 12, "12 people", {}),
        (
            "Boats were sent when at least nine people were killed by the flood in Tarnbeck.",
            9,
            "at least nine people",
            {"qualifier": "at least"},
        ),
    )
    assert sorted((claim.value, claim.rivals) for claim in told.claims) == [(9, ()), (12, ())]


def test_at_least_twelve_is_twelve() -> None:
    told = story(
        ("The flood in Tarnbeck killed 12 people.", 12, "12 people", {}),
        (
            "The flood in Tarnbeck killed at least 12 people.",
            12,
            "at least 12 people",
            {"qualifier": "at least"},
        ),
    )
    assert len(told.claims) == 1


def test_the_toll_of_another_year_contradicts_nothing() -> None:
    told = story(
        ("The flood in Tarnbeck killed 15 people.", 15, "15 people", {}),
        ("A flood in Tarnbeck killed 61 people in 1988.", 61, "61 people", {"as_of": "1988"}),
    )
    assert [claim.rivals for claim in told.claims] == [(), ()]


def test_two_tolls_of_one_place_are_a_contradiction() -> None:
    told = story(
        (
            "A train ran into another near Orla Bridge late in the evening, killing eight people.",
            8,
            "eight people",
            {},
        ),
        ("Eleven people were killed at Orla Bridge.", 11, "Eleven people", {}),
    )
    assert [len(claim.rivals) for claim in told.claims] == [1, 1]


def test_what_a_part_is_of_contradicts_no_part() -> None:
    told = story(
        ("The council in Orla closed 14 of the 930 wells in Orla.", 930, "930 wells", {}),
        ("In Orla, so the mayor told the council, 14 wells are closed.", 14, "14 wells", {}),
    )
    assert [claim.rivals for claim in told.claims] == [(), ()]
