"""Reads keys that came from outside: every field must have the shape that the judges rely on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from briefings.errors import BriefingError
from quiz_bank.keys import Key

_LISTED_KINDS = ("choice", "order", "match")


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _are_options(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) or _is_number(item) for item in value)


def _are_measures(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(item, Mapping)
        and _is_number(item.get("value"))
        and (item.get("unit") is None or _is_text(item["unit"]))
        for item in value
    )


def _are_parts(value: Any) -> bool:
    return isinstance(value, list) and all(_are_texts(part) and part for part in value)


_TEXTS = ("unit", "qualifier", "text", "asked_unit", "name", "given", "surname", "role", "type", "within")
# field -> what it must be, and how to say so
_SHAPES: dict[str, tuple[Callable[[Any], bool], str]] = {
    **dict.fromkeys(_TEXTS, (_is_text, "a text")),
    **dict.fromkeys(("aliases", "others"), (_are_texts, "a list of texts")),
    "options": (_are_options, "a list of texts"),
    "also": (_are_measures, "a list of {value, unit}"),
    "all_of": (_are_parts, "a list of lists of names"),
}


def read_key(data: Any) -> Key:
    """Reads a key from JSON.

    Raises:
        BriefingError: it is no object, has no known kind, or a field has another shape than the contract's.
    """
    key = Key.from_json(data)
    for name, (is_so, shape) in _SHAPES.items():
        value = data.get(name)
        if value is not None and not is_so(value):
            raise BriefingError(f"the key's {name} is not {shape}", f"give {name} as {shape}")
    high = data.get("value_max")
    if high is not None and not (_is_number(high) or (key.kind == "date" and _is_text(high))):
        raise BriefingError("the key's value_max is no number", "give a number such as 320")
    if key.kind not in _LISTED_KINDS and isinstance(data.get("value"), list | Mapping):
        raise BriefingError(f"the {key.kind} key's value is a list or an object", "give one value")
    return key
