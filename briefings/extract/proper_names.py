"""Proper names of a sentence: runs of capitals with their particles, and a hint at what each one names.

No model and no gazetteer: the hint comes from the name's own words, the words beside it and the table of
countries. Every offset counts characters of the text that was given; time is linear in its length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from briefings.extract.given_names import GIVEN_NAMES
from briefings.extract.name_words import (
    CALENDAR,
    NOT_A_PERSON,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    SURNAMES_TOO,
    is_starter,
)
from briefings.extract.nations import COUNTRIES, COUNTRY_WORDS, DEMONYMS
from briefings.extract.offices import HONORIFICS, is_sure_office, leads_surname
from briefings.patterns import Pattern

__all__ = [
    "CALENDAR",
    "UPPER",
    "KindHint",
    "ProperName",
    "Word",
    "find_names",
    "has_name",
    "is_person",
    "long_runs",
    "looks_like_person",
    "name_runs",
    "trim",
]

KindHint = Literal["place", "person", "group"]

UPPER: Final = "A-ZÀ-ÖØ-ÞΑ-ΩЀ-Я" + "".join(c for c in map(chr, range(0x0100, 0x0180)) if c.isupper())
"""Capital letters of Latin, Greek and Cyrillic names, for character classes."""

_SHORT: Final = (
    r"(?:(?<=\b(?:Dr|Jr|Lt|Mr|Ms|Mt|St)\.)|(?<=\b(?:Brig|Capt|Cmdr|Insp|Prof)\.)"
    r"|(?<=\b(?:Adm|Col|Cpl|Det|Gen|Gov|Hon|Maj|Mrs|Rep|Rev|Sen|Sgt)\.))"
)
_AFTER_CAPITAL: Final = rf"(?:\.(?:[{UPPER}]\.){{0,3}}|\w*(?:\.{_SHORT}|(?:['’-]\w+)*))"
_PARTICLES: Final = ("a[dlnrtz]|as|e[ldz]|ul", "ash", "d|l")  # by length, as a look behind needs them
_CAPITAL: Final = rf"(?:(?:{'|'.join(_PARTICLES)})['’-])?[{UPPER}]{_AFTER_CAPITAL}"
_LINK: Final = (
    "(?:of|for|the|de|la|le|las|los|du|da|dos|das|di|del|della|do|van|von|der|den|ten|ter|bin|ibn|bint|"
    "al|el|y|e|zu|af|av|abu|ben|ould)"
)
_SPACE: Final = r"[ \u00a0\n]"
_FIRST_CAPITAL: Final = (
    rf"[{UPPER}](?:(?<![\w'’-].)"
    + "".join(rf"|(?<=(?<![\w'’-])(?:{particle})['’-].)" for particle in _PARTICLES)
    + rf"){_AFTER_CAPITAL}"
)
"""A capital comes first, so that the search for it is quick; a particle before it is looked back for."""
_NEXT_CAPITAL: Final = rf"(?:{_SPACE}(?:{_LINK}{_SPACE}){{0,2}}{_CAPITAL})"
_RUN: Final = Pattern(f"{_FIRST_CAPITAL}{_NEXT_CAPITAL}{{0,15}}")
_LONG_RUN: Final = Pattern(f"{_FIRST_CAPITAL}{_NEXT_CAPITAL}{{1,15}}")
_SPEECH: Final = ':"“'  # marks that tell a sentence to be speech
_SHORTEST: Final = 2  # words of a full name
_HYPHENS: Final = "'’-"
_OWNERS: Final = ("'s", "’s")
_TAIL: Final = Pattern(r"(?:['’]s|-[a-z]+)$")

_GIVEN_IN_TWO: Final = Pattern(
    r"\w{2,6}-(?!(?:an?|any|area|arm|based?|born|bound|built|by|class|elect|era|free|gate|held|high|in|left|like|long|"
    r"made|mail|man|new|off|old|on|only|out|over|owned|part|plus|post|pro|right|run|side|size|style|term|time|to|type|up|"
    r"wide|wing|won|\w+ed|\w+ing)\b)[a-z]{2,5}"
)
"""The second word of a name such as ``Kim Dae-sun``; ``Port Salm-based`` and its like are none."""

_PEOPLES: Final = DEMONYMS - GIVEN_NAMES
_NATIONAL: Final = COUNTRY_WORDS | DEMONYMS
_BEFORE_PLACE: Final = Pattern(
    r"(?:\b(?:in|near|outside|towards?|around|across|into|throughout|inside|at|leaving|reached|of|to|from)"
    r"|\b(?:city|town|village|province|district|region|state|port|suburb|capital|island|county|border town) of"
    r"|\b(?:capital|city|town|village|suburb|province))(?: the)?,? $"
)
_WEAK_PLACE: Final = frozenset(("of", "to", "from", "at", "into"))
_AFTER_PLACE: Final = Pattern(
    r"(?:['’]s)? (?:city|town|province|district|region|county|river|border|peninsula|airport|suburb)\b"
)
_AFTER_GROUP: Final = Pattern(
    r" (?:group|militants?|fighters?|militia|party|forces?|troops|members?|network|movement|spokes\w+|officials?"
    r"|executives?|shares|workers|staff|jihadists?|rebels|insurgents|campaigners|supporters)\b"
)
_AFTER_PERSON: Final = Pattern(r",? (?:said|says|told|added|who|was born|aged|\d\d?,)\b")


class ProperName(NamedTuple):
    """A name in a sentence: ``text == sentence[start:end]``, without possessive, article or form of address."""

    start: int
    end: int
    text: str
    kind_hint: KindHint | None


class Word(NamedTuple):
    """One word of a run of capitals; ``tail`` is what was cut off: a possessive or ``-held``, ``-based``."""

    start: int
    end: int
    text: str
    tail: str = ""


def name_runs(text: str) -> list[list[Word]]:
    """Runs of capitalised words joined by single spaces or particles, cut after a possessive or ``-based``."""
    return _past_said(text, list(_runs(_RUN, text)))


def long_runs(text: str) -> list[list[Word]]:
    """As ``name_runs``, without the words that stand alone: half the work where only full names are wanted."""
    return _past_said(text, list(_runs(_LONG_RUN, text)))


def has_name(text: str) -> bool:
    """Whether any capital word of the text is more than a sentence's first word or a day."""
    return any(map(trim, _runs(_RUN, text)))


