"""Plain patterns for facts whose sentence says them by the way; every word of a line is the source's own."""

from __future__ import annotations

import re

from briefings.compose.datewords import RELATIVE
from briefings.compose.verbs import past
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
# "27 people survived" did so, and were not survived
_THEIR_DEEDS = frozenset(
    str.split(
        """
        survived died perished drowned escaped arrived returned voted gathered marched attended protested
        participated remained stayed travelled traveled disappeared vanished rallied turned applied responded
        """
    )
)
_LASTING = re.compile(r"\b(?P<article>[Aa]n?|[Tt]he) (?P<what>[a-z]+) of $")
_NOUNS_ONLY = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|do|does|did)\b")


def counted(fact: Fact) -> str:
    """``19 people were in a critical state`` and ``Strike by drivers in Orla: two weeks``, of a fact's own record.

    ``After a strike of two weeks by drivers`` tells that a strike by drivers lasted two weeks.
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
        be = "" if rest.split()[0] in _THEIR_DEEDS else "was " if fact.value == 1 else "were "
        if _UNREAL.search(before):
            return ""
        if quote.endswith(f" {noun}"):
            return f"{quote} {be}{rest}"
        return f"{quote} {noun} {be}{rest}" if quote[-1:].isdigit() else ""
    lasting = _LASTING.search(before)
    if fact.kind == "duration" and lasting and what.startswith(f"{lasting['what']} "):
        return f"{lasting['article']} {what} lasted {quote}"
    plain = fact.kind in ("duration", "money") and " " in quote and what[:1].islower()
    return f"{what}: {quote}" if plain and " " in what and not _NOUNS_ONLY.search(what) else ""


_UNREAL = re.compile(
    r"\b(?:could|would|might|may|will|should|if|unless|plan(?:s|ned)?|threaten\w*|want\w*|hop(?:e|es|ed|ing)"
    r"|fear\w*|den(?:y|ies|ied)|not|never|without|avoid\w*|prevent\w*|almost|nearly)\b|n['’]t\b",
    re.IGNORECASE,
)
_RESULT = re.compile(r"(?:,| and) (?P<did>[a-z]{3,}ing) $")
# what only the one who does it does: "using 40 lorries" is no result
_NO_RESULT = frozenset(
    str.split(
        """
        using having being including following saying adding reaching making getting taking giving going coming
        becoming earning winning losing gaining covering carrying according lasting spending paying seeking
        """
    )
)
_WITH = re.compile(r", with $")
_DOING = re.compile(r" (?P<doing>[a-z]{3,}ing|without|out of|unaccounted for) ")
_STOP = re.compile(
    r"[,;:.–—“”\"()]|\band (?:[a-z]+ )?[a-z]+ing\b"
    r"|\b(?:as|when|while|after|before|according|which|who|that|but|where)\b"
)
MOST_AFTER = 9  # words of a result after the figure


def resulting(fact: Fact) -> str:
    """``, killing six people`` as ``six people were killed``, and ``, with six ships waiting`` likewise.

    Empty where the record says neither, or where what comes before did not happen.
    """
    text = fact.sentence.text
    start, end = fact.start - fact.sentence.start, fact.end - fact.sentence.start
    before, quote = text[:start], " ".join(fact.quote.split())
    if fact.kind not in ("population", "count", "money", "area") or _UNREAL.search(before):
        return ""
    stop = _STOP.search(text, end)
    after = text[end : stop.start() if stop else len(text)].rstrip()
    if len(after.split()) > MOST_AFTER or _LOOSE.search(after) or RELATIVE.search(after):
        return ""
    be = "was" if fact.value == 1 or fact.kind == "money" else "were"
    if _WITH.search(before):
        doing = _DOING.match(f"{after} ")
        return f"{quote} {be}{after}" if doing else ""
    result = _RESULT.search(before)
    if not result or result["did"] in _NO_RESULT or (result["did"] == "leaving" and not after):
        return ""
    who = " people" if fact.unit == "people" and quote[-1:].isdigit() and not after else ""
    return f"{quote}{who} {be} {past(result['did'])}{after}"


_APPOSED = re.compile(
    r"(?:^|[\s(])(?P<name>(?:(?:al|el)-)?[A-Z][\w’'-]*(?: (?:(?:of|the|do|da|de|al|el) )?"
    r"(?:(?:al|el)-)?[A-Z][\w’'-]*){0,3}),"
    r" (?P<what>an? (?:(?!(?:former|once|late|ex)\b)[a-z][\w-]* ){1,6})(?<! for )$"
)


def apposed(fact: Fact) -> str:
    """``Orla, a port of 85,000 people, lies`` as ``Orla is a port of 85,000 people``; empty where it is not that."""
    text = fact.sentence.text
    start, end = fact.start - fact.sentence.start, fact.end - fact.sentence.start
    found = _APPOSED.search(text[:start])
    stop = re.compile(r"[,.;]").search(text, end)
    if not found or not stop or len(text[end : stop.start()].split()) > MOST_AFTER:
        return ""
    told = f"{found['what']}{' '.join(fact.quote.split())}{text[end : stop.start()]}"
    plain = not _LOOSE.search(told) and not RELATIVE.search(told) and not _NOUNS_ONLY.search(told)
    return f"{found['name']} is {told}" if plain else ""


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
