"""Reads one figure where a number stands: currency, range, hedge, unit or noun, second unit, rise or fall."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefings.extract.currencies import currency_before
from briefings.extract.hedges import change_after, change_before, hedge_after, hedge_before, words_before
from briefings.extract.measures import measured
from briefings.extract.nouns import Noun, words_after
from briefings.extract.numbers import LETTERS, Number, read_number, tidy
from briefings.extract.units import SMALLER, Unit
from briefings.extract.wordlist import word_set
from briefings.facts import Change, Measure, Qualifier
from briefings.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as it stands in the text, before it is decided whether it is worth a fact.

    Attributes:
        start, end: span from the hedge to the unit, noun or second unit.
        number: its first number.
        value, value_max: as in a fact.
        unit: what it measures, or None for a bare number.
        noun: the counted noun, for counts.
        qualifier, change, also, vague: as in a fact.
        ordinal: counts by telling its place in a series (``the 57th race``).
        before: the lower-case words that stand before the hedge, nearest last.
    """

    start: int
    end: int
    number: Number
    value: int | float
    unit: Unit | None
    value_max: int | float | None = None
    noun: Noun | None = None
    qualifier: Qualifier | None = None
    change: Change | None = None
    also: tuple[Measure, ...] = ()
    vague: bool = False
    ordinal: bool = False
    before: tuple[str, ...] = ()


_ARTICLE = Pattern(r"(?<![^\W_])an? \Z", re.I)
_TO = Pattern(r" ?[-–—] ?| (?:to|or|and) ")
_BRACKET = Pattern(
    r" ?\((?:(?:about|around|some|roughly|nearly|almost|more than|over|up to|at least"
    r"|approximately|or|equal to|or about|under|less than|~|≈) ?){0,2}"
)
_OR_ELSE = Pattern(
    r",? (?:or|equal to|equivalent to) (?:about |around |roughly |some |nearly |almost "
    r"|more than )?|/"
)
_CLOSE = Pattern(r"[^()\n]{0,16}\)")
_SPACED_SCALE = Pattern(r" (m|bn|mn|tn|mln|bln|trn)(?![^\W_])")
_MINUS = Pattern(r"(?<![^\s(])(?:[-−–]|(?<!or )(?<!plus or )minus )\Z")
_SYMBOL = Pattern(r"(?:US|A|AU|C|NZ|HK|S)?[$£€¥₹]")
_SYMBOL_OR_CODE = Pattern(r"(?:US|A|AU|C|NZ|HK|S)?[$£€¥₹]|[A-Z]{3} ?")
_AND_SMALLER = Pattern(r"(?:,? and |, | |-)?(?=[0-9a-z])", re.I)
# After "100m" these tell metres, not millions.
_MEASURING = word_set(
    """
    race sprint final hurdles relay freestyle butterfly backstroke breaststroke medley long high tall deep wide above
    below from of
    """
)
_COINS = frozenset(("cent", "penny"))  # "$15 million, or 30 cents a share" is not one amount
_LACKING = frozenset(("without", "homeless", "jobless", "unemployed"))
_LARGER = frozenset(larger for larger, _ in SMALLER)
_DURING = word_set(
    """
    for after of lasting lasted last took take takes spent spend spends is was been in just well within
    at period waited lived worked served
    """
)


def read_figure(text: str, number: Number, country: str | None) -> Figure:
    """The figure that a number begins: its currency, unit or noun, range, second unit, hedge and change."""
    money = currency_before(text, number.start, country)
    number = _settled(text, number, money is not None)
    first = money[0] if money else _with_article(text, number)
    minus = _MINUS.search(text, max(0, first - 6), first)
    if minus:
        number, first = replace(number, value=-number.value), minus.start()
    unit, noun, end = _measure_of(text, number, money, country)
    figure = Figure(first, end, number, number.value, unit, noun=noun)
    figure = _ranged(text, figure, money, country)
    figure = _composed(text, figure)
    figure = _second_unit(text, figure, country)
    return hedged(text, figure)


def _measure_of(
    text: str, number: Number, money: tuple[int, str] | None, country: str | None
) -> tuple[Unit | None, Noun | None, int]:
    """Unit, noun and end of what a number measures."""
    if money:
        return Unit("money", money[1]), None, number.end
    found = measured(text, number, country)
    return (found.unit, found.noun, found.end) if found else (None, None, number.end)


