"""The article's title shown in the header, where it says which event a question is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from briefings.facts import Fact
from briefings.stories import Name, Story
from quiz_bank.generate.generate import generate
from quiz_bank.questions import Question

NAMES = (Name("Petrel", "group", ("Petrel",)), Name("Lorn", "place", ("Lorn",)))
LEAD = "Captains are angry."  # too short to be shown before a question
TITLE = "Lorn recalls Petrel ferry engines"
RECALLED = "The recall affects more than 40 boats built in the yard."


def asked(
    fact: Callable[..., Fact],
    story: Callable[..., Story],
    title: str,
    text: str = f"{LEAD} {RECALLED}",
    kind: str = "count",
    unit: str | None = "boat",
    quote: str = "more than 40 boats",
    value: Any = 40,
) -> list[Question]:
    figure = fact(text, kind, value, unit, quote, qualifier="more than")
    told = story(text, figure, names=NAMES, published=None)
    titled = tuple(replace(article, title=title) for article in told.articles)
    return [q for q in generate(replace(told, articles=titled)) if q.template in ("in-place", "cloze")]


def test_a_title_says_which_event_is_meant(fact: Callable[..., Fact], story: Callable[..., Story]) -> None:
    (question,) = asked(fact, story, TITLE)
    assert question.header == f"Gazette: “{TITLE}”"
    assert question.ask == "The recall affects more than how many boats built in the yard?"


@pytest.mark.parametrize(
    "title",
    [
        "",
        "recall",
        "Lorn ferries",
        "They are back in Lorn, a captain tells us",
        "Will Lorn recall the ferry engines?",
        "Lorn recalls Petrel engines - and what the captains of the other ferries on the coast have to say",
    ],
)
def test_a_title_that_says_too_little_is_not_shown(
    title: str, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    assert asked(fact, story, title) == []


def test_a_title_that_holds_the_answer_is_not_shown(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    assert asked(fact, story, "Lorn recalls engines of 40 ferries") == []


def test_what_stands_deep_in_the_text_is_not_placed_by_the_title(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    between = "The harbour keeps old ropes. " * 18
    assert asked(fact, story, TITLE, text=f"{LEAD} {between}{RECALLED}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The other affects more than 40 boats built in the yard.",
        "The decision affects more than 40 boats built in the yard.",
        "The crew affects more than 40 boats built in the yard.",
    ],
)
def test_a_title_does_not_say_which_other_one_or_who(
    sentence: str, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    assert asked(fact, story, TITLE, text=f"{LEAD} {sentence}") == []


def test_what_a_market_showed_is_not_placed_by_the_title(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    text = f"{LEAD} The trading affects more than 40 boats built in the yard."
    assert asked(fact, story, TITLE, text=text) == []


def test_a_handful_under_a_title_is_not_asked_for(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    text = f"{LEAD} The recall affects more than 6 boats built in the yard."
    assert asked(fact, story, TITLE, text=text, quote="more than 6 boats", value=6) == []
