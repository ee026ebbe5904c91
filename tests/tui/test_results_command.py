"""``briefing results`` and the roles of the command line, as a person or a program meets them."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tui.group import cli

ARTICLE = """Port Salm empties as the river rises

GAZETTE, 3 May 2031 - Some 12,000 residents of Port Salm have left their homes since April, the coastguard said.

Port Salm, about 60 kilometres (37 miles) north of Lorn, is the largest port of the Varn coast.
"""

Run = Callable[..., Result]


@pytest.fixture
def briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in this process, with a store of its own; ``lines`` are typed."""
    monkeypatch.setenv("BRIEFING_DB", str(tmp_path / "store.db"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USER", "mira")
    monkeypatch.setenv("LOGNAME", "mira")

    def run(*arguments: str, lines: tuple[str, ...] = ()) -> Result:
        return CliRunner().invoke(cli, arguments, input="".join(f"{line}\n" for line in lines))

    return run


@pytest.fixture
def answered(briefing: Run, tmp_path: Path) -> Run:
    """Mira teaches; Ana answers right, Ben wrong and like a formula."""
    path = tmp_path / "salm.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    assert briefing("add", str(path), "--story", "salm").exit_code == 0
    for name, line in (("Ana", "60 km"), ("=Ben", "=1+1")):
        briefing("quiz", "--plain", "--kind", "distance", "-n", "1", "--as", name, lines=(line, ":end"))
    return briefing


def records(run: Result) -> list[dict[str, Any]]:
    assert run.exit_code == 0
    return [json.loads(line) for line in run.stdout.splitlines()]


def test_items_tell_how_a_question_fared(answered: Run) -> None:
    (item,) = records(answered("results", "--items", "--json"))
    assert (item["kind"], item["first_tries"], item["right"], item["facility"]) == ("distance", 2, 1, 0.5)
    assert "Port Salm" in item["ask"]
    assert item["wrong"] == [{"answer": "=1+1", "count": 1, "share": 0.5}]
    assert item["discrimination"] is None
    table = answered("results", "--items").stdout.splitlines()
    assert table[0].split() == ["right", "tries", "parts", "time", "said", "question"]
    assert "50 %" in table[1]


def test_the_gradebook_has_a_score_a_story(answered: Run) -> None:
    rows = list(csv.DictReader(answered("results", "--trainees", "--csv").stdout.splitlines()))
    scores = {row["trainee"]: (row["salm score"], row["salm tries"], row["distance score"]) for row in rows}
    assert scores == {"Ana": ("1.0", "1", "1.0"), "'=Ben": ("0.0", "1", "0.0")}
    assert [
        each["stories"]["salm"]["right"] for each in records(answered("results", "--trainees", "--json"))
    ] == [
        0,
        1,
    ]
    assert "salm 100 %" in answered("results", "--trainees").stdout


def test_kinds_and_one_trainee_alone(answered: Run) -> None:
    (kind,) = records(answered("results", "--kinds", "--who", "ana", "--json"))
    assert (kind["kind"], kind["first_tries"], kind["facility"]) == ("distance", 1, 1.0)
    assert "distance" in answered("results", "--kinds").stdout


@pytest.mark.parametrize("view", ["--items", "--trainees", "--kinds"])
def test_nothing_answered_is_said_and_leaves_a_heading_for_programs(briefing: Run, view: str) -> None:
    assert "nothing was answered" in briefing("results", view).stderr
    assert briefing("results", view, "--json").stdout == ""
    (head,) = csv.reader(briefing("results", view, "--csv").stdout.splitlines())
    assert {"first_tries", "right", "facility"} < set(head)


def test_no_cell_is_a_formula(answered: Run) -> None:
    for view in ((), ("--items",), ("--trainees",)):
        rows = csv.reader(answered("results", *view, "--csv").stdout.splitlines())
        assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@", "\t")]


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("curate", "--approve", "{id}"), "decides about questions"),
        (("curate", "--accept", "1"), "decides about appeals"),
        (("bank", "add", "none.toml"), "adds banks"),
        (("bank", "remove", "none"), "removes banks"),
        (("instructors", "add", "Ana"), "names instructors"),
        (("instructors", "remove", "mira"), "dismisses instructors"),
    ],
)
def test_a_trainee_decides_nothing(answered: Run, arguments: tuple[str, ...], what: str) -> None:
    name = records(answered("curate", "--json"))[0]["id"]
    refused = answered(*(each.format(id=name) for each in arguments), "--as", "Ana")
    assert f"only an instructor {what}, and Ana is a trainee here" in str(refused.exception)
    assert {each["state"] for each in records(answered("curate", "--json"))} == {"new"}


def test_who_adds_the_first_articles_instructs(answered: Run) -> None:
    name = records(answered("curate", "--json"))[0]["id"]
    assert answered("curate", "--approve", name).exit_code == 0
    assert answered("instructors", "list").stdout == "mira\n"