def _settled(text: str, number: Number, money: bool) -> Number:
    """The number with its touching letter read as a scale or given back as a unit (``20m`` metres, ``£20m``)."""
    if money:
        return _spaced_scale(text, number)
    if not number.doubt:
        return number
    following = [word.lower for word in words_after(text, number.end, 1)]
    if following and following[0] in _LACKING:  # "leaves 1m without power"
        return number
    measures = number.doubt == "m" and following and following[0] in _MEASURING
    if measures or (number.doubt in ("m", "k") and not measured(text, number, None)):
        value = tidy(number.value / LETTERS[number.doubt])
        return replace(number, end=number.end - 1, value=value, scale=1, doubt="")
    return number


def _spaced_scale(text: str, number: Number) -> Number:
    """An amount of money whose scale is a letter after a space: ``$5 m``, ``€3 bn``."""
    letter = _SPACED_SCALE.match(text, number.end)
    if letter is None or number.scale > 1:
        return number
    scale = LETTERS[letter[1]]
    return replace(number, end=letter.end(), value=tidy(number.value * scale), scale=scale)


def _with_article(text: str, number: Number) -> int:
    """The start moved over ``a`` in ``a hundred``, ``a dozen``."""
    if number.digits or number.scale == 1:
        return number.start
    article = _ARTICLE.search(text, max(0, number.start - 4), number.start)
    return article.start() if article and text[number.start].islower() else number.start


def _ranged(text: str, figure: Figure, money: tuple[int, str] | None, country: str | None) -> Figure:
    """The figure with the upper end of its range, where one follows: ``10-15``, ``$2 to $3 million``."""
    own_unit = figure.unit if figure.noun is None else None
    for end in dict.fromkeys((figure.number.end, figure.end if own_unit else figure.number.end)):
        to = _TO.match(text, end)
        if to is None:
            continue
        upper = _upper(text, figure, to, money, country)
        if upper is None:
            continue
        number, unit, noun, last = upper
        if end != figure.number.end and unit != own_unit:
            continue
        value = figure.value
        if number.scale > 1 and figure.number.scale == 1 and value < number.value / number.scale <= 999:
            value = tidy(value * number.scale)
        if value < number.value:
            return replace(
                figure, value=value, value_max=number.value, unit=unit or figure.unit, noun=noun, end=last
            )
    return figure


def _upper(
    text: str, figure: Figure, to: re.Match[str], money: tuple[int, str] | None, country: str | None
) -> tuple[Number, Unit | None, Noun | None, int] | None:
    """The number after ``to`` with its unit, where the two may be ends of one range."""
    word = to.group().strip()
    start = to.end()
    symbol = _SYMBOL.match(text, start)
    if symbol:
        start = symbol.end()
    if start >= len(text) or not text[start].isalnum() or (symbol and not money):
        return None
    number = read_number(text, start)
    if number is None:
        return None
    number = _settled(text, number, money is not None)
    before = [w for _, w in words_before(text, figure.start, 5)]
    if word == "and" and before[-1:] != ["between"]:
        return None
    if word == "or" and not (symbol or number.value <= 2 * figure.value + 1):
        return None
    if word == "to" and "from" in before[-1:] and change_before([(0, w) for w in before[:-1]]):
        return None
    if word == "to" and change_before([(0, w) for w in before]) and figure.end > figure.number.end:
        return None
    if word in "-–—" and (number.digits != figure.number.digits):
        return None
    unit, noun, end = _measure_of(text, number, money, country)
    if word in "-–—" and unit is None and before[-1:] != ["between"]:
        return None
    return number, unit, noun, end


def _composed(text: str, figure: Figure) -> Figure:
    """``six feet two inches``, ``3 hours, 20 minutes and 5 seconds`` as one value in the smallest unit."""
    while True:
        unit = figure.unit
        if unit is None or unit.name not in _LARGER or figure.value_max is not None or figure.noun:
            return figure
        gap = _AND_SMALLER.match(text, figure.end)
        if gap is None or gap.end() >= len(text) or not text[gap.end()].isalnum():
            return figure
        number = read_number(text, gap.end())
        second = measured(text, number, None) if number else None
        if number is None or second is None or (unit.name, second.unit.name) not in SMALLER:
            return figure
        times = SMALLER[unit.name, second.unit.name]
        value = tidy(figure.value * times + number.value)
        figure = replace(figure, value=value, unit=second.unit, end=second.end)


