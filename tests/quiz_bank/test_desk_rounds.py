"""Rounds at the desk: begun, broken off, taken up again, over; reviews across stories."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefings.errors import BriefingError
from briefings.store.store import Store, open_store
from quiz_bank.desk import Desk
from quiz_bank.learning.schedule import Pace
from quiz_bank.questions import Mode
from quiz_bank.session import Quiz

pytestmark = pytest.mark.usefixtures("back_end")

NEWS = """Dyke at {town} holds

{town}, 9 March 2019

About {people} people left the town of {town} by boat. The dam lies 12 kilometres north of {town}.

The governor of {town}, Mira Tolan, said more than 60 percent of {town} was under water.
"""
NOW = datetime.now(UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.db")) as opened:
        for slug, town, people in (("east", "Ostrel", "4,200"), ("west", "Brenn", "300")):
            (tmp_path / f"{slug}.txt").write_text(NEWS.format(town=town, people=people), encoding="utf-8")
            assert Desk(opened, "ana").add([str(tmp_path / f"{slug}.txt")], slug).kept == 1
        yield opened


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, "ana")


def answer(desk: Desk, quiz: Quiz, *said: str) -> None:
    for text in said:
        attempt = quiz.grade(text)
        desk.record(attempt)
        quiz.keep(attempt)
        quiz.advance()


@pytest.mark.parametrize("mode", ["type", "choice"])
def test_a_round_is_taken_up_where_it_was(desk: Desk, mode: Mode) -> None:
    quiz = desk.start("east", mode=mode)
    assert desk.resume("east") is None
    answer(desk, quiz, "1", "no idea")
    found = desk.resume("east")
    assert found is not None
    assert (found.answered, found.left_out) == (2, ())
    assert (found.quiz.questions, found.quiz.current) == (quiz.questions, quiz.current)
    assert (found.quiz.round_uid, found.quiz.returning) == (quiz.round_uid, True)


def test_another_wording_chosen_for_a_round_stays_in_it(desk: Desk) -> None:
    answer(desk, desk.start("east"), "1", "2", "3", "4")
    tomorrow = Desk(desk.store, "ana", clock=lambda: NOW + timedelta(days=1))
    first = {question.id for question in desk.start("west").questions}
    again = tomorrow.start("east")
    before = {question.id for question in desk.questions("east")}
    assert {question.id for question in again.questions} - before, (
        "a claim with two wordings is asked in the other"
    )
    assert first.isdisjoint(before)
    answer(tomorrow, again, "no idea")
    found = tomorrow.resume("east")
    assert found is not None
    assert found.quiz.questions == again.questions


def test_a_round_that_is_over_is_not_taken_up(desk: Desk) -> None:
    quiz = desk.start("east")
    answer(desk, quiz, "no idea")
    desk.finish(quiz)
    assert desk.resume("east") is None


def test_a_new_round_ends_the_one_before(desk: Desk) -> None:
    answer(desk, desk.start("east"), "no idea")
    desk.start("east")
    assert desk.resume("east") is None


def test_rounds_are_ones_own_and_their_storys(desk: Desk) -> None:
    answer(desk, desk.start("east"), "no idea")
    assert desk.resume("west") is None
    assert desk.resume() is None
    assert Desk(desk.store, "ben").resume("east") is None


def test_a_retired_question_is_left_out_and_its_answer_stays_kept(desk: Desk) -> None:
    quiz = desk.start("east")
    gone = quiz.current
    answer(desk, quiz, "no idea", "no idea")
    desk.edit_question(gone.id, "retire")
    found = desk.resume("east")
    assert found is not None
    assert found.left_out == (gone.ask,)
    assert (found.answered, found.quiz.total) == (1, quiz.total - 1)
    assert len(desk.results()) == 2


def test_a_removed_story_takes_its_round_along(desk: Desk) -> None:
    answer(desk, desk.start("east"), "no idea")
    desk.remove_story("east")
    with pytest.raises(BriefingError, match="no story 'east'"):
        desk.resume("east")


def test_a_review_of_everything_mixes_stories_and_is_taken_up(desk: Desk) -> None:
    quiz = desk.review()
    assert {question.story for question in quiz.questions} == {"east", "west"}
    assert quiz.total == len(desk.questions("east")) + len(desk.questions("west"))
    answer(desk, quiz, "no idea")
    found = desk.resume()
    assert found is not None
    assert found.quiz.questions == quiz.questions
    assert {question.story for question in desk.review("west").questions} == {"west"}


def test_the_days_limits_hold_over_stories(store: Store) -> None:
    desk = Desk(store, "ana", Pace(new_a_day=3))
    quiz = desk.review()
    assert quiz.total == 3
    answer(desk, quiz, "no idea", "no idea", "no idea")
    assert desk.review().total == 0
    tomorrow = Desk(
        store, "ana", Pace(new_a_day=3, reviews_a_day=2), lambda: datetime.now(UTC) + timedelta(days=1)
    )
    assert len(tomorrow.due().due) == 3
    assert tomorrow.review().total == 2 + 3


def test_an_empty_shelf_has_nothing_to_review(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "empty.db")) as opened:
        desk = Desk(opened, "ana")
        assert desk.review().total == 0
        assert desk.progress().answered == 0
        assert desk.due().forecast[0].due == 0
