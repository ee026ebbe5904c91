"""Makes a question of an Anki note, whatever its note type calls the fields."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from quiz_bank.formats.fields import KINDS
from quiz_bank.formats.foreign.columns import meanings
from quiz_bank.formats.foreign.drafts import Draft, Making

BANK_FIELD = "Bank"  # of our own exports: the question's table as JSON
_CLOZE = re.compile(r"\{\{c\d+::")
_SOUND = re.compile(r"\[(sound|anki:[a-z]+):[^\]]*\]")
_KIND_TAG = "kind::"
_OCCLUSION = re.compile(r"image ?occlusion", re.IGNORECASE)
_REVERSED = re.compile(r"revers", re.IGNORECASE)
_DECOY = "Please update to the latest Anki version"


def note_draft(
    line: int, notetype: str, fields: Sequence[tuple[str, str]], tags: Sequence[str], is_cloze: bool = False
) -> Draft:
    """A note as a question with a typed answer.

    Args:
        line: its line or place.
        notetype: the name of its type.
        fields: names and contents, in the type's order; names may be empty.
        tags: its tags.
        is_cloze: whether its type hides parts of a text.
    """
    making = Making(line, tags=[tag.replace("::", "/") for tag in tags if not tag.startswith(_KIND_TAG)])
    ours = next((value for name, value in fields if name == BANK_FIELD), "")
    if ours and (table := _native(ours)):
        return Draft(line, str(table["ask"])[:80], table)
    ask_at, answer_at = _places([name for name, _ in fields])
    contents = [value for _, value in fields]
    making.name = making.line_of(_SOUND.sub("", contents[ask_at])) if ask_at < len(contents) else ""
    making.notes.clear()
    if making.name.startswith(_DECOY):
        return making.skip("the notes are in a newer part of the package")
    if is_cloze or any(_CLOZE.search(value) for value in contents):
        return making.skip("cloze is not supported")
    if _OCCLUSION.search(notetype):
        return making.skip("image occlusion is not supported")
    ask = _text(making, contents[ask_at] if ask_at < len(contents) else "")
    answer = _text(making, contents[answer_at] if answer_at < len(contents) else "")
    if not ask and "image" in {note.what for note in making.notes}:
        return making.skip("the question is only an image")
    if _REVERSED.search(notetype):
        making.lost("the reversed card")
    found = meanings([name for name, _ in fields])
    _take_rest(making, fields, found, (ask_at, answer_at))
    kind = next((tag.removeprefix(_KIND_TAG) for tag in tags if tag.startswith(_KIND_TAG)), "text")
    return making.done(kind if kind in ("text", "place", "person", "date") else "text", ask, answer)


def _native(raw: str) -> Mapping[str, Any] | None:
    """The table that an export of ours keeps beside the shown fields."""
    from html import unescape

    try:
        found = json.loads(unescape(raw))
    except (ValueError, RecursionError):
        return None
    whole = isinstance(found, dict) and {"id", "kind", "ask", "answer"} <= found.keys()
    return found if whole and found["kind"] in tuple(KINDS) else None


def _places(names: Sequence[str]) -> tuple[int, int]:
    """Which fields hold the question and the answer: by their names, else the first two."""
    found = meanings(names)
    ask = found.index("ask") if "ask" in found else 0
    answer = found.index("answer") if "answer" in found and found.index("answer") != ask else -1
    if answer < 0:
        answer = next((place for place in range(len(names)) if place != ask), len(names))
    return ask, answer


def _text(making: Making, raw: str) -> str:
    bare = _SOUND.sub("", raw)
    if bare != raw:
        making.lost("sound")
    return making.line_of(bare)


def _take_rest(
    making: Making, fields: Sequence[tuple[str, str]], found: Sequence[str], taken: Sequence[int]
) -> None:
    """Remarks are kept; other fields are lost by name."""
    for place, ((name, value), meaning) in enumerate(zip(fields, found, strict=True)):
        if place in taken or not value.strip():
            continue
        if meaning == "why":
            making.why.append(_text(making, value))
        else:
            making.lost(f'field "{making.line_of(name)[:40] or place + 1}"')
