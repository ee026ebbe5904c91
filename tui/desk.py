"""What the app needs of a desk; ``quiz_bank.desk.Desk`` is the one over a store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.ingest import Added, Report
    from briefings.reading.articles import Given
    from briefings.store.search import Found
    from briefings.stories import Story
    from quiz_bank.bank_shelf import BankCard
    from quiz_bank.curation import Action, Curated
    from quiz_bank.desk import KindScore, StoryCard
    from quiz_bank.formats.bank import Bank
    from quiz_bank.learning.appeals import PendingAppeal
    from quiz_bank.learning.gradebook import Asked, Gradebook
    from quiz_bank.learning.progress import Progress
    from quiz_bank.learning.rounds import Resumed
    from quiz_bank.learning.schedule import DueList
    from quiz_bank.library import History
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

    def bank_titles(self) -> dict[str, str]:
        """The banks that can be asked from: name -> title."""

    def start(
        self,
        slug: str | None = None,
        *,
        limit: int = 10,
        mode: Mode = "type",
        kinds: Collection[str] = (),
        bank: str | None = None,
    ) -> Quiz:
        """A quiz on a story, or on a bank."""

    def review(
        self, slug: str | None = None, *, limit: int = 20, mode: Mode = "type", only_due: bool = False
    ) -> Quiz:
        """What is due in a story, or in all, then new questions unless ``only_due``."""

    def resume(self, slug: str | None = None, bank: str | None = None) -> Resumed | None:
        """The round on a story, or on a bank, that broke off."""

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

    @property
    def is_instructor(self) -> bool:
        """Whether she who sits here instructs; what follows is refused to trainees from another machine."""

    def curated(self, slug: str | None = None) -> list[Curated]:
        """A story's questions and its banks', with what was decided about them."""

    def question_history(self, question: str) -> History:
        """What became of a question."""

    def edit_question(self, question: str, action: Action, text: str = "") -> None:
        """Keeps a decision about a question, for everybody."""

    def appeals(self, slug: str | None = None) -> list[PendingAppeal]:
        """What trainees said and nobody decided."""

    def decide(self, appeal: int, accepted: bool) -> None:
        """Decides an appeal."""

    def asked_by_id(self, questions: Collection[str]) -> Mapping[str, Asked]:
        """What questions ask and what is right, by id."""

    def gradebook(self, slug: str | None = None, trainee: str | None = None) -> Gradebook:
        """How the class does, in one story or in all."""

    def banks(self) -> list[BankCard]:
        """The banks that are kept."""

    def bank(self, slug: str) -> Bank:
        """A bank as it is kept, its faults included."""

    def add_bank(self, path: Path) -> Bank:
        """Keeps a bank from a file."""

    def remove_bank(self, slug: str) -> None:
        """Takes a bank out of the quizzes."""

    def load_sample(self) -> StoryCard:
        """Adds the sample story."""

    def close(self) -> None:
        """Lets go of the store."""
