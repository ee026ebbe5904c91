"""The part of the app that keeps what is said in a quiz: answers, and what is said about them."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.message import Message

from tui import quiz_messages as messages
from tui.desk import Desk
from tui.pages.desk_app import DeskApp


class AnswerPages(DeskApp):
    """Handlers for answers; none is ever replaced by a later job."""

    @on(messages.AnswerGraded)
    def _record(self, event: messages.AnswerGraded) -> None:
        def record(desk: Desk) -> Message:
            desk.record(event.attempt)
            return messages.AnswerStored(event.attempt)

        self.serve(event.sender, "record", record, partial(messages.AnswerRefused, event.attempt))

    @on(messages.AppealMade)
    def _appeal(self, event: messages.AppealMade) -> None:
        def appeal(desk: Desk) -> Message:
            desk.appeal(event.appeal)
            return messages.AppealStored(event.appeal)

        self.serve(event.sender, "appeal", appeal, messages.AppealRefused)
