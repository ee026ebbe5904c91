"""Figures and dates that share hardly a word, and what tells that they are one after all."""

from __future__ import annotations

import pytest

from briefings.reconcile.origins import likeness
from tests.briefings.reconcile.told import is_at_odds, is_one, rose


@pytest.mark.parametrize(
    ("first", "one", "second", "other"),
    [
        # what began, and what has lasted since
        ("The rebels have held Salm since 1998.", "1998", "The rebels seized Salm in 1998.", "1998"),
        ("Mayor Bo Tarn has led Salm since 2019.", "2019", "Bo Tarn became mayor of Salm in 2019.", "2019"),
        # one age of one person
        ("Poet Ana Venn died at the age of 71.", "71", "Ana Venn, who was 71, had been ill.", "71"),
        # two names for one kind of people or thing
        ("The army sent 640 soldiers to Salm.", "640", "About 640 troops are clearing Salm.", "640"),
        ("The fire at Salm destroyed 340 homes.", "340", "The blaze at Salm burned 340 houses.", "340"),
        ("It says 13 buildings were ruined.", "13", "Thirteen buildings were destroyed by fire.", "Thirteen"),
        # a town that only one of both names
        ("Salm, near the border, has 18,500 inhabitants.", "18,500", "In a town of almost 19,000, he was known.", "19"),
        ("Police took 240 boxes of files.", "240", "Detectives carried off 240 crates of files.", "240"),
        # things that shut on one day and open on another
        ("The bank shut 214 branches.", "214", "All 214 branches will open again.", "214"),
        # a number that no two figures share by chance
        ("It holds the savings of 640,000 people.", "640", "Some 640,000 people bank there.", "640"),
        # a second figure beside both
        (
            "Savers withdrew 1.9 billion crowns in three days.",
            "1.9",
            "A run drained it of almost 2 billion crowns within three days.",
            "2 billion",
        ),
        # one long number, told once by each
        ("The slide cut the road to Orv, 112 km away.", "112", "Lorries must drive 112 kilometres.", "112"),
        ("The grid firm employs 5,600 people.", "5,600", "It has a workforce of 5,600.", "5,600"),
        # what people lost, in words that only together say so
        ("At least 86 people were killed.", "86", "The fever has claimed 86 lives.", "86"),
        ("Some 3,200 people were evacuated.", "3,200", "It drove 3,200 people from their homes.", "3,200"),
        # a short number, and another beside it
        ("It offers 4 percent over two years.", "two", "It would be 4% more, spread over two years.", "two"),
        # one kind of people, and a round number
        ("Some 2,000 rebels are left in the hills.", "2,000", "The hills hide 2,000 insurgents.", "2,000"),
        # a year long ago, and a toll beside it
        ("In 1987 a slide killed nine people.", "1987", "Nine died when it gave way in 1987.", "1987"),
        # kilometres and miles to one place
        ("The terminal at Norsund is 40 miles west.", "40", "Norsund lies 65 kilometres west.", "65"),
        # the toll of the story, told with whatever names its sentence holds
        (
            "Mount Orv blew up on Tuesday, killing at least 14 people on the island of Salm.",
            "14",
            "At least 14 people died when the mountain exploded, said Dr Bo Tarn of Norsund. Salm mourns.",
            "14",
        ),
        (
            "The death toll of the blast at Orv has risen to 26.",
            "26",
            "Twenty-six people are dead, nine of them from Norsund.",
            "Twenty-six",
        ),
        (
            "A jet crashed near Orv, killing 71 people in Salm's worst disaster since 1997.",
            "71",
            "Seventy-one people lost their lives when a plane missed the runway at Orv.",
            "Seventy-one",
        ),
        ("The crash at Orv left 27 survivors.", "27", "Only 27 people survived, the police said.", "27"),
        # those who live in a place, as a part of a whole and as what the place has
        (
            "About 180,000 people live in Salm, 61,000 of them in the port of Orv.",
            "61,000",
            "The 61,000 inhabitants of Orv have water again.",
            "61,000",
        ),
        # a day to come
        ("The trial of Bo Tarn begins on 3 August.", "3 August", "Bo Tarn is due in court on 3 August.", "3 August"),
    ],
)  # fmt: skip
def test_one_fact_in_other_words(first: str, one: str, second: str, other: str) -> None:
    assert is_one(first, one, second, other)


