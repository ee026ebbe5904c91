"""Words that point out of the question, and sentences shown first that tell of something else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefings.stories import Name, Story
from quiz_bank.generate.generate import candidates, generate
from quiz_bank.questions import Question

NAMES = (
    Name("Port Salm", "place", ("Port Salm",)),
    Name("Lorn", "place", ("Lorn",)),
    Name("Ada Verrin", "person", ("Ada Verrin", "Verrin")),
)
COUNT = ("count", 40, "boat", "40 boats")
SHARE = ("share", 29, "percent", "29 percent")
SINCE = ("date", "2030", None, "2030")

REFUSED = [
    ("The Lorn Guard had largely controlled it since 2030.", SINCE, "pronoun"),
    ("In Lorn, 40 boats remain in that area.", COUNT, "demonstrative"),
    ("Ada Verrin of Lorn has paid for 40 boats of that herself.", COUNT, "demonstrative"),
    ("The same coast near Lorn lost 40 boats.", COUNT, "demonstrative"),
    ("Many are descended from the crews of 40 boats in Lorn.", COUNT, "demonstrative"),
    ("Ada Verrin of Lorn had sailed 40 boats there.", COUNT, "demonstrative"),
    ("Sailors left 40 boats for nearby Port Salm.", COUNT, "demonstrative"),
    ("The Dutch facility lost 40 boats.", COUNT, "definite noun"),
    ("The Lorn Guard took 29 percent.", SHARE, "share of nothing"),
]
MADE = [
    (
        "Lorn lost 40 boats near the coast it had held.",
        COUNT,
        "Lorn lost how many boats near the coast it had held?",
    ),
    ("Near Lorn, nearby Port Salm lost 40 boats.", COUNT, "Near Lorn, nearby Port Salm lost how many boats?"),
    (
        "The Lorn Guard took 29 percent of the vote in Port Salm.",
        SHARE,
        "The Lorn Guard took what percentage of the vote in Port Salm?",
    ),
    (
        "Port Salm was divided for three years between the government and the Lorn Guard.",
        ("duration", 3, "year", "three years"),
        "Port Salm was divided for how many years between the government and the Lorn Guard?",
    ),
]


def of_facts(told: Story) -> list[Question]:
    """The questions for facts, without those for the names of a sentence."""
    return [question for question in generate(told) if question.template != "name-gap"]


@pytest.mark.parametrize(("text", "values", "reason"), REFUSED)
def test_it_is_refused(
    text: str, values: Any, reason: str, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    made = story(text, fact(text, *values), names=NAMES)
    assert generate(made) == []
    assert reason in {c.refusal.reason for c in candidates(made) if c.refusal}


@pytest.mark.parametrize(("text", "values", "ask"), MADE)
def test_it_is_asked(
    text: str, values: Any, ask: str, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    questions = of_facts(story(text, fact(text, *values), names=NAMES))
    assert [question.ask for question in questions] == [ask]


def test_a_sentence_that_tells_of_something_else_is_not_shown(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    text = "Rain fell in Lorn all day. Ada Verrin left the party in Lorn. Turnout was 29 percent."
    assert of_facts(story(text, fact(text, *SHARE), names=NAMES)) == []


def test_a_sentence_that_holds_the_noun_is_shown(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    text = "Rain fell in Lorn all day. The navy of Lorn sent out a rescue fleet. The fleet lost 40 boats."
    (question,) = of_facts(story(text, fact(text, *COUNT), names=NAMES))
    assert question.ask == "The navy of Lorn sent out a rescue fleet. The fleet lost how many boats?"


def test_its_is_never_a_persons(fact: Callable[..., Any], story: Callable[..., Story]) -> None:
    text = "Rain fell in Lorn all day. Ada Verrin joined Lorn Steel. Its share rose to 29 percent."
    assert of_facts(story(text, fact(text, *SHARE), names=NAMES)) == []
