"""How a trainee stands at a store: her cards beside the questions that may be asked today."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from quiz_bank import library
from quiz_bank.learning import cards as memory
from quiz_bank.learning import schedule, shelved
from quiz_bank.learning.attempts import answers
from quiz_bank.learning.cards import Card
from quiz_bank.learning.progress import Progress, progress
from quiz_bank.learning.schedule import DueList, Pace
from quiz_bank.learning.trainees import find_trainee
from quiz_bank.questions import Question


@dataclass(frozen=True, slots=True)
class Counts:
    """A story's questions: all, those whose claim is due, those whose claim was never asked for."""

    questions: int = 0
    due: int = 0
    new: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """What a round is chosen by.

    Attributes:
        due: what is due, in the story or in all.
        reviews: claim -> how often it was reviewed; it decides which wording is asked next.
        verdicts: claim -> the verdict of the latest answer.
    """

    due: DueList
    reviews: Mapping[str, int]
    verdicts: Mapping[str, str]


def counts(session: Session, trainee: str, now: datetime) -> dict[str, Counts]:
    """The counts of every story with questions, by slug."""
    asked = shelved.asked_claims(session, library.curations(session))
    dates = shelved.card_dates(session, find_trainee(session, trainee))
    return {slug: _counts(set(questions.values()), dates, now) for slug, questions in asked.items()}


def _counts(claims: Collection[str], dates: Mapping[str, datetime], now: datetime) -> Counts:
    horizon = now + memory.AHEAD
    due = sum(claim in dates and dates[claim] <= horizon for claim in claims)
    return Counts(len(claims), due, sum(claim not in dates for claim in claims))


def standing(session: Session, trainee: str, slug: str | None, pace: Pace, now: datetime) -> Standing:
    """What is due to a trainee in one story, or in all, and what she answered there last."""
    mine = find_trainee(session, trainee)
    given = answers(session, mine, slug) if mine is not None else []
    known = _known(session, mine)
    due = schedule.due_list(known, _claims(session, slug), pace, now)
    reviews = {card.claim: card.reviews for card in known}
    return Standing(due, reviews, {each.claim: each.verdict for each in given})


def due(session: Session, trainee: str, slug: str | None, pace: Pace, now: datetime) -> DueList:
    """What is due to a trainee in one story, or in all."""
    known = _known(session, find_trainee(session, trainee))
    return schedule.due_list(known, _claims(session, slug), pace, now)


def progress_of(session: Session, trainee: str, slug: str | None, pace: Pace, now: datetime) -> Progress:
    """How a trainee does in one story, or in all; see ``progress``."""
    mine = find_trainee(session, trainee)
    given = answers(session, mine, slug) if mine is not None else []
    claims, known = _claims(session, slug), _known(session, mine)
    return progress(
        given,
        [card for card in known if card.claim in claims],
        schedule.due_list(known, claims, pace, now),
        shelved.kept_questions(session, slug) if given else {},
        now,
        target=pace.retention,
    )


def is_behind(session: Session, trainee: str) -> bool:
    """Whether the trainee's answers are older than cards are."""
    mine = find_trainee(session, trainee)
    return mine is not None and schedule.is_behind(session, mine)


def practice_order(questions: Iterable[Question], stands: Standing) -> list[Question]:
    """Questions for a round on demand: due claims, new ones, those last missed, the rest; best first in each."""
    place = {card.claim: at for at, card in enumerate(stands.due.due)}

    def turn(question: Question) -> tuple[int, int]:
        if question.claim in place:
            return 0, place[question.claim]
        last = stands.verdicts.get(question.claim)
        return (1 if last is None else 2 if last != "correct" else 3), 0

    return sorted(questions, key=turn)


def review_order(questions: Iterable[Question], stands: Standing, only_due: bool = False) -> list[Question]:
    """Questions for a round of reviews, within the day's limits: due claims, then new ones unless ``only_due``."""
    by_claim: dict[str, Question] = {}
    for question in questions:
        by_claim.setdefault(question.claim, question)
    due = [card.claim for card in stands.due.due[: stands.due.reviews_left]]
    new_left = 0 if only_due else stands.due.new_left
    new = [claim for claim in by_claim if claim not in stands.reviews][:new_left]
    return [by_claim[claim] for claim in (*due, *new) if claim in by_claim]


def _claims(session: Session, slug: str | None) -> set[str]:
    asked = shelved.asked_claims(session, library.curations(session, slug))
    chosen = asked.values() if slug is None else [asked.get(slug, {})]
    return {claim for questions in chosen for claim in questions.values()}


def _known(session: Session, trainee: int | None) -> list[Card]:
    return schedule.cards_of(session, trainee) if trainee is not None else []
