"""Writing the briefing to a file."""

from __future__ import annotations

import json
import pathlib

import pytest
from textual.pilot import Pilot

from briefings.compose.compose import compose
from briefings.errors import BriefingError
from tests.tui.app.scene import app_with, read_story
from tests.tui.app.stage import BRIEFING, SIZES, STORY, FakeDesk, press, screen_text, settle
from tui.app import BriefingApp
from tui.exporting import write_briefing
from tui.screens.briefing import BriefingScreen
from tui.screens.write import WriteScreen
from tui.widgets.field import Field

NARROW = SIZES[0]


async def fill(pilot: Pilot[None], name: str) -> None:
    pilot.app.screen.query_one(Field).fill(name)
    await press(pilot, "enter")


async def test_the_file_is_written_and_the_page_comes_back(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = app_with(STORY)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "w", "enter")
        assert isinstance(app.screen, BriefingScreen)
        assert "Written to" in screen_text(app)
    assert "# The Port Velo flood" in (tmp_path / "port-velo.md").read_text("utf-8")


async def test_a_file_that_is_there_is_written_over_when_asked_twice(tmp_path: pathlib.Path) -> None:
    target = tmp_path / "old.txt"
    target.write_text("mine", "utf-8")
    app = app_with(STORY)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "w")
        await fill(pilot, str(target))
        assert isinstance(app.screen, WriteScreen)
        assert "enter again writes over it" in " ".join(screen_text(app).split())
        assert target.read_text("utf-8") == "mine"
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)
    assert "BOTTOM LINE" in target.read_text("utf-8")


async def test_a_name_of_no_format_is_refused_and_can_be_mended(tmp_path: pathlib.Path) -> None:
    app = app_with(STORY)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "w")
        await fill(pilot, str(tmp_path / "briefing.doc"))
        assert "does not tell the format" in screen_text(app)
        await fill(pilot, str(tmp_path / "briefing.txt"))
        assert isinstance(app.screen, BriefingScreen)
    assert "BOTTOM LINE" in (tmp_path / "briefing.txt").read_text("utf-8")


async def test_where_no_file_can_be_written_the_key_does_nothing() -> None:
    app = BriefingApp(FakeDesk, lambda _: BRIEFING)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "w")
        assert isinstance(app.screen, BriefingScreen)
        assert "Write" not in screen_text(app)


@pytest.mark.parametrize("suffix", [".md", ".txt", ".html", ".json", ".MD"])
def test_every_format_is_written(tmp_path: pathlib.Path, suffix: str) -> None:
    story = read_story()
    write_briefing(tmp_path / f"a{suffix}", compose(story), story)
    text = (tmp_path / f"a{suffix}").read_text("utf-8")
    assert "Port Velo" in text
    if suffix == ".json":
        assert json.loads(text)["story"] == "port-velo"


@pytest.mark.parametrize("name", ["no/such/folder/a.md", "a\0.md", "a" * 400 + ".md"])
def test_a_file_that_cannot_be_made_is_an_error_in_words(tmp_path: pathlib.Path, name: str) -> None:
    with pytest.raises(BriefingError, match="could not be written"):
        write_briefing(tmp_path / name, BRIEFING, STORY)
