"""A page that takes its time: the foot of the one before says so, and what is typed meanwhile waits for it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Collection

import pytest
from textual.pilot import Pilot

from quiz_bank.questions import Mode, Question
from tests.tui.app.stage import BRIEFING, SIZES, FakeDesk, screen_text, settle
from tui.app import BriefingApp
from tui.screens.home import HomeScreen
from tui.screens.quiz import QuizScreen


class SlowDesk(FakeDesk):
    """A desk whose questions come when they are let through."""

    def __init__(self) -> None:
        super().__init__()
        self.let_through = threading.Event()

    def questions(self, slug: str, mode: Mode = "type", kinds: Collection[str] = ()) -> list[Question]:
        assert self.let_through.wait(10)
        return super().questions(slug, mode, kinds)


@pytest.fixture
def desk() -> SlowDesk:
    return SlowDesk()


@pytest.fixture
def app(desk: SlowDesk) -> BriefingApp:
    return BriefingApp(lambda: desk, lambda story: BRIEFING)


async def told(pilot: Pilot[None], words: str) -> None:
    async with asyncio.timeout(10):
        while words not in screen_text(pilot.app):
            await pilot.pause(0.02)


async def test_what_is_typed_ahead_is_typed_into_the_page_that_was_asked_for(
    app: BriefingApp, desk: SlowDesk
) -> None:
    async with app.run_test(size=SIZES[0]) as pilot:
        await settle(pilot)
        await pilot.press("z")
        await told(pilot, "Opening …  esc Stay here")
        await pilot.press("enter")
        assert isinstance(app.screen, HomeScreen)
        desk.let_through.set()
        await told(pilot, "question 1 of 10")
        assert isinstance(app.screen, QuizScreen)
        assert "Opening" not in screen_text(app)


async def test_escape_gives_the_page_up_and_the_keys_are_back(app: BriefingApp, desk: SlowDesk) -> None:
    async with app.run_test(size=SIZES[0]) as pilot:
        await settle(pilot)
        await pilot.press("z")
        await told(pilot, "Opening …")
        await pilot.press("j", "escape")
        await told(pilot, "enter Open")
        desk.let_through.set()
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert not desk.started
