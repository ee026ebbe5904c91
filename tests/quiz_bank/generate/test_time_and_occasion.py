"""Figures that need a day, a period or an occasion, and clauses that are no single statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefings.stories import Name, Story
from quiz_bank.generate.completeness import complete
from quiz_bank.generate.generate import candidates, generate

NAMES = (
    Name("Port Salm", "place", ("Port Salm",)),
    Name("Lorn", "place", ("Lorn",)),
    Name("Ada Verrin", "person", ("Ada Verrin", "Verrin")),
)
DATED: dict[str, Any] = {}
UNDATED: dict[str, Any] = {"published": None}
POINTS = ("count", 25, "point", "25 points")
SHARE = ("share", 5, "percent", "5 percent")
BOATS = ("count", 40, "boat", "40 boats")
KILLED = ("population", 40, "people", "40 sailors")

REFUSED = [
    ("The Kessel index in Lorn lost 25 points to 3,010.", POINTS, DATED, "changing figure"),
    ("Kessel Shipping of Lorn fell 5 percent.", SHARE, DATED, "changing figure"),
    ("In Lorn, 5 percent of voters polled backed Ada Verrin.", SHARE, UNDATED, "changing figure"),
    ("Ada Verrin owned 40 boats.", BOATS, DATED, "no occasion"),
    ("In Lorn, police arrested 40 sailors after a raid.", KILLED, UNDATED, "no occasion"),
    ("Ada Verrin scored 25 points in the cup match against Lorn at Port Salm.", POINTS, DATED, "too plain"),
    ("Two years later, Ada Verrin took 40 boats to Port Salm.", BOATS, DATED, "relative time"),
    (
        "The Lorn ferry to Port Salm has been in service for 40 years.",
        ("duration", 40, "year", "40 years"),
        UNDATED,
        "changing figure",
    ),
    ("During that storm, Lorn lost 40 boats off Port Salm.", BOATS, DATED, "demonstrative"),
    ("The Dutch star kept 40 boats off Port Salm.", BOATS, DATED, "definite noun"),
    ("The company's yard repaired 40 boats off Lorn in a year.", BOATS, UNDATED, "definite noun"),
    ("It's likely Lorn lost 40 boats off Port Salm.", BOATS, DATED, "pronoun"),
    (
        "Lorn sent 40 more boats to Port Salm in March.",
        ("count", 40, "boat", "40 more boats"),
        DATED,
        "one of several",
    ),
]
MADE = [
    (
        "Exports of Lorn fell 5 percent in 2030.",
        SHARE,
        DATED,
        "Exports of Lorn fell what percentage in 2030?",
    ),
    (
        "Ada Verrin sold 40 boats to the yard of Port Salm.",
        BOATS,
        DATED,
        "Ada Verrin sold how many boats to the yard of Port Salm?",
    ),
    (
        "In Lorn, police arrested 40 sailors after a raid on the harbour of Port Salm.",
        KILLED,
        UNDATED,
        "In Lorn, police arrested how many sailors after a raid on the harbour of Port Salm?",
    ),
]


@pytest.mark.parametrize(("text", "values", "more", "reason"), REFUSED)
def test_it_is_refused(
    text: str, values: Any, more: Any, reason: str, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    made = story(text, fact(text, *values), names=NAMES, **more)
    assert [q.ask for q in generate(made) if q.template != "name-gap"] == []
    assert reason in {c.refusal.reason for c in candidates(made) if c.refusal}


@pytest.mark.parametrize(("text", "values", "more", "ask"), MADE)
def test_it_is_asked(
    text: str, values: Any, more: Any, ask: str, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    made = story(text, fact(text, *values), names=NAMES, **more)
    assert [q.ask for q in generate(made) if q.template == "in-place"] == [ask]


@pytest.mark.parametrize(
    "text",
    [
        "To have captured a fort near Lorn",
        "Ada Verrin was glad that the ferry",
        "Lorn backed the plan known",
        "A poll published on Monday in Lorn",
        "draw maps, the Lorn paper said on Monday",
    ],
)
def test_these_words_are_no_clause(text: str) -> None:
    assert not complete(text)


@pytest.mark.parametrize(
    "text",
    [
        "To hold the fort, Lorn sent boats",
        "Ada Verrin was glad that the ferry sank",
        "The Lorn council published a poll on Monday",
        "Six boats, a ferry and a tug left Lorn",
    ],
)
def test_these_are_clauses(text: str) -> None:
    assert complete(text)


def test_two_clauses_with_nothing_but_a_comma_are_no_question(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    text = "The pier of Lorn is open, 40 boats are moored off Port Salm."
    made = story(text, fact(text, *BOATS), names=NAMES)
    assert [q for q in generate(made) if q.template != "name-gap"] == []
    assert "run on" in {c.refusal.reason for c in candidates(made) if c.refusal}


def test_a_week_is_told_where_the_day_is_not_known(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    text = "Last week, Lorn lost 40 boats off Port Salm."
    week = fact(text, "date", "2031-W17", None, "Last week", relative=True)
    asks = [
        q.ask
        for q in generate(story(text, fact(text, *BOATS), week, names=NAMES))
        if q.template == "in-place"
    ]
    assert asks == ["In the week of 21 April 2031, Lorn lost how many boats off Port Salm?"]
