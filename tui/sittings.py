"""What a quiz in the app is made from and what it carries along; plain data for its screens and pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from briefings.stories import Story
    from quiz_bank.questions import Mode
    from quiz_bank.session import Quiz
    from tui.desk import Desk

From = Literal["story", "review", "due", "bank"]


@dataclass(frozen=True, slots=True)
class Sitting:
    """A quiz, and what it is about.

    Attributes:
        quiz: where it stands.
        title: names it on the screen.
        stories: those its questions are on, for the articles behind them.
        slug: the story it is kept under; None for all.
    """

    quiz: Quiz
    title: str
    stories: tuple[Story, ...] = ()
    slug: str | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A round that broke off: how many of its questions were answered."""

    answered: int
    total: int


@dataclass(frozen=True, slots=True)
class Setup:
    """What there is to choose from before a quiz.

    Attributes:
        slug, title: the story.
        kinds: how many questions ask for each kind of answer.
        due, new: how many facts are due for review, and how many were never asked.
        waiting: the round on the story that broke off, or None.
        stories: slug -> title of all that can be chosen instead.
        banks: name -> title of the banks on the story.
    """

    slug: str
    title: str
    kinds: Mapping[str, int]
    due: int
    new: int
    waiting: Waiting | None
    stories: Mapping[str, str]
    banks: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen before a quiz.

    Attributes:
        slug: the story.
        goes_on: take up the round that broke off; the rest does not matter then.
        mode, length: of the quiz.
        kinds: only these; empty for all.
        source: the story's questions, a review of it, what is due alone, or those of a bank.
        bank: its name.
    """

    slug: str
    goes_on: bool = False
    mode: Mode = "type"
    length: int = 10
    kinds: tuple[str, ...] = ()
    source: From = "story"
    bank: str = ""


def waiting_round(desk: Desk, slug: str | None) -> Waiting | None:
    """The round on a story that broke off, or None; blocks."""
    found = desk.resume(slug)
    return Waiting(found.answered, found.quiz.total) if found is not None else None
