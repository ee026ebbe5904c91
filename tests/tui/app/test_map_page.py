"""The map of a story's places and the list beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.app import App

from tests.tui.app.scene import CHECK, SCENE, app_with
from tests.tui.app.stage import BRIEFING, SIZES, STORY, press, resize, screen_text, settle
from tui.screens.facts import FactsScreen
from tui.screens.map import MapScreen
from tui.widgets.map_view import MapView

NARROW, WIDE = SIZES


@pytest.mark.parametrize("size", SIZES)
async def test_the_map_looks_as_stored(
    size: tuple[int, int], matches: Callable[[App[None], str], None]
) -> None:
    app = app_with(SCENE)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "m")
        matches(app, "map")


async def test_the_list_counts_distances_from_the_place_under_the_cursor() -> None:
    app = app_with(SCENE)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "m")
        first = screen_text(app)
        await press(pilot, "j")
        second = screen_text(app)
    assert "◉ Port Velo" in first
    assert "◉ Tessaly" in second
    assert "84 km" in first
    assert "84 km" in second


async def test_stated_distances_of_the_place_are_checked_in_words() -> None:
    app = app_with(SCENE)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "m")
        assert "✓ Port Velo 85 km south of Tessaly: map check 84 km, consistent" in screen_text(app)
        await press(pilot, "G")
        assert "No distance from here" in screen_text(app)
        assert "◉ Grand Quay" in screen_text(app)


@pytest.mark.parametrize(("verdict", "glyph"), [("check", "≈"), ("conflict", "✗")])
async def test_a_doubtful_distance_shows_by_its_sign_and_words(verdict: str, glyph: str) -> None:
    check = replace(CHECK, stated=300.0, verdict=verdict)  # type: ignore[arg-type]
    app = app_with(replace(SCENE, map_checks=(check,)))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "m")
        assert f"{glyph} Port Velo 300 km south of Tessaly" in screen_text(app)


async def test_plus_goes_nearer_minus_farther_and_0_shows_the_whole() -> None:
    app = app_with(SCENE)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "m")
        whole = screen_text(app)
        await press(pilot, "plus", "plus", "plus")
        near = screen_text(app)
        await press(pilot, "0")
        again = screen_text(app)
        await press(pilot, *["minus"] * 20)
        assert app.screen.query_one(MapView).zoom == -12
    assert whole == again
    assert near != whole


async def test_enter_lists_the_facts_that_name_the_place_in_any_spelling() -> None:
    app = app_with(SCENE)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "m", "enter")
        assert isinstance(app.screen, FactsScreen)
        text = screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, MapScreen)
    assert '"Port Velo" | "Port-Velo" | "Porto Velo"' in text
    assert "85 km" in text
    assert "9 days" in text
    assert "more than 60" not in text


async def test_without_places_the_page_says_why_and_what_to_press() -> None:
    app = app_with(STORY)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "m", "plus", "enter")
        text = screen_text(app)
        assert isinstance(app.screen, MapScreen)
    assert "No place of this story is on the map." in text or "There is no map" in text


async def test_the_map_follows_the_size_of_the_window() -> None:
    app = app_with(SCENE)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "m")
        narrow = app.screen.query_one(MapView).size
        await resize(pilot, *WIDE)
        assert app.screen.query_one(MapView).size != narrow
        assert "◉ Port Velo" in screen_text(app)


async def test_a_change_of_the_story_is_shown() -> None:
    app = app_with(SCENE)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "m")
        screen = app.screen
        assert isinstance(screen, MapScreen)
        await screen.show(replace(SCENE, places=SCENE.places[1:]), BRIEFING)
        await settle(pilot)
        assert "Port Velo" not in screen_text(app).split("Tessaly", 1)[0].split("place", 1)[-1]
        assert "3 places" in screen_text(app)
