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
from briefings.ingest import Report, Told, add_sources, tell_nobody
from briefings.reading.articles import Given
from briefings.sample import SLUG, sample_folder
from briefings.store import decisions, loading, shelf
from briefings.store.models import SettingRow
from briefings.store.store import Store, open_store
from briefings.stories import Decision, Story
from quiz_bank import library
from quiz_bank.curation import Action, Curated, curated
from quiz_bank.generate.generate import generate
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


class Desk:
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
        self.store = store
        self.trainee = trainee
        self.pace = pace
        self._now = clock

    def stories(self) -> list[StoryCard]:
        """Every story, newest first."""
        self._catch_up()
        return self.store.read(self._cards)

    def story(self, slug: str | None = None) -> Story:
        """A story, whole; the newest where none is named.

        Raises:
            BriefingError: there is none of that name, or none at all.
        """
        return self.store.read(lambda session: loading.load(session, slug or shelf.newest(session)))

    def questions(self, slug: str | None, mode: Mode = "type", kinds: Collection[str] = ()) -> list[Question]:
        """A story's questions as they are asked, best first."""
        return self._questions(self.story(slug), mode, kinds)

    def start(
        self, slug: str | None = None, *, limit: int = 10, mode: Mode = "type", kinds: Collection[str] = ()
    ) -> Quiz:
        """A round on a story: due claims, then new ones, then those last missed, then the rest; kept as begun.

        Raises:
            BriefingError: there is no story of that name, or none at all.
        """
        story = self.story(slug)
        stands = self._standing(story.slug)
        asked = self._questions(story, mode, kinds, stands.reviews)
        return self._begin(story.slug, mode, practice_order(asked, stands)[:limit], stands.reviews)

    def review(self, slug: str | None = None, *, limit: int = 20, mode: Mode = "type") -> Quiz:
        """A round of what is due, in one story or in all, then new claims, within the day's limits; kept as begun.

        Raises:
            BriefingError: there is no story of that name.
        """
        stands = self._standing(slug)
        stories = [self.story(name) for name in self._slugs(slug)]
        asked = [each for story in stories for each in self._questions(story, mode, (), stands.reviews)]
        return self._begin(slug or EVERY_STORY, mode, review_order(asked, stands)[:limit], stands.reviews)

    def resume(self, slug: str | None = None) -> rounds.Resumed | None:
        """The latest round on a story that broke off after an answer; None where there is none.

        Args:
            slug: the story; None for a round of reviews in all stories.
        """
        name = slug or EVERY_STORY
        row = self.store.read(lambda session: rounds.latest_open(session, self.trainee, name))
        if row is None:
            return None
        mode: Mode = "choice" if row.plan["mode"] == "choice" else "type"
        stories = [self.story(each) for each in self._slugs(slug)]
        today = [each for story in stories for each in self._questions(story, mode, (), row.plan["turns"])]
        return self.store.read(lambda session: rounds.resume(session, row, today, time.monotonic))

    def record(self, attempt: Attempt) -> None:
        """Keeps an answer and moves its card; returns once both are on disk. Keeping it twice counts once.

        Raises:
            BriefingError: it could not be kept.
        """

        def work(session: Session) -> None:
            if attempts.save(session, self.trainee, attempt):
                mine = trainee_id(session, self.trainee)
                schedule.follow(session, mine, attempt, self.pace.retention)

        self.store.write(work)

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
        kinds = sorted({kind for kind, _ in tally})
        return [
            KindScore(kind, *(tally[kind, verdict] for verdict in ("correct", "close", "wrong")))
            for kind in kinds
        ]

    def curated(self, slug: str | None = None) -> list[Curated]:
        """A story's questions, the retired ones among them, each with what was decided about it."""
        story = self.story(slug)
        decided = self.store.read(lambda session: library.curations(session, story.slug))
        return curated(generate(story), decided)

    def edit_question(self, question: str, action: Action, text: str = "") -> None:
        """Keeps a decision about a question, for everybody; see ``library.edit``.

        Raises:
            BriefingError: no such question or action, or a spelling is missing.
        """
        self.store.write(lambda session: library.edit(session, self.trainee, question, action, text))
        if action == "retire":
            self._stand_in(question)

    def question_history(self, question: str) -> library.History:
        """The versions and the edits of one question, by its id or the first letters of it."""
        return self.store.read(lambda session: library.history(session, question))

    def appeals(self, slug: str | None = None) -> list[appeals.PendingAppeal]:
        """What trainees said about questions of a story, or of all, and nobody decided yet; oldest first."""
        return self.store.read(lambda session: appeals.pending(session, slug))

    def decide(self, appeal: int, accepted: bool) -> None:
        """Decides an appeal, by its id; see ``learning.appeals.decide``."""
        self.store.write(
            lambda session: appeals.decide(session, self.trainee, appeal, accepted, self.pace.retention)
        )

    def add(
        self,
        names: list[str],
        story: str | None = None,
        given: Given = Given(),  # noqa: B008  # frozen: sharing it is safe
        told: Told = tell_nobody,
        allow_local: bool = False,
    ) -> Report:
        """Adds articles and makes the story's questions; see ``briefings.ingest.add_sources``."""
        report = add_sources(self.store, names, story, given, told, allow_local)
        if report.kept and not library.is_current(self.store, report.slug):
            self.shelve(report.slug)
        return report

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

    def _stand_in(self, retired: str) -> None:
        """Gives the wording that takes a retired one's place its row, so that its claim still counts as asked."""
        slug = self.question_history(retired).story
        if slug in self._slugs(None):
            asked = self._questions(self.story(slug))
            self.store.write(lambda session: library.ensure_all(session, asked))

    def _slugs(self, slug: str | None) -> list[str]:
        """That story, or all of them."""
        if slug is not None:
            return [slug]
        return [each.slug for each in self.store.read(shelf.counts)]

    def _questions(
        self,
        story: Story,
        mode: Mode = "type",
        kinds: Collection[str] = (),
        turns: Mapping[str, int] | None = None,
    ) -> list[Question]:
        decided = self.store.read(lambda session: library.curations(session, story.slug))
        return library.questions_of(story, mode, kinds, decided, turns)

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
    """Opens the store for a trainee; the first time on an empty store the sample story is loaded.

    That first time is remembered, so that a removed sample stays away.

    Raises:
        BriefingError: the store could not be used.
    """
    desk = Desk(open_store(db), trainee or login_name())
    offered, newest = desk.store.read(
        lambda session: (session.get(SettingRow, SAMPLE_OFFERED), shelf.newest(session))
    )
    if offered is None:
        if newest is None:
            desk.load_sample()
        desk.store.write(lambda session: session.merge(SettingRow(name=SAMPLE_OFFERED, value="yes")))
    return desk
