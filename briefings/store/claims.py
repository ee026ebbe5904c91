"""Keeping a story's claims: known keys stay and are revised, vanished ones are retired, never deleted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import bindparam, insert, update
from sqlmodel import Session, SQLModel, col, select

from briefings.store.bulk import write_part
from briefings.store.models import ArticleRow, ClaimRow, FactRow, SettingRow, StoryRow, now
from briefings.store.outlines import note, spellings
from briefings.store.rows import claim_body, value_changed, whole_story
from briefings.store.shelf import find, state
from briefings.store.store import Store
from briefings.stories import Claim, Story

#: rows in one statement, and in one of the transactions of ``put_in_parts``: a hundredth of a second
BATCH = 100
#: begins the name of the setting that stands while a story's claims are written, and tells what they are made from
UNDER_WAY = "claims-under-way"

Row = TypeVar("Row")

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

_FACTS = SQLModel.metadata.tables["fact"]
_TIED = (
    update(_FACTS)
    .where(_FACTS.c.id == bindparam("fact"))
    .values(claim_id=bindparam("claim"), claim_rank=bindparam("place"))
)


def reconciled_state(session: Session, slug: str) -> str | None:
    """The state of the articles (see ``shelf.state``) that the stored claims were made from.

    None before that, and while they are being written.
    """
    if session.get(SettingRow, f"{UNDER_WAY} {slug}") is not None:
        return None
    digest = col(StoryRow.reconciled)["digest"].as_string()  # without reading the rest, which is long
    return session.execute(select(digest).where(StoryRow.slug == slug)).scalar()


def put_claims(session: Session, story: Story) -> None:
    """Stores a story's claims and links each fact to its claim; the articles must be those now on the shelf."""
    row = _finish(session, story.slug, whole_story(story, state(session, story.slug)))
    claims = story.claims
    for part in _parts(list(enumerate(claims))):
        _put(session, row, part)
    _retire(session, _gone(session, row, claims))
    for links in _parts(_links(session, row, claims)):
        session.execute(_TIED, links)
    note(session, row, spellings(story.names))


def put_in_parts(store: Store, story: Story, made_from: str) -> bool:
    """Stores a story's claims as ``put_claims`` does, in transactions so short that nobody has to wait for them.

    Until the last one, ``reconciled_state`` tells that they are not whole. Several may write the same claims at once.

    Args:
        store: an open store.
        story: with its claims.
        made_from: the state of the articles it was made from.

    Returns:
        False where the articles changed in the meantime; then somebody else writes newer claims, or has to.
    """
    slug, claims = story.slug, story.claims
    if not write_part(store, partial(_begin, slug=slug, made_from=made_from)):
        return False

    def goes_on(session: Session, work: Callable[[Session, StoryRow], None]) -> bool:
        mark = session.get(SettingRow, f"{UNDER_WAY} {slug}")
        if mark is None or mark.value != made_from:
            return False
        work(session, find(session, slug))
        return True

    def in_parts(parts: Iterable[Callable[[Session, StoryRow], None]]) -> bool:
        return all(write_part(store, partial(goes_on, work=part)) for part in parts)

    return (
        in_parts(partial(_put, ranked=part) for part in _parts(list(enumerate(claims))))
        and in_parts(
            partial(_retire_part, gone=part)
            for part in _parts(store.read(lambda session: _gone(session, find(session, slug), claims)))
        )
        and in_parts(
            partial(_link_part, links=part)
            for part in _parts(store.read(lambda session: _links(session, find(session, slug), claims)))
        )
        and write_part(
            store,
            partial(
                _end,
                slug=slug,
                made_from=made_from,
                whole=whole_story(story, made_from),
                spelled=spellings(story.names),
            ),
        )
    )


def _begin(session: Session, slug: str, made_from: str) -> bool:
    if state(session, slug) != made_from:
        return False
    session.merge(SettingRow(name=f"{UNDER_WAY} {slug}", value=made_from))
    return True


def _end(session: Session, slug: str, made_from: str, whole: Mapping[str, Any], spelled: str) -> bool:
    mark = session.get(SettingRow, f"{UNDER_WAY} {slug}")
    if mark is None or mark.value != made_from or state(session, slug) != made_from:
        return False
    session.delete(mark)
    note(session, _finish(session, slug, whole), spelled)
    return True


def _finish(session: Session, slug: str, whole: Mapping[str, Any]) -> StoryRow:
    row = find(session, slug)
    row.reconciled = dict(whole)
    session.add(row)
    session.flush()
    return row


def _parts(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))


class _Kept(NamedTuple):
    """What the store has of a claim."""

    id: int
    rank: int
    revision: int
    retired: bool
    body: dict[str, Any]


def _gone(session: Session, story: StoryRow, claims: Iterable[Claim]) -> list[int]:
    """The rows of the story's claims that are no longer among these, and not retired yet."""
    live = {claim.key for claim in claims}
    rows = select(ClaimRow.key, ClaimRow.id).where(
        ClaimRow.story_id == story.id, col(ClaimRow.retired_at).is_(None)
    )
    return [number for key, number in session.execute(rows) if key not in live]


def _retire(session: Session, gone: Sequence[int]) -> None:
    if gone:
        moment = now()
        session.execute(update(ClaimRow), [{"id": number, "retired_at": moment} for number in gone])


def _retire_part(session: Session, _: StoryRow, gone: Sequence[int]) -> None:
    _retire(session, gone)


def _put(session: Session, story: StoryRow, ranked: Sequence[tuple[int, Claim]]) -> None:
    """Writes those of the claims that are new or not as they were."""
    wanted = select(*_KEPT).where(col(ClaimRow.key).in_([claim.key for _, claim in ranked]))
    kept = {key: _Kept(*rest) for key, *rest in session.execute(wanted)}
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


def _links(session: Session, story: StoryRow, claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """Which claim each fact is to be tied to and its place there, where it is not tied so yet."""
    mine = select(ClaimRow.key, ClaimRow.id).where(ClaimRow.story_id == story.id)
    ids = dict(session.execute(mine).all())
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
            links.append({"fact": number, "claim": link[0], "place": link[1]})
    return links


def _link_part(session: Session, _: StoryRow, links: Sequence[dict[str, Any]]) -> None:
    session.execute(_TIED, links)
