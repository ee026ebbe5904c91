"""Text from outside as one line that can steer no terminal; light to import, for the line mode and the app alike."""

from __future__ import annotations


def one_line(text: str) -> str:
    """The printable characters of a text on one line."""
    shown = (char if char.isprintable() else " " if char.isspace() else "" for char in text)
    return " ".join("".join(shown).split())
