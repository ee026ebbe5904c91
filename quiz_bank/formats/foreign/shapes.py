"""Makes drafts of what the quiz formats have in common: weighted options, figures, pairs."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from quiz_bank.formats.foreign.drafts import Draft, Making, alike, distinct, unlike
from quiz_bank.formats.foreign.marks import KIND_MARK, UNIT_MARK, date_forms, in_unit

_PARTIAL = "part of a mark for an answer"
_FEEDBACK = "feedback on wrong answers"
_AS_TEXT = frozenset(("text", "place", "person", "date"))
_AS_NUMBER = frozenset(
    ("number", "distance", "population", "share", "duration", "area", "money", "count", "age")
)
_NUMBER = re.compile(r"[+-]?(?:\d[\d ]*(?:[.,]\d+)?|[.,]\d+)(?:[eE][+-]?\d{1,3})?")
_WILDCARD = re.compile(r"(?<!\\)\*")
_POINTED = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its text, its share of the mark in percent, the feedback on it."""

    text: str
    weight: float
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: value and tolerance as written, share of the mark in percent, the feedback on it."""

    value: Decimal
    tolerance: Decimal
    weight: float = 100.0
    feedback: str = ""


def marked(making: Making, prefix: str) -> str:
    """What a tag of an export of ours says of the question (``kind:place``); it is no tag of the author's."""
    for tag in making.tags:
        if tag.startswith(prefix):
            making.tags.remove(tag)
            return tag.removeprefix(prefix)
    return ""


def _marked_kind(making: Making, among: frozenset[str], otherwise: str) -> str:
    kind = marked(making, KIND_MARK)
    return kind if kind in among else otherwise


def choice(making: Making, ask: str, options: Sequence[Option], single: bool) -> Draft:
    """A question with options; ``single``: one of them is to be chosen."""
    marked(making, KIND_MARK)
    if any(not option.text for option in options):
        return making.skip("an option has no text")
    best = max((option.weight for option in options), default=0)
    if best <= 0:
        return making.skip("no option is right")
    right = [option for option in options if (option.weight == best if single else option.weight > 0)]
    if single and (best < 100 or any(0 < option.weight < best for option in options)):
        making.changed(_PARTIAL)
    if not single and len({option.weight for option in right}) > 1:
        making.changed("answers of different weight")
    texts = distinct((), (option.text for option in right))
    wrong = distinct(texts, (option.text for option in options if option not in right))
    if len(texts) + len(wrong) < len(options):
        making.changed("an option that stood there twice")
    _keep_feedback(making, right, [option for option in options if option not in right])
    if single and len(texts) > 1:
        making.changed("one of several right options was enough")
    return making.done("choice", ask, texts if len(texts) > 1 or not single else texts[0], wrong=wrong)


def short(making: Making, ask: str, options: Sequence[Option]) -> Draft:
    """A question answered in words; weights as in ``choice``."""
    kind = _marked_kind(making, _AS_TEXT, "text")
    named = [option for option in options if option.text not in ("", "*")]
    _keep_feedback(making, [o for o in named if o.weight >= 100], [o for o in options if o.weight < 100])
    if any(_WILDCARD.search(option.text) for option in named):
        making.changed("a wildcard in an answer")
    named = [Option(bare, o.weight) for o in named if (bare := _without_wildcards(o.text))]
    best = max((option.weight for option in named), default=0)
    if best <= 0:
        return making.skip("there is no right answer")
    right = [option.text for option in named if option.weight == best]
    if any(0 < option.weight < best for option in named) or best < 100:
        making.changed(_PARTIAL)
    wrong = unlike(right, (option.text for option in named if option.weight <= 0))
    if kind == "date":
        right = [right[0], *(text for text in right[1:] if text not in date_forms(right[0]))]
    return making.done(kind, ask, right[0], aliases=right[1:], wrong=wrong)


def _without_wildcards(text: str) -> str:
    return " ".join(_WILDCARD.sub(" ", text).replace("\\*", "*").split()) if "*" in text else text


