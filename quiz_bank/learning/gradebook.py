"""Reading what a class answered, and what each of its questions asks, for the figures of ``items``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import String, type_coerce
from sqlmodel import Session, col, select

from briefings.store.models import AppealRow, AttemptRow, QuestionRow, TraineeRow
from quiz_bank import library
from quiz_bank.keys import Key
from quiz_bank.learning.items import ClassResults, Given, class_results
from quiz_bank.learning.trainees import login_of
from quiz_bank.questions import answer_words
from quiz_bank.session import OVERRULED

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks, its answer, and the first sentence it rests on.

    Attributes:
        question, story, kind, ask: as of a ``Question``; an instructor's wording in ``ask`` where there is one.
        answer: as it is shown. spellings: what else is right. options: what it offers, empty where it is typed.
        article: file, address or key of the article; empty where there is none.
        outlet, published: who printed the sentence, and when. words: the answer's own words in it, empty if unknown.
    """

    question: str
    story: str
    kind: str
    ask: str
    answer: str
    spellings: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    article: str = ""
    outlet: str = ""
    published: date | None = None
    sentence: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Gradebook:
    """How a class does, and what its questions ask, by question id."""

    results: ClassResults
    asked: Mapping[str, Asked]


def gradebook(session: Session, story: str | None = None, trainee: str | None = None) -> Gradebook:
    """The figures of all answers; of one story, of one trainee where they are named."""
    results = class_results(given(session, story, trainee))
    return Gradebook(results, asked_by_id(session, (item.question for item in results.items), story))


def given(session: Session, story: str | None = None, trainee: str | None = None) -> list[Given]:
    """Every attempt as it counts, in no order."""
    wanted = select(
        TraineeRow.name,
        QuestionRow.story,
        AttemptRow.question_id,
        QuestionRow.kind,
        AttemptRow.mode,
        AttemptRow.answer,
        AttemptRow.verdict,
        AttemptRow.rule,
        AttemptRow.ms,
        type_coerce(AttemptRow.at, String),  # as attempts.py: SQLite's own text is read quicker
        AttemptRow.uid,
    )  # type: ignore[call-overload]
    wanted = wanted.select_from(AttemptRow).join(QuestionRow).join(TraineeRow)
    if story is not None:
        wanted = wanted.where(QuestionRow.story == story)
    if trainee is not None:
        wanted = wanted.where(TraineeRow.login == login_of(trainee))
    said = _said(session)
    rows = session.connection().execute(wanted).all()
    found = ((Given._make((*row[:9], _utc(row[9]), False)), said.get(row[10], _NOTHING)) for row in rows)
    return [_counted(each, mine) for each, mine in found if "undo" not in mine]


def asked_by_id(session: Session, questions: Iterable[str], story: str | None = None) -> dict[str, Asked]:
    """What these questions ask, each as it is asked today."""
    wanted = set(questions)
    rows = select(QuestionRow.id, QuestionRow.body)
    if story is not None:
        rows = rows.where(QuestionRow.story == story)
    decided = library.curations(session, story)
    found = {}
    for name, body in session.execute(rows):
        if name in wanted:
            curation = decided.get(name)
            asked = asked_of(body, curation.spellings if curation else ())
            found[name] = (
                asked if not curation or not curation.wording else replace(asked, ask=curation.wording)
            )
    return found


def asked_of(body: Mapping[str, Any], spellings: Iterable[str] = ()) -> Asked:
    """What a question asks.

    Args:
        body: the question as ``Question.as_json`` gives it.
        spellings: further right answers.
    """
    key = Key.from_json(body["key"])
    options = tuple(body.get("options") or key.options)
    source: Mapping[str, Any] = next(iter(body.get("sources") or ()), {})
    day = source.get("published")
    return Asked(
        body["id"],
        body["story"],
        body["kind"],
        body["ask"],
        answer_words(key.kind, key.value, key.text, key.name, key.all_of),
        tuple(dict.fromkeys((*key.aliases, *spellings))),
        options,
        source.get("article") or "",
        source.get("outlet") or "",
        date.fromisoformat(day) if day else None,
        source.get("sentence") or "",
        key.text or key.name,
    )


def _said(session: Session) -> dict[str, frozenset[str]]:
    """Attempt uid -> what was said about it and not refused."""
    said: dict[str, set[str]] = {}
    rows = select(AppealRow.attempt_uid, AppealRow.kind, AppealRow.decision)
    for uid, kind, decision in session.execute(rows.order_by(col(AppealRow.id))):
        if decision != "refused":
            said.setdefault(uid, set()).add(kind)
    return {uid: frozenset(kinds) for uid, kinds in said.items()}


def _counted(each: Given, said: frozenset[str]) -> Given:
    if not said:
        return each
    if "right" in said:
        each = each._replace(verdict="correct", rule=OVERRULED)
    return each._replace(reported=True) if "report" in said else each


def _utc(at: str | datetime) -> datetime:
    """A stored moment, which SQLite gives back as text without its zone."""
    moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
