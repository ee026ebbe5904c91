"""The states a thing can be in that cannot hold at once, and the words that tell them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from briefings.patterns import Pattern

Thing = Literal["place", "work", "one", "story"]


@dataclass(frozen=True, slots=True)
class State:
    """One side of an opposition.

    Attributes:
        name: of the opposition, the same for both sides.
        side: 0 or 1; a side 1 that lasts (``fighting goes on``) contradicts a side 0 of the same day or before.
        thing: what it is told of: a ``place`` after the words; a ``work`` (a bridge, a line), ``one`` person or
            thing before them; or the ``story`` itself.
        cues: pieces of text; what says so holds one of them, so that most sentences need no closer look.
        words: what says so.
    """

    name: str
    side: int
    thing: Thing
    cues: tuple[str, ...]
    words: Pattern


_STILL: Final = r"(?:still |now |again |once more |back )*"
_IS: Final = r"(?:is|are|was|were|remains?|remained|stays?|stayed|(?:has|have) (?:been|remained))"
STATES: Final = (
    State(
        "taken",
        0,
        "place",
        ("captured", "retook", "retaken", "seized", "liberated", "overran", "recovered", "control of"),
        Pattern(
            r"\b(?:captured|recaptured|retook|retaken|seized|liberated|overran|recovered"
            r"|(?:take|taken|took|have|has|had|in|regained|reclaimed|won) (?:full |complete |total )?control of)"
            r"(?= (?!most|part|some|half|much)[\w-])"
        ),
    ),
    State(
        "taken",
        1,
        "place",
        (
            "fighting",
            "battling",
            "chasing",
            "clearing",
            "pushing into",
            "besieging",
            "clashes",
            "battles",
            "resistance",
            "up the fight",
        ),
        Pattern(
            r"\b(?:(?:is|are|were|was) (?:still |now )*(?:fighting|battling|chasing|clearing|pushing into|besieging)"
            r"|(?:fighting|clashes|fierce battles|resistance) (?:still )?"
            r"(?:continues?|continued|goes on|went on|rages?|raged|is under way|was under way)"
            r"|keep(?:s|ing)? up the fight)\b"
        ),
    ),
    State(
        "open",
        0,
        "work",
        ("closed", "shut", "blocked", "impassable", "suspended", "out of service"),
        Pattern(rf"\b{_IS} {_STILL}(?:closed|shut|blocked|impassable|suspended|out of service)\b"),
    ),
    State(
        "open",
        1,
        "work",
        ("open", "resumed", "running", "in service", "in use"),
        Pattern(
            rf"\b(?:{_IS} {_STILL}open\b|(?:has |have )?(?:reopened|resumed)\b"
            rf"|{_IS} (?:running|back in service|in use) (?:again )?)"
        ),
    ),
    State(
        "found",
        0,
        "one",
        ("found", "rescued", "pulled"),
        Pattern(r"\b(?:was|were|has been|have been) (?:found|rescued|pulled)(?: alive| dead| safe)?\b"),
    ),
    State(
        "found",
        1,
        "one",
        ("missing", "unaccounted for"),
        Pattern(rf"\b{_IS} {_STILL}(?:missing|unaccounted for)\b"),
    ),
    State(
        "alive",
        0,
        "one",
        ("died", "killed", "found dead"),
        Pattern(r"\b(?:died|was killed|was found dead|has died)\b"),
    ),
    State(
        "alive",
        1,
        "one",
        ("survived", "alive", "in hospital", "recovering"),
        Pattern(rf"\b(?:survived|{_IS} {_STILL}(?:alive|in hospital|recovering))\b"),
    ),
    State(
        "caught",
        0,
        "one",
        ("arrested", "caught", "detained"),
        Pattern(r"\b(?:was|were|has been|have been) (?:arrested|caught|detained)\b"),
    ),
    State(
        "caught", 1, "one", ("at large", "on the run"), Pattern(rf"\b{_IS} {_STILL}(?:at large|on the run)\b")
    ),
    State(
        "decided",
        0,
        "story",
        ("won", "winner", "elected"),
        Pattern(
            r"\b(?:(?:has |have |had )?won (?:a |the |an )?(?:\w+ ){0,2}(?:term|election|run-off|vote|presidency)\b"
            r"|declared\b[^.;]{3,60}\b(?:the )?winner\b|(?:was|been) (?:re-)?elected\b)"
        ),
    ),
    State(
        "decided",
        1,
        "story",
        ("ounted", "ounting", "too close", "no winner"),
        Pattern(
            r"\b(?:(?:[Vv]otes|[Bb]allots) (?:are|were) (?:still |yet to be )(?:being )?counted"
            r"|[Cc]ounting (?:goes on|continues|is under way)|too close to call|no winner)\b"
        ),
    ),
    State(
        "burning",
        0,
        "work",
        ("contained", "under control", "extinguished", "out"),
        Pattern(rf"\b{_IS} {_STILL}(?:contained|under control|extinguished|out)\b"),
    ),
    State(
        "burning",
        1,
        "work",
        ("burning", "raging", "out of control", "spreading"),
        Pattern(rf"\b{_IS} {_STILL}(?:burning|raging|out of control|spreading)\b"),
    ),
)
"""Oppositions of states; two sides each."""
