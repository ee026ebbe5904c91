"""One article with its facts underlined; the reader steps from fact to fact."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from briefings.facts import Fact
from tui.fact_words import fact_remarks, fact_value
from tui.keymap import HELP, QUIT
from tui.passages import Passage, Span
from tui.screens.page import Page
from tui.widgets.masthead import Masthead
from tui.widgets.paragraph import Paragraph
from tui.widgets.scrolling import Scrolling
from tui.wording import QUIET, counted, dated, plain, printed_by

MOST_PARAGRAPHS = 400


class ReaderScreen(Page):
    """The whole text, its facts underlined, the words it was opened at marked; below it the fact one is at.

    Args:
        passage: what to open it at.
    """

    CSS_PATH = "reader.tcss"
    LEADS_ON = False  # p is the fact before
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "step(1)", "Next fact", id="reader.next", tooltip="Go to the next fact"),
        Binding("p", "step(-1)", "Previous", id="reader.last", tooltip="Go to the fact before"),
        Binding("m", "mark", "Marked", id="reader.mark", tooltip="Go back to the marked words"),
        HELP,
        Binding("escape,enter,s", "back", "Back", key_display="esc", id="reader.back", tooltip="Go back"),
        QUIT,
    ]

    def __init__(self, passage: Passage) -> None:
        super().__init__()
        self.passage = passage
        self._spans = _paragraphs(passage.article.text, passage.start)
        self._facts = _facts_within(passage.article.facts, self._spans)
        self._at = _first_at(self._facts, passage)

    def body(self) -> ComposeResult:
        """Title, citation, paragraphs, and what is known of the fact one is at."""
        article = self.passage.article
        yield Masthead(printed_by(article), dated(article))
        with Scrolling(id="text"):
            if article.title:
                yield Static(plain(article.title, "bold"), classes="paragraph")
            facts = [(fact.start, fact.end) for fact in self._facts]
            for span in self._spans:
                yield Paragraph(article.text, span, facts)
        yield Static(id="fact")

    def on_mount(self) -> None:
        """Opens at the passage."""
        self.query_one("#text").focus()
        self.action_mark()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Steps need facts, and going back to the marked words needs some."""
        if action == "step":
            return bool(self._facts)
        return action != "mark" or self.passage.end > self.passage.start

    def action_step(self, step: int) -> None:
        """Goes to the fact after this one or before it, round at the ends."""
        if self._at is None:
            after = sum(fact.start < self.passage.start for fact in self._facts)
            self._at = (after if step > 0 else after - 1) % len(self._facts)
        else:
            self._at = (self._at + step) % len(self._facts)
        fact = self._facts[self._at]
        self._show([(fact.start, fact.end)])

    def action_mark(self) -> None:
        """Goes to the words it was opened at."""
        self._at = _first_at(self._facts, self.passage)
        self._show(self.passage.spans or [(self.passage.start, self.passage.end)])

    def action_back(self) -> None:
        """Closes the page."""
        self.dismiss()

    def _show(self, marks: Iterable[Span]) -> None:
        marks = list(marks)
        for paragraph in self.query(Paragraph):
            paragraph.mark(marks)
        self.query_one("#fact", Static).update(self._fact_words())
        self.call_after_refresh(self._scroll_to_mark)

    def _scroll_to_mark(self) -> None:
        text = self.query_one("#text", Scrolling)
        for paragraph in self.query(Paragraph):
            if paragraph.marked:
                line = paragraph.virtual_region.y + paragraph.line_of_mark
                text.scroll_to(y=line - text.size.height // 2, animate=False)
                return

    def _fact_words(self) -> Content:
        if not self._facts:
            return Content.styled("No facts were found in this article.", QUIET)
        if self._at is None:
            return Content.styled(f"{counted(len(self._facts), 'fact')}: n goes to the next", QUIET)
        fact = self._facts[self._at]
        return Content.assemble(
            (f"fact {self._at + 1} of {len(self._facts)} · {fact.kind}  ", QUIET),
            plain(fact_value(fact), "bold"),
            "\n",
            plain(" · ".join(fact_remarks(fact, self.passage.article.date_basis == "inferred")), QUIET),
        )


def _paragraphs(text: str, middle: int) -> list[Span]:
    """Start and end of the paragraphs that are not blank; of a very long text those around ``middle``."""
    found = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    at = sum(end <= middle for _, end in found)
    first = max(at - MOST_PARAGRAPHS // 2, 0)
    return found[first : first + MOST_PARAGRAPHS]


def _facts_within(facts: Iterable[Fact], paragraphs: list[Span]) -> list[Fact]:
    """The facts of the paragraphs that are shown, as they stand in the text."""
    left, right = (paragraphs[0][0], paragraphs[-1][1]) if paragraphs else (0, 0)
    shown = (fact for fact in facts if left <= fact.start and fact.end <= right)
    return sorted(shown, key=lambda fact: (fact.start, fact.end))


def _first_at(facts: list[Fact], passage: Passage) -> int | None:
    """The first fact that shares words with the marked ones; of several the one that fits them best."""
    if not passage.spans:
        return None
    start, end = passage.spans[0]
    shared = [index for index, fact in enumerate(facts) if fact.start < end and start < fact.end]
    misfit = {index: abs(facts[index].start - start) + abs(facts[index].end - end) for index in shared}
    return min(shared, key=misfit.__getitem__, default=None)
