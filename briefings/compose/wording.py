"""When two texts say one thing: their content words and names compared."""

from __future__ import annotations

from briefings.fold import fold
from briefings.reconcile.words import token

ALIKE = 0.75  # part of the shorter text's content words that makes two texts one


def content(text: str) -> frozenset[str]:
    """Content words and figures of a text; names folded, with a capital."""
    words = (word.strip(".,;:“”\"'()").removesuffix("'s").removesuffix("’s") for word in text.split())
    return frozenset(
        fold(word).capitalize() if word[:1].isupper() else word if word[:1].isdigit() else token(word)
        for word in words
    ) - {""}


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the shorter of two ``content`` says little the other does not, and no name or figure of its own."""
    less, more = sorted((one, other), key=len)
    own = [word for word in less - more if word[:1].isupper() or word[:1].isdigit()]
    return not own and len(less & more) >= ALIKE * max(len(less), 1)
