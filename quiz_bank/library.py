"""The questions of the stories on the shelf: made from claims, kept under stable ids, curated by instructors."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sqlalchemy import func, insert, update
from sqlmodel import Session, col, select

from briefings.comparing import bring_up_to_date, refresh
from briefings.errors import BriefingError, ExitCode
from briefings.reading.text import clean_line
from briefings.store import shelf
from briefings.store.bulk import write_part
from briefings.store.models import (
    QuestionEditRow,
    QuestionRow,
    QuestionVersionRow,
    SettingRow,
    TraineeRow,
    now,
)
from briefings.store.store import Store
from briefings.stories import Article, Story
from briefings.workers.crew import ALONE, Workers
from quiz_bank.curation import ACTIONS, TEXT_NEEDED, Action, Curation, Edit, apply, fold
from quiz_bank.generate.generate import generate
from quiz_bank.generate.keeping import MOST_WORDINGS, to_keep
from quiz_bank.learning.trainees import trainee_id
from quiz_bank.questions import Mode, Question

FROM_BANK = "bank:"  # begins the claim of a bank's question
SHELVED = "questions-shelved"  # begins the name of the setting that tells for which articles
BATCH = 50  # questions stored in one transaction: some hundredths of a second
LONGEST_WORDING = 400  # characters; generated questions stay under 250
SHORTEST_PREFIX = 4  # letters of an id that may stand for it

#: the parts of a key that make up its answer; a name is compared by its spellings
_ANSWER = ("kind", "value_max", "unit", "qualifier", "all_of")


@dataclass(frozen=True, slots=True)
class Version:
    """A question as it was until its answer changed; ``until`` is None for the one of today."""

    revision: int
    body: dict[str, Any]
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Everything that became of one question: its versions and edits, oldest first."""

    question: str
    story: str
    versions: tuple[Version, ...]
    edits: tuple[Edit, ...]
    curation: Curation


def questions_of(
    story: Story,
    mode: Mode = "type",
    kinds: Collection[str] = (),
    curations: Mapping[str, Curation] | None = None,
    turns: Mapping[str, int] | None = None,
) -> list[Question]:
    """A story's questions as they are asked, best first; of these kinds of answer where any are named.

    Args:
        story: what is asked about.
        mode: typed, or with options.
        kinds: of answer; empty for all.
        curations: what instructors decided; a retired wording makes way for another of its claim.
        turns: claim -> which of its wordings is asked; the best where it is not named.
    """
    decided = curations or {}
    wanted = dict(turns or {})
    made = generate(story, mode, wanted)
    for _ in range(MOST_WORDINGS - 1):
        passed = [each for each in made if _is_retired(each.id, decided) and _others(each, decided)]
        if not passed:
            break
        wanted |= {each.claim: wanted.get(each.claim, 0) + 1 for each in passed}
        made = generate(story, mode, wanted)
    return [each for each in apply(made, decided) if not kinds or each.kind in kinds]


def _is_retired(question: str, curations: Mapping[str, Curation]) -> bool:
    return question in curations and curations[question].retired


def _others(question: Question, curations: Mapping[str, Curation]) -> bool:
    """Whether another wording of its claim may be asked."""
    return any(not _is_retired(each, curations) for each in question.siblings)


def shelve(store: Store, story: Story, workers: Workers = ALONE) -> None:
    """Keeps the story's questions of today: new ones are added, vanished ones retired, none is deleted.

    They are written in batches, so that whoever answers meanwhile need not wait.
    """
    old = _shelved(store, story.slug)
    _keep(store, workers.run(to_keep, story, old), old)


def shelve_current(store: Store, slug: str, workers: Workers = ALONE) -> None:
    """Keeps the questions that a story's claims now give, and remembers for which articles."""
    story = refresh(store, slug, workers)
    state = store.read(lambda session: shelf.state(session, slug))
    shelve(store, story, workers)
    _remember(store, slug, state)


def shelve_changed(store: Store, slug: str, workers: Workers = ALONE) -> Mapping[str, Article]:
    """Brings a story up to date and keeps its questions, where its articles have changed; else does nothing.

    Returns:
        The articles that got another date, by key.
    """
    old = _shelved(store, slug)
    brought = bring_up_to_date(store, slug, workers, partial(to_keep, old=old))
    if brought.state is not None and brought.further is not None:
        _keep(store, brought.further, old)
        _remember(store, slug, brought.state)
    elif not is_current(store, slug):
        shelve_current(store, slug, workers)
    return brought.dated


