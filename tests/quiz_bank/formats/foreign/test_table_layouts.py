"""What the columns of a table are for, how its answers point at options, and quotes that do not match."""

from __future__ import annotations

from typing import Any

import pytest

from briefings.errors import BriefingError
from quiz_bank.formats.foreign.columns import meanings
from quiz_bank.formats.foreign.csv_reading import read_csv
from quiz_bank.formats.foreign.dialect import rows
from quiz_bank.formats.foreign.drafts import Draft


def drafts(text: str) -> list[Draft]:
    return list(read_csv(text, "table.csv"))


def tables(text: str) -> list[dict[str, Any]]:
    return [dict(draft.table) for draft in drafts(text) if draft.table is not None]


def whats(text: str) -> list[str]:
    return [note.what for draft in drafts(text) for note in draft.notes]


@pytest.mark.parametrize(
    ("head", "meaning"),
    [
        ("question,option_1,option_2,correct_option_ids", "ask options options answer"),
        ("question,reponseA,reponseB,bonne_reponse", "ask options options answer"),
        ("Pregunta,Opción A,Opción B,Respuesta correcta,Tema", "ask options options answer tags"),
        ("Frage,Antwort 1,Antwort 2,Richtige Antwort", "ask options options answer"),
        ("Question Text,Question Answers,Correct_Awnser", "ask options answer"),
        ("question,right_answer,wrong_one,wrong_two", "ask answer wrong wrong"),
        ("question,correct,incorrect_answers/0,incorrect_answers/1", "ask answer wrong wrong"),
        ("question,optionOne,optionTwo,answer_idx", "ask options options answer"),
        ("题号,题目,选项A,选项B,正确答案", " ask options options answer"),
        ("Question,1,2,3,Correct Answer", "ask options options options answer"),
        ("question,option a,option b,answer,question,option a,option b", "ask options options answer   "),
        ("question,answer,wrong,wrong", "ask answer wrong wrong"),
        ("Number,1,Question,Answer", "  ask answer"),
        (
            "question,answer_1_text,answer_2_text,answer_1_correct,answer_2_correct",
            "ask options options flags flags",
        ),
        ("questions,answers", "ask answer"),
        ("question,correct,responseA,responseB", "ask answer options options"),
        ("input,target", "ask answer"),
        ("question_text_1,question_text_2,answer", "ask  answer"),
        ("question,answer,is it correct", "ask answer "),
    ],
)
def test_columns_go_by_many_names(head: str, meaning: str) -> None:
    assert meanings(head.split(",")) == meaning.split(" ")


WORDS_OR_PLACES = 'question,options,answer\nHow many bits?,"64,7,4,8",4\nWhich river?,"Salm,Eder,Varn",3'


def test_numbers_are_places_where_not_every_one_is_an_option() -> None:
    assert [found["answer"] for found in tables(WORDS_OR_PLACES)] == ["8", "Varn"]


def test_numbers_are_words_where_all_of_them_are_options() -> None:
    text = "question,a,b,c,answer\nTwo and one?,1,2,3,3\nSix and none?,6,7,8,6"
    assert [found["answer"] for found in tables(text)] == ["3", "6"]


def test_an_index_counts_from_zero_unless_it_reaches_the_last_option() -> None:
    text = "question,a,b,c,correct_index\nFirst?,Salm,Varn,Eder,1\nSecond?,Salm,Varn,Eder,{}"
    assert [found["answer"] for found in tables(text.format(2))] == ["Varn", "Eder"]
    assert [found["answer"] for found in tables(text.format(3))] == ["Salm", "Eder"]


@pytest.mark.parametrize(
    "row",
    [
        "Which river?;Salm;Varn;Eder;B;Rivers",
        "Which river?;Salm;Varn;Eder;Varn;Rivers",
        "Which river?;Varn;Salm;Varn;Eder",
    ],
)
def test_without_names_the_column_that_points_is_found(row: str) -> None:
    (found,) = tables(row)
    assert (found["answer"], found["wrong"]) == ("Varn", ["Salm", "Eder"])


ROUNDS = [
    ("rivers", "Which river is long?", "Varn", "Salm", "7"), ("rivers", "Which river is old?", "Salm", "Varn", "7"),
    ("towns", "Which town is old?", "Lorn", "Hale", "7"), ("towns", "Which town is new?", "Hale", "Lorn", "7"),
    ("rivers", "Which river is wide?", "Eder", "Varn", "8"), ("towns", "Which town is far?", "Lorn", "Brin", "8"),
    ("towns", "Which town is near?", "Brin", "Hale", "8"), ("rivers", "Which river is deep?", "Varn", "Eder", "8"),
]  # fmt: skip


@pytest.mark.parametrize("order", [(0, 1, 2), (4, 0, 1, 2), (0, 4, 1, 2)])
def test_without_names_numbers_and_categories_before_a_question_are_no_questions(
    order: tuple[int, ...],
) -> None:
    found = tables("\n".join(",".join(row[place] for place in order) for row in ROUNDS))
    assert [(each["ask"], each["answer"]) for each in found] == [
        (ask, right) for _, ask, right, _, _ in ROUNDS
    ]
    assert [each["tags"] for each in found] == [[row[0]] for row in ROUNDS]


