"""Curating at the desk: what is decided holds for everybody, over re-adding and over a changed article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.errors import BriefingError
from briefings.store.store import open_store
from quiz_bank.curation import Action
from quiz_bank.desk import Desk
from quiz_bank.questions import Question
from quiz_bank.session import AppealKind, Attempt, Quiz

pytestmark = pytest.mark.usefixtures("back_end")

NEWS = """Dyke at Ostrel holds

Ostrel, 9 March 2019

About {people} people left the town of Ostrel by boat. The dam lies 12 kilometres north of Ostrel.

The governor of Ostrel, Mira Tolan, said more than 60 percent of Ostrel was under water.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(open_store(str(tmp_path / "store.db")), "ana")
    told(opened, tmp_path, "4,200")
    yield opened
    opened.close()


def told(desk: Desk, folder: Path, people: str) -> None:
    (folder / "dyke.txt").write_text(NEWS.format(people=people), encoding="utf-8")
    assert desk.add([str(folder / "dyke.txt")]).kept == 1


def asked(desk: Desk, name: str) -> Question | None:
    return next((each for each in desk.questions("dyke") if each.id == name), None)


def the_people(desk: Desk) -> Question:
    (question,) = [each for each in desk.questions("dyke") if each.kind == "population"]
    return question


def at(desk: Desk, question: Question) -> Quiz:
    """A quiz that stands at the question."""
    quiz = desk.start("dyke", limit=100)
    for _ in quiz.questions:
        if quiz.current.id != question.id:
            quiz.skip()
    assert quiz.current.id == question.id
    return quiz


def answered(desk: Desk, question: Question, answer: str) -> Attempt:
    attempt = at(desk, question).grade(answer)
    desk.record(attempt)
    return attempt


def appealed(desk: Desk, question: Question, answer: str, kind: AppealKind = "right", text: str = "") -> None:
    quiz = at(desk, question)
    attempt = quiz.grade(answer)
    desk.record(attempt)
    quiz.keep(attempt)
    appeal = quiz.appeal(kind, text)
    assert appeal is not None
    desk.appeal(appeal)
    desk.appeal(appeal)


def test_a_retired_question_is_asked_nowhere_until_it_is_restored(desk: Desk, tmp_path: Path) -> None:
    name = the_people(desk).id
    desk.edit_question(name[:8], "retire", "too easy")
    told(desk, tmp_path, "4,200")
    assert asked(desk, name) is None
    assert name not in {each.id for each in desk.start("dyke", limit=100).questions}
    assert name not in {each.id for each in desk.questions("dyke", "choice")}
    assert desk.stories()[0].questions == len(desk.questions("dyke"))
    assert [each.curation.state for each in desk.curated("dyke") if each.question.id == name] == ["retired"]
    desk.edit_question(name, "restore")
    assert asked(desk, name) is not None


def test_another_wording_takes_the_place_of_a_retired_one_until_none_is_left(desk: Desk) -> None:
    question = next(each for each in desk.questions("dyke") if each.siblings)
    before = desk.stories()[0].questions
    asked_for = [question.id]
    while (wording := of_claim(desk, question.claim)) is not None:
        assert desk.stories()[0].questions == before
        asked_for.append(wording.id)
        desk.edit_question(wording.id, "retire")
    assert set(asked_for) == {question.id, *question.siblings}
    assert desk.stories()[0].questions == before - 1


def of_claim(desk: Desk, claim: str) -> Question | None:
    return next((each for each in desk.questions("dyke") if each.claim == claim), None)


def test_wording_and_spellings_hold_for_everybody(desk: Desk) -> None:
    question = next(each for each in desk.questions("dyke") if each.kind == "person")
    desk.edit_question(question.id, "reword", "Who  governs\x1b[2J Ostrel?")
    desk.edit_question(question.id, "add-spelling", "The Boatwoman")
    ben = Desk(desk.store, "ben")
    mine = asked(ben, question.id)
    assert mine is not None
    assert mine.ask == "Who governs Ostrel?"
    assert answered(ben, mine, "The Boatwoman").verdict.verdict == "correct"


