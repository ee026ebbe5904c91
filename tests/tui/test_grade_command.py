"""``briefing grade``: a bad line is told by its number, and the others are judged."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

KEY: dict[str, Any] = {"kind": "distance", "value": 60, "unit": "km", "text": "60 km"}


def grade(*lines: bytes | dict[str, Any], check: bool = False) -> subprocess.CompletedProcess[str]:
    sent = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    done = subprocess.run(
        [sys.executable, "-m", "tui.cli", "grade", *(["--check"] if check else [])],
        input=b"\n".join(sent), capture_output=True, check=False,
    )  # fmt: skip
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode("utf-8", "replace")
    )


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
    run = grade(line, GOOD)
    assert run.returncode == 1
    (problem,) = run.stderr.splitlines()
    assert problem.startswith("briefing: line 1: ")
    assert told in problem
    assert json.loads(run.stdout)["id"] == "good"


def test_a_huge_answer_is_judged() -> None:
    run = grade({"key": KEY, "answer": "9" * 5_000_000}, GOOD)
    assert run.returncode == 0
    assert [json.loads(line)["rule"] for line in run.stdout.splitlines()] == ["too-long", "own-words"]


def test_lone_surrogates_and_empty_lines_do_no_harm() -> None:
    run = grade(b"", {"id": "\ud800", "key": KEY, "answer": "\udfff60 km"}, b"   ")
    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout)["verdict"] == "correct"


def test_check_ends_with_0_if_all_agree_and_1_if_one_differs() -> None:
    assert grade(GOOD, check=True).returncode == 0
    differing = grade(GOOD, {**GOOD, "verdict": "close"}, check=True)
    assert differing.returncode == 1
    assert "line 2: correct, not close (own-words)" in differing.stderr
    assert "2 answers, 1 judged otherwise, 0 lines not readable" in differing.stderr
    untold = grade({"key": KEY, "answer": "60 km"}, check=True)
    assert (untold.returncode, "line 1: correct, not told" in untold.stderr) == (1, True)


def test_an_unknown_option_ends_with_2() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tui.cli", "grade", "--strict"], capture_output=True, check=False, input=b""
    )
    assert run.returncode == 2