def test_how_columns_without_names_were_read_is_told_by_the_first_row() -> None:
    assert (
        whats("Which river?,Varn\nWhich town?,Lorn\nWhich sea?,Eder\nWhich port?,Salm")
        == ['names of columns: read as question "Which river?", answer "Varn"'] * 4
    )
    assert whats("question,answer\nWhich river?,Varn") == []


@pytest.mark.parametrize(
    "row",
    [
        "Lorn;{n}00",
        "Ada {n};ada{n}@paper.example",
        "Which river is {n}?;Varn;Salm;Eder",
        "Which river is {n}?;Varn;rivers",
        "Which river is {n}?;rivers;Varn;Salm;Eder",
        "Which river is {n}?;Salm;Varn;Eder;2",
        "Which river is {n}?;Salm;Varn;Eder;2;1",
        "{n};Which river is {n};Varn;Varn;8",
        "Varn {n};Salm;Eder;Varn;Salm;Eder",
    ],
)
def test_columns_without_names_that_could_be_read_in_two_ways_are_refused_in_one_line(row: str) -> None:
    with pytest.raises(BriefingError, match=r"not certain; name them in a first row, or with --columns"):
        drafts("\n".join(row.format(n=number) for number in range(9)))


@pytest.mark.parametrize(("last", "right"), [("0", "Salm"), ("3", "Varn")])
def test_without_names_numbers_count_options_where_the_first_or_the_last_is_among_them(
    last: str, right: str
) -> None:
    found = tables(
        f"Which river?;Salm;Varn;Eder;{last}\nWhich one?;Varn;Salm;Eder;1\nAnd which?;Eder;Varn;Salm;2"
    )
    assert found[-1]["answer"] == ("Salm" if last == "0" else "Varn")
    assert found[0]["answer"] == ("Salm" if last == "0" else "Eder")


def test_without_names_sums_and_gaps_ask() -> None:
    sums = "3+4,7\n12 x 2,24\n9-5,4\n8/2,4"
    assert [each["answer"] for each in tables(sums)] == ["7", "24", "4", "4"]
    gaps = "The ___ is long.,Varn\nThe ____ is old.,Lorn\n___ is deep.,Salm\nIt is ___.,new"
    assert [each["answer"] for each in tables(gaps)] == ["Varn", "Lorn", "Salm", "new"]


def test_without_names_three_rows_are_too_few_to_be_certain() -> None:
    rows = ["Which river?,Rivers", "Which town?,Towns", "Which sea?,Seas", "Which port?,Ports"]
    assert len(tables("\n".join(rows))) == 4
    with pytest.raises(BriefingError, match="not certain"):
        drafts("\n".join(rows[:3]))


def test_without_names_letters_that_differ_tell_options_of_statements_too() -> None:
    text = "\n".join(f"It crosses town {n};Salm;Varn;Eder;{letter}" for n, letter in enumerate("babc"))
    assert [each["answer"] for each in tables(text)] == ["Varn", "Salm", "Varn", "Eder"]
    with pytest.raises(BriefingError, match="not certain"):
        drafts("\n".join(f"It crosses town {n};Salm;Varn;Eder;b" for n in range(4)))


def test_options_in_one_cell_are_parted_by_the_sign_that_parts_the_answer_off() -> None:
    (found,) = tables("question,options,answer\nWhich sign joins?,&;and;||,and")
    assert (found["answer"], found["wrong"]) == ("and", ["&", "||"])


def test_names_given_beside_the_table_are_those_of_its_columns() -> None:
    text = "rivers;Varn;Salm;Which is long?\nrivers;Salm;Varn;Which is old?"
    found = list(read_csv(text, "table.csv", ["-", "answer", "wrong", "question"]))
    assert [draft.table and draft.table["ask"] for draft in found] == ["Which is long?", "Which is old?"]
    assert [note.what for note in found[0].notes] == ['column "-"']
    headed = list(read_csv("question,answer\nLorn,Varn", "table.csv", ["answer", "question"]))
    assert [draft.table and draft.table["ask"] for draft in headed] == ["Varn"]


def test_a_first_row_that_names_only_some_columns_is_refused() -> None:
    with pytest.raises(BriefingError, match="not all that are needed"):
        drafts("Frage;Richtige Antwort;Falsche Antwort;2\nWhich river?;Varn;Salm;1")
    with pytest.raises(BriefingError, match="words not known here"):
        drafts("No,Question,Vastaus\n1,Which river?,Varn")


def test_flags_tell_which_options_are_right() -> None:
    head = "question,option1,option2,option3,option1_correct,option2_correct,option3_correct\n"
    one, two = tables(f"{head}Which?,Salm,Varn,Eder,FALSE,TRUE,FALSE\nWhich two?,Salm,Varn,Eder,1,0,1")
    assert (one["answer"], one["wrong"]) == ("Varn", ["Salm", "Eder"])
    assert (two["answer"], two["wrong"]) == (["Salm", "Eder"], ["Varn"])


