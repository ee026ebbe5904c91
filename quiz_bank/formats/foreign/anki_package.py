"""Reads Anki packages (.apkg, .colpkg), of every schema in use.

A package is a zip with a SQLite collection. ``collection.anki21b`` (zstd, tables of note types) is the newest, then
``collection.anki21`` and ``collection.anki2`` (note types as JSON). Beside a newer collection the older file holds one
note that asks to update Anki: only the newest is read.
"""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from briefings.errors import BriefingError
from quiz_bank.formats.foreign.anki_cards import NoteType
from quiz_bank.formats.foreign.anki_fields import note_drafts
from quiz_bank.formats.foreign.drafts import Draft

LARGEST_PACKAGE = 512 * 1024 * 1024  # bytes; nearly all of a package is media, which is not read
LARGEST_COLLECTION = 256 * 1024 * 1024  # bytes, unpacked
MOST_MEMBERS = 200_000
_LARGEST_WINDOW = 128 * 1024 * 1024  # bytes that zstd may look back; Anki's own files need 8 MB
_NEWEST_FIRST = ("collection.anki21b", "collection.anki21", "collection.anki2")
_MOST_STEPS = 20_000  # times a thousand instructions of SQLite, some seconds
_LENGTH_TOLD = 2  # the wire type of texts: https://protobuf.dev/programming-guides/encoding/
_FRONT, _BACK = 1, 2  # fields of a template's message that hold its sides
_CLOZE_CONFIG = b"\x08\x01"  # field 1 (kind) = 1 in a note type's protobuf
_SEPARATOR = "\x1f"


def read_anki_package(raw: bytes, source: str) -> Iterator[Draft]:
    """The notes of a package, those that cannot be taken among them.

    Raises:
        BriefingError: it is no package, is damaged, or unpacks to more than the limits allow.
    """
    try:
        with closing(_opened(_collection(raw, source))) as database:
            types = _note_types(database)
            notes = database.execute("SELECT mid, flds, tags FROM notes ORDER BY id").fetchall()
    except (sqlite3.Error, MemoryError, ValueError, TypeError, AttributeError, KeyError) as problem:
        raise BriefingError(
            f"{source} holds no collection that can be read", "export it from Anki again"
        ) from problem
    for place, (mid, fields, tags) in enumerate(notes, 1):
        known = types.get(str(mid), NoteType("", ()))
        yield from note_drafts(place, known, str(fields).split(_SEPARATOR), str(tags or "").split())


def _collection(raw: bytes, source: str) -> bytes:
    """The newest collection's bytes, unpacked."""
    if len(raw) > LARGEST_PACKAGE:
        raise BriefingError(
            f"{source} is larger than {LARGEST_PACKAGE // 2**20} MB", "export it without media"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            names = package.namelist()
            newest = next((name for name in _NEWEST_FIRST if name in names), "")
            if not newest or len(names) > MOST_MEMBERS:
                raise BriefingError(
                    f"{source} is no Anki package: it holds no collection", "export it from Anki again"
                )
            with package.open(newest) as member:
                packed = member.read(LARGEST_COLLECTION + 1)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as problem:
        raise BriefingError(
            f"{source} is no Anki package, or a damaged one", "export it from Anki again"
        ) from problem
    found = _unpacked(packed, source) if newest.endswith("b") else packed
    if len(found) > LARGEST_COLLECTION:
        raise BriefingError(
            f"{source} unpacks to more than {LARGEST_COLLECTION // 2**20} MB", "export one deck at a time"
        )
    return found


def _unpacked(packed: bytes, source: str) -> bytes:
    import zstandard

    reader = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW).stream_reader(packed)
    try:
        return reader.read(LARGEST_COLLECTION + 1)
    except (zstandard.ZstdError, MemoryError) as problem:
        raise BriefingError(f"{source} holds a damaged collection", "export it from Anki again") from problem


def _opened(found: bytes) -> sqlite3.Connection:
    """The collection in memory: nothing of it can write, run code or take for ever."""
    usable = bytearray(found)
    if usable[18:20] == b"\x02\x02":
        usable[18:20] = b"\x01\x01"  # a write-ahead log, which memory has no place for
    database = sqlite3.connect(":memory:")
    database.deserialize(bytes(usable))
    database.text_factory = lambda raw: raw.decode("utf-8", "replace")
    database.create_collation("unicase", lambda one, other: (one > other) - (one < other))
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA query_only = ON")
    steps = iter(range(_MOST_STEPS))
    database.set_progress_handler(lambda: next(steps, None) is None, 1000)
    kind = database.execute("SELECT type FROM sqlite_master WHERE name = 'notes'").fetchone()
    if kind != ("table",):
        raise sqlite3.DatabaseError("no table of notes")
    return database


def _note_types(database: sqlite3.Connection) -> Mapping[str, NoteType]:
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if {"notetypes", "fields"} <= tables:
        return _from_tables(database, "templates" in tables)
    row = database.execute("SELECT models FROM col").fetchone()
    models = json.loads(row[0]) if row and row[0] else {}
    return {str(mid): _from_json(model) for mid, model in models.items()}


def _from_tables(database: sqlite3.Connection, has_templates: bool) -> Mapping[str, NoteType]:
    fields: dict[str, list[str]] = {}
    for ntid, name in database.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields.setdefault(str(ntid), []).append(str(name))
    cards: dict[str, list[tuple[str, str]]] = {}
    if has_templates:
        for ntid, config in database.execute("SELECT ntid, config FROM templates ORDER BY ntid, ord"):
            found = _texts(bytes(config or b""))
            cards.setdefault(str(ntid), []).append((found.get(_FRONT, ""), found.get(_BACK, "")))
    return {
        str(mid): NoteType(
            str(name),
            tuple(fields.get(str(mid), ())),
            bytes(config or b"").startswith(_CLOZE_CONFIG),
            tuple(cards.get(str(mid), ())),
        )
        for mid, name, config in database.execute("SELECT id, name, config FROM notetypes")
    }


def _texts(message: bytes) -> Mapping[int, str]:
    """The texts at the beginning of a protobuf message, by the number of their field."""
    found: dict[int, str] = {}
    at = 0
    while at < len(message) and message[at] & 7 == _LENGTH_TOLD:
        field, length, shift = message[at] >> 3, 0, 0
        at += 1
        while at < len(message):
            byte = message[at]
            length |= (byte & 0x7F) << shift
            shift += 7
            at += 1
            if byte < 0x80 or shift > 28:
                break
        found[field] = message[at : at + length].decode("utf-8", "replace")
        at += length
    return found


def _from_json(model: Mapping[str, object]) -> NoteType:
    fields = [str(each.get("name", "")) for each in _in_order(model.get("flds"))]
    cards = [(str(each.get("qfmt", "")), str(each.get("afmt", ""))) for each in _in_order(model.get("tmpls"))]
    return NoteType(str(model.get("name", "")), tuple(fields), model.get("type") == 1, tuple(cards))


def _in_order(listed: object) -> Sequence[Mapping[str, Any]]:
    return sorted(listed, key=lambda each: int(each.get("ord") or 0)) if isinstance(listed, list) else []
