"""One trainee's place at the store: the stories she reads, the quiz she takes, what she answered.

Every method blocks on the store; an interface calls them off its event loop.
"""

from __future__ import annotations

import getpass
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from briefings.corrections import correct
from briefings.ingest import Report, Told, add_sources, refresh, tell_nobody
from briefings.reading.articles import Given
from briefings.sample import SLUG, sample_folder
from briefings.store import decisions, loading, shelf
from briefings.store.models import SettingRow
from briefings.store.store import Store, open_store
from briefings.stories import Decision, Story
from quiz_bank.learning import attempts
from quiz_bank.library import questions_of, retire, shelve
from quiz_bank.questions import Mode, Question
from quiz_bank.session import Attempt, Quiz

SAMPLE_OFFERED = "sample-offered"
SHELVED = "questions-shelved"


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story as the shelf shows it to one trainee.

    Attributes:
        slug, title: its name for commands and for people.
        articles, facts, claims, questions: how many there are.
        due: questions whose latest answer is missing or was not correct.
        as_of: the latest date of its articles.
    """

    slug: str
    title: str
    articles: int
    facts: int
    claims: int
    questions: int
    due: int
    as_of: date | None


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
    """

    def __init__(self, store: Store, trainee: str) -> None:
        self.store = store
        self.trainee = trainee

    def stories(self) -> list[StoryCard]:
        """Every story, newest first."""
        return self.store.read(self._cards)

    def story(self, slug: str | None = None) -> Story:
        """A story, whole; the newest where none is named.

        Raises:
            BriefingError: there is none of that name, or none at all.
        """
        return self.store.read(lambda session: loading.load(session, slug or shelf.newest(session)))

    def questions(self, slug: str | None, mode: Mode = "type", kinds: Collection[str] = ()) -> list[Question]:
        """A story's questions, best first."""
        return questions_of(self.story(slug), mode, kinds)

    def start(
        self, slug: str | None = None, *, limit: int = 10, mode: Mode = "type", kinds: Collection[str] = ()
    ) -> Quiz:
        """A quiz on a story: never asked first, then those last missed, then the rest; best first in each."""
        story = self.story(slug)
        answered = self.store.read(lambda session: attempts.latest(session, self.trainee, story.slug))

        def turn(question: Question) -> int:
            last = answered.get(question.id)
            return 0 if last is None else 1 if last.verdict != "correct" else 2

        return Quiz(sorted(questions_of(story, mode, kinds), key=turn)[:limit])

    def record(self, attempt: Attempt) -> None:
        """Keeps an answer; returns once it is on disk. Keeping it twice counts once.

        Raises:
            BriefingError: it could not be kept.
        """
        self.store.write(lambda session: attempts.save(session, self.trainee, attempt))

    def scores(self, slug: str) -> list[KindScore]:
        """The trainee's latest answers to a story's questions, counted by kind."""
        answered = self.store.read(lambda session: attempts.latest(session, self.trainee, slug))
        tally = Counter((answer.kind, answer.verdict) for answer in answered.values())
        kinds = sorted({kind for kind, _ in tally})
        return [
            KindScore(kind, *(tally[kind, verdict] for verdict in ("correct", "close", "wrong")))
            for kind in kinds
        ]

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
        if report.kept and not self._is_shelved(report.slug):
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
        if self.store.write(
            lambda session: decisions.decide(session, slug, Decision(first, second, joined))
        ):
            self.shelve(slug)

    def remove_story(self, slug: str) -> int:
        """Takes a story out; returns how many articles went with it. Attempts stay."""

        def work(session: Session) -> int:
            retire(session, slug)
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
        """Keeps the questions that a story's claims now give, and remembers for which articles."""
        story = refresh(self.store, slug)
        state = self.store.read(lambda session: shelf.state(session, slug))
        shelve(self.store, story)
        self.store.write(lambda session: session.merge(SettingRow(name=f"{SHELVED} {slug}", value=state)))

    def _is_shelved(self, slug: str) -> bool:
        """Whether the story's articles are still those its questions were kept for."""

        def work(session: Session) -> bool:
            row = session.get(SettingRow, f"{SHELVED} {slug}")
            return row is not None and row.value == shelf.state(session, slug)

        return self.store.read(work)

    def load_sample(self) -> StoryCard:
        """Adds the sample story that ships with the program."""
        self.add([str(sample_folder())])
        return next(card for card in self.stories() if card.slug == SLUG)

    def close(self) -> None:
        """Lets go of the store."""
        self.store.close()

    def _cards(self, session: Session) -> list[StoryCard]:
        return [self._card(session, story) for story in shelf.counts(session)]

    def _card(self, session: Session, story: shelf.StoryCounts) -> StoryCard:
        live = attempts.live_questions(session, story.slug)
        answered = attempts.latest(session, self.trainee, story.slug)
        known = sum(answer.verdict == "correct" for answer in answered.values())
        return StoryCard(
            story.slug,
            story.title,
            story.articles,
            story.facts,
            story.claims,
            len(live),
            len(live) - known,
            story.as_of,
        )


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


def login_name() -> str:
    """The name of the person at this machine, or ``trainee`` where the system does not tell."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "trainee"
