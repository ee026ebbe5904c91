"""Adding articles in the app: the form, the bar, and what became of each source."""

from __future__ import annotations

import pathlib
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, ProgressBar

from briefings.errors import BriefingError
from briefings.ingest import Report
from briefings.reading.articles import Given
from quiz_bank.desk import Desk, open_desk
from tests.tui.app.stage import REPORT, SIZES, FakeDesk, press, screen_text, settle
from tui.app import BriefingApp
from tui.messages import AddDone
from tui.screens.add import AddScreen, suggested_story, typed_source
from tui.screens.added import AddedScreen
from tui.screens.articles import ArticlesScreen
from tui.screens.briefing import BriefingScreen
from tui.screens.home import HomeScreen
from tui.widgets.field import Field

SMALL = SIZES[0]
Page = TypeVar("Page")


def value(app: App[None], field: str) -> str:
    return app.screen.query_one(f"#{field}", Field).value


async def put(pilot: Pilot[None], field: str, text: str) -> None:
    """Puts a text into a field in one go, in the place of what is there."""
    place = pilot.app.screen.query_one(f"#{field} Input", Input)
    place.focus()
    place.clear()
    place.post_message(Paste(text))
    await settle(pilot)


async def opened(pilot: Pilot[None]) -> None:
    """Opens the form from Home."""
    await settle(pilot)
    await press(pilot, "a")
    assert isinstance(pilot.app.screen, AddScreen)


async def test_an_empty_home_names_the_key_and_opens_the_form() -> None:
    app = BriefingApp(lambda: FakeDesk([]))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert "a                      adds articles of your own" in screen_text(app)
        await opened(pilot)


