"""The stories on the shelf: putting articles in, counting them, taking them out.

Every function takes an open session and leaves the committing to ``Store.write``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from sqlalchemy import delete, insert
from sqlmodel import Session, SQLModel, col, select

from briefings.errors import BriefingError, ExitCode
from briefings.store.models import ArticleRow, FactRow, NameDecisionRow, StoryRow
from briefings.store.outlines import NUMBERS, SPELLINGS, strike_out
from briefings.store.outlines import StoryCounts as StoryCounts  # with ``counts``, what a shelf tells first
from briefings.store.outlines import counts as counts
from briefings.store.rows import article_values, fact_values
from briefings.stories import Article, DateBasis, content_key

Outcome = Literal["added", "updated", "unchanged", "replaced", "duplicate"]

#: the outcomes with which the text of an article, or what is known of it, is new
STORED: frozenset[Outcome] = frozenset(("added", "updated", "replaced"))

#: the source of what came through standard input; two such texts are never two versions of one
STDIN = "stdin"

# How a stored date is known -> how the date of a new reading is known that it stays in place of: when the same
# text is read again, and when a changed one is.
_OUTLIVES: dict[DateBasis, tuple[DateBasis, ...]] = {
    "given": ("stated", "url", "inferred", "unknown"),
    "inferred": ("unknown",),
}
_OUTLIVES_CHANGE: dict[DateBasis, tuple[DateBasis, ...]] = {"given": ("unknown",)}

_KNOWN = ("title", "outlet", "agency", "published", "date_basis")
_KEPT = tuple(getattr(ArticleRow, name) for name in ("id", "key", "source", *_KNOWN, "read_key", "date_told"))


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article on its way to the shelf: what it was read from, and whether its inferred date was told."""

    article: Article
    read_key: str = ""
    date_told: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """A row of the shelf without its text; ``id`` is None before it is written."""

    id: int | None
    key: str
    source: str
    title: str | None
    outlet: str | None
    agency: str | None
    published: date | None
    date_basis: DateBasis
    read_key: str
    date_told: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """What putting an article into a story does.

    Attributes:
        outcome: what becomes of it.
        incoming: the article, with what was known of it before where it does not say itself.
        old: the row it is, or whose place it takes.
        twin: the source that has brought the same text, for a duplicate.
        writes: whether anything has to be written.
    """

    outcome: Outcome
    incoming: Incoming
    old: Kept | None = None
    twin: str | None = None
    writes: bool = True

    @property
    def finds(self) -> bool:
        """Whether its facts are to be found: also where only what it was read from, or what reads it, is new."""
        return self.writes and self.outcome != "duplicate"


def find(session: Session, slug: str | None) -> StoryRow:
    """The row of a story.

    Raises:
        BriefingError: there is none; the hint names those there are.
    """
    row = session.exec(select(StoryRow).where(StoryRow.slug == slug)).first()
    if slug is None:
        raise BriefingError("the store is empty", "add articles with: briefing add FILE...")
    if row is None:
        known = session.exec(select(StoryRow.slug).order_by(col(StoryRow.slug))).all()
        hint = f"there are: {', '.join(known[:8])}" if known else "the store is empty: briefing add FILE..."
        raise BriefingError(f"no story {slug!r}", hint, ExitCode.BAD_USAGE)
    return row


def newest(session: Session) -> str | None:
    """The slug of the story made last, or None on an empty shelf."""
    return session.exec(select(StoryRow.slug).order_by(col(StoryRow.id).desc())).first()


def ensure_story(session: Session, slug: str, title: str) -> StoryRow:
    """The row of a story, made where there is none."""
    row = session.exec(select(StoryRow).where(StoryRow.slug == slug)).first()
    if row is None:
        row = StoryRow(slug=slug, title=title)
        session.add(row)
        session.flush()
    return row


