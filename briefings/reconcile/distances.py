"""Stated distances of one known place from another (``Salm, 30 km west of Lorn``), set beside the map.

What is less plain is no claim about the map: troops 30 km from a town stand somewhere, and a road is longer
than the way a bird takes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefings.patterns import Pattern
from briefings.places.checks import DIRECTIONS, check
from briefings.reconcile.names import Token
from briefings.reconcile.referents import Sentences
from briefings.reconcile.subjects import LONGEST_SENTENCE
from briefings.stories import Claim, MapCheck, Mention, Place

_KIND = r"(?:capital|city|town|village|port|suburb|settlement|hamlet|resort|municipality)"
_A_TOWN = rf",? an? (?:[\w'’-]+ ){{0,3}}{_KIND}(?: of [\w,.]+ (?:people|residents|inhabitants))?"
_WAY = r"(?:due )?(?P<way>(?:north|south|east|west)(?:[ -]?(?:north|south|east|west)){0,2})"
# between the figure and the place it is counted from
_COUNTED_FROM = Pattern(
    rf"(?: ?\([^()]{{0,40}}\))?,? (?:(?:to the )?{_WAY} (?:of|from)|(?:(?:away|distant) )?from|outside)"
    rf" (?:the )?(?:(?:[\w'’-]+ ){{0,3}}{_KIND}(?: of)?,? )?"
)
# between the place spoken of and the figure: set beside it, or said to lie there
_BESIDE = Pattern(rf"(?:{_A_TOWN})?(?:, | \(|, which (?:lies|sits|is) )(?:just |only |some )?|{_A_TOWN} ")
_LIES = Pattern(
    r"(?:,? which)? (?:lies|lay|sits|is|was|stands)(?: (?:located|situated))?"
    rf"(?:{_A_TOWN},?| (?:in|on|along|at) [\w '’-]{{1,50}},)? (?:just |only |some )?"
)
_CLAUSE_OPENS = Pattern(
    rf"(?:^|[,;:(–—“\"] ?|\b(?:that|but|and|where|as|because|while|{_KIND}|of) )(?:the )?$"
)
# before a name that only tells where the place spoken of lies
_BY_THE_WAY = Pattern(r"\b(?:near|outside|between|from|towards?|beyond|past|than) (?:the )?$")
_SEPARATES = Pattern(r" (?:between|that separates?|separating) ")
_PAIRS = Pattern(r" (?:and|from) ")
_ARE = Pattern(r" (?:are|lie|stand) (?:just |only |some )?")
_BY_ROAD = Pattern(
    r"\b(?:road|drive|driving|route|highway|journey|march|walk|rail|railway|track|trek|river)\b"
)
_NEAR = 40  # characters beside the figure in which a word tells that a road is measured

_DIRECTION = {name.replace("-", ""): name for name in DIRECTIONS}


class _Pair(NamedTuple):
    """The cluster keys of two places, ``end`` the one the distance is counted from, and the stated direction."""

    start: str
    end: str
    direction: str | None


def map_checks(
    claims: Sequence[Claim], sentences: Sentences, places: Mapping[str, Place]
) -> tuple[MapCheck, ...]:
    """One check for each distance claim that tells how far one of the places lies from another.

    Args:
        claims: the story's claims.
        sentences: its sentences, by which names are found again.
        places: cluster key -> the place it is.
    """
    checks = []
    for claim in claims:
        if claim.kind != "distance" or len(places) <= 1:
            continue
        for mention in claim.mentions:
            pair = _pair(mention, sentences, places)
            found = pair and check(
                claim.key, mention.fact, places[pair.start], places[pair.end], pair.direction
            )
            if found:
                checks.append(found)
                break
    return tuple(checks)


def _pair(mention: Mention, sentences: Sentences, places: Mapping[str, Place]) -> _Pair | None:
    """The two places whose distance a fact tells, where its words leave no doubt."""
    fact = mention.fact
    text = fact.sentence.text
    start, end = fact.start - fact.sentence.start, fact.end - fact.sentence.start
    if len(text) > LONGEST_SENTENCE or _BY_ROAD.search(text, max(0, start - _NEAR), end + _NEAR):
        return None
    named = [token for token in sentences.tokens(mention.article, fact.sentence) if token[0] in places]
    before = [token for token in named if token[2] <= start]
    after = [token for token in named if token[1] >= end]
    pair = _counted(text, start, end, before, after) or _between(text, start, end, before, after)
    return None if pair is None or pair.start == pair.end else pair


def _counted(
    text: str, start: int, end: int, before: Sequence[Token], after: Sequence[Token]
) -> _Pair | None:
    """``Salm, 30 km west of Lorn`` and ``Salm lies 30 km from Lorn``."""
    if not before or not after:
        return None
    spoken, counted = before[-1], after[0]
    way = _COUNTED_FROM.fullmatch(text, end, counted[1])
    beside = _BESIDE.fullmatch(text, spoken[2], start) and not _BY_THE_WAY.search(text[: spoken[1]])
    lies = _LIES.fullmatch(text, spoken[2], start) and _CLAUSE_OPENS.search(text[: spoken[1]])
    if not way or not (beside or lies):
        return None
    direction = "".join(char for char in way["way"] or "" if char.isalpha())
    return _Pair(spoken[0], counted[0], _DIRECTION.get(direction))


def _between(
    text: str, start: int, end: int, before: Sequence[Token], after: Sequence[Token]
) -> _Pair | None:
    """``the 30 km between Salm and Lorn`` and ``Salm and Lorn are 30 km apart``."""
    if len(after) > 1 and _SEPARATES.fullmatch(text, end, after[0][1]):
        one, other = after[:2]
    elif len(before) > 1 and text.startswith(" apart", end) and _ARE.fullmatch(text, before[-1][2], start):
        one, other = before[-2:]
    else:
        return None
    return _Pair(one[0], other[0], None) if _PAIRS.fullmatch(text, one[2], other[1]) else None
