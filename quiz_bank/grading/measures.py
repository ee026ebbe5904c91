"""Finds the quantities of a cleaned answer: number, unit or counted noun, direction, range, denial."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from briefings.extract.wordlist import word_set
from quiz_bank.grading.directions import NONE, UP, said_after, said_before
from quiz_bank.grading.number_words import ORDINALS, TENS, VAGUE
from quiz_bank.grading.numbers import Number, Token, numbers_of, tokens_of
from quiz_bank.grading.units import LONGEST_SPELLING, NATIONS, PERSON_NOUNS, THING_NOUNS, Unit, units_spelled


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity as typed.

    Attributes:
        values: the values it may mean, likeliest first.
        unit: its unit, or None.
        noun: the person or thing noun that follows (``people``, ``towns``), or empty.
        highs: upper ends of a range, as ``values``; empty where it is none.
        direction: ``UP`` for over, at least, +; ``DOWN`` for under, at most; else ``NONE``.
        denied: said not to be the answer.
        is_fraction: written as a part of a whole.
        lead: the word right before it, for telling context (``since``, ``of``).
        shown: its number and unit as typed.
    """

    values: tuple[float, ...]
    unit: Unit | None = None
    noun: str = ""
    highs: tuple[float, ...] = ()
    direction: int = NONE
    denied: bool = False
    is_fraction: bool = False
    lead: str = ""
    shown: str = ""
    stray: str = ""


_BREAKS = frozenset((",", ";", "(", ")", "?", ":", "but", "/", "=", "|", "or"))
_SKIPPED_BEFORE_UNIT = frozenset(("-", "of", "+"))
_MOST = 12  # numbers read in one answer; with more it is no answer anyway
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


_UNIT_AND_HALF = re.compile(r"\b(an?|one) ([a-z]+) and (?:an? |one )?(half|quarter)\b")


def quantities_of(text: str, dimension: str) -> list[Quantity]:
    """The quantities of a cleaned answer, in order; ``dimension`` is what the key measures."""
    if "." in text:
        text = text.replace("u.s.", "us ").replace("u.k.", "uk ")
    if " but " in text:
        text = text.replace("anything but ", "not ").replace("nothing but ", "only ")
    if "half" in text or "quarter" in text:
        text = _UNIT_AND_HALF.sub(r"1 \2 and a \3", text)
    tokens = tokens_of(text.replace("n't ", " not ") if "n't" in text else text)
    numbers = numbers_of(tokens, dimension)
    tokens, numbers = _without_repeats(tokens, numbers, dimension)
    found: list[Quantity] = []
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(numbers):
        quantity, first, end, used = _quantity(
            tokens, numbers, index, spans[-1][1] if spans else 0, dimension
        )
        found.append(quantity)
        spans.append((first, end))
        index += used
    if not found:
        return _without_number(tokens)
    return _sums(tokens, found, spans)


def _without_repeats(
    tokens: list[Token], numbers: list[Number], dimension: str
) -> tuple[list[Token], list[Number]]:
    """Without a number repeated in brackets: ``three (3) years``."""
    for one, other in pairwise(numbers):
        inside = [
            token.text for token in (*tokens[one.end : other.start], *tokens[other.end : other.end + 1])
        ]
        if inside == ["(", ")"] and set(one.readings) & set(other.readings):
            tokens = tokens[: one.end] + tokens[other.end + 1 :]
            return tokens, numbers_of(tokens, dimension)
    return tokens, numbers[:_MOST]


def _quantity(
    tokens: list[Token], numbers: list[Number], index: int, after: int, dimension: str
) -> tuple[Quantity, int, int, int]:
    """The quantity at a number, its first token and end, and how many numbers it took (2: a range or a part)."""
    number = numbers[index]
    first, unit = _unit_before(tokens, number.start, after)
    after_number = _past_of(tokens, number) if number.is_fraction else number.end
    end, unit_after, noun, stray = _unit_after(tokens, after_number, dimension)
    if unit_after is None:
        end = number.end
    if unit is not None and len(unit.codes) > 1 and end < len(tokens):
        unit, end = _whose(tokens, end, unit)
    unit = unit or unit_after
    quantity = Quantity(number.readings, unit, noun, is_fraction=number.is_fraction, stray=stray)
    used = 1
    if index + 1 < len(numbers):
        joined = _range(tokens, quantity, number, numbers[index + 1], end, first, after, dimension)
        if joined is None and number.plain:
            joined = _part_of_whole(tokens, quantity, number, numbers[index + 1], end, dimension)
        if joined is not None:
            quantity, end = joined
            used = 2
    sign = tokens[first - 1].text if first > after else ""
    minus = sign in ("minus", "negative") or (sign == "-" and _is_minus(tokens, first))
    if minus:
        quantity = replace(quantity, values=tuple(-value for value in quantity.values))
        first -= 1
    before = _clause(tokens, after, first)
    direction, denied = said_before(before)
    plus = number.end < len(tokens) and tokens[number.end].text == "+" and tokens[number.end].glued
    later, end = (UP, end) if plus and end > number.end else _direction_after(tokens, end)
    shown = "".join((" " if not t.glued and n else "") + t.text for n, t in enumerate(tokens[first:end]))
    quantity = replace(
        quantity, direction=direction or later, denied=denied, lead=before[-1] if before else "", shown=shown
    )
    return quantity, first, end, used


