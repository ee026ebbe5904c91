"""Cuts a sentence around a span into the clause it stands in, without a parser.

A clause ends at a relative or joining word, a dash, a semicolon, a quotation mark or a comma; the reporting
words around it are left out. What is left of and right of the span is all ``subjects`` and ``events`` need.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import Final, NamedTuple

from briefings.extract.reporting import Frame, frames, governing
from briefings.extract.wordlist import any_of, word_set
from briefings.patterns import Pattern

AUXILIARIES: Final = word_set(
    "is are was were be been being am has have had will would can could may might must should shall did does do"
)
PREPOSITIONS: Final = word_set("""
of in on at by for from to into onto over under near between among against during within without with about
around across along through throughout per towards toward upon via beyond behind below above beside inside outside
since until before after despite off up down out than
""")
NO_NOUN: Final = AUXILIARIES | PREPOSITIONS
"""Words that begin no noun phrase."""
FINITE: Final = Pattern(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|said|says|did|does|remains?)\b"
)
_IRREGULAR: Final = any_of("""
taken given driven broken chosen frozen stolen written beaten eaten fallen hidden shaken spoken seen proven risen sworn
torn worn born blown flown grown known shown thrown drawn hurt hit cut put set shut split sent spent built burnt left
lost shot kept held sold told found bound paid laid made bought caught taught brought fought struck sunk hung won swept
done gone become begun led met read rebuilt swept fed fled bred dealt felt dug stuck stung wound run come said
""")
PARTICIPLE: Final = rf"(?:\w+ed|\w*{_IRREGULAR})"
"""A past participle: what follows ``was`` or ``has`` in a completed action."""
_PAST: Final = Pattern(
    r"(?<![\w'’-])(?:(?!need|feed|seed|speed|breed|indeed|exceed|hundred)\w{3,}ed"
    r"|rose|fell|took|broke|began|became|went|came|gave|struck)\b"
)
_PARTICIPLES: Final = any_of("""
marking breaking leaving making taking bringing killing injuring wounding causing forcing sending including saying
adding calling according giving putting raising ending prompting sparking following citing using pushing cutting
destroying damaging losing bombing seizing rising falling down up
""")
_JOINS: Final = any_of("""
whereas while although though because unless but which whose whom who where when if that after before
""")
_SOON_VERB: Final = (
    r"(?:[\w'’-]+\s){1,4}?"
    r"(?:is|are|was|were|has|have|had|will|\w{2,}ed|fell|lost|took|rose|broke|began)\b"
)
_HARD: Final = Pattern(
    r"[ \u00a0\n,;:\"“”()\[\]](?:(?<=\s)(?=[-–—abituw])(?:[-–—]+\s"
    rf"|{_JOINS}\b"
    rf"|as(?=\s(?:it|they|he|she|we)\b|\s(?:the|an?|its|their|his|her|[A-Z][\w'’-]*)\s{_SOON_VERB})"
    rf"|(?<!ed\s)as(?=\s{_SOON_VERB})"
    r"|and(?=\s(?:it|they|he|she|we|\w+ly|has|have|had|is|are|was|were|will|would|said)\s))"
    rf"|(?<=,)\s(?:(?={_PARTICIPLES}\b)"
    rf"|{any_of('and but or so as yet while which whose whom who where when after before with than nor')}\b)"
    r"|(?<=[;\"“”()\[\]])|(?<=:)(?=\s)|(?<=\n)\s*\n)"
)
"""What ends a clause; it begins with one set of characters, so that the search for it is quick."""
_RELATIVE: Final = word_set("which who whom that where")
_JOINING: Final = word_set("and but or yet")
_PART_OF_CLAUSE: Final = word_set('which who whom whose where that if when " “ ” ( ) [ ]')
_SOFT: Final = Pattern(r",\s")
_ASIDE: Final = Pattern(
    r"^,\s(?!(?:north|south|east|west|from|off)\w*\s)[^;]{0,90}?(?=\s?\b(?:is|are|was|were|has|have|had|will|remains?)\b)"
)
_NEW_CLAUSE: Final = Pattern(r"\sand\s(?=[^,;]{1,60}?\b(?:is|are|was|were|has|have|had|will)\b)")
_TRIM: Final = ' \u00a0\n\t,.;:–—-"“”‘’()[]•'
_DETERMINERS: Final = word_set("a an the its their his her this that these those our")
_BEFORE_NOUN: Final = _DETERMINERS | PREPOSITIONS
_WINDOW: Final = 700  # characters on either side of a span; a longer sentence is a table or a list


class Clause(NamedTuple):
    """What stands around a span in its clause.

    Attributes:
        lead: the part of the clause before its last comma on the left, mostly an adverbial; may be empty.
        left: the words right before the span.
        right: the words right after it.
        rest: what follows the clause's end on the right, joining word included.
        antecedent: the noun a relative clause hangs on, or the subject a joined clause shares; else empty.
        frame: the reporting words that govern the span, else None.
    """

    lead: str
    left: str
    right: str
    rest: str
    antecedent: str
    frame: Frame | None


@lru_cache(maxsize=512)
def _hard_cuts(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The starts and the ends of the words and marks that end a clause."""
    cuts = list(_HARD.finditer(text))
    return tuple([cut.start() for cut in cuts]), tuple([cut.end() for cut in cuts])


