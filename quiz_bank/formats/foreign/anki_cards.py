"""What an Anki card shows on its sides: https://docs.ankiweb.net/templates/intro.html."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quiz_bank.formats.foreign.cloze import GAP

_TAG = re.compile(r"\{\{([^{}]{1,200})\}\}")
_NOT_FIELDS = frozenset(("FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"))
_HIDDEN_FILTERS = ("type", "hint", "tts")
_HEAD = re.compile(r"\{\{c(\d{1,3})::")
_OPENED = "{{c"
LONGEST_SIDE = 200_000  # characters of a side, and of its template, that are looked at


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type.

    Attributes:
        name: as its author calls it.
        fields: names of its fields, in order.
        is_cloze: whether it hides parts of a text.
        cards: front and back of each card's template; empty where they are not known.
    """

    name: str
    fields: tuple[str, ...]
    is_cloze: bool = False
    cards: tuple[tuple[str, str], ...] = ()


def side(template: str, values: Mapping[str, str]) -> tuple[str, list[str]]:
    """A side of a card, and the names of the fields that it shows, in order.

    Args:
        template: HTML with ``{{Field}}``, ``{{filter:Field}}``, ``{{#Field}}...{{/Field}}`` and ``{{^Field}}``.
        values: contents of the fields by name.
    """
    parts: list[str] = []
    named: list[str] = []
    hidden: list[bool] = []
    at = length = 0
    for tag in _TAG.finditer(template := template[:LONGEST_SIDE]):
        if not any(hidden):
            parts.append(template[at : tag.start()])
        at = tag.end()
        sign, name = tag[1].strip()[:1], tag[1].strip()
        if sign in "#^":
            hidden.append(bool(values.get(name[1:].strip(), "").strip()) == (sign == "^"))
        elif sign == "/":
            del hidden[-1:]
        elif not any(hidden) and (field := _field(name)) in values and length < LONGEST_SIDE:
            parts.append(values[field])
            named.append(field)
            length += len(values[field])
    if not any(hidden):
        parts.append(template[at:])
    return "".join(parts), list(dict.fromkeys(named))


def _field(tag: str) -> str:
    """The field that a tag shows; empty for what is no field, or is shown on demand only."""
    *filters, name = (part.strip() for part in tag.split(":"))
    is_hidden = name in _NOT_FIELDS or any(each.lower().startswith(_HIDDEN_FILTERS) for each in filters)
    return "" if is_hidden else name


@dataclass(frozen=True, slots=True)
class Deletion:
    """A part of a text that a cloze card hides."""

    number: int
    text: str
    hint: str


def deletions(text: str) -> list[str | Deletion] | None:
    """A text in parts, of which some are hidden; None where one is inside another or has no number."""
    parts: list[str | Deletion] = []
    at = 0
    while (start := text.find(_OPENED, at)) >= 0 and (end := text.find("}}", start)) >= 0:
        head = _HEAD.match(text, start)
        if head is None or text.find(_OPENED, head.end(), end) >= 0:
            return None
        hidden, _, hint = text[head.end() : end].partition("::")
        parts += [text[at:start], Deletion(int(head[1]), hidden, hint)]
        at = end + 2
    return [*parts, text[at:]]


def gapped(parts: Sequence[str | Deletion]) -> Iterator[tuple[str, list[str]]]:
    """For each number of a cloze text what its card asks, and what it hides, in order."""
    numbers = dict.fromkeys(part.number for part in parts if isinstance(part, Deletion))
    for number in numbers:
        hidden = [part.text for part in parts if isinstance(part, Deletion) and part.number == number]
        yield "".join(_shown(part, number) for part in parts), hidden


def _shown(part: str | Deletion, number: int) -> str:
    if isinstance(part, str):
        return part
    if part.number != number:
        return part.text
    return f"{GAP} [{part.hint}]" if part.hint else GAP
