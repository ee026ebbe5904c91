"""Before a quiz: what is proposed, what can be changed, and the round that broke off, offered first."""

from __future__ import annotations

import pathlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from textual.app import App
from textual.pilot import Pilot

from quiz_bank.desk import Desk, open_desk
from quiz_bank.learning.rounds import Resumed
from quiz_bank.learning.schedule import DueList, ForecastDay
from quiz_bank.session import Quiz
from tests.tui.app.stage import (
    BRIEFING,
    CARD,
    QUESTIONS,
    SIZES,
    FakeDesk,
    advised,
    answer,
    press,
    screen_text,
    settle,
)
from tui.app import BriefingApp
from tui.config import Config
from tui.screens.home import HomeScreen
from tui.screens.quiz import QuizScreen
from tui.screens.quiz_start import QuizStartScreen
from tui.screens.results import ResultsScreen

SMALL = SIZES[0]


def broken_off() -> Resumed:
    """A round of ten questions, the first of which was answered."""
    quiz = Quiz(QUESTIONS, round_uid="round")
    quiz.keep(quiz.grade("85 km"))
    quiz.advance()
    return Resumed(quiz, 1, ())


@pytest.mark.parametrize(
    ("keys", "started"),
    [
        ((), ("port-velo", 10, "type", ())),
        (("m",), ("port-velo", 10, "choice", ())),
        (("j", "space"), ("port-velo", 10, "choice", ())),
        (("j", "j", "right"), ("port-velo", 15, "type", ())),
        (("j", "j", "left"), ("port-velo", 5, "type", ())),
        (("x", "G", "space"), ("port-velo", 10, "type", ("share",))),
    ],
)
async def test_a_quiz_is_started_as_chosen(
    app: BriefingApp, desk: FakeDesk, keys: tuple[str, ...], started: tuple[str, int, str, tuple[str, ...]]
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", *keys, "enter")
        assert isinstance(app.screen, QuizScreen)
    assert desk.started == [started]


async def test_the_settings_are_what_is_proposed(desk: FakeDesk) -> None:
    app = BriefingApp(lambda: desk, config=Config(quiz_length=7, quiz_mode="choice"))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
    assert desk.started == [("port-velo", 7, "choice", ())]


async def test_without_a_kind_nothing_starts_and_the_key_is_named(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "x", "enter")
        text = screen_text(app)
        assert isinstance(app.screen, QuizStartScreen)
    assert "space ticks the line, x all of them" in text
    assert not desk.started


async def test_another_story_can_be_chosen() -> None:
    desk = FakeDesk([CARD, replace(CARD, slug="lorn", title="The fire of Lorn")])
    app = BriefingApp(lambda: desk, lambda _: BRIEFING)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "j", "j", "j", "j", "right")
        assert isinstance(app.screen, QuizStartScreen)
        assert app.screen.setup.title == "The fire of Lorn"
        await press(pilot, "enter")
    assert [slug for slug, *_ in desk.started] == ["lorn"]


@pytest.mark.parametrize(("times", "only_due"), [(1, False), (2, True)])
async def test_a_review_can_be_chosen_or_what_is_due_alone(
    app: BriefingApp, desk: FakeDesk, times: int, only_due: bool
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "j", "j", "j", *["space"] * times, "enter")
        assert isinstance(app.screen, QuizScreen)
    assert desk.reviewed == ["port-velo"]
    assert desk.only_due is only_due
    assert not desk.started