async def test_what_was_typed_is_added_and_each_source_reported(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        await put(pilot, "source", "articles")
        await put(pilot, "story", "Port Velo")
        await put(pilot, "published", "4 March 2019")
        await press(pilot, "enter")
        assert isinstance(app.screen, AddedScreen)
        text = screen_text(app)
    assert desk.wanted == [(["articles"], "Port Velo", Given(published=date(2019, 3, 4)))]
    for words in (
        "2 added, 1 left out, 1 duplicate",
        "✓ harbour.txt  added",
        "5 facts · 2 lines cut · Velo Courier · 4 March 2019 (as stated)",
        "1 fact · outlet not known · date not known",
        "✗ photo.txt  left out",
        "photo.txt is a picture; give text",
        "= copy.txt  duplicate of harbour.txt",
        "What is not known can be set: 3, then e.",
    ):
        assert words in text
    assert text.index("photo.txt") < text.index("harbour.txt")


async def test_the_story_is_named_after_the_source_until_somebody_names_it(
    app: BriefingApp, desk: FakeDesk
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        await put(pilot, "source", "stack/flood-at-velo.txt")
        assert value(app, "story") == "flood-at-velo"
        await put(pilot, "source", "https://velo.example/2019/dyke-report.html")
        assert value(app, "story") == "dyke-report"
        await press(pilot, "enter", "escape")
        await opened(pilot)
        await put(pilot, "story", "My own")
        await put(pilot, "source", "flood.txt")
        assert value(app, "story") == "My own"
        await press(pilot, "enter")
    assert [story for _, story, _ in desk.wanted] == [None, "My own"]


@pytest.mark.parametrize(("typed", "fault"), [("", "Say which file"), ("   ", "Say which file")])
async def test_a_form_without_a_source_says_so(
    app: BriefingApp, desk: FakeDesk, typed: str, fault: str
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        await put(pilot, "source", typed)
        await press(pilot, "enter")
        assert fault in screen_text(app)
        await press(pilot, "x")
        assert fault not in screen_text(app)
    assert desk.wanted == []


async def test_a_date_that_is_none_is_said_on_leaving_its_field_and_keeps_the_form(
    app: BriefingApp, desk: FakeDesk
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        await put(pilot, "source", "flood.txt")
        await put(pilot, "published", "2019-02-30")
        assert "is not a date" not in screen_text(app)
        await press(pilot, "tab")
        assert "'2019-02-30' is not a date; write it as" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, AddScreen)
        assert (value(app, "source"), value(app, "published")) == ("flood.txt", "2019-02-30")
    assert desk.wanted == []


async def test_a_refusal_is_said_in_the_form_and_nothing_typed_is_lost(
    app: BriefingApp, desk: FakeDesk
) -> None:
    desk.add_error = BriefingError("flood.txt: no such file or folder", "check the path")
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        await put(pilot, "source", "flood.txt")
        await put(pilot, "published", "2019-03-04")
        await press(pilot, "enter")
        assert isinstance(app.screen, AddScreen)
        text = screen_text(app)
        desk.add_error = None
        await press(pilot, "enter")
        assert isinstance(app.screen, AddedScreen)
    assert "✗ flood.txt: no such file or folder; check the path" in text
    assert desk.wanted[0] == desk.wanted[1]


async def test_one_source_that_cannot_be_read_is_mended_in_the_form(app: BriefingApp, desk: FakeDesk) -> None:
    desk.report = Report("photo", REPORT.added[2:3])
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        await put(pilot, "source", "photo.txt")
        await press(pilot, "enter")
        assert isinstance(app.screen, AddScreen)
        assert "✗ photo.txt is a picture; give text" in screen_text(app)


async def test_esc_before_the_start_changes_nothing(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        await put(pilot, "source", "flood.txt")
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
    assert desk.wanted == []


async def test_while_it_reads_a_bar_tells_how_far_and_the_form_is_shut(
    app: BriefingApp, desk: FakeDesk
) -> None:
    may_go_on = threading.Event()
    desk.while_adding = lambda: may_go_on.wait(10)
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        await put(pilot, "source", "flood.txt")
        await pilot.press("enter")
        await pilot.press("escape", "enter", "x")
        reading = screen_text(app)
        bar = app.screen.query_one(ProgressBar)
        assert isinstance(app.screen, AddScreen)
        assert (bar.display, bar.percentage) == (True, 0)
        may_go_on.set()
        await settle(pilot)
        assert bar.percentage == 1
    assert "Reading …" in reading
    assert len(desk.wanted) == 1


@pytest.mark.parametrize(
    ("key", "page"), [("enter", BriefingScreen), ("3", ArticlesScreen), ("escape", HomeScreen)]
)
async def test_from_the_report_to_the_story(app: BriefingApp, key: str, page: type[Page]) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        await put(pilot, "source", "flood.txt")
        await press(pilot, "enter", key)
        assert isinstance(app.screen, page)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_the_mouse_does_it_too(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await click_key(pilot, "Add articles")
        await pilot.click("#story Input")
        await press(pilot, "v")
        await pilot.click("#source Input")
        await press(pilot, "f")
        await click_key(pilot, "Add")
        assert isinstance(app.screen, AddedScreen)
    assert [(names, story) for names, story, _ in desk.wanted] == [(["f"], "v")]


async def click_key(pilot: Pilot[None], label: str) -> None:
    """Clicks a key in the footer."""
    last = pilot.app.size.height - 1
    await pilot.click(offset=(screen_text(pilot.app).splitlines()[last].index(label), last))
    await settle(pilot)


async def test_a_report_without_an_article_opens_nothing(app: BriefingApp) -> None:
    report = Report("none", REPORT.added[2:3] * 2)
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        app.screen.post_message(AddDone(report))
        await settle(pilot)
        await press(pilot, "3", "enter")
        assert isinstance(app.screen, AddedScreen)


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("a b.txt", "a b.txt"),
        ("'a b.txt'", "a b.txt"),
        ('"a b.txt"', "a b.txt"),
        ("'", "'"),
        ("~/a.txt", f"{pathlib.Path.home()}/a.txt"),
    ],
)
def test_typed_source(typed: str, source: str) -> None:
    assert typed_source(typed) == source


@pytest.mark.parametrize("source", ["", "https://[", "x" * 4096, "/" * 4096])
def test_half_a_source_suggests_some_name_or_none_and_never_fails(source: str) -> None:
    assert isinstance(suggested_story(source), str)


@pytest.mark.parametrize("size", SIZES)
async def test_the_form_and_the_report_look_as_stored(
    app: BriefingApp, size: tuple[int, int], matches: Callable[[App[None], str], None]
) -> None:
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        await put(pilot, "source", "flood.txt")
        await put(pilot, "published", "Friday")
        await press(pilot, "tab")
        matches(app, "add")
        await put(pilot, "published", "")
        await press(pilot, "enter")
        matches(app, "added")


async def test_a_folder_is_added_to_a_real_store_and_shown(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "velo"
    folder.mkdir()
    (folder / "one.txt").write_text(
        "Dyke at Ostrel gives way\n\nThe dyke at Ostrel gave way on Friday. About 4,200 people left the town.\n"
    )
    (folder / "two.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    store = str(tmp_path / "store.db")

    def open_store() -> Desk:
        return open_desk(store, "trainee")

    app = BriefingApp(open_store)
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot)
        await put(pilot, "source", str(folder))
        await press(pilot, "enter")
        assert "1 added, 1 left out" in screen_text(app)
        await press(pilot, "3", "e")
        await put(pilot, "published", "2019-03-09")
        await press(pilot, "enter")
        assert "9 March 2019 (as given)" in screen_text(app)
        await press(pilot, "enter")
        told = ""
        for _ in range(3):
            await press(pilot, "n")
            told += screen_text(app)
        assert "date  8 March 2019" in told
    app.close_desk()


async def test_adding_from_the_list_adds_to_its_story_and_the_list_follows(
    app: BriefingApp, desk: FakeDesk
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "3", "a")
        assert value(app, "story") == "port-velo"
        await put(pilot, "source", "flood.txt")
        assert value(app, "story") == "port-velo"
        third = replace(desk.story_shown.articles[0], key="third", outlet="The Third Paper")
        desk.story_shown = replace(desk.story_shown, articles=(*desk.story_shown.articles, third))
        await press(pilot, "enter", "escape")
        assert isinstance(app.screen, ArticlesScreen)
        text = screen_text(app)
        await press(pilot, "escape", "G")
        assert isinstance(app.screen, BriefingScreen)
        assert "The Third Paper" in screen_text(app)
    assert "3 articles" in text
    assert "The Third Paper" in text
    assert desk.wanted[0][1] == "port-velo"
