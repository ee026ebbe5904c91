"""Whether the words around a date say that it lies ahead of the day the text was published."""

from __future__ import annotations

import re

from briefings.patterns import Pattern

_WINDOW = 80  # characters looked at before the date
_FUTURE = Pattern(
    r"\b(?:will|would|won't|shall|should|is due|are due|due (?:on|in|to|by|back)|scheduled|slated"
    r"|going to|set (?:to|for)"
    r"|upcoming|plans?|planned for|hopes?|hoped|intends?|expects?|expected|expecting|ahead of"
    r"|deadline|expires?|deferred"
    r"|postponed|delayed|adjourned|remanded|rescheduled|resumes?|begins?|starts?|opens?|ends?|closes|finishes|runs"
    r"|takes (?:office|place|effect)|comes into|goes on|kicks off|arrives|leaves|meets|is to|are to|aims?|from next)\b"
    r"|['’]ll\b",
    re.I,
)
# "was due", "had been scheduled": what was ahead may be behind by now.
_OVERTAKEN = Pattern(r"\b(?:was|were|been) (?:originally |first |also )?\Z", re.I)
_LIMIT = Pattern(
    r"\b(?:until|till|by|before) (?:about |around |early |late |the end of |at least |(?:next )?)?\Z", re.I
)
_PAST = Pattern(
    r"\b(?:said|says|told|announced|was|were|had|did|died|came|went|began|took|happened|has|have|been)\b",
    re.I,
)
_PAST_FORM = Pattern(
    r"\b(?:[a-z]{2,}ed|left|met|fell|rose|won|lost|held|found|shot|hit|struck|broke|made|got|sent)\b", re.I
)
# "By Monday the slick covered": the first verb after a date that opens its clause
_OPENS = Pattern(r"\A\W*(?:and |but )?(?:until|till|by|before) (?:about |around |early |late )?\Z", re.I)
_NEXT_VERB = Pattern(
    r"\b(?:(?P<ahead>will|would|must|should|can|could|may|might|hopes?|plans?|expects?|wants?)"
    r"|had|has|have|was|were|did|[a-z]{2,}[^e\W]ed|stood|left|met|fell|rose|won|lost|held|found|made|got|came|went"
    r"|took|grew|drew|ran|spread)\b"
)
_BREAK = Pattern(r"[.;!?][\"”’)]? |\n| but | that | while | although | after | when ")
_SAYING = Pattern(
    r"\b(?:said|says|told|announced|reported|confirmed|added|warned|wrote"
    r"|tweeted) (?:[a-z]+ )?(?:on |late |early |late on )?\Z",
    re.I,
)
_CLAUSE_END = Pattern(r"[.,;]")
_BEING = Pattern(r"\b(?:was|were|had|did)\b")
_WILL = Pattern(r"\b(?:will|won't)\b")
_IS = Pattern(r"\b(?:is|are|will)\b")
_AHEAD = frozenset(("next", "coming"))
_BEHIND = frozenset(("last", "past"))


def lies_ahead(text: str, start: int, end: int, part: str) -> bool | None:
    """Whether the date at ``start:end`` lies ahead; None where the words around it do not tell.

    ``part`` holds the words that belong to the date before its name (``next``).
    """
    words = set(part.lower().split())
    if words & _AHEAD:
        return True
    if words & _BEHIND:
        return False
    before = _clause_before(text, start)
    if _SAYING.search(before):
        return False
    cues = list(_FUTURE.finditer(before))
    if cues and not _PAST.search(before, cues[-1].end()):
        return None if _OVERTAKEN.search(before, 0, cues[-1].start()) else True
    if _OPENS.search(before) and (verb := _NEXT_VERB.search(text, end, end + _WINDOW)):
        return bool(verb["ahead"])
    if _LIMIT.search(before):
        return not (_PAST.search(before) or _BEING.search(_clause_after(text, end)))
    if text.startswith(("'s ", "’s "), end) and _IS.search(_clause_after(text, end)):
        return True
    if _PAST.search(before) or _PAST_FORM.search(before) or _BEING.search(_clause_after(text, end)):
        return False
    return True if _WILL.search(_clause_after(text, end)) else None


def _clause_before(text: str, start: int) -> str:
    before = text[max(0, start - _WINDOW) : start]
    cut = 0
    for mark in _BREAK.finditer(before):
        cut = mark.end()
    return before[cut:]


def _clause_after(text: str, end: int) -> str:
    """The words after a date up to the next comma or stop, four or five at most."""
    after = text[end : end + 32]
    mark = _CLAUSE_END.search(after)
    return after[: mark.start()] if mark else after
