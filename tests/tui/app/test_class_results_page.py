"""Results of the class, written to files, and banks with what is wrong in them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.app.class_scene import (
    BANK,
    FAULT,
    at_page,
    class_app,
    class_desk,
    footer,
)
from tests.tui.app.stage import SIZES, press, screen_text
from tui.question_words import POOR
from tui.screens.banks import BanksScreen
from tui.screens.class_results import ClassResultsScreen
from tui.screens.questions import QuestionsScreen

NARROW, WIDE = SIZES


async def test_results_are_sorted_and_widened_to_all_stories() -> None:
    app = class_app(class_desk())
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "3", "s", "r")
        assert isinstance(app.screen, ClassResultsScreen)
        assert "right ▾" in screen_text(app)
        await press(pilot, "a")
        assert "All stories" in screen_text(app)
        assert "Nothing was answered" in screen_text(app)
        await press(pilot, "a")
        assert "30 first answers" in screen_text(app)


async def test_a_question_that_does_not_part_trainees_is_to_be_looked_at() -> None:
    app = class_app(class_desk())
    async with app.run_test(size=WIDE) as pilot:
        await at_page(pilot, "3", "s", "s", "s")
        text = screen_text(app)
        parts = [item.discrimination for item in class_desk().books["port-velo"].results.items]
        assert min(each for each in parts if each is not None) < POOR
        assert "look at it again" in " ".join(text.split())


@pytest.mark.parametrize(
    ("name", "keys", "begins"),
    [
        ("q.csv", (), "question,story,kind,ask,answer,"),
        ("t.csv", ("right",), "trainee,answers,"),
        ("k.jsonl", ("left",), '{"kind": "date"'),
    ],
)
async def test_a_view_is_written_to_a_file(
    tmp_path: Path, name: str, keys: tuple[str, ...], begins: str
) -> None:
    path = tmp_path / name
    app = class_app(class_desk())
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "3", *keys, "w")
        app.screen.query_one(Input).value = str(path)
        await press(pilot, "enter")
        assert isinstance(app.screen, ClassResultsScreen)
    text = path.read_text(encoding="utf-8")
    assert text.startswith(begins)
    if name.endswith(".jsonl"):
        assert [json.loads(line)["kind"] for line in text.splitlines()] == ["date", "distance", "population"]


async def test_a_file_that_is_there_is_written_over_only_when_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "kept.csv"
    path.write_text("mine", encoding="utf-8")
    app = class_app(class_desk())
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "3", "w")
        app.screen.query_one(Input).value = str(path)
        await press(pilot, "enter")
        assert path.read_text(encoding="utf-8") == "mine"
        await press(pilot, "enter")
    assert path.read_text(encoding="utf-8").startswith("question,")


async def test_from_another_machine_no_file_is_written_and_no_bank_added() -> None:
    app = class_app(class_desk(), writes_files=False)
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "3", "w")
        assert isinstance(app.screen, ClassResultsScreen)
        assert "Write" not in footer(app)
        await press(pilot, "4", "a")
        assert isinstance(app.screen, BanksScreen)
        assert "Add" not in footer(app)
        await press(pilot, "x", "x")
        assert "on the machine that serves you" in screen_text(app)


async def test_a_bank_is_added_and_removed() -> None:
    desk = class_desk()
    desk.bank_to_add = replace(BANK, entries=(None,))  # type: ignore[arg-type]
    app = class_app(desk)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await at_page(pilot, "4", "a")
        app.screen.query_one(Input).value = "~/rivers.toml"
        await press(pilot, "enter")
        assert isinstance(app.screen, BanksScreen)
        await press(pilot, "x")
        assert "x again removes rivers" in screen_text(app)
        await press(pilot, "x")
        assert "No banks here yet" in screen_text(app)
    assert desk.added_banks == [Path("~/rivers.toml").expanduser()]


async def test_a_bank_leads_to_its_questions() -> None:
    app = class_app(class_desk())
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "4", "enter")
        assert isinstance(app.screen, QuestionsScreen)
        assert app.screen.slug == "port-velo"


async def test_a_bank_without_a_usable_question_is_told_with_its_first_fault() -> None:
    desk = class_desk()
    desk.bank_to_add = BANK
    app = class_app(desk)
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "4", "a")
        app.screen.query_one(Input).value = "rivers.toml"
        await press(pilot, "enter")
        assert "No question of it can be used" in screen_text(app)
        assert "rivers.toml:7:10" in screen_text(app)


async def test_the_caret_stands_under_the_fault_in_a_line_longer_than_the_page() -> None:
    desk = class_desk()
    before = "x" * 500
    fault = replace(FAULT, source=f'ask = "{before}" + wrong + "{before}"', column=512, length=5)
    card, bank = desk.banks_shown[0]
    desk.banks_shown = [(card, replace(bank, faults=(fault,)))]
    app = class_app(desk)
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "4")
        lines = screen_text(app).splitlines()
    at = next(place for place, line in enumerate(lines) if "^^^^^" in line)
    assert lines[at].index("^^^^^") == lines[at - 1].index("wrong")
