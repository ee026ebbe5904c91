"""Questions and answers in lines of their own, marked or in turn."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from quiz_bank.formats.foreign.exchange import format_of
from quiz_bank.formats.foreign.line_pairs import read_lines

IN_TURN = "Which river?\nVarn\n\nWhich town?\nLorn\n\nWhich sea?\nEder\n"
MARKED = "Q: Which river\nflows here?\nA: Varn\n\nQ: Which town?\nA: Lorn\nQ: Is it old?\nA: True\n"


def asked(text: str) -> list[tuple[str, object]]:
    return [(draft.table["ask"], draft.table["answer"]) for draft in read_lines(text) if draft.table]


def test_lines_in_turn_ask_and_answer() -> None:
    expected = [("Which river?", "Varn"), ("Which town?", "Lorn"), ("Which sea?", "Eder")]
    assert (
        asked(IN_TURN)
        == asked(IN_TURN.replace("\n\n", "\n"))
        == asked(IN_TURN.replace("\n", "\r\n"))
        == expected
    )


def test_marks_tell_questions_of_several_lines_and_statements() -> None:
    found = asked(MARKED)
    assert found == [("Which river flows here?", "Varn"), ("Which town?", "Lorn"), ("Is it old?", True)]


@pytest.mark.parametrize(
    "marks", [("Frage 1:", "Antwort:"), ("Pregunta:", "Respuesta:"), ("q.", "a."), ("问：", "答：")]
)
def test_marks_are_known_in_many_languages(marks: tuple[str, str]) -> None:
    ask, answer = marks if ":" in marks[0] or "：" in marks[0] else (f"{marks[0]}:", f"{marks[1]}:")
    text = "".join(f"{ask} Which river is {name}?\n{answer} {name}\n\n" for name in ("Varn", "Salm", "Eder"))
    assert [right for _, right in asked(text)] == ["Varn", "Salm", "Eder"]


def test_a_question_without_an_answer_is_told_and_takes_no_other() -> None:
    drafts = read_lines(IN_TURN.replace("\n\n", "\n").replace("Lorn\n", ""))
    assert [draft.table["answer"] if draft.table else draft.notes[0].what for draft in drafts] == [
        "Varn",
        "no answer stands below the question",
        "Eder",
    ]


def test_numbers_before_questions_are_dropped_and_numbers_in_them_kept() -> None:
    text = IN_TURN.replace("Which river", "1. Which river of 0,45. rank").replace(
        "Which town", "2) Which town"
    )
    assert [ask for ask, _ in asked(text)] == ["Which river of 0,45. rank?", "Which town?", "Which sea?"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (IN_TURN, "lines"),
        (MARKED, "lines"),
        ("Which river?\nA: Varn\nB: Salm\nANSWER: A\n" * 3, "aiken"),
        ("Which river?\tVarn\nWhich town?\tLorn\n", "anki"),
        ("Which river? | Varn\nWhich town? | Lorn\nWhich sea? | Eder\nWhich port? | Salm\n", "anki"),
        ("varn;river\nlorn;town\neder;sea\nsalm;port\n", "anki"),
        ("varn,river\nlorn,town\neder,sea\nsalm,port\n", "anki"),
        ("Which river?|Varn|Salm|A\nWhich town?|Lorn|Salm|B\nWhich sea?|Eder|Varn|A\nWhich?|b|c|B\n", "csv"),
    ],
)
def test_the_lines_tell_the_format(text: str, name: str) -> None:
    assert format_of(PurePath("cards.txt"), text.encode()).name == name


def test_lines_in_turn_are_read_from_a_file_that_is_called_a_table() -> None:
    assert format_of(PurePath("quiz.csv"), IN_TURN.encode()).name == "lines"
    assert format_of(PurePath("quiz.csv"), b"question,answer\n" + IN_TURN.encode()).name == "csv"
