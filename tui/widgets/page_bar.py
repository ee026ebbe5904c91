"""The line below a page's title: the pages beside it by number, the one that is open underlined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from tui.keymap import STORY_PAGES
from tui.wording import QUIET

GAPS = (3, 2, 1)  # blanks between two pages, as many as there is room for


class PageBar(Widget):
    """Number and name of each page; a click opens one.

    Args:
        current: name of the page that is open.
        bindings: the keys of the pages; those of a story by default.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PageBar { height: 1; margin: 0 2; }
    """

    def __init__(self, current: str, bindings: Sequence[Binding] = STORY_PAGES) -> None:
        super().__init__()
        self.current = current
        self._pages = _pages(bindings)

    def render(self) -> Content:
        """The pages on one line."""
        return Content(" " * self._gap).join(
            Content.assemble((f"{number} ", QUIET), (name, self._style(name)))
            for number, name, _ in self._pages
        )

    def _style(self, name: str) -> str:
        return "bold underline" if name.casefold() == self.current else QUIET

    @property
    def _gap(self) -> int:
        words = sum(len(f"{number} {name}") for number, name, _ in self._pages)
        return next(
            (gap for gap in GAPS if words + gap * (len(self._pages) - 1) <= self.size.width), GAPS[-1]
        )

    async def on_click(self, event: Click) -> None:
        """Opens the page under the pointer."""
        left = 0
        for number, name, action in self._pages:
            right = left + len(f"{number} {name}")
            if left <= event.x < right and name.casefold() != self.current:
                await self.screen.run_action(action)
            left = right + self._gap


def _pages(bindings: Iterable[Binding]) -> list[tuple[str, str, str]]:
    """Number, name and action of each page, from its key."""
    return sorted((each.key.split(",")[0], each.description, each.action) for each in bindings)