def kept_from(session: Session, slug: str, sources: Sequence[str]) -> list[Kept]:
    """The rows of a story that came from these sources."""
    wanted = select(*_KEPT).join(StoryRow).where(StoryRow.slug == slug, col(ArticleRow.source).in_(sources))
    return [Kept(*row) for row in session.execute(wanted)]


def standings(session: Session, slug: str, incoming: Sequence[Incoming]) -> list[Standing]:
    """What putting these articles into a story, one after the other, would do; two looks at the shelf."""
    keys = [entry.article.key for entry in incoming]
    same = select(*_KEPT).join(StoryRow).where(StoryRow.slug == slug, col(ArticleRow.key).in_(keys))
    by_key = {row.key: row for row in (Kept(*found) for found in session.execute(same))}
    sources = [entry.article.source for entry in incoming]
    by_source = {row.source: row for row in kept_from(session, slug, sources)}
    found = []
    for entry in incoming:
        standing = _standing(entry, by_key.get(entry.article.key), by_source.get(entry.article.source))
        found.append(standing)
        if standing.outcome == "duplicate":
            continue
        if standing.old is not None:
            by_key.pop(standing.old.key, None)
        row = _kept(standing)
        by_key[row.key] = by_source[row.source] = row
    return found


def put_articles(session: Session, story: StoryRow, incoming: Sequence[Incoming]) -> list[Standing]:
    """Puts articles with their facts into a story.

    A changed text takes the place of the older one from the same source, and the same text stands there once.
    """
    found = standings(session, story.slug, incoming)
    fresh = [standing for standing in found if standing.writes and standing.outcome == "added"]
    known = [standing for standing in found if standing.writes and standing.outcome != "added"]
    rows = [_put(session, story, standing) for standing in known]
    strike_out(session, story.slug)
    session.flush()  # a text that one gave up may be that of a new one
    stored = [
        *((row.id, standing) for row, standing in zip(rows, known, strict=True)),
        *_add(session, story, fresh),
    ]
    facts = [
        {"article_id": number, **fact_values(fact)}
        for number, standing in stored
        if standing.finds
        for fact in standing.incoming.article.facts
    ]
    put_facts(session, facts)
    return found


def put_facts(session: Session, facts: Sequence[Mapping[str, Any]]) -> None:
    """Writes the rows of facts; each names all columns."""
    if facts:
        session.execute(insert(SQLModel.metadata.tables["fact"]), facts)


def put_article(session: Session, story: StoryRow, article: Article) -> Outcome:
    """Puts one article with its facts into a story; see ``put_articles``."""
    return put_articles(session, story, [Incoming(article)])[0].outcome


def state(session: Session, slug: str) -> str:
    """A key of what a story's claims are made from: the articles it now has, and what was decided of its names."""
    rows = session.execute(
        select(col(ArticleRow.added_at), *_KEPT)
        .join(StoryRow)
        .where(StoryRow.slug == slug)
        .order_by(col(ArticleRow.id))
    )
    decided = session.execute(
        select(NameDecisionRow.first, NameDecisionRow.second, NameDecisionRow.joined)
        .join(StoryRow)
        .where(StoryRow.slug == slug)
        .order_by(col(NameDecisionRow.id))
    )
    return content_key(
        "state", *(repr(tuple(row)) for row in rows), "decided", *(repr(tuple(row)) for row in decided)
    )


def remove_story(session: Session, slug: str) -> int:
    """Takes a story out with its articles and claims; the attempts at its questions stay.

    Returns:
        How many articles went.
    """
    row = find(session, slug)
    articles = session.exec(select(ArticleRow).where(ArticleRow.story_id == row.id)).all()
    session.delete(row)
    strike_out(session, slug, (NUMBERS, SPELLINGS))
    return len(articles)


