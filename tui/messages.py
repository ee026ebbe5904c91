"""What the pages ask of the app, and what it answers them; plain data, so that a page needs no other page.

What is said about quizzes stands in ``quiz_messages``, what instructors say in ``instructing_messages``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.message_pump import MessagePump

    from briefings.errors import BriefingError
    from briefings.ingest import Report
    from briefings.store.search import Found
    from briefings.stories import Article, Story
    from quiz_bank.learning.progress import Progress
    from tui.exporting import Writer
    from tui.passages import Passage

PageName = Literal["briefing", "facts", "articles", "map", "timeline", "names"]


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
class PageWanted(Message):
    """A page of a story is wanted; with the story where it is at hand."""

    page: PageName
    slug: str
    story: Story | None = None


@dataclass
class FactsOfWanted(Message):
    """The facts of a story that a search for these words finds are wanted."""

    story: Story
    words: str


@dataclass
class FactsOfNameWanted(Message):
    """The facts of the story ``slug`` that name someone or something by any of these forms are wanted."""

    slug: str
    forms: tuple[str, ...]


@dataclass
class PassageWanted(Message):
    """An article is wanted, opened at a sentence: its offsets, and the spans of the words in it that count."""

    slug: str
    article: str
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]


@dataclass
class ProgressAsked(Message):
    """How the trainee does, in a story or in all; ``sender`` waits for ``ProgressRead`` or ``ProgressRefused``."""

    sender: MessagePump
    slug: str | None


@dataclass
class ProgressRead(Message):
    """How the trainee does."""

    progress: Progress


@dataclass
class ProgressRefused(Message):
    """It could not be worked out."""

    error: BriefingError


@dataclass
class SearchAsked(Message):
    """Words are searched for, in a story or in all; ``sender`` waits for ``SearchDone`` or ``SearchRefused``."""

    sender: MessagePump
    words: str
    slug: str | None


@dataclass
class SearchDone(Message):
    """What was found for the words."""

    words: str
    found: Found


@dataclass
class SearchRefused(Message):
    """The search failed."""

    error: BriefingError


@dataclass
class DecisionAsked(Message):
    """Two names are one, or not; ``sender`` waits for ``DecisionKept`` or ``DecisionRefused``."""

    sender: MessagePump
    slug: str
    first: str
    second: str
    joined: bool


@dataclass
class DecisionKept(Message):
    """The decision is kept, and the story sorted again."""


@dataclass
class DecisionRefused(Message):
    """The decision could not be kept."""

    error: BriefingError


@dataclass
class WriteWanted(Message):
    """A file is wanted that is yet to be named.

    Attributes:
        title: what is to be written, as the form's title.
        name: the file's name at first.
        suffixes: those its name may end in, which choose the format.
        write: what writes it.
        instead: what to do where no file can be written.
    """

    title: str
    name: str
    suffixes: Iterable[str]
    write: Writer
    instead: str


@dataclass
class WriteAsked(Message):
    """A file is to be written; ``sender`` waits for ``WriteDone`` or ``WriteRefused``."""

    sender: MessagePump
    path: Path
    write: Writer
    replace: bool


@dataclass
class WriteDone(Message):
    """The file is written."""

    path: Path


@dataclass
class WriteRefused(Message):
    """The file could not be written."""

    error: BriefingError


@dataclass
class ArticleWanted(Message):
    """An article is wanted, opened at a passage."""

    passage: Passage


@dataclass
class AddWanted(Message):
    """Articles are to be added; to that story, where it is named."""

    story: str | None = None


@dataclass
class AddAsked(Message):
    """A source is to be read into a story; ``sender`` is told by ``AddMoved``, then ``AddDone`` or ``AddRefused``."""

    sender: MessagePump
    source: str
    story: str | None
    published: date | None


@dataclass
class AddMoved(Message):
    """One more source was read."""

    source: str
    done: int
    total: int


@dataclass
class AddDone(Message):
    """All sources were read."""

    report: Report


@dataclass
class AddRefused(Message):
    """Nothing could be added."""

    error: BriefingError


@dataclass
class EditWanted(Message):
    """The outlet and the date of a story's article are to be set."""

    slug: str
    article: Article


@dataclass
class CorrectionAsked(Message):
    """Outlet and date are to be kept; ``sender`` waits for ``Corrected`` or ``CorrectionRefused``."""

    sender: MessagePump
    slug: str
    key: str
    outlet: str | None
    published: date | None


@dataclass
class Corrected(Message):
    """Outlet and date were kept, and the article was read again."""


@dataclass
class CorrectionRefused(Message):
    """They could not be kept."""

    error: BriefingError


@dataclass
class HomeWanted(Message):
    """Home is wanted, from wherever one is."""
