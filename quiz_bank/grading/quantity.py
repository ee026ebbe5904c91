"""What one typed quantity is, and how several numbers make one: ranges, parts of a whole, sums of two units."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quiz_bank.grading.digits import Token, readings
from quiz_bank.grading.directions import NONE
from quiz_bank.grading.number_words import SCALES
from quiz_bank.grading.numbers import Number
from quiz_bank.grading.unit_finding import unit_after, unit_before
from quiz_bank.grading.units import Unit


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


def ranged(
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
    start, leading = unit_before(tokens, other.start, end)
    between = [token.text for token in tokens[end:start]]
    opener = first > after and tokens[first - 1].text == "between"
    dash = between == ["-"] and (tokens[start].glued or not tokens[end].glued)
    joined = dash or (between in (["to"], ["till"], ["until"], ["through"], ["up", "to"], ["-", "-"]))
    if not joined and not (opener and between in (["and"], ["&"])) and between != [".", ".", "."]:
        return None
    stop, unit, noun, stray = unit_after(tokens, other.end, dimension)
    unit = unit or leading
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
    if not low.plain or high.plain:
        return 1.0
    if tokens[high.start].kind != "n":
        return SCALES.get(tokens[high.end - 1].text, 1.0)
    base = readings(tokens[high.start].text)[0]
    return high.readings[0] / base if base else 1.0


def part_of_whole(
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
    stop, unit, _, _ = unit_after(tokens, whole.end, dimension)
    whole_value = whole.readings[0]
    simple = whole.plain or whole.readings == (100.0,)
    if part.unit is not None or unit is not None or not simple or whole_value < part.values[0]:
        return None
    if dimension == "share" and whole_value:
        return replace(part, values=(part.values[0] / whole_value,), is_fraction=True), whole.end
    if words == ["in"]:
        return None
    return part, stop


def summed(tokens: list[Token], found: list[Quantity], spans: list[tuple[int, int]]) -> list[Quantity]:
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
