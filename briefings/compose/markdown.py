"""The briefing as Markdown; words from articles are escaped, so that they stay words."""

from __future__ import annotations

import re

from briefings.compose.briefing import Briefing
from briefings.compose.layout import groups
from briefings.compose.plain import heading, printable, sentence

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#|~!&])")
_BLOCK_START = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def render(briefing: Briefing) -> str:
    """A heading, then a list for each section; ends with a newline."""
    blocks = [f"# {escape(heading(briefing))}"]
    for section in briefing.sections:
        lines = [f"## {section.name.capitalize()}", ""]
        for standing, group in groups(section):
            if standing:
                lines += [f"*{escape(printable(standing))}*", ""]
            lines += [f"- {escape(sentence(line, section, briefing))}" for line in group]
            lines.append("")
        blocks.append("\n".join(lines).rstrip())
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """The text with every character that Markdown or HTML could act on made harmless."""
    return _BLOCK_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", text))
