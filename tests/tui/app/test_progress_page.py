"""Progress: what is due, remembered, right and mistaken, each plot with its figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from textual.app import App

from briefings.errors import BriefingError
from quiz_bank.learning.confusions import Confusion
from quiz_bank.learning.progress import Band, Progress, Share, Tally, Trouble, wilson
from quiz_bank.learning.schedule import ForecastDay
from tests.tui.app.scene import SCENE, app_with
from tests.tui.app.stage import SIZES, FakeDesk, press, screen_text, settle
from tui import progress_charts as charts
from tui.screens.briefing import BriefingScreen
from tui.screens.home import HomeScreen
from tui.screens.progress import ProgressScreen
from tui.screens.quiz import QuizScreen

NARROW, WIDE = SIZES
TALL = (100, 90)
FIRST_DAY = date(2019, 3, 5)
DAYS = tuple(
    ForecastDay(FIRST_DAY + timedelta(days=at), due)
    for at, due in enumerate((30, 4, 0, 2, 1, 0, 0, 8, 0, 0, 0, 0, 0, 1))
)
LEECH = Trouble(
    "q1",
    "How far is Port Velo from Tessaly?",
    "85 kilometres",
    "Port Velo lies 85 kilometres south of the capital, Tessaly.",
    "Velo Courier",
    5,
)
PROGRESS = Progress(
    due=30,
    new=12,
    reviews_left=170,
    new_left=8,
    forecast=DAYS,
    cards=61,
    known=43.4,
    retention=wilson(84, 100),
    target=0.9,
    answered=340,
    kinds=(Tally("distance", 120, 90, 12, 18, 6400), Tally("date", 80, 40, 20, 20, None)),
    stories=(Tally("port-velo", 200, 130, 32, 38, 6000),),
    outlets=(Tally("Velo Courier", 150, 100, 20, 30, 7000),),
    bands=(Band("guess", 0.33, 4, 10), Band("think", 0.73, 0, 0), Band("sure", 0.9, 18, 20)),
    brier=0.181,
    sure_but_wrong=(replace(LEECH, ask="How many trucks came?", answer="42 trucks", sentence="", times=2),),
    confused=(Confusion("q2", "Who is mayor?", "Vask", "Okafor", "Who led the convoy?", 3),),
    leeches=(LEECH,),
    streak=4,
    minutes=51.3,
    minutes_week=12.0,
)
NOTHING = replace(PROGRESS, answered=0)


def desk_with(progress: Progress | BriefingError) -> FakeDesk:
    desk = FakeDesk()
    desk.progress_shown = progress
    return desk


@pytest.mark.parametrize("size", SIZES)
async def test_progress_looks_as_stored(
    size: tuple[int, int], matches: Callable[[App[None], str], None]
) -> None:
    app = app_with(SCENE, desk_with(PROGRESS))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        matches(app, "progress")


async def test_every_figure_stands_beside_its_plot() -> None:
    app = app_with(SCENE, desk_with(PROGRESS))
    async with app.run_test(size=TALL) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        text = screen_text(app)
    for words in (
        *(
            "30 due",
            "12 never asked",
            "43 of 61",
            "340 answers",
            "51 min",
            "12 in the last 7 days",
            "4 days in a row",
        ),
        *("today", "Tue 12 Mar", "84% of 100", "from 76% to 90%", "target 90%"),
        *("distance", "75%", "6.4 s", "The Port Velo flood", "Velo Courier"),
        *("guess", "40%", "33%", "sure", "Brier score 0.181"),
        *("How many trucks came?", "42 trucks", "you: Vask", "Who led the convoy?"),
        *("Forgotten again and again", "Velo Courier: Port Velo lies 85 kilometres"),
    ):
        assert words in text, words
    assert "think" not in text  # never said


async def test_from_a_story_it_is_that_story_and_a_widens_it() -> None:
    desk = desk_with(PROGRESS)
    app = app_with(SCENE, desk)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "8")
        one = screen_text(app)
        await press(pilot, "a")
        every = screen_text(app)
        await press(pilot, "a", "escape")
        assert isinstance(app.screen, BriefingScreen)
    assert desk.progress_of == ["port-velo", None, "port-velo"]
    assert "The Port Velo flood" in one.splitlines()[0]
    assert "all stories" in every.splitlines()[0]


async def test_from_home_it_is_all_stories_and_esc_leads_back() -> None:
    desk = desk_with(PROGRESS)
    app = app_with(SCENE, desk)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "p", "a", "p")
        assert isinstance(app.screen, ProgressScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
    assert desk.progress_of == [None]


async def test_without_an_answer_the_page_names_the_key() -> None:
    app = app_with(SCENE, desk_with(NOTHING))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        text = screen_text(app)
    assert "No answer is kept yet" in text
    assert "esc" in text
    assert "Coming due" not in text


async def test_a_failing_store_is_said_on_the_page() -> None:
    app = app_with(SCENE, desk_with(BriefingError("the store is busy", "try again")))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        assert "✗ the store is busy; try again" in screen_text(app)


async def test_r_reviews_what_is_due_and_the_figures_are_read_again() -> None:
    desk = desk_with(PROGRESS)
    app = app_with(SCENE, desk)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "p", "r")
        assert isinstance(app.screen, QuizScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, ProgressScreen)
    assert desk.reviewed == ["port-velo"]
    assert desk.progress_of == ["port-velo", "port-velo"]


async def test_the_sheet_stays_where_it_is_when_the_help_was_open() -> None:
    app = app_with(SCENE, desk_with(PROGRESS))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "p", "j", "j", "question_mark", "escape")
        assert app.screen.query_one("#sheet").scroll_offset.y == 2


async def test_letters_scroll_the_sheet() -> None:
    app = app_with(SCENE, desk_with(PROGRESS))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        sheet = app.screen.query_one("#sheet")
        places = []
        for key in ("j", "k", "ctrl+d", "g"):
            await press(pilot, key)
            places.append(sheet.scroll_offset.y)
        assert places[0] == 1
        assert places[1] == 0
        assert places[2] > 5
        assert places[3] == 0


@pytest.mark.parametrize(
    ("dues", "bars"),
    [
        ((4, 4, 2), (18, 18, 9)),
        ((6, 3, 2), (18, 9, 6)),
        ((0, 0, 0), (0, 0, 0)),
        ((5, 0, 0), (18, 0, 0)),
        ((900, 10, 0), (18, 18, 0)),  # what waits today does not flatten the days to come
    ],
)
def test_a_bar_a_day(dues: tuple[int, ...], bars: tuple[int, ...]) -> None:
    days = [ForecastDay(FIRST_DAY + timedelta(days=at), due) for at, due in enumerate(dues)]
    drawn = charts.forecast_chart(days).plain.replace("\n", "  ")
    found = [drawn.count(char) for char in "━▶"]
    assert sum(found) == sum(bars)
    assert ("▶" in drawn) == (dues[0] == 900)


def test_the_line_of_retention_marks_share_interval_and_target() -> None:
    line = charts.retention_chart(Share(50, 100, 0.4, 0.6), 0.9).plain.splitlines()[0]
    scale = line.removeprefix("0 % ").removesuffix(" 100 %")
    assert len(scale) == charts.SCALE
    assert [scale.index(mark) for mark in "━●┃"] == [16, 20, 36]
    assert scale.rindex("━") == 24


def test_nothing_asked_twice_has_no_line() -> None:
    assert charts.retention_chart(wilson(0, 0), 0.9).plain == "Nothing has come up a second time yet."


def test_a_long_list_says_how_many_more_there_are() -> None:
    assert [asked.plain for asked, _ in charts.troubles([LEECH] * 11)][-1].startswith("and 3 more")
    assert len(list(charts.troubles([LEECH] * 8))) == 8


def test_under_twenty_answers_there_is_no_score() -> None:
    assert "comes with 20 answers" in charts.calibration_chart(PROGRESS.bands, None).plain
