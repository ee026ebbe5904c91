"""Edges met in fresh batches of answers: each rule on both of its sides."""

from __future__ import annotations

from typing import Any

import pytest

from quiz_bank.grading.judge import judge
from quiz_bank.keys import Key


def key(kind: str, **more: Any) -> Key:
    return Key.from_json({"kind": kind, **more})


def verdict(of: Key, answer: str, ask: str = "") -> str:
    return judge(of, answer, ask).verdict


REPAIRS = key("duration", value=18, unit="month", text="18 months")
FLIGHT = key("duration", value=4.5, unit="hour", text="four and a half hours")
BRIDGES = key("count", value=5, unit="bridge", text="five bridges")
COST = key("money", value=1.2e9, unit="EUR", text="1.2 billion euros")
CROWD = key("population", value=25, unit="people", text="25 people")


@pytest.mark.parametrize(
    ("of", "answer", "expected"),
    [(REPAIRS, "year and a half", "correct"), (REPAIRS, "a year and a half", "correct"), (REPAIRS, "half", "wrong"),
     (FLIGHT, "4h30", "correct"), (FLIGHT, "4:30 hours", "correct"), (FLIGHT, "4h50", "close"),
     (BRIDGES, "V bridges", "wrong"), (BRIDGES, "fifth", "correct"), (BRIDGES, "fifth column", "wrong"),
     (COST, "1.2 mrd euro", "correct"), (COST, "1,2 Milliarden Euro", "correct"), (COST, "1.2 mil euro", "wrong"),
     (COST, "1.2 billion euros or 1.2 billion dollars", "wrong"), (CROWD, "twentyfive", "correct"),
     (CROWD, "25 dogs", "wrong"), (CROWD, "twenty & five", "wrong")],
)  # fmt: skip
def test_numbers_and_units(of: Key, answer: str, expected: str) -> None:
    assert verdict(of, answer) == expected


def test_a_percent_sign_may_stand_first() -> None:
    share = key("share", value=62, unit="percent", text="62 per cent")
    assert verdict(share, "%62") == "correct"
    assert verdict(share, "%d") == "wrong"


def test_a_range_of_words_shares_its_scale() -> None:
    crowd = key("population", value=500, value_max=700, unit="people", text="between 500 and 700 people")
    assert verdict(crowd, "five to seven hundred") == "correct"
    assert verdict(crowd, "five to seven thousand") == "wrong"


def test_every_nation_of_ministers_is_told_apart() -> None:
    minister = key("person", name="Ida Lund", given="Ida", surname="Lund", role="finance minister")
    assert verdict(minister, "minister Lund") == "correct"
    assert verdict(minister, "minister of finance Ida Lund") == "correct"
    assert verdict(minister, "foreign minister Lund") == "close"


def test_another_person_is_as_near_only_where_the_given_name_lets_it() -> None:
    lander = key("person", name="Ada Lander", given="Ada", surname="Lander", others=["Carl Land"])
    assert verdict(lander, "Ada Landr") == "correct"
    assert verdict(lander, "Landr") == "wrong"
    assert verdict(lander, "Ada Land") == "wrong"


def test_an_initial_is_no_article() -> None:
    holm = key("person", name="Jon Holm Berg", given="Jon", surname="Holm Berg")
    assert verdict(holm, "J. Holm Berg") == "correct"
    assert verdict(holm, "L. Holm Berg") == "wrong"


def test_an_office_in_a_name_is_no_name() -> None:
    queen = key("person", name="Queen Ingrid", given="Ingrid", role="queen of Lornia")
    assert [verdict(queen, answer) for answer in ("Ingrid", "the queen", "Princess Ingrid")] == [
        "correct",
        "wrong",
        "close",
    ]


def test_anything_but_denies() -> None:
    vell = key("place", name="Vell")
    assert verdict(vell, "anything but Vell") == "wrong"
    assert verdict(vell, "not Lorn but Vell") == "correct"


def test_a_word_before_a_name_makes_another_of_it() -> None:
    union = key("text", value="Lornian Union")
    assert verdict(union, "the Lornian Union") == "correct"
    assert verdict(union, "South Lornian Union") == "wrong"
    assert verdict(key("text", value="malaria"), "anti-malaria pills") == "wrong"


def test_denying_a_word_of_the_answer_is_wrong() -> None:
    bridge = key("text", value="because the bridge had collapsed")
    assert verdict(bridge, "the bridge collapsed") == "correct"
    assert verdict(bridge, "because the bridge had not collapsed") == "wrong"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("25", "correct"), ("twenty-five", "correct"), ("no. 25", "correct"), ("2.5", "wrong"), ("-25", "wrong"),
     ("25 or 26", "wrong"), ("not 25", "wrong")],
)  # fmt: skip
def test_a_text_that_is_a_number_is_judged_as_one(answer: str, expected: str) -> None:
    assert verdict(key("text", value="25"), answer) == expected


def test_what_lies_near_a_place_is_no_second_answer() -> None:
    vell = key("place", name="Vell", type="town", within="Syria")
    assert verdict(vell, "Vell near Damascus") == "correct"
    assert verdict(vell, "Vell or Damascus") == "wrong"
    assert verdict(vell, "near Vell") == "close"


@pytest.mark.parametrize(
    ("value", "text", "answer", "expected"),
    [("2030", "by 2030", "before the end of 2030", "correct"), ("2030", "by 2030", "after 2030", "wrong"),
     ("197X", "the 1970s", "1970-1979", "correct"), ("197X", "the 1970s", "1975-1985", "wrong"),
     ("2008", "2008", "MMVIII", "correct"), ("2008", "2008", "MMIX", "wrong"), ("2008", "2008", "noughties", "close"),
     ("2008-08", "August 2008", "last summer", "wrong"), ("2008-08", "August 2008", "summer 2008", "close")],
)  # fmt: skip
def test_dates(value: str, text: str, answer: str, expected: str) -> None:
    assert verdict(key("date", value=value, text=text), answer) == expected


def test_items_may_be_told_by_their_places_or_stand_side_by_side() -> None:
    order = key("order", value=["Salm", "Vell", "Lorn"])
    assert verdict(order, "first Salm, then Vell, finally Lorn") == "correct"
    assert verdict(order, "first Vell, then Salm, finally Lorn") == "wrong"
    match = key("match", value={"Salm": "port", "Vell": "mine"})
    assert verdict(match, "Salm port, Vell mine") == "correct"
    assert verdict(match, "salm-mine, vell-port") == "wrong"
    several = key("choice", value=["Oats", "Rye"], options=["Oats", "Wheat", "Rye"])
    assert verdict(several, "oats rye") == "correct"
    assert verdict(several, "oats wheat") == "wrong"
