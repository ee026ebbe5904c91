"""Looks at the form of a table: which keys it has, of what type, how long; nothing of what they say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from quiz_bank.formats.faults import near
from quiz_bank.formats.fields import (
    EVERYWHERE,
    KINDS,
    LONGEST_ANSWER,
    LONGEST_LIST,
    LONGEST_TEXT,
    QUESTION,
    Field,
    fits,
    type_of,
)
from quiz_bank.formats.items import Item, texts
from quiz_bank.formats.lines import one_line
from quiz_bank.grading.clean import clean, squeeze

#: what hides in a text or steers a terminal; line breaks and tabs are looked at apart
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
REQUIRED = ("id", "kind", "ask", "answer")
LONGEST_ASK = 2000  # characters: course questions tell a whole case
LIMITS = {
    "ask": LONGEST_ASK,
    "answer": LONGEST_ANSWER,
    "aliases": LONGEST_ANSWER,
    "wrong": LONGEST_ANSWER,
    "id": 80,
}
ID_PATTERN = "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?"
_ID = re.compile(ID_PATTERN)
_NAMES_OF_KINDS = {
    "boolean": "true-false", "truefalse": "true-false", "true/false": "true-false", "tf": "true-false",
    "multiple-choice": "choice", "multichoice": "choice", "mc": "choice", "string": "text", "short-answer": "text",
    "numeric": "number", "numerical": "number", "int": "number", "float": "number", "figure": "number",
    "matching": "match", "pairs": "match", "ordering": "order", "sequence": "order", "people": "person",
    "name": "person", "location": "place", "day": "date", "year": "date", "percentage": "share",
    "mcq": "choice", "short": "text", "shortanswer": "text", "true-or-false": "true-false", "yes-no": "true-false",
}  # fmt: skip
_NAMES_OF_KEYS = {
    "question": "ask", "prompt": "ask", "text": "ask", "type": "kind", "correct": "answer", "solution": "answer",
    "distractors": "wrong", "options": "wrong", "choices": "wrong", "incorrect": "wrong", "synonyms": "aliases",
    "alternatives": "aliases", "explanation": "why", "feedback": "why", "margin": "tolerance", "reference": "source",
    "name": "title", "date": "as_of",
}  # fmt: skip
_TRUTHS = {
    **dict.fromkeys(("true", "yes", "t", "y", "right", "correct"), "true"),
    **dict.fromkeys(("false", "no", "f", "n", "wrong", "incorrect"), "false"),
}


def check_shape(item: Item, known: Mapping[str, Field] = QUESTION) -> None:
    """Blames unknown keys, wrong types, empty and overlong values, and what a question lacks."""
    for key, value in item.data.items():
        if key in known:
            _check_value(item, key, value, known[key])
        else:
            _blame_unknown(item, key, known)
    if known is not QUESTION:
        return
    missing = [key for key in REQUIRED if key not in item.data and key not in item.broken]
    if missing:
        told = f"{', '.join(missing)} {'are' if len(missing) > 1 else 'is'} missing"
        item.blame("B013", told, hint=f"write  {_example(item, missing[0])}", at="header")
        item.broken.update(missing)
    _check_kind(item)
    _check_id(item, "id")


def _blame_unknown(item: Item, key: str, known: Mapping[str, Field]) -> None:
    other = _NAMES_OF_KEYS.get(key.casefold(), "")
    meant = f'did you mean "{other}"?' if other in known else near(key, known)
    here = f"keys here: {', '.join(known)}"
    item.blame("B004", f'unknown key "{one_line(key, 60)}"', key, meant or here, at="key")
    item.broken.update(name for name in known if f'"{name}"' in meant)  # not missing as well


def _example(item: Item, key: str) -> str:
    kind = item.data.get("kind")
    if key == "answer" and isinstance(kind, str) and kind in KINDS:
        return KINDS[kind].example
    return QUESTION[key].example


def _check_value(item: Item, key: str, value: Any, field: Field) -> None:
    if not fits(value, field.takes):
        if key == "answer" and item.data.get("kind") in tuple(KINDS):
            return  # told with what the kind takes
        taken = " or ".join(field.takes)
        item.blame("B012", f"{key} takes {taken}, not {type_of(value)}", key, f"write  {field.example}")
        return
    if isinstance(value, list):
        _check_list(item, key, value)
    elif isinstance(value, str):
        _check_text(item, key, value, None)
    elif value == {}:
        item.blame("B014", f"{key} is empty", key)


def _check_text(item: Item, key: str, value: str, part: int | None) -> None:
    longest = LIMITS.get(key, LONGEST_TEXT)
    if len(value) > longest:
        item.blame("B037", f"{key} has {len(value):,} characters; {longest:,} are the most", key, part=part)
    elif not value.strip() or not (value.isascii() or one_line(value, longest)):
        told = f"{key} is empty" if part is None else f"{key}[{part + 1}] is empty"
        way = "write it" if key in REQUIRED else "write it, or leave it out"
        item.blame("B014", told, key, way, part=part)
    elif not value.isprintable():
        _check_escapes(item, key, value, part)


def _check_escapes(item: Item, key: str, value: str, part: int | None) -> None:
    r"""Escapes that were not meant: ``C:\new`` holds a line break, ``\u202e`` turns the text round."""
    hidden = HIDDEN.search(value)
    if hidden is not None:
        told = f"an invisible character (U+{ord(hidden[0]):04X}) stands in {key}"
        item.blame("B035", told, key, "delete it", part=part)
        return
    statement = item.statement(key)
    written = statement.value if statement is not None else ""
    if ("\n" in value or "\t" in value) and "\\" in written and not written.startswith(('"""', "'''")):
        told = "a line break" if "\n" in value else "a tab"
        hint = 'write "\\\\" for a backslash, or put the text in single quotes'
        item.blame("B008", f"a backslash makes {told} in this text", key, hint, part=part)


