"""What the cells of a table tell where the names of its columns, or its commas, do not."""

from __future__ import annotations

from typing import Any

import pytest

from briefings.errors import BriefingError
from quiz_bank.formats.foreign.csv_reading import read_csv


def tables(text: str) -> list[dict[str, Any]]:
    return [dict(draft.table) for draft in read_csv(text, "table.csv") if draft.table is not None]


def answers(text: str) -> list[object]:
    return [table["answer"] for table in tables(text)]


OPTIONS = "Which river?;Salm;Varn;Eder;{}\nWhich town?;Lorn;Hael;Brin;{}\n"


@pytest.mark.parametrize(
    ("head", "keys"),
    [
        ("Frage;A;B;C;Schlüsselchen", "BC"),
        ("Enigme;A;B;C;Antwort", "BC"),
        ("Frage;A;B;C;Zeile", ("Varn", "Brin")),
    ],
)
def test_a_column_of_unknown_name_that_points_to_options_is_the_key(head: str, keys: str) -> None:
    assert answers(f"{head}\n{OPTIONS.format(*keys)}") == ["Varn", "Brin"]


def test_numbers_under_an_unknown_name_are_the_key_only_where_they_count_all_options() -> None:
    rows = "".join(f"Which {row}?;a{row};b{row};{row % 3 + 1};{row % 2 + 5}\n" for row in range(9))
    head = "Frage;A;B;{};Jahr\n"
    assert answers(head.format("X") + rows) == []  # three counts, two options
    two = "".join(f"Which {row}?;a{row};b{row};{row % 2 + 1};{row % 2 + 5}\n" for row in range(9))
    assert answers(head.format("X") + two)[:3] == ["a0", "b1", "a2"]


def test_one_answer_column_alone_holds_what_is_right() -> None:
    assert answers("DOMANDA;RISPOSTA A\nWhich river?;Varn\nWhich town?;Lorn") == ["Varn", "Lorn"]


def test_text_above_the_names_of_columns_is_passed_over() -> None:
    assert answers("// all of our questions\n\nquestion;answer\nWhich river?;Varn") == ["Varn"]


STATEMENT = "pregunta;tipo;opciones;respuesta\nThe Varn is long;Verdadero/Falso;;{}"


@pytest.mark.parametrize(
    ("said", "is_true"), [("Verdadero", True), ("Falso", False), ("V", True), ("F", False)]
)
def test_statements_are_true_or_false_in_many_languages(said: str, is_true: bool) -> None:
    (found,) = tables(STATEMENT.format(said))
    assert (found["kind"], found["answer"]) == ("true-false", is_true)


def test_a_letter_says_that_a_statement_is_true_only_where_its_type_or_its_options_do() -> None:
    (found,) = tables("pregunta;respuesta\nWhich letter?;V")
    assert (found["kind"], found["answer"]) == ("text", "V")
    (found,) = tables("question,a,b,answer\nThe Varn is long.,Vrai,Faux,B")
    assert (found["kind"], found["answer"]) == ("true-false", False)


MARKED = "Which river?;*Varn;Salm;Eder\nWhich town?;Brin;*Lorn;Hael\nWhich sea?;Gulf;;\nWhich port?;Salm;Hael;*Brin\n"


def test_a_sign_before_an_option_marks_it_as_right() -> None:
    found = tables(MARKED)
    assert [each["answer"] for each in found] == ["Varn", "Lorn", "Gulf", "Brin"]
    assert found[1]["wrong"] == ["Brin", "Hael"]
    assert answers("question;a;b;c\n" + MARKED) == ["Varn", "Lorn", "Gulf", "Brin"]


def test_a_sign_before_one_option_of_many_rows_marks_nothing() -> None:
    text = "question;a;b;answer\nWhich pointer?;*p;p;B\nWhich name?;x;y;A\n"
    assert answers(text) == ["p", "x"]


COUNTED = "".join(
    f"Which is {row}?,Salm {row},Varn {row},Eder {row},{row % 3 + 1},{row}.5,{row % 3}\n" for row in range(9)
)


def test_figures_behind_the_key_are_no_options() -> None:
    found = tables(COUNTED)
    assert [each["answer"] for each in found[:3]] == ["Salm 0", "Varn 1", "Eder 2"]
    assert [len(each["wrong"]) for each in found] == [2] * 9


def test_the_right_answer_may_be_repeated_as_the_first_option_where_others_hold_it_elsewhere() -> None:
    names = ["Varn", "Salm", "Eder", "Lorn"]
    rows = [f"Which is {at}?,{names[at]},{names[at]},{names[at - 1]},{names[at - 2]}" for at in range(4)]
    assert answers("\n".join(rows)) == names
    copied = [f"Which is {at}?,{name},{name},remark {at},more {at}" for at, name in enumerate(names)]
    with pytest.raises(BriefingError, match="not certain"):
        tables("\n".join(copied))


def test_commas_before_a_space_are_text_where_no_other_comma_has_one() -> None:
    text = "question,answer\nWhich river?,Varn\nOld, and long, which?,Salm\n"
    assert [each["ask"] for each in tables(text)] == ["Which river?", "Old, and long, which?"]
    spaced = "question,answer\nWhich river?, Varn\nOld, which?, Salm\n"
    assert answers(spaced) == ["Varn"]
