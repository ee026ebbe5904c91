"""The part of the app behind the quiz: what it is to be like, starting it, going on with it, its results."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from briefings.errors import BriefingError
from tui import quiz_messages as messages
from tui.desk import Desk
from tui.pages.answers import AnswerPages
from tui.pages.desk_app import Failed
from tui.sittings import Choices, Setup, Sitting, waiting_round

if TYPE_CHECKING:
    from quiz_bank.questions import Mode
    from quiz_bank.session import Quiz

EVERY_STORY = "All stories"
MOST_REVIEWED = 20  # six to ten minutes


class QuizPages(AnswerPages):
    """Handlers for the quiz and its results."""

    @property
    def quiz_mode(self) -> Mode:
        """How answers are given where nothing else is chosen."""
        return "choice" if self.config.quiz_mode == "choice" else "type"

    @on(messages.QuizWanted)
    def _ask_what_like(self, event: messages.QuizWanted) -> None:
        self.ask("page", lambda desk: messages.SetupRead(setup_of(desk, event.slug)))

    @on(messages.SetupWanted)
    def _read_setup(self, event: messages.SetupWanted) -> None:
        def read(desk: Desk) -> Message:
            return messages.SetupRead(setup_of(desk, event.slug))

        self.serve(event.sender, "setup", read, messages.SetupRefused)

    @on(messages.SetupRead)
    def _choose(self, event: messages.SetupRead) -> None:
        from tui.screens.quiz_start import QuizStartScreen

        def start(choices: Choices | None) -> None:
            if choices is not None:
                self.ask("page", partial(_begun, choices))

        self.push_screen(QuizStartScreen(event.setup, self.config.quiz_length, self.quiz_mode), start)

    @on(messages.ReviewWanted)
    def _review(self, event: messages.ReviewWanted) -> None:
        self.ask("page", partial(_review, event, self.quiz_mode))

    @on(messages.NothingDue)
    def _say_nothing_due(self, event: messages.NothingDue) -> None:
        self.notify(event.words, markup=False)

    @on(messages.SittingReady)
    def _show_quiz(self, event: messages.SittingReady) -> None:
        """The quiz in place of its results, else on top."""
        from tui.screens.quiz import QuizScreen
        from tui.screens.results import ResultsScreen

        page = QuizScreen(event.sitting, self.config.confidence)
        if isinstance(self.screen, ResultsScreen):
            self.switch_screen(page)
        else:
            self.push_screen(page)
        if event.left_out:
            told = f"{event.left_out} questions changed since and are left out"
            self.notify(told if event.left_out > 1 else "1 question changed since and is left out")

    @on(messages.RetryWanted)
    def _retry(self, event: messages.RetryWanted) -> None:
        from quiz_bank.session import Quiz

        old = event.sitting
        quiz = Quiz(event.questions, returning=True)
        self.post_message(messages.SittingReady(Sitting(quiz, old.title, old.stories, old.slug)))

    @on(messages.QuizLeft)
    def _show_results(self, event: messages.QuizLeft) -> None:
        """Results in place of the quiz; back where one came from if nothing was answered."""
        from tui.screens.results import ResultsScreen

        if event.sitting.quiz.attempts:
            self.switch_screen(ResultsScreen(event.sitting, event.is_over))
        else:
            self.pop_screen()

    @on(messages.NextWanted)
    def _read_next(self, event: messages.NextWanted) -> None:
        def read(desk: Desk) -> Message:
            if event.is_over:
                desk.finish(event.sitting.quiz)
            return messages.NextRead(desk.due(event.sitting.slug))

        self.serve(event.sender, "next", read, messages.NextRefused)


def setup_of(desk: Desk, slug: str) -> Setup:
    """What there is to choose from before a quiz on a story; blocks."""
    cards = {card.slug: card for card in desk.stories()}
    if slug not in cards:
        raise BriefingError(f"no story {slug}", "it was removed meanwhile")
    kinds = Counter(question.kind for question in desk.questions(slug))
    return Setup(
        slug,
        cards[slug].title,
        dict(sorted(kinds.items())),
        cards[slug].due,
        cards[slug].new,
        waiting_round(desk, slug),
        {card.slug: card.title for card in cards.values()},
        desk.bank_titles(),
    )


def sitting_of(desk: Desk, quiz: Quiz, title: str = "") -> Sitting:
    """A quiz, which has a question at least, with the stories it is on; named after these if not told; blocks."""
    kept = {card.slug for card in desk.stories()}
    asked = dict.fromkeys(question.story for question in quiz.questions)
    stories = tuple(desk.story(each) for each in asked if each in kept)
    _warm_up(quiz)
    one = len(stories) == 1
    named = title or (stories[0].title if one else EVERY_STORY)
    return Sitting(quiz, named, stories, stories[0].slug if one else None)


def _warm_up(quiz: Quiz) -> None:
    """Judges one answer of each kind, since the first takes a hundred times as long as any other."""
    from quiz_bank.session import Quiz

    kinds = {question.kind: question for question in quiz.questions}
    for question in kinds.values():
        try:
            Quiz((question,)).grade(question.answer)
        except BriefingError:
            continue  # it is told when the question is answered


def _begun(choices: Choices, desk: Desk) -> Message:
    """The quiz that was chosen."""
    if choices.goes_on:
        gone = BriefingError("that round can no longer be gone on with", "start a new one")
        return _taken_up(choices.slug, desk) or Failed(gone)
    if choices.source in ("review", "due"):
        return _review_of(choices.slug, choices.length, choices.mode, desk, choices.source == "due")
    if choices.source == "bank":
        return _from_bank(choices, desk)
    quiz = desk.start(choices.slug, limit=choices.length, mode=choices.mode, kinds=choices.kinds)
    if not quiz.total:
        return Failed(BriefingError("this story has no questions yet", "add articles to it"))
    return messages.SittingReady(sitting_of(desk, quiz))


def _from_bank(choices: Choices, desk: Desk) -> Message:
    """The round on the bank that broke off, else a new one."""
    title = desk.bank_titles().get(choices.bank, choices.bank)
    found = desk.resume(bank=choices.bank)
    if found is not None:
        return messages.SittingReady(sitting_of(desk, found.quiz, title), len(found.left_out))
    quiz = desk.start(limit=choices.length, mode=choices.mode, kinds=choices.kinds, bank=choices.bank)
    if not quiz.total:
        return Failed(BriefingError(f"{title} has no questions of these kinds", "tick others, or none"))
    return messages.SittingReady(sitting_of(desk, quiz, title))


def _review(wanted: messages.ReviewWanted, mode: Mode, desk: Desk) -> Message:
    """The round that broke off, which a review would close, else what is due now."""
    return _taken_up(wanted.slug, desk) or _review_of(wanted.slug, MOST_REVIEWED, mode, desk, wanted.only_due)


def _taken_up(slug: str | None, desk: Desk) -> Message | None:
    found = desk.resume(slug)
    if found is None:
        return None
    return messages.SittingReady(sitting_of(desk, found.quiz), len(found.left_out))


def _review_of(slug: str | None, length: int, mode: Mode, desk: Desk, only_due: bool) -> Message:
    quiz = desk.review(slug, limit=length, mode=mode, only_due=only_due)
    if quiz.total:
        return messages.SittingReady(sitting_of(desk, quiz))
    ahead = next((day for day in desk.due(slug).forecast if day.due), None)
    when = f"; the next {ahead.due} on {ahead.day:%A} {ahead.day.day} {ahead.day:%B}" if ahead else ""
    return messages.NothingDue(f"✓ Nothing is due now{when}. z starts a quiz all the same.")