def _second_unit(text: str, figure: Figure, country: str | None) -> Figure:
    """The figure with the same quantity in another unit that a bracket or ``or`` tells: ``30 km (18 miles)``."""
    unit = figure.unit
    if unit is None or unit.kind in ("population", "share", "age") or figure.noun:
        return figure
    for opening, bracket in ((_BRACKET, True), (_OR_ELSE, False)):
        gap = opening.match(text, figure.end)
        if gap is None:
            continue
        other = _other(text, gap.end(), country)
        if (
            other is None
            or other.unit is None
            or other.noun
            or other.unit.kind != unit.kind
            or other.unit.name == unit.name
            or other.unit.name in _COINS
        ):
            continue
        close = _CLOSE.match(text, other.end) if bracket else None
        if bracket and close is None:
            continue
        end = text.index(")", other.end) + 1 if bracket else other.end
        return replace(figure, end=end, also=(Measure(_value_of(other), other.unit.name),))
    return figure


def _value_of(figure: Figure) -> int | float:
    return tidy(figure.value * figure.unit.times) if figure.unit else figure.value


def _other(text: str, start: int, country: str | None) -> Figure | None:
    """A plain figure without hedge at ``start``, its currency symbol included."""
    symbol = _SYMBOL_OR_CODE.match(text, start)
    at = symbol.end() if symbol else start
    if at >= len(text) or not text[at].isalnum():
        return None
    number = read_number(text, at)
    if number is None:
        return None
    money = currency_before(text, at, country)
    if symbol and not money:
        return None
    number = _settled(text, number, money is not None)
    unit, noun, end = _measure_of(text, number, money, country)
    figure = _ranged(text, Figure(start, end, number, number.value, unit, noun=noun), money, country)
    return _composed(text, figure)


def hedged(text: str, figure: Figure) -> Figure:
    """The figure with its hedge, its change, and the words that stand before."""
    words = words_before(text, figure.start)
    hedge = hedge_before(words)
    qualifier: Qualifier | None = None
    start = figure.start
    if hedge and not _is_during(words, hedge[0], figure):
        start, qualifier = hedge
        words = [word for word in words if word[0] < start]
    after = hedge_after(text, figure.end, figure.unit is not None) or (
        hedge_after(text, figure.number.end, False) if figure.unit else None
    )
    end = figure.end
    if after and (qualifier is None or after[1] == "about"):
        qualifier = qualifier or after[1]
        end = max(end, after[0])
    if qualifier is None and figure.value_max is not None:
        qualifier = "between"
        if words and words[-1][1] == "between":
            start, words = words[-1][0], words[:-1]
    change = _change(text, figure, words)
    return replace(
        figure, start=start, end=end, qualifier=qualifier, change=change,
        before=tuple(word for _, word in words),
    )  # fmt: skip


def _change(text: str, figure: Figure, words: list[tuple[int, str]]) -> Change | None:
    """Up or down by the figure; a time or an age only where ``by`` says so."""
    unit = figure.unit
    if (
        unit is not None
        and unit.kind in ("duration", "age", "distance")
        and (not words or words[-1][1] != "by")
    ):
        return None
    before = change_before(words)
    if before or unit is None or figure.noun is not None:
        return before
    following = [word.lower for word in words_after(text, figure.end, 2)]
    return change_after(following, unit.kind in ("money", "share"))


def as_told(figure: Figure) -> Figure:
    """The figure in the unit that facts are told in: two decades are twenty years."""
    unit = figure.unit
    if unit is None or unit.times == 1:
        return figure
    top = tidy(figure.value_max * unit.times) if figure.value_max is not None else None
    told = replace(unit, name=unit.of, times=1, of="")
    return replace(figure, value=tidy(figure.value * unit.times), value_max=top, unit=told)


def _is_during(words: list[tuple[int, str]], start: int, figure: Figure) -> bool:
    """Whether ``over`` tells a span of time that something took, not more than it: ``over nine months``."""
    if (
        words[-1][1] != "over"
        or words[-1][0] != start
        or figure.unit is None
        or figure.unit.kind != "duration"
    ):
        return False
    return len(words) < 2 or words[-2][1] not in _DURING
