"""``briefing grade``: a bad line is told by its number, and the others are judged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.tui.typed import Ran, run

KEY: dict[str, Any] = {"kind": "distance", "value": 60, "unit": "km", "text": "60 km"}


def grade(*lines: bytes | dict[str, Any], check: bool = False) -> Ran:
    sent = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return run(Path("none.db"), "grade", *(["--check"] if check else []), given=b"\n".join(sent))


GOOD: dict[str, Any] = {"id": "good", "key": KEY, "answer": "60 km", "verdict": "correct"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"not json", "not JSON"),
        (b"\x00\xff\xfe", "not JSON"),
        (b"[" * 200_000, "nested too deep"),
        (b"[1, 2]", 'needs a "key" and an "answer"'),
        ({"answer": "60 km"}, 'needs a "key" and an "answer"'),
        ({"key": KEY, "answer": 60}, 'needs a "key" and an "answer"'),
        ({"key": {"kind": "colour"}, "answer": "red"}, "no known kind"),
        ({"key": {"kind": "distance"}, "answer": "60 km"}, "no number as its value"),
        ({"key": {**KEY, "unit": 5}, "answer": "60 km"}, "unit is not a text"),
        ({"key": {**KEY, "aliases": "sixty"}, "answer": "60 km"}, "aliases is not a list of texts"),
        ({"key": {**KEY, "also": [{"unit": "mile"}]}, "answer": "60 km"}, "also is not a list"),
        ({"key": {"kind": "place", "all_of": [[]]}, "answer": "Salm"}, "all_of is not a list"),
        ({"key": {**KEY, "value_max": "far"}, "answer": "60 km"}, "value_max is no number"),
        ({"key": {"kind": "text", "value": ["a"]}, "answer": "a"}, "give one value"),
    ],
)
def test_a_bad_line_is_one_line_on_stderr_and_the_next_is_judged(line: Any, told: str) -> None:
    ran = grade(line, GOOD)
    assert ran.returncode == 1
    (problem,) = ran.stderr.splitlines()
    assert problem.startswith("briefing: line 1: ")
    assert told in problem
    assert json.loads(ran.stdout)["id"] == "good"


def test_a_huge_answer_is_judged() -> None:
    ran = grade({"key": KEY, "answer": "9" * 5_000_000}, GOOD)
    assert ran.returncode == 0
    assert [json.loads(line)["rule"] for line in ran.stdout.splitlines()] == ["too-long", "own-words"]


def test_lone_surrogates_and_empty_lines_do_no_harm() -> None:
    ran = grade(b"", {"id": "\ud800", "key": KEY, "answer": "\udfff60 km"}, b"   ")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["verdict"] == "correct"


def test_check_ends_with_0_if_all_agree_and_1_if_one_differs() -> None:
    assert grade(GOOD, check=True).returncode == 0
    differing = grade(GOOD, {**GOOD, "verdict": "close"}, check=True)
    assert differing.returncode == 1
    assert "line 2: correct, not close (own-words)" in differing.stderr
    assert "2 answers, 1 judged otherwise, 0 lines not readable" in differing.stderr
    untold = grade({"key": KEY, "answer": "60 km"}, check=True)
    assert (untold.returncode, "line 1: correct, not told" in untold.stderr) == (1, True)


def test_an_unknown_option_ends_with_2() -> None:
    assert run(Path("none.db"), "grade", "--strict").returncode == 2
