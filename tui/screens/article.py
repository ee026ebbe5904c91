"""One article, opened at the span a line or a question rests on."""

from __future__ import annotations

import re
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.keymap import HELP, QUIT
from tui.passages import Passage, Span
from tui.screens.page import Page
from tui.widgets.masthead import Masthead
from tui.widgets.scrolling import Scrolling
from tui.wording import dated, marked, plain, printed_by

MOST_PARAGRAPHS = 400
LONGEST_PARAGRAPH = 10_000


class ArticleScreen(Page):
    """The whole text with the passage's words marked.

    Args:
        passage: what to open it at.
    """

    CSS_PATH = "article.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,s", "back", "Back", key_display="esc", id="article.back", tooltip="Go back"),
        Binding("m", "mark", "Marked words", id="article.mark", tooltip="Scroll to the marked words"),
        HELP,
        QUIT,
    ]

    def __init__(self, passage: Passage) -> None:
        super().__init__()
        self.passage = passage

    def body(self) -> ComposeResult:
        """Title, citation, paragraphs."""
        article = self.passage.article
        yield Masthead(printed_by(article), dated(article))
        with Scrolling(id="text"):
            if article.title:
                yield Static(plain(article.title, "bold"), classes="paragraph")
            for start, end in _paragraphs(article.text, self.passage.start):
                here = start <= self.passage.start < end
                spans = self.passage.spans or ((self.passage.start, self.passage.end),)
                inside = [(a - start, b - start) for a, b in spans if here and b <= end]
                words = marked(article.text[start:end], inside, LONGEST_PARAGRAPH)
                yield Static(words, classes="paragraph", id="marked" if here else None)

    def on_mount(self) -> None:
        """Opens at the passage."""
        self.query_one("#text").focus()
        self.call_after_refresh(self.action_mark)

    def action_mark(self) -> None:
        """Scrolls to the paragraph with the marked words."""
        for paragraph in self.query("#marked"):
            self.query_one("#text").scroll_to_center(paragraph, animate=False)

    def action_back(self) -> None:
        """Closes the page."""
        self.dismiss()


def _paragraphs(text: str, middle: int) -> list[Span]:
    """Start and end of the paragraphs that are not blank; of a very long text those around ``middle``."""
    found = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    at = sum(end <= middle for _, end in found)
    first = max(at - MOST_PARAGRAPHS // 2, 0)
    return found[first : first + MOST_PARAGRAPHS]
