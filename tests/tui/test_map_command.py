"""``briefing map``: the drawing, the list beside it, JSON Lines, and what is said without places."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from tests.tui.app.scene import SCENE
from tests.tui.app.stage import STORY
from tui.commands import map as map_room

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> Run:
    """Runs the command on the invented scene, at 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("BRIEFING_DB", str(tmp_path / "store.db"))

    def call(*arguments: str, story: object = SCENE) -> Result:
        monkeypatch.setattr("quiz_bank.desk.Desk.story", lambda desk, slug=None: story)
        return CliRunner().invoke(map_room.map, arguments)

    return call


def test_the_map_and_the_list_stand_beside_each_other_in_80_columns(run: Run) -> None:
    result = run()
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert any("◉ Port Velo" in line for line in lines)
    assert lines[0].endswith("here")
    assert "84 km north" in lines[1]
    assert lines[-1] == "Port Velo 85 km south of Tessaly: map check 84 km, consistent"


def test_distances_are_counted_from_any_spelling(run: Run) -> None:
    assert "84 km south" in run("--from", "tessaly").output
    assert "Port Velo             here" in run("--from", "Porto Velo").output


def test_a_place_that_is_not_there_is_named_in_the_error(run: Run) -> None:
    result = run("--from", "Nowhere")
    assert (
        str(result.exception)
        == "port-velo has no place 'Nowhere' on the map; briefing map lists those it has"
    )


def test_ascii_draws_ascii(run: Run) -> None:
    output = run("--ascii").output
    assert output.isascii()
    assert "@ Port Velo" in output


def test_json_gives_a_line_a_place(run: Run) -> None:
    records = [json.loads(line) for line in run("--json").output.splitlines()]
    assert [record["name"] for record in records] == ["Port Velo", "Tessaly", "Lorn", "Grand Quay"]
    assert records[0]["bearing"] is None
    assert records[1]["km"] == pytest.approx(83.8, abs=0.2)
    assert records[1]["from"] == "Port Velo"


def test_without_places_nothing_is_drawn_and_stderr_says_why(run: Run) -> None:
    result = run(story=STORY)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr.startswith("port-velo: ")
