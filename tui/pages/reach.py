"""The part of the app behind what opens from everywhere: progress, search, settings and the command palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.message import Message

from briefings.errors import BriefingError
from tui import messages
from tui.desk import Desk
from tui.keymap import PROGRESS, SEARCH, SETTINGS
from tui.pages.desk_app import DeskApp
from tui.pages.home import StoriesRead
from tui.pages.on_show import leads_on, story_of
from tui.wording import one_line

if TYPE_CHECKING:
    from quiz_bank.desk import StoryCard

FROM_PAGES = ("progress", "search", "settings")  # actions


class ReachPages(DeskApp):
    """Actions and handlers for the pages that belong to no story."""

    BINDINGS: ClassVar[list[BindingType]] = [PROGRESS, SEARCH, SETTINGS]

    #: what of the settings file could not be used
    notices: tuple[str, ...] = ()

    #: the stories as Home last showed them, for the command palette
    cards: tuple[StoryCard, ...] = ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing leads away from a quiz, nor to where one is already."""
        if action not in FROM_PAGES or not self.screen_stack:
            return True
        return leads_on(self.screen) and self.screen.name != action

    def action_progress(self) -> None:
        """Opens the progress of the story on show, or of all."""
        from tui.screens.progress import ProgressScreen

        titles = {card.slug: card.title for card in self.cards}
        self.push_screen(ProgressScreen(*self._place, titles))

    def action_search(self) -> None:
        """Opens the search in the story on show, or in all."""
        from tui.screens.search import SearchScreen

        self.push_screen(SearchScreen(*self._place))

    def action_settings(self) -> None:
        """Opens the settings."""
        from tui.config import config_file
        from tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen(self.config, config_file() if self.writes_files else None, self.said))

    @property
    def _place(self) -> tuple[str | None, str]:
        """Slug and title of the story on show; None and nothing where there is none."""
        story = story_of(self.screen)
        return (story.slug, story.title) if story else (None, "")

    @on(StoriesRead)
    def _keep_cards(self, event: StoriesRead) -> None:
        self.cards = tuple(event.cards)

    @on(messages.ProgressAsked)
    def _work_out_progress(self, event: messages.ProgressAsked) -> None:
        def read(desk: Desk) -> Message:
            return messages.ProgressRead(desk.progress(event.slug))

        self.serve(event.sender, "progress", read, messages.ProgressRefused)

    @on(messages.SearchAsked)
    def _search(self, event: messages.SearchAsked) -> None:
        def find(desk: Desk) -> Message:
            return messages.SearchDone(event.words, desk.search(event.words, event.slug))

        self.serve(event.sender, "search", find, messages.SearchRefused)

    @on(messages.PassageWanted)
    def _open_passage(self, event: messages.PassageWanted) -> None:
        self.ask("page", partial(_passage, event))

    @on(messages.FactsOfNameWanted)
    def _open_facts_of_name(self, event: messages.FactsOfNameWanted) -> None:
        def read(desk: Desk) -> Message:
            from tui.fact_rows import quoted

            return messages.FactsOfWanted(desk.story(event.slug), quoted(event.forms))

        self.ask("page", read)

    def on_mount(self) -> None:
        """Puts theme and keys of the settings in force; what of them cannot be is said, a toast each."""
        self.said: list[str] = []
        for notice in self.notices:
            self._say(notice)
        if self.config.theme in self.available_themes:
            self.theme = self.config.theme
        elif self.config.theme:
            self._say(f"look.theme: there is no theme {self.config.theme}; {self.theme} is used")
        if self.config.keys:
            self.set_keymap(dict(self.config.keys))
            self.run_worker(self._check_keys, thread=True, group="keys", description="keys")

    def _check_keys(self) -> None:
        """Says which ids are no action's and which keys two have; imports every page, so in a thread, if needed."""
        from tui.bindings import clashes, ids, unknown_keys

        app = type(self)
        for name, key in unknown_keys(self.config.keys):
            self.call_from_thread(
                self._say, f"keys: there is no key {key} for {name}; docs/keys.md has examples"
            )
        for name in sorted(self.config.keys.keys() - ids(app)):
            self.call_from_thread(self._say, f"keys: there is no action {name}; docs/keys.md lists them")
        for key, name, other in clashes(app, self.config.keys):
            self.call_from_thread(self._say, f"keys: {key} is for {name} now; give {other} another key")

    def _say(self, notice: str) -> None:
        self.said.append(one_line(notice))
        self.notify(one_line(notice), severity="warning", timeout=10, markup=False)


def _passage(wanted: messages.PassageWanted, desk: Desk) -> Message:
    """The article opened at the passage.

    Raises:
        BriefingError: it has gone since it was found.
    """
    from tui.passages import Passage

    story = desk.story(wanted.slug)
    for article in story.articles:
        if article.key == wanted.article:
            return messages.ArticleWanted(Passage(article, wanted.start, wanted.end, wanted.spans))
    raise BriefingError("that article is no longer there", "search again")
