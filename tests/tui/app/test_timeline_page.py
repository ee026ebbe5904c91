"""What happened when, and the sentences that tell it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App

from tests.tui.app.scene import app_with, read_story
from tests.tui.app.stage import BRIEFING, SIZES, STORY, press, screen_text, settle
from tui.screens.briefing import BriefingScreen
from tui.screens.reader import ReaderScreen
from tui.screens.timeline import TimelineScreen
from tui.widgets.rows import Rows
from tui.widgets.source_pane import SourcePane

NARROW, WIDE = SIZES


@pytest.mark.parametrize("size", SIZES)
async def test_the_timeline_looks_as_stored(
    size: tuple[int, int], matches: Callable[[App[None], str], None]
) -> None:
    app = app_with(read_story())
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "t")
        matches(app, "timeline")


async def test_moments_stand_under_their_years_the_earliest_first() -> None:
    app = app_with(read_story())
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "6")
        text = screen_text(app)
    assert text.index("1987") < text.index("2019")
    assert "3 March" in text.split("2019", 1)[1]


async def test_enter_opens_the_sentence_then_the_article() -> None:
    app = app_with(read_story())
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "t", "enter")
        assert app.screen.query_one(SourcePane).display
        assert "The Sarn last burst its banks in 1987" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "escape", "escape", "escape")
        assert isinstance(app.screen, BriefingScreen)


async def test_arrows_go_from_year_to_year_and_stop_at_the_ends() -> None:
    app = app_with(read_story())
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "t", "right", "right", "right")
        rows = app.screen.query_one(Rows)
        assert rows.current is rows.rows[1]
        await press(pilot, "left", "left")
        assert rows.current is rows.rows[0]


async def test_y_copies_the_moment_with_its_date_and_source() -> None:
    app = app_with(read_story())
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "t", "y")
    assert app.clipboard.startswith("1987: The Sarn last burst its banks")
    assert app.clipboard.endswith("— The Tessaly Post · NRP, 3 March 2019")


async def test_a_story_without_dates_says_why_and_what_to_press() -> None:
    app = app_with(STORY)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "t", "enter", "n", "y")
        text = screen_text(app)
    assert "No moment of this story is dated." in text
    assert "e sets the date of one" in text


async def test_a_change_of_the_story_is_shown() -> None:
    app = app_with(STORY)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "t")
        screen = app.screen
        assert isinstance(screen, TimelineScreen)
        await screen.show(read_story(), BRIEFING)
        await settle(pilot)
        assert "1987" in screen_text(app)


async def test_of_very_many_moments_those_of_most_origins_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.timeline.MOST_MOMENTS", 1)
    app = app_with(read_story())
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "t")
        text = screen_text(app)
    assert "1 of 3 moments" in text
    assert "1987" in text
    assert "2019" not in text
