"""Questions as their rows keep them: enough to tell about them without making a story's questions again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlmodel import Session, col, select

from briefings.store.models import CardRow, QuestionRow
from quiz_bank.curation import Curation
from quiz_bank.questions import answer_words


class Kept(NamedTuple):
    """A question as its row keeps it; ``key`` as JSON. Light, since a history holds thousands."""

    id: str
    story: str
    claim: str
    kind: str
    body: Mapping[str, Any]

    @property
    def ask(self) -> str:
        """What it asks."""
        return str(self.body["ask"])

    @property
    def key(self) -> Mapping[str, Any]:
        """What counts as right."""
        found: Mapping[str, Any] = self.body["key"]
        return found

    @property
    def outlet(self) -> str:
        """The outlet of its first source, empty without one."""
        return str(self.body["sources"][0]["outlet"]) if self.body["sources"] else ""

    @property
    def sentence(self) -> str:
        """The sentence of its first source, empty without one."""
        return str(self.body["sources"][0]["sentence"]) if self.body["sources"] else ""

    @property
    def answer(self) -> str:
        """The right answer as it is shown."""
        key = self.key
        shown = {name: key[name] for name in ("text", "name", "all_of") if name in key}
        return answer_words(self.kind, key.get("value"), **shown)


def kept_questions(session: Session, story: str | None = None) -> dict[str, Kept]:
    """The questions ever kept, of one story or of all, by id."""
    columns = (QuestionRow.id, QuestionRow.story, QuestionRow.claim, QuestionRow.kind, QuestionRow.body)
    wanted = select(*columns).order_by(col(QuestionRow.story), col(QuestionRow.rank))  # type: ignore[call-overload]
    if story is not None:
        wanted = wanted.where(QuestionRow.story == story)
    return {row[0]: Kept._make(row) for row in session.connection().execute(wanted).all()}


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
