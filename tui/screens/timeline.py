"""What happened when, under the years, with the sentence each moment rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from briefings.compose.datewords import in_words
from briefings.compose.timeline import Moment, timeline
from briefings.stories import Story
from tui.copying import copied_words
from tui.keymap import BACK, HELP, QUIT
from tui.passages import passage_of_mark
from tui.screens.sourced_page import SourcedPage
from tui.widgets.moment_row import MomentRow
from tui.widgets.rows import Row, Rows
from tui.widgets.source_pane import SourcePane
from tui.wording import QUIET, counted, plain

if TYPE_CHECKING:
    from briefings.compose.briefing import Briefing

MOST_MOMENTS = 300  # as many as a page draws at once without a wait
ORDERING = Content.styled("Putting the moments in order …", QUIET)
EMPTY = Content.assemble(
    ("No moment of this story is dated.\n\n", "bold"),
    "A timeline needs dates with their year; where an article tells none, they are counted from\n"
    "the day it was published.\n\n",
    ("  3 ", "bold $text-accent"),
    "  lists the articles; there ",
    ("e", "bold $text-accent"),
    " sets the date of one",
)


class TimelineScreen(SourcedPage):
    """The moments from the earliest on.

    Args:
        story: the story.
    """

    PAGE = "timeline"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "right,l", "year(1)", "Year", key_display="← →", id="timeline.year", tooltip="Go to the next year"
        ),
        Binding(
            "left,h", "year(-1)", "Year before", id="timeline.year.last", show=False, tooltip="Go back a year"
        ),
        HELP,
        BACK,
        QUIT,
    ]

    @dataclass
    class Ordered(Message):
        """The moments are in order."""

        moments: tuple[Moment, ...]

    def __init__(self, story: Story) -> None:
        super().__init__(story)
        self._moments: tuple[Moment, ...] = ()

    def body(self) -> ComposeResult:
        """The moments, and the pane for their sources."""
        yield from self.top("")
        yield Static(ORDERING, id="notice")
        with Container(id="spread"):
            yield Rows(id="lines")
            yield SourcePane(id="source")

    def on_mount(self) -> None:
        """Has the moments put in order, off the loop: a large story takes a while."""
        self.run_worker(self._order, thread=True, exclusive=True)

    async def show(self, story: Story, briefing: Briefing) -> None:
        """Shows the moments of the story as they are now."""
        await super().show(story, briefing)
        self.run_worker(self._order, thread=True, exclusive=True)

    def _order(self) -> None:
        self.post_message(self.Ordered(timeline(self.story)))

    @on(Ordered)
    async def _show_moments(self, event: Ordered) -> None:
        self._moments = _most_told(event.moments)
        left_out = len(event.moments) - len(self._moments)
        shown = f"{len(self._moments):,} of " if left_out else ""
        self.note(f"{shown}{counted(len(event.moments), 'moment')}")
        notice = self.query_one("#notice", Static)
        notice.update(EMPTY)
        notice.display = not event.moments
        self.query_one("#spread").display = bool(event.moments)
        lines = self.query_one("#lines", Rows)
        await lines.remove_children()
        await lines.mount(*self._lines())
        lines.focus_row(0)

    def _lines(self) -> Iterator[Widget]:
        for year, moments in groupby(self._moments, key=_year):
            yield Static(plain(year), classes="heading")
            for moment in moments:
                found = (passage_of_mark(self.story, mark, moment.claims) for mark in moment.sources)
                yield MomentRow(moment, _day(moment.when), [passage for passage in found if passage])

    def reached(self, row: Row) -> None:
        """Shows where the moment is told."""
        if isinstance(row, MomentRow):
            self.query_one(SourcePane).show(row.passages, row.moment.basis)

    def action_copy(self) -> None:
        """Sends the moment and its sources to the clipboard."""
        row = self.query_one("#lines", Rows).current
        if isinstance(row, MomentRow):
            self.copy(copied_words(f"{in_words(row.moment.when)}: {row.moment.text}", row.passages))

    def action_year(self, step: int) -> None:
        """Goes to the first moment of the next year, or of the one before."""
        self.query_one("#lines", Rows).focus_section(step)


def _most_told(moments: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """The moments, or those of most origins where there are more than a page should draw; in order."""
    kept = sorted(range(len(moments)), key=lambda at: (-moments[at].origins, at))[:MOST_MOMENTS]
    return tuple(moments[at] for at in sorted(kept))


def _year(moment: Moment) -> str:
    """The heading a moment stands under: ``2017``, or the decade."""
    return in_words(moment.when) if "X" in moment.when else moment.when[:4]


def _day(when: str) -> str:
    """Day or month without the year; nothing for a year or a decade alone."""
    return "" if len(when) <= len("2017") else in_words(when).removesuffix(when[:4]).strip()
