"""The command palette: every page of every story, and nothing that is no use here."""

from __future__ import annotations

import asyncio

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot

from tests.tui.app.scene import SCENE, app_with
from tests.tui.app.stage import SIZES, press, screen_text, settle
from tui.screens.help import HelpScreen
from tui.screens.home import HomeScreen
from tui.screens.map import MapScreen
from tui.screens.search import SearchScreen

SMALL, LARGE = SIZES


async def choose(pilot: Pilot[None], words: str, sign: str) -> None:
    """Types words into the palette, waits until the sign is there, takes the first."""
    await press(pilot, "ctrl+p")
    assert isinstance(pilot.app.screen, CommandPalette)
    await pilot.press(*(char if char != " " else "space" for char in words))
    async with asyncio.timeout(10):
        while sign not in screen_text(pilot.app):
            await settle(pilot)
    await press(pilot, "enter")
    await settle(pilot)


async def test_it_offers_pages_and_no_screenshots() -> None:
    app = app_with(SCENE)
    async with app.run_test(size=LARGE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "ctrl+p")
        async with asyncio.timeout(10):
            while "Timeline" not in screen_text(app):
                await settle(pilot)
        text = screen_text(app)
        await press(pilot, "pagedown", "pagedown", "pagedown")
        text += screen_text(app)
    for words in ("Search", "Progress", "Settings", "Home", "Review due only", "Rooms", "Add articles"):
        assert words in text
    assert "Map: The Port Velo flood" in text
    assert "Instruct" not in text  # a trainee sits here
    assert "Screenshot" not in text
    assert "Maximize" not in text


async def test_a_page_of_a_story_opens_from_home() -> None:
    app = app_with(SCENE)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await choose(pilot, "map port", "Map: The Port Velo")
        assert isinstance(app.screen, MapScreen)
        await choose(pilot, "home", "Home")
        assert isinstance(app.screen, HomeScreen)


async def test_search_opens_in_the_story_on_show() -> None:
    app = app_with(SCENE)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        await choose(pilot, "search", "Find sentences")
        assert isinstance(app.screen, SearchScreen)
        assert "in The Port Velo flood" in screen_text(app)


async def test_theme_and_help_are_there() -> None:
    app = app_with(SCENE)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await choose(pilot, "keys", "Show the keys of this page")
        assert isinstance(app.screen, HelpScreen)
        await press(pilot, "escape")
        await choose(pilot, "theme", "Choose other colours")
        async with asyncio.timeout(10):
            while "nord" not in screen_text(app):
                await settle(pilot)


@pytest.mark.parametrize("words", ["settings", "progress"])
async def test_pages_of_no_story_open(words: str) -> None:
    app = app_with(SCENE)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await choose(pilot, words, words.title())
        assert app.screen.name == words
