"""Reads the figure that a bank gives as an answer: value, unit, hedge, range, and how far off is still right."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from briefings.extract.hedges import BEFORE, hedge_after, hedge_before, words_before
from briefings.facts import Qualifier
from quiz_bank.formats.blocks import RawFloat
from quiz_bank.formats.faults import BadValueError, near
from quiz_bank.grading.clean import clean
from quiz_bank.grading.directions import DOWN, UP
from quiz_bank.grading.figures import named
from quiz_bank.grading.measures import quantities_of
from quiz_bank.grading.quantity import Quantity
from quiz_bank.grading.units import PERSON_NOUNS, SPELLINGS, THING_NOUNS, Unit, units_spelled
from quiz_bank.keys import Key, KeyKind

#: kind of figure -> the dimension its unit measures
DIMENSIONS: Mapping[str, str] = {
    "distance": "length",
    "population": "count",
    "share": "share",
    "duration": "duration",
    "area": "area",
    "money": "money",
    "count": "count",
    "age": "duration",
}
_KIND_OF = {"length": "distance", "points": "share"} | {
    dimension: kind for kind, dimension in DIMENSIONS.items() if kind not in ("age", "population", "distance")
}
#: what a question asks for by its words; the first that it holds counts
_ASKED: tuple[tuple[re.Pattern[str], KeyKind], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), cast(KeyKind, kind))
    for pattern, kind in (
        (r"\bhow old\b|\bwhat age\b|\bat what age\b", "age"),
        (r"\bhow (?:far|high|tall|wide|deep)\b|\b(?:what|which) distance\b", "distance"),
        (r"\b(?:how (?:large|big) an|what|which) area\b|\bhow (?:large|big) is the area\b", "area"),
        (r"\b(?:what|which) (?:share|percentage|per ?cent|proportion|part|fraction)\b", "share"),
        (r"\bhow much (?:money|did .{1,60} (?:cost|pay)|does .{1,60} cost)\b|\bwhat (?:sum|price)\b", "money"),
        (r"\bhow (?:long|much time) (?:has|have|had|did|do|does|was|were|will|would|ago|before|after|until)\b",
         "duration"),
        (r"\bhow many (?:years|months|weeks|days|hours|minutes)\b", "duration"),
    )
)  # fmt: skip
_EXAMPLES = {
    "distance": "30 km", "area": "12 km2", "duration": "3 weeks", "money": "5 million USD", "share": "95%",
    "age": "34 years", "population": "93,000 people", "count": "12 towns",
}  # fmt: skip
_POINTED = re.compile(r"(?<![\d.,])(?!0\.)(\d{1,3})\.(\d{3})(?![\d.,]?\d)")
_LONE_M = re.compile(r"\d ?m\b")
_BARE = re.compile(r"\d[\d.,]* ?(?:%|[a-z]+2?)?")
_HOW_MANY = re.compile(r"\bhow many ([a-z-]+(?: [a-z-]+)?)", re.IGNORECASE)
_BY_DIRECTION: Mapping[int, Qualifier] = {UP: "more than", DOWN: "less than"}
_NO_UNIT = "none"
_MOST_APART = 0.1  # between two statements of one figure, as in "30 km (18 miles)"
_PERCENT = re.compile(r"[±~ ]*(-?[\d.,]+) ?(?:%|per ?cent|percent|pct)")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the figure is an answer to: the kind that is named (``number`` leaves it open), the ask, the unit."""

    kind: str
    ask: str
    unit: str = ""


