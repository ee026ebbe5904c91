"""Keeping attempts, and reading them back as they count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import String, exists, func, insert, type_coerce
from sqlmodel import Session, SQLModel, col, select

from briefings.reading.text import clean_line
from briefings.store.models import AppealRow, AttemptRow, QuestionRow, TraineeRow
from quiz_bank.learning.trainees import find_trainee, held_trainee, login_of
from quiz_bank.library import ensure
from quiz_bank.session import OVERRULED, REPORTED, Attempt

#: an answer longer than this is kept cut; the grader calls anything over 300 characters wrong
ANSWER_LIMIT = 1000


class Answer(NamedTuple):
    """One attempt as it counts: none that was taken back, overruled ones as correct. ``at`` in UTC."""

    uid: str
    question: str
    claim: str
    story: str
    kind: str
    mode: str
    answer: str
    verdict: str
    rule: str
    confidence: str | None
    hints: int
    ms: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Saved:
    """That an attempt is kept: whose it is, and when she gave her newest one before it, in UTC."""

    trainee: int
    before: datetime | None


@dataclass(frozen=True, slots=True)
class Result:
    """One attempt as ``briefing results`` prints it.

    ``verdict`` and ``rule`` are as it was graded; ``appeals`` tells what the trainee said about it since.
    """

    trainee: str
    story: str
    question: str
    kind: str
    ask: str
    answer: str
    verdict: str
    rule: str
    ms: int
    at: datetime
    confidence: str | None = None
    hints: int = 0
    appeals: str = ""


_COLUMNS: tuple[Any, ...] = (
    AttemptRow.uid,
    AttemptRow.question_id,
    AttemptRow.mode,
    AttemptRow.answer,
    AttemptRow.verdict,
    AttemptRow.rule,
    AttemptRow.confidence,
    AttemptRow.hints,
    AttemptRow.ms,
    type_coerce(
        AttemptRow.at, String
    ),  # SQLite's own text: thousands are read quicker without the driver's help
)


def save(session: Session, trainee: str, attempt: Attempt) -> Saved | None:
    """Keeps one attempt; one whose uid is known already is left as it is, and gives None.

    Whatever else is written about that trainee waits until the session ends. Each statement counts: a class answers
    by the dozen a second, one after the other.
    """
    mine = held_trainee(session, trainee)
    is_known, is_asked, before = session.execute(
        select(
            exists().where(col(AttemptRow.uid) == attempt.uid),
            exists().where(col(QuestionRow.id) == attempt.question.id),
            select(func.max(AttemptRow.at)).where(AttemptRow.trainee_id == mine).scalar_subquery(),
        )
    ).one()
    if is_known:
        return None
    if not is_asked:
        ensure(session, attempt.question)
    values = {
        "uid": attempt.uid,
        "trainee_id": mine,
        "question_id": attempt.question.id,
        "mode": attempt.question.mode,
        "answer": clean_line(attempt.answer, ANSWER_LIMIT),
        "verdict": attempt.verdict.verdict,
        "rule": attempt.verdict.rule,
        "reason": attempt.verdict.reason,
        "ms": attempt.ms,
        "at": attempt.at.astimezone(UTC),
        "confidence": attempt.confidence,
        "hints": attempt.hints,
        "round_uid": attempt.round_uid,
    }
    session.execute(insert(SQLModel.metadata.tables["attempt"]), values)
    return Saved(mine, before and _utc(before))


def answers(session: Session, trainee: int, story: str | None = None) -> list[Answer]:
    """A trainee's attempts as they count, in order of time; at the questions of one story, or all."""
    wanted = select(*_COLUMNS).where(AttemptRow.trainee_id == trainee)
    known = select(QuestionRow.id, QuestionRow.claim, QuestionRow.story, QuestionRow.kind)
    if story is not None:
        wanted = wanted.join(QuestionRow).where(QuestionRow.story == story)
        known = known.where(QuestionRow.story == story)
    # Plain rows: a history holds tens of thousands, and what their questions are is looked up beside them.
    connection = session.connection()
    about = {name: (claim, slug, kind) for name, claim, slug, kind in connection.execute(known).all()}
    # By time, then as they came: the order of the index they are found by, so that none has to be sorted.
    rows = connection.execute(wanted.order_by(col(AttemptRow.at), col(AttemptRow.id))).all()
    found = [Answer._make((uid, name, *about[name], *rest, _utc(at))) for uid, name, *rest, at in rows]
    said = appeals_of(session, trainee)
    return list(_counted(found, said)) if said else found


def _utc(at: str | datetime) -> datetime:
    """A stored moment, which SQLite gives back as text without its zone."""
    if isinstance(at, str):
        return datetime.fromisoformat(
            f"{at}+00:00"
        )  # at once: a moment made anew for its zone costs six times that
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _counted(found: Iterable[Answer], said: dict[str, set[str]]) -> Iterable[Answer]:
    for answer in found:
        mine = said.get(answer.uid, ())
        if "undo" not in mine:
            yield answer._replace(verdict="correct", rule=OVERRULED) if "right" in mine else answer


def appeals_of(session: Session, trainee: int) -> dict[str, set[str]]:
    """What a trainee said about her attempts and was not refused: attempt uid -> kinds of appeal."""
    hers = exists().where(
        col(AttemptRow.uid) == col(AppealRow.attempt_uid), col(AttemptRow.trainee_id) == trainee
    )  # appeals are few, so they are looked through, not her attempts
    wanted = select(AppealRow.attempt_uid, AppealRow.kind, AppealRow.decision).where(hers)
    said: dict[str, set[str]] = {}
    for uid, kind, decision in session.execute(wanted):
        if decision != "refused":
            said.setdefault(uid, set()).add(kind)
    return said


def latest(session: Session, trainee: str, story: str) -> dict[str, Answer]:
    """A trainee's latest answers to a story's live questions, by question id."""
    known = find_trainee(session, trainee)
    if known is None:
        return {}
    live = set(live_questions(session, story))
    found = answers(session, known, story)
    return {each.question: each for each in found if each.question in live and each.rule != REPORTED}


def live_questions(session: Session, story: str) -> list[str]:
    """The ids of a story's questions that its articles give today, best first."""
    rows = select(QuestionRow.id).where(QuestionRow.story == story, col(QuestionRow.retired_at).is_(None))
    return list(session.exec(rows.order_by(col(QuestionRow.rank))))


def results(session: Session, story: str | None = None, trainee: str | None = None) -> list[Result]:
    """Every attempt, oldest first; of one story, of one trainee."""
    query = select(AttemptRow, QuestionRow, TraineeRow).join(QuestionRow).join(TraineeRow)
    if story is not None:
        query = query.where(QuestionRow.story == story)
    if trainee is not None:
        query = query.where(TraineeRow.login == login_of(trainee))
    said: dict[str, list[str]] = {}
    for uid, kind in session.execute(select(AppealRow.attempt_uid, AppealRow.kind).order_by(AppealRow.kind)):
        said.setdefault(uid, []).append(kind)
    return [
        Result(
            person.name,
            question.story,
            question.id,
            question.kind,
            question.body["ask"],
            attempt.answer,
            attempt.verdict,
            attempt.rule,
            attempt.ms,
            attempt.at,
            attempt.confidence,
            attempt.hints,
            " ".join(said.get(attempt.uid, ())),
        )
        for attempt, question, person in session.exec(query.order_by(col(AttemptRow.at), col(AttemptRow.id)))
    ]
