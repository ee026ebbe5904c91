"""``briefing questions --refused``: each claim that is not asked, with the reason and where it stands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz_bank.generate.refusals import REASONS

TEXT = """GAZETTE, 3 May 2031 - Some 12,000 residents of Port Salm have left their homes since April.

It may lose 40 boats. Port Salm, about 60 kilometres (37 miles) north of Lorn, is the largest port of the coast.
"""
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def briefing(tmp_path: Path) -> Run:
    """Runs the command on a store of its own that holds the story ``s``."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        known = {"BRIEFING_DB": str(tmp_path / "store.db"), "HOME": str(tmp_path)}
        return subprocess.run(
            [sys.executable, "-m", "tui.cli", *arguments],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **known},
            stdin=subprocess.DEVNULL,
            check=False,
        )

    article = tmp_path / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    assert run("add", str(article), "--story", "s").returncode == 0
    return run


def test_json_tells_quote_sentence_article_and_reason(briefing: Run) -> None:
    lines = [
        json.loads(line) for line in briefing("questions", "s", "--refused", "--json").stdout.splitlines()
    ]
    boats = [line for line in lines if line["kind"] == "count"]
    assert boats
    assert {line["quote"] for line in boats} == {"40 boats"}
    assert {line["article"] for line in boats} == {"a.txt"}
    assert {line["sentence"] for line in boats} == {"It may lose 40 boats."}
    for line in lines:
        assert REASONS[line["reason"]] == f"{line['gate']}: {line['why']}"
    asked = [json.loads(line) for line in briefing("questions", "s", "--json").stdout.splitlines()]
    assert asked
    assert not {line["claim"] for line in lines} & {question["claim"] for question in asked}


def test_text_tells_the_same_and_kind_narrows_it(briefing: Run) -> None:
    told = briefing("questions", "s", "--refused", "--kind", "count").stdout
    assert "40 boats: in-place refused" in told
    assert "It may lose 40 boats." in told
    assert briefing("questions", "s", "--refused", "--kind", "distance").stdout == ""