def remove_articles(session: Session, names: Sequence[str]) -> list[str]:
    """Takes out the articles of those keys (or their first letters) or sources.

    Returns:
        The slugs of the stories they were in.

    Raises:
        BriefingError: a name fits no article, or more than one; then nothing is taken out.
    """
    slugs: dict[str, None] = {}
    for name in names:
        fits = [
            article
            for article in session.exec(select(ArticleRow)).all()
            if article.source == name or (len(name) >= 6 and article.key.startswith(name))
        ]
        if len(fits) != 1:
            which = "fits no article" if not fits else f"fits {len(fits)} articles"
            hint = "briefing articles --json lists their ids"
            raise BriefingError(f"{name!r} {which}", hint, ExitCode.BAD_USAGE)
        story = session.get_one(StoryRow, fits[0].story_id)
        slugs[story.slug] = None
        strike_out(session, story.slug)
        session.delete(fits[0])
    return list(slugs)


def _kept(standing: Standing) -> Kept:
    """The row as it will be once this is written."""
    entry, old = standing.incoming, standing.old
    article = entry.article
    return Kept(
        old.id if old else None,
        article.key,
        article.source,
        article.title,
        article.outlet,
        article.agency,
        article.published,
        article.date_basis,
        entry.read_key,
        entry.date_told,
    )


def _standing(entry: Incoming, same: Kept | None, older: Kept | None) -> Standing:
    """Where an article stands to the row of its text and to the row of its source."""
    article = entry.article
    if same is None:
        if older is None or article.source == STDIN:
            return Standing("added", entry)
        return Standing("replaced", replace(entry, article=_filled(article, older)), older)
    filled = replace(entry, article=_filled(article, same))
    given = article.date_basis == "given" != same.date_basis
    if same.source != article.source and not given:
        return Standing("duplicate", entry, older, same.source, writes=older is not None)
    if known_of(filled.article) != known_of(same):
        return Standing("updated", filled, same)
    noted = (entry.read_key, entry.date_told) == (same.read_key, same.date_told)
    return Standing("unchanged", filled, same, writes=not noted)


def _filled(article: Article, old: Kept) -> Article:
    """The article with what was known of it before where it does not say itself.

    A date somebody gave stays until another is given; one that was inferred stays until it is settled anew.
    """
    outlives = _OUTLIVES if article.key == old.key else _OUTLIVES_CHANGE
    kept = article.date_basis in outlives.get(old.date_basis, ())
    return replace(
        article,
        title=article.title or old.title,
        outlet=article.outlet or old.outlet,
        agency=article.agency or old.agency,
        published=old.published if kept else article.published,
        date_basis=old.date_basis if kept else article.date_basis,
    )


def _add(session: Session, story: StoryRow, fresh: Sequence[Standing]) -> list[tuple[int, Standing]]:
    """The number of the row of each article that is new, without its facts; none is watched by the session."""
    rows = [
        {
            "story_id": story.id,
            "key": standing.incoming.article.key,
            **article_values(standing.incoming.article),
            "read_key": standing.incoming.read_key,
            "date_told": standing.incoming.date_told,
        }
        for standing in fresh
    ]
    articles = SQLModel.metadata.tables["article"]
    new = insert(articles).returning(articles.c.id, sort_by_parameter_order=True)
    return list(zip(session.execute(new, rows).scalars() if rows else (), fresh, strict=True))


def _put(session: Session, story: StoryRow, standing: Standing) -> ArticleRow:
    """The row of an article of which the story has had a text, now as it is, without its facts."""
    old = session.get(ArticleRow, standing.old.id) if standing.old else None
    if standing.outcome == "duplicate" and old is not None:  # the file now says what another one says
        session.delete(old)
        return old
    entry = standing.incoming
    values = {"key": entry.article.key, **article_values(entry.article)}
    row = old or ArticleRow(story_id=story.id or 0, **values)
    if old is not None:
        session.execute(delete(FactRow).where(col(FactRow.article_id) == row.id))
        for name, value in values.items():
            setattr(row, name, value)
    row.read_key, row.date_told = entry.read_key, entry.date_told
    session.add(row)
    return row


def known_of(article: Article | Kept) -> tuple[object, ...]:
    """What is known of an article beside its text."""
    return tuple(getattr(article, name) for name in _KNOWN)
