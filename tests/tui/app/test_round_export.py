"""A round that is over leaves the app: to a file, to the clipboard."""

from __future__ import annotations

import csv
import json
import pathlib

import pytest

from briefings.errors import BriefingError
from quiz_bank.session import Quiz
from tests.tui.app.scene import app_with
from tests.tui.app.stage import QUESTIONS, SIZES, STORY, answer, press, screen_text, settle
from tui.app import BriefingApp
from tui.exporting import write_round
from tui.screens.results import ResultsScreen
from tui.widgets.field import Field

NARROW = SIZES[0]


def half_done() -> Quiz:
    """A round of three: one right, one wrong, one not asked yet."""
    quiz = Quiz(QUESTIONS[:3])
    for said in ("85 km", "5 May 1901"):
        quiz.keep(quiz.grade(said, "sure"))
        quiz.advance()
    return quiz


async def test_w_writes_the_round_and_y_copies_what_was_missed_with_its_source(
    tmp_path: pathlib.Path,
) -> None:
    app = app_with(STORY)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "85 km")
        await press(pilot, "enter")
        await answer(pilot, "5 May 1901")
        await press(pilot, "escape", "y", "w")
        assert app.screen.query_one(Field).value == "port-velo-round.md"
        app.screen.query_one(Field).fill(str(tmp_path / "round.txt"))
        await press(pilot, "enter")
        assert isinstance(app.screen, ResultsScreen)
        assert "Written to" in screen_text(app)
    text = (tmp_path / "round.txt").read_text("utf-8")
    assert text.startswith("The Port Velo flood\n1 of 2 correct, 1 wrong, 8 not asked yet\n")
    assert "✗ Wrong: 5 May 1901" in text
    assert "On what date did the harbour of Port Velo reopen?" in app.clipboard
    assert "(Velo Courier, 4 March 2019)" in app.clipboard
    assert "85 km" not in app.clipboard  # it was right


async def test_where_no_file_can_be_written_the_key_is_not_there(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "85 km")
        await press(pilot, "escape", "w")
        assert isinstance(app.screen, ResultsScreen)
        assert "w Write" not in screen_text(app)


@pytest.mark.parametrize("suffix", [".md", ".txt", ".csv", ".jsonl"])
def test_every_format_tells_question_answer_and_sentence(tmp_path: pathlib.Path, suffix: str) -> None:
    target = tmp_path / f"round{suffix}"
    write_round(target, half_done(), "The flood")
    text = target.read_text("utf-8")
    for words in ("About how far south of Tessaly is Port Velo?", "5 May 1901", "Velo Courier"):
        assert words in text


def test_records_hold_what_a_spreadsheet_needs(tmp_path: pathlib.Path) -> None:
    target = tmp_path / "round.jsonl"
    write_round(target, half_done(), "The flood")
    first, second = map(json.loads, target.read_text("utf-8").splitlines())
    assert (first["verdict"], first["confidence"], first["kind"]) == ("correct", "sure", "distance")
    assert (second["verdict"], second["said"], second["came_back"]) == ("wrong", "5 May 1901", False)
    assert second["published"] == "2019-03-04"


def test_no_cell_is_a_formula(tmp_path: pathlib.Path) -> None:
    quiz = Quiz(QUESTIONS[:1])
    quiz.keep(quiz.grade("=1+1"))
    write_round(tmp_path / "round.csv", quiz, "The flood")
    with (tmp_path / "round.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["said"] == "'=1+1"


def test_markdown_shows_markup_of_an_answer_as_it_was_typed(tmp_path: pathlib.Path) -> None:
    quiz = Quiz(QUESTIONS[:1])
    quiz.keep(quiz.grade("**85** km\x1b[2J"))
    write_round(tmp_path / "round.md", quiz, "The flood")
    text = (tmp_path / "round.md").read_text("utf-8")
    assert r"\*\*85\*\* km" in text
    assert "\x1b" not in text


def test_a_file_that_is_there_stays(tmp_path: pathlib.Path) -> None:
    (tmp_path / "round.md").write_text("mine", "utf-8")
    with pytest.raises(BriefingError, match="is there already"):
        write_round(tmp_path / "round.md", half_done(), "The flood")
    assert (tmp_path / "round.md").read_text("utf-8") == "mine"
