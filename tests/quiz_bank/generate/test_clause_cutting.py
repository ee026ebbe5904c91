"""Cutting one clause out of a sentence, and setting its speaker apart."""

from __future__ import annotations

import pytest

from quiz_bank.generate.speakers import main_clause

CUT = [
    (
        "Meanwhile, the Lorn navy sank 3 boats, while rebels fled inland.",
        "3 boats",
        "the Lorn navy sank 3 boats",
        "",
    ),
    (
        "Port Salm, which had been split for 3 years, is the largest port.",
        "3 years",
        "Port Salm had been split for 3 years",
        "",
    ),
    (
        "The mayor of Lorn said on Friday that 40 houses were lost.",
        "40 houses",
        "40 houses were lost",
        "The mayor of Lorn",
    ),
    (
        "Some 40 houses were lost, police in Lorn said.",
        "40 houses",
        "Some 40 houses were lost",
        "police in Lorn",
    ),
    (
        "Lorn lost 3 ships and more than 90 sailors were rescued.",
        "more than 90 sailors",
        "more than 90 sailors were rescued",
        "",
    ),
    (
        "The Tarn Line (TL) opened with 12 ferries - a record - and had a budget of $3 million.",
        "$3 million",
        "The Tarn Line had a budget of $3 million",
        "",
    ),
    ("As 90 boats left Port Salm, the navy slept.", "90 boats", "90 boats left Port Salm", ""),
    (
        "Ada Verrin, a rower who is also an owner of the Petrel, was fined 40 crowns.",
        "40 crowns",
        "Ada Verrin was fined 40 crowns",
        "",
    ),
    (
        "In August 2029 Lorn dockers shut 40 piers.",
        "40 piers",
        "In August 2029, Lorn dockers shut 40 piers",
        "",
    ),
    (
        "The rowers of Lorn urged calm in 40 ports.",
        "40 ports",
        "The rowers of Lorn urged calm in 40 ports",
        "",
    ),
    ("The fleet consists of 40 boats.", "40 boats", "The fleet consists of 40 boats", ""),
    ("Lorn fell, but it still held 40 forts.", "40 forts", "Lorn still held 40 forts", ""),
]

REFUSED = [
    ("“We lost 40 boats,” he said.", "40 boats"),
    ("How many of the 40 boats came back?", "40 boats"),
    ("A picture of 40 boats...", "40 boats"),
    ("Forty boats, some with 12 oars, were lost.", "12 oars"),
    ("Ada Verrin, the owner of boats, 40 dockers, and old piers in Lorn.", "40 dockers"),
    ("The firm, where 40 people work, has closed.", "40 people"),
]


@pytest.mark.parametrize(("sentence", "quote", "text", "speaker"), CUT)
def test_the_clause_of_the_figure(sentence: str, quote: str, text: str, speaker: str) -> None:
    start = sentence.index(quote)
    clause = main_clause(sentence, start, start + len(quote))
    assert clause is not None
    assert (clause.text, clause.speaker, clause.mark) == (text, speaker, quote)


@pytest.mark.parametrize(("sentence", "quote"), REFUSED)
def test_no_clause_where_none_is_safe(sentence: str, quote: str) -> None:
    start = sentence.index(quote)
    assert main_clause(sentence, start, start + len(quote)) is None


def test_the_day_of_a_statement_is_marked_as_such() -> None:
    sentence = "Port Salm is quiet, the harbour master said on Friday."
    start = sentence.index("Friday")
    clause = main_clause(sentence, start, start + 6)
    assert clause is not None
    assert clause.reported_when
