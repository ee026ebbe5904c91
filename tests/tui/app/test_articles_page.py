"""The list of a story's articles, and setting what is known of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from briefings.errors import BriefingError
from briefings.stories import DateBasis
from tests.tui.app.stage import ARTICLES, SIZES, STORY, FakeDesk, press, screen_text, settle
from tui.app import BriefingApp
from tui.screens.articles import ArticlesScreen
from tui.screens.briefing import BriefingScreen
from tui.screens.edit import EditScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.field import Field

SMALL = SIZES[0]


async def listed(pilot: Pilot[None]) -> None:
    """Opens the list from the briefing."""
    await settle(pilot)
    await press(pilot, "enter", "3")
    assert isinstance(pilot.app.screen, ArticlesScreen)


async def put(pilot: Pilot[None], field: str, text: str) -> None:
    place = pilot.app.screen.query_one(f"#{field} Input", Input)
    place.focus()
    place.clear()
    place.post_message(Paste(text))
    await settle(pilot)


def with_second(desk: FakeDesk, day: date | None, basis: DateBasis, outlet: str | None) -> None:
    """Sets what is known of the second article."""
    first, second = STORY.articles
    second = replace(second, published=day, date_basis=basis, outlet=outlet, agency=None)
    desk.story_shown = replace(STORY, articles=(first, second))


async def test_outlet_agency_title_date_and_how_it_is_known_are_listed(
    app: BriefingApp, desk: FakeDesk
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await listed(pilot)
        text = screen_text(app)
    for words in (
        "2 articles",
        "Velo Courier",
        "4 March 2019 (as stated)",
        "Harbour of Port Velo reopens after the flood",
        "5 facts",
        "The Tessaly Post · NRP",
        "1 fact",
    ):
        assert words in text


async def test_what_is_not_known_is_said(app: BriefingApp, desk: FakeDesk) -> None:
    with_second(desk, None, "unknown", None)
    async with app.run_test(size=SMALL) as pilot:
        await listed(pilot)
        text = screen_text(app)
    assert "2 articles · 1 without a date" in text
    assert "outlet not known" in text
    assert "date not known" in text


async def test_enter_and_a_click_open_the_reader_and_esc_comes_back(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await listed(pilot)
        await press(pilot, "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.passage.article == STORY.articles[1]
        await press(pilot, "escape")
        assert isinstance(app.screen, ArticlesScreen)
        await pilot.click("ArticleRow")
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, BriefingScreen)


async def test_outlet_and_date_are_set_and_every_page_shows_them(app: BriefingApp, desk: FakeDesk) -> None:
    with_second(desk, None, "unknown", None)
    async with app.run_test(size=SMALL) as pilot:
        await listed(pilot)
        await press(pilot, "j", "e")
        await put(pilot, "outlet", "The Tessaly Post")
        await put(pilot, "published", "2019-03-05")
        await press(pilot, "enter")
        assert isinstance(app.screen, ArticlesScreen)
        assert "5 March 2019 (as given)" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.passage.article.outlet == "The Tessaly Post"
        await press(pilot, "escape", "escape", "G")
        assert isinstance(app.screen, BriefingScreen)
        assert "The Tessaly Post · 5 March 2019 (as given)" in screen_text(app)
    assert desk.corrections == [("port-velo", ARTICLES[1].key, "The Tessaly Post", date(2019, 3, 5))]


async def test_the_form_holds_what_is_known_and_empty_means_not_known(
    app: BriefingApp, desk: FakeDesk
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await listed(pilot)
        await press(pilot, "e")
        values = [field.value for field in app.screen.query(Field)]
        await put(pilot, "outlet", "")
        await put(pilot, "published", "")
        await press(pilot, "enter")
    assert values == ["Velo Courier", "2019-03-04"]
    assert desk.corrections == [("port-velo", ARTICLES[0].key, None, None)]


async def test_an_inferred_date_is_hinted_at_and_not_given_by_mistake(
    app: BriefingApp, desk: FakeDesk
) -> None:
    with_second(desk, date(2019, 3, 3), "inferred", "The Tessaly Post")
    async with app.run_test(size=SMALL) as pilot:
        await listed(pilot)
        await press(pilot, "j", "e")
        text = screen_text(app)
        await press(pilot, "enter")
    assert "not known; inferred: 2019-03-03" in text
    assert desk.corrections == [("port-velo", ARTICLES[1].key, "The Tessaly Post", None)]


async def test_a_date_that_is_none_and_a_store_that_refuses_keep_the_form(
    app: BriefingApp, desk: FakeDesk
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await listed(pilot)
        await press(pilot, "e")
        await put(pilot, "published", "soon")
        await press(pilot, "enter")
        assert "'soon' is not a date" in screen_text(app)
        assert desk.corrections == []
        await put(pilot, "published", "2019-03-05")
        desk.add_error = BriefingError("the store is locked", "close the other program")
        await press(pilot, "enter")
        assert isinstance(app.screen, EditScreen)
        assert "✗ the store is locked; close the other program" in screen_text(app)
        assert app.screen.query_one("#published", Field).value == "2019-03-05"


async def test_esc_leaves_everything_as_it_was(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await listed(pilot)
        await press(pilot, "e")
        await put(pilot, "outlet", "Another")
        await press(pilot, "escape")
        assert isinstance(app.screen, ArticlesScreen)
    assert desk.corrections == []


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_and_the_form_look_as_stored(
    app: BriefingApp,
    desk: FakeDesk,
    size: tuple[int, int],
    matches: Callable[[App[None], str], None],
) -> None:
    with_second(desk, None, "unknown", None)
    async with app.run_test(size=size) as pilot:
        await listed(pilot)
        matches(app, "articles")
        await press(pilot, "j", "e")
        matches(app, "edit")
