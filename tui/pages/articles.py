"""The part of the app behind adding articles and mending what is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from tui import messages
from tui.desk import Desk
from tui.pages.stories import StoryPages

if TYPE_CHECKING:
    from briefings.ingest import Added, Report


class ArticlePages(StoryPages):
    """Handlers for the forms that add and mend articles."""

    @on(messages.AddWanted)
    def _ask_what_to_add(self, event: messages.AddWanted) -> None:
        from tui.screens.add import AddScreen

        self.push_screen(AddScreen(event.story), self._show_added)

    def _show_added(self, report: Report | None) -> None:
        from tui.screens.added import AddedScreen

        if report is not None:
            self.refresh_story(report.slug)
            self.push_screen(AddedScreen(report))

    @on(messages.AddAsked)
    def _add(self, event: messages.AddAsked) -> None:
        def told(entry: Added, done: int, total: int) -> None:
            event.sender.post_message(messages.AddMoved(entry.source, done, total))

        def add(desk: Desk) -> Message:
            from briefings.reading.articles import Given

            report = desk.add([event.source], event.story, Given(published=event.published), told)
            refused = [entry.problem for entry in report.added if entry.problem]
            if len(refused) == len(report.added) == 1:
                raise refused[0]
            return messages.AddDone(report)

        self.serve(event.sender, "add", add, messages.AddRefused)

    @on(messages.EditWanted)
    def _ask_what_is_right(self, event: messages.EditWanted) -> None:
        from tui.screens.edit import EditScreen

        self.push_screen(EditScreen(event.slug, event.article))

    @on(messages.CorrectionAsked)
    def _correct(self, event: messages.CorrectionAsked) -> None:
        def correct(desk: Desk) -> Message:
            desk.set_article(event.slug, event.key, event.outlet, event.published)
            self.post_message(self.changed(event.slug, desk))
            return messages.Corrected()

        self.serve(event.sender, "correct", correct, messages.CorrectionRefused)
