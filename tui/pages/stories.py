"""The part of the app behind the pages of one story: opens them, and shows a change of the story on all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from briefings.errors import BriefingError
from tui import messages
from tui.desk import Desk
from tui.pages.desk_app import DeskApp, Failed
from tui.screens.story_page import StoryPage

if TYPE_CHECKING:
    from briefings.compose.briefing import Briefing
    from briefings.stories import Story


@dataclass
class BriefingRead(Message):
    """A story and its briefing."""

    story: Story
    briefing: Briefing


@dataclass
class PageRead(Message):
    """A story, one of whose other pages was asked for."""

    page: messages.PageName
    story: Story


@dataclass
class StoryChanged(Message):
    """A story as it is now, and its new briefing."""

    story: Story
    briefing: Briefing


class StoryPages(DeskApp):
    """Handlers for the briefing and the pages beside it."""

    @cached_property
    def _briefings(self) -> dict[str, tuple[Story, Briefing]]:
        """Stories and their briefings as they were last composed, which takes longer than all else there is."""
        return {}

    @on(messages.PageWanted)
    def _read_page(self, event: messages.PageWanted) -> None:
        def read(desk: Desk) -> Message:
            story = desk.story(event.slug)
            if event.page == "briefing":
                return BriefingRead(story, self.briefing_of(story))
            return PageRead(event.page, story)

        if event.story is None or event.page == "briefing":
            self.ask("page", read)
        else:
            self.post_message(PageRead(event.page, event.story))

    def briefing_of(self, story: Story) -> Briefing:
        """The briefing of a story, composed again only where the story is another than the last time; blocks."""
        kept = self._briefings.get(story.slug)
        if kept is None or kept[0] != story:
            kept = self._briefings[story.slug] = story, self.compose_briefing(story)
        return kept[1]

    @on(BriefingRead)
    def _show_briefing(self, event: BriefingRead) -> None:
        from tui.screens.briefing import BriefingScreen

        self._open_page(BriefingScreen(event.story, event.briefing))

    @on(PageRead)
    def _show_page(self, event: PageRead) -> None:
        self._open_page(_makers()[event.page](event.story))

    def _open_page(self, page: StoryPage) -> None:
        """Puts a page on top; the pages beside a briefing take each other's place, so that esc leads to it."""
        stack = self.screen_stack
        beside = isinstance(stack[-1], StoryPage) and stack[-1].PAGE != "briefing"
        below = stack[-2] if len(stack) > 1 else None
        if not beside:
            self.push_screen(page)
        elif page.PAGE == "briefing" and isinstance(below, StoryPage) and below.story.slug == page.story.slug:
            self.pop_screen()
        else:
            self.switch_screen(page)

    @on(messages.ArticleWanted)
    def _show_article(self, event: messages.ArticleWanted) -> None:
        from tui.screens.reader import ReaderScreen

        self.push_screen(ReaderScreen(event.passage))

    @on(messages.FactsOfWanted)
    def _show_facts_of(self, event: messages.FactsOfWanted) -> None:
        from tui.screens.facts import FactsScreen

        self.push_screen(FactsScreen(event.story, event.words))

    @on(messages.DecisionAsked)
    def _decide(self, event: messages.DecisionAsked) -> None:
        def decide(desk: Desk) -> Message:
            desk.decide_names(event.slug, event.first, event.second, event.joined)
            self.post_message(self.changed(event.slug, desk))
            return messages.DecisionKept()

        self.serve(event.sender, "decide", decide, messages.DecisionRefused)

    @on(messages.WriteWanted)
    def _ask_where_to(self, event: messages.WriteWanted) -> None:
        from tui.screens.write import WriteScreen

        if self.writes_files:
            self.push_screen(WriteScreen(event))
        else:
            self.post_message(Failed(BriefingError("no file can be written from here", event.instead)))

    @on(messages.WriteAsked)
    def _write(self, event: messages.WriteAsked) -> None:
        def write(_: Desk) -> Message:
            event.write(event.path, replace=event.replace)
            return messages.WriteDone(event.path)

        self.serve(event.sender, "write", write, messages.WriteRefused)

    def refresh_story(self, slug: str) -> None:
        """Has the pages below show a story as it is now, if any is on show."""
        if any(page.story.slug == slug for page in self._story_pages):
            self.ask("refresh", partial(self.changed, slug))

    def changed(self, slug: str, desk: Desk) -> StoryChanged:
        """The story read and composed again; blocks."""
        story = desk.story(slug)
        return StoryChanged(story, self.briefing_of(story))

    @on(StoryChanged)
    async def _show_change(self, event: StoryChanged) -> None:
        for page in self._story_pages:
            if page.story.slug == event.story.slug:
                await page.show(event.story, event.briefing)

    @property
    def _story_pages(self) -> list[StoryPage]:
        return [screen for screen in self.screen_stack if isinstance(screen, StoryPage)]


def _makers() -> dict[messages.PageName, Callable[[Story], StoryPage]]:
    """How the pages beside the briefing are made; imported when the first is wanted."""
    from tui.screens.articles import ArticlesScreen
    from tui.screens.facts import FactsScreen
    from tui.screens.map import MapScreen
    from tui.screens.names import NamesScreen
    from tui.screens.timeline import TimelineScreen

    return {
        "facts": FactsScreen,
        "articles": ArticlesScreen,
        "map": MapScreen,
        "names": NamesScreen,
        "timeline": TimelineScreen,
    }
