"""The grader as one whole: no answer, hostile answers, malformed keys, the reasons it gives."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from typing import Any

import pytest

from briefings.errors import BriefingError
from quiz_bank.grading.judge import judge
from quiz_bank.grading.rules import RULE_NAMES, RULES
from quiz_bank.keys import Key

KEYS: dict[str, Key] = {
    name: Key.from_json(data)
    for name, data in {
        "distance": {"kind": "distance", "value": 60, "unit": "km", "text": "60 km"},
        "count": {"kind": "count", "value": 4, "unit": "boat", "text": "four boats"},
        "date": {"kind": "date", "value": "2031-06-02", "text": "2 June 2031"},
        "person": {"kind": "person", "name": "Ada Holm", "given": "Ada", "surname": "Holm"},
        "place": {"kind": "place", "name": "Port Salm", "type": "town", "within": "Lornia"},
        "text": {"kind": "text", "value": "copper wire"},
        "choice": {"kind": "choice", "value": "Salm", "options": ["Salm", "Vell"]},
        "true-false": {"kind": "true-false", "value": True},
        "order": {"kind": "order", "value": ["Salm", "Vell", "Lorn"]},
        "match": {"kind": "match", "value": {"Salm": "port", "Vell": "mine"}},
    }.items()
}


@pytest.mark.parametrize("kind", KEYS)
@pytest.mark.parametrize("answer", ["", "   ", "\u200b", "\x00", "...", "???", "\U0001f600"])
def test_nothing_readable_is_no_answer(kind: str, answer: str) -> None:
    assert judge(KEYS[kind], answer).verdict == "wrong"


@pytest.mark.parametrize("kind", ["distance", "date", "person", "place", "text"])
@pytest.mark.parametrize("answer", ["idk", "I don't know", "no idea", "pass", "n/a", "dunno"])
def test_no_idea_is_wrong_and_says_so(kind: str, answer: str) -> None:
    assert judge(KEYS[kind], answer).rule == "no-idea"


@pytest.mark.parametrize("kind", ["distance", "place", "text", "person"])
@pytest.mark.parametrize(
    "answer",
    ["*", "%", "Port*", "P?rt Salm", ".*", "${key}", "{{value}}", "<script>alert(1)</script>", "\\d+"],
)
def test_wildcards_markup_and_code_are_no_answers(kind: str, answer: str) -> None:
    assert judge(KEYS[kind], answer).verdict == "wrong"


def test_a_tag_or_an_emphasis_mark_around_the_answer_does_not_count() -> None:
    for answer in ("<b>60 km</b>", "**60 km**", "`60 km`", "[b]60 km[/b]", "\x1b[1m60 km\x1b[0m", "_60 km_"):
        assert judge(KEYS["distance"], answer).verdict == "correct", answer


def test_300_characters_are_read_and_301_are_not() -> None:
    assert judge(KEYS["place"], "Port Salm" + "!" * 291).verdict == "correct"
    assert judge(KEYS["place"], "Port Salm" + "!" * 292).rule == "too-long"


def test_runs_of_spaces_do_not_make_an_answer_too_long() -> None:
    assert judge(KEYS["place"], "Port" + " " * 900 + "Salm").verdict == "correct"


def test_none_answers_a_question_whose_count_is_nought() -> None:
    nought = Key.from_json({"kind": "count", "value": 0, "unit": "medal"})
    assert judge(nought, "none").verdict == "correct"
    assert judge(KEYS["count"], "none").verdict == "wrong"


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "distance"},
        {"kind": "count", "value": "four"},
        {"kind": "money", "value": True},
        {"kind": "share", "value": float("nan")},
        {"kind": "population", "value": 4, "also": ["3"]},
        {"kind": "population", "value": 4, "also": [{"unit": "people"}]},
        {"kind": "date"},
        {"kind": "date", "value": "last week"},
        {"kind": "date", "value": "2017-13"},
        {"kind": "date", "value": "2017-02-30"},
        {"kind": "date", "value": "2017-W60"},
        {"kind": "person"},
        {"kind": "place"},
        {"kind": "place", "name": "--"},
        {"kind": "place", "all_of": [["Salm"], []]},
        {"kind": "text"},
        {"kind": "text", "value": " "},
        {"kind": "choice", "options": ["a", "b"]},
        {"kind": "choice", "value": "c", "options": ["Salm", "Vell"]},
        {"kind": "true-false", "value": "true"},
        {"kind": "order", "value": "Salm"},
        {"kind": "match", "value": {}},
    ],
)
@pytest.mark.parametrize("answer", ["4", "", "x" * 400])
def test_a_malformed_key_is_told_whatever_was_typed(data: dict[str, Any], answer: str) -> None:
    with pytest.raises(BriefingError):
        judge(Key.from_json(data), answer)


def test_the_reason_shows_the_conversion() -> None:
    key = Key.from_json(
        {
            "kind": "distance", "value": 30, "unit": "km", "qualifier": "about",
            "text": "about 30 km (18 miles)", "also": [{"value": 18, "unit": "mile"}],
        }
    )  # fmt: skip
    assert judge(key, "18 mi").reason == "you: 18 mi = 29.0 km; the source says about 30 km (18 miles)"
    assert judge(key, "44 miles").reason == "you: 44 mi = 70.8 km; the source says about 30 km (18 miles)"


def test_a_reason_without_the_source_words_is_made_of_the_value() -> None:
    key = Key.from_json({"kind": "duration", "value": 3, "unit": "year"})
    assert judge(key, "5 years").reason == "you: 5 years; the source says 3 years"


def test_rule_names_are_unique_and_belong_to_the_policy() -> None:
    assert len(RULE_NAMES) == len(RULES)
    assert {rule.policy for rule in RULES} == set(range(3, 21)) - {5}
    assert all(rule.sentence.endswith(".") and re.fullmatch(r"[a-z0-9-]+", rule.name) for rule in RULES)


@pytest.mark.parametrize("kind", KEYS)
@pytest.mark.parametrize(
    "answer",
    ["9 " * 2500, "a" * 5000, "(" * 5000, "or " * 1600, "\u00bd" * 5000, "\ud800" * 5000, "9 " * 149, "half a " * 42,
     "1/2 " * 75, "[b]" * 100, "\ufdfa" * 299],
)  # fmt: skip
def test_no_answer_takes_long(kind: str, answer: str) -> None:
    judge(KEYS[kind], "warm")  # a family is imported with its first answer
    took = []
    for _ in range(5):
        start = time.process_time()
        judge(KEYS[kind], answer)
        took.append(time.process_time() - start)
    assert min(took) < 0.025  # five times the promise, for a busy machine


def test_importing_the_grader_loads_no_family() -> None:
    code = (
        "import sys, quiz_bank.grading.judge;"
        "print([m for m in ('rapidfuzz', 'pydantic', 'sqlmodel', 'textual', 'click') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize("answer", ["4 million,", "four million , ", "four thousand,"])
def test_a_scale_with_a_comma_and_nothing_behind_it_is_read(answer: str) -> None:
    assert judge(KEYS["count"], answer).verdict == "wrong"
