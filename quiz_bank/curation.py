"""What instructors decided about generated questions, as a pure fold over their edits.

Edits are append-only rows (see ``library``); the latest of an action holds. They hang on a question's id, which
only its claim and template decide, so they outlive reading the articles again and a newer extractor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, get_args

from quiz_bank.grading.clean import clean
from quiz_bank.questions import Question

Action = Literal["approve", "reword", "retire", "restore", "add-spelling", "drop-spelling"]
ACTIONS: tuple[Action, ...] = get_args(Action)
State = Literal["new", "approved", "changed", "retired"]

#: the actions that make no sense without a text
TEXT_NEEDED: frozenset[Action] = frozenset(("add-spelling", "drop-spelling"))


@dataclass(frozen=True, slots=True)
class Edit:
    """One decision about one question; ``text`` is the new wording, the spelling, or a remark."""

    question: str
    action: Action
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Curation:
    """What the edits of one question add up to.

    Attributes:
        approved: whether somebody signed it.
        retired: whether it is no longer asked.
        wording: what it asks instead of the generated words; empty for those.
        spellings: further right answers, for everybody.
        changed: whether its answer changed after the latest edit, so that a person must look again.
    """

    approved: bool = False
    retired: bool = False
    wording: str = ""
    spellings: tuple[str, ...] = ()
    changed: bool = False

    @property
    def state(self) -> State:
        """The one word a list shows."""
        if self.retired:
            return "retired"
        if self.changed:
            return "changed"
        return "approved" if self.approved else "new"


@dataclass(frozen=True, slots=True)
class Curated:
    """A question as it is asked (or was generated, where it is retired) and what was decided about it."""

    question: Question
    curation: Curation


UNTOUCHED = Curation()


def fold(edits: Iterable[Edit], changes: Mapping[str, datetime]) -> dict[str, Curation]:
    """What was decided about each question that has edits.

    Args:
        edits: in the order they were made.
        changes: question -> when its answer last changed. Edits before that moment stay, but the question is
            marked ``changed`` until the next one; spellings of the old answer no longer count.
    """
    found: dict[str, Curation] = {}
    for edit in edits:
        before = found.get(edit.question, UNTOUCHED)
        changed_at = changes.get(edit.question)
        stale = changed_at is not None and edit.at <= changed_at
        after = _after(before, edit, stale)
        found[edit.question] = replace(after, changed=stale)
    return found


def _after(before: Curation, edit: Edit, stale: bool) -> Curation:
    match edit.action:
        case "approve":
            return replace(before, approved=True)
        case "retire" | "restore":
            return replace(before, retired=edit.action == "retire")
        case "reword":
            return replace(before, wording=edit.text)
        case "add-spelling" | "drop-spelling":
            others = tuple(each for each in before.spellings if not _alike(each, edit.text))
            added = (edit.text,) if edit.action == "add-spelling" and not stale else ()
            return replace(before, spellings=(*others, *added))


def apply(questions: Iterable[Question], curations: Mapping[str, Curation]) -> list[Question]:
    """The questions as they are asked: reworded, with the added spellings, without the retired ones."""
    return [each.question for each in curated(questions, curations) if not each.curation.retired]


def curated(questions: Iterable[Question], curations: Mapping[str, Curation]) -> list[Curated]:
    """Every question with what was decided about it, in order."""
    pairs = ((question, curations.get(question.id, UNTOUCHED)) for question in questions)
    return [Curated(_edited(question, curation), curation) for question, curation in pairs]


def _edited(question: Question, curation: Curation) -> Question:
    if curation.wording:
        question = replace(question, ask=curation.wording)
    return _respelled(question, curation.spellings) if curation.spellings else question


def _respelled(question: Question, spellings: tuple[str, ...]) -> Question:
    """With further right spellings: none of them counts as another name, nor is a wrong option."""
    key = question.key
    key = replace(
        key,
        aliases=(*key.aliases, *(each for each in spellings if each not in key.aliases)),
        others=tuple(other for other in key.others if not _among(other, spellings)),
    )
    options = tuple(
        option for option in question.options if option == question.right or not _among(option, spellings)
    )
    if question.mode == "choice" and len(options) < 2:
        return replace(question, key=key, mode="type", options=(), right="")
    return replace(question, key=key, options=options)


def _among(text: str, spellings: Iterable[str]) -> bool:
    return any(_alike(text, spelling) for spelling in spellings)


def _alike(one: str, other: str) -> bool:
    return clean(one) == clean(other)
