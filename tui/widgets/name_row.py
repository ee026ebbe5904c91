"""Names of a story: two that may be one, and the spellings of one."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from briefings.stories import Name, Suggestion
from tui.widgets.rows import Row
from tui.wording import QUIET, counted, plain


class SuggestionRow(Row):
    """Two names that may be one, and what speaks for it.

    Args:
        suggestion: the two.
    """

    DEFAULT_CSS = """
    SuggestionRow { Static { height: auto; } }
    """

    def __init__(self, suggestion: Suggestion) -> None:
        super().__init__()
        self.suggestion = suggestion

    def compose(self) -> ComposeResult:
        """Both names, and why they may be one."""
        first, second = self.suggestion.first, self.suggestion.second
        yield Static(Content.assemble("? ", plain(first, "bold"), ("  =  ", QUIET), plain(second, "bold")))
        yield Static(Content.assemble("  ", plain(self.suggestion.why, QUIET)))


class NameRow(Row):
    """A name and its other spellings, most used first.

    Args:
        name: the cluster.
    """

    DEFAULT_CSS = """
    NameRow {
        layout: horizontal;
        .name { width: 1fr; height: auto; padding: 0 2 0 0; }
        .forms { width: 2fr; height: auto; }
    }
    """

    def __init__(self, name: Name) -> None:
        super().__init__()
        self.name_shown = name

    def compose(self) -> ComposeResult:
        """The name, and its spellings in a column of their own."""
        others = [form for form in self.name_shown.forms if form != self.name_shown.canonical]
        yield Static(plain(self.name_shown.canonical, "bold"), classes="name")
        yield Static(_spellings(others), classes="forms")


def _spellings(forms: list[str]) -> Content:
    if not forms:
        return Content.styled("one spelling", QUIET)
    words = Content(", ").join(plain(form) for form in forms)
    return Content.assemble(words, (f"  {counted(len(forms) + 1, 'spelling')}", QUIET))
