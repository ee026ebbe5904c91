"""One trainee's place at the store: the stories she reads, the quiz she takes, what she answered.

Every method blocks on the store; an interface calls them off its event loop.
"""

from __future__ import annotations

import random
import time
import uuid
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlmodel import Session

from briefings.corrections import correct
from briefings.ingest import Report, Told, tell_nobody
from briefings.reading.articles import Given
from briefings.sample import SLUG, sample_folder
from briefings.store import decisions, shelf
from briefings.store.models import SettingRow
from briefings.store.search import Found, search
from briefings.store.store import Store, open_store
from briefings.stories import Decision, Story
from quiz_bank import adding, bank_shelf, library, pool
from quiz_bank.instructor_desk import InstructorDesk
from quiz_bank.learning import appeals, attempts, rounds, schedule
from quiz_bank.learning.progress import Progress
from quiz_bank.learning.schedule import DueList, Pace
from quiz_bank.learning.standing import (
    Counts,
    Standing,
    counts,
    due,
    is_behind,
    practice_order,
    progress_of,
    review_order,
    standing,
)
from quiz_bank.learning.trainees import login_name as login_name  # also for those who open a desk
from quiz_bank.learning.trainees import trainee_id
from quiz_bank.questions import Mode, Question
from quiz_bank.session import Appeal, Attempt, Quiz
from quiz_bank.turns import mixed

SAMPLE_OFFERED = "sample-offered"
#: the name a round of reviews in all stories is kept under; no story's slug is empty
EVERY_STORY = ""


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story as the shelf shows it to one trainee.

    Attributes:
        slug, title: its name for commands and for people.
        articles, facts, claims, questions: how many there are.
        due: how many of the questions ask for a claim whose review is due.
        as_of: the latest date of its articles.
        new: how many ask for a claim the trainee was never asked for.
    """

    slug: str
    title: str
    articles: int
    facts: int
    claims: int
    questions: int
    due: int
    as_of: date | None
    new: int = 0


@dataclass(frozen=True, slots=True)
class KindScore:
    """How a trainee's latest answers of one kind stand."""

    kind: str
    correct: int
    close: int
    wrong: int


