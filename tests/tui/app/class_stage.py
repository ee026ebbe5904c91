"""The instructor's part of a desk without a store."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from briefings.errors import BriefingError
from quiz_bank.bank_shelf import BankCard
from quiz_bank.curation import UNTOUCHED, Action, Curated
from quiz_bank.formats.bank import Bank
from quiz_bank.learning.appeals import PendingAppeal
from quiz_bank.learning.gradebook import Asked, Gradebook
from quiz_bank.learning.items import class_results
from quiz_bank.library import History


class ClassDesk:
    """What an instructor does, over data made by hand; a trainee sits here unless it is told otherwise."""

    def __init__(self) -> None:
        self.is_instructor = False
        self.questions_shown: Sequence[Curated] = ()
        self.histories: Mapping[str, History] = {}
        self.appeals_shown: list[PendingAppeal] = []
        self.asked_shown: Mapping[str, Asked] = {}
        self.books: Mapping[str | None, Gradebook] = {}
        self.banks_shown: list[tuple[BankCard, Bank]] = []
        self.bank_to_add: Bank | None = None
        self.class_error: BriefingError | None = None
        self.edits: list[tuple[str, Action, str]] = []
        self.decided: list[tuple[int, bool]] = []
        self.added_banks: list[Path] = []

    def _refuse(self) -> None:
        if self.class_error is not None:
            raise self.class_error

    def curated(self, slug: str | None = None) -> list[Curated]:
        self._refuse()
        retired = {question for question, action, _ in self.edits if action == "retire"}
        return [
            replace(each, curation=replace(UNTOUCHED, retired=True)) if each.question.id in retired else each
            for each in self.questions_shown
        ]

    def question_history(self, question: str) -> History:
        if question not in self.histories:
            raise BriefingError("no such question", "look again")
        return self.histories[question]

    def edit_question(self, question: str, action: Action, text: str = "") -> None:
        self._refuse()
        self.edits.append((question, action, text))

    def appeals(self, slug: str | None = None) -> list[PendingAppeal]:
        return list(self.appeals_shown)

    def decide(self, appeal: int, accepted: bool) -> None:
        self._refuse()
        self.decided.append((appeal, accepted))
        self.appeals_shown = [each for each in self.appeals_shown if each.id != appeal]

    def asked_by_id(self, questions: Collection[str]) -> Mapping[str, Asked]:
        return self.asked_shown

    def gradebook(self, slug: str | None = None, trainee: str | None = None) -> Gradebook:
        self._refuse()
        return self.books.get(slug, Gradebook(class_results([]), {}))

    def banks(self) -> list[BankCard]:
        return [card for card, _ in self.banks_shown]

    def bank(self, slug: str) -> Bank:
        return next(bank for card, bank in self.banks_shown if card.slug == slug)

    def add_bank(self, path: Path) -> Bank:
        self._refuse()
        self.added_banks.append(path)
        assert self.bank_to_add is not None
        return self.bank_to_add

    def remove_bank(self, slug: str) -> None:
        self._refuse()
        self.banks_shown = [each for each in self.banks_shown if each[0].slug != slug]
