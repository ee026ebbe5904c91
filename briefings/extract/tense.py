"""Whether the words around a date say that it lies ahead of the day the text was published."""

from __future__ import annotations

import re

from briefings.patterns import Pattern

_WINDOW = 80  # characters looked at before the date
_FUTURE = Pattern(
    r"\b(?:will|would|won't|shall|is due|are due|due (?:on|in|to|by|back)|scheduled|slated|going to"
    r"|set (?:to|for)|upcoming|plans?|planned for"
    r"|hopes?|hoped|intends?|expects?|expected|expecting|ahead of|deadline|expires?|deferred"
    r"|postponed|delayed|adjourned|remanded"
    r"|rescheduled|resumes?|begins?|starts?|opens?|takes office|arrives|leaves|meets|is to|are to|aims?|from next)\b"
    r"|['’]ll\b|\b(?:to be) [a-z]+ed\b",
    re.I,
)
_LIMIT = Pattern(
    r"\b(?:until|till|by|before) (?:about |around |early |late |the end of |at least "
    r"|(?:next )?)?\Z",
    re.I,
)
_PAST = Pattern(
    r"\b(?:said|says|told|announced|reported|was|were|had|did|confirmed|added|died|killed|came"
    r"|went|began|took|happened|occurred"
    r"|has|have|been|[a-z]{2,}ed)\b",
    re.I,
)
_BREAK = Pattern(r"[.;!?][\"”’)]? |\n| but | that | while | although | after | when ")
_SAYING = Pattern(
    r"\b(?:said|says|told|announced|reported|confirmed|added|warned|wrote"
    r"|tweeted) (?:[a-z]+ )?(?:on |late |early |late on )?\Z",
    re.I,
)
_CLAUSE_END = Pattern(r"[.,;]")
_BEING = Pattern(r"\b(?:was|were|had|did)\b")
_AHEAD = frozenset(("next", "coming"))
_BEHIND = frozenset(("last", "past"))


def lies_ahead(text: str, start: int, end: int, part: str) -> bool:
    """Whether the date at ``start:end`` lies ahead; ``part`` holds the words of it before its name (``next``)."""
    words = set(part.lower().split())
    if words & _AHEAD:
        return True
    if words & _BEHIND:
        return False
    before = _clause_before(text, start)
    if _SAYING.search(before):
        return False
    cues = list(_FUTURE.finditer(before))
    if cues:
        cue = cues[-1]
        return not _PAST.search(before, cue.end()) or "to be" in cue.group()
    if _LIMIT.search(before):
        return not (_PAST.search(before) or _PAST.match(_clause_after(text, end)))
    return False


def _clause_before(text: str, start: int) -> str:
    before = text[max(0, start - _WINDOW) : start]
    cut = 0
    for mark in _BREAK.finditer(before):
        cut = mark.end()
    return before[cut:]


def _clause_after(text: str, end: int) -> str:
    """The words after a date from its first verb of being or having on: ``by Thursday it was over``."""
    after = text[end : end + 32]
    mark = _CLAUSE_END.search(after)
    clause = after[: mark.start()] if mark else after
    verb = _BEING.search(clause)
    return clause[verb.start() :] if verb else ""