def figure_key(answer: str | int | float, asked: Asked, aliases: tuple[str, ...] = ()) -> Key:
    """The key of a figure.

    Raises:
        BadValueError: it holds none or several, a wrong unit or none, or can be read in two ways.
    """
    hinted = _hinted(asked)
    dimension = DIMENSIONS.get(hinted, "")
    text = _text_of(answer, asked.unit)
    if text != str(answer) and (
        own := [each.unit for each in _quantities(str(answer), dimension) if each.unit]
    ):
        raise BadValueError("B020", f"the answer has a unit already: {own[0].name}", "leave unit out")
    _check_ways(answer, text, dimension)
    found = _quantities(text, dimension)
    if not found:
        raise BadValueError(
            "B019", f'"{text[:60]}" holds no figure', f'such as "{_EXAMPLES.get(hinted, "93,000")}"'
        )
    main = found[0]
    also = tuple(_second(main, other, text) for other in found[1:])
    _check_unit(main, hinted, asked, text)
    _check_sense(main, hinted, text)
    value = _plain(main.values[0])
    return Key(
        kind=_kind(main, hinted, asked.ask),
        value=value,
        unit=_unit_name(main, text, asked),
        value_max=_plain(main.highs[0]) if main.highs else None,
        qualifier="between" if main.highs else _hedge(text, main),
        text=text,
        also=also,
        aliases=aliases,
    )


@lru_cache(maxsize=4096)
def _quantities(text: str, dimension: str) -> tuple[Quantity, ...]:
    """The quantities of a text; kept, as wrong options repeat one another's figures."""
    return tuple(quantity for quantity in quantities_of(clean(text), dimension) if quantity.values)


def tolerance_of(given: str | int | float, key: Key) -> float:
    """How far off an answer may be, in the key's unit; for a share in its own points.

    Raises:
        BadValueError: it is no percentage and no measure of the key's dimension, or not between 0 and the figure.
    """
    if isinstance(given, bool):
        raise BadValueError("B012", "a tolerance is a text or a number", 'write "10%", or "3 km"')
    if key.value_max is not None:
        raise BadValueError("B023", "a range is answered by its ends: it has no tolerance", "leave it out")
    if isinstance(given, (int, float)):
        return _sane(float(given), key, str(given))
    percent = _PERCENT.fullmatch(given.strip().casefold())
    if percent is not None and key.kind != "share":
        share = _number(percent[1], given)
        if not 0 <= share < 100:
            raise BadValueError(
                "B023", f'a tolerance of "{given[:40]}" cannot be used', "write between 0% and 99%"
            )
        return abs(float(key.value)) * share / 100
    own = _unit_of(key)
    words = clean(given).strip("±~ ")
    found = quantities_of(words, own.dimension if own else "count")
    if len(found) != 1 or found[0].highs:
        raise BadValueError(
            "B023", f'a tolerance of "{given[:40]}" is no percentage and no measure', 'write "10%"'
        )
    value, unit = found[0].values[0], found[0].unit
    if unit is None:
        if found[0].stray and own is not None:
            raise BadValueError(
                "B023", f'"{found[0].stray}" in this tolerance is no unit', f"write it in {own.name}"
            )
        return _sane(value, key, given)
    if own is None or (
        unit.dimension != own.dimension and {unit.dimension, own.dimension} != {"share", "points"}
    ):
        told = f"the answer is in {own.name}" if own else "the answer has no unit"
        raise BadValueError("B023", f'a tolerance of "{given[:40]}" measures something else: {told}')
    return _sane(value * unit.factor / own.factor, key, given)


def _sane(value: float, key: Key, given: str) -> float:
    if not 0 <= value < float("inf"):
        raise BadValueError("B023", f'a tolerance of "{given[:40]}" cannot be used', "it is 0 or more")
    if value >= abs(float(key.value)) > 0:
        raise BadValueError(
            "B023", f'a tolerance of "{given[:40]}" lets any answer pass', "it is as large as the answer"
        )
    return value


def _number(digits: str, given: str) -> float:
    try:
        return float(digits.replace(",", "."))
    except ValueError:
        raise BadValueError(
            "B023", f'a tolerance of "{given[:40]}" is no percentage', 'write "10%"'
        ) from None


