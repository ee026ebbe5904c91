"""What a search found, a row each: a name with its spellings, or a sentence with the words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.widgets.rows import Row
from tui.wording import QUIET, counted, long_date, marked, one_line, plain

if TYPE_CHECKING:
    from briefings.store.search import Passage
    from briefings.stories import Name


class NameRow(Row):
    """A name of a story.

    Args:
        slug: the story.
        name: the name.
    """

    DEFAULT_CSS = """
    NameRow { margin-bottom: 1; }
    """

    def __init__(self, slug: str, name: Name) -> None:
        super().__init__()
        self.slug = slug
        self.name_found = name

    def compose(self) -> ComposeResult:
        """Kind, name, spellings, story."""
        others = [form for form in self.name_found.forms if form != self.name_found.canonical]
        yield Static(
            Content.assemble(
                (f"{self.name_found.kind}  ", QUIET),
                plain(self.name_found.canonical, "bold"),
                (f"  {one_line(', '.join(others))}" if others else "", ""),
                (f"  · {one_line(self.slug)}", QUIET),
            )
        )


class PassageRow(Row):
    """A sentence of an article.

    Args:
        passage: what was found.
    """

    DEFAULT_CSS = """
    PassageRow {
        layout: vertical;
        margin-bottom: 1;
        Static { height: auto; }
    }
    """

    def __init__(self, passage: Passage) -> None:
        super().__init__()
        self.passage = passage

    def compose(self) -> ComposeResult:
        """Who printed it and when, the sentence, how many facts are in it."""
        found = self.passage
        facts = f" · {counted(len(found.facts), 'fact')}" if found.facts else ""
        yield Static(
            Content.assemble(
                plain(found.label, "bold"),
                (f" · {long_date(found.published)} · {one_line(found.story)}{facts}", QUIET),
            )
        )
        yield Static(marked(found.sentence.text, found.marks))
