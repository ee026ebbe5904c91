"""What the command palette (ctrl+p) offers: the pages of every story, and those that belong to none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.message import Message

from tui.instructing_messages import DeskPageWanted, InstructorPage
from tui.messages import AddWanted, HomeWanted, PageName, PageWanted
from tui.pages.on_show import leads_on, story_of
from tui.quiz_messages import QuizWanted, ReviewWanted
from tui.rooms.messages import RoomsWanted
from tui.wording import one_line

if TYPE_CHECKING:
    from tui.pages.instructing import InstructingPages
    from tui.pages.reach import ReachPages

#: page of a story -> what is said of it
PAGES: dict[PageName, str] = {
    "briefing": "Read the briefing",
    "facts": "List the facts",
    "articles": "List the articles",
    "map": "Show the places on a map",
    "timeline": "Show what happened when",
    "names": "List the names and their spellings",
}


#: what belongs to no story: name, what is said of it, the message that asks for it
HERE: tuple[tuple[str, str, Callable[[], Message]], ...] = (
    ("Home", "Go back to the stories", HomeWanted),
    ("Review", "Review what is due in all stories, then new facts", ReviewWanted),
    ("Review due only", "Review only what is due in all stories", partial(ReviewWanted, only_due=True)),
    ("Rooms", "Join a live room, or open one", RoomsWanted),
    ("Add articles", "Add files, folders or web pages to a story, or to a new one", AddWanted),
)
#: page of an instructor -> its name, and what is said of it
DESK_PAGES: dict[InstructorPage, tuple[str, str]] = {
    "questions": ("Questions", "Approve, reword and retire the questions of all stories"),
    "appeals": ("Appeals", "Decide what trainees say about their answers"),
    "results": ("Class results", "See how questions and trainees do"),
    "banks": ("Banks", "See the banks of questions, add and remove them"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """A line of the palette: its name, what it does, and the doing."""

    name: str
    says: str
    do: Callable[[], object]


class PageCommands(Provider):
    """Pages and what can be begun; nothing of it in the middle of a quiz."""

    async def discover(self) -> Hits:
        """What is offered before anything is typed: the pages of the story on show, then those of no story."""
        for command in (*self._stories(shown_only=True), *self._everywhere()):
            yield DiscoveryHit(command.name, command.do, help=command.says)

    async def search(self, query: str) -> Hits:
        """Everything that matches; of several stories each."""
        matcher = self.matcher(query)
        for command in (*self._everywhere(), *self._stories(shown_only=False)):
            score = matcher.match(command.name)
            if score > 0:
                yield Hit(score, matcher.highlight(command.name), command.do, command.name, command.says)

    def _everywhere(self) -> Iterator[Command]:
        app = self.app
        for name, says, action in (
            ("Search", "Find sentences and names by words", "search"),
            ("Progress", "See what is due, what is remembered and what goes wrong", "progress"),
            ("Settings", "Show the settings and their file", "settings"),
        ):
            if leads_on(self.screen) and self.screen.name != action:
                yield Command(name, says, partial(app.run_action, action))
        if leads_on(self.screen):
            for name, says, message in HERE:
                yield Command(name, says, partial(app.post_message, message()))
        if leads_on(self.screen) and cast("InstructingPages", app).is_instructor:
            for page, (name, says) in DESK_PAGES.items():
                wanted = DeskPageWanted(page, None, "")
                yield Command(name, says, partial(app.post_message, wanted))
        for name, says, action in (
            ("Keys", "Show the keys of this page", "help"),
            ("Theme", "Choose other colours; the settings file keeps one", "change_theme"),
            ("Quit", "Leave the program", "quit"),
        ):
            yield Command(name, says, partial(app.run_action, action))

    def _stories(self, shown_only: bool) -> Iterator[Command]:
        if not leads_on(self.screen):
            return
        shown = story_of(self.screen)
        for card in cast("ReachPages", self.app).cards:
            if shown_only and (shown is None or shown.slug != card.slug):
                continue
            title = one_line(card.title)
            for page, says in PAGES.items():
                yield self._ask(f"{page.title()}: {title}", says, PageWanted(page, card.slug))
            yield self._ask(f"Quiz: {title}", "Take a quiz", QuizWanted(card.slug, card.title))
            yield self._ask(f"Review: {title}", "Review what is due", ReviewWanted(card.slug))

    def _ask(self, name: str, says: str, message: Message) -> Command:
        return Command(name, says, partial(self.app.post_message, message))
