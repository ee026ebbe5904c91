"""Clauses that have lost their subject are refused, and the cuts that used to lose it keep it."""

from __future__ import annotations

import time

import pytest

from quiz_bank.generate.completeness import complete
from quiz_bank.generate.grammar import headless
from quiz_bank.generate.speakers import main_clause

WHOLE = [
    "Lorn has driven 400 families from their homes",
    "The war, now in its sixth year, has driven 400 families out",
    "In its sixth year, the war has driven 400 families out",
    "In its sixth year, the war, a long one, has driven 400 families out",
    "The Salm dam, built in 2001, holds back a lake",
]
HEADLESS = [
    "In its sixth year, has driven 400 families out",
    "Some 400 metres wide, buried 80 houses",
    "The Salm dam, built at a cost of $3 million",
    "With a street value of $9 million, were found in Port Salm",
    "2031, more than 90 boats have been lost",
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_clause_with_its_subject(text: str) -> None:
    assert not headless(text)
    assert complete(text)


@pytest.mark.parametrize("text", HEADLESS)
def test_a_clause_without_one(text: str) -> None:
    assert headless(text)
    assert not complete(text)


CUT = [
    (
        "Of all the coast rebels held when they were strong, in 2030 and 2031, 90 percent is lost, and with it Salm.",
        "90 percent",
        "Of all the coast rebels held when they were strong, in 2030 and 2031, 90 percent is lost",
    ),
    (
        "The slide, some 400 metres wide, buried more than 80 houses.",
        "80 houses",
        "The slide, some 400 metres wide, buried more than 80 houses",
    ),
    ("Profit before tax dropped to $3 million.", "$3 million", "Profit before tax dropped to $3 million"),
    (
        "Before March 2031, when the war in Lorn began, the town was home to 900 people.",
        "900 people",
        "Before March 2031, the town was home to 900 people",
    ),
    (
        "The navy broke the siege of part of Port Salm, where 900 people had been trapped since 2030.",
        "900 people",
        "In part of Port Salm, 900 people had been trapped since 2030",
    ),
    (
        "Port Salm, divided for three years between two armies, is the largest port.",
        "three years",
        "Port Salm was divided for three years between two armies",
    ),
    (
        "It was in May, after a long march, that the Lorn army broke the siege of Port Salm.",
        "May",
        "In May, the Lorn army broke the siege of Port Salm",
    ),
    (
        "LORN, May 3 (LNA) - A quake killed 40 people in Port Salm.",
        "40 people",
        "A quake killed 40 people in Port Salm",
    ),
    (
        "The navy says that Lorn lost 3 forts, and that more than 900 people are free.",
        "more than 900 people",
        "more than 900 people are free",
    ),
    (
        "Two boats sank off a cape known as the Horn, leaving 40 people stranded.",
        "40 people",
        "Two boats sank off a cape known as the Horn, leaving 40 people stranded",
    ),
]


@pytest.mark.parametrize(("sentence", "quote", "text"), CUT)
def test_the_cut_keeps_the_subject(sentence: str, quote: str, text: str) -> None:
    start = sentence.index(quote)
    clause = main_clause(sentence, start, start + len(quote))
    assert clause is not None
    assert clause.text == text


def test_a_firm_is_no_place_that_something_happens_in() -> None:
    sentence = "The old firm, where 40 people work, has closed."
    start = sentence.index("40 people")
    assert main_clause(sentence, start, start + len("40 people")) is None


@pytest.mark.parametrize(
    ("dateline", "cut"),
    [
        ("LORN (LNA) - ", True),
        ("LORN, May 3 (LNA) -- ", True),
        ("PORT SALM, Lorn, 3 May — ", True),
        ("LORN/PORT SALM – ", True),
        ("The LNA - ", False),
    ],
)
def test_a_dateline_is_no_part_of_its_sentence(dateline: str, cut: bool) -> None:
    sentence = f"{dateline}A quake killed 40 people."
    start = sentence.index("40 people")
    clause = main_clause(sentence, start, start + len("40 people"))
    assert (clause is not None and clause.text == "A quake killed 40 people") == cut


def test_a_long_row_of_dates_takes_no_time() -> None:
    sentence = f"LORN{', 12' * 130} fell"
    began = time.process_time()
    main_clause(sentence, len(sentence) - 4, len(sentence))
    assert time.process_time() - began < 1