class Desk(InstructorDesk):
    """A store, seen by one trainee.

    Args:
        store: an open store; the desk closes it.
        trainee: the name her answers are kept under.
        pace: how much review she wants.
        clock: the moment it is, in UTC.
    """

    def __init__(
        self,
        store: Store,
        trainee: str,
        pace: Pace = Pace(),  # noqa: B008  # frozen: sharing it is safe
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(store, trainee, pace)
        self._now = clock

    def stories(self) -> list[StoryCard]:
        """Every story, newest first."""
        self._catch_up()
        return self.store.read(self._cards)

    def search(self, words: str, slug: str | None = None) -> Found:
        """Sentences and names by words, in one story or in all; see ``store.search``."""
        return self.store.read(lambda session: search(session, words, slug))

    def questions(self, slug: str | None, mode: Mode = "type", kinds: Collection[str] = ()) -> list[Question]:
        """A story's questions as they are asked, best first."""
        return self._questions(self.story(slug), mode, kinds)

    def bank_titles(self) -> dict[str, str]:
        """The banks that can be asked from: name -> title."""
        return {card.slug: card.title for card in self.store.read(bank_shelf.banks)}

    def start(
        self,
        slug: str | None = None,
        *,
        limit: int = 10,
        mode: Mode = "type",
        kinds: Collection[str] = (),
        bank: str | None = None,
    ) -> Quiz:
        """A round on a story, or on a bank: due claims, then new ones, then those last missed, then the rest.

        It is kept as begun.

        Raises:
            BriefingError: there is no story or bank of that name, or none at all.
        """
        pool.follow_banks(self.store)
        if bank is not None:
            stands = self._standing(None)
            asked, name = pool.of_bank(self.store, bank, mode, kinds), f"{library.FROM_BANK}{bank}"
        else:
            story = self.story(slug)
            stands, name = self._standing(story.slug), story.slug
            asked = self._questions(story, mode, kinds, stands.reviews)
        return self._begin(name, mode, practice_order(asked, stands)[:limit], stands.reviews)

    def review(
        self, slug: str | None = None, *, limit: int = 20, mode: Mode = "type", only_due: bool = False
    ) -> Quiz:
        """A round of what is due, in one story or in all, then new claims, within the day's limits; kept as begun.

        Args:
            slug: the story; None for all.
            limit: how many questions at most.
            mode: how they are answered.
            only_due: leave new claims out.

        Raises:
            BriefingError: there is no story of that name.
        """
        pool.follow_banks(self.store)
        stands = self._standing(slug)
        asked = self._all_questions(slug, mode, stands.reviews)
        return self._begin(
            slug or EVERY_STORY, mode, review_order(asked, stands, only_due)[:limit], stands.reviews
        )

    def resume(self, slug: str | None = None, bank: str | None = None) -> rounds.Resumed | None:
        """The latest round on a story that broke off after an answer; None where there is none.

        Args:
            slug: the story; None for a round of reviews in all stories.
            bank: the bank, for a round on one.
        """
        name = slug or EVERY_STORY if bank is None else f"{library.FROM_BANK}{bank}"
        row = self.store.read(lambda session: rounds.latest_open(session, self.trainee, name))
        if row is None:
            return None
        mode: Mode = "choice" if row.plan["mode"] == "choice" else "type"
        if bank is None:
            today = self._all_questions(slug, mode, row.plan["turns"])
        else:
            today = pool.of_bank(self.store, bank, mode)
        return self.store.read(lambda session: rounds.resume(session, row, today, time.monotonic))

    def record(self, attempt: Attempt) -> None:
        """Keeps an answer and moves its card; returns once both are on disk. Keeping it twice counts once.

        Raises:
            BriefingError: it could not be kept.
        """

        def work(session: Session) -> None:
            saved = attempts.save(session, self.trainee, attempt)
            if saved is not None:
                schedule.follow(session, saved, attempt, self.pace.retention)

        self.store.write(work, alone=False, again=True)

    def appeal(self, appeal: Appeal) -> None:
        """Keeps what the trainee says about an answer; it counts at once. Keeping it twice counts once.

        Raises:
            BriefingError: there is no such answer of hers, or it could not be kept.
        """
        self.store.write(
            lambda session: appeals.save_appeal(session, self.trainee, appeal, self.pace.retention)
        )

    def finish(self, quiz: Quiz) -> None:
        """Marks a round as over, so that it is not taken up again."""
        if quiz.round_uid is not None:
            uid = quiz.round_uid
            self.store.write(lambda session: rounds.end(session, uid))

    def due(self, slug: str | None = None) -> DueList:
        """What is due, in one story or in all.

        Raises:
            BriefingError: there is no story of that name.
        """
        self._catch_up(slug)
        return self.store.read(lambda session: due(session, self.trainee, slug, self.pace, self._now()))

    def progress(self, slug: str | None = None) -> Progress:
        """How the trainee does, in one story or in all.

        Raises:
            BriefingError: there is no story of that name.
        """
        self._catch_up(slug)
        return self.store.read(
            lambda session: progress_of(session, self.trainee, slug, self.pace, self._now())
        )

    def rebuild_cards(self) -> None:
        """Folds the trainee's cards again from all her attempts."""
        self.store.write(
            lambda session: schedule.rebuild(session, trainee_id(session, self.trainee), self.pace.retention)
        )

    def scores(self, slug: str) -> list[KindScore]:
        """The trainee's latest answers to a story's questions, counted by kind."""
        answered = self.store.read(lambda session: attempts.latest(session, self.trainee, slug))
        tally = Counter((answer.kind, answer.verdict) for answer in answered.values())
        return [
            KindScore(kind, *(tally[kind, verdict] for verdict in ("correct", "close", "wrong")))
            for kind in sorted({kind for kind, _ in tally})
        ]

    def add(
        self,
        names: list[str],
        story: str | None = None,
        given: Given = Given(),  # noqa: B008  # frozen: sharing it is safe
        told: Told = tell_nobody,
        allow_local: bool = False,
    ) -> Report:
        """Adds articles and makes the story's questions; see ``adding.add``.

        Who adds the first ones is the store's instructor.
        """
        self.settle_role()
        return adding.add(self.store, names, story, given, told, allow_local)

    def set_article(
        self, slug: str, key: str, outlet: str | None = None, published: date | None = None
    ) -> None:
        """Sets who printed an article and when, None for not known; facts, claims and questions follow.

        Raises:
            BriefingError: the story has no such article, or it could not be kept.
        """
        if correct(self.store, slug, key, outlet, published):
            self.shelve(slug)

    def decide_names(self, slug: str, first: str, second: str, joined: bool) -> None:
        """Decides that two names of a story are one, or are not; claims and questions follow.

        Raises:
            BriefingError: the story has no such names, or they are two countries.
        """
        if self.store.write(lambda session: decisions.decide(session, slug, Decision(first, second, joined))):
            self.shelve(slug)

    def remove_story(self, slug: str) -> int:
        """Takes a story out; returns how many articles went with it. Attempts stay."""

        def work(session: Session) -> int:
            library.retire(session, slug)
            return shelf.remove_story(session, slug)

        return self.store.write(work)

    def remove_articles(self, names: Sequence[str]) -> list[str]:
        """Takes articles out, by source or id; returns the stories they were in."""
        slugs = self.store.write(lambda session: shelf.remove_articles(session, names))
        for slug in slugs:
            self.shelve(slug)
        return slugs

    def results(self, story: str | None = None, trainee: str | None = None) -> list[attempts.Result]:
        """Every attempt, oldest first; of one story, of one trainee."""
        return self.store.read(lambda session: attempts.results(session, story, trainee))

    def shelve(self, slug: str) -> None:
        """Keeps the questions that a story's claims now give."""
        library.shelve_current(self.store, slug)

    def load_sample(self) -> StoryCard:
        """Adds the sample story that ships with the program."""
        self.add([str(sample_folder())])
        return next(card for card in self.stories() if card.slug == SLUG)

    def close(self) -> None:
        """Lets go of the store."""
        self.store.close()

    def _cards(self, session: Session) -> list[StoryCard]:
        asked = counts(session, self.trainee, self._now())
        found = []
        for story in shelf.counts(session):
            mine = asked.get(story.slug, Counts())
            numbers = (story.articles, story.facts, story.claims, mine.questions, mine.due)
            found.append(StoryCard(story.slug, story.title, *numbers, story.as_of, mine.new))
        return found

    def _all_questions(self, slug: str | None, mode: Mode, turns: Mapping[str, int]) -> list[Question]:
        """What may be asked on that story, or on all of them and in the banks that are on none."""
        slugs = [slug] if slug is not None else [each.slug for each in self.store.read(shelf.counts)]
        asked = [each for name in slugs for each in self._questions(self.story(name), mode, (), turns)]
        if slug is None:
            for bank in self.store.read(bank_shelf.banks):
                asked += pool.of_bank(self.store, bank.slug, mode) if bank.story not in slugs else []
        return asked

    def _questions(
        self,
        story: Story,
        mode: Mode = "type",
        kinds: Collection[str] = (),
        turns: Mapping[str, int] | None = None,
    ) -> list[Question]:
        return pool.of_story(self.store, story, mode, kinds, turns)

    def _begin(self, name: str, mode: Mode, questions: list[Question], turns: Mapping[str, int]) -> Quiz:
        uid = uuid.uuid4().hex
        quiz = Quiz(mixed(questions), returning=True, round_uid=uid, seed=random.getrandbits(32))
        if questions:
            self.store.write(lambda session: rounds.begin(session, self.trainee, name, mode, quiz, turns))
        return quiz

    def _standing(self, slug: str | None) -> Standing:
        self._catch_up(slug)
        return self.store.read(lambda session: standing(session, self.trainee, slug, self.pace, self._now()))

    def _catch_up(self, slug: str | None = None) -> None:
        """Makes the cards of a trainee whose answers are older than cards are; tells a story there is not."""

        def look(session: Session) -> bool:
            if slug is not None:
                shelf.find(session, slug)
            return is_behind(session, self.trainee)

        if self.store.read(look):
            self.rebuild_cards()


def open_desk(db: str | None = None, trainee: str | None = None) -> Desk:
    """Opens the store for a trainee and settles her role; the first time on an empty store the sample is loaded.

    That first time is remembered, so that a removed sample stays away.

    Raises:
        BriefingError: the store could not be used.
    """
    desk = Desk(open_store(db), trainee or login_name())
    desk.settle_role()
    offered, newest = desk.store.read(
        lambda session: (session.get(SettingRow, SAMPLE_OFFERED), shelf.newest(session))
    )
    if offered is None:
        if newest is None:
            desk.load_sample()
        desk.store.write(lambda session: session.merge(SettingRow(name=SAMPLE_OFFERED, value="yes")))
    return desk
