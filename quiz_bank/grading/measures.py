"""Finds the quantities of a cleaned answer: number, unit or counted noun, direction, range, denial."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from quiz_bank.grading.digits import Token, tokens_of
from quiz_bank.grading.directions import NONE, UP, said_after, said_before
from quiz_bank.grading.number_words import ONES, ORDINALS, TENS, VAGUE, roman
from quiz_bank.grading.numbers import Number, numbers_of
from quiz_bank.grading.quantity import Quantity, part_of_whole, ranged, summed
from quiz_bank.grading.unit_finding import BREAKS, PLAIN_WORDS, unit_after, unit_before, whose
from quiz_bank.grading.units import units_spelled

_MOST = 12  # numbers read in one answer; with more it is no answer anyway
_UNIT_AND_HALF = re.compile(r"(?:\b(?:an?|one) |^)([a-z]+) and (?:an? |one )?(half|quarter)\b")
_PERCENT_FIRST = re.compile(r"(?:^|(?<=[a-z] ))% ?(\d[\d.,]*)(?! ?[%\d])")
# "4h30", "4:30 hours"
_CLOCKED = re.compile(r"\b(\d{1,3})(?: ?h ?(?=\d\d\b)|:(?=\d\d ?h))([0-5]\d)(?: ?h(?:ours?|rs?)?\b)?(?! ?m)")
# "twentyfive", "fivehundred"
_FUSED = re.compile(
    rf"\b({'|'.join(TENS)})({'|'.join(w for w, n in ONES.items() if 0 < n < 10 and len(w) < 6)})\b"
    r"|\b(one|two|three|four|five|six|seven|eight|nine|ten)(hundred|thousand|million|billion)\b"
)


def quantities_of(text: str, dimension: str) -> list[Quantity]:
    """The quantities of a cleaned answer, in order; ``dimension`` is what the key measures."""
    if "." in text:
        text = (
            text.replace("u.s.", "us ").replace("u.k.", "uk ").replace("k.p.h", "kph").replace("m.p.h", "mph")
        )
    if " but " in text:
        text = text.replace("anything but ", "not ").replace("nothing but ", "only ")
    if "half" in text or "quarter" in text:
        text = _UNIT_AND_HALF.sub(_one_and_part, text)
    text = _FUSED.sub(lambda match: " ".join(filter(None, match.groups())), text).replace(" & ", " and ")
    text = text.replace("/-", " ")  # "350/- rupees"
    if "%" in text:
        text = _PERCENT_FIRST.sub(r"\1 %", text)
    if dimension == "duration":
        text = _CLOCKED.sub(r"\1 h \2 min", text)
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
    return summed(tokens, found, spans)


def _one_and_part(match: re.Match[str]) -> str:
    """``a year and a half`` with its number written out; ``three and a half`` stays."""
    return f"1 {match[1]} and a {match[2]}" if units_spelled(match[1]) else match.group()


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
    first, unit = unit_before(tokens, number.start, after)
    after_number = _past_of(tokens, number) if number.is_fraction else number.end
    end, trailing, noun, stray = unit_after(tokens, after_number, dimension)
    if trailing is None:
        end = number.end
    if unit is not None and len(unit.codes) > 1 and end < len(tokens):
        unit, end = whose(tokens, end, unit)
    unit = unit or trailing
    quantity = Quantity(number.readings, unit, noun, is_fraction=number.is_fraction, stray=stray)
    used = 1
    if index + 1 < len(numbers):
        joined = ranged(tokens, quantity, number, numbers[index + 1], end, first, after, dimension)
        if joined is None and number.plain:
            joined = part_of_whole(tokens, quantity, number, numbers[index + 1], end, dimension)
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


def _clause(tokens: list[Token], after: int, first: int) -> list[str]:
    """The words between the figure before, or the last break, and a figure."""
    start = after
    for place in range(first - 1, after - 1, -1):
        if tokens[place].text in BREAKS and tokens[place].text != "or":
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


def ordinals_of(text: str, noun: str) -> list[Quantity]:
    """The spelled ordinals (``fifty-seventh``) of an answer, or the Roman numeral it is, where things are counted.

    Beside one stands nothing but plain words and the ``noun`` counted: a fifth column is no five.
    """
    if (value := roman(text.strip(". "))) is not None:
        return [Quantity((float(value),), shown=text)]
    found = []
    words = text.replace("-", " ").strip(" .!").split()
    if any(
        not (w in ORDINALS or w in TENS or w in PLAIN_WORDS or (noun and w.startswith(noun))) for w in words
    ):
        return []
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
