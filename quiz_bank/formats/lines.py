"""A text of a bank as one line that may be shown."""

from __future__ import annotations

import re

from briefings.reading.text import LONGEST_LINE, clean_line


def one_line(text: str, limit: int = LONGEST_LINE) -> str:
    """``clean_line``, without its work where a text is plain letters already, as most in a bank are."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())[:limit].rstrip()
    return clean_line(text, limit)


def slug_of(name: str) -> str:
    """A name as commands take it, made as those of stories are: small letters and digits joined by hyphens."""
    return re.sub(r"[^\w]+", "-", one_line(name).casefold()).strip("-_")[:80]
