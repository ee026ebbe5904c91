"""The keys that several screens share; each has an id, so that it can be remapped, and a tooltip for the help."""

from __future__ import annotations

from dataclasses import replace

from textual.binding import Binding

HELP = Binding(
    "question_mark,f1",
    "app.help",
    "Help",
    key_display="?",
    id="app.help",
    tooltip="Show the keys of this screen",
)
PROGRESS = Binding(
    "p", "app.progress", "Progress", id="app.progress", show=False, tooltip="See what is due and remembered"
)
SEARCH = Binding(
    "slash",
    "app.search",
    "Search",
    key_display="/",
    id="app.search",
    show=False,
    tooltip="Search sentences and names",
)
SETTINGS = Binding(
    "comma",
    "app.settings",
    "Settings",
    key_display=",",
    id="app.settings",
    show=False,
    tooltip="Show the settings and their file",
)
QUIT = Binding("q", "app.quit", "Quit", id="page.quit", tooltip="Leave the program")
QUIET_QUIT = replace(QUIT, show=False)  # where the footer has no room for it
BACK = Binding("escape", "back", "Back", id="page.back", tooltip="Go back to the screen before")

COPY = Binding("y", "copy", "Copy", id="page.copy", show=False, tooltip="Copy this with its source")


def _page(keys: str, action: str, name: str, tooltip: str) -> Binding:
    return Binding(keys, action, name, id=f"story.{name.casefold()}", show=False, tooltip=tooltip)


STORY_PAGES = [
    _page("1", "page('briefing')", "Briefing", "Read the story's briefing"),
    _page("2,f", "page('facts')", "Facts", "List the story's facts"),
    _page("3", "page('articles')", "Articles", "List the story's articles"),
    _page("4,z", "quiz", "Quiz", "Take a quiz on this story"),
    _page("5,m", "page('map')", "Map", "Show the story's places on a map"),
    _page("6,t", "page('timeline')", "Timeline", "Show what happened when"),
    _page("7", "page('names')", "Names", "List the story's names and their spellings"),
    _page("8,p", "app.progress", "Progress", "See what is due and remembered of this story"),
]

KEY_NAMES = {
    "enter": "enter",
    "question_mark": "?",
    "slash": "/",
    "comma": ",",
    "pagedown": "page down",
    "pageup": "page up",
}

MOVES = [
    Binding("down,j,tab", "next_row", "Next", id="rows.next", show=False, tooltip="Go down one line"),
    Binding(
        "up,k,shift+tab", "previous_row", "Previous", id="rows.previous", show=False, tooltip="Go up one line"
    ),
    Binding("home,g", "first_row", "First", id="rows.first", show=False, tooltip="Go to the first line"),
    Binding("end,G", "last_row", "Last", id="rows.last", show=False, tooltip="Go to the last line"),
]

TURNS = [
    Binding(
        "pagedown,ctrl+d",
        "turn_page(1)",
        "Page down",
        id="rows.page.down",
        show=False,
        tooltip="Go down one page",
    ),
    Binding(
        "pageup,ctrl+u", "turn_page(-1)", "Page up", id="rows.page.up", show=False, tooltip="Go up one page"
    ),
]

SCROLLS = [
    Binding(
        "down,j", "scroll_down", "Scroll down", id="scroll.down", show=False, tooltip="Scroll down one line"
    ),
    Binding("up,k", "scroll_up", "Scroll up", id="scroll.up", show=False, tooltip="Scroll up one line"),
    Binding(
        "pagedown,ctrl+d",
        "page_down",
        "Page down",
        id="scroll.page.down",
        show=False,
        tooltip="Scroll down one page",
    ),
    Binding(
        "pageup,ctrl+u",
        "page_up",
        "Page up",
        id="scroll.page.up",
        show=False,
        tooltip="Scroll up one page",
    ),
    Binding("home,g", "scroll_home", "Top", id="scroll.top", show=False, tooltip="Scroll to the top"),
    Binding("end,G", "scroll_end", "Bottom", id="scroll.bottom", show=False, tooltip="Scroll to the bottom"),
]
