"""Names with their spellings, and pairs that a person decides about."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App

from briefings.errors import BriefingError
from tests.tui.app.scene import SCENE, app_with
from tests.tui.app.stage import SIZES, STORY, FakeDesk, press, screen_text, settle
from tui.screens.facts import FactsScreen
from tui.screens.names import NamesScreen

NARROW, WIDE = SIZES


@pytest.mark.parametrize("size", SIZES)
async def test_the_names_look_as_stored(
    size: tuple[int, int], matches: Callable[[App[None], str], None]
) -> None:
    app = app_with(SCENE)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "7")
        matches(app, "names")


@pytest.mark.parametrize(("key", "joined"), [("o", True), ("a", False)])
async def test_a_decision_is_kept_and_the_pair_is_gone(key: str, joined: bool) -> None:
    desk = FakeDesk()
    app = app_with(SCENE, desk)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "7", "j", key)
        text = screen_text(app)
        assert isinstance(app.screen, NamesScreen)
    assert desk.decisions == [("port-velo", "Lorn", "Lorne", joined)]
    assert "Lorne" not in text
    assert "Sarne" in text
    assert "1 to decide" in text


async def test_a_refused_decision_says_why_and_the_pair_stays() -> None:
    desk = FakeDesk()
    desk.add_error = BriefingError("the store is busy", "try again")
    app = app_with(SCENE, desk)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "7", "o")
        text = screen_text(app)
        await press(pilot, "o")
    assert "the store is busy" in text
    assert "Sarne" in text
    assert len(desk.decisions) == 2


async def test_only_pairs_can_be_decided() -> None:
    desk = FakeDesk()
    app = app_with(SCENE, desk)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "7", "G", "o", "a")
        last_line = screen_text(app).splitlines()[-1]
    assert desk.decisions == []
    assert "One name" not in last_line


async def test_enter_on_a_name_lists_its_facts() -> None:
    app = app_with(SCENE)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "7", "enter")
        assert isinstance(app.screen, NamesScreen)
        await press(pilot, "j", "j", "j", "enter")
        assert isinstance(app.screen, FactsScreen)
        assert '"Ines Okafor" | "Okafor"' in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, NamesScreen)


async def test_a_story_without_names_says_so() -> None:
    app = app_with(STORY)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "7", "o", "enter")
        assert "No name was found" in screen_text(app)
