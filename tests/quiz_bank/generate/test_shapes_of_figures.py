"""Figures asked for where they stand: made and refused, with sentences of our own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefings.stories import Story
from quiz_bank.generate.generate import candidates, generate

PEOPLE = ("population", "people")

MADE = [
    (
        "Some 12,000 residents of Port Salm have left their homes.",
        ("population", 12000, "people", "Some 12,000 residents"),
        {"qualifier": "about"},
        "As of 3 May 2031, about how many residents of Port Salm have left their homes?",
    ),
    (
        "The Lorn Guard has lost more than 40 percent of its fleet in the Kessel Strait.",
        ("share", 40, "percent", "more than 40 percent"),
        {"qualifier": "more than"},
        "As of 3 May 2031, the Lorn Guard has lost more than what percentage of its fleet in the Kessel Strait?",
    ),
    (
        "Port Salm, which was besieged for nearly two years, is the largest port in the east.",
        ("duration", 2, "year", "nearly two years"),
        {"qualifier": "nearly"},
        "Port Salm was besieged for nearly how many years?",
    ),
    (
        "Parliament in Lorn voted to spend $30 million on a new harbour.",
        ("money", 30_000_000, "USD", "$30 million"),
        {},
        "Parliament in Lorn voted to spend how many dollars on a new harbour?",
    ),
    (
        "At least 31 sailors were rescued off Cape Tarn, the Lorn coastguard said on Friday.",
        ("population", 31, "people", "At least 31 sailors"),
        {"qualifier": "at least"},
        "According to the Lorn coastguard, at least how many sailors were rescued off Cape Tarn?",
    ),
    (
        "Sixteen sailors were rescued off Cape Tarn, the Lorn coastguard said on Friday.",
        ("population", 16, "people", "Sixteen sailors"),
        {},
        "According to the Lorn coastguard, how many sailors were rescued off Cape Tarn?",
    ),
    (
        "Port Salm was besieged for eighty-two days.",
        ("duration", 82, "day", "eighty-two days"),
        {},
        "Port Salm was besieged for how many days?",
    ),
    (
        "The Lorn navy broke a ten-day siege of Port Salm.",
        ("duration", 10, "day", "ten-day"),
        {},
        "Fill the gap: “The Lorn navy broke a ____-day siege of Port Salm.”",
    ),
]

REFUSED = [
    ("It has lost 40 percent of its fleet.", ("share", 40, "percent", "40 percent"), {}, "pronoun"),
    (
        "Some 90 people fled the village.",
        ("population", 90, "people", "Some 90 people"),
        {},
        "unnamed subject",
    ),
    (
        "Dozens of people fled Port Salm.",
        ("population", 12, "people", "Dozens of people"),
        {"vague": True},
        "too vague",
    ),
    (
        "“We lost 40 boats at Port Salm,” he said.",
        ("count", 40, "boat", "40 boats"),
        {},
        "no clause",
    ),
    (
        "The storm in Lorn could close 40 schools.",
        ("count", 40, "school", "40 schools"),
        {},
        "forecast",
    ),
    (
        "He said 40 boats had left Port Salm.",
        ("count", 40, "boat", "40 boats"),
        {},
        "unknown speaker",
    ),
]


@pytest.mark.parametrize(("text", "values", "more", "ask"), MADE)
def test_a_figure_is_asked_for(
    text: str, values: Any, more: Any, ask: str, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    questions = generate(story(text, fact(text, *values, **more)))
    assert [question.ask for question in questions] == [ask]
    assert questions[0].key.value == values[1]
    assert questions[0].key.qualifier == more.get("qualifier")
    assert questions[0].key.text == values[3]


@pytest.mark.parametrize(("text", "values", "more", "reason"), REFUSED)
def test_a_doubtful_figure_is_refused(
    text: str, values: Any, more: Any, reason: str, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    made = story(text, fact(text, *values, **more))
    assert generate(made) == []
    assert reason in {c.refusal.reason for c in candidates(made) if c.refusal}
