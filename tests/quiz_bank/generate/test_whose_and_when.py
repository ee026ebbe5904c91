"""Questions that stand or fall by whose a figure is, when it held, and what the header tells: sentences of our own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from briefings.stories import Name, Story
from quiz_bank.generate.completeness import complete
from quiz_bank.generate.generate import candidates, generate

NAMES = (
    Name("Port Salm", "place", ("Port Salm",)),
    Name("Lorn", "place", ("Lorn",)),
    Name("Ada Verrin", "person", ("Ada Verrin", "Verrin")),
    Name("Kessel Shipping", "group", ("Kessel Shipping",)),
    Name("Lorn Aid", "group", ("Lorn Aid",)),
    Name("GRAIN PAPER", "group", ("GRAIN PAPER",)),
    Name("US", "place", ("US",)),
)
DATED: dict[str, Any] = {}
UNDATED: dict[str, Any] = {"published": None}
BOATS = ("count", 40, "boat", "40 boats")
LAST_MONTH = ("date", "2031-04", None, "last month")

MADE: list[tuple[str, tuple[Any, ...], dict[str, Any], str]] = [
    (
        "According to Ada Verrin, mayor of Lorn, while opening a pier, boats of Port Salm saved 40 boats of Lorn.",
        BOATS,
        DATED,
        "According to Ada Verrin, mayor of Lorn, boats of Port Salm saved how many boats of Lorn?",
    ),
    (
        "Director Ada Verrin has asked the council of Lorn to send 40 boats to Port Salm.",
        BOATS,
        DATED,
        "As of 3 May 2031, Ada Verrin has asked the council of Lorn to send how many boats to Port Salm?",
    ),
    (
        "The crew of the Petrel retook Port Salm last month backed by fishermen.",
        LAST_MONTH,
        DATED,
        "In what month of 2031 did this happen? “The crew of the Petrel retook Port Salm backed by fishermen.”",
    ),
    (
        "The catch of Port Salm in the bay of Lorn was cut to 4% from 5% in 2030.",
        ("share", 4, "percent", "4%"),
        DATED,
        "The catch of Port Salm in the bay of Lorn was cut to what percentage from 5% in 2030?",
    ),
    (
        "Off the harbour of Port Salm, a storm killed 40 sailors of the Lorn navy.",
        ("population", 40, "people", "40 sailors"),
        UNDATED,
        "Off the harbour of Port Salm, a storm killed how many sailors of the Lorn navy?",
    ),
]
REFUSED: list[tuple[str, tuple[Any, ...], dict[str, Any], str]] = [
    ("Nets dropped off Port Salm last month tested clean in Lorn.", LAST_MONTH, DATED, "not an event"),
    (
        "The share of Port Salm was cut to 4% from 5% in 2030 and to 2% from 6% in 2031.",
        ("share", 4, "percent", "4%"),
        DATED,
        "figure in a list",
    ),
    (
        "The yard of Port Salm was shut for the week instead of for 40 days.",
        ("duration", 40, "day", "40 days"),
        DATED,
        "truncated",
    ),
    (
        "A storm in the east of Lorn, where 40 people have lost their lives, has passed.",
        ("population", 40, "people", "40 people"),
        UNDATED,
        "changing figure",
    ),
    ("There will only be 40 boats in the harbour of Port Salm.", BOATS, UNDATED, "changing figure"),
    (
        "More than 40% of the families near Port Salm have been given boats.",
        ("share", 40, "percent", "40%"),
        UNDATED,
        "changing figure",
    ),
]


def test_a_title_in_quotation_marks_is_no_subject() -> None:
    assert complete('On a new chart, "The Harbours of Lorn", Ada Verrin has marked a yard')
    assert not complete('"The Harbours of Lorn", Ada Verrin has marked a yard')


def _story(
    text: str, values: tuple[Any, ...], fact: Callable[..., Any], story: Callable[..., Story], **more: Any
) -> Story:
    return story(text, fact(text, *values, relative=values is LAST_MONTH), names=NAMES, **more)


@pytest.mark.parametrize(("text", "values", "more", "ask"), MADE)
def test_it_is_asked(
    text: str,
    values: tuple[Any, ...],
    more: dict[str, Any],
    ask: str,
    fact: Callable[..., Any],
    story: Callable[..., Story],
) -> None:
    assert ask in {question.ask for question in generate(_story(text, values, fact, story, **more))}


@pytest.mark.parametrize(("text", "values", "more", "reason"), REFUSED)
def test_it_is_refused(
    text: str,
    values: tuple[Any, ...],
    more: dict[str, Any],
    reason: str,
    fact: Callable[..., Any],
    story: Callable[..., Story],
) -> None:
    found = [c for c in candidates(_story(text, values, fact, story, **more)) if c.template != "name-gap"]
    assert [c.ask for c in found if c.question] == []
    assert reason in {c.refusal.reason for c in found if c.refusal}


GAPS = [
    ("Director Ada Verrin has asked the council of Lorn to send boats to Port Salm.", "Ada Verrin", True),
    (
        "A letter of Ambassador Ada Verrin to the yard of Port Salm told of a storm off Lorn.",
        "Ada Verrin",
        False,
    ),
    (
        "Ben Hale, from the small charity Lorn Aid, believed the yard of Port Salm was lost.",
        "Lorn Aid",
        False,
    ),
    ("GRAIN PAPER was placed by the yard of Port Salm in the harbours of Lorn.", "GRAIN PAPER", False),
    ("The yard of Port Salm freed a sailor of Lorn on US$ 20,000 bail after a storm.", "US", False),
    ("The yard of Port Salm is seen at dawn in a storm off the harbours of Lorn.", "Port Salm", False),
]


@pytest.mark.parametrize(("text", "name", "asked"), GAPS)
def test_a_gap_for_a_name_tells_who_is_meant(
    text: str, name: str, asked: bool, story: Callable[..., Story]
) -> None:
    found = [q for q in generate(story(text, names=NAMES)) if q.template == "name-gap" and q.answer == name]
    assert [q.ask for q in found if "Director" in q.ask] == []
    assert bool(found) is asked


TITLES = [
    ("Storm off Lorn kills sailors of Port Salm", "“Storm off Lorn kills sailors of Port Salm”"),
    ("A storm takes 40 lives", "undated report"),
]


@pytest.mark.parametrize(("title", "shown"), TITLES)
def test_a_title_that_tells_the_answer_is_not_shown(
    title: str, shown: str, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    text = "A storm off Port Salm killed 40 sailors of the Lorn navy."
    told = story(
        text,
        fact(text, "population", 40, "people", "40 sailors"),
        names=NAMES,
        published=None,
        outlet=None,
    )
    told = replace(told, articles=tuple(replace(each, title=title) for each in told.articles))
    asked = [question for question in generate(told) if question.template == "in-place"]
    assert [question.header for question in asked] == [shown]


OFFICES = [
    ("spokesman of the Green party", "The tax is high, said Ada Verrin, spokesman of the Green party."),
    ("Chinese Premier", "Chinese Premier Ada Verrin opened the yard of Port Salm."),
    ("director of Salm", "The pier is lost, said Ada Verrin, director of Salm/Tarn's harbour unit."),
]


@pytest.mark.parametrize(("office", "text"), OFFICES)
def test_an_office_that_does_not_say_whose_it_is_is_refused(
    office: str, text: str, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    quote = next(part for part in (f"Ada Verrin, {office}", f"{office} Ada Verrin") if part in text)
    told = story(text, fact(text, "role", office, None, quote, what="Ada Verrin"), names=NAMES)
    assert [question.ask for question in generate(told) if question.template == "role"] == []
