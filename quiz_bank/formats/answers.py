"""Makes the key of a bank's question from its answer, one maker a kind, and looks at its wrong options."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from briefings.compose.datewords import in_words
from briefings.errors import BriefingError
from briefings.facts import NUMERIC_KINDS
from quiz_bank.formats.bank import mixed
from quiz_bank.formats.dates import iso_date
from quiz_bank.formats.faults import BadValueError
from quiz_bank.formats.fields import KINDS, LONGEST_ANSWER, LONGEST_LIST
from quiz_bank.formats.figures import DIMENSIONS, Asked, figure_key, is_near, tolerance_of
from quiz_bank.formats.items import Item
from quiz_bank.formats.lines import one_line
from quiz_bank.formats.shape import as_read
from quiz_bank.grading.clean import clean, squeeze
from quiz_bank.grading.fold import fold
from quiz_bank.grading.judge import judge
from quiz_bank.keys import Key

#: below this likeness two names are not compared by the grader: it would find them different
_LEAST_LIKE = 55
#: a near miss in letters may be a distractor on purpose; it is wrong as soon as it is named as such
_SLIPS = frozenset(("typo",))
_TYPED = ("text", "place", "person")  # a figure or a date that could be read is right as it stands


def key_of(item: Item, seed: str) -> Key | None:
    """The key of a question whose form is right; None where its answer cannot be used (it is blamed).

    Args:
        item: the question's table, its shape checked.
        seed: draws the order of what is shown mixed.
    """
    kind = item.value("kind")
    answer = item.value("answer")
    if kind is None or answer is None:
        return None
    try:
        key = _MAKERS[kind](item, answer, seed)
    except BadValueError as problem:
        item.blame_value(problem, "unit" if problem.code == "B020" and item.value("unit") else "answer")
        return None
    if key is None:
        return None
    _check_typed(item, key)
    _check_wrong(item, key)
    return _named_wrong(item, key)


def _lines(item: Item, key: str) -> tuple[str, ...]:
    """A list's texts, each in one clean line; empty where the key is missing or blamed."""
    value = item.value(key)
    return tuple(one_line(text, LONGEST_ANSWER) for text in value) if isinstance(value, list) else ()


def _figure(item: Item, answer: Any, seed: str) -> Key | None:
    asked = Asked(
        item.data["kind"], str(item.value("ask") or ""), one_line(str(item.value("unit") or ""), 40)
    )
    written = one_line(answer, LONGEST_ANSWER) if isinstance(answer, str) else answer
    key = figure_key(written, asked, _lines(item, "aliases"))
    given = item.value("tolerance")
    if given is None:
        return key
    try:
        return replace(key, tolerance=tolerance_of(given, key))
    except BadValueError as problem:
        item.blame_value(problem, "tolerance")
        return None


def _date(item: Item, answer: Any, seed: str) -> Key:
    iso = iso_date(answer)
    return Key("date", value=iso, text=in_words(iso) or iso, aliases=_lines(item, "aliases"))


def _text(item: Item, answer: Any, seed: str) -> Key:
    words = one_line(answer, LONGEST_ANSWER)
    return Key("text", value=words, text=words, aliases=_lines(item, "aliases"))


def _place(item: Item, answer: Any, seed: str) -> Key:
    return Key("place", name=one_line(answer, LONGEST_ANSWER), aliases=_lines(item, "aliases"))


def _person(item: Item, answer: Any, seed: str) -> Key:
    name = one_line(answer, LONGEST_ANSWER)
    *given, surname = name.split()
    return Key("person", name=name, given=" ".join(given), surname=surname, aliases=_lines(item, "aliases"))


def _choice(item: Item, answer: Any, seed: str) -> Key | None:
    right = _lines(item, "answer") if isinstance(answer, list) else (one_line(answer, LONGEST_ANSWER),)
    wrong = _lines(item, "wrong")
    if not wrong:
        if "wrong" not in item.broken:
            item.blame(
                "B026", "a choice needs wrong options too", hint='write  wrong = ["...", "..."]', at="header"
            )
        return None
    value: Any = list(right) if isinstance(answer, list) else right[0]
    return Key("choice", value=value, text="; ".join(right), options=mixed((*right, *wrong), seed))


def _true_false(item: Item, answer: Any, seed: str) -> Key:
    return Key("true-false", value=answer, text="true" if answer else "false")


