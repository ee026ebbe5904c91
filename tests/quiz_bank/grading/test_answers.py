"""The labelled set: answers of every kind with the verdict the grading policy gives them.

The labels were written from the policy, family by family, before the grader saw the rows.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quiz_bank.grading.judge import judge
from quiz_bank.grading.rules import RULE_NAMES
from quiz_bank.grading.verdicts import Verdict
from quiz_bank.keys import KEY_KINDS, Key

ROWS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "answers.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def judged() -> list[tuple[dict[str, Any], Verdict]]:
    return [(row, judge(Key.from_json(row["key"]), row["answer"], row["ask"])) for row in ROWS]


def test_the_set_holds_every_kind_and_every_verdict() -> None:
    assert len(ROWS) >= 600
    assert {row["key"]["kind"] for row in ROWS} == set(KEY_KINDS)
    assert {row["verdict"] for row in ROWS} == {"correct", "close", "wrong"}


def test_the_grader_agrees_with_the_labels(judged: list[tuple[dict[str, Any], Verdict]]) -> None:
    differing = [
        (row["answer"], row["verdict"], verdict)
        for row, verdict in judged
        if verdict.verdict != row["verdict"]
    ]
    assert len(differing) <= 0.02 * len(ROWS), differing


def test_no_wrong_answer_is_accepted(judged: list[tuple[dict[str, Any], Verdict]]) -> None:
    accepted = [
        (row["key"], row["answer"], verdict.rule)
        for row, verdict in judged
        if row["verdict"] == "wrong" and verdict.verdict == "correct"
    ]
    assert accepted == []


def test_every_verdict_names_a_known_rule_and_says_why(
    judged: list[tuple[dict[str, Any], Verdict]],
) -> None:
    assert {verdict.rule for _, verdict in judged} <= RULE_NAMES
    assert all(verdict.reason for _, verdict in judged)


def test_nearly_all_hold_without_the_question(judged: list[tuple[dict[str, Any], Verdict]]) -> None:
    same = sum(judge(Key.from_json(row["key"]), row["answer"]).verdict == row["verdict"] for row in ROWS)
    assert same >= 0.97 * len(ROWS)