def is_current(store: Store, slug: str) -> bool:
    """Whether the story's articles are still those its questions were kept for."""

    def work(session: Session) -> bool:
        row = session.get(SettingRow, f"{SHELVED} {slug}")
        return row is not None and row.value == shelf.state(session, slug)

    return store.read(work)


def retire(session: Session, slug: str) -> None:
    """Retires every question made from a story that goes; banks' questions and all attempts stay."""
    live = col(QuestionRow.retired_at).is_(None)
    session.execute(update(QuestionRow).where(*_made(slug), live).values(retired_at=now()))


def _shelved(store: Store, slug: str) -> frozenset[str]:
    """The questions there are of a story's claims."""
    return store.read(lambda session: frozenset(session.exec(select(QuestionRow.id).where(*_made(slug)))))


def _keep(store: Store, questions: Sequence[Question], old: Collection[str]) -> None:
    """Keeps these questions, and retires those of the old ones that are not among them."""
    for start in range(0, len(questions), BATCH):
        ranked = list(enumerate(questions[start : start + BATCH], start))
        write_part(store, partial(_put, ranked=ranked))
    gone = sorted(set(old) - {question.id for question in questions})
    for start in range(0, len(gone), BATCH):
        write_part(store, partial(_retire, gone=gone[start : start + BATCH]))


def _remember(store: Store, slug: str, state: str) -> None:
    """Remembers for which articles a story's questions are kept."""
    write_part(store, lambda session: session.merge(SettingRow(name=f"{SHELVED} {slug}", value=state)))


def ensure(session: Session, question: Question, rank: int = 0) -> None:
    """Makes sure a question has its row before an attempt refers to it."""
    if session.get(QuestionRow, question.id) is None:
        session.add(_row(question, rank))
        session.flush()


def ensure_all(session: Session, questions: Iterable[Question]) -> None:
    """Makes sure each of these questions has its row."""
    for rank, question in enumerate(questions):
        ensure(session, question, rank)


def curations(session: Session, slug: str | None = None) -> dict[str, Curation]:
    """What instructors decided about the questions of a story, or of all."""
    edits = edits_of(session, QuestionRow.story == slug if slug is not None else None)
    return fold(edits, _changes(session, {edit.question for edit in edits})) if edits else {}


def edits_of(session: Session, where: Any = None) -> list[Edit]:
    """The edits in the order they were made, narrowed by a condition on ``QuestionRow``."""
    columns = (
        QuestionEditRow.question_id,
        QuestionEditRow.action,
        QuestionEditRow.text,
        TraineeRow.name,
        QuestionEditRow.at,
    )
    wanted = select(*columns).join(QuestionRow).join(TraineeRow)  # type: ignore[call-overload]
    if where is not None:
        wanted = wanted.where(where)
    rows = session.execute(wanted.order_by(col(QuestionEditRow.id)))
    return [Edit(question, action, text, by, _utc(at)) for question, action, text, by, at in rows]


def edit(session: Session, who: str, question: str, action: Action, text: str = "") -> None:
    """Keeps one decision about a question.

    Args:
        session: an open one, for writing.
        who: the name of the person who decides.
        question: its id, or the first letters of it.
        action: one of ``ACTIONS``.
        text: the new wording (empty: back to the generated one), the spelling, or a remark.

    Raises:
        BriefingError: no such question or action, or a spelling is missing.
    """
    if action not in ACTIONS:
        raise BriefingError(f"no action {action!r}", f"one of {', '.join(ACTIONS)}", ExitCode.BAD_USAGE)
    row = find(session, question)
    words = clean_line(text, LONGEST_WORDING)
    if action in TEXT_NEEDED and not words:
        raise BriefingError("the spelling is empty", "give the words that are right", ExitCode.BAD_USAGE)
    session.add(
        QuestionEditRow(question_id=row.id, trainee_id=trainee_id(session, who), action=action, text=words)
    )


def find(session: Session, name: str) -> QuestionRow:
    """The row of a question by its id or the first letters of it.

    Raises:
        BriefingError: it fits none, or more than one.
    """
    prefix = clean_line(name, 64).lower()
    if len(prefix) < SHORTEST_PREFIX or not prefix.isalnum():
        raise BriefingError(
            f"{name[:40]!r} is no question's id", "briefing curate lists them", ExitCode.BAD_USAGE
        )
    fits = session.exec(
        select(QuestionRow).where(col(QuestionRow.id).startswith(prefix, autoescape=True)).limit(2)
    ).all()
    if len(fits) != 1:
        which = "fits more than one question" if fits else "fits no question"
        raise BriefingError(f"{prefix!r} {which}", "briefing curate lists the ids", ExitCode.BAD_USAGE)
    return fits[0]


