"""Makes a question of an Anki note, whatever its note type calls the fields."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from quiz_bank.formats.fields import KINDS
from quiz_bank.formats.foreign.anki_cards import NoteType, deletions, gapped, side
from quiz_bank.formats.foreign.cloze import SEVERAL_GAPS
from quiz_bank.formats.foreign.columns import meanings
from quiz_bank.formats.foreign.drafts import Draft, Making

BANK_FIELD = "Bank"  # of our own exports: the question's table as JSON
_CLOZE = re.compile(r"\{\{c\d+(?:,\d+)*::")
_SOUND = re.compile(r"\[(sound|anki:[a-z]+):[^\]]*\]")
_TAG = re.compile(r"<[^<>]*>")
_MEDIA = re.compile(r"<img|\[sound:", re.IGNORECASE)
_KIND_TAG = "kind::"
_OCCLUSION = re.compile(r"image ?occlusion", re.IGNORECASE)
_OCCLUDED = "image-occlusion:"
_OCCLUDING = re.compile(r"[0-9a-f]{32}-(?:ao|oa)-\d{1,4}")  # what the add-on for them names its notes
_NUMBER = re.compile(
    r"\d{5,20}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
)  # that other programs tell notes by
_REVERSED = re.compile(r"revers", re.IGNORECASE)
_TYPED = frozenset(("text", "place", "person", "date"))
_DECOY = "Please update to the latest Anki version"


def note_drafts(line: int, notetype: NoteType, values: Sequence[str], tags: Sequence[str]) -> Iterator[Draft]:
    """A note as a question with a typed answer; a cloze note as one for each of its gaps.

    Args:
        line: its line or place.
        notetype: its type; where it tells no cards, fields are known by their names, else by their order.
        values: contents of its fields, in the type's order.
        tags: its tags.
    """
    names = [*notetype.fields, *[""] * len(values)]
    fields = list(zip(names, values, strict=False))
    ours = next((value for name, value in fields if name == BANK_FIELD), "")
    if ours and (table := _native(ours)):
        yield Draft(line, str(table["ask"])[:80], table)
        return
    making = Making(line, tags=[tag.replace("::", "/") for tag in tags if not tag.startswith(_KIND_TAG)])
    clozes = [place for place, value in enumerate(values) if _CLOZE.search(value)]
    if clozes or notetype.is_cloze:
        yield from _gaps(making, fields, clozes)
    elif _OCCLUSION.search(notetype.name) or any(_OCCLUDING.fullmatch(value.strip()) for value in values[:1]):
        making.name = making.line_of(values[0]) if values else ""
        yield making.skip("image occlusion is not supported")
    else:
        kind = next((tag.removeprefix(_KIND_TAG) for tag in tags if tag.startswith(_KIND_TAG)), "text")
        yield _card(making, notetype, fields, kind if kind in _TYPED else "text")


def _card(making: Making, notetype: NoteType, fields: Sequence[tuple[str, str]], kind: str) -> Draft:
    """The note's first card: its front is the question, the first field that only its back shows the answer."""
    front, ask_at, answer_at = _sides(notetype, fields)
    ask = _text(making, front)
    making.name = ask
    if ask.startswith(_DECOY):
        return making.skip("the notes are in a newer part of the package")
    answer = _text(making, fields[answer_at][1]) if answer_at < len(fields) else ""
    if ask and answer.startswith(ask):
        answer = answer.removeprefix(ask).strip() or answer  # a back that repeats its front
    if ask and answer == ask:
        return making.skip("its two sides say the same")
    lost = {note.what for note in making.notes}
    if not ask and lost & {"image", "sound"}:
        return making.skip(f"the question is only {'an image' if 'image' in lost else 'a sound'}")
    if _REVERSED.search(notetype.name):
        making.lost("the reversed card")
    elif len(notetype.cards) > 1:
        making.lost("further cards of a note")
    if not notetype.cards and not any(name for name, _ in fields):
        making.lost(
            "names of fields: the first was read as question, the next as answer, the rest as remarks"
        )
    _take_rest(making, fields, {*ask_at, answer_at})
    return making.done(kind, ask, answer)


def _sides(notetype: NoteType, fields: Sequence[tuple[str, str]]) -> tuple[str, set[int], int]:
    """The front of the first card that has one, the places of its fields, and the place of the answer."""
    names = [name for name, _ in fields]
    values = dict(fields)
    for front_of, back_of in notetype.cards:
        front, shown = side(front_of, values)
        turned = [name for name in side(back_of, values)[1] if name not in shown and _has_text(values[name])]
        if any(values[name].strip() for name in shown) and turned:
            told = dict(zip(turned, meanings(turned), strict=True))
            answer = next((name for name in turned if told[name] == "answer"), turned[0])
            return front, {names.index(name) for name in shown}, names.index(answer)
    ask_at, answer_at = _places(names) if any(names) else _unnamed([value for _, value in fields])
    return (fields[ask_at][1] if ask_at < len(fields) else ""), {ask_at}, answer_at


def _unnamed(values: Sequence[str]) -> tuple[int, int]:
    """Of fields without names the first that is no number asks, and the next that says something else answers."""
    ask = 1 if values[2:] and _NUMBER.fullmatch(values[0].strip()) else 0
    asked = words_of(values[ask]) if values[ask:] else ""
    others = range(ask + 1, len(values))
    return ask, next((place for place in others if words_of(values[place]) not in ("", asked)), ask + 1)


def words_of(value: str) -> str:
    """What a field says beside sounds and markup."""
    return _TAG.sub("", _SOUND.sub("", value)).strip()


def _has_text(value: str) -> bool:
    return bool(_SOUND.sub("", value).strip())


def _gaps(making: Making, fields: Sequence[tuple[str, str]], clozes: Sequence[int]) -> Iterator[Draft]:
    """A question for each number of a cloze text; a number that hides several parts is not asked."""
    if not clozes:
        making.name = making.line_of(fields[0][1]) if fields else ""
        yield making.skip("cloze without a gap")
        return
    place, *others = clozes
    parts = deletions(fields[place][1])
    if parts is None or others:
        making.name = making.line_of(fields[place][1])
        yield making.skip("cloze within cloze is not supported" if parts is None else SEVERAL_GAPS)
        return
    asked = list(gapped(parts))
    if not asked:
        yield making.skip("cloze without a gap")
    for text, hidden in asked:
        found = Making(making.line, tags=list(making.tags))
        ask = found.name = _text(found, text)
        answers = {_text(found, each) for each in hidden}
        if len(answers) > 1:
            yield found.skip(SEVERAL_GAPS)
            continue
        if any(answer.startswith(_OCCLUDED) for answer in answers):
            yield found.skip("image occlusion is not supported")
            continue
        _take_rest(found, fields, {place})
        yield found.done("text", ask, answers.pop())


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


def _take_rest(making: Making, fields: Sequence[tuple[str, str]], taken: Collection[int]) -> None:
    """Remarks and fields without a name are kept as remarks; other fields are lost by name."""
    found = meanings([name for name, _ in fields])
    for place, ((name, value), meaning) in enumerate(zip(fields, found, strict=True)):
        if place in taken or not (words_of(value) or _MEDIA.search(value)):
            continue
        if not name and _NUMBER.fullmatch(value.strip()):
            continue
        if meaning == "why" or not name:
            making.why.append(_text(making, value))
        else:
            making.lost(f'field "{making.line_of(name)[:40] or place + 1}"')
