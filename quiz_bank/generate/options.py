"""Three options for a question that is answered by choosing, or none where two good wrong ones are wanting.

Distractors are of the key's kind, unit and precision; they come from the story first, else the key's figure
is scaled. None lies inside what a typed answer would be allowed, and the key's rank among the three is drawn
evenly from the question's id, so that the same question always shows the same options.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from briefings.compose.datewords import in_words
from briefings.extract.nations import COUNTRIES, DEMONYMS
from briefings.facts import NUMERIC_KINDS
from briefings.stories import Story
from quiz_bank.generate.setting import classes_in
from quiz_bank.generate.wording import number_span
from quiz_bank.generate.words import PLACE_CLASSES, UNITS
from quiz_bank.keys import Key

_FACTORS = (0.5, 0.67, 1.5, 2.0, 0.33, 3.0, 0.25, 4.0)
_SMALL = 12  # below it every whole number is a candidate
_SHARE_STEPS = (-30, -20, -15, 15, 20, 30, -40, 40)
_APART = 1.25
_SHARE_APART = 10
_FAR = 5.0
_MOST_YEARS = 20  # between a date and another that can be taken for it


def options(key: Key, ask: str, seed: str, story: Story) -> tuple[str, ...]:
    """The options in the order shown; empty where fewer than two good distractors exist.

    Args:
        key: the right answer.
        ask: the question; nothing it names is offered.
        seed: the question's id; draws the key's rank.
        story: where distractors are looked for first.
    """
    if key.kind in NUMERIC_KINDS:
        return _figures(key, seed, story)
    if key.kind == "date":
        return _dates(key, seed, story)
    if key.kind in ("person", "place"):
        return _names(key, ask, seed, story)
    return ()


def right_option(key: Key) -> str:
    """The key as an option prints it: the one of ``options`` that is right."""
    if key.kind in NUMERIC_KINDS:
        return _printed(key, key.value)
    return in_words(str(key.value)) if key.kind == "date" else key.name


def draw(seed: str, choices: int) -> int:
    """A number below ``choices``, even over seeds, the same for the same seed."""
    return int.from_bytes(hashlib.blake2b(seed.encode(), digest_size=8).digest()) % choices


def _figures(key: Key, seed: str, story: Story) -> tuple[str, ...]:
    if (
        isinstance(key.value, bool)
        or not isinstance(key.value, (int, float))
        or key.value <= 0
        or key.value_max
    ):
        return ()
    pool = _story_values(key, story)
    made = _made_values(key)
    below = _apart([v for v in (*pool, *made) if v < key.value], key)
    above = _apart([v for v in (*pool, *made) if v > key.value], key)
    ranks = [rank for rank in range(3) if len(below) >= rank and len(above) >= 2 - rank]
    if not ranks:
        return ()
    rank = ranks[draw(seed, len(ranks))]
    values = sorted([*below[:rank], key.value, *above[: 2 - rank]])
    shown = tuple(_printed(key, value) for value in values)
    return shown if len(set(shown)) == 3 else ()


def _story_values(key: Key, story: Story) -> list[float]:
    limit = abs(float(key.value)) * _FAR
    least = abs(float(key.value)) / _FAR
    found = {
        float(claim.value)
        for claim in story.claims
        if claim.kind == key.kind
        and claim.unit == key.unit
        and isinstance(claim.value, (int, float))
        and least <= claim.value <= limit
        and _digits(claim.value) <= _digits(key.value) + 1
    }
    return sorted(found, key=lambda value: (abs(value - float(key.value)), value))


def _made_values(key: Key) -> list[float]:
    value = float(key.value)
    if key.kind == "share" and key.unit == "percent":
        return [value + step for step in _SHARE_STEPS if 0 < value + step < 100]
    if key.kind == "share":
        return [v for v in (0.25, 0.3333, 0.5, 0.6667, 0.75, 0.1, 0.2) if v != round(value, 4)]
    if value < _SMALL and value == int(value):
        nearest = sorted(range(1, 3 * _SMALL), key=lambda other: (abs(other - value), other))
        return [float(other) for other in nearest if other != value]
    digits = _digits(value)
    made = [_rounded(value * factor, digits) for factor in _FACTORS]
    return [float(round(other)) for other in made] if value == int(value) else made


def _digits(value: float) -> int:
    """Significant digits of a figure as printed."""
    text = f"{value:.10g}".replace(".", "").replace("-", "").lstrip("0")
    return max(1, len(text.rstrip("0")))


def _rounded(value: float, digits: int) -> float:
    return float(f"{value:.{digits}g}")


def _apart(values: Iterable[float], key: Key) -> list[float]:
    """The values that are far enough from the key and from one another, in the given order."""
    kept: list[float] = []
    for value in values:
        if all(far_enough(value, other, key) for other in (*kept, float(key.value))):
            kept.append(value)
    return kept


def far_enough(one: float, other: float, key: Key) -> bool:
    """Whether two figures of the key's kind are so far apart that neither can pass for the other."""
    if one <= 0 or other <= 0:
        return False
    if key.kind == "share" and key.unit == "percent":
        return abs(one - other) >= _SHARE_APART
    if max(one, other) < 10 and key.kind in ("count", "population", "duration", "age"):
        return abs(one - other) >= 1 and (max(one, other) <= 4 or max(one, other) >= _APART * min(one, other))
    return max(one, other) >= _APART * min(one, other)


