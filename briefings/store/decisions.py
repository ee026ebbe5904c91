"""What a person decided about the names of a story: two of them are one, or are not. Kept while the story stands."""

from __future__ import annotations

from sqlmodel import Session, col, select

from briefings.errors import BriefingError, ExitCode
from briefings.extract.nations import NATION_OF
from briefings.store.models import NameDecisionRow, StoryRow, now
from briefings.store.rows import names_of, suggestions_of
from briefings.store.shelf import find
from briefings.stories import Decision


def decisions_of(session: Session, slug: str) -> tuple[Decision, ...]:
    """Every decision about a story's names, in the order they were made."""
    rows = session.exec(
        select(NameDecisionRow)
        .join(StoryRow)
        .where(StoryRow.slug == slug)
        .order_by(col(NameDecisionRow.decided_at), col(NameDecisionRow.id))
    )
    return tuple(Decision(row.first, row.second, row.joined) for row in rows)


def decide(session: Session, slug: str, decision: Decision) -> bool:
    """Keeps a decision in place of what was decided before about the same names; claims are made anew by ``ingest``.

    Args:
        session: a writing session.
        slug: the story.
        decision: two forms that the story uses, in upper or lower case.

    Returns:
        Whether it changed anything.

    Raises:
        BriefingError: there is no such story or name, both are one form, or they are two countries.
    """
    story = find(session, slug)
    known = _forms(story)
    one, other = sorted(_known(known, name) for name in (decision.first, decision.second))
    _refuse(one, other, decision.joined)
    if decision.joined:
        _forget_apart(session, story, known[one], known[other])
    row = session.exec(
        select(NameDecisionRow).where(
            NameDecisionRow.story_id == story.id,
            NameDecisionRow.first == one,
            NameDecisionRow.second == other,
        )
    ).first()
    if row is not None and row.joined == decision.joined:
        return False
    row = row or NameDecisionRow(story_id=story.id or 0, first=one, second=other, joined=decision.joined)
    row.joined, row.decided_at = decision.joined, now()
    session.add(row)
    return True


def _forms(story: StoryRow) -> dict[str, tuple[str, ...]]:
    """Every form of the story's names -> all forms of its cluster; of names of no kind only what is suggested."""
    clusters = [name.forms for name in names_of(story.reconciled)]
    forms = {form: (form,) for pair in suggestions_of(story.reconciled) for form in (pair.first, pair.second)}
    return forms | {form: cluster for cluster in clusters for form in cluster}


def _known(forms: dict[str, tuple[str, ...]], name: str) -> str:
    wanted = " ".join(name.split())
    alike = [form for form in forms if form.casefold() == wanted.casefold()]
    if not alike:
        raise BriefingError(
            f"the story has no name {wanted!r}", "briefing names lists those it has", ExitCode.BAD_USAGE
        )
    return wanted if wanted in alike else alike[0]


def _refuse(one: str, other: str, joined: bool) -> None:
    if one == other:
        raise BriefingError(f"{one!r} is one name", "name two that differ", ExitCode.BAD_USAGE)
    nations = {NATION_OF.get(one), NATION_OF.get(other)} - {None}
    if joined and len(nations) > 1:
        raise BriefingError(
            f"{one} and {other} are two countries", "only names of one thing join", ExitCode.BAD_USAGE
        )


def _forget_apart(session: Session, story: StoryRow, forms: tuple[str, ...], others: tuple[str, ...]) -> None:
    """Lets go of older decisions that would hold the two clusters apart."""
    apart = select(NameDecisionRow).where(
        NameDecisionRow.story_id == story.id,
        col(NameDecisionRow.joined).is_(False),
        col(NameDecisionRow.first).in_(forms + others),
        col(NameDecisionRow.second).in_(forms + others),
    )
    for row in session.exec(apart):
        if (row.first in forms) != (row.second in forms):
            session.delete(row)
    session.flush()
