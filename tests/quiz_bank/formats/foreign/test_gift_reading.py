"""GIFT as it is written: every sign of the syntax, and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest

from quiz_bank.formats.foreign.drafts import Draft
from quiz_bank.formats.foreign.gift_reading import read_gift


def one(text: str) -> Draft:
    (draft,) = read_gift(text)
    return draft


def table(text: str) -> dict[str, Any]:
    found = one(text).table
    assert found is not None
    return dict(found)


def notes(draft: Draft) -> list[tuple[str, str]]:
    return [(note.outcome, note.what) for note in draft.notes]


def test_one_option_is_right_and_the_others_are_wrong() -> None:
    assert table("Which river crosses Lorn? {~Salm =Varn ~Eder}") == {
        "kind": "choice",
        "ask": "Which river crosses Lorn?",
        "answer": "Varn",
        "wrong": ["Salm", "Eder"],
    }


def test_a_title_names_the_question_and_is_not_asked() -> None:
    draft = one("::River \\: no. 1::Which river? {=Varn ~Salm}")
    assert (draft.name, draft.table and draft.table["ask"]) == ("River : no. 1", "Which river?")


def test_weights_of_which_none_is_full_make_several_options_right() -> None:
    found = table("Which towns? {~%50%Lorn ~%50%Salm ~%-100%Hale}")
    assert (found["answer"], found["wrong"]) == (["Lorn", "Salm"], ["Hale"])


def test_one_option_of_full_weight_to_tick_stays_a_list() -> None:
    assert table("Which towns? {~%100%Lorn ~%-50%Salm ~%-50%Hale}")["answer"] == ["Lorn"]


def test_part_of_a_mark_beside_a_right_option_is_told() -> None:
    draft = one("Which town? {=Lorn ~%50%Salm ~Hale}")
    assert draft.table is not None
    assert (draft.table["answer"], draft.table["wrong"]) == ("Lorn", ["Salm", "Hale"])
    assert notes(draft) == [("changed", "part of a mark for an answer")]


def test_uneven_weights_are_told() -> None:
    draft = one("Which? {~%70%Lorn ~%30%Salm ~%-100%Hale}")
    assert notes(draft) == [("changed", "answers of different weight")]


def test_several_right_options_beside_wrong_ones_are_all_right() -> None:
    draft = one("Name one. {=Lorn =Salm ~Hale}")
    assert draft.table is not None
    assert draft.table["answer"] == ["Lorn", "Salm"]
    assert notes(draft) == [("changed", "one of several right options was enough")]


@pytest.mark.parametrize(
    ("said", "is_true"),
    [("T", True), ("TRUE", True), ("true", True), ("F", False), ("FALSE", False), (" f ", False)],
)
def test_true_and_false_in_all_spellings(said: str, is_true: bool) -> None:
    found = table(f"The Varn flows north. {{{said}}}")
    assert (found["kind"], found["answer"]) == ("true-false", is_true)


def test_the_second_feedback_of_true_false_is_that_of_the_right_answer() -> None:
    draft = one("The Varn flows north. {FALSE#No, it does not.#It flows south.}")
    assert draft.table is not None
    assert draft.table["why"] == "It flows south."
    assert notes(draft) == [("lost", "feedback on wrong answers")]


def test_right_answers_alone_are_typed() -> None:
    found = table("Who led the council? {=Ada Verrin =Verrin =%0%Jon Hale}")
    assert (found["kind"], found["answer"], found["aliases"], found["wrong"]) == (
        "text", "Ada Verrin", ["Verrin"], ["Jon Hale"],
    )  # fmt: skip


def test_an_answer_without_a_sign_is_typed() -> None:
    assert table("Which river? {Varn}")["answer"] == "Varn"


def test_a_spelling_with_part_of_the_mark_is_no_right_answer() -> None:
    draft = one("Who? {=Verrin =%50%Verin}")
    assert draft.table is not None
    assert "aliases" not in draft.table
    assert notes(draft) == [("changed", "part of a mark for an answer")]


def test_a_wildcard_is_taken_off_and_told() -> None:
    draft = one("Who? {=*Verrin*}")
    assert draft.table is not None
    assert draft.table["answer"] == "Verrin"
    assert notes(draft) == [("changed", "a wildcard in an answer")]


def test_arrows_match_left_and_right_and_a_lone_right_side_is_wrong() -> None:
    found = table("Offices? {=Ada Verrin -> mayor =Jon Hale -> priest = -> baker}")
    assert found["kind"] == "match"
    assert found["answer"] == {"Ada Verrin": "mayor", "Jon Hale": "priest"}
    assert found["wrong"] == ["baker"]


def test_one_left_side_with_two_right_sides_is_refused() -> None:
    draft = one("Offices? {=Ada -> mayor =Ada -> priest}")
    assert notes(draft) == [("skipped", "one left side has two right sides")]


def test_an_arrow_in_one_of_several_answers_makes_no_match() -> None:
    assert table("Which sign? {=a -> b =to}")["kind"] == "text"


@pytest.mark.parametrize(
    ("inside", "answer", "tolerance"),
    [
        ("#1822", "1822", None),
        ("#1822:5", "1822", "5"),
        ("#3.14:0.01", "3.14", "0.01"),
        ("#28..32", "30", "2"),
        ("#-2..-1", "-1.5", "0.5"),
        ("#=1822:0", "1822", None),
        ("# -4 : 1 ", "-4", "1"),
        ("#1e3", "1000", None),
        ("#3,5", "3.5", None),
    ],
)
def test_figures_with_tolerances_and_ranges(inside: str, answer: str, tolerance: str | None) -> None:
    found = table(f"How many? {{{inside}}}")
    assert (found["kind"], found["answer"], found.get("tolerance")) == ("number", answer, tolerance)


def test_three_decimals_are_no_thousands() -> None:
    assert table("How much? {#3.141}")["answer"] == "3.1410"


def test_several_figures_the_first_full_one_is_the_answer() -> None:
    draft = one("When? {#\n=1822:0 #Right.\n=%50%1822:2 #Close.\n=1823\n~#No.\n}")
    assert draft.table is not None
    assert (draft.table["answer"], draft.table["aliases"], draft.table["why"]) == ("1822", ["1823"], "Right.")
    assert ("changed", "part of a mark for an answer") in notes(draft)
    assert ("lost", "feedback on wrong answers") in notes(draft)


def test_a_figure_that_is_none_is_refused_by_its_words() -> None:
    assert notes(one("How many? {#many}")) == [("skipped", '"many" is no figure')]


def test_answers_within_a_sentence_leave_a_gap() -> None:
    assert table("Lorn is {~small =large} in 2031.")["ask"] == "Lorn is _____ in 2031."
    assert table("Lorn is {~small =large}.")["ask"] == "Lorn is _____."
    assert table("Lorn is {~small =large}")["ask"] == "Lorn is"


def test_two_gaps_are_refused() -> None:
    draft = one("Water has {=1} atom\nof one and {=2} of the other.")
    assert notes(draft) == [("skipped", "several gaps in one question are not supported")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Tell of Lorn. {}", "essay is not supported"),
        ("Tell of Lorn. {####A model answer.}", "essay is not supported"),
        ("You may use a map.", "description is not a question"),
        ("Which? {=Lorn ~Salm", "a brace without its partner"),
        ("Which? {~Lorn ~Salm}", "no option is right"),
        ("{=Lorn ~Salm}", "there is no text to its question"),
    ],
)
def test_what_cannot_be_taken_is_refused_by_name(text: str, why: str) -> None:
    draft = one(text)
    assert draft.table is None
    assert notes(draft) == [("skipped", why)]


def test_escaped_signs_are_plain_signs() -> None:
    found = table(r"2 \~ 1 \= \{x\} \# y\: a\\b {=a\=b ~c\~d\#e}")
    assert found["ask"] == r"2 ~ 1 = {x} # y: a\b"
    assert (found["answer"], found["wrong"]) == ("a=b", ["c~d#e"])


def test_an_escaped_line_end_is_a_line_end() -> None:
    assert table(r"Which river?\nIt crosses Lorn. {=Varn}")["ask"] == "Which river? It crosses Lorn."


def test_feedback_of_the_right_answer_and_of_the_question_is_kept() -> None:
    draft = one("Which? {=Varn#It is wide. ~Salm#It is dry.####The Varn is 300 km long.}")
    assert draft.table is not None
    assert draft.table["why"] == "The Varn is 300 km long. It is wide."
    assert notes(draft) == [("lost", "feedback on wrong answers")]


@pytest.mark.parametrize(
    ("form", "ask"),
    [
        ("[html]", "Is 3 < 4 & bold?"),
        ("[moodle]", "Is 3 < 4 & bold?"),
        ("", "Is 3 < 4 & bold?"),
        ("[markdown]", "Is 3 < 4 & bold?"),
        ("[plain]", "Is 3 &lt; 4 &amp; <b>bold</b>?"),
    ],
)
def test_formats_tell_whether_there_is_html(form: str, ask: str) -> None:
    assert table(f"::t::{form}Is 3 &lt; 4 &amp; <b>bold</b>? {{T}}")["ask"] == ask


def test_a_feedback_may_have_a_format_of_its_own() -> None:
    assert table("[plain]<b>? {=x####[html]<b>yes</b>}")["why"] == "yes"


def test_lines_may_be_blank_between_braces_and_commented_out() -> None:
    text = "Which river?\n{\n\n=Varn\n\n// ~Eder\n~Salm\n}\n\nNext? {T}"
    first, second = read_gift(text)
    assert first.table is not None
    assert (first.table["answer"], first.table["wrong"]) == ("Varn", ["Salm"])
    assert (second.line, second.table and second.table["ask"]) == (10, "Next?")


def test_a_forgotten_blank_line_joins_no_questions() -> None:
    first, second = read_gift("First? {T}\n::b::Second? {F}")
    assert [draft.table and draft.table["ask"] for draft in (first, second)] == ["First?", "Second?"]
    assert second.line == 2


def test_a_broken_question_takes_no_other_with_it() -> None:
    first, second = read_gift("First? {=Varn ~Salm\n\nSecond? {T}")
    assert (first.table, second.table and second.table["ask"]) == (None, "Second?")


def test_categories_ids_and_tags_are_kept() -> None:
    text = "$CATEGORY: $course$/top/Rivers/North\n\n// [id:varn-1] [tag:long] [tag:with \\] bracket]\nWhich? {=Varn}"
    found = table(text)
    assert found["id"] == "varn-1"
    assert found["tags"] == ["long", "with ] bracket", "Rivers/North"]


def test_a_category_needs_no_blank_line_behind_it() -> None:
    assert table("$CATEGORY: Rivers\nWhich? {=Varn}")["tags"] == ["Rivers"]


def test_items_to_order_stand_one_a_line() -> None:
    found = table("::o::Order them. {>3 ALL VERTICAL\nLorn\nSalm\nHale\n}")
    assert (found["kind"], found["answer"]) == ("order", ["Lorn", "Salm", "Hale"])


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system(ends: str) -> None:
    text = ends.join(["First? {T}", "", "Second? {", "=Varn", "~Salm", "}"])
    assert [draft.line for draft in read_gift(text)] == [1, 3]


def test_letters_that_hide_or_steer_are_taken_out() -> None:
    assert table("Which\x1b[31m river\u202e? {=Va\x00rn}")["answer"] == "Varn"


def test_options_that_differ_by_a_sign_or_a_capital_stay_apart() -> None:
    assert table("Which adds one first? {=++x ~x++ ~X}")["wrong"] == ["x++", "X"]
    draft = one("Which river? {=Varn ~Salm ~Salm}")
    assert notes(draft) == [("changed", "an option that stood there twice")]


def test_an_equals_sign_before_a_weighted_option_is_no_option() -> None:
    found = table("Which towns? {=~%50%Lorn =~%50%Salm ~%-100%Hale}")
    assert (found["answer"], found["wrong"]) == (["Lorn", "Salm"], ["Hale"])


def test_an_option_that_is_a_tag_is_its_own_text() -> None:
    assert table("Which tag begins a list? {=<ul> ~<p>}")["answer"] == "<ul>"


def test_a_number_sign_with_nothing_before_it_belongs_to_the_option() -> None:
    found = table("Which is red? {=#ff0000 ~#00ff00}")
    assert (found["answer"], found["wrong"]) == ("#ff0000", ["#00ff00"])


def test_a_right_option_may_have_both_signs() -> None:
    found = table("Which river? {~Salm ~=Varn ~ = the Eder}")
    assert (found["answer"], found["wrong"]) == (["Varn", "the Eder"], ["Salm"])
    assert table("Which river? {~=Varn~Salm}")["answer"] == "Varn"