def _printed(key: Key, value: float) -> str:
    """The value in the words of the key's text: same hedge, same unit."""
    span = number_span(key.text)
    number = _number_text(value, key.text)
    unit = UNITS.get(key.unit or "", "")
    hedge = f"{key.qualifier} " if key.qualifier and key.qualifier != "between" else ""
    if key.kind == "share":
        return hedge + (f"{number} %" if key.unit == "percent" else _fraction_text(value))
    if key.kind == "money":
        return f"{hedge}{number} {key.unit}"
    if span is None or key.kind in ("population", "count"):
        return f"{hedge}{number}"
    unit = unit or key.unit or ""
    return f"{hedge}{number} {unit.removesuffix('s') if number == '1' else unit}".rstrip()


def _number_text(value: float, text: str) -> str:
    for scale, word in ((10**9, "billion"), (10**6, "million")):
        if value >= scale:
            return f"{value / scale:.10g} {word}"
    return f"{int(value):,}" if value == int(value) else f"{value:.10g}"


_FRACTIONS = {
    0.1: "a tenth",
    0.2: "a fifth",
    0.25: "a quarter",
    0.3333: "a third",
    0.4: "two fifths",
    0.5: "half",
    0.6: "three fifths",
    0.6667: "two thirds",
    0.75: "three quarters",
    0.8: "four fifths",
}


def _fraction_text(value: float) -> str:
    return _FRACTIONS.get(round(value, 4), f"{value:.4g}")


def _dates(key: Key, seed: str, story: Story) -> tuple[str, ...]:
    if not isinstance(key.value, str) or not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", key.value):
        return ()
    latest = str(story.as_of or "9999")[: len(key.value)]
    pool = sorted(
        {
            str(claim.value)
            for claim in story.claims
            if claim.kind == "date"
            and isinstance(claim.value, str)
            and re.fullmatch(r"\d{4}(?:-\d\d){0,2}", claim.value)
            and len(claim.value) == len(key.value)
            and claim.value != key.value
            and abs(int(claim.value[:4]) - int(key.value[:4])) <= _MOST_YEARS
        },
        key=lambda value: (_steps(value, key.value), value),
    )
    made = [_moved(key.value, step) for step in (-1, 1, -2, 2, -3, 3)]
    rank = draw(seed, 3)
    usable = [
        value for value in dict.fromkeys((*pool, *made)) if value <= latest and _clear(value, key.value)
    ]
    below = [value for value in usable if value < key.value]
    above = [value for value in usable if value > key.value]
    rank = max(rank, 2 - len(above))
    if len(below) < rank:
        return ()
    chosen = sorted([*below[:rank], key.value, *above[: 2 - rank]])
    return tuple(in_words(value) for value in chosen)


