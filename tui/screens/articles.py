"""The articles of a story: who printed each, when and how that is known, and what was found in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from briefings.stories import Article, Story
from tui.keymap import BACK, HELP, QUIT
from tui.messages import AddWanted, ArticleWanted, EditWanted
from tui.passages import Passage
from tui.screens.story_page import StoryPage
from tui.widgets.article_row import ArticleRow
from tui.widgets.masthead import Masthead
from tui.widgets.rows import Row, Rows
from tui.wording import counted

if TYPE_CHECKING:
    from briefings.compose.briefing import Briefing


class ArticlesScreen(StoryPage):
    """One row an article; it opens in the Reader.

    Args:
        story: the story.
    """

    CSS_PATH = "articles.tcss"
    PAGE = "articles"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "read", "Read", id="articles.read", tooltip="Read the article, its facts underlined"
        ),
        Binding("e", "edit", "Outlet and date", id="articles.edit", tooltip="Set its outlet and its date"),
        Binding("a", "add", "Add", id="articles.add", tooltip="Add articles to this story"),
        HELP,
        BACK,
        QUIT,
    ]

    def body(self) -> ComposeResult:
        """The articles in the order they were added."""
        yield from self.top(_note(self.story.articles))
        with Rows(id="articles"):
            yield from map(ArticleRow, self.story.articles)

    def on_mount(self) -> None:
        """Starts at the first article."""
        self.query_one(Rows).focus_row(0)

    async def show(self, story: Story, briefing: Briefing) -> None:
        """Shows the story as it is now; the cursor stays on its article."""
        rows, current = self.query_one(Rows), self._article
        self.story = story
        await rows.remove_children()
        await rows.mount(*map(ArticleRow, story.articles))
        self.query_one(Masthead).note = _note(story.articles)
        keys = [article.key for article in story.articles]
        rows.focus_row(keys.index(current.key) if current and current.key in keys else 0)

    @on(Row.Chosen)
    def action_read(self) -> None:
        """Opens the article under the cursor."""
        if article := self._article:
            self.post_message(ArticleWanted(Passage(article, 0, 0)))

    def action_edit(self) -> None:
        """Asks for its outlet and date."""
        if article := self._article:
            self.post_message(EditWanted(self.story.slug, article))

    def action_add(self) -> None:
        """Asks for more articles."""
        self.post_message(AddWanted(self.story.slug))

    @property
    def _article(self) -> Article | None:
        row = self.query_one(Rows).current
        return row.article if isinstance(row, ArticleRow) else None


def _note(articles: Sequence[Article]) -> str:
    """How many there are, and of how many the date is not known."""
    undated = sum(article.published is None for article in articles)
    return counted(len(articles), "article") + (f" · {undated:,} without a date" if undated else "")
