"""The part of the app behind the instructor's pages: questions, appeals, results of a class, banks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message

from briefings.errors import BriefingError
from tui import instructing_messages as messages
from tui.desk import Desk
from tui.messages import ArticleWanted
from tui.pages.desk_app import DeskApp
from tui.pages.home import StoriesRead
from tui.pages.on_show import leads_on, story_of

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from tui.screens.desk_page import DeskPage


@dataclass
class AppealsCounted(Message):
    """How many appeals wait for the instructor who sits here; None for a trainee."""

    waiting: int | None


class InstructingPages(DeskApp):
    """Handlers for what an instructor does; a trainee's desk refuses each of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "i",
            "instruct",
            "Instruct",
            id="app.instruct",
            show=False,
            tooltip="Instruct: questions, appeals, results, banks",
        )
    ]

    is_instructor = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an instructor instructs, and from pages that lead on."""
        if action != "instruct":
            return super().check_action(action, parameters)
        return self.is_instructor and bool(self.screen_stack) and leads_on(self.screen)

    def action_instruct(self) -> None:
        """Opens the questions of the story on show, or of the one under the cursor."""
        story, home = story_of(self.screen), self.home
        card = home.card if home is not None and self.screen is home else None
        shown = story or card
        page: messages.InstructorPage = "questions" if shown else "banks"
        slug, title = (shown.slug, shown.title) if shown else (None, "")
        self.post_message(messages.DeskPageWanted(page, slug, title))

    @on(StoriesRead)
    def _count_appeals(self) -> None:
        def count(desk: Desk) -> Message:
            return AppealsCounted(len(desk.appeals()) if desk.is_instructor else None)

        self.ask("appeals", count)

    @on(AppealsCounted)
    def _show_count(self, event: AppealsCounted) -> None:
        self.is_instructor = event.waiting is not None
        if home := self.home:
            home.show_appeals(event.waiting or 0)
        if self.screen_stack:  # none while the app is being left
            self.screen.refresh_bindings()

    @on(messages.DeskPageWanted)
    def _open_desk_page(self, event: messages.DeskPageWanted) -> None:
        from tui.screens.desk_page import DeskPage

        page = _makers()[event.page](event.slug, event.title)
        if isinstance(self.screen, DeskPage):
            self.switch_screen(page)
        else:
            self.push_screen(page)

    @on(messages.QuestionsAsked)
    def _read_questions(self, event: messages.QuestionsAsked) -> None:
        self._do(event.sender, "questions", lambda desk: messages.QuestionsRead(desk.curated(event.slug)))

    @on(messages.HistoryAsked)
    def _read_history(self, event: messages.HistoryAsked) -> None:
        def read(desk: Desk) -> Message:
            return messages.HistoryRead(desk.question_history(event.question))

        self._do(event.sender, "history", read)

    @on(messages.EditAsked)
    def _edit(self, event: messages.EditAsked) -> None:
        def edit(desk: Desk) -> Message:
            for question in event.questions:
                desk.edit_question(question, event.action, event.text)
            return messages.EditKept(event.questions, event.action)

        self._do(event.sender, "edit", edit)

    @on(messages.AppealsAsked)
    def _read_appeals(self, event: messages.AppealsAsked) -> None:
        self._do(event.sender, "appeals", _appeals)

    @on(messages.AppealDecided)
    def _decide_appeal(self, event: messages.AppealDecided) -> None:
        def decide(desk: Desk) -> Message:
            desk.decide(event.appeal, event.accepted)
            return _appeals(desk)

        self._do(event.sender, "appeals", decide)

    @on(messages.ResultsAsked)
    def _read_results(self, event: messages.ResultsAsked) -> None:
        self._do(event.sender, "results", lambda desk: messages.ResultsRead(desk.gradebook(event.slug)))

    @on(messages.BanksAsked)
    def _read_banks(self, event: messages.BanksAsked) -> None:
        self._do(event.sender, "banks", _banks)

    @on(messages.BankAdded)
    def _add_bank(self, event: messages.BankAdded) -> None:
        def add(desk: Desk) -> Message:
            bank = desk.add_bank(event.path)
            return messages.BankKept(bank.slug, len(bank.entries), bank.faults)

        self._do(event.sender, "banks", add)

    @on(messages.BankRemoved)
    def _remove_bank(self, event: messages.BankRemoved) -> None:
        def remove(desk: Desk) -> Message:
            desk.remove_bank(event.slug)
            return _banks(desk)

        self._do(event.sender, "banks", remove)

    @on(messages.SentenceWanted)
    def _open_sentence(self, event: messages.SentenceWanted) -> None:
        self.ask("page", partial(_sentence, event))

    def _do(self, sender: MessagePump, group: str, job: Callable[[Desk], Message]) -> None:
        self.serve(sender, group, job, messages.RefusedHere)


def _appeals(desk: Desk) -> Message:
    waiting = desk.appeals()
    return messages.AppealsRead(waiting, desk.asked_by_id({appeal.question for appeal in waiting}))


def _banks(desk: Desk) -> Message:
    cards = desk.banks()
    return messages.BanksRead(cards, {card.slug: desk.bank(card.slug).faults for card in cards})


def _sentence(wanted: messages.SentenceWanted, desk: Desk) -> Message:
    """The article opened at the sentence of a question.

    Raises:
        BriefingError: the question rests on no article that is here.
    """
    from tui.passages import Passage

    asked = wanted.asked
    named = [each for each in desk.story(asked.story).articles if asked.article in (each.key, each.source)]
    for article in named:
        start = article.text.find(asked.sentence)
        if start >= 0:
            at = asked.sentence.find(asked.words) if asked.words else -1
            spans = ((start + at, start + at + len(asked.words)),) if at >= 0 else ()
            return ArticleWanted(Passage(article, start, start + len(asked.sentence), spans))
    raise BriefingError("the article of this question is not here", "its sentence is all there is")


def _makers() -> dict[messages.InstructorPage, Callable[[str | None, str], DeskPage]]:
    """How the instructor's pages are made; imported when the first is wanted."""
    from tui.screens.appeals import AppealsScreen
    from tui.screens.banks import BanksScreen
    from tui.screens.class_results import ClassResultsScreen
    from tui.screens.questions import QuestionsScreen

    return {
        "questions": QuestionsScreen,
        "appeals": AppealsScreen,
        "results": ClassResultsScreen,
        "banks": BanksScreen,
    }
