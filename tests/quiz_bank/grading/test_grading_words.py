"""Answers of words, choices and lists: rules 4, 16, 17 and 20."""

from __future__ import annotations

from typing import Any

import pytest

from quiz_bank.grading.judge import judge
from quiz_bank.keys import Key


def text(value: str, **more: Any) -> Key:
    return Key.from_json({"kind": "text", "value": value, **more})


DYE = text("rhodamine B", others=["rhodamine 6G"])
PHASE = text("the second phase")
TREATY = text("Lorn-Vell agreement")
GROUP = text("Islamic State", aliases=["IS", "Daesh"], others=["al-Qaeda"])


def verdict(key: Key, answer: str) -> str:
    return judge(key, answer).verdict


@pytest.mark.parametrize(
    ("key", "answer"),
    [(DYE, "Rhodamine-B"), (DYE, "rodamine B"), (DYE, "the dye rhodamine B"), (PHASE, "phase two"),
     (PHASE, "2nd phase"),
     (PHASE, "phase II"), (TREATY, "agreement of Lorn-Vell"), (TREATY, "Lorn Vell agrement"),
     (GROUP, "IS fighters"),
     (GROUP, "the so-called Islamic State"), (GROUP, "Da'esh"), (GROUP, "Daesh/IS"), (GROUP, "داعش"),
     (text("a ceasefire"), "cease-fire"), (text("oil and gas"), "gas and oil"), (text("F-16"), "F16s"),
     (text("Port Authority of Lorn"), "PAL"), (text("cholera"), "cholera, a disease of dirty water"),
     (text("cholera"), "cholera, not typhus"), (text("World War II"), "World War Two")],
)  # fmt: skip
def test_all_content_words_are_there(key: Key, answer: str) -> None:
    assert verdict(key, answer) == "correct"


@pytest.mark.parametrize(
    ("key", "answer"),
    [(DYE, "rhodamine"), (PHASE, "phase"), (TREATY, "Lorn-Vell"), (TREATY, "the Lorn-Vell accord"),
     (GROUP, "Islamic"),
     (text("single-use plastic bags"), "plastic bags"), (text("a faulty valve and poor upkeep"), "a faulty valve")],
)  # fmt: skip
def test_half_of_them_and_nothing_contradicting_is_close(key: Key, answer: str) -> None:
    assert verdict(key, answer) == "close"


@pytest.mark.parametrize(
    ("key", "answer"),
    [(DYE, "rhodamine 6G"), (DYE, "rhodamine A"), (PHASE, "first phase"), (PHASE, "phase 3"),
     (TREATY, "Lorn-Salm agreement"),
     (GROUP, "Islamic Republic"), (GROUP, "al-Qaeda"), (GROUP, "not IS"), (GROUP, "IS or al-Qaeda"), (GROUP, "ISS"),
     (text("cholera"), "cholera and typhus"), (text("sodium chloride"), "sodium chlorate"),
     (text("hypertension"), "hypotension"), (text("armed"), "unarmed"), (text("photosynthesis"), "chemosynthesis"),
     (text("World War II"), "World War III"), (text("4.4"), "44"), (text("1-0"), "10"),
     (text("the left"), "left or right"),
     (text("truce"), "no truce"), (text("single-use plastic bags"), "bags")],
)  # fmt: skip
def test_a_contradicting_word_a_denial_and_a_second_answer_are_wrong(key: Key, answer: str) -> None:
    assert verdict(key, answer) == "wrong"


def test_the_questions_own_words_do_no_harm() -> None:
    ask = "Which dye was traced in the Salm reservoir?"
    assert (
        judge(text("rhodamine B"), "in the Salm reservoir rhodamine B was traced", ask).verdict == "correct"
    )


CHOICE = Key.from_json({"kind": "choice", "value": "Vell", "options": ["Salm", "Vell", "Lorn"]})
SEVERAL = Key.from_json(
    {"kind": "choice", "value": ["Salm", "Vell"], "options": ["Salm", "Vell", "Lorn", "Brenik"]}
)


@pytest.mark.parametrize(
    "answer", ["Vell", "vell", "b", "B)", "2", "option b", "Velll", "I think Vell", "Vell, not Salm"]
)
def test_an_option_by_its_text_letter_or_number(answer: str) -> None:
    assert verdict(CHOICE, answer) == "correct"


@pytest.mark.parametrize(
    "answer", ["Salm", "a", "3", "7", "Vell or Salm", "a, b", "not Vell", "none", "Vall or Sell"]
)
def test_another_option_or_two_are_wrong(answer: str) -> None:
    assert verdict(CHOICE, answer) == "wrong"


def test_several_right_options() -> None:
    assert [verdict(SEVERAL, answer) for answer in ("Vell and Salm", "a, b", "ab", "1 2", "12")] == [
        "correct"
    ] * 5
    assert verdict(SEVERAL, "Salm") == "close"
    assert [verdict(SEVERAL, answer) for answer in ("Salm, Lorn", "a, b, c", "Lorn", "13", "15")] == [
        "wrong"
    ] * 5
    years = Key.from_json({"kind": "choice", "value": "12", "options": ["1", "2", "12"]})
    assert [verdict(years, answer) for answer in ("12", "1", "2")] == ["correct", "wrong", "wrong"]


def test_points_inside_the_numbers_of_options_count() -> None:
    key = Key.from_json({"kind": "choice", "value": "4.4 million", "options": ["4.4 million", "44 million"]})
    assert verdict(key, "4.4 million") == "correct"
    assert verdict(key, "44 million") == "wrong"


@pytest.mark.parametrize(
    ("answer", "means"),
    [("true", True), ("T", True), ("yes", True), ("ture", True), ("not false", True), ("that's right", True),
     ("false", False), ("no", False), ("not true", False), ("flase", False), ("No, it is false", False),
     ("true or false", None), ("maybe", None), ("", None)],
)  # fmt: skip
def test_true_and_false(answer: str, means: bool | None) -> None:
    for value in (True, False):
        key = Key.from_json({"kind": "true-false", "value": value})
        assert verdict(key, answer) == ("correct" if means is value else "wrong")


ORDER = Key.from_json({"kind": "order", "value": ["Salm", "Vell", "Lorn", "Brenik"]})


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("Salm, Vell, Lorn, Brenik", "correct"), ("Salm > Vell > Lorn > Brenik", "correct"),
     ("1. Salm 2. Vell 3. Lorn 4. Brenik", "correct"), ("Salm then Vell then Lorn then Brenk", "correct"),
     ("Salm, Lorn, Vell, Brenik", "close"), ("Salm, Vell, Lorn", "close"), ("Lorn, Vell, Salm, Brenik", "wrong"),
     ("Salm", "wrong"), ("Salm, Vell, Lorn, Paris", "wrong"), ("Salm, Salm, Vell, Lorn", "wrong")],
)  # fmt: skip
def test_order(answer: str, expected: str) -> None:
    assert verdict(ORDER, answer) == expected


MATCH = Key.from_json({"kind": "match", "value": {"Salm": "port", "Vell": "mine", "Lorn": "capital"}})


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("Salm=port; Vell=mine; Lorn=capital", "correct"), ("port: Salm, mine: Vell, capital: Lorn", "correct"),
     ('{"Salm": "port", "Vell": "mine", "Lorn": "capital"}', "correct"), ("Salm - port; Vell - mine", "close"),
     ("Salm=port", "wrong"), ("Salm=mine; Vell=port; Lorn=capital", "wrong"), ("Salm", "wrong")],
)  # fmt: skip
def test_match(answer: str, expected: str) -> None:
    assert verdict(MATCH, answer) == expected
