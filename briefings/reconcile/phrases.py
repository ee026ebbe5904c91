"""What several words say together that none of them says: ``lost their lives``, ``driven from their homes``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefings.patterns import Pattern
from briefings.reconcile.names import Token

_GAP: Final = r"(?: [\w,.'’-]{1,20}){0,4}?"  # a count and whom it counts, between verb and noun
# words without which it is not there, the phrase, and the class of what it tells; general news wording
_PHRASES: Final = (
    (
        ("lives", "life"),
        Pattern(rf"\b(?:claim|cost|tak|took|los)\w{{0,3}}{_GAP} (?:lives|life)\b|\blives lost\b"),
        "*dead",
    ),
    (
        ("homes", "without", "homeless"),
        Pattern(
            r"\b(?:los|left|leav|fle|forc|driv|drov|order|mov|out|from)\w{0,4}(?: (?:people|out|to|of|from|leave)){0,3}"
            r" (?:their|the) homes\b|\bwithout (?:a )?(?:shelter|homes?|roof)\b|\bmade homeless\b"
        ),
        "*displaced",
    ),
    (
        (" over", " to power"),
        Pattern(r"\b(?:took over|taken over|tak(?:es|ing) over|came to power)\b"),
        "*lead",
    ),
    (("custody",), Pattern(r"\b(?:taken|took) into custody\b"), "*held"),
)


def with_phrases(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a text with one for each phrase in place of those of its words; offsets into the text."""
    found = list(tokens)
    for needed, pattern, name in _PHRASES:
        if not any(word in text for word in needed):
            continue
        for told in pattern.finditer(text):
            inside = [t for t in found if told.start() <= t[1] and t[2] <= told.end()]
            verbs = [token for token in inside if token[0][0] == "*"]
            found = [token for token in found if token not in verbs] + [(name, told.start(), told.end())]
    return sorted(found, key=lambda token: token[1:])
