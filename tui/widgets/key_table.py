"""Keys and what they do, a line each; a click on a line does it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import ActiveBinding
from textual.content import Content
from textual.events import Click, Leave, MouseMove
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.wording import QUIET


class KeyTable(Widget):
    """The keys that do something a person would ask for, those of the footer first.

    Args:
        bindings: the bindings in force.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyTable { height: auto; text-wrap: nowrap; text-overflow: ellipsis; }
    """
    pointed: reactive[int | None] = reactive(None)  # the line under the pointer

    @dataclass
    class Chosen(Message):
        """A line was clicked."""

        active: ActiveBinding

    def __init__(self, bindings: Iterable[ActiveBinding]) -> None:
        super().__init__()
        told = [
            each
            for each in bindings
            if not each.binding.system and (each.binding.tooltip or each.binding.show)
        ]
        by_action: dict[str, list[ActiveBinding]] = {}
        for active in sorted(told, key=lambda each: not each.binding.show):
            by_action.setdefault(active.binding.action, []).append(active)
        self._actions = list(by_action.values())

    def render(self) -> Content:
        """The keys in a column, what they do beside them."""
        names = ["  ".join(dict.fromkeys(map(self._keys, actives))) for actives in self._actions]
        widest = max(map(len, names), default=0)
        return Content("\n").join(
            Content.assemble(
                (f"{name:<{widest}}   ", "bold $text-accent"), (_words(actives), self._style(at))
            )
            for at, (name, actives) in enumerate(zip(names, self._actions, strict=True))
        )

    def on_mouse_move(self, event: MouseMove) -> None:
        """Marks the line under the pointer."""
        self.pointed = event.y

    def on_leave(self, _: Leave) -> None:
        """Marks nothing."""
        self.pointed = None

    def on_click(self, event: Click) -> None:
        """Tells which line was clicked."""
        if event.y < len(self._actions):
            self.post_message(self.Chosen(self._actions[event.y][0]))

    def _keys(self, active: ActiveBinding) -> str:
        return self.app.get_key_display(active.binding)

    def _style(self, at: int) -> str:
        return "underline" if at == self.pointed else QUIET


def _words(actives: list[ActiveBinding]) -> str:
    last = actives[-1].binding
    return last.tooltip or last.description