def _runs(pattern: Pattern, text: str) -> Iterator[list[Word]]:
    for match in pattern.finditer(text):
        run: list[Word] = []
        place = match.start()
        if place and text[place - 1] in _HYPHENS:
            place -= 1
            while place and text[place - 1].isalpha():
                place -= 1
        for word in text[place : match.end()].split():
            end = place + len(word)
            tail = _TAIL.search(word) if "-" in word or word.endswith(_OWNERS) else None
            if tail is not None and run and _GIVEN_IN_TWO.fullmatch(word):
                tail = None
            if tail is None:
                run.append(Word(place, end, word))
            else:
                run.append(Word(place, place + tail.start(), word[: tail.start()], tail.group()))
                yield run
                run = []
            place = end + 1
        if run:
            yield run


def _past_said(text: str, runs: list[list[Word]]) -> list[list[Word]]:
    """The runs without the verb that opens the sentence: ``Said Ada Moore: ...``; ``Said Moore`` may be a name."""
    first = runs[0] if runs else []
    if len(first) <= _SHORTEST or first[0].text != "Said" or first[1].text not in GIVEN_NAMES:
        return runs
    told = _starts_sentence(text, first[0].start) and any(mark in text for mark in _SPEECH)
    return [first[1:], *runs[1:]] if told else runs


def is_person(words: Sequence[str]) -> bool:
    """Whether the words can be a person's full name or surname: nothing in them is known to be another thing."""
    if not 1 <= len(words) <= 6 or (not words[0][:1].isupper() and "-" not in words[0]):
        return False
    if (
        is_starter(words[0])
        or words[0] in _PEOPLES
        or words[-1] in ("of", "the")
        or not CALENDAR.isdisjoint(words)
    ):
        return False
    lower = [word.lower() for word in words]
    if len(words) > 1 and lower[-1] in SURNAMES_TOO and words[0] in GIVEN_NAMES:
        lower.pop()
    if not NOT_A_PERSON.isdisjoint(lower):
        return False
    if _NATIONAL.issuperset(words):
        return False
    last = words[-1].rstrip(".")
    return len(last) > 1 and not (last.isupper() and last not in ("II", "III", "IV", "VI", "XVI", "JR"))


