"""A whole quiz by keyboard: nothing is said of an answer before it is kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from textual.app import App
from textual.events import Key, Paste
from textual.geometry import Offset
from textual.pilot import Pilot

from briefings.errors import BriefingError
from quiz_bank.grading.verdicts import Verdict
from quiz_bank.session import Attempt, Phase
from tests.tui.app.stage import (
    ANSWERS,
    QUESTIONS,
    SIZES,
    FakeDesk,
    advised,
    answer,
    cursor_at,
    press,
    resize,
    screen_text,
    settle,
    type_answer,
)
from tui.app import BriefingApp
from tui.screens.home import HomeScreen
from tui.screens.quiz import QuizScreen
from tui.screens.reader import ReaderScreen
from tui.screens.results import ResultsScreen
from tui.widgets.answer_input import AnswerInput
from tui.widgets.feedback import Feedback

SMALL, LARGE = SIZES
Send = Callable[[Pilot[None], str], Awaitable[None]]
LOCKED = BriefingError("the store is locked", "close the other program")


def quiz_page(app: App[None]) -> QuizScreen:
    assert isinstance(app.screen, QuizScreen)
    return app.screen


@pytest.mark.parametrize(("size", "send"), [(SMALL, type_answer), (LARGE, answer)])
async def test_ten_questions_to_the_results_each_answer_kept_before_its_feedback(
    app: BriefingApp, desk: FakeDesk, size: tuple[int, int], send: Send
) -> None:
    seen_while_keeping: list[tuple[Phase, bool, bool]] = []

    def look(attempt: Attempt) -> None:
        page = quiz_page(app)
        shown = page.query_one(Feedback).display
        seen_while_keeping.append((page.quiz.phase, shown, page.query_one(AnswerInput).locked))

    desk.before_keeping = look
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        for number, text in enumerate(ANSWERS, 1):
            assert f"question {number} of 10" in screen_text(app)
            await send(pilot, text)
            assert len(desk.kept) == number
            assert quiz_page(app).query_one(Feedback).display
            assert QUESTIONS[number - 1].answer in screen_text(app)
            await press(pilot, "enter")
        assert isinstance(app.screen, ResultsScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, HomeScreen)
    assert seen_while_keeping == [(Phase.ANSWERING, False, True)] * 10
    assert [attempt.answer for attempt in desk.kept] == list(ANSWERS)
    assert len({attempt.uid for attempt in desk.kept}) == 10


async def test_feedback_tells_verdict_answer_sentence_source_and_remark(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await press(pilot, "ctrl+o", "space", "ctrl+o", "space")
        await answer(pilot, "9 000")
        text = " ".join(screen_text(app).split())
    for words in (
        "✗ Wrong",
        "about 1,200 people",
        "said about 1,200 people were still living in ▌ schools",
        "Velo Courier · 4 March 2019",
        "≠ The Tessaly Post says 1,500 people.",
    ):
        assert words in text


async def test_an_answer_that_could_not_be_kept_stays_and_enter_tries_it_again(
    app: BriefingApp, desk: FakeDesk
) -> None:
    desk.refusals = [LOCKED]
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "85 km")
        page = quiz_page(app)
        refused = screen_text(app)
        assert page.query_one(AnswerInput).value == "85 km"
        assert not page.query_one(Feedback).display
        assert page.quiz.phase is Phase.ANSWERING
        await press(pilot, "enter")
        assert page.query_one(Feedback).display
    assert "answer NOT saved: the store is locked; close the other program" in refused
    assert [attempt.uid for attempt in desk.tried] == [desk.kept[0].uid] * 2


async def test_another_answer_after_a_refusal_is_another_attempt(app: BriefingApp, desk: FakeDesk) -> None:
    desk.refusals = [LOCKED]
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "85")
        await answer(pilot, " km")
    assert [attempt.answer for attempt in desk.tried] == ["85", "85 km"]
    assert desk.tried[0].uid != desk.tried[1].uid


async def test_an_empty_answer_is_not_an_answer(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "  ")
        text = screen_text(app)
        assert quiz_page(app).quiz.phase is Phase.ANSWERING
        await press(pilot, "a")
        assert "Type an answer first" not in screen_text(app)
    assert "Type an answer first" in text
    assert not desk.tried


async def test_letters_of_shortcuts_are_letters_while_typing(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await press(pilot, "q", "s", "question_mark", "j", "z", "4")
        assert quiz_page(app).query_one(AnswerInput).value == "qs?jz4"


async def test_all_lines_of_what_is_pasted_are_the_answer_and_the_cursor_stays_there(
    app: BriefingApp,
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        place = app.screen.query_one(AnswerInput)
        place.post_message(Paste("85\tkm,\nthey said"))
        await settle(pilot)
        assert place.value == "85 km, they said"
        await resize(pilot, *SIZES[1])
        await cursor_at(pilot, place.content_region.offset + Offset(len(place.value), 0))


async def test_a_skipped_question_is_told_kept_as_missed_and_gone_on_from(
    app: BriefingApp, desk: FakeDesk
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await press(pilot, "ctrl+o")
        told = screen_text(app)
        await press(pilot, "space")
        text = screen_text(app)
    assert "– Skipped" in told
    assert "85 kilometres (53 miles)" in told
    assert "question 2 of 10" in text
    assert [(attempt.answer, attempt.verdict.rule) for attempt in desk.kept] == [("", "skipped")]


async def test_esc_ends_early_with_the_results_so_far(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "85 km")
        await press(pilot, "space", "escape")
        assert isinstance(app.screen, ResultsScreen)
        text = screen_text(app)
    assert "1 of 1 correct" in text
    assert "9 not asked yet" in text
    assert "c Go on" in text
    assert not desk.finished
    assert len(desk.kept) == 1


async def test_esc_before_any_answer_goes_back_where_one_came_from(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_s_shows_the_sentence_in_its_article_and_comes_back(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "85 km")
        await press(pilot, "s")
        assert isinstance(app.screen, ReaderScreen)
        assert "The water rose by 3.5 metres" in " ".join(screen_text(app).split())
        await press(pilot, "s")
        assert quiz_page(app).quiz.phase is Phase.FEEDBACK


async def test_r_asks_the_misses_again(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "85 km")
        await press(pilot, "enter")
        await answer(pilot, "5 May 1901")
        await press(pilot, "enter", "escape")
        await press(pilot, "r")
        assert quiz_page(app).quiz.questions == (QUESTIONS[1],)
        await answer(pilot, "4 March 2019")
        await press(pilot, "enter")
        text = screen_text(app)
        assert isinstance(app.screen, ResultsScreen)
    assert "1 of 1 correct" in text
    assert len(desk.kept) == 3


@pytest.mark.parametrize(
    ("keys", "place"), [(("2",), 1), (("j", "enter"), 1), (("enter",), 0), (("G", "enter"), 2)]
)
async def test_a_choice_is_made_by_digit_or_by_row(
    app: BriefingApp, desk: FakeDesk, keys: tuple[str, ...], place: int
) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "m", "enter")
        await press(pilot, *keys)
        question = quiz_page(app).quiz.questions[0]
        text = screen_text(app)
    assert [attempt.answer for attempt in desk.kept] == [question.options[place]]
    assert "✓ 85 kilometres (53 miles)" in " ".join(text.split())


async def test_a_key_held_down_scrolls_a_line_each_time(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        for _ in range(4):
            await answer(pilot, "no idea")
            await press(pilot, "enter")
        await press(pilot, "escape")
        for _ in range(5):
            app.post_message(Key("j", "j"))
        app.post_message(Key("k", "k"))
        await settle(pilot)
        assert app.screen.query_one("#sheet").scroll_y == 4


async def test_a_digit_without_an_option_is_ignored(app: BriefingApp, desk: FakeDesk) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "m", "enter")
        await press(pilot, "5")
        assert quiz_page(app).quiz.phase is Phase.ANSWERING
    assert not desk.tried


async def test_a_question_that_cannot_be_judged_says_so_and_can_be_skipped(
    app: BriefingApp, desk: FakeDesk
) -> None:
    desk.asked = (replace(QUESTIONS[0], mode="choice", options=("north", "south"), right="east"),)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter", "1")
        text = screen_text(app)
        assert quiz_page(app).quiz.phase is Phase.ANSWERING
        await press(pilot, "ctrl+o", "space")
        assert isinstance(app.screen, ResultsScreen)
    assert "this question cannot be judged" in text
    assert [attempt.verdict.rule for attempt in desk.kept] == ["skipped"]


async def test_a_story_without_questions_says_so(app: BriefingApp, desk: FakeDesk) -> None:
    desk.asked = ()
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        text = screen_text(app)
        assert isinstance(app.screen, HomeScreen)
    assert "this story has no questions yet" in text


async def test_a_quiz_given_at_the_start_opens_first(desk: FakeDesk) -> None:
    app = BriefingApp(lambda: desk, quiz=desk.start("port-velo", limit=2))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert quiz_page(app).quiz.total == 2


@pytest.mark.parametrize("size", SIZES)
async def test_pages_look_as_stored(
    app: BriefingApp,
    size: tuple[int, int],
    matches: Callable[[App[None], str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    verdicts = iter(
        (
            Verdict("correct", "same-unit", "as the source says"),
            Verdict("close", "day-off", "one day off"),
            Verdict("wrong", "too-far", "you: 1,250; the source says about 1,200"),
            Verdict("wrong", "no-number", "there is no figure in this"),
        )
    )
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await advised(pilot)
        matches(app, "home")
        await press(pilot, "enter")
        matches(app, "briefing")
        await press(pilot, "enter")
        matches(app, "briefing-source" if size == SMALL else "reader")
        await press(pilot, "escape", "z")
        matches(app, "quiz-start")
        await press(pilot, "enter")
        matches(app, "quiz-answering")
        monkeypatch.setattr("quiz_bank.session.judge", lambda key, said, ask: next(verdicts))
        for text in ("85 km", "3 March 2019"):
            await answer(pilot, text)
            await press(pilot, "enter")
        await answer(pilot, "1,250 people")
        matches(app, "quiz-feedback")
        await press(pilot, "enter")
        await answer(pilot, "lots")
        await press(pilot, "escape")
        matches(app, "results")
