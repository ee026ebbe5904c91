"""Search: found while one types, opened where it stands; nothing typed does harm."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot

from briefings.store.search import Found, Passage
from tests.tui.app.scene import NAMES, SCENE, app_with
from tests.tui.app.stage import ARTICLES, FACTS, SIZES, FakeDesk, press, screen_text, sentence, settle
from tui.screens.facts import FactsScreen
from tui.screens.home import HomeScreen
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen

NARROW, WIDE = SIZES


def passage(index: int, words: str) -> Passage:
    """The sentence of an article that holds the words, these marked."""
    article, around = ARTICLES[index], sentence(index, words)
    at = around.text.index(words)
    return Passage(
        "port-velo", article.key, article.label, article.published, around, ((at, at + len(words)),), FACTS[1]
    )


FOUND = Found((("port-velo", NAMES[0]),), (passage(0, "Port Velo lies"), passage(1, "42 trucks")))


def desk_with(**found: Found) -> FakeDesk:
    desk = FakeDesk()
    desk.found = found
    return desk


async def find(pilot: Pilot[None], words: str, sign: str) -> None:
    """Pastes words into the line and waits until the sign is on the screen."""
    pilot.app.screen.query_one("#words").post_message(Paste(words))
    async with asyncio.timeout(10):
        while sign not in screen_text(pilot.app):
            await settle(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_found_looks_as_stored(
    size: tuple[int, int], matches: Callable[[App[None], str], None]
) -> None:
    app = app_with(SCENE, desk_with(velo=FOUND))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await find(pilot, "velo", "2 sentences in 2 articles")
        matches(app, "search")


async def test_enter_goes_to_the_rows_and_opens_the_sentence() -> None:
    app = app_with(SCENE, desk_with(velo=FOUND))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await find(pilot, "velo", "1 name")
        await press(pilot, "enter", "j", "enter")
        reader = app.screen
        assert isinstance(reader, ReaderScreen)
        found = FOUND.passages[0]
        (start, end) = reader.passage.spans[0]
        assert reader.passage.article.text[start:end] == "Port Velo lies"
        assert reader.passage.start == found.sentence.start
        await press(pilot, "escape")
        assert isinstance(app.screen, SearchScreen)
        assert "1 name" in screen_text(app)


async def test_a_name_opens_the_facts_that_name_it() -> None:
    app = app_with(SCENE, desk_with(velo=FOUND))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await find(pilot, "velo", "1 name")
        await press(pilot, "enter", "enter")
        assert isinstance(app.screen, FactsScreen)
        assert '"Porto Velo"' in screen_text(app)


async def test_from_a_story_it_searches_that_story_and_ctrl_t_all() -> None:
    desk = desk_with(velo=FOUND)
    app = app_with(SCENE, desk)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "slash")
        assert "in The Port Velo flood" in screen_text(app)
        await find(pilot, "nothing", "Nothing holds all these words")
        assert "ctrl+t" in screen_text(app)
        await press(pilot, "ctrl+t")
        assert "in all stories" in screen_text(app)
        assert "searches all stories" not in screen_text(app)
    assert desk.searched == [("nothing", "port-velo"), ("nothing", None)]


async def test_letters_and_strokes_typed_are_words_not_keys() -> None:
    app = app_with(SCENE, desk_with())
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "slash", "p", "slash", "comma", "q", "question_mark")
        assert isinstance(app.screen, SearchScreen)
        assert "p/,q?" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_what_is_found_late_for_other_words_is_not_shown() -> None:
    app = app_with(SCENE, desk_with(velo=FOUND))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await find(pilot, "velo", "1 name")
        await find(pilot, "x", "Nothing holds")
        assert "42 trucks" not in screen_text(app)


@pytest.mark.parametrize("words", ['"', "* NEAR( OR", "[bold]x[/", "\x1b[31m", "\ud800", "'; --", "%" * 500])
async def test_hostile_words_find_nothing_and_do_no_harm(words: str) -> None:
    app = app_with(SCENE, desk_with())
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await find(pilot, f"{words}x", "Nothing holds all these words")


async def test_y_copies_the_sentence_with_its_source() -> None:
    app = app_with(SCENE, desk_with(velo=FOUND))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "slash")
        await find(pilot, "velo", "1 name")
        await press(pilot, "enter", "G", "y")
        copied = app.clipboard
    assert "42 trucks" in copied
    assert "(The Tessaly Post, 3 March 2019)" in copied


async def test_a_long_title_of_the_story_leaves_the_page_its_name() -> None:
    app = app_with(replace(SCENE, title="The dyke at Port Velo and what came after it " * 5), desk_with())
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "slash")
        head = screen_text(app).splitlines()[0:3]
    assert any(line.strip().startswith("Search") and line.rstrip().endswith("…") for line in head)
