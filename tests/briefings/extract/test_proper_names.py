"""Proper names and what each most likely names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.extract.proper_names import find_names, is_person, looks_like_person, name_runs


def names(text: str) -> list[tuple[str, str | None]]:
    return [(name.text, name.kind_hint) for name in find_names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The city of Salm fell.", [("Salm", "place")]),
        ("They live near Deir al-Orl.", [("Deir al-Orl", "place")]),
        ("Fighting in France and Orl province went on.", [("France", "place"), ("Orl", "place")]),
        ("Mr Vela met Gen. Omar Sadiq.", [("Vela", "person"), ("Omar Sadiq", "person")]),
        ("Peter van der Horst said so.", [("Peter van der Horst", "person")]),
        (
            "The Orl Observatory for Harbour Rights said so.",
            [("Orl Observatory for Harbour Rights", "group")],
        ),
        ("It is fighting SDF and Salt Front militants.", [("SDF", "group"), ("Salt Front", "group")]),
        ("The Britain-based Lumen is new.", [("Britain", "place"), ("Lumen", None)]),
        ("It was Lake Orl.", [("Lake Orl", "place")]),
        ("On Friday Vela's men came.", [("Vela", None)]),
        ("Peter Hale of Salm Council left.", [("Peter Hale", "person"), ("Salm Council", "group")]),
    ],
)
def test_names_with_hints(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert names(text) == expected


def test_a_sentences_first_word_is_no_name_for_its_capital() -> None:
    assert names("Smoke rose. But Rain fell on Salm")[-1] == ("Salm", None)
    assert ("Smoke", None) not in names("Smoke rose.")


def test_an_acronym_that_reads_like_a_word_is_a_name() -> None:
    assert names("The fighters of IS left.") == [("IS", "group")]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("near al-Salm, he", "al-Salm"),
        ("(d’Orl Port)", "d’Orl"),
        ("the non-Orlian", None),  # a hyphen is no particle
        ("a xal-Salm", None),
        ("Dr. Ada", "Dr."),
        ("an XDr. Ada", "XDr"),
        ("U.N. chief", "U.N."),
    ],
)
def test_a_run_of_capitals_begins_with_its_particle(text: str, first: str | None) -> None:
    runs = name_runs(text)
    assert (runs[0][0].text if runs else None) == first


def test_what_can_be_a_person() -> None:
    assert is_person(["Omar", "Sadiq"])
    assert is_person(["Nick", "Hill"])
    assert not is_person(["Salm", "Hill"])
    assert not is_person(["Orl", "Airport"])
    assert not is_person(["New", "Zealand"])
    assert looks_like_person(["J.", "Ashby"])
    assert not looks_like_person(["Orl", "Vela"])


@given(st.text(max_size=120))
def test_any_text_gives_exact_spans(text: str) -> None:
    for name in find_names(text):
        assert text[name.start : name.end] == name.text
        assert name.text


SECOND_PARTS = [
    ("Envoy Kim Dae-sun left.", "Kim Dae-sun"),
    ("The Port Salm-based firm grew.", "The Port Salm"),
    ("A Port Salm-owned boat sank.", "Port Salm"),
    ("The President-elect left Salm.", "The President"),
]


@pytest.mark.parametrize(("text", "run"), SECOND_PARTS)
def test_a_given_name_in_two_parts_stays_whole(text: str, run: str) -> None:
    runs = [" ".join(word.text for word in words) for words in name_runs(text)]
    assert any(run == found or found.endswith(f" {run}") for found in runs)
