"""A class at one store: what counts in its results, and who instructs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.errors import BriefingError
from briefings.store.store import Store, open_store
from quiz_bank.desk import Desk
from quiz_bank.learning.items import Tally
from quiz_bank.questions import Question
from quiz_bank.session import AppealKind, Quiz

pytestmark = pytest.mark.usefixtures("back_end")

NEWS = """Dyke at Ostrel holds

Ostrel, 9 March 2019

About 4,200 people left the town of Ostrel by boat. The dam lies 12 kilometres north of Ostrel.

The governor of Ostrel, Mira Tolan, said more than 60 percent of Ostrel was under water.
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.db")) as opened:
        (tmp_path / "dyke.txt").write_text(NEWS, encoding="utf-8")
        assert Desk(opened, "Mira").add([str(tmp_path / "dyke.txt")]).kept == 1
        yield opened


def the_people(desk: Desk) -> Question:
    (question,) = [each for each in desk.questions("dyke") if each.kind == "population"]
    return question


def answered(desk: Desk, answer: str, appeal: AppealKind | None = None) -> None:
    quiz = Quiz([the_people(desk)])
    attempt = quiz.grade(answer)
    desk.record(attempt)
    quiz.keep(attempt)
    if appeal is not None:
        said = quiz.appeal(appeal, "")
        assert said is not None
        desk.appeal(said)


def tally(desk: Desk) -> Tally:
    (item,) = desk.gradebook("dyke").results.items
    return item.tally


def test_what_was_taken_back_does_not_count(store: Store) -> None:
    answered(Desk(store, "ana"), "9,000", "undo")
    answered(Desk(store, "ben"), "4,200")
    assert (tally(Desk(store, "Mira")).first_tries, tally(Desk(store, "Mira")).right) == (1, 1)


def test_i_was_right_counts_until_it_is_refused(store: Store) -> None:
    mira = Desk(store, "Mira")
    answered(Desk(store, "ana"), "half the town", "right")
    assert (tally(mira).right, tally(mira).overrides) == (1, 1)
    mira.decide(mira.appeals()[0].id, accepted=False)
    assert (tally(mira).right, tally(mira).overrides) == (0, 0)


def test_a_report_is_counted_beside_the_answer(store: Store) -> None:
    answered(Desk(store, "ana"), "4,200", "report")
    assert (tally(Desk(store, "Mira")).right, tally(Desk(store, "Mira")).reports) == (1, 1)


def test_results_tell_the_question_as_it_is_asked_today(store: Store) -> None:
    mira = Desk(store, "Mira")
    question = the_people(mira)
    answered(Desk(store, "ana"), "4,200")
    mira.edit_question(question.id, "reword", "How many left Ostrel by boat?")
    mira.edit_question(question.id, "add-spelling", "forty-two hundred")
    asked = mira.gradebook().asked[question.id]
    assert asked.ask == "How many left Ostrel by boat?"
    assert "forty-two hundred" in asked.spellings
    assert asked.sentence == question.sources[0].sentence
    assert asked.answer == question.answer
    assert mira.asked_by_id([question.id]) == {question.id: asked}


def test_results_of_one_trainee_and_of_a_story_nobody_knows(store: Store) -> None:
    answered(Desk(store, "ana"), "4,200")
    answered(Desk(store, "ben"), "9,000")
    mira = Desk(store, "Mira")
    assert [each.name for each in mira.gradebook("dyke", "ANA").results.trainees] == ["ana"]
    assert mira.gradebook("mars").results.items == ()


def test_who_makes_the_store_instructs_and_whoever_comes_later_is_a_trainee(store: Store) -> None:
    assert not Desk(store, "ana").is_instructor
    assert Desk(store, "mira").is_instructor


def test_a_trainee_decides_nothing(store: Store, tmp_path: Path) -> None:
    ana = Desk(store, "ana")
    answered(ana, "half the town", "right")
    question = the_people(ana).id
    for refused in (
        lambda: ana.edit_question(question, "retire"),
        lambda: ana.decide(ana.appeals()[0].id, accepted=True),
        lambda: ana.add_bank(tmp_path / "none.toml"),
        lambda: ana.remove_bank("none"),
    ):
        with pytest.raises(BriefingError, match="only an instructor"):
            refused()
    assert the_people(ana).id == question
    assert len(ana.appeals()) == 1


def test_the_wording_that_stands_in_for_a_retired_one_can_be_curated_too(store: Store) -> None:
    mira = Desk(store, "Mira")
    retired = next(each for each in mira.questions("dyke") if each.siblings)
    mira.edit_question(retired.id, "retire")
    (stand_in,) = [each for each in mira.questions("dyke") if each.claim == retired.claim]
    listed = {each.question.id: each.curation.state for each in mira.curated("dyke")}
    assert (listed[retired.id], listed[stand_in.id]) == ("retired", "new")


def test_the_questions_of_a_bank_on_no_story_are_curated_by_themselves(store: Store, tmp_path: Path) -> None:
    mira = Desk(store, "Mira")
    path = tmp_path / "boats.toml"
    path.write_text(
        '[bank]\ntitle = "Boats"\n\n[[question]]\nid = "keel"\nkind = "text"\n'
        'ask = "What does a boat stand on?"\nanswer = "its keel"\n',
        encoding="utf-8",
    )
    bank = mira.add_bank(path)
    assert bank.faults == ()
    (listed,) = mira.curated(bank.story)
    assert listed.question.ask == "What does a boat stand on?"
    assert listed.question.id not in {each.question.id for each in mira.curated("dyke")}