def history(session: Session, question: str) -> History:
    """The versions and the edits of one question.

    Raises:
        BriefingError: there is no such question.
    """
    row = find(session, question)
    rows = session.exec(
        select(QuestionVersionRow)
        .where(QuestionVersionRow.question_id == row.id)
        .order_by(col(QuestionVersionRow.revision))
    )
    versions = [Version(old.revision, old.body, _utc(old.until)) for old in rows]
    edits = edits_of(session, QuestionRow.id == row.id)
    state = fold(edits, _changes(session, [row.id])).get(row.id, Curation())
    return History(row.id, row.story, (*versions, Version(row.revision, row.body)), tuple(edits), state)


def _made(slug: str) -> tuple[Any, ...]:
    """What holds for the questions made from a story's claims, which its banks' questions stand beside."""
    return QuestionRow.story == slug, ~col(QuestionRow.claim).startswith(FROM_BANK, autoescape=True)


def _changes(session: Session, questions: Iterable[str]) -> dict[str, datetime]:
    """When the answer of each of these questions last changed, for those it ever did."""
    wanted = set(questions)
    latest = select(QuestionVersionRow.question_id, func.max(QuestionVersionRow.until))
    rows = session.execute(latest.group_by(col(QuestionVersionRow.question_id)))
    return {question: _utc(until) for question, until in rows if question in wanted}


def _put(session: Session, ranked: Sequence[tuple[int, Question]]) -> None:
    """Writes those of the questions that are new or not as they were."""
    columns = (
        QuestionRow.id,
        QuestionRow.rank,
        QuestionRow.body,
        QuestionRow.revision,
        QuestionRow.retired_at,
    )
    wanted = select(*columns).where(col(QuestionRow.id).in_([question.id for _, question in ranked]))  # type: ignore[call-overload]
    old = {row.id: row for row in session.execute(wanted)}
    fresh, changed, versions = [], [], []
    for rank, question in ranked:
        row, body = old.get(question.id), question.as_json()
        if row is None:
            fresh.append(_values(question, rank, body))
        elif (row.rank, row.body, row.retired_at) != (rank, body, None):
            revision = row.revision
            if not same_answer(row.body["key"], body["key"]):
                versions.append({"question_id": row.id, "revision": revision, "body": row.body})
                revision += 1
            changed.append(
                {"id": row.id, "rank": rank, "body": body, "revision": revision, "retired_at": None}
            )
    for statement, rows in (
        (insert(QuestionRow), fresh),
        (insert(QuestionVersionRow), versions),
        (update(QuestionRow), changed),
    ):
        if rows:
            session.execute(statement, rows)


def _retire(session: Session, gone: Sequence[str]) -> None:
    """Retires those of the questions that are not retired yet."""
    live = (col(QuestionRow.id).in_(gone), col(QuestionRow.retired_at).is_(None))
    session.execute(update(QuestionRow).where(*live).values(retired_at=now()))


def same_answer(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether two keys, as JSON, ask for one answer: the same value, or names that know each other."""
    if any(old.get(part) != new.get(part) for part in _ANSWER):
        return False
    if old.get("value") == new.get("value") and old.get("name") == new.get("name"):
        return True
    return bool(_names(old)[:1] and _names(new)[:1]) and (
        _names(old)[0] in _names(new) or _names(new)[0] in _names(old)
    )


def _names(key: Mapping[str, Any]) -> list[str]:
    """The name or the text a key asks for, then its other spellings; none for figures and dates."""
    main = key.get("name") or (key.get("value") if key.get("kind") == "text" else "")
    return [main, *key.get("aliases", ())] if isinstance(main, str) and main else []


def _row(question: Question, rank: int) -> QuestionRow:
    return QuestionRow(**_values(question, rank, question.as_json()))


def _values(question: Question, rank: int, body: dict[str, Any]) -> dict[str, Any]:
    """The columns of a question's row."""
    return {
        "id": question.id,
        "story": question.story,
        "claim": question.claim,
        "kind": question.kind,
        "rank": rank,
        "body": body,
    }


def _utc(moment: datetime) -> datetime:
    """A stored moment, which SQLite gives back without its zone."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
