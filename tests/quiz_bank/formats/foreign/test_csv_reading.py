"""Tables of questions: dialects, names of columns, lists in cells, and answers told by letter or number."""

from __future__ import annotations

from typing import Any

import pytest

from briefings.errors import BriefingError
from quiz_bank.formats.foreign.csv_reading import read_csv
from quiz_bank.formats.foreign.drafts import Draft


def drafts(text: str) -> list[Draft]:
    return list(read_csv(text, "table.csv"))


def table(text: str) -> dict[str, Any]:
    (draft,) = drafts(text)
    assert draft.table is not None
    return dict(draft.table)


CHOICE = {"kind": "choice", "ask": "Which river?", "answer": "Varn", "wrong": ["Salm", "Eder"]}


@pytest.mark.parametrize(
    "text",
    [
        "question,correct_answer,incorrect_answers\nWhich river?,Varn,\"['Salm', 'Eder']\"",
        'question,correct_answer,incorrect_answers\nWhich river?,Varn,"[""Salm"", ""Eder""]"',
        "Question;Answer;Wrong 1;Wrong 2\nWhich river?;Varn;Salm;Eder",
        "Question\tCorrect Answer\tDistractor1\tDistractor2\nWhich river?\tVarn\tSalm\tEder",
        "question|answer|wrong\nWhich river?|Varn|Salm;Eder",
        "Question,Option A,Option B,Option C,Answer\nWhich river?,Salm,Varn,Eder,B",
        "Question,A,B,C,Correct\nWhich river?,Salm,Varn,Eder,b)",
        "question,option1,option2,option3,answer\nWhich river?,Salm,Varn,Eder,2",
        "question,option1,option2,option3,answer\nWhich river?,Salm,Varn,Eder,option2",
        "question,choices,answer\nWhich river?,Salm|Varn|Eder,Varn",
        "question,options,correct\nWhich river?,\"['Salm', 'Varn', 'Eder']\",varn",
        'question,options,answer\nWhich river?,"A. Salm\nB. Varn\nC. Eder",B',
        "Question,Answers,Correct Answer\nWhich river?,Salm|Varn|Eder,Varn",
        "Which river?,Salm,Varn,Eder,B",
        "Which river?,Salm,Varn,Eder,Varn",
        "Frage;Richtige Antwort;Falsche Antwort (1);Falsche Antwort (2)\nWhich river?;Varn;Salm;Eder",
        "TEXTO_PREGUNTA,opción_1,opcion_2,Opción 3,Solución\nWhich river?,Salm,Varn,Eder,2",
        "question,list,answer\nWhich river?,Salm|Varn|Eder,Varn",
        "question,options,answer\nWhich river?,Salm-Varn-Eder,Varn",
        "question,a,b,c,answer\nWhich river?,Salm,Varn,Eder,②",
        "\n\nquestion,answer,wrong1,wrong2\nWhich river?,Varn,Salm,Eder\n\n",
    ],
)
def test_one_question_however_its_table_is_laid_out(text: str) -> None:
    assert table(text) == CHOICE


def test_letters_in_a_row_are_several_options_and_one_too_many_is_told() -> None:
    head = "question,a,b,c,answer\nWhich two?,Salm,Varn,Eder,"
    assert table(f"{head}AC")["answer"] == ["Salm", "Eder"]
    told = [drafts(head + letters)[0] for letters in ("AD", "ABC")]
    assert [draft.table for draft in told] == [None, None]
    assert [draft.notes[0].what for draft in told] == [
        '"AD" names none of its options', "all of its options are right",
    ]  # fmt: skip


def test_a_formula_in_brackets_is_no_list() -> None:
    assert table("question,answer\nWhat is B?,[$]B = x[1][/$]")["answer"] == "[$]B = x[1][/$]"


@pytest.mark.parametrize(
    ("head", "numbers", "right"),
    [
        ("a,b,c", "12", None),  # from 0 or from 1?
        ("a,b,c", "13", "Salm"),
        ("a,b,c", "10", "Varn"),
        ("option1,option2,option3", "12", "Salm"),
    ],
)
def test_numbers_that_may_count_from_zero_or_from_one_are_told(
    head: str, numbers: str, right: str | None
) -> None:
    rows = "".join(f"\nWhich is {number}?,Salm,Varn,Eder,{number}" for number in numbers)
    first = drafts(f"question,{head},answer{rows}")[0]
    assert (first.table and first.table["answer"]) == right
    if right is None:
        assert first.notes[0].what == 'whether "1" counts options from 0 or from 1 is not told'


