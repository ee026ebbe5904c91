"""Aiken: strict files, and the sloppy ones that people keep."""

from __future__ import annotations

import pytest

from quiz_bank.formats.foreign.aiken import read_aiken
from quiz_bank.formats.foreign.drafts import Draft


def seen(text: str) -> list[tuple[object, ...]]:
    return [(d.table["ask"], d.table["answer"], d.table["wrong"]) for d in read_aiken(text) if d.table]


def whys(drafts: list[Draft]) -> list[tuple[int, str]]:
    return [(draft.line, note.what) for draft in drafts for note in draft.notes]


STRICT = "Which river crosses Lorn?\nA. Salm\nB. Varn\nC. Eder\nANSWER: B"
RIGHT = ("Which river crosses Lorn?", "Varn", ["Salm", "Eder"])


@pytest.mark.parametrize(
    "text",
    [
        STRICT,
        STRICT.replace("\n", "\r\n"),
        STRICT.replace(". ", ") "),
        "\ufeff" + STRICT.lower().replace("which", "Which").replace("lorn", "Lorn").replace("varn", "Varn")
        .replace("salm", "Salm").replace("eder", "Eder"),
        STRICT.replace("\n", "\n\n"),
        STRICT.replace("ANSWER: B", "Answer : b)"),
        STRICT.replace("ANSWER: B", "ANSWER:B."),
        STRICT.replace("ANSWER: B", "Correct answer: B) Varn"),
        STRICT.replace("Which river", "12. Which\nriver"),
        STRICT.replace("A. ", "(A) ").replace("B. ", "(B) ").replace("C. ", "(C) "),
        "  " + STRICT.replace("\n", "\n   "),
    ],
)  # fmt: skip
def test_one_question_however_it_is_typed(text: str) -> None:
    assert seen(text) == [RIGHT]


def test_several_letters_make_several_right_options() -> None:
    assert seen(STRICT.replace(": B", ": A, C")) == [
        ("Which river crosses Lorn?", ["Salm", "Eder"], ["Varn"])
    ]


def test_an_option_may_go_on_in_the_next_line() -> None:
    assert seen("Why?\nA. Because of\nthe flood\nB. No\nANSWER: A") == [
        ("Why?", "Because of the flood", ["No"])
    ]


def test_a_question_may_begin_like_an_option() -> None:
    assert seen("A. Verrin led what?\nA. Lorn\nB. Salm\nANSWER: A")[0][0] == "A. Verrin led what?"


def test_a_remark_behind_the_answer_is_kept() -> None:
    (draft,) = read_aiken(STRICT + "\nFEEDBACK: It is 300 km long.")
    assert draft.table is not None
    assert draft.table["why"] == "It is 300 km long."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Which?\nA. x\nB. y\n\nNext?\nA. x\nB. y\nANSWER: A", (1, "there is no ANSWER line")),
        ("Which?\nA. x\nB. y", (1, "there is no ANSWER line")),
        ("Which?\nA. x\nB. y\nANSWER: D", (1, 'ANSWER "D" names none of its options')),
        ("Which?\nA. x\nB. y\nANSWER:", (1, 'ANSWER "" names none of its options')),
        ("Which?\nANSWER: A", (1, "there are no options")),
        ("\nANSWER: A", (2, "there is no question before this ANSWER line")),
    ],
)
def test_what_cannot_be_taken_is_told_by_line(text: str, told: tuple[int, str]) -> None:
    assert told in whys(read_aiken(text))


def test_a_question_without_an_answer_takes_no_other_with_it() -> None:
    assert [ask for ask, *_ in seen("Which?\nA. x\nB. y\n\n" + STRICT)] == ["Which river crosses Lorn?"]


@pytest.mark.parametrize(
    ("ask", "read"), [("12) Which?", "Which?"), ("3:- Which?", "Which?"), ("Was 0,45. it?", "Was 0,45. it?")]
)
def test_numbers_are_dropped_before_a_question_alone(ask: str, read: str) -> None:
    (draft,) = read_aiken(f"{ask}\nA. x\nB. y\nANSWER: A")
    assert draft.table is not None
    assert draft.table["ask"] == read
