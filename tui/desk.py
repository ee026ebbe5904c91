"""What the app needs of a desk; ``quiz_bank.desk.Desk`` is the one over a store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from briefings.ingest import Added, Report
    from briefings.reading.articles import Given
    from briefings.store.search import Found
    from briefings.stories import Story
    from quiz_bank.desk import KindScore, StoryCard
    from quiz_bank.learning.progress import Progress
    from quiz_bank.learning.rounds import Resumed
    from quiz_bank.learning.schedule import DueList
    from quiz_bank.questions import Mode, Question
    from quiz_bank.session import Appeal, Attempt, Quiz


class Desk(Protocol):
    """A trainee's place at a store; every method may block."""

    def stories(self) -> list[StoryCard]:
        """Every story, newest first."""

    def story(self, slug: str) -> Story:
        """One story."""

    def questions(self, slug: str, mode: Mode = "type", kinds: Collection[str] = ()) -> list[Question]:
        """The questions on a story."""

    def start(self, slug: str, *, limit: int = 10, mode: Mode = "type", kinds: Collection[str] = ()) -> Quiz:
        """A quiz on a story."""

    def review(self, slug: str | None = None, *, limit: int = 20, mode: Mode = "type") -> Quiz:
        """What is due in a story, or in all, then new questions."""

    def resume(self, slug: str | None = None) -> Resumed | None:
        """The round on a story that broke off."""

    def finish(self, quiz: Quiz) -> None:
        """Closes a round."""

    def record(self, attempt: Attempt) -> None:
        """Keeps an answer."""

    def appeal(self, appeal: Appeal) -> None:
        """Keeps what was said about an answer."""

    def due(self, slug: str | None = None) -> DueList:
        """What is due in a story, or in all."""

    def scores(self, slug: str) -> Sequence[KindScore]:
        """The latest answers by kind."""

    def progress(self, slug: str | None = None) -> Progress:
        """How the trainee does, in one story or in all."""

    def search(self, words: str, slug: str | None = None) -> Found:
        """Sentences and names by words, in one story or in all."""

    def add(
        self, names: list[str], story: str | None, given: Given, told: Callable[[Added, int, int], None]
    ) -> Report:
        """Adds articles."""

    def set_article(
        self, slug: str, key: str, outlet: str | None = None, published: date | None = None
    ) -> None:
        """Sets an article's outlet and date."""

    def decide_names(self, slug: str, first: str, second: str, joined: bool) -> None:
        """Keeps that two names of a story are one, or are not, and sorts the story again."""

    def load_sample(self) -> StoryCard:
        """Adds the sample story."""

    def close(self) -> None:
        """Lets go of the store."""
