"""Cuts a sentence around a span into the clause it stands in, without a parser.

A clause ends at a relative or joining word, a dash, a semicolon, a quotation mark or a comma; the reporting
words around it are left out. What is left of and right of the span is all ``subjects`` and ``events`` need.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from briefings.extract.reporting import Frame, frames, governing
from briefings.extract.wordlist import word_set

AUXILIARIES: Final = word_set("""
is are was were be been being am has have had will would can could may might must should shall did does do
""")
PREPOSITIONS: Final = word_set("""
of in on at by for from to into onto over under near between among against during within without with about
around across along through throughout per towards toward upon via beyond behind below above beside inside outside
since until before after despite off up down out
""")
_FINITE: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|said|says|did|does)\b"
)
_PARTICIPLES: Final = (
    "marking|breaking|leaving|making|taking|bringing|killing|injuring|wounding|causing|forcing|sending|including|saying"
    "|adding|calling|according|giving|putting|raising|ending|prompting|sparking|following|citing|using|pushing|cutting"
)
_HARD: Final = re.compile(
    r"[;\"“”()\[\]]|:(?=\s)|\s[-–—]+\s|\n\s*\n"
    rf"|,\s(?:and|but|or|so|as|yet|while|which|who|whom|whose|where|when|after|before|with|than|nor|{_PARTICIPLES})\b"
    r"|(?<=\s)(?:while|whereas|although|though|because|unless|but|which|who|whom|whose|where|when|if|that|after|before)\b"
    r"|(?<=\s)as(?=\s(?:the|a|an|it|they|he|she|we|his|her|its|their|[A-Z]))"
    r"|(?<=\s)and(?=\s(?:the|it|they|he|she|we|\w+ly|has|have|had|is|are|was|were|will|would|said)\s)"
)
_RELATIVE: Final = word_set("which who whom that where")
_SOFT: Final = re.compile(r",\s")
_TRIM: Final = ' \u00a0\n\t,.;:–—-"“”‘’()[]•'


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands around a span in its clause.

    Attributes:
        lead: the part of the clause before its last comma on the left, mostly an adverbial; may be empty.
        left: the words right before the span.
        right: the words right after it.
        rest: what follows the clause's end on the right, joining word included.
        antecedent: the noun a relative clause hangs on, else empty.
        frame: the reporting words that govern the span, else None.
    """

    lead: str
    left: str
    right: str
    rest: str
    antecedent: str
    frame: Frame | None


@dataclass(frozen=True, slots=True)
class _Cuts:
    frames: tuple[Frame, ...]
    hard: tuple[tuple[int, int], ...]


@lru_cache(maxsize=64)
def _cuts(text: str) -> _Cuts:
    return _Cuts(tuple(frames(text)), tuple(match.span() for match in _HARD.finditer(text)))


def frames_of(text: str) -> Sequence[Frame]:
    """The reporting frames of a sentence; the last sentences asked for are remembered."""
    return _cuts(text).frames


def clause_around(text: str, start: int, end: int) -> Clause:
    """The clause of the sentence ``text`` that the span ``start:end`` stands in."""
    cuts = _cuts(text)
    frame = governing(cuts.frames, start, end)
    if frame is not None and frame.start < end and start < frame.end:
        return _reported(text, frame, start, end)
    low, high = 0, len(text)
    for other in cuts.frames:
        low = max(low, other.end) if other.end <= start else low
        high = min(high, other.start) if other.start >= end else high
    joined = -1
    for cut in cuts.hard:
        if low <= cut[0] and cut[1] <= start:
            low, joined = cut[1], cut[0]
        elif cut[0] >= end:
            high = min(high, cut[0])
            break
    lead, left = _split_left(text[low:start])
    right, rest = _split_right(text[end:high], text[high:])
    word = text[joined:low].strip(", ") if joined >= 0 else ""
    antecedent = noun_phrase(text[:joined]) if word in _RELATIVE else ""
    return Clause(lead, left, right, rest, antecedent, frame)


def _reported(text: str, frame: Frame, start: int, end: int) -> Clause:
    """The clause of a span inside the reporting words themselves: ``X said on Friday``."""
    said = text[frame.start : start].strip(_TRIM)
    content = text[frame.end :] if frame.before else text[: frame.start]
    return Clause(
        "", said, " ".join((text[end : frame.end].strip(_TRIM), content.strip(_TRIM))).strip(), "", "", frame
    )


def _split_left(words: str) -> tuple[str, str]:
    """What stands before the last comma, and what after it; commas inside ``Monday, 5 May`` do not matter here."""
    comma = words.rfind(", ")
    if comma < 0:
        return "", words.strip(_TRIM)
    return words[:comma].strip(_TRIM), words[comma + 1 :].strip(_TRIM)


def _split_right(words: str, rest: str) -> tuple[str, str]:
    """The words up to the next comma, and the others; an aside before the verb is skipped."""
    if words[:1] == ",":
        _, found, after = words[1:].partition(", ")
        if found and _FINITE.match(after):
            return after.strip(_TRIM), rest
        if not found and (rest[:2] == ", " and _FINITE.match(rest, 2)):
            return _up_to_comma(rest[2:])
        return "", (words + rest).strip()
    comma = _SOFT.search(words)
    if comma is None:
        return words.strip(_TRIM), rest.strip()
    return words[: comma.start()].strip(_TRIM), (words[comma.start() :] + rest).strip()


def _up_to_comma(words: str) -> tuple[str, str]:
    end = _HARD.search(words)
    comma = _SOFT.search(words)
    stop = min(found.start() for found in (end, comma) if found) if end or comma else len(words)
    return words[:stop].strip(_TRIM), words[stop:].strip()


def noun_phrase(words: str) -> str:
    """The noun phrase that ends the words: from its determiner on, or from after the last verb or comma."""
    plain = words.strip(_TRIM)
    comma = max(plain.rfind(", "), plain.rfind("; "), plain.rfind(": "))
    plain = plain[comma + 2 :] if comma >= 0 else plain
    tokens = plain.split()[-14:]
    for i in range(len(tokens) - 1, -1, -1):
        word = tokens[i].lower()
        if word in AUXILIARIES or (
            word in _DETERMINERS and (i == 0 or tokens[i - 1].lower() not in PREPOSITIONS)
        ):
            return " ".join(tokens[i + 1 :] if word in AUXILIARIES else tokens[i:])
    return " ".join(tokens)


_DETERMINERS: Final = word_set("a an the its their his her this that these those our")


def subject(words: str) -> str:
    """The subject of a clause: what stands before its first finite verb; everything where none is found."""
    verb = _FINITE.search(words)
    return words[: verb.start()].strip(_TRIM) if verb and verb.start() else words.strip(_TRIM)
