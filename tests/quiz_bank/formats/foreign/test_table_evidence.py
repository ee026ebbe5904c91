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


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("korean,english,example", ("Varn", "river")),  # two languages: the first asks
        ("Example,Word,English translation", ("river", "long")),
        ("Frage #,Frage,Antwort", ("river", "long")),
    ],
)
def test_longer_names_and_languages_tell_what_asks(head: str, expected: tuple[str, str]) -> None:
    rows = "Varn,river,long\nLorn,town,old\nEder,sea,deep\n"
    found = tables(f"{head}\n{rows}")[0]
    assert (found["ask"], found["answer"]) == expected


def test_letters_under_true_or_false_are_truths() -> None:
    rows = "The Varn is long,V,It is\nThe Salm is long,F,It is not\n"
    assert answers("Comando da questão,V ou F,Justificativa\n" + rows) == [True, False]
    assert answers("Frage,Antwort\nWhich letter?,V\nAnd which?,G\n") == ["V", "G"]


def test_a_list_and_one_of_its_items_are_options_and_answer() -> None:
    rows = [f'Which is {row}?,"a{row}, b{row}, c{row}",{"abc"[row % 3]}{row}' for row in range(4)]
    found = tables("\n".join(rows))
    assert [each["answer"] for each in found] == ["a0", "b1", "c2", "a3"]
    assert found[0]["wrong"] == ["b0", "c0"]


def test_a_letter_may_stand_before_the_options() -> None:
    rows = [f"Which is {row}?,{'abc'[row % 3]},a|x{row},b|y{row},c|z{row}" for row in range(4)]
    assert answers("\n".join(rows)) == ["x0", "y1", "z2", "x3"]


@pytest.mark.parametrize("sign", list("#*~:"))
def test_rare_signs_part_tables_too(sign: str) -> None:
    rows = [f"Which river{', then,' * (row % 3 == 1)} is it?{sign}Varn {row}" for row in range(5)]
    assert answers("\n".join(rows)) == [f"Varn {row}" for row in range(5)]


WORDS = ["anchor", "barge", "canal", "delta", "estuary", "ferry", "gorge", "harbour", "island"]


def test_two_columns_of_words_are_cards_and_data_is_none() -> None:
    cards = "\n".join(f"{word},{word[::-1]}" for word in WORDS)
    assert answers(cards)[0] == "rohcna"
    for other in ("{at}", "2031-05-0{at}", "{word}@lorn.example", "a/{word}.png"):
        data = "\n".join(f"{word},{other.format(at=at, word=word)}" for at, word in enumerate(WORDS))
        with pytest.raises(BriefingError, match="not certain"):
            tables(data)


def test_columns_that_repeat_or_hold_addresses_leave_the_answer_certain() -> None:
    rows = [f"What is {word}?,it is {word},The Handbook,https://lorn.example/{word}" for word in WORDS]
    assert answers("\n".join(rows))[:2] == ["it is anchor", "it is barge"]


def test_rows_of_several_widths_are_read_by_those_that_tell_their_options() -> None:
    wide = [f"Which is {row}?,*a{row},b{row},c{row}" for row in range(5)]
    narrow = [f"Which was {row}?,*d{row}" for row in range(9)]
    assert answers("\n".join(["DONE", *wide, *narrow]))[4:6] == ["a4", "d0"]


def test_letters_between_spaces_name_several_options() -> None:
    assert answers("question,a,b,c,answer\nWhich two?,x,y,z,A C\nWhich?,x,y,z,B") == [["x", "z"], "y"]


def test_a_last_column_that_always_repeats_an_option_is_the_key_though_it_is_mostly_the_first() -> None:
    rows = [f"{at},Which is {at}?,a{at},b{at},c{at},{'a' if at % 4 else 'c'}{at}" for at in range(12)]
    found = tables("\n".join(rows))
    assert [each["answer"] for each in found[:2]] == ["c0", "a1"]
    assert found[0]["wrong"] == ["a0", "b0"]


def test_a_second_column_answers_where_the_first_says_nothing() -> None:
    head = "type,question,answer,options,correctOption"
    assert answers(f"{head}\nmc,Which river?,,Varn|Salm,Varn\nqa,Which town?,Lorn,,") == ["Varn", "Lorn"]


@pytest.mark.parametrize("head", ["level,cn,en,hint", "text,qn,english,hint", "Term,Next one"])
def test_few_known_names_are_enough_where_they_leave_one_answer(head: str) -> None:
    cells = {"level": "0", "cn": "Varn", "text": "Varn", "Term": "Varn", "qn": "v", "hint": "h"}
    rows = [",".join(cells.get(name, f"river {at}") for name in head.split(",")) for at in range(3)]
    found = tables("\n".join([head, *rows]))
    assert (len(found), found[0]["ask"], found[0]["answer"]) == (3, "Varn", "river 0")


def test_a_first_question_is_never_taken_for_names() -> None:
    rows = [f"What is the word for number {at}?,word{at}" for at in range(4)]
    assert answers("\n".join(rows)) == ["word0", "word1", "word2", "word3"]


def test_a_first_row_taken_for_names_by_what_is_below_is_told() -> None:
    (draft, *_) = read_csv("word,слово\nriver,река\n", "table.csv")
    assert [note.what for note in draft.notes] == [
        'names of columns: read as question "river", answer "река" (the first row holds names)'
    ]


def test_names_without_a_row_below_ask_nothing() -> None:
    assert tables("question,a,b") == tables("a," * 500) == []
    for head in ("a,a", "word,слово"):
        with pytest.raises(BriefingError, match="columns"):
            tables(head)


def test_semicolons_part_spellings_only_where_the_column_lists_what_is_accepted() -> None:
    (found,) = tables('question,accepted answers\nWhich town?,"Lorn; Lorne"')
    assert (found["answer"], found["aliases"]) == ("Lorn", ["Lorne"])
    (found,) = tables('question,answer\nWhich towns?,"Lorn; Salm"')
    assert (found["answer"], found.get("aliases")) == ("Lorn; Salm", None)


@pytest.mark.parametrize(
    "row", ["{at},{next},{at},{next}", "{word},no,{truth},{truth}", "{word},{at},html,{at}"]
)
def test_tables_of_data_are_no_options(row: str) -> None:
    rows = [
        row.format(at=at, next=(at + 1) % 5, word=word, truth=at % 2 > 0) for at, word in enumerate(WORDS)
    ]
    with pytest.raises(BriefingError, match="not certain"):
        tables("\n".join(rows))
