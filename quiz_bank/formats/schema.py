"""The JSON Schema of banks, for editors that complete and check TOML by one; made from the tables of ``fields``."""

from __future__ import annotations

import json
import sys
from typing import Any

from quiz_bank.formats.fields import (
    BANK,
    EVERYWHERE,
    KINDS,
    LONGEST_ANSWER,
    LONGEST_LIST,
    LONGEST_TEXT,
    QUESTION,
    Field,
)
from quiz_bank.formats.shape import ID_PATTERN, LIMITS, REQUIRED

#: the draft that editors' TOML tools read
DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXT = {"type": "string", "minLength": 1}
#: a type as authors are told of it -> what the schema says of it
TYPES: dict[str, dict[str, Any]] = {
    "text": _TEXT,
    "a whole number": {"type": "integer"},
    "a number": {"type": "number"},
    "a date": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}"},
    "true or false": {"type": "boolean"},
    "a list of texts": {
        "type": "array",
        "items": {**_TEXT, "maxLength": LONGEST_ANSWER},
        "minItems": 1,
        "maxItems": LONGEST_LIST,
        "uniqueItems": True,
    },
    "a table of pairs": {"type": "object", "additionalProperties": _TEXT, "minProperties": 2},
}


def schema() -> dict[str, Any]:
    """The schema: ``[bank]``, and for each kind what ``[[question]]`` takes."""
    return {
        "$schema": DRAFT,
        "title": "A bank of questions for briefing",
        "type": "object",
        "required": ["bank"],
        "additionalProperties": False,
        "properties": {
            "bank": {
                "type": "object",
                "required": ["title"],
                "additionalProperties": False,
                "properties": {name: _property(name, field) for name, field in BANK.items()},
            },
            "question": {"type": "array", "items": _question()},
        },
    }


def schema_text() -> str:
    """The schema as the file that is published."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _question() -> dict[str, Any]:
    properties = {name: _property(name, field) for name, field in QUESTION.items()}
    properties["kind"] = {"enum": list(KINDS), "description": QUESTION["kind"].says}
    return {
        "type": "object",
        "required": list(REQUIRED),
        "additionalProperties": False,
        "properties": properties,
        "allOf": [_of_kind(kind) for kind in KINDS],
    }


def _of_kind(kind: str) -> dict[str, Any]:
    """What holds of a question of that kind."""
    rule = KINDS[kind]
    never = [name for name in QUESTION if name not in (*EVERYWHERE, *rule.also)]
    then: dict[str, Any] = {
        "properties": {
            "answer": {**_any_of(rule.answer), "description": rule.says},
            **dict.fromkeys(never, False),
        }
    }
    if kind == "choice":
        then["required"] = ["wrong"]
    return {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": then}


def _property(name: str, field: Field) -> dict[str, Any]:
    found = {**_any_of(field.takes), "description": field.says}
    if found.get("type") == "string":
        found["maxLength"] = LIMITS.get(name, LONGEST_TEXT)
    if name == "id":
        found["pattern"] = f"^{ID_PATTERN}$"
    return found


def _any_of(types: tuple[str, ...]) -> dict[str, Any]:
    alternatives = [TYPES[name] for name in types]
    return dict(alternatives[0]) if len(alternatives) == 1 else {"anyOf": alternatives}


if __name__ == "__main__":
    sys.stdout.write(schema_text())
