"""The part of the app behind Home: the stories, their scores, the sample story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from briefings.errors import BriefingError
from tui import messages
from tui.desk import Desk
from tui.pages.desk_app import DeskApp, Failed
from tui.sittings import Waiting, waiting_round

if TYPE_CHECKING:
    from quiz_bank.desk import KindScore, StoryCard


@dataclass
class StoriesRead(Message):
    """The stories as they are now."""

    cards: list[StoryCard]


@dataclass
class ScoresRead(Message):
    """The scores of a story, and the round on it that broke off."""

    slug: str
    scores: Sequence[KindScore]
    waiting: Waiting | None


class HomePages(DeskApp):
    """Handlers for Home."""

    @on(messages.StoriesWanted)
    def _read_stories(self) -> None:
        self.ask("stories", lambda desk: StoriesRead(desk.stories()))

    @on(StoriesRead)
    async def _show_stories(self, event: StoriesRead) -> None:
        if home := self.home:
            await home.show(event.cards)

    @on(messages.ScoresWanted)
    def _read_scores(self, event: messages.ScoresWanted) -> None:
        def read(desk: Desk) -> Message:
            return ScoresRead(event.slug, desk.scores(event.slug), waiting_round(desk, event.slug))

        self.ask("scores", read)

    @on(ScoresRead)
    def _show_scores(self, event: ScoresRead) -> None:
        if home := self.home:
            home.show_scores(event.slug, event.scores, event.waiting)

    @on(messages.SampleWanted)
    def _load_sample(self) -> None:
        def load(desk: Desk) -> Message:
            try:
                desk.load_sample()
            except BriefingError as error:
                self.post_message(Failed(error))
            return StoriesRead(desk.stories())

        self.ask("stories", load)

    @on(messages.HomeWanted)
    def _go_home(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()
