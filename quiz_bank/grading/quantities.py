"""Judges figures by value: distances, counts, shares, durations, areas, money, ages (rules 4-13)."""

from __future__ import annotations

from dataclasses import replace

from briefings.extract.wordlist import word_set
from quiz_bank.grading.clean import clean
from quiz_bank.grading.date_words import MONTHS
from quiz_bank.grading.directions import NONE
from quiz_bank.grading.figures import SMALL_COUNT, Figure, Target, named, target_of
from quiz_bank.grading.measures import ordinals_of, quantities_of
from quiz_bank.grading.number_words import PARTS, other_word
from quiz_bank.grading.quantity import Quantity
from quiz_bank.grading.units import SPELLINGS, THING_NOUNS, Unit, units_spelled
from quiz_bank.grading.verdicts import Verdict, best, close, correct, wrong
from quiz_bank.keys import Key

_FAR = 0.10  # rule 9
_NEAR = 0.02  # rules 7 and 8
_POINTS = 0.05  # rule 9, shares
_SLACK = 1 + 1e-9  # floats: 33/30 is not more than 10 % off
_CONTEXT_LEADS = word_set("""
    since in by until from of before after during for over within at on to among between as year early late
    mid january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec""")


def judge_quantity(key: Key, text: str, ask: str = "") -> Verdict:
    """Judges a cleaned answer against a numeric key; raises BriefingError for a malformed key only."""
    target = target_of(key, ask)
    typed = text.rstrip(". !")
    if any(typed == clean(form).rstrip(". !") for form in (*key.aliases, key.text) if form):
        return correct("own-words", f"these are the source's words: {target.source}")
    found = quantities_of(text, target.dimension)
    if not found and target.dimension == "count":
        found = ordinals_of(text, target.noun)
    if not found and target.dimension == "share" and (part := PARTS.get(text.strip(" .!?"))) is not None:
        found = [Quantity((part,), is_fraction=True, shown=text)]
    if not found:
        return _no_number(text, target)
    said = [quantity for quantity in found if not quantity.denied]
    if not said:
        return wrong("negated", f"you deny the figure; the source says {target.source}")
    said = _without_context(said, target)
    judged = [judge_one(target, quantity) for quantity in said]
    first = best(judged)
    if first.verdict != "correct" and any(
        _is_right(target, quantity) for quantity in found if quantity.denied
    ):
        return wrong("negated", f"you deny the figure; the source says {target.source}")
    if len(said) > 1 and not _one_value(said, judged, target):
        return wrong("two-answers", f"two different figures are two answers; the source says {target.source}")
    return first


def _is_right(target: Target, quantity: Quantity) -> bool:
    """Whether a denied figure is the source's, with its unit or without."""
    verdict = judge_one(target, quantity)
    return verdict.verdict == "correct" or verdict.rule == "unit-missing"


def _no_number(text: str, target: Target) -> Verdict:
    for word in text.split():
        if (meant := other_word(word)) is not None:
            return wrong(
                "other-word", f"“{word}” is another word than “{meant}”; the source says {target.source}"
            )
    return wrong("no-number", f"there is no figure in this; the source says {target.source}")


def _without_context(said: list[Quantity], target: Target) -> list[Quantity]:
    """Leaves out numbers of another kind given as context: "since 2015", "of 120", "in 3 weeks" (rule 5)."""
    if len(said) == 1:
        return said
    kept = [quantity for quantity in said if not _is_context(quantity, target)]
    return kept or said


def _is_context(quantity: Quantity, target: Target) -> bool:
    if quantity.lead not in _CONTEXT_LEADS or quantity.highs:
        return False
    value = quantity.values[0]
    if quantity.unit is None and (quantity.stray in MONTHS or quantity.lead in MONTHS):
        return True
    if quantity.unit is None:
        year = value == int(value) and 1000 <= value <= 2199
        return (year and "," not in quantity.shown) or quantity.lead in ("of", "among")
    return quantity.unit.dimension != target.dimension


def _one_value(said: list[Quantity], judged: list[Verdict], target: Target) -> bool:
    """Whether several quantities state one value: equal in one unit, within 2 % after conversion, or stated."""
    first = said[0]
    for other, verdict in zip(said[1:], judged[1:], strict=True):
        if first.highs or other.highs:
            return False
        one, two = _base(first, target), _base(other, target)
        if first.unit and other.unit and first.unit.codes.isdisjoint(other.unit.codes) and other.unit.codes:
            if verdict.verdict != "correct":
                return False
        elif _same(one, two, 1e-6):
            continue
        units_differ = (first.unit or target.unit) != (other.unit or target.unit) or _is_part(
            first
        ) != _is_part(other)
        if not units_differ:
            return False
        both_right = judged[0].verdict == "correct" and verdict.verdict == "correct"
        if not both_right and not _same(one, two, _NEAR):
            return False
    return True


