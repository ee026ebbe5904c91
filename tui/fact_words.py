"""A fact in words for the Reader: what it says, what it measures, who says so; nothing of it is left unsaid."""

from __future__ import annotations

import math
from datetime import date
from fractions import Fraction

from briefings.extract.nouns import IRREGULAR
from briefings.facts import Fact, Value
from tui.wording import long_date, one_line

UNIT_WORDS = {"percent": "%", "people": "people", "fraction": "of the whole"}
PLURALS = {one: many for many, one in IRREGULAR.items()}
MOST_PARTS = 20  # that a fraction cuts the whole into; of more it is written as a decimal
LONGEST_SIGN = 3  # letters of a unit's sign (``km``) or a currency's code; longer ones are nouns


def fact_value(fact: Fact) -> str:
    """Value with hedge and unit, second units behind it: ``about 85 km (53 miles)``."""
    said = _day if fact.kind == "date" else _fraction if fact.unit == "fraction" else _number
    words = said(fact.value)
    if fact.value_max is not None:
        words = f"{words} to {said(fact.value_max)}"
    last = fact.value if fact.value_max is None else fact.value_max
    unit = _unit(last, fact.unit)
    also = ", ".join(
        f"{_number(measure.value)} {_unit(measure.value, measure.unit)}".strip() for measure in fact.also
    )
    return " ".join(filter(None, (fact.qualifier, words, unit, f"({also})" if also else "")))


def fact_remarks(fact: Fact, inferred: bool = False) -> list[str]:
    """What it measures, whose word it is, what it stands for; only what the text tells.

    Args:
        fact: the fact.
        inferred: whether the date of its article is, so that a day counted from it is no surer.
    """
    told = (
        one_line(fact.what),
        f"says {one_line(fact.attribution)}" if fact.attribution else "",
        f"as of {_day(fact.as_of)}" if fact.as_of else "",
        f"counted from the article's {'inferred ' if inferred else ''}date" if fact.relative else "",
        "vague" if fact.vague else "",
        {"up": "a rise", "down": "a fall"}.get(fact.change or "", ""),
    )
    return [words for words in told if words]


def _number(value: Value) -> str:
    return one_line(value) if isinstance(value, str) else f"{value:,}"


def _fraction(value: Value) -> str:
    """A part as people write it: ``1/3``, not a row of decimals."""
    if isinstance(value, str):
        return one_line(value)
    near = Fraction(value).limit_denominator(MOST_PARTS)
    return str(near) if math.isclose(near, value, rel_tol=0.001) else f"{value:.3g}"


def _unit(value: Value, unit: str | None) -> str:
    """A unit as it is said of the value: signs and codes as they are, nouns in the plural of more than one."""
    name = one_line(unit or "")
    if name in UNIT_WORDS or value == 1 or (len(name) <= LONGEST_SIGN and name != "day"):
        return UNIT_WORDS.get(name, name)
    if name in PLURALS:
        return PLURALS[name]
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("s", "x", "ch", "sh")) else f"{name}s"


def _day(value: Value) -> str:
    """A whole day or month as people write it; any other date as its ISO form."""
    value = str(value)
    try:
        if len(value) == len("2017-11"):
            return f"{date.fromisoformat(f'{value}-01'):%B %Y}"
        return long_date(date.fromisoformat(value)) if len(value) == len("2017-11-03") else one_line(value)
    except ValueError:
        return one_line(value)
