"""The desk over a real store: the sample story from articles to kept answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefings.errors import BriefingError
from briefings.ingest import Added
from briefings.sample import SLUG, sample_folder
from briefings.store.store import open_store
from quiz_bank.desk import Desk, open_desk
from quiz_bank.learning.attempts import Result


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample story, made once; tests that write work on a copy."""
    path = tmp_path_factory.mktemp("sample") / "store.db"
    open_desk(str(path), "ana").close()
    return path


@pytest.fixture
def desk(sample: Path, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "store.db"
    path.write_bytes(sample.read_bytes())
    opened = Desk(open_store(str(path)), "ana")
    yield opened
    opened.close()


def test_the_first_start_loads_the_sample_story(desk: Desk) -> None:
    (card,) = desk.stories()
    assert (card.slug, card.articles, str(card.as_of)) == (SLUG, 5, "2017-11-03")
    assert card.questions >= 10
    assert (card.due, card.new) == (0, card.questions)


def test_a_removed_sample_stays_away(desk: Desk) -> None:
    desk.remove_story(SLUG)
    with open_desk(desk.store.place.target, "ana").store as store:
        assert Desk(store, "ana").stories() == []


def test_adding_the_same_folder_again_changes_no_row(desk: Desk) -> None:
    before = desk.story(SLUG)
    assert {entry.outcome for entry in _add_sample(desk)} == {"unchanged"}
    assert desk.story(SLUG) == before


def test_an_answer_is_kept_and_no_longer_new(desk: Desk) -> None:
    quiz = desk.start(SLUG, limit=1)
    attempt = quiz.grade(quiz.current.answer)
    assert attempt.verdict.verdict == "correct"
    desk.record(attempt)
    (card,) = desk.stories()
    assert card.new == card.questions - 1
    (kept,) = desk.results()
    assert (kept.trainee, kept.answer, kept.verdict) == ("ana", attempt.answer, "correct")


def test_keeping_an_attempt_twice_counts_it_once(desk: Desk) -> None:
    attempt = desk.start(SLUG, limit=1).grade("no idea")
    desk.record(attempt)
    desk.record(attempt)
    assert len(desk.results()) == 1


def test_new_questions_come_before_missed_ones_and_those_before_known_ones(desk: Desk) -> None:
    quiz = desk.start(SLUG, limit=2)
    known, missed = quiz.questions
    for answer in (known.answer, "no idea"):
        attempt = quiz.grade(answer)
        desk.record(attempt)
        quiz.keep(attempt)
        quiz.advance()
    everything = len(desk.questions(SLUG))
    assert {known.id, missed.id}.isdisjoint(
        each.id for each in desk.start(SLUG, limit=everything - 2).questions
    )
    but_one = {each.id for each in desk.start(SLUG, limit=everything - 1).questions}
    assert missed.id in but_one
    assert known.id not in but_one


def test_what_is_due_comes_first(desk: Desk) -> None:
    quiz = desk.start(SLUG, limit=3)
    desk.record(quiz.grade("no idea"))
    tomorrow = Desk(desk.store, "ana", clock=lambda: datetime.now(UTC) + timedelta(days=1))
    assert tomorrow.stories()[0].due == 1
    assert [each.claim for each in tomorrow.start(SLUG, limit=1).questions] == [quiz.current.claim]
    assert desk.stories()[0].due == 0


def test_people_keep_their_own_score_whatever_the_case_of_their_name(desk: Desk) -> None:
    desk.record(desk.start(SLUG, limit=1).grade("no idea"))
    assert sum(score.wrong for score in Desk(desk.store, "ANA").scores(SLUG)) == 1
    assert Desk(desk.store, "ben").scores(SLUG) == []


def test_answers_outlive_their_story(desk: Desk) -> None:
    desk.record(desk.start(SLUG, limit=1).grade("no idea"))
    desk.remove_story(SLUG)
    assert [(row.story, row.verdict) for row in desk.results()] == [(SLUG, "wrong")]
    _add_sample(desk)
    assert desk.stories()[0].new == desk.stories()[0].questions - 1


def test_hostile_answers_and_names_are_kept_harmless(desk: Desk) -> None:
    nasty = "\x1b]0;owned\x07\x00\u202eevil\ud800"
    attempt = replace(desk.start(SLUG, limit=1).grade("x"), answer=nasty)
    Desk(desk.store, f"eve{nasty}").record(attempt)
    (row,) = desk.results()
    assert not any(character in row.trainee + row.answer for character in "\x1b\x00\u202e\ud800")


def test_results_can_be_narrowed(desk: Desk) -> None:
    desk.record(desk.start(SLUG, limit=1).grade("no idea"))

    def stories(rows: list[Result]) -> list[str]:
        return [row.story for row in rows]

    assert stories(desk.results(SLUG, "Ana")) == [SLUG]
    assert stories(desk.results("other")) == []
    assert stories(desk.results(None, "ben")) == []


def test_an_unknown_story_is_told(desk: Desk) -> None:
    with pytest.raises(BriefingError, match="no story 'mars'"):
        desk.start("mars")


def _add_sample(desk: Desk) -> list[Added]:
    return list(desk.add([str(sample_folder())]).added)


def test_the_same_articles_can_stand_in_two_stories(desk: Desk) -> None:
    desk.add([str(sample_folder())], "second")
    first, second = desk.story(SLUG), desk.story("second")
    assert len(first.claims) == len(second.claims) > 0
    assert {claim.key for claim in first.claims}.isdisjoint(claim.key for claim in second.claims)
    assert {question.id for question in desk.questions(SLUG)}.isdisjoint(
        question.id for question in desk.questions("second")
    )
