"""The app on a real store: the sample story, from an empty folder to ten kept answers."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence

from textual.pilot import Pilot

from quiz_bank.desk import Desk, open_desk
from tests.tui.app.stage import SIZES, answer, press, screen_text, settle
from tui.app import BriefingApp
from tui.screens.quiz import QuizScreen
from tui.screens.results import ResultsScreen
from tui.widgets.answer_rows import OrderRows


async def put_in_order(pilot: Pilot[None], right: Sequence[str]) -> None:
    """Moves each line to its place by keys, and sends them."""
    rows = pilot.app.screen.query_one(OrderRows)
    for place, line in enumerate(right):
        away = [rows.lines[each] for each in rows.order].index(line) - rows.at
        await press(pilot, *["j" if away > 0 else "k"] * abs(away), str(place + 1))
    await press(pilot, "enter")


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
            if question.key.kind == "order":
                await put_in_order(pilot, [str(line) for line in question.key.value])
            else:
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