def test_a_changed_answer_keeps_the_old_one_and_asks_for_another_look(desk: Desk, tmp_path: Path) -> None:
    name = the_people(desk).id
    desk.edit_question(name, "approve")
    told(desk, tmp_path, "5,300")
    assert the_people(desk).id == name
    history = desk.question_history(name[:6])
    assert [version.revision for version in history.versions] == [1, 2]
    assert [version.body["key"]["value"] for version in history.versions] == [4200, 5300]
    assert [(edit.action, edit.by) for edit in history.edits] == [("approve", "ana")]
    assert history.curation.state == "changed"
    desk.edit_question(name, "approve")
    assert desk.question_history(name).curation.state == "approved"


def test_reading_the_same_again_changes_no_revision(desk: Desk, tmp_path: Path) -> None:
    told(desk, tmp_path, "4,200")
    desk.shelve("dyke")
    assert len(desk.question_history(the_people(desk).id).versions) == 1


@pytest.mark.parametrize(
    ("name", "action", "text", "problem"),
    [
        ("00000000", "approve", "", "fits no question"),
        ("", "approve", "", "is no question's id"),
        ("%%%%", "approve", "", "is no question's id"),
        ("\x00\ud800", "approve", "", "is no question's id"),
        (None, "burn", "", "no action 'burn'"),
        (None, "add-spelling", "  ", "the spelling is empty"),
    ],
)
def test_what_cannot_be_decided_is_told(
    desk: Desk, name: str | None, action: Action, text: str, problem: str
) -> None:
    with pytest.raises(BriefingError, match=problem):
        desk.edit_question(the_people(desk).id if name is None else name, action, text)


def test_i_was_right_counts_at_once_and_accepting_it_counts_for_everybody(desk: Desk) -> None:
    question = next(each for each in desk.questions("dyke") if each.kind == "person")
    appealed(desk, question, "The Boatwoman", text="everybody calls her so")
    assert [(score.kind, score.correct) for score in desk.scores("dyke")] == [("person", 1)]
    (appeal,) = desk.appeals("dyke")
    assert (appeal.trainee, appeal.answer, appeal.verdict) == ("ana", "The Boatwoman", "wrong")
    assert appeal.remark == "everybody calls her so"
    ben = Desk(desk.store, "ben")
    assert answered(ben, question, "The Boatwoman").verdict.verdict == "wrong"
    desk.decide(appeal.id, accepted=True)
    assert desk.appeals() == []
    cleo = Desk(desk.store, "cleo")
    assert answered(cleo, question, "the boatwoman").verdict.verdict == "correct"
    with pytest.raises(BriefingError, match="accepted already"):
        desk.decide(appeal.id, accepted=False)


def test_a_refused_appeal_no_longer_counts(desk: Desk) -> None:
    appealed(desk, the_people(desk), "a million")
    (appeal,) = desk.appeals()
    desk.decide(appeal.id, accepted=False)
    assert [(score.correct, score.wrong) for score in desk.scores("dyke")] == [(0, 1)]


def test_an_accepted_report_retires_the_question(desk: Desk) -> None:
    question = the_people(desk)
    appealed(desk, question, "4,200", "report", "which boat?")
    (appeal,) = desk.appeals()
    assert (appeal.kind, appeal.remark) == ("report", "which boat?")
    desk.decide(appeal.id, accepted=True)
    assert asked(desk, question.id) is None


def test_an_answer_taken_back_waits_for_nobody(desk: Desk) -> None:
    quiz = desk.start("dyke", limit=1)
    attempt = quiz.grade("no idea")
    desk.record(attempt)
    quiz.keep(attempt)
    kinds: tuple[AppealKind, ...] = ("right", "undo")
    for kind in kinds:
        appeal = quiz.appeal(kind)
        assert appeal is not None
        desk.appeal(appeal)
    assert desk.appeals() == []
    assert desk.scores("dyke") == []


def test_an_appeal_needs_an_answer_of_ones_own(desk: Desk) -> None:
    quiz = desk.start("dyke", limit=1)
    quiz.keep(quiz.grade("no idea"))
    appeal = quiz.appeal("right")
    assert appeal is not None
    with pytest.raises(BriefingError, match="not in the store"):
        desk.appeal(appeal)
    with pytest.raises(BriefingError, match="no appeal 99"):
        desk.decide(99, accepted=True)
