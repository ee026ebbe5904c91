"""Keeping attempts, and reading them back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from briefings.reading.text import clean_line
from briefings.store.models import AttemptRow, QuestionRow, TraineeRow
from quiz_bank.library import ensure
from quiz_bank.session import Attempt

#: an answer longer than this is kept cut; the grader calls anything over 300 characters wrong
ANSWER_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Latest:
    """A trainee's latest answer to one question."""

    question: str
    kind: str
    verdict: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Result:
    """One attempt as ``briefing results`` prints it."""

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


def trainee_id(session: Session, name: str) -> int:
    """The id of the trainee of that name, made at first sight; case does not tell people apart."""
    shown = clean_line(name, 80) or "trainee"
    login = shown.casefold()
    row = session.exec(select(TraineeRow).where(TraineeRow.login == login)).first()
    if row is None:
        row = TraineeRow(login=login, name=shown)
        session.add(row)
        session.flush()
    return row.id or 0


def save(session: Session, trainee: str, attempt: Attempt) -> None:
    """Keeps one attempt; an attempt whose uid is known already is left as it is."""
    if session.exec(select(AttemptRow.id).where(AttemptRow.uid == attempt.uid)).first() is not None:
        return
    ensure(session, attempt.question)
    session.add(
        AttemptRow(
            uid=attempt.uid,
            trainee_id=trainee_id(session, trainee),
            question_id=attempt.question.id,
            mode=attempt.question.mode,
            answer=clean_line(attempt.answer, ANSWER_LIMIT),
            verdict=attempt.verdict.verdict,
            rule=attempt.verdict.rule,
            reason=attempt.verdict.reason,
            ms=attempt.ms,
            at=attempt.at,
        )
    )


def latest(session: Session, trainee: str, story: str) -> dict[str, Latest]:
    """A trainee's latest answers to a story's live questions, by question id."""
    rows = session.exec(
        select(AttemptRow, QuestionRow.kind)
        .join(QuestionRow)
        .join(TraineeRow)
        .where(
            TraineeRow.login == (clean_line(trainee, 80) or "trainee").casefold(),
            QuestionRow.story == story,
            col(QuestionRow.retired_at).is_(None),
        )
        .order_by(col(AttemptRow.at), col(AttemptRow.id))
    )
    return {row.question_id: Latest(row.question_id, kind, row.verdict, row.at) for row, kind in rows}


def live_questions(session: Session, story: str) -> list[str]:
    """The ids of a story's questions that are asked today, best first."""
    rows = select(QuestionRow.id).where(QuestionRow.story == story, col(QuestionRow.retired_at).is_(None))
    return list(session.exec(rows.order_by(col(QuestionRow.rank))))


def results(session: Session, story: str | None = None, trainee: str | None = None) -> list[Result]:
    """Every attempt, oldest first; of one story, of one trainee."""
    query = select(AttemptRow, QuestionRow, TraineeRow).join(QuestionRow).join(TraineeRow)
    if story is not None:
        query = query.where(QuestionRow.story == story)
    if trainee is not None:
        query = query.where(TraineeRow.login == clean_line(trainee, 80).casefold())
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
        )
        for attempt, question, person in session.exec(query.order_by(col(AttemptRow.at), col(AttemptRow.id)))
    ]