def looks_like_person(words: Sequence[str]) -> bool:
    """Whether the words are a person's full name for sure: a common given name or initials stand first."""
    if len(words) < 2 or not is_person(words):
        return False
    first = words[0].rstrip(".")
    return first.split("-")[0] in GIVEN_NAMES or (
        len(first) <= 2 and first.isupper() and first not in COUNTRIES
    )


def trim(run: Sequence[Word]) -> list[Word]:
    """The run without sentence starters before it and calendar words around it."""
    words = list(run)
    while words and (is_starter(words[0].text) or words[0].text in CALENDAR or words[0].text.islower()):
        words.pop(0)
    while words and (words[-1].text in CALENDAR or words[-1].text.islower()):
        words.pop()
    return words


def find_names(sentence_text: str) -> list[ProperName]:
    """Every proper name of the sentence, in order, with its hint; offsets count from the sentence's start."""
    names: list[ProperName] = []
    for run in name_runs(sentence_text):
        words = _without_titles(trim(run))
        if not words:
            continue
        for piece in _split_of(words):
            start, end = piece[0].start, piece[-1].end
            hint = _hint(sentence_text, piece)
            if hint is not None or len(piece) > 1 or not _starts_sentence(sentence_text, start):
                names.append(ProperName(start, end, sentence_text[start:end], hint))
    return names


def _without_titles(words: list[Word]) -> list[Word]:
    """The words after the last title or form of address, so that ``Gen Ada Moore`` gives ``Ada Moore``."""
    for i in range(len(words) - 2, -1, -1):
        if leads_surname(words[i].text):
            rest = words[i + 1 :]
            if is_person([word.text for word in rest]):
                return rest
    return words


def _split_of(words: list[Word]) -> list[list[Word]]:
    """A person before ``of`` or ``for`` is a name of its own: ``Ada Moore of Salm Council``."""
    for i, word in enumerate(words):
        if word.text in ("of", "for") and looks_like_person([w.text for w in words[:i]]):
            rest = trim(words[i + 1 :])
            return [words[:i], rest] if rest else [words[:i]]
    return [words]


def _starts_sentence(text: str, start: int) -> bool:
    """Whether only quotes, spaces or dashes stand before."""
    return not text[max(0, start - 4) : start].strip(" \u00a0\n\"'“”‘’-–—•(")


def _hint(text: str, words: Sequence[Word]) -> KindHint | None:
    """What the name most likely names; None where neither its words nor its neighbours tell."""
    parts = [word.text for word in words]
    name = " ".join(parts)
    if name in COUNTRIES or words[-1].tail in ("-based", "-born"):
        return "place"
    if name in DEMONYMS:
        return None
    before = text[max(0, words[0].start - 30) : words[0].start].lower()
    after = text[words[-1].end : words[-1].end + 30]
    by_word = _hint_by_words(parts)
    if by_word is not None:
        return by_word
    previous = before.rstrip(" .").rpartition(" ")[2]
    if previous in HONORIFICS or looks_like_person(parts) or (len(parts) > 1 and is_sure_office(previous)):
        return "person" if is_person(parts) else None
    if _AFTER_PLACE.match(after):
        return "place"
    if _AFTER_GROUP.match(after) or (name.isupper() and len(name) > 1):
        return "group"
    place = _BEFORE_PLACE.search(before)
    if place and place.group().split()[0] not in _WEAK_PLACE:
        return "place"
    if len(parts) > 1 and is_person(parts) and _AFTER_PERSON.match(after):
        return "person"
    return None


def _hint_by_words(parts: Sequence[str]) -> KindHint | None:
    """The hint its own words give: ``Mount Orl`` is a place, ``Orl Bank`` and ``Bank of Orl`` are groups."""
    lower = [part.lower() for part in parts]
    if len(parts) == 1:
        return None
    if lower[-1] in PLACE_WORDS or lower[0] in ("mount", "mt", "lake", "cape", "port", "gulf", "river"):
        return "place"
    if lower[-1] in ORGANISATION_WORDS or any(
        word in ORGANISATION_WORDS and follower in ("of", "for") for word, follower in pairwise(lower)
    ):
        return "group"
    return None