@pytest.mark.parametrize(
    ("first", "one", "second", "other"),
    [
        ("The rebels have held Salm since 1998.", "1998", "The port of Salm was opened in 1998.", "1998"),
        ("Bo Tarn has led Salm since 2019.", "2019", "Bo Tarn bought a house in Salm in 2019.", "2019"),
        ("Ana Venn, 71, spoke in Salm last night.", "71", "Bo Tarn, 71, was in Salm as well.", "71"),
        ("Salm has 1.5 million inhabitants.", "1.5", "Some 1.5 million people in Salm had no water.", "1.5"),
        ("The bank shut 214 branches.", "214", "The bank shut 215 branches.", "215"),
        # one number of two fates, of two kinds of people, and in two places
        ("The blast killed 64 people.", "64", "The blast injured 64 people.", "64"),
        ("Some 45 pilots stayed at home.", "45", "The firm hired 45 clerks.", "45"),
        ("In the port of Orv 41 people drowned.", "41", "Some 41 people drowned off Salm.", "41"),
        ("The crash at Orv left 27 survivors.", "27", "The crash killed 27 people.", "27"),
        # articles of other things
        ("Orv lost 0-2 to Salm; it was out for 16 days.", "16", "Bo Tarn was in Norsund for 16 days.", "16"),
        ("A fire in Orv killed 14 people.", "14", "In Salm 14 people died of cholera.", "14"),
        ("In 1998 a blast killed 14 people.", "14", "The storm has killed 14 people.", "14"),
        # a small number, with hardly a word in common
        ("A convoy of six trucks came.", "six", "The mayor bought six trucks last year.", "six"),
        ("Police held three managers.", "three", "The union called three managers liars.", "three"),
        ("Pay should rise 9 percent.", "9", "Rail carried 9 percent of all freight.", "9"),
        # what rose is none that fell
        ("Prices rose 17 percent.", "17", "Sales fell 17 percent.", "17"),
        ("It lost 40 ships in three days.", "40", "It built 60 ships within three days.", "60"),
    ],
)
def test_two_facts_with_one_number_stay_two(first: str, one: str, second: str, other: str) -> None:
    assert not is_one(first, one, second, other)


def test_a_size_told_without_a_number_is_compared_too() -> None:
    assert not is_one(
        "The rebels once held territory the size of Wales.",
        "size of Wales",
        "In those days smoke covered an area roughly the size of Wales.",
        "size of Wales",
    )


@pytest.mark.parametrize(
    ("second", "other", "at_odds"),
    [
        ("The rescue will cost taxpayers 1.6 billion crowns, they said.", "1.6", True),
        ("The rescue will cost taxpayers 1.2 billion crowns, they said.", "1.2", False),
        ("The rescue will cost taxpayers 500 crowns a head, they said.", "500", False),  # of another thing
    ],
)
def test_what_a_thing_costs_is_told_once(second: str, other: str, at_odds: bool) -> None:
    first = "The rescue would cost the state at most 1.2 billion crowns."
    assert is_at_odds(first, "1.2", second, other) is at_odds


@pytest.mark.parametrize(
    ("first", "one", "second", "other", "at_odds"),
    [
        # those of a whole country and of one town
        (
            "About 180,000 people live on Salm, 61,000 of them in Orv.",
            "180,000",
            "The 61,000 inhabitants of Orv have water again.",
            "61,000",
            False,
        ),
        # articles about other places
        (
            "The jobless rate in Orv is 12%. Orv has no port.",
            "12",
            "In Salm the jobless rate is 25%. Salm is poor.",
            "25",
            False,
        ),
        ("Orv votes soon. The jobless rate is 12%.", "12", "The jobless rate is 25% in Orv.", "25", True),
        # when it was, not how long it took
        ("Orv led after 62 minutes.", "62", "Orv led after 23 minutes.", "23", False),
        (
            "In Orv the crown is at a six-month high.",
            "six",
            "In Orv it is at a ten-month high.",
            "ten",
            False,
        ),
    ],
)
def test_what_is_told_of_other_things_is_not_at_odds(
    first: str, one: str, second: str, other: str, at_odds: bool
) -> None:
    assert is_at_odds(first, one, second, other) is at_odds


@pytest.mark.parametrize(
    ("common", "mine", "copy"),
    [
        (3, 2, False),  # a short phrase, and words of its own
        (4, 2, True),
        (3, 1, True),  # short, and nearly all of it
        (5, 4, False),  # below six in ten
    ],
)
def test_short_sentences_are_copies_only_as_a_whole(common: int, mine: int, copy: bool) -> None:
    one = frozenset(range(common + mine))
    other = [*range(common), *range(100, 120)]
    assert (likeness(one, other) >= 0.6) is copy


def test_a_later_toll_is_no_contradiction_unless_it_says_so() -> None:
    first = "Six men died in the fire at Salm."
    union = "The union says eight people lost their lives in the mine fire at Salm"
    assert rose(first, "Six", f"{union}.", "eight")
    assert not rose(first, "Six", f"{union}, not six.", "eight")
    assert rose(first, "Six", f"{union}, not seven.", "eight")