def _is_part(quantity: Quantity) -> bool:
    return quantity.is_fraction and quantity.unit is None


def _base(quantity: Quantity, target: Target) -> float:
    value = quantity.values[0]
    unit = quantity.unit or target.asked or target.unit
    if target.dimension == "share" and quantity.unit is None and (quantity.is_fraction or abs(value) < 1):
        return value
    return unit.base(value) if unit else value


def _same(one: float, two: float, most: float) -> bool:
    return abs(one - two) <= most * max(abs(one), abs(two)) * _SLACK


def judge_one(target: Target, quantity: Quantity) -> Verdict:
    """Judges one quantity: unit, value, range, direction."""
    shown = quantity.shown
    if quantity.unit is not None and target.noun and quantity.unit in units_spelled(target.noun):
        quantity = replace(quantity, unit=None)  # 12 points, where points are counted
    if quantity.unit is not None and quantity.unit.dimension != target.dimension:
        return _other_dimension(target, quantity)
    if (
        quantity.unit is not None
        and quantity.unit.dimension == "money"
        and not _currencies(target, quantity.unit)
    ):
        return wrong("wrong-currency", f"another currency: {shown}; the source says {target.source}")
    if quantity.unit is None and _other_noun(target, quantity):
        return wrong("wrong-dimension", f"{quantity.noun or quantity.stray} were not asked; {_says(target)}")
    if quantity.highs or target.high is not None:
        return _ranged(target, quantity)
    verdict = best(_by_value(target, quantity, value) for value in quantity.values)
    if quantity.unit is None and not target.bare and verdict.verdict == "correct":
        verdict = close("unit-missing", f"the figure is right, its unit is missing: {target.source}")
    return _directed(target, quantity, verdict)


def _says(target: Target) -> str:
    return f"the source says {target.source}"


def _currencies(target: Target, unit: Unit) -> bool:
    return any(figure.unit is None or figure.unit.codes & unit.codes for figure in target.figures)


def _other_noun(target: Target, quantity: Quantity) -> bool:
    """Whether a noun shows that something else was counted: people for a distance, houses for people."""
    if target.dimension != "count":
        if target.dimension in ("share", "points"):
            return bool(quantity.noun) and not quantity.is_fraction
        return bool(quantity.noun or quantity.stray) and not target.bare
    people = target.kind == "population"
    return people and quantity.noun in THING_NOUNS and not _in_source(quantity.noun, target)


def _in_source(noun: str, target: Target) -> bool:
    return noun.rstrip("s") in clean(target.source)


def _other_dimension(target: Target, quantity: Quantity) -> Verdict:
    """A unit of another dimension: wrong, but close where only "square" or "an hour" is missing (rule 11)."""
    unit = quantity.unit
    assert unit is not None
    for figure in target.figures:
        if figure.unit is None:
            continue
        partly = (
            (unit.dimension == "length" and figure.unit.dimension == "area" and _square(unit, figure.unit))
            or (
                unit.dimension == "length"
                and figure.unit.dimension == "speed"
                and _per_hour(unit, figure.unit)
            )
            or {unit.dimension, figure.unit.dimension} == {"share", "points"}
            or (unit.dimension == "angle" and figure.unit.dimension == "temperature")
        )
        if partly and any(
            _level(target, figure, value, figure.unit).verdict == "correct" for value in quantity.values
        ):
            return close("unit-incomplete", f"you: {quantity.shown}; {_says(target)}")
    rule = "wrong-currency" if target.dimension == unit.dimension == "money" else "wrong-dimension"
    return wrong(rule, f"{quantity.shown} is another kind of figure; {_says(target)}")


def _square(length: Unit, area: Unit) -> bool:
    return abs(length.factor**2 / area.factor - 1) < 1e-6


def _per_hour(length: Unit, speed: Unit) -> bool:
    return abs(length.factor / 3600 / speed.factor - 1) < 1e-6


def _by_value(target: Target, quantity: Quantity, value: float) -> Verdict:
    """The best verdict of one reading against the stated figures."""
    if quantity.unit is not None:
        if target.dimension == "money":
            stated = [f for f in target.figures if f.unit is None or f.unit.codes & quantity.unit.codes]
            return best(_level(target, figure, value, quantity.unit) for figure in stated)
        return best(_level(target, figure, value, quantity.unit) for figure in target.figures)
    if target.dimension == "share":
        return _bare_share(target, quantity, value)
    if target.asked is not None:
        readings_ = {value, value * target.asked_scale}
        return best(
            _level(target, figure, reading, target.asked)
            for figure in target.figures
            for reading in readings_
        )
    if target.asked_scale > 1:
        scaled = value * target.asked_scale
        return best(_level(target, f, reading, f.unit) for f in target.figures for reading in (value, scaled))
    return best(_level(target, figure, value, figure.unit) for figure in target.figures)


