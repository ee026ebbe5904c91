"""Home: what is there, what is due, and where the keys lead."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from textual.geometry import Offset

from briefings.errors import BriefingError
from quiz_bank.desk import KindScore
from tests.tui.app.stage import (
    BRIEFING,
    CARD,
    SIZES,
    FakeDesk,
    advised,
    cursor_at,
    press,
    resize,
    screen_text,
    settle,
)
from tui.app import BriefingApp
from tui.screens.briefing import BriefingScreen
from tui.screens.home import HomeScreen
from tui.widgets.rows import Rows


def three_stories() -> FakeDesk:
    return FakeDesk([replace(CARD, slug=f"story-{at}", title=f"Story {at}", due=at) for at in range(3)])


@pytest.mark.parametrize("size", SIZES)
async def test_a_story_is_shown_with_its_counts_its_date_and_what_is_due(
    app: BriefingApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        text = screen_text(app)
    for words in (
        "The Port Velo flood",
        "7 due",
        "2 articles · 23 facts · 10 questions",
        "as of 4 March 2019",
    ):
        assert words in text


async def test_the_page_is_painted_before_the_desk_is_open(desk: FakeDesk) -> None:
    may_open = threading.Event()

    def open_desk() -> FakeDesk:
        may_open.wait(10)
        return desk

    app = BriefingApp(open_desk)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.pause()
        before = screen_text(app)
        may_open.set()
        await settle(pilot)
        after = screen_text(app)
    assert "Opening your stories" in before
    assert "The Port Velo flood" not in before
    assert "Opening your stories" not in after
    assert "The Port Velo flood" in after


async def test_keys_pressed_before_the_desk_is_open_do_nothing(desk: FakeDesk) -> None:
    may_open = threading.Event()

    def open_desk() -> FakeDesk:
        may_open.wait(10)
        return desk

    app = BriefingApp(open_desk)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("enter", "z", "s", "j", "k")
        may_open.set()
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_an_empty_store_names_the_keys_and_s_loads_the_sample() -> None:
    app = BriefingApp(lambda: FakeDesk([]), lambda story: BRIEFING)
    async with app.run_test(size=SIZES[0]) as pilot:
        await settle(pilot)
        empty = screen_text(app)
        await press(pilot, "s")
        loaded = screen_text(app)
    assert "No story here yet" in empty
    assert "briefing add FILE" in empty
    assert "The Port Velo flood" in loaded
    assert "No story here yet" not in loaded


async def test_a_sample_that_cannot_be_loaded_leaves_the_empty_page() -> None:
    desk = FakeDesk([])
    desk.sample_error = BriefingError("the store is full", "make room")
    app = BriefingApp(lambda: desk)
    async with app.run_test(size=SIZES[0], notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "s")
        text = screen_text(app)
    assert "the store is full; make room" in text
    assert "No story here yet" in text


async def test_a_store_that_cannot_be_opened_is_one_line_with_its_hint() -> None:
    def refuse() -> FakeDesk:
        raise BriefingError("cannot write to the store folder", "choose another with --db")

    app = BriefingApp(refuse)
    async with app.run_test(size=SIZES[0]) as pilot:
        await settle(pilot)
        text = screen_text(app)
        await press(pilot, "enter", "s", "z")
        assert screen_text(app) == text
    assert "✗ cannot write to the store folder; choose another with --db" in text


async def test_a_failing_read_is_said_and_the_page_stays(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SIZES[0], notifications=True) as pilot:
        await settle(pilot)
        desk.cards.clear()
        await press(pilot, "enter")
        text = screen_text(app)
        assert isinstance(app.screen, HomeScreen)
    assert "no story port-velo; briefing stories" in text


async def test_letters_and_arrows_move_among_the_stories_and_stop_at_the_ends() -> None:
    moves = (
        *(("k", 0), ("j", 1), ("down", 2), ("j", 2), ("up", 1), ("k", 0)),
        *(("G", 2), ("g", 0), ("end", 2), ("home", 0), ("tab", 1), ("shift+tab", 0)),
    )
    app = BriefingApp(three_stories)
    async with app.run_test(size=SIZES[0]) as pilot:
        await settle(pilot)
        rows = app.screen.query_one("#stories", Rows)
        for key, row in moves:
            await press(pilot, key)
            assert rows.current is rows.rows[row], key


async def test_the_terminal_cursor_follows_the_row_for_screen_readers() -> None:
    app = BriefingApp(three_stories)
    async with app.run_test(size=SIZES[0]) as pilot:
        await settle(pilot)
        rows = app.screen.query_one("#stories", Rows)
        for key, row in (("j", 1), ("j", 2), ("k", 1)):
            await press(pilot, key)
            await cursor_at(pilot, rows.rows[row].content_region.offset)


async def test_many_stories_show_as_whole_rows_and_the_one_chosen_stays_in_sight() -> None:
    desk = FakeDesk([replace(CARD, slug=f"s{n}", title=f"Story {n}") for n in range(9)])
    desk.kinds_answered = [KindScore(f"kind {number}", 1, 0, 0) for number in range(8)]
    app = BriefingApp(lambda: desk)
    async with app.run_test(size=SIZES[1]) as pilot:
        await settle(pilot)
        await press(pilot, "G")
        await resize(pilot, *SIZES[0])
        rows = app.screen.query_one("#stories", Rows)
        last = rows.rows[-1]
        await cursor_at(pilot, Offset(last.content_region.x, rows.region.bottom - 3))
        await advised(pilot)
        shown = screen_text(app)
        assert "▌ Story 8" in shown
        assert rows.scroll_offset.y % 3 == rows.size.height % 3 == 0
        assert "and 6 more kinds" in shown
        assert "reviews the 7 facts" in shown


async def test_the_cursor_stays_on_its_story_when_the_counts_change() -> None:
    desk = three_stories()
    app = BriefingApp(lambda: desk, lambda story: BRIEFING)
    async with app.run_test(size=SIZES[0]) as pilot:
        await settle(pilot)
        await press(pilot, "j", "enter")
        desk.cards.insert(0, CARD)
        await press(pilot, "escape")
        rows = app.screen.query_one("#stories", Rows)
        assert rows.current is rows.rows[2]


async def test_enter_and_a_click_open_the_briefing(app: BriefingApp) -> None:
    async with app.run_test(size=SIZES[0]) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert isinstance(app.screen, BriefingScreen)
        await press(pilot, "escape")
        await pilot.click("StoryRow")
        await settle(pilot)
        assert isinstance(app.screen, BriefingScreen)


async def test_q_leaves(app: BriefingApp) -> None:
    async with app.run_test(size=SIZES[0]) as pilot:
        await settle(pilot)
        await pilot.press("q")
    assert app.return_code == 0


async def test_below_60_by_16_a_notice_stands_instead_of_the_page(app: BriefingApp) -> None:
    async with app.run_test(size=(60, 16)) as pilot:
        await settle(pilot)
        fits = screen_text(app)
        await resize(pilot, 59, 16)
        narrow = screen_text(app)
        await resize(pilot, 60, 15)
        low = screen_text(app)
    assert "too small" not in fits
    assert "too small" in narrow
    assert "too small" in low
    assert "Port Velo" not in narrow


async def test_a_page_fits_a_terminal_resized_while_another_was_on_top(app: BriefingApp) -> None:
    async with app.run_test(size=SIZES[0]) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "f1")
        await resize(pilot, *SIZES[1])
        await press(pilot, "escape")
        assert app.screen.has_class("-wide")
