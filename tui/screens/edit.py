"""Setting an article's outlet and date; it is then read again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from briefings.errors import BriefingError
from briefings.stories import Article
from tui.messages import Corrected, CorrectionAsked, CorrectionRefused
from tui.screens.form import FormScreen
from tui.widgets.field import Field
from tui.wording import DATE_BASES, one_line

READING = "Reading the article again …"
NOTE = "Days such as “on Friday” are counted from the date; empty means not known."


class EditScreen(FormScreen[None]):
    """The outlet and the date of one article.

    Args:
        slug: its story.
        article: the article.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "Save", priority=True, id="edit.save", tooltip="Keep this and read again"),
    ]

    def __init__(self, slug: str, article: Article) -> None:
        super().__init__(article.title or article.source, NOTE)
        self._slug = slug
        self._article = article

    def fields(self) -> Iterator[Widget]:
        """Outlet and date; an inferred date is only hinted at, so that it is not given by mistake."""
        day, basis = self._article.published, self._article.date_basis
        known = day.isoformat() if day and basis != "inferred" else ""
        hint = f"not known; {DATE_BASES[basis]}: {day.isoformat()}" if day else "not known; as 2017-11-03"
        yield Field("Outlet", one_line(self._article.outlet or ""), "not known", id="outlet")
        yield Field("Date", known, hint, id="published")

    def action_save(self) -> None:
        """Asks for both to be kept."""
        try:
            published = self.day(self.query_one("#published", Field))
        except BriefingError:
            return  # its field says why
        self.wait(READING)
        outlet = self.query_one("#outlet", Field).value or None
        self.post_message(CorrectionAsked(self, self._slug, self._article.key, outlet, published))

    @on(CorrectionRefused)
    def _refused(self, event: CorrectionRefused) -> None:
        self.refuse(event.error)

    @on(Corrected)
    def _done(self) -> None:
        self.dismiss(None)
