"""A hint helps a memory and is never an answer."""

from __future__ import annotations

from typing import Any

import pytest

from quiz_bank.grading.judge import judge
from quiz_bank.hints import hint_of
from quiz_bank.keys import Key
from quiz_bank.questions import Mode, Question


def asked(key: Key, mode: Mode = "type", options: tuple[str, ...] = (), right: str = "") -> Question:
    return Question("id", "flood", "What was it?", "", key, "claim", "t", (), mode, options, right)


CASES: list[tuple[Key, str]] = [
    (Key("place", name="Port Velo"), "it begins with P, 2 words"),
    (Key("person", name="Okafor"), "it begins with O"),
    (Key("place", all_of=(("Lorn", "Lorne"), ("Salm",))), "it begins with L and it begins with S"),
    (Key("text", value="EU"), ""),
    (Key("date", value="2031-05-03"), "it was in May"),
    (Key("date", value="2031-05"), "it was in 2031"),
    (Key("date", value="2031"), "it was in the 2030s"),
    (Key("date", value="203X"), ""),  # the decade is the answer
    (Key("date", value="2031-W18"), "it was in 2031"),
    (Key("date", value="--05-03"), "it was in May"),
    (Key("population", value=12_000, unit="people"), "between 10,000 and 100,000 people"),
    (Key("duration", value=3, unit="year"), "between 1 and 10 years"),
    (Key("count", value=42, unit="family"), "between 10 and 100"),
    (Key("distance", value=3.5, unit="m"), "between 1 and 10 m"),
    (Key("area", value=0.02, unit="km2"), "between 0.01 and 0.1 km2"),
    (Key("share", value=60, unit="percent"), "more than half"),
    (Key("share", value=12, unit="percent"), "less than half"),
    (Key("share", value=50, unit="percent"), "between a quarter and three quarters"),
    (Key("count", value=0, unit="bridge"), ""),
    (Key("order", value=["Lorn", "Salm", "Velo"]), "it begins with Lorn"),
    (Key("order", value=["Lorn", "Salm"]), ""),
    (Key("match", value={"Lorn": "town"}), ""),
    (Key("true-false", value=True), ""),
]


@pytest.mark.parametrize(("key", "told"), CASES)
def test_each_kind_has_its_hint(key: Key, told: str) -> None:
    assert hint_of(asked(key)) == told


@pytest.mark.parametrize("key", [key for key, told in CASES if told])
def test_no_hint_is_a_right_answer(key: Key) -> None:
    hint = hint_of(asked(key))
    for said in (hint, hint.removeprefix("it was in "), hint.removeprefix("it begins with ")):
        assert judge(key, said).verdict != "correct"


def test_a_choice_loses_a_wrong_option_but_not_the_last() -> None:
    key: Any = Key("count", value=12)
    options = ("8 bridges", "12 bridges", "24 bridges")
    assert hint_of(asked(key, "choice", options, "12 bridges")) in (
        "it is not 8 bridges",
        "it is not 24 bridges",
    )
    assert hint_of(asked(key, "choice", options[:2], "12 bridges")) == ""
