"""Finds the unit or the counted noun that stands beside a number: ``$4``, ``4 km``, ``4 long years``."""

from __future__ import annotations

from dataclasses import replace

from briefings.extract.wordlist import word_set
from quiz_bank.grading.digits import Token
from quiz_bank.grading.units import LONGEST_SPELLING, NATIONS, PERSON_NOUNS, THING_NOUNS, Unit, units_spelled

BREAKS = frozenset((",", ";", "(", ")", "?", ":", "but", "/", "=", "|", "or"))
_SKIPPED_BEFORE_UNIT = frozenset(("-", "of", "+"))
_JOINS = word_set("and or to in per plus not from until till of but with the a an out about for on at as")
_WORDS_TOO = word_set("has try real won all cal point stone")  # units only where their dimension is asked
#: Words that may stand between a number and nothing: they name no unit.
PLAIN_WORDS = word_set("""
    a an the of in on at to from by for with and or about around roughly approximately approx circa ca some
    nearly almost close near exactly precisely just only even so ish odd total away apart west east north south
    western eastern northern southern off out old long wide high deep tall big far distant distance it is was were
    are be been being its that this these those there here they them he she his her their has have had did do does
    think guess believe say said says per each more less than over under least most up down and then
    estimated estimate reported officially altogether all between as i we you me my maybe perhaps probably
    possibly likely answer right sure yes no ok okay please hello um uh er well ago now since until before after
    during within which who whose where when while if but because left remaining still already
    or so very much many few lot inhabitants combined overall currently today side way line straight road flight
    age aged size area length duration""")  # fmt: skip


def _lookup(tokens: list[Token], place: int, dimension: str) -> tuple[Unit | None, int]:
    """The unit spelled from a place on, the longest spelling first, and where it ends."""
    for length in range(min(LONGEST_SPELLING + 2, len(tokens) - place), 0, -1):
        piece = tokens[place : place + length]
        spelled = _spelled(piece)
        units = units_spelled(spelled, dimension)
        if units:
            chosen = next((unit for unit in units if unit.dimension == dimension), units[0])
            letter = len(spelled) == 1 and spelled.isalpha() and not piece[0].glued
            if chosen.dimension == dimension or not (letter or spelled in _WORDS_TOO):
                return chosen, place + length
        if length == 1 and spelled == "in" and dimension == "length" and piece[0].glued:
            return units_spelled("inch")[0], place + 1
    return None, place


def _spelled(piece: list[Token]) -> str:
    if len(piece) == 1:
        return piece[0].text
    words: list[str] = []
    for token in piece:
        if token.text == "." or token.text == "-":
            continue
        if (words and (token.text == "/" or words[-1].endswith("/"))) or (
            words and token.glued and (token.text == "$" or words[-1] == "°")
        ):
            words[-1] += token.text
        else:
            words.append(token.text)
    return " ".join(words)


def unit_before(tokens: list[Token], start: int, after: int) -> tuple[int, Unit | None]:
    """A currency sign, code or word right before a number (``$``, ``US$``, ``EUR``, ``Rs.``)."""
    for length in (3, 2, 1):
        place = start - length
        if place < after:
            continue
        piece = tokens[place:start]
        if piece[-1].text == "." and length == 1:
            continue
        units = units_spelled(_spelled(piece))
        money = next((unit for unit in units if unit.dimension == "money"), None)
        if money is not None and piece[0].text not in ("cent", "try", "won", "real"):
            return place, money
    return start, None


def unit_after(tokens: list[Token], end: int, dimension: str) -> tuple[int, Unit | None, str, str]:
    """After a number: where its unit ends, the unit, the person or thing noun, a word that is none of these."""
    place = end
    while place < len(tokens) and tokens[place].text in _SKIPPED_BEFORE_UNIT and place - end < 2:
        place += 1
    if place > end and tokens[end].text == "-" and place < len(tokens) and tokens[place].kind == "n":
        return end, None, "", ""
    if place == end + 1 and tokens[end].text == "of" and tokens[end - 1].text not in ("couple", "pair"):
        return end, None, "", ""
    unit, stop = _lookup(tokens, place, dimension) if place < len(tokens) else (None, place)
    if unit is None and place + 1 < len(tokens) and tokens[place].kind == "w":
        unit, stop = _past_adjective(tokens, place, dimension)
    if unit is not None:
        if stop < len(tokens) and tokens[stop].text == "." and tokens[stop].glued:
            stop += 1
        if unit.dimension == "money" and len(unit.codes) > 1 and stop < len(tokens):
            unit, stop = whose(tokens, stop, unit)
        return stop, unit, "", ""
    noun, stray = _noun(tokens, end)
    return end, None, noun, stray


def _past_adjective(tokens: list[Token], place: int, dimension: str) -> tuple[Unit | None, int]:
    """The unit behind one word that names nothing itself: ``three long years``."""
    word = tokens[place].text
    if word in _JOINS or word in PERSON_NOUNS or word in THING_NOUNS or tokens[place + 1].kind != "w":
        return None, place
    unit, stop = _lookup(tokens, place + 1, dimension)
    if unit is None or unit.dimension != dimension or len(tokens[place + 1].text) < 2:
        return None, place
    return unit, stop


def whose(tokens: list[Token], stop: int, unit: Unit) -> tuple[Unit, int]:
    """A currency narrowed by the nationality that follows: ``dollars Canadian``."""
    code = NATIONS.get(tokens[stop].text)
    if code in unit.codes:
        return replace(unit, name=code, codes=frozenset((code,))), stop + 1
    return unit, stop


def _noun(tokens: list[Token], end: int) -> tuple[str, str]:
    """The person, else thing noun within four words after a number, else the first word that is not plain."""
    words = []
    for token in tokens[end : end + 4]:
        if token.kind == "n" or token.text in BREAKS:
            break
        words.append(token)
    for nouns in (PERSON_NOUNS, THING_NOUNS):
        if noun := next((token.text for token in words if token.text in nouns), ""):
            return noun, ""
    return "", next(
        (token.text for token in words if token.kind == "w" and token.text not in PLAIN_WORDS), ""
    )
