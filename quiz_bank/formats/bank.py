"""A bank as it is read: its questions, and for each what is not part of the question itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from briefings.compose.datewords import in_words
from briefings.facts import NUMERIC_KINDS
from briefings.stories import Story, content_key
from quiz_bank.formats.faults import Fault
from quiz_bank.keys import Key
from quiz_bank.questions import Mode, Question

TEMPLATE = "bank"
_SECOND = re.compile(r"\s*\([^()]*\)$")
TRUE_FALSE = ("True", "False")


@dataclass(frozen=True, slots=True)
class Entry:
    """One question of a bank.

    Attributes:
        id: its name in the bank. line: that of its header in the file, from 1.
        ask: as its author wrote it; the question's own also tells what to order, to match, to pick from.
        question: as it is asked when answers are typed.
        wrong: the author's wrong options, as they are shown. tags: the author's words to sort by.
    """

    id: str
    line: int
    ask: str
    question: Question
    wrong: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bank:
    """A bank's file, read.

    Attributes:
        slug: its name for commands, part of its questions' ids. title: its name for people.
        story: the slug its questions are kept under: the story's, else ``bank:<slug>``.
        as_of: the day on which every answer is true, or None. author, language: as told, or empty.
        entries: the questions without a fault, in the file's order.
        faults: what is wrong, in the order of the file; a question with a fault is not among the entries.
        asked: how many questions the file has, faulty ones included.
    """

    slug: str
    title: str
    story: str
    as_of: date | None = None
    author: str = ""
    language: str = ""
    entries: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()
    asked: int = 0

    @property
    def questions(self) -> tuple[Question, ...]:
        """Its questions, typed where their kind allows."""
        return tuple(entry.question for entry in self.entries)

    def in_mode(self, mode: Mode) -> list[Question]:
        """Its questions as a quiz asks them; where there is nothing to choose from they stay typed."""
        return [as_choice(entry) if mode == "choice" else entry.question for entry in self.entries]


def claim_of(slug: str, item: str) -> str:
    """What a bank's question counts as: memory is kept by it."""
    return f"{TEMPLATE}:{slug}:{item}"


def bank_question_id(slug: str, item: str) -> str:
    """The stable id of a bank's question, whatever its wording."""
    return content_key(TEMPLATE, slug, item)


def as_choice(entry: Entry) -> Question:
    """A question with options to choose from: the author's, else such as its figure or date allows."""
    question = entry.question
    key = question.key
    if question.mode == "choice" or key.kind in ("choice", "order", "match"):
        return question
    if key.kind == "true-false":
        return replace(question, mode="choice", options=TRUE_FALSE, right=TRUE_FALSE[0 if key.value else 1])
    if entry.wrong:
        right = _without_second(question.answer) if key.kind in NUMERIC_KINDS else question.answer
        wrong = tuple(_day(option) for option in entry.wrong) if key.kind == "date" else entry.wrong
        return replace(question, mode="choice", options=placed(key, right, wrong, question.id), right=right)
    from quiz_bank.generate.options import options, right_option

    made = options(key, question.ask, question.id, Story(question.story, "", ()))
    return replace(question, mode="choice", options=made, right=right_option(key)) if made else question


def _without_second(figure: str) -> str:
    """A figure without its other unit, which would tell it from the wrong ones."""
    return _SECOND.sub("", figure) or figure


def _day(option: str) -> str:
    """A date in the words in which the right one is shown."""
    from quiz_bank.formats.dates import iso_date

    return in_words(iso_date(option)) or option


def placed(key: Key, right: str, wrong: tuple[str, ...], seed: str) -> tuple[str, ...]:
    """Options in an order that tells nothing and is the same each time; figures and dates by size."""
    if key.kind == "date":
        from quiz_bank.formats.dates import iso_date

        return tuple(sorted((right, *wrong), key=iso_date))
    if key.kind in NUMERIC_KINDS:
        from quiz_bank.formats.figures import size_of

        return tuple(sorted((right, *wrong), key=lambda option: size_of(option, key)))
    return mixed((right, *wrong), seed)


def mixed(items: tuple[str, ...], seed: str) -> tuple[str, ...]:
    """Items in an order drawn from a seed; never the order given, where another is possible."""
    drawn = tuple(sorted(items, key=lambda item: content_key(seed, item)))
    return (*drawn[1:], drawn[0]) if drawn == items else drawn
