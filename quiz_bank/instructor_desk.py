"""What an instructor does at a store: deciding about questions, trainees' appeals, and banks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from sqlmodel import Session

from briefings.errors import BriefingError
from briefings.reading.text import clean_line
from briefings.store import loading, shelf
from briefings.store.store import Store
from briefings.stories import Story
from quiz_bank import bank_shelf, library, pool
from quiz_bank.bank_shelf import BankCard
from quiz_bank.curation import Action, Curated, Curation, curated
from quiz_bank.formats.bank import Bank
from quiz_bank.generate.generate import generate
from quiz_bank.learning import appeals
from quiz_bank.learning.gradebook import Asked, Gradebook, asked_by_id, gradebook
from quiz_bank.learning.schedule import Pace
from quiz_bank.questions import Question
from quiz_bank.roles import Role, known_role, role_of


class InstructorDesk:
    """The part of a desk that decides for everybody.

    Args:
        store: an open store.
        trainee: the name of the person who sits at the desk.
        pace: how much review she wants.
    """

    def __init__(self, store: Store, trainee: str, pace: Pace) -> None:
        self.store = store
        self.trainee = trainee
        self.pace = pace

    @property
    def is_instructor(self) -> bool:
        """Whether she instructs here; settled at first sight."""
        return self.settle_role() == "instructor"

    def settle_role(self) -> Role:
        """Her role, kept from now on: the first user of a store instructs, others are trainees."""
        known = self.store.read(lambda session: known_role(session, self.trainee))
        if known is not None:
            return known
        return self.store.write(lambda session: role_of(session, self.trainee))

    def must_instruct(self, what: str) -> None:
        """Lets only instructors go on.

        Args:
            what: what only they do, as ``decides about questions``.

        Raises:
            BriefingError: she is a trainee.
        """
        if not self.is_instructor:
            raise BriefingError(
                f"only an instructor {what}, and {clean_line(self.trainee)} is a trainee here",
                "briefing instructors list tells who instructs",
            )

    def story(self, slug: str | None = None) -> Story:
        """A story, whole; the newest where none is named.

        Raises:
            BriefingError: there is none of that name, or none at all.
        """
        return self.store.read(lambda session: loading.load(session, slug or shelf.newest(session)))

    def curated(self, slug: str | None = None) -> list[Curated]:
        """A story's questions and its banks', the retired ones among them, each with what was decided about it.

        A wording that stands in for a retired one follows after the others.

        Args:
            slug: the story, or what a bank on no story is kept under; the newest story for None.

        Raises:
            BriefingError: there is none of that name, or none at all.
        """
        pool.follow_banks(self.store)
        if slug is not None and slug in self.store.read(_storyless):
            made, name = None, slug
        else:
            made = self.story(slug)
            name = made.slug

        def look(session: Session) -> tuple[Mapping[str, Curation], list[Question]]:
            return library.curations(session, name), bank_shelf.story_bank_questions(session, name)

        decided, written = self.store.read(look)
        return curated([*written, *(_made(made, decided) if made else ())], decided)

    def edit_question(self, question: str, action: Action, text: str = "") -> None:
        """Keeps a decision about a question, for everybody; see ``library.edit``.

        Raises:
            BriefingError: she is a trainee; no such question or action, or a spelling is missing.
        """
        self.must_instruct("decides about questions")
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
        """Decides an appeal, by its id; see ``learning.appeals.decide``.

        Raises:
            BriefingError: she is a trainee; there is no such appeal, or it is decided already.
        """
        self.must_instruct("decides about appeals")
        self.store.write(
            lambda session: appeals.decide(session, self.trainee, appeal, accepted, self.pace.retention)
        )

    def gradebook(self, slug: str | None = None, trainee: str | None = None) -> Gradebook:
        """How a class does: its questions, trainees and kinds of answer; of one story, of one trainee."""
        return self.store.read(lambda session: gradebook(session, slug, trainee))

    def asked_by_id(self, questions: Collection[str]) -> Mapping[str, Asked]:
        """What these questions ask and what is right, by id; those of no row are left out."""
        return self.store.read(lambda session: asked_by_id(session, questions))

    def banks(self) -> list[BankCard]:
        """The banks that are kept, by name, as their files are now."""
        pool.follow_banks(self.store)
        return self.store.read(bank_shelf.banks)

    def bank(self, slug: str) -> Bank:
        """A bank as it is kept, its faults included.

        Raises:
            BriefingError: there is none of that name.
        """
        pool.follow_banks(self.store)
        return self.store.read(lambda session: bank_shelf.kept_bank(session, slug))

    def add_bank(self, path: Path) -> Bank:
        """Keeps a bank and its questions without a fault; see ``bank_shelf.add_bank``.

        Raises:
            BriefingError: she is a trainee; the file cannot be read, or its name is another bank's.
        """
        self.must_instruct("adds banks")
        return self.store.write(lambda session: bank_shelf.add_bank(session, path, self.trainee))

    def remove_bank(self, slug: str) -> None:
        """Takes a bank out of the quizzes; what was answered stays.

        Raises:
            BriefingError: she is a trainee; there is none of that name.
        """
        self.must_instruct("removes banks")
        self.store.write(lambda session: bank_shelf.remove_bank(session, slug))

    def _stand_in(self, retired: str) -> None:
        """Gives the wording that takes a retired one's place its row, so that its claim still counts as asked."""
        slug = self.question_history(retired).story
        if slug in (each.slug for each in self.store.read(shelf.counts)):
            asked = pool.of_story(self.store, self.story(slug))
            self.store.write(lambda session: library.ensure_all(session, asked))


def _made(story: Story, decided: Mapping[str, Curation]) -> list[Question]:
    """A story's own questions, then the wordings that stand in for retired ones."""
    made = generate(story)
    if any(each.retired for each in decided.values()):
        known = {question.id for question in made}
        asked = library.questions_of(story, curations=decided)
        made += [question for question in asked if question.id not in known]
    return made


def _storyless(session: Session) -> set[str]:
    """What banks are kept under that are on no story of the store."""
    stories = {each.slug for each in shelf.counts(session)}
    return {bank.story for bank in bank_shelf.banks(session)} - stories