def _hinted(asked: Asked) -> str:
    """The kind of figure: as named, else as the question asks for it; empty where neither tells."""
    if asked.kind in DIMENSIONS:
        return asked.kind
    return next((kind for pattern, kind in _ASKED if pattern.search(asked.ask[:600])), "")


def _text_of(answer: str | int | float, unit: str) -> str:
    if isinstance(answer, float) and not abs(answer) < 1e300:
        raise BadValueError("B019", "this is no figure")
    words = str(answer.raw if isinstance(answer, RawFloat) else answer).replace("_", "").strip()
    return f"{words} {unit}" if unit and unit != _NO_UNIT else words


def _check_ways(answer: str | int | float, text: str, dimension: str) -> None:
    """Figures that two careful readers read differently."""
    if (match := _POINTED.search(text)) and isinstance(answer, (str, RawFloat)):
        whole, part = match[1], match[2]
        few = f"{whole}.{part}".rstrip("0").rstrip(".")
        raise BadValueError(
            "B018", f'"{match[0]}" is ambiguous ({few} or {whole}{part}?): write {whole}{part} or {few}'
        )
    if dimension in ("", "duration") and _LONE_M.search(clean(text)):
        raise BadValueError("B018", '"m" may be metres, minutes or millions: write the word')


def _second(main: Quantity, other: Quantity, text: str) -> Mapping[str, float | str]:
    """The same figure in another unit, as in "30 km (18 miles)"."""
    one, two = main.unit, other.unit
    if (
        one is None
        or two is None
        or one.dimension != two.dimension
        or one == two
        or main.highs
        or other.highs
    ):
        raise BadValueError("B019", f'"{text[:60]}" holds two figures', "give one; the other belongs in why")
    mine, theirs = one.base(main.values[0]), two.base(other.values[0])
    if one.dimension != "money" and abs(mine - theirs) > _MOST_APART * abs(mine):
        shown = named(one.of_base(theirs), one, None)
        raise BadValueError("B019", f"the two figures differ: {other.shown} are {shown}")
    return {"value": _plain(other.values[0]), "unit": two.name}


def _check_unit(main: Quantity, hinted: str, asked: Asked, text: str) -> None:
    wanted = DIMENSIONS.get(hinted, "")
    if main.unit is None and main.stray and wanted not in ("", "count", "share"):
        known = near(main.stray, (form for form, units in SPELLINGS.items() if units[0].dimension == wanted))
        raise BadValueError(
            "B020", f'"{main.stray}" is no unit of {hinted}', known or f'such as "{_EXAMPLES[hinted]}"'
        )
    if main.unit is None and hinted in ("distance", "area", "duration", "money") and asked.unit != _NO_UNIT:
        told = re.search(r"\bhow \w+", asked.ask, re.IGNORECASE)
        why = f'; the question says "{told[0]}"' if told and asked.kind == "number" else ""
        raise BadValueError(
            "B017", f'"{text[:60]}" has no unit{why}', f'write "{_EXAMPLES[hinted]}", or unit = "none"'
        )
    if (
        asked.unit
        and asked.unit != _NO_UNIT
        and main.unit is None
        and hinted not in ("", "count", "population")
    ):
        raise BadValueError(
            "B020", f'"{asked.unit[:40]}" is no unit of {hinted}', f'such as "{_EXAMPLES[hinted]}"'
        )
    fits = main.unit is None or not wanted or main.unit.dimension == wanted or asked.kind == "number"
    if not fits and {main.unit.dimension if main.unit else "", wanted} != {"share", "points"}:
        measures = main.unit.dimension if main.unit else "nothing"
        raise BadValueError(
            "B020", f'"{text[:60]}" measures {measures}, not {hinted}', f'such as "{_EXAMPLES[hinted]}"'
        )


