"""What the pages ask of the app, and what it answers them; plain data, so that a page needs no other page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from briefings.errors import BriefingError
    from briefings.stories import Story
    from quiz_bank.questions import Question
    from quiz_bank.session import Attempt, Quiz
    from tui.passages import Passage


@dataclass
class StoriesWanted(Message):
    """Home came to the front and wants the stories as they are now."""


@dataclass
class ScoresWanted(Message):
    """The scores of a story are wanted."""

    slug: str


@dataclass
class SampleWanted(Message):
    """The sample story is to be loaded."""


@dataclass
class BriefingWanted(Message):
    """A story's briefing is wanted."""

    slug: str


@dataclass
class QuizWanted(Message):
    """A quiz on a story is wanted; ``title`` names it."""

    slug: str
    title: str


@dataclass
class RetryWanted(Message):
    """A quiz of these questions of the story is wanted."""

    story: Story
    questions: tuple[Question, ...]


@dataclass
class ArticleWanted(Message):
    """An article is wanted, opened at a passage."""

    passage: Passage


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
class QuizEnded(Message):
    """The quiz is over."""

    story: Story
    quiz: Quiz


@dataclass
class HomeWanted(Message):
    """Home is wanted, from wherever one is."""
