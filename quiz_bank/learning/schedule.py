"""The rows of cards: kept in step with the attempts, and what they say is due.

A card row is a cache. An attempt that comes in order of time moves its claim's card one step; anything else (one that
arrives late, one taken back or overruled) has the trainee's cards folded again from all her attempts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from statistics import median
from typing import Any

from sqlalchemy import delete, exists, insert
from sqlmodel import Session, col, select

from briefings.store.models import AppealRow, AttemptRow, CardRow, QuestionRow
from quiz_bank.learning import cards as memory
from quiz_bank.learning.attempts import Answer, Saved, answers
from quiz_bank.learning.cards import Card
from quiz_bank.session import REPORTED, SKIPPED, Attempt

FORECAST_DAYS = 14


@dataclass(frozen=True, slots=True)
class Pace:
    """How much review a trainee wants: new claims and reviews a day, and the share to be recalled when due."""

    new_a_day: int = 20
    reviews_a_day: int = 200
    retention: float = memory.RETENTION


@dataclass(frozen=True, slots=True)
class ForecastDay:
    """How many cards come due on a day, those overdue on the first; days are those of UTC."""

    day: date
    due: int


@dataclass(frozen=True, slots=True)
class DueList:
    """What a trainee has to review.

    Attributes:
        due: cards due now, least likely remembered first.
        new: claims never reviewed.
        reviews_left, new_left: how many of each the day's limits still allow.
        forecast: today and the days after.
    """

    due: tuple[Card, ...]
    new: int
    reviews_left: int
    new_left: int
    forecast: tuple[ForecastDay, ...]


def follow(session: Session, saved: Saved, attempt: Attempt, retention: float) -> None:
    """Brings the cards up to an attempt that was just kept."""
    question, at, trainee = attempt.question, attempt.at.astimezone(UTC), saved.trainee
    row = session.exec(
        select(CardRow).where(CardRow.trainee_id == trainee, CardRow.claim == question.claim)
    ).first()
    is_late = saved.before is not None and at <= saved.before
    if is_late or (row is None and not _has_cards(session, trainee)):
        rebuild(session, trainee, retention)
        return
    answer = Answer(
        attempt.uid,
        question.id,
        question.claim,
        question.story,
        question.kind,
        question.mode,
        attempt.answer,
        attempt.verdict.verdict,
        attempt.verdict.rule,
        attempt.confidence,
        attempt.hints,
        attempt.ms,
        at,
    )
    card = card_of(row) if row else None
    if memory.is_review(card, answer):
        after = memory.step(card, answer, _usual(session, trainee, answer), retention)
        if after is not None:
            values = _values(after)
            row = row or CardRow(trainee_id=trainee, **values)
            row.sqlmodel_update(values)
            session.add(row)


def rebuild(session: Session, trainee: int, retention: float = memory.RETENTION) -> None:
    """Folds a trainee's cards again from all her attempts."""
    session.flush()
    session.execute(delete(CardRow).where(col(CardRow.trainee_id) == trainee))
    folded = memory.fold(answers(session, trainee), retention)
    if folded:
        session.execute(
            insert(CardRow), [{"trainee_id": trainee, **_values(card)} for card in folded.values()]
        )


def is_behind(session: Session, trainee: int) -> bool:
    """Whether there are attempts and no cards yet, as in a store that was made before there were any."""
    asked = select(AttemptRow.id).where(AttemptRow.trainee_id == trainee, AttemptRow.rule != REPORTED)
    return not _has_cards(session, trainee) and session.exec(asked.limit(1)).first() is not None


def cards_of(session: Session, trainee: int, story: str | None = None) -> list[Card]:
    """A trainee's cards whose claims are still asked for."""
    columns = (
        CardRow.claim,
        CardRow.story,
        CardRow.state,
        CardRow.due,
        CardRow.reviews,
        CardRow.lapses,
    )
    wanted = select(*columns).where(CardRow.trainee_id == trainee)  # type: ignore[call-overload]
    if story is not None:
        wanted = wanted.where(CardRow.story == story)
    return [_card(*row) for row in session.execute(wanted.order_by(col(CardRow.claim)))]


def due_list(cards: Iterable[Card], claims: set[str], pace: Pace, now: datetime) -> DueList:
    """What is due among the claims that are asked today.

    Args:
        cards: all of a trainee's, those of other claims too: the day's limits count them.
        claims: those with a question that may be asked.
        pace: the daily limits.
        now: the moment it is for, in UTC.
    """
    known = list(cards)
    asked = [card for card in known if card.claim in claims]
    today = now - memory.SAME_DAY
    begun = sum(card.first > today for card in known)
    reviewed = sum(card.last > today and card.first <= today for card in known)
    due = [card for card in asked if memory.is_due(card, now)]
    due.sort(key=lambda card: (memory.recall(card, now), card.due, card.claim))
    return DueList(
        tuple(due),
        len(claims - {card.claim for card in asked}),
        max(0, pace.reviews_a_day - reviewed),
        max(0, pace.new_a_day - begun),
        forecast(asked, now),
    )


def forecast(cards: Iterable[Card], now: datetime) -> tuple[ForecastDay, ...]:
    """How many cards come due on each of the next ``FORECAST_DAYS`` days, those overdue today."""
    today = now.date()
    days = Counter(
        0 if memory.is_due(card, now) else max(0, (card.due.date() - today).days) for card in cards
    )
    return tuple(ForecastDay(today + timedelta(days=ahead), days[ahead]) for ahead in range(FORECAST_DAYS))


def card_of(row: CardRow) -> Card:
    """The card a row keeps."""
    return _card(row.claim, row.story, row.state, row.due, row.reviews, row.lapses)


def _card(claim: str, story: str, state: dict[str, object], due: datetime, reviews: int, lapses: int) -> Card:
    first, last = (datetime.fromisoformat(str(state[name])) for name in ("first", "last"))
    kept = state["fsrs"]
    assert isinstance(kept, dict)
    due = due if due.tzinfo else due.replace(tzinfo=UTC)
    return Card(claim, story, kept, first, last, due, reviews, lapses)


def _values(card: Card) -> dict[str, Any]:
    return {
        "claim": card.claim,
        "story": card.story,
        "state": card.state(),
        "due": card.due,
        "reviews": card.reviews,
        "lapses": card.lapses,
    }


def _has_cards(session: Session, trainee: int) -> bool:
    return session.exec(select(CardRow.id).where(CardRow.trainee_id == trainee).limit(1)).first() is not None


def _usual(session: Session, trainee: int, answer: Answer) -> float | None:
    """As ``Paces.usual`` over the attempts before this one, all of which are older."""
    undone = exists().where(col(AppealRow.attempt_uid) == AttemptRow.uid, col(AppealRow.kind) == "undo")
    times = (
        select(AttemptRow.ms)
        .join(QuestionRow)
        .where(
            AttemptRow.trainee_id == trainee,
            AttemptRow.uid != answer.uid,
            AttemptRow.mode == answer.mode,
            QuestionRow.kind == answer.kind,
            AttemptRow.ms <= memory.IDLE_MS,
            col(AttemptRow.rule).not_in((SKIPPED, REPORTED)),
            ~undone,
        )
        .order_by(col(AttemptRow.at).desc(), col(AttemptRow.id).desc())
        .limit(memory.SAMPLES)
    )
    recent = session.exec(times).all()
    return median(recent) if len(recent) == memory.SAMPLES else None
