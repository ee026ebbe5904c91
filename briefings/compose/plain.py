"""The briefing as plain text, for terminals, pipes and screen readers."""

from __future__ import annotations

import textwrap
import unicodedata

from briefings.compose.briefing import Briefing, Line, Section
from briefings.compose.datewords import in_words
from briefings.compose.layout import groups, marks, suffix


def render(briefing: Briefing, width: int = 80) -> str:
    """The briefing in lines of at most ``width`` columns (a longer word stands alone); ends with a newline."""
    blocks = ["\n".join([s.name.upper(), *_lines(briefing, s, width)]) for s in briefing.sections]
    return "\n\n".join([_wrap(heading(briefing), width), *blocks]) + "\n"


def heading(briefing: Briefing) -> str:
    """The title, and the day the briefing stands for."""
    day = f": situation as of {in_words(str(briefing.as_of))}" if briefing.as_of else ""
    return printable(f"{briefing.title}{day}")


def sentence(line: Line, section: Section, briefing: Briefing) -> str:
    """The line with its full stop, standing and marks."""
    standing = suffix(section, line)
    said = f" ({printable(standing)})" if standing else ""
    cited = printable(marks(section, line, briefing.source_labels))
    return f"{printable(line.text)}{said}{full_stop(line, section)} {cited}".rstrip()


def full_stop(line: Line, section: Section) -> str:
    """What ends the line: nothing where it has an end already, or is no sentence."""
    ended = printable(line.text).endswith((".", "?", "!", ".”", '."'))
    return "" if ended or section.name in ("who", "sources") else "."


def printable(text: str) -> str:
    """The text on one line, without control characters, bidirectional overrides or lone surrogates."""
    return " ".join(harmless(text).split())


def harmless(text: str) -> str:
    """The text with a space for every kind of white space, and without what ``printable`` drops."""
    return "".join(
        " " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c)[0] != "C"
    )


def _lines(briefing: Briefing, section: Section, width: int) -> list[str]:
    found = []
    for standing, lines in groups(section):
        if standing:
            found.append(_wrap(f"{standing[0].upper()}{printable(standing[1:])}:", width))
        found += [_wrap(sentence(line, section, briefing), width, "- ") for line in lines]
    return found


def _wrap(text: str, width: int, first: str = "") -> str:
    return textwrap.fill(
        text,
        max(width, 20),
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