def test_options_counted_from_zero_are_told_by_a_zero_in_the_column() -> None:
    text = "question,option1,option2,answer\nFirst?,Salm,Varn,0\nSecond?,Salm,Varn,1"
    assert [draft.table and draft.table["answer"] for draft in drafts(text)] == ["Salm", "Varn"]


def test_the_words_of_an_option_count_more_than_its_number() -> None:
    assert table("question,option1,option2,option3,answer\nHow many?,2,3,1,3")["answer"] == "3"


def test_several_right_options() -> None:
    text = 'question,option1,option2,option3,answer\nWhich?,Salm,Varn,Eder,"A,C"'
    assert table(text)["answer"] == ["Salm", "Eder"]


def test_a_right_answer_that_is_no_option_has_only_wrong_ones_beside_it() -> None:
    assert table("question,options,answer\nWhich river?,Salm|Eder,Varn") == CHOICE


@pytest.mark.parametrize(
    "text",
    [
        "question,answer\nThe Varn flows north.,TRUE",
        "question,option1,option2,answer\nThe Varn flows north.,True,False,True",
        "type,question,correct_answer,incorrect_answers\nboolean,The Varn flows north.,True,['False']",
    ],
)
def test_statements_are_true_or_false(text: str) -> None:
    found = table(text)
    assert (found["kind"], found["answer"]) == ("true-false", True)


def test_an_answer_alone_is_typed_and_bars_part_its_spellings() -> None:
    found = table("Category,Question,Answer\nrivers,Which river?,Varn|the Varn")
    assert (found["kind"], found["answer"], found["aliases"], found["tags"]) == (
        "text", "Varn", ["the Varn"], ["rivers"],
    )  # fmt: skip


def test_a_foreign_heading_and_a_remark_are_known() -> None:
    found = table("Frage;Antwort;Explanation\nWelcher Fluss?;Varn;Er ist lang.")
    assert (found["ask"], found["answer"], found["why"]) == ("Welcher Fluss?", "Varn", "Er ist lang.")
    assert table("Вопрос;Ответ\nКакая река?;Варна")["answer"] == "Варна"


def test_the_likelier_of_two_columns_is_the_question_and_the_other_is_told() -> None:
    (draft,) = drafts("Title,Question,Answer\nRound 1,Which river?,Varn")
    assert draft.table is not None
    assert draft.table["ask"] == "Which river?"
    assert [note.what for note in draft.notes] == ['column "Title"']


def test_signs_written_as_in_html_are_signs() -> None:
    assert table("question,answer\n&quot;R&amp;D&quot; is&#039;t?,caf&eacute;")["ask"] == '"R&D" is\'t?'


def test_rows_that_are_shifted_or_lack_an_answer_are_told_by_line() -> None:
    found = drafts('question,answer\n"Which\nriver?",Varn\nWhich, then?,Salm,Eder\nNobody knows?,\n,\n')
    assert [(draft.line, [note.what for note in draft.notes]) for draft in found] == [
        (2, []),
        (4, ["the row has more cells than the table has columns"]),
        (5, ["there is no right answer"]),
    ]


def test_a_guard_against_formulas_is_taken_off() -> None:
    found = table("question,answer\nWhich formula?,'=SUM(A1)")
    assert found["answer"] == "=SUM(A1)"


def test_a_cell_of_any_size_ends_nothing_else() -> None:
    found = drafts('question,answer\nFirst?,Varn\n"' + "x" * 1_100_000 + '",y\n')
    assert [draft.table is None for draft in found] == [False, True]
    assert "too long" in found[1].notes[0].what


@pytest.mark.parametrize("text", ["", "\n\n", "just one line of words\n"])
def test_what_is_no_table_is_told(text: str) -> None:
    with pytest.raises(BriefingError, match="no table"):
        drafts(text)
