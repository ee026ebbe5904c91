"""What can be said after an answer: I was right, take it back, a bad question; hints and how sure one is before."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.geometry import Offset
from textual.widgets import Input

from briefings.errors import BriefingError
from quiz_bank.session import Phase
from tests.tui.app.stage import (
    BRIEFING,
    QUESTIONS,
    SIZES,
    FakeDesk,
    answer,
    cursor_at,
    press,
    screen_text,
    settle,
)
from tui.app import BriefingApp
from tui.config import Config
from tui.screens.quiz import QuizScreen
from tui.screens.report import ReportScreen
from tui.screens.results import ResultsScreen
from tui.widgets.answer_input import AnswerInput
from tui.widgets.feedback import Feedback

SMALL = SIZES[0]
LOCKED = BriefingError("the store is locked", "close the other program")


def quiz_page(app: App[None]) -> QuizScreen:
    assert isinstance(app.screen, QuizScreen)
    return app.screen


async def test_o_counts_the_answer_as_correct_and_says_who_sees_it(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "9 km")
        wrong = screen_text(app)
        await press(pilot, "o")
        right = screen_text(app)
        quiz = quiz_page(app).quiz
        assert quiz.phase is Phase.FEEDBACK
        assert quiz.count("correct") == 1
    assert "✗ Wrong" in wrong
    assert "✓ Correct  you said you were right" in right
    assert "Your instructor sees it" in right
    assert "o I was right" not in right
    assert [(each.kind, each.attempt_uid) for each in desk.appealed] == [("right", desk.kept[0].uid)]


async def test_u_takes_the_answer_back_and_asks_again(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "9 km")
        await press(pilot, "u")
        page = quiz_page(app)
        assert page.quiz.phase is Phase.ANSWERING
        assert page.quiz.current == QUESTIONS[0]
        assert page.query_one(AnswerInput).has_focus
        assert "question 1 of 10" in screen_text(app)
        await answer(pilot, "85 km")
        assert [attempt.answer for attempt in page.quiz.attempts] == ["85 km"]
    assert [each.kind for each in desk.appealed] == ["undo"]


async def test_e_reports_a_bad_question_with_a_remark_that_is_shown_to_nobody_as_markup(
    app: BriefingApp, desk: FakeDesk
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "9 km")
        await press(pilot, "e")
        assert isinstance(app.screen, ReportScreen)
        await press(pilot, *"[red", "enter")
        assert quiz_page(app).quiz.phase is Phase.FEEDBACK
        assert "! Reported; your instructor sees it" in screen_text(app)
    assert [(each.kind, each.text) for each in desk.appealed] == [("report", "[red")]


async def test_esc_leaves_the_remark_and_reports_nothing(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "9 km")
        verdict = app.screen.query_one(Feedback).content_region.offset
        await cursor_at(pilot, verdict)
        await press(pilot, "e", "x")
        await cursor_at(pilot, app.screen.query_one(Input).content_region.offset + Offset(1, 0))
        await press(pilot, "escape")
        await cursor_at(pilot, verdict)
        assert quiz_page(app).quiz.phase is Phase.FEEDBACK
    assert not desk.appealed


async def test_what_could_not_be_kept_does_not_count(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "9 km")
        desk.refusals = [LOCKED]
        await press(pilot, "o")
        text = screen_text(app)
        assert quiz_page(app).quiz.count("correct") == 0
        await press(pilot, "o")
        assert quiz_page(app).quiz.count("correct") == 1
    assert "✗ NOT saved: the store is locked" in text


async def test_ctrl_t_helps_while_the_cursor_is_in_the_answer_and_is_counted(
    app: BriefingApp, desk: FakeDesk
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await press(pilot, "8", "ctrl+t", "5")
        text = screen_text(app)
        assert quiz_page(app).query_one(AnswerInput).value == "85"
        await press(pilot, "enter")
    assert "Hint  between 10 and 100 km" in text
    assert desk.kept[0].hints == 1


@pytest.mark.parametrize(("key", "said"), [("1", "guess"), ("enter", "think"), ("3", "sure")])
async def test_how_sure_one_is_is_asked_before_anything_is_judged(key: str, said: str) -> None:
    desk = FakeDesk()
    app = BriefingApp(lambda: desk, lambda _: BRIEFING, config=Config(confidence=True))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "9 km")
        asked = screen_text(app)
        assert not desk.kept
        await press(pilot, key)
    assert "How sure are you?" in asked
    assert "Wrong" not in asked
    assert [attempt.confidence for attempt in desk.kept] == [said]


async def test_esc_goes_back_from_how_sure_one_is_to_the_answer() -> None:
    desk = FakeDesk()
    app = BriefingApp(lambda: desk, lambda _: BRIEFING, config=Config(confidence=True))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "9")
        await press(pilot, "escape")
        await answer(pilot, "0 km")
        await press(pilot, "3")
    assert [attempt.answer for attempt in desk.kept] == ["90 km"]


async def test_what_was_missed_comes_back_marked_and_does_not_count_twice() -> None:
    desk = FakeDesk()
    desk.returning = True
    desk.asked = QUESTIONS[:2]
    app = BriefingApp(lambda: desk, lambda _: BRIEFING)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "9 km")
        assert "↻ 1 to come back" in screen_text(app)
        await press(pilot, "enter")
        await answer(pilot, "4 March 2019")
        await press(pilot, "enter")
        back = screen_text(app)
        await answer(pilot, "85 km")
        await press(pilot, "enter")
        results = screen_text(app)
        assert isinstance(app.screen, ResultsScreen)
    assert "↻ again" in back
    assert "again · question 2 of 2" in back
    assert "1 of 2 correct" in results
    assert "↻ right when it came back" in " ".join(results.split())
    assert [quiz.total for quiz in desk.finished] == [2]


async def test_sure_but_wrong_stands_first_in_the_results() -> None:
    desk = FakeDesk()
    app = BriefingApp(lambda: desk, lambda _: BRIEFING, config=Config(confidence=True))
    async with app.run_test(size=SIZES[1]) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "9 km")
        await press(pilot, "1", "enter")
        await answer(pilot, "5 May 1901")
        await press(pilot, "3", "escape")
        text = screen_text(app)
    assert text.index("You were sure, and wrong") < text.index("On what date") < text.index("To learn")
    assert text.index("To learn") < text.index("About how far south")
