"""The footer: what it shows fits, and a click on a key does what the key does."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.pilot import Pilot

from tests.tui.app.scene import SCENE, app_with
from tests.tui.app.stage import SIZES, answer, press, resize, screen_text, settle
from tui.app import BriefingApp
from tui.screens.help import HelpScreen
from tui.screens.home import HomeScreen
from tui.screens.quiz import QuizScreen
from tui.widgets.key_footer import KeyFooter

SMALL = SIZES[0]


async def click_key(pilot: Pilot[None], words: str) -> None:
    """Clicks on a key by what the footer says it does."""
    footer = pilot.app.screen.query_one(KeyFooter)
    key = next(each for each in footer.keys if each.binding.description == words)
    assert await pilot.click(footer, offset=(key.left + 1, 0))
    await settle(pilot)


def footer_line(app: App[None]) -> str:
    return screen_text(app).splitlines()[-1]


async def test_a_whole_quiz_by_clicks_on_the_footer(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await click_key(pilot, "Quiz")
        await click_key(pilot, "Start")
        assert isinstance(app.screen, QuizScreen)
        await click_key(pilot, "Skip")
        assert "– Skipped" in screen_text(app)
        await click_key(pilot, "Next")
        await click_key(pilot, "Hint")
        assert "Hint " in screen_text(app)
        await click_key(pilot, "End")
        await click_key(pilot, "Home")
        assert isinstance(app.screen, HomeScreen)


async def test_a_click_on_help_while_typing_opens_it_and_types_nothing(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await click_key(pilot, "Help")
        assert isinstance(app.screen, HelpScreen)
        await click_key(pilot, "Back")
        await answer(pilot, "85 km")
        assert "✓ Correct" in screen_text(app)


async def test_the_key_under_the_pointer_tells_what_it_does(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        footer = app.screen.query_one(KeyFooter)
        review = next(each for each in footer.keys if each.binding.description == "Review")
        await pilot.hover(footer, offset=(review.left + 1, 0))
        assert footer.tooltip == "Review what is due in the story"
        assert footer.pointed == footer.keys.index(review)
        await pilot.hover(footer, offset=(footer.keys[-1].left - 1, 0))
        assert footer.tooltip is None


@pytest.mark.parametrize(("width", "has_palette"), [(80, True), (70, False)])
async def test_what_finds_no_room_is_left_out_the_palette_first(width: int, has_palette: bool) -> None:
    app = app_with(SCENE)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await resize(pilot, width, 24)
        assert ("palette" in footer_line(app)) == has_palette
        assert "q Quit" in footer_line(app)