def _clear(value: str, key: str) -> bool:
    """Whether a day is far enough from the key not to be taken as nearly right."""
    return len(key) != 10 or abs((date.fromisoformat(value) - date.fromisoformat(key)).days) > 1


def _steps(value: str, key: str) -> int:
    def count(iso: str) -> int:
        parts = [int(part) for part in iso.split("-")]
        return parts[0] * 372 + (parts[1] * 31 if len(parts) > 1 else 0) + (parts[2] if len(parts) > 2 else 0)

    return abs(count(value) - count(key))


def _moved(iso: str, step: int) -> str:
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 3:
        return (date(*parts) + timedelta(days=2 * step)).isoformat()
    if len(parts) == 2:
        months = parts[0] * 12 + parts[1] - 1 + step
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return f"{parts[0] + step:04d}"


def _names(key: Key, ask: str, seed: str, story: Story) -> tuple[str, ...]:
    alike = _alike(key, story)
    own = {key.name.casefold(), key.surname.casefold(), *(alias.casefold() for alias in key.aliases)}
    lowered = ask.casefold()
    forms = {name.canonical: name.forms for name in story.names}
    others = [
        other
        for other in key.others
        if other in alike
        and other.casefold() not in own
        and not any(form.casefold() in lowered for form in forms.get(other, (other,)))
        and (key.kind == "place" or (" " in other) == (" " in key.name))
    ]
    if len(others) < 2 or (key.kind == "place" and key.name not in alike):
        return ()
    first = draw(seed + "first", len(others))
    second = (first + 1 + draw(seed + "second", len(others) - 1)) % len(others)
    wrong = [others[first], others[second]]
    return _placed(key.name, wrong, draw(seed, 3))


_SETTLEMENTS = frozenset(str.split("city town village capital suburb port municipality"))
_AREAS = frozenset(str.split("province region district state territory county"))


@lru_cache(maxsize=1024)
def _classes(text: str) -> Mapping[str, tuple[str, ...]]:
    """What an article calls its names; kept, as every question for a place asks again."""
    return classes_in(re.sub(r"\s+", " ", text))


def _alike(key: Key, story: Story) -> frozenset[str]:
    """The names that can stand beside the key: people, places of its class, else towns of its country on the map."""
    if key.kind != "place":
        return frozenset(key.others)
    if key.type:
        return _of_class(key.type, story)
    forms = {key.name, *key.aliases}
    country = next((place.country for place in story.places if place.name in forms), "")
    towns = {place.name for place in story.places if place.country == country and place.population}
    return frozenset((*towns, *forms)) if country and towns & forms else frozenset()


def _of_class(noun: str, story: Story) -> frozenset[str]:
    """The names that the story itself calls by the noun or its like: ``town`` for a city, never a river."""
    like = next((family for family in (_SETTLEMENTS, _AREAS) if noun in family), frozenset((noun,)))
    told = [_classes(article.text) for article in story.articles]
    called = {name for classes in told for other in like for name in classes.get(other, ())}
    apart = (
        PLACE_CLASSES - like - _SETTLEMENTS - _AREAS
    )  # a province may bear its city's name, a river none's
    elsewhere = {name for classes in told for other in apart for name in classes.get(other, ())}
    barred = elsewhere | COUNTRIES | DEMONYMS
    alike = (name.forms for name in story.names if called & {*name.forms} and not barred & {*name.forms})
    return frozenset(form for forms in alike for form in forms)


def _placed(right: str, wrong: Sequence[str], rank: int) -> tuple[str, ...]:
    shown = list(wrong)
    shown.insert(rank, right)
    return tuple(shown)
