"""The briefing of one story, line by line, with the sentence each line rests on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from briefings.compose.layout import groups, marks
from briefings.compose.plain import sentence
from briefings.stories import Article, Story
from tui.copying import copied_words
from tui.exporting import FORMATS, write_briefing
from tui.keymap import BACK, HELP, QUIT
from tui.messages import WriteWanted
from tui.pages.desk_app import DeskApp
from tui.passages import Passage, opening, passage_of_mark
from tui.screens.sourced_page import SourcedPage
from tui.widgets.briefing_line import BriefingLine
from tui.widgets.differing_line import DifferingLine, Side
from tui.widgets.masthead import Masthead
from tui.widgets.rows import Row, Rows
from tui.widgets.source_pane import SourcePane
from tui.wording import QUIET, SOURCE_MARK, citation, long_date, one_line, plain, standing_glyph

if TYPE_CHECKING:
    from briefings.compose.briefing import Briefing, Line, Section

SOURCES = "sources"
DIFFERENCES = "where sources differ"


class BriefingScreen(SourcedPage):
    """Sections and lines; the source pane is beside them on a wide screen, below them when asked for.

    Args:
        story: the story, for the articles behind the lines.
        briefing: what was composed from it.
    """

    PAGE = "briefing"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "right,l",
            "section(1)",
            "Section",
            key_display="← →",
            id="briefing.section",
            tooltip="Go to the next section",
        ),
        Binding(
            "left,h",
            "section(-1)",
            "Section before",
            id="briefing.section.last",
            show=False,
            tooltip="Go back a section",
        ),
        Binding("w", "write", "Write", id="briefing.write", tooltip="Write the briefing to a file"),
        HELP,
        BACK,
        QUIT,
    ]

    def __init__(self, story: Story, briefing: Briefing) -> None:
        super().__init__(story)
        self.briefing = briefing

    def body(self) -> ComposeResult:
        """The lines under their headings, and the pane for their sources."""
        yield from self.top(self._note())
        with Container(id="spread"):
            with Rows(id="lines"):
                yield from self._lines()
            yield SourcePane(id="source")

    def _note(self) -> str:
        return f"as of {long_date(self.briefing.as_of)} · {self.briefing.words} words"

    def _lines(self) -> Iterator[Widget]:
        for section in self.briefing.sections:
            if section.name == SOURCES:
                continue  # drawn below with its articles, so that each can be opened
            yield Static(plain(section.name.upper()), classes="heading")
            for standing, lines in groups(section):
                if standing:
                    yield Static(plain(f"{standing_glyph(standing)} {standing}", QUIET), classes="standing")
                for line in lines:
                    yield self._line(section, line, under=bool(standing))
        yield Static(SOURCES.upper(), classes="heading", markup=False)
        for article in self.story.articles:
            yield BriefingLine(self._source_words(article), "", [opening(article)])

    def _line(self, section: Section, line: Line, under: bool) -> BriefingLine:
        words, passages = self._words(section, line), self._passages(line)
        sides = self._sides(line) if section.name == DIFFERENCES else []
        if len(sides) > 1:
            topic = line.text.partition(": “")[0]
            return DifferingLine(topic, sides, words, line.standing, passages)
        return BriefingLine(words, line.standing, passages, under)

    def _sides(self, line: Line) -> list[Side]:
        """The claims that contradict each other, each in its own words with its sources."""
        labels = self.briefing.source_labels
        return [
            Side(
                claim.best.fact.quote,
                tuple(dict.fromkeys(labels.get(mention.article, "?") for mention in claim.mentions)),
            )
            for claim in self.story.claims
            if claim.key in line.claims
        ]

    def _words(self, section: Section, line: Line) -> Content:
        """The printed line, its source marks in bold."""
        words = plain(sentence(line, section, self.briefing))
        mark = one_line(marks(section, line, self.briefing.source_labels))
        return words.stylize(SOURCE_MARK, len(words) - len(mark)) if mark else words

    def _source_words(self, article: Article) -> Content:
        label = self.briefing.source_labels.get(article.key, article.label)
        title = plain(article.title, QUIET) if article.title else Content("")
        return Content.assemble(plain(f"[{label}]", SOURCE_MARK), " ", citation(article), "\n", title)

    def _passages(self, line: Line) -> list[Passage]:
        found = (passage_of_mark(self.story, mark, line.claims) for mark in line.sources)
        return [passage for passage in found if passage is not None]

    def on_mount(self) -> None:
        """Starts at the first line."""
        self.query_one(Rows).focus_row(0)

    async def show(self, story: Story, briefing: Briefing) -> None:
        """Shows the story and its briefing as they are now."""
        self.story, self.briefing = story, briefing
        lines = self.query_one("#lines", Rows)
        await lines.remove_children()
        await lines.mount(*self._lines())
        self.query_one(Masthead).note = self._note()
        lines.focus_row(0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A file is written only where it ends up with whoever reads."""
        return action != "write" or (isinstance(self.app, DeskApp) and self.app.writes_files)

    def reached(self, row: Row) -> None:
        """Shows where the line stands."""
        if isinstance(row, BriefingLine):
            self.query_one(SourcePane).show(row.passages, row.standing)

    def action_section(self, step: int) -> None:
        """Goes to the first line of the next section, or of the one before."""
        self.query_one("#lines", Rows).focus_section(step)

    def action_copy(self) -> None:
        """Sends the line and its sources to the clipboard."""
        row = self.query_one("#lines", Rows).current
        if isinstance(row, BriefingLine):
            self.copy(copied_words(row.words.plain, row.passages))

    def action_write(self) -> None:
        """Asks for the file to write the briefing to."""
        write = partial(write_briefing, briefing=self.briefing, story=self.story)
        name = f"{self.story.slug}.md"
        self.post_message(WriteWanted("Write the briefing", name, FORMATS, write, "y copies a line"))
