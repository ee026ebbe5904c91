"""A text of a bank as one line that may be shown."""

from __future__ import annotations

from briefings.reading.text import LONGEST_LINE, clean_line


def one_line(text: str, limit: int = LONGEST_LINE) -> str:
    """``clean_line``, without its work where a text is plain letters already, as most in a bank are."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())[:limit].rstrip()
    return clean_line(text, limit)
