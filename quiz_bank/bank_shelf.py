"""The banks a store keeps: added from files, read again when these change, their questions kept under stable ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from importlib import resources
from pathlib import Path

from sqlmodel import Session, col, select

from briefings.errors import BriefingError, ExitCode
from briefings.store.models import BankRow, QuestionRow, QuestionVersionRow, now
from briefings.stories import content_key
from quiz_bank.bank_articles import articles_for, stored_articles
from quiz_bank.formats.bank import Bank, claim_of
from quiz_bank.formats.bank_toml import bank_text, read_bank
from quiz_bank.formats.faults import listed
from quiz_bank.learning.trainees import trainee_id
from quiz_bank.library import same_answer
from quiz_bank.questions import Mode, Question


@dataclass(frozen=True, slots=True)
class BankCard:
    """A bank as a list shows it.

    Attributes:
        slug, title: its name for commands and for people.
        story: the slug its questions are kept under.
        path: its file. is_there: whether that file can be found now.
        questions: how many are asked. faults: how many it has.
        added_at: when it was first added, in UTC.
    """

    slug: str
    title: str
    story: str
    path: str
    is_there: bool
    questions: int
    faults: int
    added_at: datetime


def sample_bank() -> Path:
    """The bank of the sample story that ships with the program."""
    return Path(str(resources.files("quiz_bank"))) / "banks" / "deir-ez-zor.toml"


def add_bank(session: Session, path: Path, who: str | None = None) -> Bank:
    """Keeps a bank and its questions without a fault; adding it again brings it up to date.

    Args:
        session: a writing session.
        path: its file; it is watched from then on.
        who: the instructor's name.

    Returns:
        The bank as read, faults included. Without one usable question nothing is kept.

    Raises:
        BriefingError: the file cannot be read, or another file is kept under that bank's name.
    """
    path = path.resolve()
    text, bank = _read_file(session, path)
    row = session.exec(select(BankRow).where(BankRow.slug == bank.slug)).first()
    if row is not None and row.removed_at is None and row.path != str(path) and Path(row.path).exists():
        raise BriefingError(
            f"{row.path} is kept as bank {bank.slug!r} already",
            f'give this one a name of its own, such as  id = "{bank.slug}-2"  under [bank]',
        )
    if not bank.entries:
        return bank
    row = row or BankRow(slug=bank.slug, title="", story="", path="", text="", digest="")
    row.trainee_id = trainee_id(session, who) if who else row.trainee_id
    row.removed_at = None
    _keep(session, row, path, text, bank)
    return bank


def remove_bank(session: Session, slug: str) -> None:
    """Takes a bank out of the quizzes; its file stays, and so does what was answered.

    Raises:
        BriefingError: there is none of that name.
    """
    row = _row(session, slug)
    row.removed_at = now()
    session.add(row)
    _shelve(session, slug, ())


def banks(session: Session) -> list[BankCard]:
    """The banks that are kept, by name."""
    return [_card(session, row) for row in _kept(session)]


def kept_bank(session: Session, slug: str) -> Bank:
    """A bank as it is kept, its faults included.

    Raises:
        BriefingError: there is none of that name.
    """
    return _read(session, _row(session, slug))


def bank_questions(session: Session, slug: str, mode: Mode = "type") -> list[Question]:
    """A bank's questions as a quiz asks them, in the file's order.

    Raises:
        BriefingError: there is no bank of that name.
    """
    return kept_bank(session, slug).in_mode(mode)


def story_bank_questions(session: Session, story: str, mode: Mode = "type") -> list[Question]:
    """The questions of every bank on a story."""
    rows = (row for row in _kept(session) if row.story == story)
    return [question for row in rows for question in _read(session, row).in_mode(mode)]


def changed_banks(session: Session) -> list[str]:
    """The names of the banks whose files changed since they were read; a file that is gone did not change."""
    return [row.slug for row in _kept(session) if _is_changed(row)]


def reload_banks(session: Session) -> list[Bank]:
    """Reads the changed banks again; returns them with their faults.

    Where a file cannot be read now, or has no usable question left, the bank stays as it was kept.

    Args:
        session: a writing session.
    """
    return [
        bank for row in _kept(session) if _is_changed(row) and (bank := _reload(session, row)) is not None
    ]


def _reload(session: Session, row: BankRow) -> Bank | None:
    path = Path(row.path)
    try:
        text, bank = _read_file(session, path)
    except BriefingError:
        return None
    if bank.slug != row.slug or not bank.entries:
        row.changed_ns = _changed_ns(path)
        session.add(row)
        return bank
    if row.digest != _digest(text):
        _keep(session, row, path, text, bank)
        return bank
    row.changed_ns = _changed_ns(path)
    session.add(row)
    return None


def _keep(session: Session, row: BankRow, path: Path, text: str, bank: Bank) -> None:
    row.title, row.story, row.path = bank.title, bank.story, str(path)
    row.text, row.digest, row.changed_ns = text, _digest(text), _changed_ns(path)
    session.add(row)
    session.flush()
    _shelve(session, bank.slug, bank.questions)


def _shelve(session: Session, slug: str, questions: Sequence[Question]) -> None:
    """Keeps a bank's questions: changed answers get a new revision, vanished ones are retired, none is deleted."""
    mine = col(QuestionRow.claim).startswith(claim_of(slug, ""), autoescape=True)
    old = {row.id: row for row in session.exec(select(QuestionRow).where(mine))}
    live = {question.id for question in questions}
    for row in old.values():
        if row.id not in live:
            row.retired_at = row.retired_at or now()
            session.add(row)
    for rank, question in enumerate(questions):
        body = question.as_json()
        row = old.get(question.id) or QuestionRow(
            id=question.id,
            story=question.story,
            claim=question.claim,
            kind=question.kind,
            rank=rank,
            body=body,
        )
        if not same_answer(row.body["key"], body["key"]):
            session.add(QuestionVersionRow(question_id=row.id, revision=row.revision, body=row.body))
            row.revision += 1
        row.story, row.kind, row.rank, row.body, row.retired_at = (
            question.story,
            question.kind,
            rank,
            body,
            None,
        )
        session.add(row)


def _read_file(session: Session, path: Path) -> tuple[str, Bank]:
    text, faults = bank_text(path)
    bank = read_bank(text, str(path), articles_for(path, partial(stored_articles, session)))
    return text, replace(bank, faults=listed((*faults, *bank.faults)))


def _read(session: Session, row: BankRow) -> Bank:
    return read_bank(row.text, row.path, articles_for(Path(row.path), partial(stored_articles, session)))


def _kept(session: Session) -> list[BankRow]:
    kept = select(BankRow).where(col(BankRow.removed_at).is_(None)).order_by(col(BankRow.slug))
    return list(session.exec(kept))


def _row(session: Session, slug: str) -> BankRow:
    kept = {row.slug: row for row in _kept(session)}
    if slug in kept:
        return kept[slug]
    hint = f"there are: {', '.join(kept)}" if kept else "add one with: briefing bank add FILE"
    raise BriefingError(f"no bank {slug[:60]!r}", hint, ExitCode.BAD_USAGE)


def _card(session: Session, row: BankRow) -> BankCard:
    bank = _read(session, row)
    there = Path(row.path).is_file()
    return BankCard(
        row.slug, row.title, row.story, row.path, there, len(bank.entries), len(bank.faults), row.added_at
    )


def _is_changed(row: BankRow) -> bool:
    there = _changed_ns(Path(row.path))
    return there is not None and there != row.changed_ns


def _changed_ns(path: Path) -> int | None:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return None


def _digest(text: str) -> str:
    return content_key("bank text", text)
