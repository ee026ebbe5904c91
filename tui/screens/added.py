"""What became of the articles that were added: one entry each, those left out first, with why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.keymap import HELP, QUIT
from tui.messages import PageWanted
from tui.screens.page import Page
from tui.widgets.masthead import Masthead
from tui.widgets.scrolling import Scrolling
from tui.wording import (
    DATE_BASES,
    DATE_NOT_KNOWN,
    OUTLET_NOT_KNOWN,
    QUIET,
    counted,
    long_date,
    one_line,
    plain,
)

if TYPE_CHECKING:
    from briefings.ingest import Added, Report

GLYPHS = {"unchanged": "=", "duplicate": "="}


class AddedScreen(Page):
    """The report on one ``Add articles``.

    Args:
        report: what became of each source.
    """

    CSS_PATH = "added.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Briefing", id="added.open", tooltip="Read the story's briefing"),
        Binding("3", "articles", "Articles", id="added.articles", tooltip="List the story's articles"),
        HELP,
        Binding("escape", "dismiss", "Back", id="added.back", tooltip="Go back"),
        QUIT,
    ]

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report

    def body(self) -> ComposeResult:
        """The counts at the top, then the entries."""
        yield Masthead(f"Added to {self.report.slug}", _counts(self.report))
        entries = sorted(self.report.added, key=lambda entry: entry.problem is None)
        with Scrolling(id="entries"):
            yield Static(Content("\n\n").join(entry_words(entry) for entry in entries))
            yield Static(Content("\n").join(_hints(self.report)), id="hints")

    def on_mount(self) -> None:
        """Lets the keys scroll."""
        self.query_one("#entries").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to open where nothing was kept."""
        return bool(self.report.kept) if action in ("open", "articles") else True

    def action_open(self) -> None:
        """Asks for the briefing in place of this page."""
        self.dismiss()
        self.post_message(PageWanted("briefing", self.report.slug))

    def action_articles(self) -> None:
        """Asks for the list of articles in place of this page."""
        self.dismiss()
        self.post_message(PageWanted("articles", self.report.slug))


def entry_words(entry: Added) -> Content:
    """Name and outcome of a source; what was found, cut and is missing; or why it was left out."""
    if entry.problem is not None:
        return Content.assemble(
            ("✗ ", "bold $text-error"),
            plain(entry.source, "bold"),
            ("  left out\n  ", "$text-error"),
            plain(str(entry.problem), QUIET),
        )
    outcome = f"duplicate of {entry.twin}" if entry.twin else str(entry.outcome)
    glyph = GLYPHS.get(str(entry.outcome), "✓")
    return Content.assemble(
        (f"{glyph} ", "bold $text-success" if glyph == "✓" else QUIET),
        plain(entry.source, "bold"),
        f"  {one_line(outcome)}\n  ",
        (" · ".join(_remarks(entry)), QUIET),
    )


def _remarks(entry: Added) -> Iterator[str]:
    if entry.facts is not None:
        yield counted(entry.facts, "fact")
    if entry.cut:
        yield f"{counted(len(entry.cut), 'line')} cut"
    yield one_line(entry.outlet or "") or OUTLET_NOT_KNOWN
    basis = DATE_BASES[entry.date_basis]
    yield f"{long_date(entry.published)} ({basis})" if entry.published else DATE_NOT_KNOWN


def _counts(report: Report) -> str:
    words = [entry.outcome or "left out" for entry in report.added]
    return ", ".join(f"{words.count(word):,} {word}" for word in dict.fromkeys(words))


def _hints(report: Report) -> Iterator[Content]:
    """What is missing, and how to give it."""
    kept = [entry for entry in report.added if entry.problem is None]
    if any(entry.published is None or entry.outlet is None for entry in kept):
        yield Content.assemble(
            ("What is not known can be set: ", QUIET),
            ("3", "bold $text-accent"),
            (", then ", QUIET),
            ("e", "bold $text-accent"),
            (".", QUIET),
        )