def test_options_may_be_a_table_by_letter() -> None:
    options = '"{""A"":""Salm"",""B"":""Varn, the long""}"'
    (found,) = tables(f"question,options,answer\nWhich river?,{options},B")
    assert (found["answer"], found["wrong"]) == ("Varn, the long", ["Salm"])


def test_a_first_row_of_names_that_nobody_knows_is_no_question() -> None:
    text = "nro;jokin;vastaus\n" + "\n".join(f"{n};Mikä on joki {n}?;Varn {n}" for n in range(8))
    found = tables(text)
    assert len(found) == 8
    assert (found[0]["ask"], found[0]["answer"]) == ("Mikä on joki 0?", "Varn 0")
    assert whats(text)[1].endswith('answer "Varn 0" (the first row holds names)')


def test_an_option_that_is_a_tag_is_its_own_text() -> None:
    (found,) = tables("question,a,b,answer\nWhich tag shows a film?,<video>,<img>,A")
    assert (found["answer"], found["wrong"]) == ("<video>", ["<img>"])


def test_answers_whose_questions_are_elsewhere_are_no_table() -> None:
    with pytest.raises(BriefingError, match="not all that are needed"):
        drafts("question_id,A,B,C,Answer\n1,Salm,Varn,Eder,B")


def test_without_names_answers_may_be_misspelled_here_and_there() -> None:
    found = tables("Which?,Salm,Varn,VARN\nWho?,Ada,Bea,ADDA\nWhere?,Lorn,Hale,HALE")
    assert [each["answer"] for each in found] == ["Varn", "ADDA", "Hale"]


def test_a_type_of_true_and_false_takes_letters() -> None:
    (found,) = tables("question,qtype,correct\nThe Varn flows north.,qtype_truefalse,f")
    assert (found["kind"], found["answer"]) == ("true-false", False)


def test_lines_of_one_cell_make_no_layout() -> None:
    text = "".join(f"Which river {number}?,Varn\n" for number in range(4)) + "the end\nof it\nall"
    assert [draft.table is None for draft in drafts(text)] == [*[False] * 4, *[True] * 3]


def test_a_board_of_questions_is_no_table_of_them() -> None:
    with pytest.raises(BriefingError, match="only questions"):
        drafts("RIVERS,TOWNS\n" + "Which is long?,Which is old?\nWhich is wide?,Which is new?\n" * 2)


def test_a_type_that_a_bank_has_too_makes_a_foreign_row_none_of_ours() -> None:
    (found,) = tables("type,question,option1,option2,correct\nchoice,Which river?,Salm,Varn,2")
    assert (found["kind"], found["answer"], found["wrong"]) == ("choice", "Varn", ["Salm"])


def test_the_type_of_a_row_without_an_answer_is_told() -> None:
    assert whats("type,question,answer\ndrag_drop,Join them,\n") == ["there is no right answer (drag_drop)"]


def test_a_quote_that_nobody_closed_takes_no_row_with_it_in_silence() -> None:
    text = 'question,answer\nFirst?,Lorn\n"Second?,Varn\nThird?,Salm\n'
    assert [(draft.line, draft.table is None) for draft in drafts(text)] == [(2, False), (3, True), (4, True)]
    assert whats(text) == ["its quotes do not match"] * 2


def test_a_quote_inside_a_quoted_cell_is_told_and_a_doubled_one_is_a_quote() -> None:
    assert whats('question,answer\n"Who is "Ada" there?",Lorn') == ["its quotes do not match"]
    assert tables('question,answer\n"Who is ""Ada"" there?",Lorn')[0]["ask"] == 'Who is "Ada" there?'


def test_tabbed_text_with_quotes_that_do_not_match_is_read_without_them() -> None:
    text = '"Ada\tLorn\nSalm\t"Varn\n'
    assert list(rows(text, "\t")) == [(1, ['"Ada', "Lorn"]), (2, ["Salm", '"Varn'])]


@pytest.mark.parametrize("names", ["op1,op2,op3", "odpa,odpb,odpc", "v_0,v_1,v_2", "first,second,third"])
def test_columns_of_unknown_names_hold_options_where_answers_point_to_them(names: str) -> None:
    words = tables(
        f"question,{names},answer\nWhich river?,Salm,Varn,Eder,Varn\nWhich one?,Salm,Varn,Eder,Eder"
    )
    assert [(each["answer"], each["wrong"]) for each in words] == [
        ("Varn", ["Salm", "Eder"]),
        ("Eder", ["Salm", "Varn"]),
    ]
    (number,) = tables(f"question,{names},answer\nWhich river?,Salm,Varn,Eder,3")
    assert number["kind"] == ("text" if names.startswith("first") else "choice")


def test_a_copy_of_the_answer_beside_a_hint_makes_no_options() -> None:
    text = "question,answer,shown,hint\nWhich river?,Varn,Varn,long\nWhich town?,Lorn,Lorn,old"
    assert [each["kind"] for each in tables(text)] == ["text", "text"]
