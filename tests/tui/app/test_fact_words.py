"""How a fact is told in the Reader."""

from __future__ import annotations

from typing import Any

import pytest

from briefings.facts import Fact, Measure, Sentence
from tui.fact_words import fact_remarks, fact_value


def fact(kind: Any, value: int | float | str, unit: str | None = None, **more: Any) -> Fact:
    return Fact(kind, value, unit, "x", 0, 1, Sentence(0, 1, "x"), **more)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (fact("population", 1200, "people", qualifier="about"), "about 1,200 people"),
        (fact("share", 60.5, "percent", qualifier="more than"), "more than 60.5 %"),
        (fact("share", 0.5, "fraction"), "1/2 of the whole"),
        (fact("share", 0.3333333333, "fraction", qualifier="nearly"), "nearly 1/3 of the whole"),
        (fact("share", 0.25, "fraction", value_max=0.75), "1/4 to 3/4 of the whole"),
        (fact("share", 0.0123, "fraction"), "0.0123 of the whole"),
        (fact("distance", 30, "km", value_max=40), "30 to 40 km"),
        (fact("distance", 85, "km", also=(Measure(53, "mile"),)), "85 km (53 miles)"),
        (fact("distance", 1, "mile"), "1 mile"),
        (fact("duration", 9, "day"), "9 days"),
        (fact("count", 3, "city"), "3 cities"),
        (fact("count", 4, "church"), "4 churches"),
        (fact("distance", 9, "foot"), "9 feet"),
        (fact("money", 12_000_000, "USD"), "12,000,000 USD"),
        (fact("count", 4), "4"),
        (fact("date", "2019-03-04"), "4 March 2019"),
        (fact("date", "2019-03"), "March 2019"),
        (fact("date", "2019-Q3"), "2019-Q3"),
        (fact("date", "--11-03XX"), "--11-03XX"),
        (fact("date", "2019-03-04", value_max="2019-03-06"), "4 March 2019 to 6 March 2019"),
        (fact("role", "may\x1b[2Jor"), "may[2Jor"),
    ],
)
def test_values(told: Fact, words: str) -> None:
    assert fact_value(told) == words


def test_a_day_counted_from_an_inferred_date_says_so() -> None:
    friday = fact("date", "2019-03-08", relative=True)
    assert fact_remarks(friday) == ["counted from the article's date"]
    assert fact_remarks(friday, inferred=True) == ["counted from the article's inferred date"]


def test_remarks_are_only_what_the_text_tells() -> None:
    assert fact_remarks(fact("count", 3)) == []
    told = fact(
        "count",
        3,
        what="boats",
        attribution="the mayor",
        as_of="2019-03-04",
        relative=True,
        change="up",
        vague=True,
    )
    assert fact_remarks(told) == [
        "boats",
        "says the mayor",
        "as of 4 March 2019",
        "counted from the article's date",
        "vague",
        "a rise",
    ]
