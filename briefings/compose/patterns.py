"""Plain patterns for facts whose sentence says them by the way; every word of a line is the source's own."""

from __future__ import annotations

import re

from briefings.facts import Fact

_BEFORE = re.compile(r"(?:^|[\s(])(?P<name>(?:[A-Za-z]{2}-)?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}),? $")
_AFTER = re.compile(
    r",? (?P<way>(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west) of|from|outside"
    r"|up ?river from|down ?river from|inland from|off) (?P<name>(?:the )?(?:al-|el-)?[A-Z][\w’'-]*"
    r"(?: (?:al-|el-)?[A-Z][\w’'-]*){0,3})"
)


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
