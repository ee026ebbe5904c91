"""Rounds: what a quiz asks is kept when it begins, so that it can be taken up again where it broke off."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from sqlmodel import Session, col, select

from briefings.store.models import AppealRow, AttemptRow, RoundRow, now
from briefings.stories import content_key
from quiz_bank.grading.verdicts import Verdict
from quiz_bank.learning.trainees import find_trainee, trainee_id
from quiz_bank.questions import Mode, Question
from quiz_bank.session import Appeal, Attempt, Phase, Quiz


@dataclass(frozen=True, slots=True)
class Resumed:
    """A round taken up again.

    Attributes:
        quiz: at the question it broke off at.
        answered: how many of its questions were answered before.
        left_out: what was to be asked and no longer is: retired, or asked in other words by now.
    """

    quiz: Quiz
    answered: int
    left_out: tuple[str, ...]


def begin(session: Session, who: str, story: str, mode: Mode, quiz: Quiz, turns: Mapping[str, int]) -> None:
    """Keeps what a quiz asks; her open rounds on the story are over.

    Args:
        session: an open one, for writing.
        who: the trainee's name.
        story: what the round is found by: a story's slug, or empty for all stories.
        mode: typed, or with options.
        quiz: at its beginning.
        turns: claim -> which of its wordings was chosen.
    """
    claims = {question.claim for question in quiz.questions}
    mine = trainee_id(session, who)
    for row in session.exec(_open(mine, story)):
        row.ended_at = now()
        session.add(row)
    session.add(
        RoundRow(
            uid=quiz.round_uid or "",
            trainee_id=mine,
            story=story,
            plan={
                "mode": mode,
                "seed": quiz.seed,
                "turns": {claim: turn for claim, turn in turns.items() if claim in claims},
                "questions": [[each.id, wording(each), each.ask] for each in quiz.questions],
            },
            started_at=now(),
        )
    )


def end(session: Session, round_uid: str) -> None:
    """Marks a round as over; one that is not kept is passed over."""
    row = session.get(RoundRow, round_uid)
    if row is not None and row.ended_at is None:
        row.ended_at = now()
        session.add(row)


def latest_open(session: Session, who: str, story: str) -> RoundRow | None:
    """The latest round on a story that is not over, if an answer was given in it."""
    mine = find_trainee(session, who)
    row = session.exec(_open(mine, story)).first() if mine is not None else None
    return row if row is not None and _rows(session, row.uid) else None


def resume(
    session: Session, row: RoundRow, questions: Sequence[Question], clock: Callable[[], float]
) -> Resumed | None:
    """The quiz of a round at the question it broke off at; None where nothing of it is left to ask.

    Args:
        session: an open one.
        row: the round.
        questions: what may be asked today.
        clock: seconds, for the time an answer takes.
    """
    plan: dict[str, Any] = row.plan
    today = {question.id: question for question in questions}
    asked, left_out = [], []
    for name, words, ask in plan["questions"]:
        question = today.get(name)
        if question is None or wording(question) != words:
            left_out.append(ask)
        else:
            asked.append(question)
    rows = _rows(session, row.uid)
    known = {question.id: question for question in asked}
    kept = [_attempt(each, known[each.question_id]) for each in rows if each.question_id in known]
    quiz = Quiz(
        asked,
        clock,
        returning=True,
        round_uid=row.uid,
        seed=plan["seed"],
        kept=kept,
        appeals=_appeals(session, [each.uid for each in rows]),
    )
    return None if quiz.phase is Phase.DONE else Resumed(quiz, len(quiz.attempts), tuple(left_out))


def wording(question: Question) -> str:
    """A short key of what a question asks and offers and of its answer; it changes with any of them."""
    key = question.key
    return content_key(question.ask, question.mode, *question.options, str(key.value), key.name)[:16]


def _open(trainee: int, story: str) -> Any:
    wanted = select(RoundRow).where(
        RoundRow.trainee_id == trainee, RoundRow.story == story, col(RoundRow.ended_at).is_(None)
    )
    return wanted.order_by(col(RoundRow.started_at).desc())


def _rows(session: Session, round_uid: str) -> Sequence[AttemptRow]:
    """The attempts of a round in the order they were kept, whatever the clock said."""
    wanted = select(AttemptRow).where(AttemptRow.round_uid == round_uid)
    return session.exec(wanted.order_by(col(AttemptRow.id))).all()


def _attempt(row: AttemptRow, question: Question) -> Attempt:
    verdict = Verdict(row.verdict, row.rule, row.reason)  # type: ignore[arg-type]
    at = row.at if row.at.tzinfo else row.at.replace(tzinfo=UTC)
    return Attempt(
        row.uid,
        question,
        row.answer,
        verdict,
        row.ms,
        at,
        row.confidence,  # type: ignore[arg-type]
        row.hints,
        row.round_uid,
    )


def _appeals(session: Session, uids: Sequence[str]) -> list[Appeal]:
    rows = session.exec(select(AppealRow).where(col(AppealRow.attempt_uid).in_(uids)))
    return [
        Appeal(row.attempt_uid, row.kind, row.text, row.at)  # type: ignore[arg-type]
        for row in rows
        if row.decision != "refused"
    ]
