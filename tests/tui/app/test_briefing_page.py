"""The briefing, line by line, and the sentences behind it."""

from __future__ import annotations

import pytest

from tests.tui.app.stage import SIZES, press, screen_text, settle
from tui.app import BriefingApp
from tui.screens.articles import ArticlesScreen
from tui.screens.briefing import BriefingScreen
from tui.screens.home import HomeScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.page_bar import PageBar
from tui.widgets.rows import Rows
from tui.widgets.source_pane import SourcePane

NARROW, WIDE = SIZES
SENTENCE = "The harbour of Port Velo reopened on Monday, 4 March 2019"


def marked_words(app: BriefingApp, part: str) -> str:
    """The words drawn bold and underlined in a part of the screen, in order."""
    region = app.screen.query_one(part).region
    strips = app.screen._compositor.render_strips()[region.y : region.bottom]
    segments = [segment for strip in strips for segment in strip.crop(region.x, region.right)]
    marked = (
        segment.text
        for segment in segments
        if segment.style and segment.style.bold and segment.style.underline
    )
    return " ".join("".join(f"{text} " for text in marked).split())


@pytest.mark.parametrize("size", SIZES)
async def test_sections_lines_marks_and_standing_are_shown(app: BriefingApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        text = screen_text(app)
    for words in (
        "as of 4 March 2019 · 87 words",
        "BOTTOM LINE",
        "KEY FACTS",
        "● confirmed",
        "The Sarn burst its banks. [Courier",
        "» claimed",
        "≠ People in schools",
    ):
        assert words in text


@pytest.mark.parametrize(("down", "up"), [("tab", "shift+tab"), ("j", "k"), ("down", "up")])
async def test_keys_move_from_line_to_line(app: BriefingApp, down: str, up: str) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", down, down, up)
        rows = app.screen.query_one(Rows)
        assert rows.current is rows.rows[1]


async def test_the_first_line_brings_its_heading_back_into_sight(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "G")
        bottom = screen_text(app)
        await press(pilot, "g")
        top = screen_text(app)
    assert "BOTTOM LINE" not in bottom
    assert "Relief convoy reaches Port Velo" in bottom
    assert "BOTTOM LINE" in top


async def test_on_a_narrow_screen_enter_shows_the_sentence_and_esc_hides_it(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        pane = app.screen.query_one(SourcePane)
        assert not pane.display
        await press(pilot, "enter")
        assert pane.display
        text = screen_text(app)
        words = marked_words(app, "SourcePane")
        await press(pilot, "escape")
        assert not pane.display
        assert isinstance(app.screen, BriefingScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
    assert "Velo Courier · 4 March 2019 (as stated)" in text
    assert words == "Monday, 4 March 2019"


async def test_on_a_wide_screen_the_sentence_is_always_there_and_follows_the_line(app: BriefingApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert marked_words(app, "SourcePane") == "Monday, 4 March 2019"
        await press(pilot, "j", "j")
        assert marked_words(app, "SourcePane") == "More than 60 percent"


async def test_n_and_shift_n_go_through_the_sources_of_a_line(app: BriefingApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "j")
        first = screen_text(app)
        await press(pilot, "n")
        second = screen_text(app)
        await press(pilot, "n", "N", "N")
        again = screen_text(app)
    assert "1 of 2" in first
    assert "The Tessaly Post · NRP" in second
    assert "2 of 2" in second
    assert first == again


async def test_a_line_about_the_sources_says_that_it_rests_on_no_sentence(app: BriefingApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", *["j"] * 6)
        text = screen_text(app)
    assert "about the sources" in text


@pytest.mark.parametrize("size", SIZES)
async def test_enter_on_the_sentence_opens_the_article_at_it(app: BriefingApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "enter", *["enter"] * (2 if size == NARROW else 1))
        assert isinstance(app.screen, ReaderScreen)
        assert "Harbour of Port Velo reopens after the flood" in screen_text(app)
        assert marked_words(app, "#text") == "Monday, 4 March 2019"
        await press(pilot, "escape")
        assert isinstance(app.screen, BriefingScreen)


async def test_arrows_go_from_section_to_section_and_back_to_the_start_of_one(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "right")
        rows = app.screen.query_one(Rows)
        assert rows.current is rows.rows[1]
        await press(pilot, "l", "left")
        assert rows.current is rows.rows[1]
        await press(pilot, "j", "j", "h")
        assert rows.current is rows.rows[0]
        await press(pilot, "left")
        assert rows.current is rows.rows[0]
        await press(pilot, *["right"] * 9)
        assert rows.current is rows.rows[-2]


async def test_y_copies_the_line_with_its_sources(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "j", "y")
    assert app.clipboard == (
        "The Sarn burst its banks. [Courier/Post] — Velo Courier, 4 March 2019; "
        "The Tessaly Post · NRP, 3 March 2019"
    )


@pytest.mark.parametrize("size", SIZES)
async def test_the_sides_of_a_contradiction_stand_beside_each_other(
    app: BriefingApp, size: tuple[int, int]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "enter", *["right"] * 3)
        lines = screen_text(app).splitlines()
    quotes = next(line for line in lines if "“about 1,200 people”" in line)
    sources = lines[lines.index(quotes) + 1]
    assert "“1,500 people”" in quotes
    assert sources.index("[Courier]") < quotes.index("“1,500 people”") <= sources.index("[Post]")


async def test_the_bar_names_the_pages_and_a_click_opens_one(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        bar = app.screen.query_one(PageBar)
        x = str(bar.render()).index("Articles")
        await pilot.click(PageBar, offset=(x, 0))
        await settle(pilot)
        assert isinstance(app.screen, ArticlesScreen)
        await press(pilot, "1")
        assert isinstance(app.screen, BriefingScreen)
        assert len(app.screen_stack) == 2


async def test_from_home_a_page_leads_to_the_briefing_in_its_place(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f", "1")
        assert isinstance(app.screen, BriefingScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
