"""Keeping a story's claims: known keys stay and are revised, vanished ones are retired, never deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any, NamedTuple

from sqlalchemy import insert, update
from sqlmodel import Session, col, select

from briefings.store.models import ArticleRow, ClaimRow, FactRow, StoryRow, now
from briefings.store.rows import claim_body, value_changed, whole_story
from briefings.store.shelf import find, state
from briefings.stories import Claim, Story

#: rows in one statement: as many again would be in memory, as text, while it runs
BATCH = 500

_KEPT = (
    *(getattr(ClaimRow, name) for name in ("key", "id", "rank", "revision")),
    col(ClaimRow.retired_at).is_not(None),
    ClaimRow.body,
)
_LINKS = (
    *(getattr(FactRow, name) for name in ("id", "claim_id", "claim_rank")),
    ArticleRow.key,
    *(getattr(FactRow, name) for name in ("kind", "start", "end")),
)


def reconciled_state(session: Session, slug: str) -> str | None:
    """The state of the articles (see ``shelf.state``) that the stored claims were made from; None before that."""
    digest = col(StoryRow.reconciled)["digest"].as_string()  # without reading the rest, which is long
    return session.execute(select(digest).where(StoryRow.slug == slug)).scalar()


def put_claims(session: Session, story: Story) -> None:
    """Stores a story's claims and links each fact to its claim; the articles must be those now on the shelf."""
    row = find(session, story.slug)
    row.reconciled = whole_story(story, state(session, story.slug))
    session.add(row)
    session.flush()
    mine = ClaimRow.story_id == row.id
    kept = {key: _Kept(*rest) for key, *rest in session.execute(select(*_KEPT).where(mine))}
    _retire(session, kept, {claim.key for claim in story.claims})
    for start in range(0, len(story.claims), BATCH):
        _put(session, row, kept, list(enumerate(story.claims[start : start + BATCH], start)))
    ids = dict(session.execute(select(ClaimRow.key, ClaimRow.id).where(mine)).all())
    _link(session, row, story.claims, ids)


class _Kept(NamedTuple):
    """What the store has of a claim."""

    id: int
    rank: int
    revision: int
    retired: bool
    body: dict[str, Any]


def _retire(session: Session, kept: Mapping[str, _Kept], live: Set[str]) -> None:
    gone = [claim.id for key, claim in kept.items() if key not in live and not claim.retired]
    if gone:
        moment = now()
        session.execute(update(ClaimRow), [{"id": number, "retired_at": moment} for number in gone])


def _put(
    session: Session, story: StoryRow, kept: Mapping[str, _Kept], ranked: Sequence[tuple[int, Claim]]
) -> None:
    """Writes those of the claims that are new or not as they were."""
    fresh, changed = [], []
    for rank, claim in ranked:
        body, old = claim_body(claim), kept.get(claim.key)
        if old is None:
            fresh.append(
                {"story_id": story.id, "key": claim.key, "kind": claim.kind, "rank": rank, "body": body}
            )
        elif (old.rank, old.retired, old.body) != (rank, False, body):
            revision = old.revision + value_changed(old.body, body)
            row = {"id": old.id, "rank": rank, "body": body, "revision": revision, "retired_at": None}
            changed.append(row)
    if fresh:
        session.execute(insert(ClaimRow), fresh)
    if changed:
        session.execute(update(ClaimRow), changed)


def _link(session: Session, story: StoryRow, claims: Sequence[Claim], ids: Mapping[str, int]) -> None:
    """Ties each fact to its claim and its place there, where it was not tied so before."""
    wanted = {
        (mention.article, mention.fact.kind, mention.fact.start, mention.fact.end): (ids[claim.key], place)
        for claim in claims
        for place, mention in enumerate(claim.mentions)
    }
    facts = session.execute(select(*_LINKS).join(ArticleRow).where(ArticleRow.story_id == story.id))
    links = []
    for number, claim, rank, *fact in facts:
        link = wanted.get(tuple(fact), (None, 0))
        if link != (claim, rank):
            links.append({"id": number, "claim_id": link[0], "claim_rank": link[1]})
    for start in range(0, len(links), BATCH):
        session.execute(update(FactRow), links[start : start + BATCH])
