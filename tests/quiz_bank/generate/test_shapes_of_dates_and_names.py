"""Dates, places, offices, ages and short forms: made and refused, with sentences of our own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefings.stories import Name, Story
from quiz_bank.generate.generate import candidates, generate
from quiz_bank.questions import Question

PLACES = (
    Name("Port Salm", "place", ("Port Salm", "Puerto Salm")),
    Name("Lorn", "place", ("Lorn",)),
    Name("Kessel Shipping", "group", ("Kessel Shipping",)),
    Name("Ada Verrin", "person", ("Ada Verrin", "Verrin")),
    Name("Tomas Reke", "person", ("Tomas Reke",)),
)

MADE = [
    (
        "The Lorn navy retook the harbour of Port Salm on Friday, breaking a long siege.",
        ("date", "2031-05-02", None, "Friday"),
        {"relative": True},
        "On what date did this happen? “The Lorn navy retook the harbour of Port Salm.”",
    ),
    (
        "In September, the Lorn navy entered Port Salm.",
        ("date", "2030-09", None, "September"),
        {"relative": True},
        "In what month and year did this happen? “The Lorn navy entered Port Salm.”",
    ),
    (
        "Rebels had held most of Port Salm since 2029.",
        ("date", "2029", None, "2029"),
        {},
        "Rebels had held most of Port Salm since what year?",
    ),
    (
        "The ministers of Lorn tore up the 1931 Kessel Treaty at a stroke.",
        ("date", "1931", None, "1931"),
        {},
        "From which year does the Kessel Treaty date?",
    ),
    (
        "The rebels had one aim: to bury the 1931 Kessel Treaty, hated in the east.",
        ("date", "1931", None, "1931"),
        {},
        "From which year does the Kessel Treaty date?",
    ),
    (
        "It was in September 2030, after a march, that the Lorn navy entered Port Salm.",
        ("date", "2030-09", None, "September 2030"),
        {},
        "In what month and year did this happen? “The Lorn navy entered Port Salm.”",
    ),
    (
        "The Lorn navy has retaken Port Salm. Port Salm is a town of 900 people.",
        ("event", "The Lorn navy has retaken Port Salm", None, "The Lorn navy"),
        {},
        "As of 3 May 2031, the Lorn navy has retaken which town?",
    ),
    (
        "Port Salm, about 60 km (37 miles) north of Lorn, was quiet.",
        ("distance", 60, "km", "about 60 km (37 miles)"),
        {"qualifier": "about", "also": ((37, "mile"),)},
        "About how far north of Lorn is Port Salm?",
    ),
    (
        "Rebel boats are now around 40 km from Port Salm.",
        ("distance", 40, "km", "around 40 km"),
        {"qualifier": "about"},
        "As of 3 May 2031, about how far from Port Salm are rebel boats?",
    ),
    (
        "Kessel Shipping chairwoman Ada Verrin opened the new pier.",
        ("role", "Kessel Shipping chairwoman", None, "Kessel Shipping chairwoman Ada Verrin"),
        {"what": "Ada Verrin"},
        "Who was the Kessel Shipping chairwoman on 3 May 2031?",
    ),
    (
        "Boats of the Kessel were late. Kessel chairwoman Ada Verrin opened the new pier.",
        ("role", "Kessel chairwoman", None, "Kessel chairwoman Ada Verrin"),
        {"what": "Ada Verrin"},
        "Who was the Kessel chairwoman on 3 May 2031?",
    ),
    (
        "Kessel CEO Ada Verrin and U.S. Trade Representative Tom Reke met in Lorn.",
        ("role", "Kessel Shipping CEO", None, "Kessel CEO Ada Verrin"),
        {"what": "Ada Verrin"},
        "Who was the Kessel Shipping CEO on 3 May 2031?",
    ),
    (
        "Ada Verrin, 53, was rescued off Cape Tarn.",
        ("age", 53, "year", "53"),
        {},
        "How old was Ada Verrin, who was rescued off Cape Tarn?",
    ),
    (
        "The Lorn Shipping Council (LSC) closed Port Salm.",
        ("alias", "LSC", None, "Lorn Shipping Council (LSC)"),
        {"what": "Lorn Shipping Council"},
        "What does the abbreviation LSC stand for?",
    ),
    (
        "The Lorn navy has retaken the eastern town of Port Salm from rebels.",
        (
            "event",
            "The Lorn navy has retaken the eastern town of Port Salm from rebels",
            None,
            "The Lorn navy",
        ),
        {},
        "The Lorn navy has retaken which eastern town from rebels?",
    ),
]

REFUSED = [
    (
        "Port Salm is quiet, the harbour master said on Friday.",
        ("date", "2031-05-02", None, "Friday"),
        {"relative": True},
        "reporting date",
    ),
    ("The Lorn navy entered Port Salm on 2 May.", ("date", "--05-02", None, "2 May"), {}, "no year"),
    (
        "The Lorn navy left Port Salm after losing Tarn in 2029 to rebels.",
        ("date", "2029", None, "2029"),
        {},
        "not an event",
    ),
    (
        "President Ada Verrin opened the new pier.",
        ("role", "President", None, "President Ada Verrin"),
        {"what": "Ada Verrin"},
        "bare role",
    ),
    (
        "Former Kessel Shipping chairwoman Ada Verrin opened the pier.",
        ("role", "Former Kessel Shipping chairwoman", None, "Former Kessel Shipping chairwoman Ada Verrin"),
        {"what": "Ada Verrin"},
        "former office",
    ),
    ("In May 2030, Ada Verrin took over.", ("date", "2030-05", None, "May 2030"), {}, "not an event"),
    (
        "About 900 people spent Friday night in Port Salm.",
        ("date", "2031-05-02", None, "Friday"),
        {"relative": True},
        "not an event",
    ),
    (
        "Prices in Lorn rose 8 percent, slowing from 9 percent in March 2031.",
        ("date", "2031-03", None, "March 2031"),
        {},
        "not an event",
    ),
    (
        "The Lorn navy reached Port Salm. Port Salm is a town of 900 people.",
        ("event", "The Lorn navy reached Port Salm", None, "The Lorn navy"),
        {},
        "several answers",
    ),
    (
        "County Executive Ada Verrin opened the pier.",
        ("role", "County Executive", None, "County Executive Ada Verrin"),
        {"what": "Ada Verrin"},
        "bare role",
    ),
    (
        "Ada Verrin, 53, told thousands in Port Salm.",
        ("age", 53, "year", "53"),
        {},
        "shape",
    ),
    (
        "Lorn sold 95 boats to rebels, up 2.6% on 2029.",
        ("date", "2029", None, "2029"),
        {},
        "not an event",
    ),
    (
        "Rebels left Port Salm on Nov. 1 after a strike on 15 May 2030.",
        ("date", "2030-05-15", None, "15 May 2030"),
        {},
        "not an event",
    ),
    ("The harbour, 60 km west of the city, was quiet.", ("distance", 60, "km", "60 km"), {}, "shape"),
    ("A boy, 12, was rescued off Cape Tarn.", ("age", 12, "year", "12"), {}, "shape"),
]


def of_facts(told: Story) -> list[Question]:
    """The questions for facts, without those for the names of a sentence."""
    return [question for question in generate(told) if question.template != "name-gap"]


@pytest.mark.parametrize(("text", "values", "more", "ask"), MADE)
def test_it_is_asked_for(
    text: str, values: Any, more: Any, ask: str, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    questions = of_facts(story(text, fact(text, *values, **more), names=PLACES))
    assert [question.ask for question in questions] == [ask]


@pytest.mark.parametrize(("text", "values", "more", "reason"), REFUSED)
def test_a_doubtful_one_is_refused(
    text: str, values: Any, more: Any, reason: str, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    made = story(text, fact(text, *values, **more), names=PLACES)
    assert of_facts(made) == []
    assert reason in {c.refusal.reason for c in candidates(made) if c.refusal}


def test_the_largest_is_asked_for_by_its_class(story: Callable[..., Story]) -> None:
    text = "Port Salm, which was besieged for two years, is the largest town in the east of Lorn."
    (question,) = of_facts(story(text, names=PLACES))
    assert question.ask == "Which town is the largest in the east of Lorn?"
    assert (question.key.kind, question.key.name, question.key.type) == ("place", "Port Salm", "town")
    assert question.key.aliases == ("Puerto Salm",)
    assert question.key.others == ("Lorn",)


def test_a_head_of_government_is_not_asked_for_under_a_header_without_a_date(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    text = "Prime Minister of Lorn Ada Verrin opened the new pier."
    role = fact(
        text, "role", "Prime Minister of Lorn", None, "Prime Minister of Lorn Ada Verrin", what="Ada Verrin"
    )
    assert [q.ask for q in of_facts(story(text, role, names=PLACES))] == [
        "Who was the Prime Minister of Lorn on 3 May 2031?"
    ]
    refused = {
        c.refusal.reason for c in candidates(story(text, role, names=PLACES, published=None)) if c.refusal
    }
    assert "changing figure" in refused


def test_a_person_key_knows_the_others_of_the_story(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    text = "Kessel Shipping chairwoman Ada Verrin opened the new pier."
    office = "Kessel Shipping chairwoman"
    role = fact(text, "role", office, None, "Kessel Shipping chairwoman Ada Verrin", what="Ada Verrin")
    (question,) = of_facts(story(text, role, names=PLACES))
    key = question.key
    assert (key.kind, key.name, key.given, key.surname, key.role) == (
        "person",
        "Ada Verrin",
        "Ada",
        "Verrin",
        office,
    )
    assert key.aliases == ("Verrin",)
    assert key.others == ("Tomas Reke",)


def test_a_rank_printed_before_a_name_is_a_right_answer(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    text = (
        "Kessel Shipping chairwoman Ada Verrin opened the pier. Commodore Ada Verrin had led the Lorn navy."
    )
    role = fact(
        text,
        "role",
        "Kessel Shipping chairwoman",
        None,
        "Kessel Shipping chairwoman Ada Verrin",
        what="Ada Verrin",
    )
    (question,) = of_facts(story(text, role, names=PLACES))
    assert question.key.aliases == ("Verrin", "Commodore Ada Verrin")


def test_a_long_form_is_shown_without_its_short_form(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    text = "The Lorn Shipping Council (LSC) closed Port Salm."
    form = fact(text, "alias", "LSC", None, "Lorn Shipping Council (LSC)", what="Lorn Shipping Council")
    (question,) = of_facts(story(text, form, names=PLACES))
    assert question.answer == "Lorn Shipping Council"
