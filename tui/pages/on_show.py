"""What the screen on show is about, and whether it leads on to other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.screens.page import Page
from tui.screens.story_page import StoryPage

if TYPE_CHECKING:
    from textual.screen import Screen

    from briefings.stories import Story


def leads_on(screen: Screen[Any]) -> bool:
    """Whether progress, search and the like open from there."""
    return isinstance(screen, Page) and screen.LEADS_ON


def story_of(screen: Screen[Any]) -> Story | None:
    """The story that a page is about."""
    return screen.story if isinstance(screen, StoryPage) else None
