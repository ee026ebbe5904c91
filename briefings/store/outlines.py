"""What is told of every story at once, kept beside it: how much it holds, and how its names are spelled.

Counting the facts of a hundred thousand articles, or reading the names of a thousand stories, takes seconds. So both
are noted as settings when a story's claims are whole, and the numbers struck out as soon as its articles change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, delete, func
from sqlmodel import Session, col, select

from briefings.fold import fold
from briefings.store.models import ArticleRow, ClaimRow, FactRow, SettingRow, StoryRow
from briefings.stories import Name

NUMBERS, SPELLINGS = "story-numbers", "story-spellings"  # begin the names of the settings


@dataclass(frozen=True, slots=True)
class StoryCounts:
    """A story on the shelf, counted; ``as_of`` is the latest date of its articles."""

    slug: str
    title: str
    articles: int
    facts: int
    claims: int
    as_of: date | None


def counts(session: Session) -> list[StoryCounts]:
    """Every story, newest first."""
    numbers = col(SettingRow.name).startswith(f"{NUMBERS} ", autoescape=True)
    rows = session.execute(select(SettingRow.name, SettingRow.value).where(numbers))
    noted = {name.removeprefix(f"{NUMBERS} "): json.loads(value) for name, value in rows}
    stories = session.execute(
        select(StoryRow.id, StoryRow.slug, StoryRow.title).order_by(col(StoryRow.id).desc())
    )
    found = []
    for number, slug, title in stories:
        articles, facts, claims, as_of = noted.get(slug) or _counted(session, number)
        found.append(
            StoryCounts(slug, title, articles, facts, claims, date.fromisoformat(as_of) if as_of else None)
        )
    return found


def spellings(names: Iterable[Name]) -> str:
    """How names are spelled, and folded: a line each, between empty ones."""
    spelled = {
        spelling for name in names for form in name.forms for spelling in (form.casefold(), fold(form))
    }
    return "\n".join(["", *sorted(spelled), ""])


def note(session: Session, story: StoryRow, spelled: str) -> None:
    """Notes what a story holds and how its names are spelled (``spellings``), now that its claims are whole."""
    session.flush()
    session.merge(SettingRow(name=f"{NUMBERS} {story.slug}", value=json.dumps(_counted(session, story.id))))
    session.merge(SettingRow(name=f"{SPELLINGS} {story.slug}", value=spelled))


def strike_out(session: Session, slug: str, parts: Iterable[str] = (NUMBERS,)) -> None:
    """Forgets the numbers of a story whose articles change; with other parts, those."""
    names = [f"{part} {slug}" for part in parts]
    session.execute(delete(SettingRow).where(col(SettingRow.name).in_(names)))


def may_be_called(session: Session, line: str) -> tuple[Any, ColumnElement[bool]]:
    """What to join to the stories, and the condition, for those with a name that is spelled or begins so.

    Stories of which nothing is noted are among them.
    """
    joined = SettingRow.name == f"{SPELLINGS} " + col(StoryRow.slug)
    stands = func.strpos if session.get_bind().dialect.name == "postgresql" else func.instr
    value = col(SettingRow.value)
    spelled = stands(value, f"\n{line.casefold()}") > 0
    if folded := fold(line):
        spelled = spelled | (stands(value, f"\n{folded}\n") > 0)
    return joined, value.is_(None) | spelled


def _counted(session: Session, story: int | None) -> tuple[int, int, int, str | None]:
    mine = ArticleRow.story_id == story
    articles, as_of = session.execute(
        select(func.count(col(ArticleRow.id)), func.max(col(ArticleRow.published))).where(mine)
    ).one()
    facts = session.exec(select(func.count()).select_from(FactRow).join(ArticleRow).where(mine)).one()
    live = (ClaimRow.story_id == story, col(ClaimRow.retired_at).is_(None))
    claims = session.exec(select(func.count()).select_from(ClaimRow).where(*live)).one()
    return articles, facts, claims, as_of.isoformat() if as_of else None