def comment_start(text: str, start: int, end: int) -> int:
    """Where the words begin that only comment on the clause at ``start`` (``while``, ``, marking``), or ``end``.

    A relative clause that follows its noun at once is no comment, nor are a quotation and a bracket.
    """
    starts, ends = _hard_cuts(text)
    for cut in range(bisect_right(starts, start), bisect_left(starts, end)):
        if text[starts[cut] : ends[cut]].strip() not in _PART_OF_CLAUSE:
            return starts[cut]
    return end


def frame_at(text: str, start: int, end: int) -> Frame | None:
    """The reporting words that govern the span ``start:end`` of the sentence ``text``, or None."""
    text, start, end = _window(text, start, end)
    return governing(frames(text), start, end)


def _window(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The sentence, or of a very long one the part around the span, with the span's place in it."""
    if len(text) <= 2 * _WINDOW:
        return text, start, end
    low = max(0, start - _WINDOW)
    return text[low : end + _WINDOW], start - low, end - low


def clause_around(text: str, start: int, end: int) -> Clause:
    """The clause of the sentence ``text`` that the span ``start:end`` stands in."""
    text, start, end = _window(text, start, end)
    frame = governing(frames(text), start, end)
    if frame is not None and frame.start < end and start < frame.end:
        return _reported(text, frame, start, end)
    low, high, joined = _bounds(text, start, end)
    lead, left = _split_left(text[low:start])
    right, rest = _split_right(text[end:high], text[high:], opens=left in ("", "including"))
    if left.endswith(" and") and FINITE.search(left) and FINITE.search(right):
        lead, left = "", ""
    if "and" in right and FINITE.search(left):
        right = _NEW_CLAUSE.split(right, maxsplit=1)[0]
    word = text[joined:low].strip(" \n\u00a0,") if joined >= 0 else ""
    return Clause(lead, left, right, rest, _antecedent(text[: max(joined, 0)], word, lead, left), frame)


def _bounds(text: str, start: int, end: int) -> tuple[int, int, int]:
    """Where the clause begins and ends, and where the word that joins it to the one before begins, or -1."""
    low, high, joined = 0, len(text), -1
    for other in frames(text):
        low = max(low, other.end) if other.end <= start else low
        high = min(high, other.start) if other.start >= end else high
    starts, ends = _hard_cuts(text)
    before, after = bisect_right(ends, start) - 1, bisect_left(starts, end)
    if before >= 0 and starts[before] >= low:
        low, joined = ends[before], starts[before]
    if after < len(starts):
        high = min(high, starts[after])
    return low, high, joined


def _antecedent(before: str, word: str, lead: str, left: str) -> str:
    """The noun that the clause's missing or relative subject stands for."""
    if word in _RELATIVE:
        return noun_phrase(before)
    first = left.partition(" ")[0]
    if lead and first in NO_NOUN and lead.partition(" ")[0].lower() not in PREPOSITIONS:
        return lead.partition(", ")[0]
    if first not in AUXILIARIES:
        return ""
    return subject(before) if word in _JOINING else ""


def _reported(text: str, frame: Frame, start: int, end: int) -> Clause:
    """The clause of a span inside the reporting words themselves: ``X said on Friday``."""
    said = text[frame.start : start].strip(_TRIM)
    content = text[frame.end :] if frame.before else text[: frame.start]
    right = " ".join((text[end : frame.end].strip(_TRIM), content.strip(_TRIM))).strip()
    return Clause("", said, right, "", "", frame)


def _split_left(words: str) -> tuple[str, str]:
    """What stands before the last comma, and what after it."""
    comma = words.rfind(", ")
    if comma < 0:
        return "", words.strip(_TRIM)
    return words[:comma].strip(_TRIM), words[comma + 1 :].strip(_TRIM)


def _split_right(words: str, rest: str, *, opens: bool) -> tuple[str, str]:
    """The words up to the next comma, and the others, past an aside where the span ``opens`` its clause."""
    if opens and not words[:1].isspace():
        aside = _ASIDE.match(words + rest)
        if aside is not None:
            return _up_to_cut((words + rest)[aside.end() :])
    if words[:1] == ",":
        return "", (words + rest).strip()
    comma = _SOFT.search(words)
    if comma is None:
        return words.strip(_TRIM), rest.strip()
    return words[: comma.start()].strip(_TRIM), (words[comma.start() :] + rest).strip()


def _up_to_cut(words: str) -> tuple[str, str]:
    """The words up to the next cut or comma, and the others."""
    stops = [found.start() for found in (_HARD.search(words), _SOFT.search(words)) if found]
    stop = min(stops, default=len(words))
    return words[:stop].strip(_TRIM), words[stop:].strip()


def _lower(token: str) -> str:
    """The word in lower case, but an acronym as it is: ``IS`` is no verb."""
    return token if len(token) > 1 and token.isupper() else token.lower()


def noun_phrase(words: str) -> str:
    """The noun phrase that ends the words: from its determiner on, or from after the last verb or comma."""
    plain = words.strip(_TRIM)
    comma = max(plain.rfind(", "), plain.rfind("; "), plain.rfind(": "))
    tokens = (plain[comma + 2 :] if comma >= 0 else plain).split()[-14:]
    doing = bool(tokens) and tokens[0].endswith("ing")
    for i in range(len(tokens) - 1, -1, -1):
        word = _lower(tokens[i])
        if word in AUXILIARIES or word == "than":
            return " ".join(tokens[i + 1 :])
        if word in _DETERMINERS and (i == 0 or doing or _lower(tokens[i - 1]) not in PREPOSITIONS):
            return " ".join(tokens[i:])
    return " ".join(tokens)


def subject(words: str) -> str:
    """The subject of a clause: what stands before its first finite verb; everything where none is found."""
    verb = FINITE.search(words)
    past = next((m for m in _PAST.finditer(words) if _is_verb(words, m)), None)
    ends = [found.start() for found in (verb, past) if found is not None and found.start() > 0]
    return words[: min(ends)].strip(_TRIM) if ends else words.strip(_TRIM)


def _is_verb(words: str, match: re.Match[str]) -> bool:
    """Whether a word in -ed is a verb form of its own, not an adjective after an article or preposition."""
    before = words[: match.start()].split()
    return bool(before) and _lower(before[-1]) not in _BEFORE_NOUN
