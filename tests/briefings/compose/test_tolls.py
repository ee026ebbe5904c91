"""The bottom line tells a death that came after the toll it opens with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefings.compose.compose import compose
from briefings.extract.pipeline import extract
from briefings.reading.articles import Given, read_article
from briefings.reconcile.story import reconcile
from briefings.stories import Article

FIRST = "Three people were killed when a cabin fell near Salm on 3 May, the police said. Rescuers freed 87 others."


def article(number: int, text: str, day: int) -> Article:
    published = date(2031, 5, day)
    read = read_article(text.encode(), f"{number}.txt", Given(f"Paper {number}", None, published))
    return replace(read, facts=tuple(extract(read.text, published)))


def bottom(later: str, day: int) -> list[str]:
    told = reconcile("s", "S", [article(0, FIRST, 4), article(1, later, day)])
    return [line.text for s in compose(told).sections if s.name == "bottom line" for line in s.lines]


@pytest.mark.parametrize(
    "words", ["A fourth skier has died of her injuries", "A fourth skier died overnight"]
)
def test_one_more_death_is_told_under_the_older_toll(words: str) -> None:
    first, second = bottom(f"{words}. The cabin had been inspected in 2029.", 6)
    assert first.startswith("Three people were killed")
    assert second == words


def test_a_higher_toll_of_a_later_day_stands_in_the_older_ones_place() -> None:
    lines = bottom("Five people have died in the fall of the cabin near Salm, the hospital said.", 6)
    assert not any("Three" in line for line in lines)
    assert any(line.startswith("Five people have died") for line in lines)


@pytest.mark.parametrize(
    "later",
    [
        "In 2019 five people died when a cabin fell near Salm, the hospital said.",  # another fall
        "Salm counts its dead. Storms have killed 50 people in Salm and Orv, the mayor said.",  # another thing
    ],
)
def test_a_toll_of_something_else_does_not(later: str) -> None:
    assert bottom(later, 6)[0].startswith("Three people were killed")


@pytest.mark.parametrize(
    ("later", "day"),
    [
        ("A third skier has died of her injuries. The cabin was built in 2019.", 6),  # counted already
        ("A sixth skier has died of her injuries. The cabin was built in 2019.", 6),  # of another count
        ("A fourth skier has died of her injuries. The cabin was built in 2019.", 4),  # of the same day
        ("A fourth skier has left the hospital. The cabin was built in 2019.", 6),
    ],
)
def test_no_other_death_is(later: str, day: int) -> None:
    assert not any("skier" in line for line in bottom(later, day))
