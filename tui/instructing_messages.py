"""What the instructor's pages ask of the app, and what it answers them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from textual.message_pump import MessagePump

    from briefings.errors import BriefingError
    from quiz_bank.bank_shelf import BankCard
    from quiz_bank.curation import Action, Curated
    from quiz_bank.formats.faults import Fault
    from quiz_bank.learning.appeals import PendingAppeal
    from quiz_bank.learning.gradebook import Asked, Gradebook
    from quiz_bank.library import History

InstructorPage = Literal["questions", "appeals", "results", "banks"]


@dataclass
class DeskPageWanted(Message):
    """A page of the instructor is wanted; of a story where it is about one."""

    page: InstructorPage
    slug: str | None
    title: str


@dataclass
class RefusedHere(Message):
    """What a page asked for could not be done."""

    error: BriefingError


@dataclass
class QuestionsAsked(Message):
    """A story's questions are wanted; ``sender`` waits for ``QuestionsRead`` or ``RefusedHere``."""

    sender: MessagePump
    slug: str | None


@dataclass
class QuestionsRead(Message):
    """The questions with what was decided about them."""

    questions: Sequence[Curated]


@dataclass
class HistoryAsked(Message):
    """What became of a question is wanted; ``sender`` waits for ``HistoryRead``, or for nothing."""

    sender: MessagePump
    question: str


@dataclass
class HistoryRead(Message):
    """The versions and edits of a question."""

    history: History


@dataclass
class EditAsked(Message):
    """A decision about questions is to be kept; ``sender`` waits for ``EditKept`` or ``RefusedHere``."""

    sender: MessagePump
    questions: Sequence[str]
    action: Action
    text: str = ""


@dataclass
class EditKept(Message):
    """The decision holds for everybody."""

    questions: Sequence[str]
    action: Action


@dataclass
class AppealsAsked(Message):
    """The appeals that wait are wanted; ``sender`` waits for ``AppealsRead`` or ``RefusedHere``."""

    sender: MessagePump


@dataclass
class AppealsRead(Message):
    """The appeals, and what their questions ask, by question id."""

    appeals: Sequence[PendingAppeal]
    asked: Mapping[str, Asked]


@dataclass
class AppealDecided(Message):
    """An appeal is decided; ``sender`` waits for ``AppealsRead`` or ``RefusedHere``."""

    sender: MessagePump
    appeal: int
    accepted: bool


@dataclass
class ResultsAsked(Message):
    """How a class does is wanted, in a story or in all; ``sender`` waits for ``ResultsRead`` or ``RefusedHere``."""

    sender: MessagePump
    slug: str | None


@dataclass
class ResultsRead(Message):
    """How a class does."""

    book: Gradebook


@dataclass
class BanksAsked(Message):
    """The banks are wanted; ``sender`` waits for ``BanksRead`` or ``RefusedHere``."""

    sender: MessagePump


@dataclass
class BanksRead(Message):
    """The banks, and what is wrong in each, by its name."""

    banks: Sequence[BankCard]
    faults: Mapping[str, Sequence[Fault]]


@dataclass
class BankAdded(Message):
    """A bank's file is to be kept; ``sender`` waits for ``BankKept`` or ``RefusedHere``."""

    sender: MessagePump
    path: Path


@dataclass
class BankKept(Message):
    """The bank of that name is kept, with so many questions and faults; nothing where it has no question to ask."""

    slug: str
    questions: int
    faults: Sequence[Fault]


@dataclass
class BankRemoved(Message):
    """A bank is to be removed; ``sender`` waits for ``BanksRead`` or ``RefusedHere``."""

    sender: MessagePump
    slug: str


@dataclass
class SentenceWanted(Message):
    """The article is wanted that a question rests on, opened at its sentence."""

    asked: Asked