def _check_list(item: Item, key: str, values: list[Any]) -> None:
    if not values:
        item.blame("B014", f"{key} is an empty list", key, "write its items, or leave it out")
        return
    if len(values) > LONGEST_LIST:
        item.blame("B037", f"{key} has {len(values):,} items; {LONGEST_LIST} are the most", key)
        return
    seen: dict[str, int] = {}
    for place, value in enumerate(values):
        if not isinstance(value, str):
            hint = f'write "{value}"' if isinstance(value, (int, float)) else "write it in quotes"
            told = f"{key}[{place + 1}] is {type_of(value)}, not a text"
            item.blame("B012", told, key, hint, part=place)
            continue
        _check_text(item, key, value, place)
        same = as_read(value) if item.data.get("kind") == "choice" else _alike(value)
        if same in seen:
            told = f'{key}[{place + 1}] "{value[:60]}" stands there already as {key}[{seen[same] + 1}]'
            item.blame("B024", told, key, part=place)
        seen.setdefault(same, place)


def as_read(option: str) -> str:
    """What tells two options of a choice apart for a reader: everything but case and spaces."""
    return " ".join(option.split()).casefold()


def _alike(value: str) -> str:
    """What two options have in common that a reader takes for one: letters, case and spaces aside."""
    cleaned = clean(value)
    return cleaned if any(char.isdigit() for char in cleaned) else squeeze(cleaned) or value


def _check_kind(item: Item) -> None:
    kind = item.value("kind")
    if kind is None:
        return
    if kind not in KINDS:
        folded = kind.strip().casefold().replace("_", "-").replace(" ", "-")
        known = _NAMES_OF_KINDS.get(folded)
        meant = f'did you mean "{known}"?' if known else near(kind, KINDS)
        item.blame(
            "B015", f'unknown kind "{one_line(kind, 60)}"', "kind", meant or f"kinds: {', '.join(KINDS)}"
        )
        return
    rule = KINDS[kind]
    for key in item.data:
        if key in QUESTION and key not in EVERYWHERE and key not in rule.also:
            item.blame("B032", f"{key} has no meaning for {kind}", key, "leave it out", at="key")
    answer = item.value("answer")
    if answer is not None and not fits(answer, rule.answer):
        taken = " or ".join(rule.answer)
        told = f"{kind} takes {taken}, not {type_of(answer)}"
        item.blame(_wrong_type(kind), told, "answer", f"write  {_meant(kind, answer) or rule.example}")


def _meant(kind: str, answer: Any) -> str:
    """The answer as it is written, where a word for true or false was; else empty."""
    if kind != "true-false" or not isinstance(answer, str):
        return ""
    meant = _TRUTHS.get(answer.strip().casefold())
    return f"answer = {meant}" if meant else ""


def _wrong_type(kind: str) -> str:
    return {"match": "B028"}.get(kind, "B012")


def _check_id(item: Item, key: str) -> None:
    name = item.value(key)
    if isinstance(name, str) and not _ID.fullmatch(name):
        written = re.sub(r"[^a-z0-9]+", "-", one_line(name).casefold()).strip("-")
        hint = f'write "{written}"' if written else "letters, digits and hyphens"
        item.blame("B033", f'"{one_line(name, 60)}" is no id', key, hint)


def check_renaming(item: Item) -> tuple[str, ...]:
    """The ids that a question had before, oldest first; those that are no ids are blamed."""
    was = item.value("was")
    found = []
    for place, name in texts(was):
        if _ID.fullmatch(name):
            found.append(name)
        else:
            part = place if isinstance(was, list) else None
            item.blame("B033", f'"{one_line(name, 60)}" is no id', "was", part=part)
    return tuple(found)