def _past_of(tokens: list[Token], number: Number) -> int:
    """Where the unit of a fraction begins: ``a third of a year``."""
    place = number.end
    while (
        place < len(tokens)
        and place - number.end < 2
        and tokens[place].text in ("of", "a", "an", "one", "the")
    ):
        place += 1
    return place


def _is_minus(tokens: list[Token], place: int) -> bool:
    """Whether the hyphen before a number is a minus: glued to it and not to a word before."""
    glued_left = tokens[place - 1].glued and place > 1 and tokens[place - 2].kind != "s"
    return tokens[place].glued and not glued_left


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


def _unit_before(tokens: list[Token], start: int, after: int) -> tuple[int, Unit | None]:
    """A currency sign, code or word right before a number (``$``, ``US$``, ``EUR``, ``Rs.``)."""
    for length in (3, 2, 1):
        place = start - length
        if place < after:
            continue
        piece = tokens[place:start]
        if piece[-1].text == "." and length == 1:
            continue
        units = units_spelled(_spelled(piece))
        if units and units[0].dimension == "money" and piece[0].text not in ("cent", "try", "won", "real"):
            return place, units[0]
    return start, None


def _unit_after(tokens: list[Token], end: int, dimension: str) -> tuple[int, Unit | None, str, str]:
    """After a number: where its unit ends, the unit, the person or thing noun, a word that is none of these."""
    place = end
    while place < len(tokens) and tokens[place].text in _SKIPPED_BEFORE_UNIT and place - end < 2:
        place += 1
    if place > end and tokens[end].text == "-" and place < len(tokens) and tokens[place].kind == "n":
        return end, None, "", ""
    if place == end + 1 and tokens[end].text == "of":
        return end, None, "", ""
    unit, stop = _lookup(tokens, place, dimension) if place < len(tokens) else (None, place)
    if unit is None and place + 1 < len(tokens) and tokens[place].kind == "w":
        unit, stop = _past_adjective(tokens, place, dimension)
    if unit is not None:
        if stop < len(tokens) and tokens[stop].text == "." and tokens[stop].glued:
            stop += 1
        if unit.dimension == "money" and len(unit.codes) > 1 and stop < len(tokens):
            unit, stop = _whose(tokens, stop, unit)
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


def _whose(tokens: list[Token], stop: int, unit: Unit) -> tuple[Unit, int]:
    """A currency narrowed by the nationality that follows: ``dollars Canadian``."""
    code = NATIONS.get(tokens[stop].text)
    if code in unit.codes:
        return replace(unit, name=code, codes=frozenset((code,))), stop + 1
    return unit, stop


def _noun(tokens: list[Token], end: int) -> tuple[str, str]:
    """The person, else thing noun within four words after a number, else the first word that is not plain."""
    words = []
    for token in tokens[end : end + 4]:
        if token.kind == "n" or token.text in _BREAKS:
            break
        words.append(token)
    for nouns in (PERSON_NOUNS, THING_NOUNS):
        if noun := next((token.text for token in words if token.text in nouns), ""):
            return noun, ""
    return "", next(
        (token.text for token in words if token.kind == "w" and token.text not in PLAIN_WORDS), ""
    )


def _range(
    tokens: list[Token],
    low: Quantity,
    number: Number,
    other: Number,
    end: int,
    first: int,
    after: int,
    dimension: str,
) -> tuple[Quantity, int] | None:
    """``300-350 km``, ``4 to 5 m``, ``between 4 and 5``, ``2-3 million``: one quantity with two ends."""
    start, unit_before = _unit_before(tokens, other.start, end)
    between = [token.text for token in tokens[end:start]]
    opener = first > after and tokens[first - 1].text == "between"
    dash = between == ["-"] and (tokens[start].glued or not tokens[end].glued)
    joined = dash or (between in (["to"], ["till"], ["until"], ["through"], ["up", "to"], ["-", "-"]))
    if not joined and not (opener and between in (["and"], ["&"])) and between != [".", ".", "."]:
        return None
    stop, unit, noun, stray = _unit_after(tokens, other.end, dimension)
    unit = unit or unit_before
    if low.unit is not None and unit is not None and low.unit.dimension != unit.dimension:
        return None
    lows = low.values
    scale = _scale_lent(tokens, number, other)
    if scale > 1 and max(lows) < min(other.readings):
        lows = tuple(value * scale for value in lows)
    highs = other.readings
    if low.unit is not None and unit is not None and low.unit != unit:
        highs = tuple(low.unit.of_base(unit.base(value)) for value in highs)
        if abs(highs[0] - lows[0]) <= 0.05 * abs(lows[0]):
            return None
        unit = low.unit
    if max(highs) <= min(lows):
        return None
    return replace(low, values=lows, highs=highs, unit=unit or low.unit, noun=noun, stray=stray), stop


