"""Second names: short forms in brackets that fit, and glosses in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.extract.aliases import find_aliases, fit
from briefings.facts import Fact
from briefings.reading.sentences import split_sentences


def facts(text: str) -> list[Fact]:
    return find_aliases(text, split_sentences(text))


def aliases(text: str) -> list[tuple[object, str]]:
    return [(fact.value, fact.what) for fact in facts(text)]


@pytest.mark.parametrize(
    ("text", "form", "thing"),
    [
        ("The Harbour Rescue Service (HRS) came.", "HRS", "Harbour Rescue Service"),
        ("The Salm Harbour Rescue Service (HRS) came.", "HRS", "Harbour Rescue Service"),
        ("The Board of Ports and Ferries (BPF) met.", "BPF", "Board of Ports and Ferries"),
        ("The Department of Orlian Trade (DoOT) met.", "DoOT", "Department of Orlian Trade"),
        ('Fighters of "Salt Front" (SF) left.', "SF", "Salt Front"),
        ("A new ports and ferries tax (PFT) is due.", "PFT", "ports and ferries tax"),
        ("The HRS (Harbour Rescue Service) came.", "HRS", "Harbour Rescue Service"),
        ("The National Boat Club, or NBC, met.", "NBC", "National Boat Club"),
        ("Orl City, formerly Port Salm, is old.", "Port Salm", "Orl City"),
        ("Abu Salt, also known as Omar Vela, fled.", "Omar Vela", "Abu Salt"),
        ("Dasha (another name for the Salt Front) lost.", "Dasha", "Salt Front"),
        ("Dasha, the Orlian acronym for Salt Front, lost.", "Dasha", "Salt Front"),
        ('"We beat Dasha," the army said, using the Orlian acronym for Salt Front.', "Dasha", "Salt Front"),
    ],
)
def test_a_stated_second_name(text: str, form: str, thing: str) -> None:
    assert aliases(text) == [(form, thing)]


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Rescue Service (XYZ) came.",
        "It began at eleven (ACDT) in Salm.",
        "Ada Moore (Labour) won.",
        "Ada Moore (43) won.",
        "He or NBC won.",
        "They left for Salm.",
    ],
)
def test_no_second_name(text: str) -> None:
    assert aliases(text) == []


def test_the_quote_holds_both_and_a_repeat_is_left_out() -> None:
    (fact,) = facts("The Harbour Rescue Service (HRS) came. The Harbour Rescue Service (HRS) left.")
    assert fact.quote == "Harbour Rescue Service (HRS)"


def test_fit_needs_the_first_letter_at_a_words_start() -> None:
    assert fit("HRS", "the Harbour Rescue Service") == 4
    assert fit("ARS", "the Harbour Rescue Service") is None


_PIECES = st.sampled_from(
    [
        "(",
        ")",
        "ABC",
        "Alpha Beta Corps ",
        ", or ",
        "also known as ",
        "formerly ",
        '"',
        " ",
        "using the name for ",
        "\n",
        "\ud800",
        "e",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=40).map("".join)))
def test_any_text_gives_exact_spans(text: str) -> None:
    for fact in facts(text):
        assert text[fact.start : fact.end] == fact.quote
        assert fact.what
        assert fact.value
