"""How a question's right answer is told, kind by kind."""

from __future__ import annotations

import pytest

from quiz_bank.keys import Key
from quiz_bank.learning.shelved import Kept
from quiz_bank.questions import Question

SHOWN = (
    (Key("distance", 30, "km", text="about 30 kilometres"), "about 30 kilometres"),
    (Key("count", 3, "bridge"), "3"),
    (Key("date", "2031-05-03", text="on Saturday"), "3 May 2031"),
    (Key("date", "", text="in spring"), "in spring"),
    (Key("place", name="Sarn"), "Sarn"),
    (Key("place", all_of=(("Sarn", "Sarne"), ("Velo",))), "Sarn and Velo"),
    (Key("true-false", True), "True"),
    (Key("choice", ("dyke", "weir"), options=("dyke", "weir", "lock")), "dyke; weir"),
    (Key("order", ("the dyke gives way", "the town is cleared")), "the dyke gives way; the town is cleared"),
    (Key("match", {"Sarn": "mayor", "Velo": "captain"}), "Sarn = mayor; Velo = captain"),
)


@pytest.mark.parametrize(
    ("key", "words"), SHOWN, ids=lambda each: each if isinstance(each, str) else each.kind
)
def test_the_right_answer_is_told_in_words_also_from_its_row(key: Key, words: str) -> None:
    question = Question("id", "flood", "What?", "", key, "claim", "made", ())

    assert question.answer == words
    assert Kept("id", "flood", "claim", key.kind, question.as_json()).answer == words


def test_the_right_option_is_the_answer_where_there_are_options() -> None:
    key = Key("distance", 30, "km", text="about 30 kilometres (19 miles)")
    asked = Question(
        "id", "flood", "What?", "", key, "claim", "made", (), "choice", ("10 km", "30 km"), "30 km"
    )

    assert asked.answer == "30 km"
