"""One moment of the timeline: its standing, its day, what happened."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from briefings.compose.timeline import Moment
from tui.passages import Passage
from tui.widgets.rows import Row
from tui.wording import QUIET, plain, standing_glyph


class MomentRow(Row):
    """A moment and the sentences that tell it.

    Args:
        moment: the moment.
        day: its day or month, below a heading that names the year.
        passages: where it stands.
    """

    DEFAULT_CSS = """
    MomentRow {
        layout: horizontal;
        .glyph { width: 2; height: 1; }
        .day { width: 13; height: auto; }
        .words { width: 1fr; height: auto; }
    }
    """

    def __init__(self, moment: Moment, day: str, passages: Sequence[Passage]) -> None:
        super().__init__()
        self.moment = moment
        self.day = day
        self.passages = tuple(passages)

    def compose(self) -> ComposeResult:
        """Glyph, day and words, each in a column of its own."""
        yield Static(Content.styled(standing_glyph(self.moment.standing), QUIET), classes="glyph")
        yield Static(plain(self.day, "bold"), classes="day")
        yield Static(plain(self.moment.text), classes="words")
