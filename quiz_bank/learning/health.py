"""Whether the cards are what the attempts make of them."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, select

from briefings.store.health import Fault
from briefings.store.models import CardRow, TraineeRow
from briefings.store.store import Store
from quiz_bank.learning.attempts import answers
from quiz_bank.learning.cards import LONGEST_INTERVAL, Card, fold
from quiz_bank.learning.schedule import card_of, is_behind


def check(store: Store) -> list[Fault]:
    """The trainees whose cards differ from a replay of their attempts.

    Who has no card at all gets hers when she is seen next, so that is no fault. Due dates also follow from the
    retention somebody asks for, which is not stored: they are held against the limits of an interval alone.
    """
    people = store.read(
        lambda session: [
            (row.id or 0, row.name) for row in session.exec(select(TraineeRow).order_by(col(TraineeRow.id)))
        ]
    )
    found = []
    for trainee, name in people:
        wrong = store.read(lambda session, trainee=trainee: differing(session, trainee))  # type: ignore[misc]
        if wrong:
            found.append(
                Fault(
                    "cards",
                    f"those of {name} that are not what the answers make of them: {wrong}",
                    row=trainee,
                )
            )
    return found


def differing(session: Session, trainee: int) -> int:
    """How many of a trainee's cards are missing, too many, or unlike their replay."""
    if is_behind(session, trainee):
        return 0
    kept = {
        row.claim: card_of(row) for row in session.exec(select(CardRow).where(CardRow.trainee_id == trainee))
    }
    replayed = fold(answers(session, trainee))
    alike = sum(
        _learned(kept[claim]) == _learned(card) and _is_possible(kept[claim])
        for claim, card in replayed.items()
        if claim in kept
    )
    return len(kept.keys() | replayed.keys()) - alike


def _learned(card: Card) -> tuple[Any, ...]:
    """What of a card follows from the attempts alone."""
    memory = {name: value for name, value in card.memory.items() if name != "due"}
    return card.story, memory, card.first, card.last, card.reviews, card.lapses


def _is_possible(card: Card) -> bool:
    return 1 <= (card.due - card.last).days <= LONGEST_INTERVAL