def _bare_share(target: Target, quantity: Quantity, value: float) -> Verdict:
    """A share needs no sign: 95, 0.95, 19/20 and "half" are shares."""
    percent, fraction = SPELLINGS["percent"][0], SPELLINGS["fraction"][0]
    if quantity.is_fraction:
        readings_ = [(value, fraction)]
    elif abs(value) <= 1:
        readings_ = [(value, percent), (value * 100, percent)]
    else:
        readings_ = [(value, percent)]
    return best(_level(target, figure, *reading) for figure in target.figures for reading in readings_)


def _level(target: Target, figure: Figure, value: float, unit: Unit | None) -> Verdict:
    """A value in a unit against one stated figure (rules 7 to 10)."""
    own = figure.unit
    if target.exact:
        if abs(value - figure.value) < 1e-9:
            return correct("exact-count", _says(target))
        shown = named(value, unit, None)
        return wrong("count-off", f"you: {shown}, and counts under {SMALL_COUNT} are exact; {_says(target)}")
    if unit is None or own is None:
        mine, theirs, half = value, figure.value, figure.half
        note = f"you: {named(value, unit, None)}; {_says(target)}"
    else:
        mine, theirs, half = own.of_base(unit.base(value)), figure.value, figure.half
        note = f"you: {named(value, unit, None)}{_conversion(target, value, unit)}; {_says(target)}"
    off, span = abs(mine - theirs), abs(theirs)
    same = unit is None or target.unit is None or unit.name == target.unit.name or bool(unit.codes)
    stated_so = unit is None or own is None or unit.name == own.name or bool(unit.codes)
    if target.tolerance is not None:
        if off <= _tolerance(target, own) * _SLACK or mine == theirs:
            return correct("within-tolerance", note)
    elif same and stated_so and (off <= min(half, _NEAR * span) * _SLACK or mine == theirs):
        return correct("same-unit", note)
    elif not same and off <= _NEAR * span * _SLACK:
        return correct("converted", note)
    if off <= _FAR * span * _SLACK:
        return close("within-10-percent", f"{note}, {100 * off / span if span else 0:.2g} % off")
    if target.dimension == "share" and own is not None and off * own.factor <= _POINTS * _SLACK:
        return close("within-5-points", note)
    return wrong("too-far", note)


def _tolerance(target: Target, own: Unit | None) -> float:
    """How far off the question's author lets an answer be, in the unit of one of the stated figures."""
    tolerance = target.tolerance or 0.0
    return tolerance * target.unit.factor / own.factor if own and target.unit else tolerance


def _conversion(target: Target, value: float, unit: Unit) -> str:
    """The typed value in the source's own unit, where it was typed in another one."""
    own = target.unit
    if own is None or unit.codes or unit.name == own.name or target.dimension == "share":
        return ""
    return f" = {named(own.of_base(unit.base(value)), own, None)}"


def _ranged(target: Target, quantity: Quantity) -> Verdict:
    """Ranges: of the answer (rule 13), of the source, or of both."""
    figure = target.figures[0]
    unit = quantity.unit or target.asked or figure.unit
    factor = unit.factor / figure.unit.factor if unit and figure.unit else 1.0
    if target.dimension == "share" and quantity.is_fraction and quantity.unit is None and figure.unit:
        factor = 1 / figure.unit.factor
    low = quantity.values[0] * factor
    high = (quantity.highs or quantity.values)[0] * factor
    if target.high is not None:
        return _against_range(target, low, high, bool(quantity.highs))
    note = f"a range is not one figure; {_says(target)}"
    span = abs(figure.value)
    if target.exact or not low <= figure.value <= high or high - low > _FAR * span * _SLACK:
        return wrong("range", note)
    return _directed(target, quantity, close("narrow-range", note))


def _against_range(target: Target, low: float, high: float, ranged: bool) -> Verdict:
    """The source itself gives a range."""
    start, end = target.figures[0].value, target.high or 0.0
    if ranged:
        if _same(low, start, _NEAR) and _same(high, end, _NEAR):
            return correct("range-ends", _says(target))
        if _same(low, start, _FAR) and _same(high, end, _FAR):
            return close("range-part", _says(target))
        return wrong("range", _says(target))
    if start <= low <= end:
        return close("range-part", f"the source gives a range: {target.source}")
    if not target.exact and (_same(low, start, _FAR) or _same(low, end, _FAR)):
        return close("within-10-percent", _says(target))
    return wrong("too-far", _says(target))


def _directed(target: Target, quantity: Quantity, verdict: Verdict) -> Verdict:
    """Rule 12: what the answer's direction does to a verdict by value."""
    if quantity.direction == NONE or quantity.direction == target.direction or verdict.verdict == "wrong":
        return verdict
    if target.direction == NONE:
        return close("direction-not-given", f"the source says neither more nor less: {target.source}")
    return wrong("opposite-direction", f"that is the opposite direction; {_says(target)}")
