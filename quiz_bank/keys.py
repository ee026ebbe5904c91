"""What counts as right: one key for each question, in the field names that programs rely on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal, get_args

from briefings.errors import BriefingError

KeyKind = Literal[
    "distance",
    "population",
    "share",
    "duration",
    "area",
    "money",
    "count",
    "age",
    "date",
    "person",
    "place",
    "text",
    "choice",
    "true-false",
    "order",
    "match",
]
KEY_KINDS: tuple[KeyKind, ...] = get_args(KeyKind)


@dataclass(frozen=True, slots=True)
class Key:
    """The right answer to one question.

    Attributes:
        kind: decides how an answer is read.
        value: a number; an ISO date as long as its precision; a text; a list or an object for order, match
            and choices with several right options; a boolean. None for persons and places.
        unit, value_max, qualifier, also: as in a fact; ``also`` holds ``{"value", "unit"}``.
        text: the source's own words: the precision of a figure is read from here.
        asked_unit: the unit the question itself names, or None.
        name, given, surname, role: of a person; ``name`` also of a place.
        type, within: of a place (``town``, the country or province that holds it).
        all_of: a two-part place answer: each part a list of accepted names.
        aliases: other right spellings. others: other known names that are not right.
        options: what a choice question offers.
        tolerance: how far off a figure is still right, in ``unit`` (points for a share); None: by the rules.
    """

    kind: KeyKind
    value: Any = None
    unit: str | None = None
    value_max: float | None = None
    qualifier: str | None = None
    text: str = ""
    also: tuple[Mapping[str, Any], ...] = ()
    asked_unit: str | None = None
    name: str = ""
    given: str = ""
    surname: str = ""
    role: str = ""
    type: str = ""
    within: str = ""
    all_of: tuple[tuple[str, ...], ...] = ()
    aliases: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    options: tuple[str, ...] = field(default_factory=tuple)
    tolerance: float | None = None

    @classmethod
    def from_json(cls, data: Any) -> Key:
        """Reads a key; unknown fields are ignored.

        Raises:
            BriefingError: not an object, or its ``kind`` is missing or unknown.
        """
        if not isinstance(data, Mapping) or data.get("kind") not in KEY_KINDS:
            raise BriefingError("the key has no known kind", f"one of {', '.join(KEY_KINDS)}")
        known = {f.name for f in fields(cls)}
        values = {name: _frozen(value) for name, value in data.items() if name in known and value is not None}
        if data["kind"] in ("choice", "order", "match"):
            values["value"] = data.get("value")
        return cls(**values)

    def as_json(self) -> dict[str, Any]:
        """The key's set fields, in order; ``kind`` always."""
        found = {f.name: getattr(self, f.name) for f in fields(self)}
        return {name: _thawed(value) for name, value in found.items() if value not in (None, "", ())}


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _thawed(value: Any) -> Any:
    return [_thawed(item) for item in value] if isinstance(value, tuple) else value
