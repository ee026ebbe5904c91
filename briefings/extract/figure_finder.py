"""Walks a text's trigger words once and reads every figure in it, in order and without overlaps."""

from __future__ import annotations

from dataclasses import replace

from briefings.extract.bare import settle_bare
from briefings.extract.figures import Figure, as_told, read_figure
from briefings.extract.masks import is_clock, is_name, is_named, is_numbered, score_end
from briefings.extract.numbers import SCALES, Number, read_number
from briefings.extract.ordinals import read_ordinal
from briefings.extract.shares import read_share
from briefings.extract.triggers import Trigger
from briefings.extract.vague import read_vague
from briefings.extract.worth import IDIOMS, is_worth


def find_figures(
    text: str,
    triggers: list[Trigger],
    taken: list[tuple[int, int]],
    country: str | None,
    every_quantity: bool,
) -> list[Figure]:
    """Every figure of a text that is worth a fact, or every quantity, outside the spans that are taken."""
    blocked = sorted(taken)
    found: list[Figure] = []
    last: Figure | None = None
    place = done = 0
    for trigger in triggers:
        if trigger.start < done:
            continue
        while place < len(blocked) and blocked[place][1] <= trigger.start:
            place += 1
        if place < len(blocked) and blocked[place][0] <= trigger.start:
            continue
        figure, done = _read(text, trigger, country)
        if figure is None:
            continue
        if place < len(blocked) and blocked[place][0] < figure.end:
            figure = _cut_off(text, figure, blocked[place][0])
        figure = _same_change(text, settle_bare(text, figure, found), last)
        last = figure
        if every_quantity and not _is_idle(figure):
            found.append(figure)
        elif not every_quantity and is_worth(text, figure, found):
            found.append(as_told(figure))
    return found


def _is_idle(figure: Figure) -> bool:
    """Whether a number counts nothing at all: the pronoun ``one``, ``at one point``, ``a third time``."""
    if figure.unit is None:
        return figure.vague or (figure.value == 1 and not figure.number.digits)
    at_one_point = figure.value == 1 and figure.before[-1:] in (("at",), ("on",))
    return figure.ordinal or (at_one_point and figure.noun is not None and figure.noun.singular in IDIOMS)


def _same_change(text: str, figure: Figure, last: Figure | None) -> Figure:
    """The figure with the change of the one it restates: ``fell 45 points, or 0.6 percent``."""
    if last is None or last.change is None or figure.change or last.end > figure.start:
        return figure
    restates = text[last.end : figure.start] in (", or ", " or ", " (", ", ")
    return replace(figure, change=last.change) if restates and figure.unit != last.unit else figure


def _cut_off(text: str, figure: Figure, end: int) -> Figure:
    """The figure without a unit or noun that belongs to the date after it."""
    if figure.number.end > end:
        return figure
    return replace(figure, end=figure.number.end, unit=None, noun=None)


_BY_NUMBER = ("digits", "number", "part", "quarter")


def _read(text: str, trigger: Trigger, country: str | None) -> tuple[Figure | None, int]:
    """The figure at a trigger, and the offset before which no other begins."""
    if trigger.family == "vague":
        vague = read_vague(text, trigger.start, trigger.end)
        return vague, vague.end if vague else trigger.end
    if trigger.family not in _BY_NUMBER:
        return None, trigger.start
    start = _with_point(text, trigger)
    number = read_number(text, start)
    special = read_share(text, trigger.start, number) or read_ordinal(text, trigger.start, trigger.end)
    if special is not None:
        return special, special.end
    if number is None or _is_lone_scale(text, number):
        return None, trigger.end
    if is_clock(text, number) or is_name(text, number):
        return None, number.end
    return _unless_named(text, read_figure(text, number, country))


def _is_lone_scale(text: str, number: Number) -> bool:
    """Whether a scale stands without a number or article: "his 51st Test hundred", "per million"."""
    if text[number.start : number.end].lower() not in SCALES:
        return False
    return not text.startswith(("a ", "A "), max(0, number.start - 2))


def _with_point(text: str, trigger: Trigger) -> int:
    """The start of digits, moved over the point of ``.5 per cent``."""
    start = trigger.start
    if (
        trigger.family == "digits"
        and text[start - 1 : start] == "."
        and text[max(0, start - 2) : start - 1] in ("", " ", "$", "£", "(", "-")
    ):
        return start - 1
    return start


def _unless_named(text: str, figure: Figure) -> tuple[Figure | None, int]:
    """The figure, but for a number without a unit that numbers something or is part of a score."""
    if figure.unit is not None and figure.noun is None:
        return figure, figure.end
    if is_numbered(text, figure.number, figure.noun is not None) or (
        figure.unit is None and is_named(text, figure.number)
    ):
        return None, figure.number.end
    score = score_end(text, figure.number) if figure.value_max is None else None
    return (figure, figure.end) if score is None else (None, score)
