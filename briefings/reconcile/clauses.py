"""The clause a figure stands in: what a sentence says of it, and not of the figure beside it."""

from __future__ import annotations

import re

from briefings.facts import Fact

# where a clause ends for the purpose of telling what a figure in it is about
_CLAUSE_END = re.compile(
    r"[;:!?]\s|\s[–—-]\s|,\s(?:down|up|compared|against|which|while|as|after|who|whom|whose|but|and|although|though|whereas|when|where"
    r"|with|leaving|before|because|since|including)\b|\bwhile\s"
    r"|,\s(?=according to\b|the (?:\w+est|first|most|least|worst|last)\b)"
    r"|\band (?=(?:(?:more than|fewer than|less than|about|some|over|at least|nearly|almost)\s)?(?:\d|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens)\b)|\w+ing\s)"
)
# ``17 are dead, six of them in Lund``: the 17 are not of Lund, but the six are dead
_PART_FOLLOWS = re.compile(r",\s(?:\d[\d,.]*|[a-z]+(?:-[a-z]+)?) of (?:them|whom|these|those)\b")
# the year of ``the worst since 1954, when`` is that of what follows
_TOLD_AFTER = re.compile(r",? (?:when|where|in which)\b[^,;:]*")


def clause_of(fact: Fact, start: int, end: int) -> tuple[int, int]:
    """Start and end, in its sentence, of the clause of a fact whose quote stands from ``start`` to ``end`` there."""
    text = fact.sentence.text
    if fact.kind == "event":
        return start, end
    low, high = 0, len(text)
    told_after = _TOLD_AFTER.match(text, max(0, end)) if fact.kind == "date" else None
    for cut in _CLAUSE_END.finditer(text):
        if cut.end() <= start:
            low = cut.end()
        elif cut.start() >= (told_after.end() if told_after else end):
            high = cut.start()
            break
    return low, min(high, part_follows(text, end))


def part_follows(text: str, end: int) -> int:
    """Where, after a figure that ends at ``end``, a part of it is told of; else the end of the text."""
    part = _PART_FOLLOWS.search(text, max(0, end))
    return part.start() if part else len(text)
