"""Figures of no weight, figures that no event holds, and what is kept beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefings.stories import Name, Story
from quiz_bank.generate.generate import candidates, generate

NAMES = (
    Name("Port Salm", "place", ("Port Salm",)),
    Name("Lorn", "place", ("Lorn",)),
    Name("Ada Verrin", "person", ("Ada Verrin", "Verrin")),
)
DATED: dict[str, Any] = {}
UNDATED: dict[str, Any] = {"published": None}
TWO = ("count", 2, "ferry", "two ferries")
FIVE = ("count", 5, "ferry", "five ferries")
VICTIMS = ("population", 3, "people", "three sailors")
BOATS = ("count", 40, "boat", "40 boats")
MONEY = ("money", 12, "dollar", "12 dollars")

REFUSED = [
    ("The council of Lorn bought two ferries for the port of Salm in May 2030.", TWO, DATED, "too plain"),
    ("Lorn sold the yard of Port Salm to Ada Verrin for 12 dollars a share.", MONEY, DATED, "too plain"),
    ("A recent council of Lorn sent 40 boats to the yard of Port Salm.", BOATS, DATED, "relative time"),
    ("The council of Lorn sent 40 boats to Port Salm in the morning.", BOATS, DATED, "relative time"),
    ("The council of Lorn sends 40 boats to the yard of Port Salm.", BOATS, UNDATED, "no occasion"),
    ("Analysts said the council of Lorn had sent 40 boats to Port Salm.", BOATS, DATED, "too plain"),
]
MADE = [
    ("The council of Lorn bought five ferries for the port of Salm in May 2030.", FIVE, DATED),
    ("Three years ago, a storm off Port Salm killed three sailors of the Lorn navy.", VICTIMS, DATED),
    ("A storm off Port Salm killed three sailors of the Lorn navy.", VICTIMS, UNDATED),
    ("In 2030, the council of Lorn sent 40 boats to the yard of Port Salm.", BOATS, UNDATED),
    ("The council of Lorn sent 40 boats to the yard of Port Salm.", BOATS, DATED),
    ("The council of Lorn sent 40 boats to the yard of Port Salm.", BOATS, UNDATED),
]


@pytest.mark.parametrize(("text", "values", "more", "reason"), REFUSED)
def test_a_slight_figure_is_refused(
    text: str, values: Any, more: Any, reason: str, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    made = story(text, fact(text, *values), names=NAMES, **more)
    assert [q.ask for q in generate(made) if q.template in ("in-place", "cloze")] == []
    assert reason in {c.refusal.reason for c in candidates(made) if c.refusal}


@pytest.mark.parametrize(("text", "values", "more"), MADE)
def test_a_figure_of_an_event_is_asked(
    text: str, values: Any, more: Any, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    made = story(text, fact(text, *values), names=NAMES, **more)
    assert [q.template for q in generate(made) if q.template in ("in-place", "cloze")] == ["in-place"]


@pytest.mark.parametrize(
    ("text", "office", "quote"),
    [
        ("Ada Verrin, a Lorn Bank director, left on Friday.", "Lorn Bank director", "Lorn Bank director"),
        ("Republican leader Ada Verrin spoke in Lorn.", "Republican leader", "Republican leader"),
        (
            "Lorn military spokeswoman Ada Verrin spoke.",
            "Lorn military spokeswoman",
            "Lorn military spokeswoman",
        ),
        ("Minister of Health Ada Verrin spoke in Lorn.", "Minister of Health", "Minister of Health"),
    ],
)
def test_an_office_of_several_or_of_no_country_is_not_asked_for(
    text: str, office: str, quote: str, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    made = story(text, fact(text, "role", office, None, quote, what="Ada Verrin"), names=NAMES)
    assert [q.ask for q in generate(made) if q.template == "role"] == []
    assert "bare role" in {c.refusal.reason for c in candidates(made) if c.refusal}
