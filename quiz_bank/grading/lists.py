"""Judges answers of several items: what stands in what order, what belongs to what."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import islice

from briefings.errors import BriefingError
from quiz_bank.grading.clean import clean
from quiz_bank.grading.fold import fold, squash
from quiz_bank.grading.typos import slip
from quiz_bank.grading.verdicts import Verdict, close, correct, wrong
from quiz_bank.keys import Key

_NUMBERED = re.compile(r"(?:^|(?<=[\s,;]))(?:\d{1,2}|[a-z])[.):]\s+")
_ITEMS = re.compile(r"\s*(?:[;\n>|]|->|=>|\bthen\b|\bfollowed by\b)\s*")
_NAMED_PLACES = re.compile(
    r"(?:^|(?<=[\s,;>]))(?:and )?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|next|then|finally|lastly|last)\b[,:]?\s+"
)
_COMMAS = re.compile(r"\s*(?:,|\band\b|/)\s*")
_PARTED = re.compile(r"\s*[;\n]\s*")
_PAIRS = re.compile(r"\s*[;\n]\s*|,\s*")
_JOINTS = ("->", "=>", "=", ":", ">", " - ", " is ")
_GAPS = re.compile(r"[\s-]+")
_MOST_GAPS = 12  # words of one pair
LONG_LIST = 4


def judge_order(key: Key, text: str, ask: str = "") -> Verdict:
    """Judges a cleaned answer against an order key; raises BriefingError for a malformed key only."""
    value = key.value
    if (
        not isinstance(value, list | tuple)
        or len(value) < 2
        or not all(isinstance(v, str | int) for v in value)
    ):
        raise BriefingError(
            "the order key has no list of items as its value", "give value, two items or more"
        )
    wanted = [clean(str(item)) for item in value]
    says = "the order is " + ", ".join(str(item) for item in value)
    typed = _items(text, wanted, [clean(option) for option in key.options])
    places = [_index(item, wanted) for item in typed]
    if None in places or not places or len(set(places)) < len(places):
        return wrong("order-wrong", says)
    order = [place for place in places if place is not None]
    if order == list(range(len(wanted))):
        return correct("order", says)
    if len(order) < len(wanted):
        if order == sorted(order) and 2 * len(order) >= len(wanted) and len(order) > 1:
            return close("order-incomplete", f"items are missing; {says}")
        return wrong("order-wrong", says)
    moved = [place for place, index in enumerate(order) if place != index]
    if len(wanted) >= LONG_LIST and len(moved) == 2 and moved[1] == moved[0] + 1:
        return close("order-swapped", f"two neighbours changed places; {says}")
    return wrong("order-wrong", says)


def _items(text: str, wanted: list[str], options: list[str]) -> list[str]:
    """The items of an answer: apart by new lines, semicolons, arrows, "then", numbers, else by commas."""
    text = _NUMBERED.sub("; ", text)
    if not any(_NAMED_PLACES.match(f"{item} ") for item in wanted):
        text = _NAMED_PLACES.sub("; ", text)
    text = text.strip(" ;.")
    parts = [part.strip(" .,") for part in _ITEMS.split(text) if part.strip(" .,")]
    if len(parts) == 1 and not any("," in item for item in wanted):
        parts = [part.strip(" .") for part in _COMMAS.split(text) if part.strip(" .")]
    if len(parts) == 1:
        parts = text.split()
    if options and all(len(part) == 1 for part in parts):
        marks = [
            ord(part) - ord("a") if part.isalpha() else int(part) - 1 for part in parts if part.isalnum()
        ]
        if marks and all(0 <= mark < len(options) for mark in marks):
            return [options[mark] for mark in marks]
    return parts


def _index(item: str, wanted: list[str]) -> int | None:
    """The item that is meant: equal without articles and spaces, else the only one a slip away."""
    typed = squash(item)
    names = [squash(name) for name in wanted]
    if typed in names:
        return names.index(typed)
    near = [
        place
        for place, name in enumerate(names)
        if slip(typed, name) == "slip" or (len(name) > 4 and fold(item) == fold(wanted[place]))
    ]
    return near[0] if len(near) == 1 else None


def judge_match(key: Key, text: str, ask: str = "") -> Verdict:
    """Judges a cleaned answer against a match key; raises BriefingError for a malformed key only."""
    value = key.value
    if not isinstance(value, Mapping) or not value:
        raise BriefingError(
            "the match key has no object as its value", 'give value, such as {"left": "right"}'
        )
    says = "the pairs are " + ", ".join(f"{left}: {right}" for left, right in value.items())
    lefts = [clean(str(left)) for left in value]
    rights = [clean(str(right)) for right in value.values()]
    pairs = _pairs(text, any("," in item for item in (*lefts, *rights)))
    seen: set[int] = set()
    for left, right in pairs:
        if not right:
            left, right = _halves(left, lefts, rights)
        place = _index(left, lefts)
        if place is None and (place := _index(right, lefts)) is not None:
            left, right = right, left
        if place is None or not _is_item(right, rights[place], rights):
            return wrong("match-wrong", says)
        seen.add(place)
    if len(seen) == len(lefts):
        return correct("match", says)
    if seen and 2 * len(seen) >= len(lefts):
        return close("match-incomplete", f"pairs are missing; {says}")
    return wrong("match-wrong", says)


def _halves(piece: str, lefts: list[str], rights: list[str]) -> tuple[str, str]:
    """The two items of a pair written side by side (``lima-peru``, ``lima peru``); the piece where it is none."""
    for cut in islice(_GAPS.finditer(piece), _MOST_GAPS):
        left, right = piece[: cut.start()], piece[cut.end() :]
        for one, other in ((left, right), (right, left)):
            if _index(one, lefts) is not None and _index(other, rights) is not None:
                return one, other
    return piece, ""


def _is_item(typed: str, name: str, names: list[str]) -> bool:
    place = _index(typed, names)
    return place is not None and squash(names[place]) == squash(name)


def _pairs(text: str, has_commas: bool) -> list[tuple[str, str]]:
    """The pairs of an answer: a JSON object, or ``left = right`` apart by semicolons, new lines, or commas.

    Where items hold commas themselves, these part nothing.
    """
    if text.startswith("{"):
        try:
            data = json.loads(text)
        except ValueError:
            data = None
        if isinstance(data, dict):
            return [(clean(str(left)), clean(str(right))) for left, right in data.items()]
    pairs = []
    for piece in (_PARTED if has_commas else _PAIRS).split(text):
        for joint in _JOINTS:
            left, found, right = piece.partition(joint)
            if found:
                pairs.append((left.strip(), right.strip()))
                break
        else:
            if piece.strip():
                pairs.append((piece.strip(), ""))
    return pairs
