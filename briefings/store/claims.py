"""Keeping a story's claims: known keys stay and are revised, vanished ones are retired, never deleted."""

from __future__ import annotations

from sqlalchemy import func
from sqlmodel import Session, select

from briefings.store.models import ArticleRow, ClaimRow, FactRow, StoryRow, now
from briefings.store.rows import claim_body, value_changed, whole_story
from briefings.store.shelf import find, state
from briefings.stories import Claim, Story


def reconciled_state(session: Session, slug: str) -> str | None:
    """The state of the articles (see ``shelf.state``) that the stored claims were made from; None before that."""
    digest = func.json_extract(StoryRow.reconciled, "$.digest")  # without reading the rest, which is long
    return session.execute(select(digest).where(StoryRow.slug == slug)).scalar()


def put_claims(session: Session, story: Story) -> None:
    """Stores a story's claims and links each fact to its claim; the articles must be those now on the shelf."""
    row = find(session, story.slug)
    row.reconciled = whole_story(story, state(session, story.slug))
    session.add(row)
    old = {claim.key: claim for claim in session.exec(select(ClaimRow).where(ClaimRow.story_id == row.id))}
    _retire(session, old, {claim.key for claim in story.claims})
    kept = [
        _put_claim(session, row, old.get(claim.key), claim, rank) for rank, claim in enumerate(story.claims)
    ]
    session.flush()
    facts = _facts_by_span(session, row)
    for fact in facts.values():
        fact.claim_id, fact.claim_rank = None, 0
    for claim_row, claim in zip(kept, story.claims, strict=True):
        for place, mention in enumerate(claim.mentions):
            fact = facts[mention.article, mention.fact.kind, mention.fact.start, mention.fact.end]
            fact.claim_id, fact.claim_rank = claim_row.id, place
    session.add_all(facts.values())


def _retire(session: Session, old: dict[str, ClaimRow], live: set[str]) -> None:
    for key, row in old.items():
        if key not in live and row.retired_at is None:
            row.retired_at = now()
            session.add(row)


def _put_claim(session: Session, story: StoryRow, old: ClaimRow | None, claim: Claim, rank: int) -> ClaimRow:
    body = claim_body(claim)
    row = old or ClaimRow(story_id=story.id or 0, key=claim.key, kind=claim.kind, rank=rank, body=body)
    if old is not None and value_changed(old.body, body):
        row.revision += 1
    row.rank, row.body, row.retired_at = rank, body, None
    session.add(row)
    return row


def _facts_by_span(session: Session, story: StoryRow) -> dict[tuple[str, str, int, int], FactRow]:
    rows = session.exec(
        select(FactRow, ArticleRow.key).join(ArticleRow).where(ArticleRow.story_id == story.id)
    )
    return {(key, fact.kind, fact.start, fact.end): fact for fact, key in rows}
