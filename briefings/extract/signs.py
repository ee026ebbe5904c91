"""What the single words of a sentence show at a glance, so that the searches that cannot find anything are spared.

A sign tells that a search may find something, never that it does: most sentences hold no office, no reporting
verb, no date and no second name, and one look at their words, each remembered, is all they cost.
"""

from __future__ import annotations

from functools import lru_cache, reduce
from operator import or_
from typing import Final

from briefings.extract.given_names import GIVEN_NAMES
from briefings.extract.name_words import ORGANISATION_WORDS
from briefings.extract.offices import is_office, is_sure_office, is_title
from briefings.extract.saying_words import SAYING, SHOWING
from briefings.patterns import Pattern

OFFICE: Final = 1
"""A word that may be an office or a title."""
REPORT: Final = 2
"""A reporting verb, or ``according``."""
DATE: Final = 4
"""A word that every date with a day, a week, a month or a year holds one of."""
GLOSS: Final = 8
"""A word of those that introduce a second name (``known as``, ``the acronym for``)."""
NAME: Final = 16
"""A common given name, initials, or a word that an organisation's name holds."""

_MOST_WORDS: Final = 50_000
_PIECE: Final = Pattern(r"\w+(?:['’-]\w+)*")
_PART: Final = Pattern(r"\W+")
_REPORTING: Final = SAYING | SHOWING | {"according", "According"}
_DATE: Final = Pattern(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|yesterday|today|tonight|overnight"
    r"|(?:day|night|week|weekend|month|year|morning|afternoon|evening|[12]\d{3})(?!['’-]))\b"
)
_INITIALS: Final = Pattern(r"[^\W\d_a-z]{2}(?!\w)|[^\W\d_a-z]\.")
_GLOSS: Final = Pattern(
    "known|called|referred|ormerly|reviously|cronym|name|term|short|used|bbreviation|nitials"
)


@lru_cache(maxsize=8192)
def signs(text: str) -> int:
    """The signs of all the words of a text, joined by ``|``; the texts asked for last are remembered."""
    return reduce(or_, set(map(_SIGNS.__getitem__, text.split())), 0)


class _Signs(dict[str, int]):
    """The signs of every word met so far; a plain dictionary answers twice as fast as ``lru_cache``."""

    def __missing__(self, token: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[token] = found = _signs_of(token)
        return found


_SIGNS: Final = _Signs()


def _signs_of(token: str) -> int:
    """The signs of what stands between two spaces."""
    return (
        OFFICE * _holds_office(token)
        | REPORT * any(part in _REPORTING for part in _PART.split(token))
        | DATE * (_DATE.search(token) is not None)
        | NAME * _holds_name(token)
        | GLOSS * (_GLOSS.search(token) is not None)
    )


def _holds_name(token: str) -> bool:
    """Whether one of the token's words may begin a person's full name, or may stand for an organisation."""
    return _INITIALS.search(token) is not None or any(
        part in GIVEN_NAMES or (part[:1].isupper() and part.lower() in ORGANISATION_WORDS)
        for part in _PART.split(token)
    )


def _holds_office(token: str) -> bool:
    """Whether one of the token's words is an office or a title, be it joined to others by a mark or a hyphen."""
    pieces = [match.group() for match in _PIECE.finditer(token)]
    return any(
        is_office(word) or is_title(word) or is_sure_office(word)
        for piece in pieces
        for word in (piece, *piece.split("-"))
    )
