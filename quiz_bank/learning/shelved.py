"""Questions as their rows keep them: enough to tell about them without making a story's questions again."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlmodel import Session, col, select

from briefings.store.models import CardRow, QuestionRow
from quiz_bank.curation import Curation
from quiz_bank.keys import Key
from quiz_bank.questions import Question, Source


def kept_questions(session: Session, story: str | None = None) -> dict[str, Question]:
    """The questions ever kept, of one story or of all, by id; of each only its first source."""
    columns = (QuestionRow.id, QuestionRow.story, QuestionRow.claim, QuestionRow.body)
    wanted = select(*columns).order_by(col(QuestionRow.story), col(QuestionRow.rank))
    if story is not None:
        wanted = wanted.where(QuestionRow.story == story)
    return {name: _question(name, slug, claim, body) for name, slug, claim, body in session.execute(wanted)}


def asked_claims(session: Session, curations: dict[str, Curation]) -> dict[str, dict[str, str]]:
    """The claims that may be asked today: story -> question id -> claim."""
    wanted = select(QuestionRow.story, QuestionRow.id, QuestionRow.claim)
    found: dict[str, dict[str, str]] = {}
    for story, name, claim in session.execute(wanted.where(col(QuestionRow.retired_at).is_(None))):
        curation = curations.get(name)
        if curation is None or not curation.retired:
            found.setdefault(story, {})[name] = claim
    return found


def card_dates(session: Session, trainee: int | None) -> dict[str, datetime]:
    """When each of a trainee's cards is due, by claim."""
    if trainee is None:
        return {}
    rows = session.execute(select(CardRow.claim, CardRow.due).where(CardRow.trainee_id == trainee))
    return {claim: due if due.tzinfo else due.replace(tzinfo=UTC) for claim, due in rows}


def _question(name: str, story: str, claim: str, body: dict[str, Any]) -> Question:
    sources = tuple(_source(each) for each in body.get("sources", ())[:1])
    return Question(name, story, body["ask"], body["header"], Key.from_json(body["key"]), claim, "", sources)


def _source(body: dict[str, Any]) -> Source:
    published = date.fromisoformat(body["published"]) if body.get("published") else None
    start = body["start"]
    return Source(body["article"], body["outlet"], published, start, body["end"], body["sentence"], start)