def number(making: Making, ask: str, figures: Sequence[Figure], unit: str = "") -> Draft:
    """A question answered by a figure; its unit is asked for where there is one."""
    kind = _marked_kind(making, _AS_NUMBER, "number")
    unit = marked(making, UNIT_MARK) or unit
    best = max((figure.weight for figure in figures), default=0)
    if best <= 0:
        return making.skip("there is no right answer")
    right = [figure for figure in figures if figure.weight == best]
    wrong = [figure for figure in figures if figure.weight <= 0]
    if len(right) + len(wrong) < len(figures) or best < 100:
        making.changed(_PARTIAL)
    _keep_feedback(making, right, [figure for figure in figures if figure.weight < 100])
    first = right[0]
    if any(figure.tolerance != first.tolerance for figure in right[1:]):
        making.changed("a tolerance of its own for another right answer")
    return making.done(
        kind,
        ask.removesuffix(in_unit(unit)) if unit else ask,
        digits(first.value, unit),
        aliases=_other_digits(right[1:], first, unit),
        wrong=_other_digits(wrong, first, unit),
        tolerance=digits(first.tolerance, unit) if first.tolerance else None,
    )


def _other_digits(figures: Sequence[Figure], first: Figure, unit: str) -> list[str]:
    return list(dict.fromkeys(digits(each.value, unit) for each in figures if each.value != first.value))


def digits(value: Decimal, unit: str = "") -> str:
    """A figure as a bank reads it: no exponent, and no group of three that could mean thousands."""
    text = f"{value:f}"
    if "." in text and len(text) > 40:
        text = f"{value:.12f}".rstrip("0").rstrip(".")
    if _POINTED.fullmatch(text):
        text += "0"
    return f"{text} {unit}" if unit else text


def decimal(raw: str) -> Decimal | None:
    """The figure of a numeric answer; None where there is none, or none that could be asked."""
    words = raw.strip().replace("\u2212", "-")
    if not _NUMBER.fullmatch(words):
        return None
    try:
        value = Decimal(words.replace(" ", "").replace(",", "."))
    except InvalidOperation:
        return None
    return value if not value or -30 < value.adjusted() < 30 else None


def between(low: Decimal, high: Decimal, weight: float = 100.0, feedback: str = "") -> Figure:
    """A range as its middle and half its width."""
    middle, half = (low + high) / 2, abs(high - low) / 2
    return Figure(middle.normalize(), half.normalize(), weight, feedback)


def figure(answer: str, weight: float) -> Figure | None:
    """The figure of an answer: ``30``, ``30:2`` (tolerance) or ``28..32`` (range); None where it is none."""
    low, dots, high = answer.partition("..")
    if dots:
        ends = decimal(low), decimal(high)
        return between(ends[0], ends[1], weight) if ends[0] is not None and ends[1] is not None else None
    middle, _, off = answer.partition(":")
    value, tolerance = decimal(middle), decimal(off or "0")
    return Figure(value, abs(tolerance), weight) if value is not None and tolerance is not None else None


def pairs(making: Making, ask: str, found: Sequence[tuple[str, str]]) -> Draft:
    """A question that joins left and right; a pair without a left side is a wrong right side."""
    kind = marked(making, KIND_MARK)
    joined: dict[str, str] = {}
    for left, right in found:
        if left and right:
            if left in joined and joined[left] != right:
                return making.skip("one left side has two right sides")
            joined[left] = right
        elif left:
            return making.skip("a pair has no right side")
    if kind == "order" and list(joined) == [str(place) for place in range(1, len(joined) + 1)]:
        return making.done("order", ask, list(joined.values()))
    taken = {alike(right) for right in joined.values()}
    wrong = [right for left, right in found if not left and right and alike(right) not in taken]
    return making.done("match", ask, joined, wrong=wrong)


def _keep_feedback(
    making: Making, right: Sequence[Option | Figure], wrong: Sequence[Option | Figure]
) -> None:
    """Feedback on the right answer is a remark; on wrong ones a bank has no place for it."""
    for option in right:
        if option.feedback:
            making.why.append(option.feedback)
    if any(option.feedback for option in wrong):
        making.lost(_FEEDBACK)


def weight_of(raw: str) -> float:
    """A share of the mark as written, in percent; 0 where it is no figure."""
    try:
        value = float(raw.strip().replace(",", "."))
    except ValueError:
        return 0.0
    return value if math.isfinite(value) else 0.0