def _scale_lent(tokens: list[Token], low: Number, high: Number) -> float:
    """The scale of a range's upper end that its bare lower end borrows: ``2-3 million``."""
    if not low.plain or high.plain or tokens[high.start].kind != "n":
        return 1.0
    from quiz_bank.grading.numbers import readings

    base = readings(tokens[high.start].text)[0]
    return high.readings[0] / base if base else 1.0


def _part_of_whole(
    tokens: list[Token], part: Quantity, number: Number, whole: Number, end: int, dimension: str
) -> tuple[Quantity, int] | None:
    """``9 out of 10``, ``one in three``, ``4 of the 12``: a fraction for a share, else the first with context."""
    between = [token.text for token in tokens[end : whole.start]]
    words = [
        word for word in between if word not in ("the", "about", "some", "every", "all", "these", "those")
    ]
    noun = words[0] if words and words[0] not in ("out", "of", "in") else ""
    if noun:
        words = words[1:]
    if words not in (["out", "of"], ["of"], ["in"]):
        return None
    stop, unit, _, _ = _unit_after(tokens, whole.end, dimension)
    whole_value = whole.readings[0]
    simple = whole.plain or whole.readings == (100.0,)
    if part.unit is not None or unit is not None or not simple or whole_value < part.values[0]:
        return None
    if dimension == "share" and whole_value:
        return replace(part, values=(part.values[0] / whole_value,), is_fraction=True), whole.end
    if words == ["in"]:
        return None
    return part, stop


def _clause(tokens: list[Token], after: int, first: int) -> list[str]:
    """The words between the figure before, or the last break, and a figure."""
    start = after
    for place in range(first - 1, after - 1, -1):
        if tokens[place].text in _BREAKS and tokens[place].text != "or":
            start = place + 1
            break
    return [token.text for token in tokens[start:first]]


def _direction_after(tokens: list[Token], end: int) -> tuple[int, int]:
    """The direction said after a figure, looking past two words of its noun, and where that ends."""
    words = [token.text for token in tokens[end : end + 6]]
    for skipped in range(min(3, len(words))):
        if skipped and tokens[end + skipped - 1].kind != "w":
            break
        way, taken = said_after(words[skipped:])
        if taken:
            return way, end + skipped + taken
    return NONE, end


def _sums(tokens: list[Token], found: list[Quantity], spans: list[tuple[int, int]]) -> list[Quantity]:
    """Joins what is one quantity in two units: ``1 hour 30 minutes``, ``5 ft 10 in``, ``3 years and 2 months``."""
    joined = [found[0]]
    for place in range(1, len(found)):
        big, small = joined[-1], found[place]
        between = [token.text for token in tokens[spans[place - 1][1] : spans[place][0]]]
        part = small.is_fraction and small.unit is None and small.values[0] < 1
        if between == ["and"] and big.unit is not None and part:
            values = tuple(value + small.values[0] for value in big.values)
            joined[-1] = replace(big, values=values, shown=f"{big.shown} and {small.shown}")
        elif (
            between in ([], ["and"], [","])
            and big.unit is not None
            and small.unit is not None
            and big.unit.dimension == small.unit.dimension
            and not big.highs
            and not small.highs
            and 0 <= small.values[0] * small.unit.factor < big.unit.factor
        ):
            more = small.values[0] * small.unit.factor / big.unit.factor
            values = tuple(value + more for value in big.values)
            joined[-1] = replace(big, values=values, shown=f"{big.shown} {small.shown}")
        else:
            joined.append(small)
    return joined


def ordinals_of(text: str) -> list[Quantity]:
    """The spelled ordinals of an answer (``fifty-seventh``), for a series that is counted."""
    found = []
    words = text.replace("-", " ").split()
    for place, word in enumerate(words):
        if word in ORDINALS:
            ten = TENS.get(words[place - 1], 0) if place and ORDINALS[word] < 10 else 0
            found.append(Quantity((float(ten + ORDINALS[word]),), shown=word))
    return found


def _without_number(tokens: list[Token]) -> list[Quantity]:
    """A unit alone is one of it (``a week``, ``week-long``); ``dozens`` and the like are wide ranges."""
    for place, token in enumerate(tokens):
        if token.text in VAGUE and token.text not in ("some", "many"):
            low, high = VAGUE[token.text]
            return [Quantity((low,), highs=(high,), shown=token.text)]
        if token.kind != "w" or token.text.endswith("s") or len(token.text) < 3:
            continue
        units = units_spelled(token.text)
        lead = tokens[place - 1].text if place else ""
        if units and units[0].dimension != "money" and (lead in ("a", "an", "") or len(tokens) == 1):
            direction, denied = said_before(_clause(tokens, 0, place))
            return [Quantity((1.0,), units[0], direction=direction, denied=denied, shown=token.text)]
    return []
