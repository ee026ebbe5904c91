"""The footer: the keys of the page and what they do, on one line; a click does the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.events import Click, Leave, MouseMove
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

PALETTE_EDGE = "▏"


@dataclass(frozen=True, slots=True)
class Shown:
    """A key in the footer: whose it is, and the columns it takes."""

    owner: DOMNode
    binding: Binding
    name: str
    enabled: bool
    tooltip: str
    left: int = 0

    @property
    def width(self) -> int:
        """Its columns: a blank at each side, and one between the key and what it does."""
        return Content(self.name).cell_length + Content(self.binding.description).cell_length + 3


class KeyFooter(Widget):
    """One widget for all keys, since a widget each, as in Textual's own, takes longer than all else a key does.

    What finds no room is left out, the command palette at the right first.

    Args:
        show_command_palette: whether the key of the palette stands at the right.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyFooter {
        dock: bottom;
        height: 1;
        color: $foreground;
        background: $background;
        text-wrap: nowrap;
        text-overflow: clip;
    }
    """
    opening: reactive[bool] = reactive(False)  # whether another page is about to open, which takes its time
    pointed: reactive[int | None] = reactive(None)  # index of the key under the pointer
    KEY_STYLE: ClassVar[str] = "bold $text-accent"

    def __init__(self, show_command_palette: bool = True) -> None:
        super().__init__()
        self.show_command_palette = show_command_palette
        self._bound: tuple[Shown, ...] = ()
        self._palette: Shown | None = None

    def on_mount(self) -> None:
        """Follows the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self.bindings_changed)

    def on_unmount(self) -> None:
        """Follows them no longer."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Paints itself anew if what it shows has changed; not while the terminal itself has no focus."""
        if screen is not self.screen or not self.app.app_focus:
            return
        active = screen.active_bindings
        by_action: dict[str, Shown] = {}
        for owner, binding, enabled, tooltip in active.values():
            if binding.show:
                by_action.setdefault(binding.action, self._shown(owner, binding, enabled, tooltip))
        palette = active.get(self.app.COMMAND_PALETTE_BINDING) if self.show_command_palette else None
        bound, at_right = tuple(by_action.values()), self._shown(*palette) if palette else None
        if (bound, at_right) != (self._bound, self._palette):
            self._bound, self._palette = bound, at_right
            self.pointed = None
            self.refresh()

    @property
    def keys(self) -> list[Shown]:
        """The keys that there is room for, from left to right."""
        found, left, width = [], 0, self.size.width
        for each in self._bound:
            if left + each.width > width:
                break
            found.append(replace(each, left=left))
            left += each.width
        palette = self._palette
        if palette is not None and left + palette.width <= width:
            found.append(replace(palette, left=width - palette.width))
        return found

    def render(self) -> Content:
        """The keys, and what each does; or that a page is opening."""
        if self.opening:
            return Content.assemble(" Opening …  ", ("esc", self.KEY_STYLE), " Stay here")
        return Content.assemble(*self._parts())

    def _parts(self) -> Iterator[Content | str]:
        end = 0
        for index, each in enumerate(self.keys):
            is_palette = each.binding is (self._palette.binding if self._palette else None)
            yield " " * (each.left - end)
            yield Content.styled(PALETTE_EDGE, "$foreground 20%") if is_palette else " "
            dim = "" if each.enabled else " dim"
            yield Content.styled(each.name, self.KEY_STYLE + dim)
            yield " "
            yield Content.styled(each.binding.description, "underline" if index == self.pointed else dim)
            yield " "
            end = each.left + each.width

    def on_mouse_move(self, event: MouseMove) -> None:
        """Marks the key under the pointer, and has its tooltip shown."""
        at = self._index(event.x)
        if at != self.pointed:
            self.pointed = at
            self.tooltip = self.keys[at].tooltip if at is not None else None

    def on_leave(self, _: Leave) -> None:
        """Marks nothing."""
        self.pointed = None

    async def on_click(self, event: Click) -> None:
        """Does what the key under the pointer does."""
        at = self._index(event.x)
        if at is not None and (key := self.keys[at]).enabled:
            await self.app.run_action(key.binding.action, key.owner)

    def _index(self, x: int) -> int | None:
        places = ((index, each.left, each.width) for index, each in enumerate(self.keys))
        return next((index for index, left, width in places if left <= x < left + width), None)

    def _shown(self, owner: DOMNode, binding: Binding, enabled: bool, tooltip: str) -> Shown:
        name = self.app.get_key_display(binding)
        return Shown(owner, binding, name, enabled, tooltip or binding.tooltip or binding.description)
