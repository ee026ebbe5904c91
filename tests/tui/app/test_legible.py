"""Every page can be read in every theme that is offered: no text fades into what is behind it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.app import App
from textual.color import Color

from tests.tui.app.scene import SCENE
from tests.tui.app.stage import BRIEFING, FakeDesk, press, settle
from tests.tui.app.test_progress_page import PROGRESS
from tui.app import BriefingApp
from tui.legible import INKS, LEAST, contrast, legible

THEMES = ("textual-dark", "textual-light", "nord", "gruvbox", "dracula", "monokai")
PAGES = {
    "home": (),
    "briefing": ("enter",),
    "facts": ("f",),
    "map": ("enter", "5"),
    "timeline": ("enter", "6"),
    "names": ("enter", "7"),
    "progress": ("p",),
    "settings": ("comma",),
    "search": ("slash", "v"),
    "quiz": ("z", "enter"),
    "feedback": ("z", "enter", "x", "enter"),
}


def contrasts(app: App[None]) -> Iterator[tuple[float, str]]:
    """The contrast of every run of text on the screen with its background."""
    for strip in app.screen._compositor.render_strips():
        for segment in strip:
            style = segment.style
            if (
                not any(map(str.isalnum, segment.text))
                or style is None
                or style.color is None
                or style.bgcolor is None
            ):
                continue
            ink, paper = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            yield contrast(ink, paper), segment.text.strip()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
async def test_every_page_is_legible_in_every_theme(path: tuple[str, ...]) -> None:
    desk = FakeDesk()
    desk.story_shown, desk.progress_shown = SCENE, PROGRESS
    app = BriefingApp(lambda: desk, lambda story: BRIEFING, writes_files=True)
    faint = []
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, *path)
        for theme in THEMES:
            app.theme = theme
            await settle(pilot)
            faint += [(theme, round(ratio, 1), text) for ratio, text in contrasts(app) if ratio < LEAST]
    assert faint == []


def test_the_colours_of_the_terminal_stay_as_they_are() -> None:
    ansi = {"foreground": "ansi_default", "background": "ansi_default", "text-accent": "ansi_green"}
    assert legible(ansi) == ansi


def test_a_faint_ink_goes_towards_that_of_plain_text_and_a_clear_one_stays() -> None:
    variables = dict.fromkeys(INKS, "#ffffff") | {
        "foreground": "#ffffff",
        "background": "#000000",
        "surface": "#111111",
        "text-accent": "#333333",
    }
    changed = legible(variables)
    assert contrast(Color.parse(changed["text-accent"]), Color.parse("#111111")) >= LEAST
    assert changed | {"text-accent": "#333333"} == {
        **variables,
        **dict.fromkeys(INKS, "#FFFFFF"),
        "text-accent": "#333333",
    }
