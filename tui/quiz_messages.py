"""What is said about quizzes: by the pages to the app, and by the app to them; plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from briefings.errors import BriefingError
    from quiz_bank.learning.schedule import DueList
    from quiz_bank.questions import Question
    from quiz_bank.session import Appeal, Attempt
    from tui.sittings import Setup, Sitting


@dataclass
class QuizWanted(Message):
    """A quiz on a story is wanted; ``title`` names it."""

    slug: str
    title: str


@dataclass
class SetupWanted(Message):
    """Another story was chosen for a quiz; ``sender`` waits for ``SetupRead`` or ``SetupRefused``."""

    sender: MessagePump
    slug: str


@dataclass
class SetupRead(Message):
    """What there is to choose from before a quiz on a story."""

    setup: Setup


@dataclass
class SetupRefused(Message):
    """It could not be read."""

    error: BriefingError


@dataclass
class ReviewWanted(Message):
    """What is due in a story, or in all where none is named, is wanted now; then new facts, unless ``only_due``."""

    slug: str | None = None
    only_due: bool = False


@dataclass
class NothingDue(Message):
    """There is nothing to review; ``words`` tell when there will be."""

    words: str


@dataclass
class SittingReady(Message):
    """A quiz to be shown; ``left_out`` tells how many of its questions changed since it broke off."""

    sitting: Sitting
    left_out: int = 0


@dataclass
class RetryWanted(Message):
    """A quiz of these questions of a sitting is wanted."""

    sitting: Sitting
    questions: tuple[Question, ...]


@dataclass
class AnswerGraded(Message):
    """An answer is to be stored; ``sender`` waits for ``AnswerStored`` or ``AnswerRefused``."""

    sender: MessagePump
    attempt: Attempt


@dataclass
class AnswerStored(Message):
    """The store has kept the attempt."""

    attempt: Attempt


@dataclass
class AnswerRefused(Message):
    """The attempt could not be kept."""

    attempt: Attempt
    error: BriefingError


@dataclass
class AppealMade(Message):
    """What was said about an answer is to be stored; ``sender`` waits for ``AppealStored`` or ``AppealRefused``."""

    sender: MessagePump
    appeal: Appeal


@dataclass
class AppealStored(Message):
    """The store has kept the appeal."""

    appeal: Appeal


@dataclass
class AppealRefused(Message):
    """The appeal could not be kept."""

    error: BriefingError


@dataclass
class QuizLeft(Message):
    """A quiz was left; ``is_over`` where all of it was answered, else it waits to be taken up again."""

    sitting: Sitting
    is_over: bool


@dataclass
class NextWanted(Message):
    """When the questions of a sitting come next is wanted; ``sender`` waits for ``NextRead`` or ``NextRefused``.

    One that is over is closed first.
    """

    sender: MessagePump
    sitting: Sitting
    is_over: bool


@dataclass
class NextRead(Message):
    """What is due next."""

    due: DueList


@dataclass
class NextRefused(Message):
    """It could not be read."""

    error: BriefingError
