"""The app on a real store: the sample story, from an empty folder to ten kept answers."""

from __future__ import annotations

import pathlib

from quiz_bank.desk import Desk, open_desk
from tests.tui.app.stage import SIZES, answer, press, screen_text, settle
from tui.app import BriefingApp
from tui.screens.quiz import QuizScreen
from tui.screens.results import ResultsScreen


async def test_the_sample_story_is_read_asked_and_remembered(tmp_path: pathlib.Path) -> None:
    store = str(tmp_path / "store.db")

    def open_store() -> Desk:
        return open_desk(store, "trainee")

    app = BriefingApp(open_store)
    async with app.run_test(size=SIZES[0]) as pilot:
        await settle(pilot)
        assert "5 articles" in screen_text(app)
        await press(pilot, "enter")
        assert "BOTTOM LINE" in screen_text(app)
        await press(pilot, "enter", "z", "enter")
        assert isinstance(app.screen, QuizScreen)
        questions = app.screen.quiz.questions
        for question in questions:
            await answer(pilot, question.answer)
            await press(pilot, "space")
        assert isinstance(app.screen, ResultsScreen)
    app.close_desk()

    again = open_store()
    scores = again.scores(questions[0].story)
    again.close()
    assert len(questions) == 10
    assert sum(score.correct for score in scores) >= 9
    assert sum(score.correct + score.close + score.wrong for score in scores) == 10
