"""What the pages of one story share: the keys that lead from each to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui.keymap import STORY_PAGES
from tui.messages import PageName, PageWanted
from tui.quiz_messages import QuizWanted
from tui.screens.page import Page
from tui.widgets.masthead import Masthead
from tui.widgets.page_bar import PageBar

if TYPE_CHECKING:
    from briefings.compose.briefing import Briefing
    from briefings.stories import Story


class StoryPage(Page):
    """A page of one story.

    Args:
        story: the story.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*STORY_PAGES]
    DEFAULT_CSS = """
    StoryPage {
        Masthead { padding: 0 2; height: 1; }
        PageBar { margin: 0 2 1 2; }
        &.-roomy Masthead { padding: 1 2 0 2; height: 2; }
    }
    """
    PAGE: ClassVar[PageName]

    def __init__(self, story: Story) -> None:
        super().__init__()
        self.story = story

    def top(self, note: str) -> ComposeResult:
        """Title and note, and the pages of the story."""
        yield Masthead(self.story.title, note)
        yield PageBar(self.PAGE)

    async def show(self, story: Story, briefing: Briefing) -> None:
        """Shows the story, and what is composed from it, as they are now."""
        self.story = story

    def note(self, words: str) -> None:
        """Puts another note at the right of the title."""
        masthead = self.query_one(Masthead)
        masthead.title, masthead.note = self.story.title, words

    def copy(self, words: str) -> None:
        """Sends words to the terminal's clipboard; whether it took them, no terminal tells."""
        self.app.copy_to_clipboard(words)
        self.notify("Sent to the clipboard", timeout=2, markup=False)

    def action_page(self, name: PageName) -> None:
        """Asks for another page of the story."""
        if name != self.PAGE:
            self.post_message(PageWanted(name, self.story.slug, self.story))

    def action_quiz(self) -> None:
        """Asks for a quiz on the story."""
        self.post_message(QuizWanted(self.story.slug, self.story.title))

    def action_back(self) -> None:
        """Closes the page."""
        self.dismiss()
