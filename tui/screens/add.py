"""Adding articles: which, to which story, of which day; then how far it has come."""

from __future__ import annotations

import os.path
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Input, ProgressBar

from briefings.errors import BriefingError
from briefings.reading.dating import parse_given
from tui.messages import AddAsked, AddDone, AddMoved, AddRefused
from tui.screens.form import FormScreen
from tui.widgets.field import Field
from tui.wording import QUIET, one_line

if TYPE_CHECKING:
    from briefings.ingest import Report  # noqa: F401  # named in a string below

READING = "Reading …"
NO_SOURCE = "Say which file, folder or web address"


class AddScreen(FormScreen["Report | None"]):
    """Asks what to add; gives what became of it, or None when left.

    Args:
        story: the story to add to; None for one named after the first source.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Add", priority=True, id="add.add", tooltip="Read the articles in"),
    ]

    def __init__(self, story: str | None = None) -> None:
        super().__init__("Add articles", "The name of a story that is there already adds to it.")
        self._story = story
        self._suggested = ""

    def fields(self) -> Iterator[Widget]:
        """Source, story, date, and the bar."""
        yield Field("From", hint="a file, a folder or a web address", id="source")
        yield Field("Story", self._story or "", hint="as the file or folder is called", id="story")
        yield Field("Date", hint="2017-11-03, where no article says it", id="published")
        yield ProgressBar(total=1, show_eta=False)

    @on(Input.Changed, "#source CleanInput")
    def _suggest(self) -> None:
        """Names the story after the source, until somebody names it."""
        story = self.query_one("#story", Field)
        if self._story is None and story.value == self._suggested:
            self._suggested = suggested_story(self._source)
            story.fill(self._suggested)

    @on(DescendantBlur)
    def _left(self, event: DescendantBlur) -> None:
        """Looks at the date as soon as the cursor has gone on."""
        field = self.query_one("#published", Field)
        if field in event.widget.ancestors and field.value:
            field.say(self._fault_of_day(field))

    def action_save(self) -> None:
        """Asks for the articles, once everything in the form can be read."""
        source, story = self.query_one("#source", Field), self.query_one("#story", Field)
        if not source.value:
            source.say(NO_SOURCE)
            source.enter()
            return
        try:
            published = self.day(self.query_one("#published", Field))
        except BriefingError:
            return  # its field says why
        self.wait(READING)
        self._draw(0, 1)
        named = story.value if story.value != self._suggested else ""
        self.post_message(AddAsked(self, self._source, named or None, published))

    @on(AddMoved)
    def _moved(self, event: AddMoved) -> None:
        self._draw(event.done, event.total)
        self.say(Content.styled(f"{event.done:,} of {event.total:,} read: {one_line(event.source)}", QUIET))

    @on(AddRefused)
    def _refused(self, event: AddRefused) -> None:
        self.query_one(ProgressBar).display = False
        self.refuse(event.error)

    @on(AddDone)
    def _done(self, event: AddDone) -> None:
        self.dismiss(event.report)

    @property
    def _source(self) -> str:
        return typed_source(self.query_one("#source", Field).value)

    def _draw(self, done: int, total: int) -> None:
        bar = self.query_one(ProgressBar)
        bar.display = True
        bar.update(total=total, progress=done)

    def _fault_of_day(self, field: Field) -> str:
        try:
            parse_given(field.value)
        except BriefingError as error:
            return str(error)
        return ""


def typed_source(text: str) -> str:
    """A path or address as typed or dropped on the terminal: without quotes around it, ``~`` spelt out."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    return os.path.expanduser(text)


def suggested_story(source: str) -> str:
    """What a story of that source is called; empty where the source is no name yet."""
    from briefings.sources import story_name

    try:
        return story_name(source) if source else ""
    except (OSError, RuntimeError, ValueError):  # half an address, a path too long or in a circle
        return ""
