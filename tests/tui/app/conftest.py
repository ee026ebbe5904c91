"""The app on a desk without a store, and snapshots of what it shows."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Callable

import pytest
from textual.app import App

from tests.tui.app.quiet import wait_until_quiet
from tests.tui.app.stage import BRIEFING, FakeDesk, screen_text
from tui.app import BriefingApp

SNAPSHOTS = pathlib.Path(__file__).parent / "snapshots"


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def app(desk: FakeDesk) -> BriefingApp:
    return BriefingApp(lambda: desk, lambda story: BRIEFING)


@pytest.fixture
def matches() -> Callable[[App[None], str], None]:
    """Compares the screen with a stored text; ``UPDATE_SNAPSHOTS=1`` stores what is shown instead."""

    def compare(app: App[None], name: str) -> None:
        path = SNAPSHOTS / f"{name}-{app.size.width}x{app.size.height}.txt"
        text = screen_text(app)
        if os.environ.get("UPDATE_SNAPSHOTS"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), (
            f"{path.name} differs; look at it, then UPDATE_SNAPSHOTS=1"
        )

    return compare


@pytest.fixture(autouse=True)
def _scores_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Home reads the scores of a story as soon as the cursor is on it, so that a test need not wait for them."""
    monkeypatch.setattr("tui.screens.home.REST", 0.001)


@pytest.fixture(autouse=True)
def _quiet_by_the_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pilots wait for the event loop instead of sleeping after each key."""
    monkeypatch.setattr("textual.pilot.wait_for_idle", wait_until_quiet)
    monkeypatch.setattr("textual.app.wait_for_idle", wait_until_quiet)
