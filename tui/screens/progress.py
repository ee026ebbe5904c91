"""Progress: what is due, what is remembered, where it goes wrong and how sure one is; in one story or in all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.keymap import BACK, HELP, QUIT
from tui.messages import ProgressAsked, ProgressRead, ProgressRefused
from tui.quiz_messages import ReviewWanted
from tui.screens.page import Page
from tui.widgets.masthead import Masthead
from tui.widgets.scrolling import Scrolling
from tui.wording import QUIET, counted, plain

if TYPE_CHECKING:
    from quiz_bank.learning.progress import Progress

READING = "Adding up your answers …"
AT_FIRST = 8  # parts of the page; what is below a screen of 40 lines comes with the next paint
EMPTY = Content.assemble(
    ("No answer is kept yet, so there is nothing to see here.\n\n", "bold"),
    ("  esc ", "bold $text-accent"),
    "  goes back\n",
    ("  4 ", "bold $text-accent"),
    "    on a story takes a quiz; every answer is kept and shows here",
)


class ProgressScreen(Page):
    """One sheet that scrolls, a section for each thing worth knowing.

    Args:
        slug: the story; None for all.
        title: the story's title.
        titles: the titles of the stories by slug, for the table of them.
    """

    CSS_PATH = "progress.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "a", "widen", "All stories", id="progress.widen", tooltip="Count all stories, or the one again"
        ),
        Binding("r", "review", "Review", id="progress.review", tooltip="Review what is due"),
        HELP,
        BACK,
        QUIT,
    ]

    def __init__(self, slug: str | None, title: str, titles: dict[str, str]) -> None:
        super().__init__(name="progress")
        self._slug = self._scope = slug
        self._title = title
        self._titles = titles
        self._shown: Progress | None = None

    def body(self) -> ComposeResult:
        """The sheet, filled once the answers are added up."""
        yield Masthead("Progress", self._where)
        with Scrolling(id="sheet"):
            yield Static(READING, id="notice", markup=False)

    def on_mount(self) -> None:
        """Lets the keys scroll."""
        self.query_one("#sheet").focus()

    def on_screen_resume(self) -> None:
        """Asks for the figures, anew when a review was taken from here."""
        self._ask()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to widen where all stories are on show anyway."""
        return self._slug is not None if action == "widen" else True

    def action_widen(self) -> None:
        """Counts all stories, or the one again."""
        self._scope = None if self._scope else self._slug
        self.query_one(Masthead).note = self._where
        self._ask()

    def action_review(self) -> None:
        """Asks for a round of what is due here."""
        self.post_message(ReviewWanted(self._scope))

    def action_back(self) -> None:
        """Closes the page."""
        self.dismiss()

    def _ask(self) -> None:
        self.post_message(ProgressAsked(self, self._scope))

    @on(ProgressRead)
    async def _show(self, event: ProgressRead) -> None:
        if event.progress == self._shown:
            return
        self._shown = event.progress
        sheet = self.query_one("#sheet", Scrolling)
        sections = list(self._sections(event.progress))
        await sheet.remove_children()
        await sheet.mount(*sections[:AT_FIRST])
        sheet.scroll_home(animate=False)
        self.call_after_refresh(self._show_rest, event.progress, sections[AT_FIRST:])

    async def _show_rest(self, progress: Progress, sections: Sequence[Widget]) -> None:
        """Adds what is out of sight at first, if its progress is still the one on show."""
        if progress is self._shown and sections:
            await self.query_one("#sheet", Scrolling).mount(*sections)

    @on(ProgressRefused)
    def _refused(self, event: ProgressRefused) -> None:
        words = Content.assemble(("✗ ", "bold $text-error"), plain(str(event.error)))
        self.query("#sheet Static").first(Static).update(words)

    def _sections(self, progress: Progress) -> Iterator[Widget]:
        from tui import progress_charts as charts

        if not progress.answered:
            yield Static(EMPTY)
            return
        yield Static(_summary(progress), classes="section")
        yield from _section("Coming due", charts.forecast_chart(progress.forecast))
        yield from _section(
            "Recalled when asked again", charts.retention_chart(progress.retention, progress.target)
        )
        yield from _section("Right at the day's first try", charts.tally_table("kind", progress.kinds))
        if self._scope is None and progress.stories:
            yield Static(charts.tally_table("story", progress.stories, self._titles), classes="section")
        if progress.outlets:
            yield Static(charts.tally_table("outlet", progress.outlets), classes="section")
        if any(band.of for band in progress.bands):
            yield from _section(
                "How sure, how right", charts.calibration_chart(progress.bands, progress.brier)
            )
        for heading, entries in (
            ("Sure, and wrong", charts.troubles(progress.sure_but_wrong)),
            ("Taken for one another", charts.mistaken(progress.confused)),
            ("Forgotten again and again", charts.troubles(progress.leeches)),
        ):
            yield from _entries(heading, list(entries))

    @property
    def _where(self) -> str:
        return self._title if self._scope else "all stories"


def _section(heading: str, words: Content) -> Iterator[Widget]:
    yield Static(heading, classes="heading", markup=False)
    yield Static(words, classes="section")


def _entries(heading: str, entries: Sequence[tuple[Content, Content]]) -> Iterator[Widget]:
    """A section of questions, below each its sentence; nothing where there are none."""
    if entries:
        yield Static(heading, classes="heading", markup=False)
    for asked, sentence in entries:
        yield Static(asked)
        if sentence:
            yield Static(sentence, classes="sentence")
    if entries:
        yield Static(classes="section")


def _summary(progress: Progress) -> Content:
    """What there is to do, what is known, what was done."""
    days = f" · {counted(progress.streak, 'day')} in a row" if progress.streak > 1 else ""
    return Content.assemble(
        (f"{progress.due:,} due", "bold $text-accent"),
        f" · {progress.new:,} never asked",
        (f" · today at most {progress.reviews_left:,} again and {progress.new_left:,} new\n", QUIET),
        (f"{progress.known:.0f} of {progress.cards:,}", "bold"),
        " expected to be known today\n",
        (f"{counted(progress.answered, 'answer')} · {progress.minutes:,.0f} min in all, ", QUIET),
        (f"{progress.minutes_week:,.0f} in the last 7 days{days}", QUIET),
    )
