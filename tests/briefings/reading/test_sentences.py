"""Sentences: what parts them, what does not, and exact offsets on any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.reading.sentences import split_sentences


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke. Two villages were flooded.", ["The dam broke.", "Two villages were flooded."]),
        (
            "Mr. Orlo met Gen. Hask on Nov. 3. They spoke.",
            ["Mr. Orlo met Gen. Hask on Nov. 3.", "They spoke."],
        ),
        ("J. R. Varn of Tessel Inc. resigned.", ["J. R. Varn of Tessel Inc. resigned."]),
        ("He moved to the U.S. The family followed.", ["He moved to the U.S.", "The family followed."]),
        ("The U.S. Senate voted at 5 p.m. on Friday.", ["The U.S. Senate voted at 5 p.m. on Friday."]),
        ("It rose 3.5 per cent. Why?", ["It rose 3.5 per cent.", "Why?"]),
        ("She lives at No. 5. He does not.", ["She lives at No. 5.", "He does not."]),
        ("Is it over? No. They fight on.", ["Is it over?", "No.", "They fight on."]),
        ('"Go home!" she said. "It is late."', ['"Go home!" she said.', '"It is late."']),
        ("“It is done.” He left.", ["“It is done.”", "He left."]),
        ("The bridge (built in 1931.) It fell.", ["The bridge (built in 1931.)", "It fell."]),
        ("They waited ... and left. Nobody came.", ["They waited ... and left.", "Nobody came."]),
        ("The visit.The mayor spoke.", ["The visit.", "The mayor spoke."]),
        ("Read it on site.com today.", ["Read it on site.com today."]),
        ("Ministers met. 40 of them left.", ["Ministers met.", "40 of them left."]),
    ],
)
def test_full_stops(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_a_heading_is_not_glued_to_the_next_sentence() -> None:
    assert texts("River towns cut off\n\nThe water rose.") == ["River towns cut off", "The water rose."]
    assert texts("River towns cut off\nThe water rose.") == ["River towns cut off", "The water rose."]


def test_a_sentence_broken_over_two_lines_stays_one() -> None:
    broken = "The river keeps rising and the \nlowest streets are closed. More rain is due."
    assert texts(broken) == [
        "The river keeps rising and the \nlowest streets are closed.",
        "More rain is due.",
    ]


def test_lines_of_equal_width_are_one_paragraph() -> None:
    wrapped = (
        "The harbour authority of Port Lendal said that it would close the\n"
        "Eastern Basin to all ships of more than ten thousand tonnes from\n"
        "Monday. Pilots agreed."
    )
    assert [len(text.splitlines()) for text in texts(wrapped)] == [3, 1]


def test_bullets_and_numbered_lists_are_parted() -> None:
    assert texts("In short\n  • Roads closed\n  • Schools open") == [
        "In short",
        "• Roads closed",
        "• Schools open",
    ]
    assert texts("Menu\n1. Home\n2. World") == ["Menu", "1. Home", "2. World"]


def test_no_sentence_in_nothing() -> None:
    assert texts("") == []
    assert texts(" \n\t\n ") == []


@given(st.text(alphabet=st.characters() | st.sampled_from(" \n.!?\"'()•-aAZ19"), max_size=300))
def test_offsets_are_exact_on_any_text(text: str) -> None:
    end = 0
    for sentence in split_sentences(text):
        assert sentence.start >= end
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.text == sentence.text.strip() != ""
        end = sentence.end
    assert "".join(text.split()) == "".join("".join(s.text.split()) for s in split_sentences(text))


@pytest.mark.parametrize(
    "unit", [".", ". ", "\n", " ", '"', "A.", "a.A", "\n- ", "1.", "(", "Mr. ", "a\n", "?!"]
)
def test_time_grows_with_the_length_alone(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        begin = time.process_time()
        split_sentences(text)
        return time.process_time() - begin

    def grows() -> bool:
        short = max(seconds(25_000), 0.005)
        return seconds(200_000) < 20 * short  # eight times the text; the rest for a cold cache

    assert any(grows() for _ in range(3))  # the rest of the machine may be busy
