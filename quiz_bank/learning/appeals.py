"""What trainees say about their attempts, and what instructors decide on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, col, select

from briefings.errors import BriefingError, ExitCode
from briefings.reading.text import clean_line
from briefings.store.models import AppealRow, AttemptRow, QuestionRow, TraineeRow, now
from quiz_bank import library
from quiz_bank.learning.schedule import rebuild
from quiz_bank.learning.trainees import trainee_id
from quiz_bank.session import Appeal

LONGEST_REMARK = 500  # characters
#: the kinds that wait for an instructor
DECIDED = ("right", "report")


@dataclass(frozen=True, slots=True)
class PendingAppeal:
    """An appeal that waits for a decision.

    Attributes:
        id: names it to ``decide``.
        kind: ``right`` (I was right) or ``report`` (a bad question).
        remark: what the trainee wrote to it.
        answer, verdict, reason: what she answered and how it was graded.
    """

    id: int
    kind: str
    remark: str
    trainee: str
    story: str
    question: str
    ask: str
    answer: str
    verdict: str
    reason: str
    at: datetime


def save_appeal(session: Session, who: str, appeal: Appeal, retention: float) -> None:
    """Keeps an appeal; the same once more counts once. Taking back and overruling change her cards at once.

    Raises:
        BriefingError: there is no such attempt of hers.
    """
    mine = trainee_id(session, who)
    attempt = select(AttemptRow.id).where(AttemptRow.uid == appeal.attempt_uid, AttemptRow.trainee_id == mine)
    if session.exec(attempt).first() is None:
        raise BriefingError("that answer is not in the store", "answer the question first")
    known = select(AppealRow.id).where(
        AppealRow.attempt_uid == appeal.attempt_uid, AppealRow.kind == appeal.kind
    )
    if session.exec(known).first() is not None:
        return
    session.add(
        AppealRow(
            attempt_uid=appeal.attempt_uid,
            kind=appeal.kind,
            text=clean_line(appeal.text, LONGEST_REMARK),
            at=appeal.at.astimezone(UTC),
        )
    )
    if appeal.kind != "report":
        rebuild(session, mine, retention)


def pending(session: Session, story: str | None = None) -> list[PendingAppeal]:
    """The appeals that wait for a decision, oldest first; none of attempts that were taken back."""
    wanted = (
        select(AppealRow, AttemptRow, QuestionRow, TraineeRow.name)
        .join(AttemptRow, col(AttemptRow.uid) == AppealRow.attempt_uid)
        .join(QuestionRow, col(QuestionRow.id) == AttemptRow.question_id)
        .join(TraineeRow, col(TraineeRow.id) == AttemptRow.trainee_id)
        .where(col(AppealRow.kind).in_(DECIDED), col(AppealRow.decision).is_(None))
        .where(
            col(AppealRow.attempt_uid).not_in(select(AppealRow.attempt_uid).where(AppealRow.kind == "undo"))
        )
        .order_by(col(AppealRow.id))
    )
    if story is not None:
        wanted = wanted.where(QuestionRow.story == story)
    return [
        PendingAppeal(
            appeal.id or 0,
            appeal.kind,
            appeal.text,
            name,
            question.story,
            question.id,
            question.body["ask"],
            attempt.answer,
            attempt.verdict,
            attempt.reason,
            appeal.at if appeal.at.tzinfo else appeal.at.replace(tzinfo=UTC),
        )
        for appeal, attempt, question, name in session.exec(wanted)
    ]


def decide(session: Session, who: str, appeal_id: int, accepted: bool, retention: float) -> None:
    """Decides an appeal.

    Accepting ``right`` adds the answer to the spellings that are right for everybody, accepting ``report`` retires the
    question. Refusing ``right`` lets the grader's verdict count again.

    Raises:
        BriefingError: there is no such appeal, or it is decided already.
    """
    appeal = session.get(AppealRow, appeal_id)
    if appeal is None or appeal.kind not in DECIDED:
        raise BriefingError(
            f"no appeal {appeal_id}", "briefing curate --appeals lists them", ExitCode.BAD_USAGE
        )
    if appeal.decision is not None:
        raise BriefingError(f"appeal {appeal_id} was {appeal.decision} already", code=ExitCode.BAD_USAGE)
    appeal.decision = "accepted" if accepted else "refused"
    appeal.decided_by, appeal.decided_at = trainee_id(session, who), now()
    session.add(appeal)
    attempt = session.exec(select(AttemptRow).where(AttemptRow.uid == appeal.attempt_uid)).one()
    if accepted and appeal.kind == "report":
        library.edit(session, who, attempt.question_id, "retire", appeal.text)
    elif accepted and attempt.answer:
        library.edit(session, who, attempt.question_id, "add-spelling", attempt.answer)
    elif not accepted and appeal.kind == "right":
        rebuild(session, attempt.trainee_id, retention)
