"""One thing told in other words is one claim; what only looks like it is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from briefings.reconcile.story import reconcile
from tests.briefings.reconcile.told import FRIDAY, article, claim, is_at_odds, is_one, story


@pytest.mark.parametrize(
    ("first", "one", "second", "other"),
    [
        ("The crash at Salm injured 64 people.", "64", "More than 60 were hurt in the crash at Salm.", "60"),
        ("The ferry had 212 passengers.", "212", "Some 210 passengers were on the ferry.", "210"),
        ("Salm is a town of 18,400 people.", "18,400", "Salm has 18,400 inhabitants.", "18,400 inh"),
        ("Jon Varga won 46.6 percent.", "46.6", "Jon Varga, who took nearly 47 percent, gave up.", "47"),
        ("After three days of rain the dam broke.", "three", "Three days of rain filled the lake.", "Three"),
        ("They closed 14 of the 930 polling stations.", "14", "Fourteen polling stations closed early.", "Fourteen"),
        ("Salm lies 75 kilometres from Orla.", "75 k", "The road to Orla, which is 75 km away, is shut.", "75 km"),
        ("It held 900 tonnes of ammonium nitrate.", "tonnes", "Police found 900 tons of ammonium nitrate.", "tons"),
        ("The fire burned for nine hours in Salm.", "nine", "The Salm blaze went on for nine hours.", "nine hours"),
    ],
)  # fmt: skip
def test_a_figure_told_in_other_words_is_one(first: str, one: str, second: str, other: str) -> None:
    assert is_one(first, one, second, other)


@pytest.mark.parametrize(
    ("first", "one", "second", "other"),
    [
        ("The crash at Salm injured 79 people.", "79", "More than 60 were hurt in the crash at Salm.", "60"),
        (
            "The crash at Salm injured 64 people.",
            "64",
            "More than 60 were killed in the crash at Salm.",
            "60",
        ),
        ("Jon Varga won 44.6 percent.", "44.6", "Jon Varga, who took nearly 47 percent, gave up.", "47"),
        ("After three days of rain the dam broke.", "three", "Three days of mourning began.", "Three"),
        ("The train did 80 km/h.", "80", "The speed limit is 80 km/h.", "80"),
    ],
)
def test_what_looks_like_it_is_not(first: str, one: str, second: str, other: str) -> None:
    assert not is_one(first, one, second, other)


@pytest.mark.parametrize(
    ("first", "one", "second", "other"),
    [
        ("Turnout was 68 percent of the voters.", "68", "Turnout reached 71 percent, the head said.", "71"),
        ("The express was travelling at 110 km/h.", "110", "The train was going at 140 km/h.", "140"),
        ("An explosion destroyed 900 tonnes of barley.", "900", "It held 1,300 tonnes of barley.", "1,300"),
    ],
)
def test_one_measure_with_two_figures_is_a_contradiction(
    first: str, one: str, second: str, other: str
) -> None:
    assert is_at_odds(first, one, second, other)


@pytest.mark.parametrize(
    ("first", "one", "second", "other"),
    [
        ("Turnout was 68 percent.", "68", "Turnout in the first round was 64 percent.", "64"),
        ("Turnout was 68 percent.", "68", "Turnout in Orla was 71 percent.", "71"),
        ("The express was travelling at 110 km/h.", "110", "The lorry was going at 60 km/h.", "60"),
        ("The train was going at 110 km/h.", "110", "The limit is 80 km/h.", "80"),
        ("The train was going at 110 km/h.", "110", "Gusts of 90 km/h were measured.", "90"),
    ],
)
def test_other_rounds_places_vehicles_and_measures_contradict_nothing(
    first: str, one: str, second: str, other: str
) -> None:
    assert not is_at_odds(first, one, second, other)


@pytest.mark.parametrize(
    ("first", "one", "second", "other"),
    [
        (
            "A train hit a lorry near Salm on Thursday evening, killing eight people.",
            "Thursday",
            "Eleven people died in Wednesday's storm. Nine people were killed at Salm on 8 May.",
            "8 May",
        ),
        (
            "The hall blew up on Thursday.",
            "Thursday",
            "The explosion on 8 May broke windows in Salm.",
            "8 May",
        ),
        ("She will be sworn in on 2 August.", "2 August", "Her inauguration is on 2 August 2031.", "2031"),
        (
            "It is the worst flood since 1954, when 210 people drowned.",
            "1954",
            "In 1954 a flood killed 210 people in Salm.",
            "1954",
        ),
    ],
)
def test_the_day_of_one_event_is_one(first: str, one: str, second: str, other: str) -> None:
    assert is_one(first, one, second, other)


@pytest.mark.parametrize(
    ("first", "one", "second", "other"),
    [
        ("The hall blew up on Thursday.", "Thursday", "The schools shut on 8 May.", "8 May"),
        ("Eight died at Salm on Thursday.", "Thursday", "Nine died at Orla on 8 May.", "8 May"),
        (
            "She will be sworn in on 2 August.",
            "2 August",
            "The bridge will be built by 2 August 2031.",
            "2031",
        ),
    ],
)
def test_two_events_of_one_day_stay_two(first: str, one: str, second: str, other: str) -> None:
    assert not is_one(first, one, second, other)


def test_a_surname_that_only_opens_sentences_is_the_persons() -> None:
    told = story("President Ana Brandt, 57, spoke in Salm. Brandt has led the country since 2021.")
    (name,) = (name for name in told.names if name.kind == "person")
    assert set(name.forms) == {"Ana Brandt", "Brandt"}


def test_a_word_that_the_story_writes_small_is_no_surname() -> None:
    told = story("President Ana Banks, 57, spoke in Salm. Banks were shut. Some banks opened later.")
    (name,) = (name for name in told.names if name.kind == "person")
    assert name.forms == ("Ana Banks",)


@pytest.mark.parametrize(("later", "at_odds"), [(0, True), (1, False)])
def test_a_toll_of_another_days_paper_has_changed(later: int, at_odds: bool) -> None:
    texts = (
        "Seven workers were killed in the blast at Salm.",
        "The blast at Salm killed nine people, police said.",
    )
    days = (FRIDAY, FRIDAY + timedelta(days=later))
    told = reconcile("s", "S", [article(n, text, days[n]) for n, text in enumerate(texts)])
    assert (claim(told, 1, "nine").key in claim(told, 0, "Seven").rivals) is at_odds


@pytest.mark.parametrize(
    ("second", "at_odds"),
    [
        ("The talks will start again on 9 August, they said.", True),
        ("The talks in Orla will begin on 9 August, they said.", False),
        ("The talks began on 2 May 2031, they said.", False),
        ("The works will begin on 9 August, they said.", False),
    ],
)
def test_a_plan_has_one_day(second: str, at_odds: bool) -> None:
    first = "New talks will begin on 7 August 2031, a mediator said."
    assert is_at_odds(first, "August", second, "") is at_odds
