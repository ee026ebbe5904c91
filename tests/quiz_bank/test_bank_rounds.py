"""Banks in quizzes: alone, with their story, in reviews; taken up again, curated like any question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.errors import BriefingError
from briefings.sample import sample_folder
from briefings.store.store import open_store
from quiz_bank.bank_shelf import sample_bank
from quiz_bank.desk import Desk
from quiz_bank.session import Quiz

pytestmark = pytest.mark.usefixtures("back_end")

LONE = """
[bank]
title = "Harbour basics"
id = "harbour"

[[question]]
id = "depth"
kind = "number"
ask = "How deep is the harbour of Port Salm?"
answer = "12 m"

[[question]]
id = "keeper"
kind = "text"
ask = "What is the lighthouse of Port Salm called?"
answer = "Old Tom"
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(open_store(str(tmp_path / "s.db")), "ada")
    yield desk
    desk.close()


@pytest.fixture
def lone(tmp_path: Path, desk: Desk) -> Path:
    path = tmp_path / "harbour.toml"
    path.write_text(LONE, encoding="utf-8")
    desk.add_bank(path)
    return path


def answer(desk: Desk, quiz: Quiz, said: str) -> None:
    attempt = quiz.grade(said)
    desk.record(attempt)
    quiz.keep(attempt)
    quiz.advance()


def test_a_bank_is_asked_alone(desk: Desk, lone: Path) -> None:
    quiz = desk.start(bank="harbour")
    assert sorted(question.key.kind for question in quiz.questions) == ["distance", "text"]
    assert [question.claim for question in desk.start(bank="harbour", kinds=["text"]).questions] == [
        "bank:harbour:keeper"
    ]


def test_an_unknown_bank_is_named(desk: Desk) -> None:
    with pytest.raises(BriefingError, match="nowhere"):
        desk.start(bank="nowhere")


def test_a_round_on_a_bank_is_taken_up_again(desk: Desk, lone: Path) -> None:
    quiz = desk.start(bank="harbour")
    answer(desk, quiz, "no idea")
    resumed = desk.resume(bank="harbour")
    assert resumed is not None
    assert (resumed.answered, resumed.quiz.round_uid) == (1, quiz.round_uid)
    assert desk.resume() is None


def test_a_bank_without_a_story_comes_up_in_reviews(desk: Desk, lone: Path) -> None:
    assert {question.story for question in desk.review().questions} == {"bank:harbour"}


def test_a_changed_file_is_asked_as_it_is_now(desk: Desk, lone: Path) -> None:
    lone.write_text(LONE.replace("Old Tom", "Young Tom"), encoding="utf-8")
    (question,) = desk.start(bank="harbour", kinds=["text"]).questions
    assert question.answer == "Young Tom"


def test_a_bank_on_a_story_is_asked_with_it_and_outlives_it(desk: Desk) -> None:
    desk.add([str(sample_folder())])
    desk.add_bank(sample_bank())
    slug = desk.stories()[0].slug
    asked = desk.questions(slug)
    written = [question for question in asked if question.claim.startswith("bank:")]
    assert 0 < len(written) < len(asked)
    assert desk.stories()[0].questions == len({question.claim for question in asked})
    desk.add([str(sample_folder())])
    desk.shelve(slug)
    assert [question.id for question in desk.questions(slug)] == [question.id for question in asked]
    desk.remove_story(slug)
    assert desk.start(bank="deir-ez-zor", limit=100).total == len(written)


def test_a_question_of_a_bank_is_curated_like_any(desk: Desk, lone: Path) -> None:
    keeper = next(q for q in desk.start(bank="harbour").questions if q.key.kind == "text")
    desk.edit_question(keeper.id, "add-spelling", "Tom the Elder")
    (again,) = desk.start(bank="harbour", kinds=["text"]).questions
    assert "Tom the Elder" in again.key.aliases
    desk.edit_question(keeper.id, "retire")
    assert desk.start(bank="harbour", kinds=["text"]).total == 0
