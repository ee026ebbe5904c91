"""The keys that several screens share; each has an id, so that it can be remapped, and a tooltip for the help."""

from __future__ import annotations

from textual.binding import Binding

HELP = Binding(
    "question_mark,f1",
    "app.help",
    "Help",
    key_display="?",
    id="app.help",
    tooltip="Show the keys of this screen",
)
QUIT = Binding("q", "app.quit", "Quit", id="page.quit", tooltip="Leave the program")
BACK = Binding("escape", "back", "Back", id="page.back", tooltip="Go back to the screen before")

STORY_PAGES = [
    Binding(
        "1", "page('briefing')", "Briefing", id="story.briefing", show=False, tooltip="Read its briefing"
    ),
    Binding(
        "3",
        "page('articles')",
        "Articles",
        id="story.articles",
        show=False,
        tooltip="List the story's articles",
    ),
    Binding("4,z", "quiz", "Quiz", id="story.quiz", show=False, tooltip="Take a quiz on this story"),
]

KEY_NAMES = {"enter": "enter", "question_mark": "?", "pagedown": "page down", "pageup": "page up"}

MOVES = [
    Binding("down,j,tab", "next_row", "Next", id="rows.next", show=False, tooltip="Go down one line"),
    Binding(
        "up,k,shift+tab", "previous_row", "Previous", id="rows.previous", show=False, tooltip="Go up one line"
    ),
    Binding("home,g", "first_row", "First", id="rows.first", show=False, tooltip="Go to the first line"),
    Binding("end,G", "last_row", "Last", id="rows.last", show=False, tooltip="Go to the last line"),
]

SCROLLS = [
    Binding(
        "down,j", "scroll_down", "Scroll down", id="scroll.down", show=False, tooltip="Scroll down one line"
    ),
    Binding("up,k", "scroll_up", "Scroll up", id="scroll.up", show=False, tooltip="Scroll up one line"),
    Binding(
        "pagedown",
        "page_down",
        "Page down",
        id="scroll.page.down",
        show=False,
        tooltip="Scroll down one page",
    ),
    Binding("pageup", "page_up", "Page up", id="scroll.page.up", show=False, tooltip="Scroll up one page"),
    Binding("home,g", "scroll_home", "Top", id="scroll.top", show=False, tooltip="Scroll to the top"),
    Binding("end,G", "scroll_end", "Bottom", id="scroll.bottom", show=False, tooltip="Scroll to the bottom"),
]