def _order(item: Item, answer: Any, seed: str) -> Key | None:
    right = _lines(item, "answer")
    if len(right) < 2:
        item.blame("B027", "an order needs two items or more", "answer")
        return None
    return Key("order", value=list(right), text="; ".join(right), options=mixed(right, seed))


def _match(item: Item, answer: Any, seed: str) -> Key | None:
    pairs: dict[str, str] = {}
    for place, (left, right) in enumerate(answer.items()):
        if not isinstance(right, str) or not one_line(right) or not one_line(left):
            told = f'the pair "{one_line(left, 60)}" is not two texts'
            item.blame("B028", told, "answer", 'write  {"left" = "right"}', part=place)
            return None
        pairs[one_line(left, LONGEST_ANSWER)] = one_line(right, LONGEST_ANSWER)
    if not 2 <= len(pairs) <= LONGEST_LIST:
        item.blame("B028", f"a match needs two pairs or more, {LONGEST_LIST} at most", "answer")
        return None
    rights = tuple(dict.fromkeys(pairs.values()))
    told = "; ".join(f"{left} = {right}" for left, right in pairs.items())
    return Key("match", value=pairs, text=told, options=mixed((*rights, *_lines(item, "wrong")), seed))


Maker = Callable[[Item, Any, str], "Key | None"]
_MAKERS: Mapping[str, Maker] = dict.fromkeys(("number", *DIMENSIONS), _figure) | {
    "date": _date,
    "text": _text,
    "place": _place,
    "person": _person,
    "choice": _choice,
    "true-false": _true_false,
    "order": _order,
    "match": _match,
}
assert set(_MAKERS) == set(KINDS)


def _check_typed(item: Item, key: Key) -> None:
    """The answer itself, typed as it stands, must be right."""
    if key.kind not in _TYPED:
        return
    answer = key.name or key.text
    try:
        verdict = judge(key, answer, str(item.value("ask") or ""))
    except BriefingError as problem:
        item.blame("B038", f"this answer cannot be graded: {problem.message}", "answer")
        return
    if verdict.verdict != "correct":
        item.blame("B038", f"typed as it stands this would not be right: {verdict.reason}", "answer")


def _check_wrong(item: Item, key: Key) -> None:
    """No wrong option may be another way to say the right answer."""
    for place, option in enumerate(_lines(item, "wrong")):
        try:
            told = _is_right(key, option)
        except BadValueError as problem:
            item.blame_value(problem, "wrong", part=place)
            continue
        if told:
            item.blame(
                "B025",
                f'wrong[{place + 1}] "{option[:60]}" is {told}: two right options',
                "wrong",
                part=place,
            )


def _is_right(key: Key, option: str) -> str:
    """Why an option is right, or empty where it is not."""
    if key.kind == "match":
        taken = {squeeze(clean(right)) for right in key.value.values()}
        return "on the right side of a pair" if squeeze(clean(option)) in taken else ""
    if key.kind == "choice":  # an option is picked, not typed, so only itself is itself
        right = {as_read(accepted) for accepted in _accepted(key)}
        return "the right answer itself" if as_read(option) in right else ""
    if key.kind == "date":
        return "the right date" if iso_date(option) == key.value else ""
    if key.kind in NUMERIC_KINDS:
        other = figure_key(option, Asked(key.kind, "", "" if key.unit else "none"))
        near = option in key.aliases or is_near(other, key)
        return "the right figure" if near and judge(key, option).verdict == "correct" else ""
    for accepted in _accepted(key):
        if clean(accepted) == clean(option):
            return "the right answer itself"
        if _is_variant(accepted, option, key):
            return f'a known variant of the right answer "{accepted[:60]}"'
    return ""


def _accepted(key: Key) -> tuple[str, ...]:
    value = key.value if isinstance(key.value, list) else [key.name or key.value]
    return (*(str(one) for one in value), *key.aliases)


def _is_variant(accepted: str, option: str, key: Key) -> bool:
    from rapidfuzz import fuzz

    one, other = clean(accepted), clean(option)
    if fuzz.ratio(fold(one), fold(other)) < _LEAST_LIKE and len(other.split()) < 2 * len(one.split()):
        return False
    own = key if key.kind in ("place", "person") else Key("text", value=accepted)
    if own is key:
        own = replace(key, others=())
    verdict = judge(own, option)
    return verdict.verdict == "correct" and verdict.rule not in _SLIPS


def _named_wrong(item: Item, key: Key) -> Key:
    """Names given as wrong are no slips of the right one."""
    return replace(key, others=_lines(item, "wrong")) if key.kind in ("text", "place", "person") else key
