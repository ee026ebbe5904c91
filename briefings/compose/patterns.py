"""Plain patterns for facts whose sentence says them by the way; every word of a line is the source's own."""

from __future__ import annotations

import re

from briefings.compose.datewords import RELATIVE
from briefings.facts import Fact

_BEFORE = re.compile(r"(?:^|[\s(])(?P<name>(?:[A-Za-z]{2}-)?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}),? $")
_AFTER = re.compile(
    r",? (?P<way>(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west) of|from|outside"
    r"|up ?river from|down ?river from|inland from|off) (?P<name>(?:the )?(?:al-|el-)?[A-Z][\w’'-]*"
    r"(?: (?:al-|el-)?[A-Z][\w’'-]*){0,3})"
)


MOST_WORDS = 20  # of what is counted
_LOOSE = re.compile(
    r"\b(?:that|which|who|it|they|he|she|we|its|their|his|her|there|this|these|those|both|said|says)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:[Aa]nother|[Oo]ther|[Ff]urther|[Nn]o|[Nn]ot|[Oo]nly|[Jj]ust|[Ii]f) $")
_WAY_ON = re.compile(r"(?:\w+ed|\w+en|hurt|held|left|lost|without|under|in an? \w+ (?:state|condition))\b")
_NOUNS_ONLY = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|do|does|did)\b")


def counted(fact: Fact) -> str:
    """``19 people in a critical state`` and ``Strike by drivers in Orla: two weeks``, of a fact's own record.

    Empty where the record makes no phrase that stands alone.
    """
    what, quote = " ".join(fact.what.split()), " ".join(fact.quote.split())
    before = fact.sentence.text[: fact.start - fact.sentence.start]
    if (
        _MORE.search(before)
        or not what
        or _LOOSE.search(what)
        or RELATIVE.search(what)
        or len(what.split()) > MOST_WORDS
    ):
        return ""
    if fact.kind in ("population", "count"):
        noun, _, rest = what.partition(" ")
        if not _WAY_ON.match(rest) or _NOUNS_ONLY.search(rest):
            return ""
        if quote.endswith(f" {noun}"):
            return f"{quote} {rest}"
        return f"{quote} {what}" if quote[-1:].isdigit() else ""
    plain = fact.kind in ("duration", "money") and " " in quote and what[:1].islower()
    return f"{what}: {quote}" if plain and " " in what and not _NOUNS_ONLY.search(what) else ""


def apart(fact: Fact) -> str:
    """``Orla, about 30 km north of Salm, is`` as ``Orla is about 30 km north of Salm``; empty where it is not that.

    Args:
        fact: a distance.
    """
    text = fact.sentence.text
    start, end = fact.start - fact.sentence.start, fact.end - fact.sentence.start
    before, after = _BEFORE.search(text[:start]), _AFTER.match(text, end)
    if not before or not after or not text[:start].endswith(", "):
        return ""
    return f"{before['name']} is {' '.join(fact.quote.split())} {after['way']} {after['name']}"