async def test_a_round_that_broke_off_comes_first_and_goes_on_where_it_stood(desk: FakeDesk) -> None:
    desk.broken_off = broken_off()
    app = BriefingApp(lambda: desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await advised(pilot)
        home = screen_text(app)
        await press(pilot, "z")
        panel = screen_text(app)
        await press(pilot, "enter")
        asked = screen_text(app)
    assert "A round waits: 1 of 10 answered. z or r goes on with it." in home
    assert "Go on" in panel
    assert "question 2 of 10" in asked
    assert not desk.started


async def test_a_round_that_broke_off_can_be_left_for_a_new_one(desk: FakeDesk) -> None:
    desk.broken_off = broken_off()
    app = BriefingApp(lambda: desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "j", "enter")
        assert "question 1 of 10" in screen_text(app)
    assert len(desk.started) == 1


async def test_a_click_starts_or_changes(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z")
        for row in ("#length", "KindRow", "StartRow"):
            await pilot.click(row)
            await settle(pilot)
    assert [(length, "count" in kinds) for _, length, _, kinds in desk.started] == [(15, False)]


@pytest.mark.parametrize(("here", "everywhere", "only_due"), [("r", "R", False), ("d", "D", True)])
async def test_keys_review_what_is_due_in_the_story_and_in_all_with_new_facts_or_without(
    app: BriefingApp, desk: FakeDesk, here: str, everywhere: str, only_due: bool
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, here)
        assert isinstance(app.screen, QuizScreen)
        assert "question 1 of 2" in screen_text(app)
        await press(pilot, "escape", everywhere)
        assert isinstance(app.screen, QuizScreen)
    assert desk.reviewed == ["port-velo", None]
    assert desk.only_due is only_due


async def test_nothing_due_says_when_there_will_be(app: BriefingApp, desk: FakeDesk) -> None:
    desk.due_questions = ()
    friday = datetime(2031, 5, 2, tzinfo=UTC).date()
    desk.due_list = DueList((), 0, 200, 20, (ForecastDay(friday, 3),))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "r")
        text = " ".join(screen_text(app).split())
        assert isinstance(app.screen, HomeScreen)
    assert "✓ Nothing is due now" in text
    assert "Friday 2 May" in text


async def test_results_tell_what_comes_next(app: BriefingApp, desk: FakeDesk) -> None:
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    desk.due_list = DueList((), 4, 200, 20, (ForecastDay(tomorrow, 3),))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "85 km")
        await press(pilot, "escape")
        text = " ".join(screen_text(app).split())
    assert "Nothing more is due now. Coming up: 3 tomorrow. 4 facts still new." in text


async def test_first_steps_are_told_where_nothing_was_answered(desk: FakeDesk) -> None:
    desk.kinds_answered = ()
    app = BriefingApp(lambda: desk)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await advised(pilot)
        assert "enter reads the briefing, z asks you about it" in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_the_panel_with_a_round_that_waits_looks_as_stored(
    desk: FakeDesk, size: tuple[int, int], matches: Callable[[App[None], str], None]
) -> None:
    desk.broken_off = broken_off()
    app = BriefingApp(lambda: desk)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await advised(pilot)
        matches(app, "home-round")
        await press(pilot, "z")
        matches(app, "quiz-start-round")


@pytest.mark.parametrize("size", SIZES)
async def test_states_of_a_quiz_look_as_stored(
    size: tuple[int, int], matches: Callable[[App[None], str], None]
) -> None:
    desk = FakeDesk()
    desk.returning = True
    desk.asked = QUESTIONS[:2]
    app = BriefingApp(lambda: desk, lambda _: BRIEFING, config=Config(confidence=True))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter", "ctrl+t")
        await answer(pilot, "9 km")
        matches(app, "quiz-sure")
        await press(pilot, "3", "e")
        matches(app, "quiz-report")
        await press(pilot, "escape", "enter", "ctrl+o")
        matches(app, "quiz-skipped")
        await press(pilot, "enter")
        matches(app, "quiz-again")
        await press(pilot, "escape")
        matches(app, "results-sure")


async def test_a_program_that_was_killed_goes_on_at_the_same_question(tmp_path: pathlib.Path) -> None:
    store = str(tmp_path / "store.db")

    def open_store() -> Desk:
        return open_desk(store, "trainee")

    async def stand(pilot: Pilot[None]) -> tuple[str, list[str]]:
        page = pilot.app.screen
        assert isinstance(page, QuizScreen)
        return page.quiz.current.id, [attempt.verdict.rule for attempt in page.quiz.attempts]

    app = BriefingApp(open_store)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "no idea")
        await press(pilot, "space", "ctrl+o", "space")
        before = await stand(pilot)
    app.close_desk()  # what is in memory goes, as it would with the program

    again = BriefingApp(open_store)
    async with again.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        assert await stand(pilot) == before
        await press(pilot, "escape")
        assert isinstance(again.screen, ResultsScreen)
    again.close_desk()
    assert before[1] == ["no-idea", "skipped"]


async def test_a_bank_is_asked_alone_where_it_is_chosen(app: BriefingApp, desk: FakeDesk) -> None:
    desk.titles = {"harbour": "Harbour basics"}
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "j", "j", "j", "left")
        assert "bank: Harbour basics" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, QuizScreen)
        assert "Harbour basics" in screen_text(app)
    assert desk.started == [("harbour", 10, "type", ())]