def _check_sense(main: Quantity, hinted: str, text: str) -> None:
    """Figures that cannot be meant as they are written."""
    if main.values[0] < 0 and hinted not in ("", "count"):
        raise BadValueError("B019", f'"{text[:60]}" is less than nothing', f"a {hinted} is 0 or more")
    if hinted == "share" and main.unit is None and not main.is_fraction and 0 < main.values[0] < 1:
        percent = f"{main.values[0] * 100:.3g}%"
        told = f'"{text[:60]}" is ambiguous ({percent} or {main.values[0]:.3g}%?)'
        raise BadValueError("B018", f'{told}: write "{percent}" or "{main.values[0]:.3g}%"')
    if hinted == "population" and main.noun in THING_NOUNS:
        raise BadValueError("B020", f"{main.noun} are no people", f'such as "{_EXAMPLES[hinted]}"')


def _kind(main: Quantity, hinted: str, ask: str) -> KeyKind:
    if main.unit is None:
        if main.is_fraction and not hinted:
            return "share"
        if hinted in ("age", "share", "money"):
            return cast(KeyKind, hinted)
        return (
            "population"
            if hinted == "population" or (hinted != "count" and _counts_people(main, ask))
            else "count"
        )
    if main.unit.dimension == "duration":
        return "age" if hinted == "age" else "duration"
    return cast(KeyKind, _KIND_OF.get(main.unit.dimension, "count"))


def _counts_people(main: Quantity, ask: str) -> bool:
    counted = _HOW_MANY.search(ask[:600])
    words = {main.noun, *(counted[1].lower().split() if counted else ())}
    return bool(words & PERSON_NOUNS)


def _unit_name(main: Quantity, text: str, asked: Asked) -> str | None:
    if main.unit is not None:
        return main.unit.name
    if main.is_fraction:
        return "fraction"
    if asked.kind == "share":
        return "percent"
    return (main.noun or main.stray).removesuffix("s") or None


def _hedge(text: str, main: Quantity) -> str | None:
    """The hedge in front of the figure or behind it."""
    if _BARE.fullmatch(text):
        return None
    digit = re.search(r"\d", text)
    if digit is None:
        words = text.lower().split()
        phrases = (" ".join(words[:length]) for length in range(min(len(words), 5), 0, -1))
        said = next((BEFORE[phrase] for phrase in phrases if phrase in BEFORE), None)
        return said or _BY_DIRECTION.get(main.direction)
    before = hedge_before(words_before(text, digit.start()))
    if before is not None:
        return before[1]
    if text[: digit.start()].strip().endswith(("~", "≈")):
        return "about"
    end = re.search(r"[\d.,]*\d(?: (?:million|billion|thousand))?(?: ?%| [^\W\d]+)?", text[digit.start() :])
    after = hedge_after(text, digit.start() + end.end(), True) if end else None
    return after[1] if after else _BY_DIRECTION.get(main.direction)


def _unit_of(key: Key) -> Unit | None:
    if key.kind in ("count", "population") and key.unit is None:
        return None
    found = units_spelled(key.unit.lower()) if key.unit else ()
    wanted = DIMENSIONS.get(key.kind, "")
    return next((unit for unit in found if wanted in ("count", unit.dimension)), None)


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) and abs(value) < 1e15 else value


def is_near(one: Key, other: Key) -> bool:
    """Whether two figures could be one for the grader: nothing further apart is ever right."""
    mine, theirs = _unit_of(one), _unit_of(other)
    if other.also or mine is None or theirs is None:
        return True
    most = max(_MOST_APART * abs(other.value), other.tolerance or 0.0) * theirs.factor
    return bool(abs(mine.base(one.value) - theirs.base(other.value)) <= most)


def size_of(option: str, key: Key) -> float:
    """How large a figure is in the key's unit, for options in order of size; what holds none comes last."""
    own = _unit_of(key)
    found = _quantities(option, own.dimension if own else "count")
    if not found:
        return float("inf")
    unit = found[0].unit
    return found[0].values[0] * (unit.factor / own.factor if unit and own else 1.0)
