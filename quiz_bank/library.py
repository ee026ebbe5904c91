"""The questions of the stories on the shelf: made from claims, kept under stable ids."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlmodel import Session, select

from briefings.store.models import QuestionRow, now
from briefings.store.store import Store
from briefings.stories import Story
from quiz_bank.generate.generate import generate
from quiz_bank.questions import Mode, Question


def questions_of(story: Story, mode: Mode = "type", kinds: Collection[str] = ()) -> list[Question]:
    """A story's questions, best first; of these kinds of answer where any are named."""
    return [question for question in generate(story, mode) if not kinds or question.kind in kinds]


def shelve(store: Store, story: Story) -> None:
    """Keeps the story's questions of today: new ones are added, vanished ones retired, none is deleted."""
    store.write(lambda session: _shelve(session, story.slug, generate(story)))


def retire(session: Session, slug: str) -> None:
    """Retires every question of a story that goes; the attempts at them stay."""
    for row in session.exec(select(QuestionRow).where(QuestionRow.story == slug)):
        row.retired_at = row.retired_at or now()
        session.add(row)


def ensure(session: Session, question: Question, rank: int = 0) -> None:
    """Makes sure a question has its row before an attempt refers to it."""
    if session.get(QuestionRow, question.id) is None:
        session.add(_row(question, rank))
        session.flush()


def _shelve(session: Session, slug: str, questions: Sequence[Question]) -> None:
    old = {row.id: row for row in session.exec(select(QuestionRow).where(QuestionRow.story == slug))}
    live = {question.id for question in questions}
    for row in old.values():
        if row.id not in live and row.retired_at is None:
            row.retired_at = now()
    for rank, question in enumerate(questions):
        row = old.get(question.id) or _row(question, rank)
        body = question.as_json()
        if row.body["key"] != body["key"]:
            row.revision += 1
        row.rank, row.body, row.retired_at = rank, body, None
        session.add(row)


def _row(question: Question, rank: int) -> QuestionRow:
    return QuestionRow(
        id=question.id,
        story=question.story,
        claim=question.claim,
        kind=question.kind,
        rank=rank,
        body=question.as_json(),
    )
