"""Settings in the app: shown with where they come from, in force from the first page, notices for what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.app import App

from tests.tui.app.stage import BRIEFING, SIZES, FakeDesk, press, screen_text, settle
from tui.app import BriefingApp
from tui.bindings import unknown_keys
from tui.config import Config
from tui.screens.briefing import BriefingScreen
from tui.screens.home import HomeScreen
from tui.screens.settings import SettingsScreen, setting_lines

NARROW, WIDE = SIZES


def app_set(config: Config, notices: tuple[str, ...] = (), writes_files: bool = True) -> BriefingApp:
    return BriefingApp(
        FakeDesk, lambda story: BRIEFING, writes_files=writes_files, config=config, notices=notices
    )


def toasts(app: BriefingApp) -> str:
    """The words of the toasts on the screen."""
    return " ".join(screen_text(app).replace("▌", " ").split())


@pytest.mark.parametrize("size", SIZES)
async def test_the_settings_look_as_stored(
    size: tuple[int, int], matches: Callable[[App[None], str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_CONFIG", "/nowhere/briefing.toml")
    config = Config(quiz_length=20, keys={"page.quit": "f10"}, given=frozenset({"quiz_length"}))
    app = app_set(config)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "comma", "j", "j")
        matches(app, "settings")


async def test_the_row_under_the_cursor_is_explained(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "briefing.toml"
    file.write_text("", encoding="utf-8")
    monkeypatch.setenv("BRIEFING_CONFIG", str(file))
    app = app_set(Config())
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "comma", "G")
        text = screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
    assert "The share of facts you want to recall when they are due. From 0.7 to 0.97." in text
    assert "read when the program starts" in text


async def test_a_guest_from_another_machine_sees_no_path() -> None:
    app = app_set(Config(), writes_files=False)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "comma")
        assert isinstance(app.screen, SettingsScreen)
        assert "nothing can be set here" in screen_text(app)
        assert "toml" not in screen_text(app)


def test_a_setting_tells_whether_the_file_has_it() -> None:
    lines = {
        line.at: line for line in setting_lines(Config(keys={"app.help": "f2"}, given=frozenset({"name"})))
    }
    assert lines["name"].origin == "the file"
    assert lines["quiz.length"].origin == "default"
    assert lines['keys."app.help"'].value == '"f2"'


@pytest.mark.parametrize("theme", ["textual-light", "nord", "gruvbox", "ansi-dark", "ansi-light"])
async def test_a_theme_is_in_force(theme: str) -> None:
    app = app_set(Config(theme=theme))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert app.theme == theme


async def test_an_unknown_theme_is_a_notice_and_the_default() -> None:
    app = app_set(Config(theme="[red]mauve"))
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await settle(pilot)
        text = toasts(app)
    assert app.theme == "textual-dark"
    assert "there is no theme [red]mauve" in text


async def test_what_the_file_has_wrong_is_a_toast() -> None:
    app = app_set(Config(), ("a.toml: quiz.length must be from 1 to 200; 10 is used",))
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await settle(pilot)
        assert "quiz.length must be from 1 to 200" in toasts(app)


async def test_what_was_wrong_can_be_read_again_below_the_settings() -> None:
    app = app_set(Config(keys={"home.quiz": "ctrl+nosuch"}), ("a.toml: theme is not a setting",))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "comma")
        text = screen_text(app)
    assert "! a.toml: theme is not a setting" in text
    assert "! keys: there is no key ctrl+nosuch for home.quiz" in text


@pytest.mark.parametrize(
    "keys", ["j,down", "slash,plus,equals_sign", "shift+tab,ctrl+d,f12", "G,é,+", "ctrl+plus,ctrl++", ""]
)
def test_keys_that_a_keyboard_has_get_no_notice(keys: str) -> None:
    assert not unknown_keys({"home.quiz": keys})


async def test_keys_are_remapped_on_pages_lists_and_in_the_help() -> None:
    app = app_set(Config(keys={"home.open": "f7", "app.help": "f2", "rows.next": "s,down"}))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark", "enter")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "f2")
        assert "f7" in screen_text(app)
        await press(pilot, "escape", "f7")
        assert isinstance(app.screen, BriefingScreen)


async def test_an_id_that_is_no_action_is_a_notice() -> None:
    app = app_set(Config(keys={"page.quits": "f9", "page.quit": "f10"}))
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await settle(pilot)
        text = toasts(app)
    assert "there is no action page.quits" in text
    assert "page.quit;" not in text


async def test_a_key_that_another_action_has_is_said_and_does_what_was_set() -> None:
    app = app_set(Config(keys={"home.open": "a"}))
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await settle(pilot)
        assert "a is for home.open now; give home.add another key" in toasts(app)
        await press(pilot, "a")
        assert isinstance(app.screen, BriefingScreen)
