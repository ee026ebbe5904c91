"""A contradiction: what is at issue, and the sides beside each other, each with who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Grid, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.passages import Passage
from tui.widgets.briefing_line import BriefingLine
from tui.wording import QUIET, SOURCE_MARK, plain


@dataclass(frozen=True, slots=True)
class Side:
    """One side: its words, and the marks of the sources that carry them."""

    quote: str
    sources: tuple[str, ...]


class DifferingLine(BriefingLine):
    """A line of ``where sources differ``; its sides stand in two columns.

    Args:
        topic: what the sources differ about.
        sides: what they say.
        words: the same as one line of text.
        standing: how it stands, in words.
        passages: where the sides stand.
    """

    DEFAULT_CSS = """
    DifferingLine {
        .differing { width: 1fr; height: auto; }
        .topic { height: auto; }
        Grid {
            grid-size: 2;
            grid-rows: auto;
            grid-gutter: 0 2;
            height: auto;
        }
        .side { height: auto; padding: 0 0 0 1; border-left: solid $foreground-muted; }
    }
    """

    def __init__(
        self, topic: str, sides: Sequence[Side], words: Content, standing: str, passages: Sequence[Passage]
    ) -> None:
        super().__init__(words, standing, passages)
        self.topic = topic
        self.sides = tuple(sides)

    def compose(self) -> ComposeResult:
        """The glyph, the topic, and below it the sides."""
        yield Static(Content.styled(self.glyph, QUIET), classes="glyph")
        with Vertical(classes="differing"):
            yield Static(plain(self.topic), classes="topic")
            with Grid():
                for side in self.sides:
                    yield Static(_words(side), classes="side")


def _words(side: Side) -> Content:
    return Content.assemble(
        plain(f"“{side.quote}”", "bold"), "\n", plain(f"[{', '.join(side.sources)}]", SOURCE_MARK)
    )
