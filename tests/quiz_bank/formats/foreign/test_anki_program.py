"""Packages and notes to and from Anki itself: the ``anki`` package opens what is exported, and its own are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quiz_bank.formats.bank_toml import read_bank, read_bank_file
from quiz_bank.formats.foreign.exchange import export, import_file
from quiz_bank.formats.foreign.outgoing import of_entry

anki = pytest.importorskip("anki.collection", reason="the anki package is not installed")

SAMPLE = Path(__file__).parents[4] / "quiz_bank" / "banks" / "deir-ez-zor.toml"
RIVER = """
[bank]
title = "Rivers"
[[question]]
id = "long-river"
kind = "text"
ask = "{}"
answer = "Varn"
"""


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    opened = anki.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def take_in(collection: Any, path: Path, form: str, bank: str = "") -> Any:
    """Exports a bank, the sample where none is given, and has Anki import it."""
    entries = read_bank(bank).entries if bank else read_bank_file(SAMPLE).entries
    path.write_bytes(export([of_entry(entry) for entry in entries], form, "Rivers")[0])
    if form == "apkg":
        request = anki.ImportAnkiPackageRequest(
            package_path=str(path), options=anki.ImportAnkiPackageOptions()
        )
        return collection.import_anki_package(request).log
    metadata = collection.get_csv_metadata(path=str(path), delimiter=None)
    return collection.import_csv(anki.ImportCsvRequest(path=str(path), metadata=metadata)).log


def fields(collection: Any) -> list[dict[str, str]]:
    return [dict(collection.get_note(nid).items()) for nid in collection.find_notes("")]


def test_anki_takes_in_a_package_with_a_card_for_each_question(collection: Any, tmp_path: Path) -> None:
    log = take_in(collection, tmp_path / "deck.apkg", "apkg")
    entries = read_bank_file(SAMPLE).entries
    assert len(log.new) == collection.note_count() == collection.card_count() == len(entries)
    assert "Rivers" in {deck.name for deck in collection.decks.all_names_and_ids()}
    assert all(note["Question"] and note["Answer"] for note in fields(collection))
    assert collection.fix_integrity()[1]


def test_a_reworded_question_is_updated_and_keeps_its_card(collection: Any, tmp_path: Path) -> None:
    take_in(collection, tmp_path / "old.apkg", "apkg", RIVER.format("Which river is long?"))
    (card,) = collection.find_cards("")
    (nid,) = collection.find_notes("")
    collection.db.execute("UPDATE notes SET mod = mod - 60")  # as if taken in a minute ago
    log = take_in(collection, tmp_path / "new.apkg", "apkg", RIVER.format("Which river is longest?"))
    assert (len(log.new), len(log.updated)) == (0, 1)
    assert (collection.find_cards(""), collection.find_notes("")) == ([card], [nid])
    assert fields(collection)[0]["Question"] == "Which river is longest?"


def test_anki_takes_in_notes_as_text_and_updates_them(collection: Any, tmp_path: Path) -> None:
    for ask in ("Which river is long?", "Which river is longest?"):
        take_in(collection, tmp_path / "notes.txt", "anki", RIVER.format(ask))
        (note,) = fields(collection)
        assert note == {"Front": ask, "Back": "Varn"}


def filled(collection: Any) -> None:
    """Notes of Anki's own types, and of one with a front of its own."""
    models, deck = collection.models, collection.decks.id("Rivers")

    def add(kind: Any, *values: str) -> None:
        note = collection.new_note(kind)
        note.fields = list(values)
        note.tags = ["geo::long"]
        collection.add_note(note, deck)

    add(models.by_name("Basic"), "Which <b>river</b>?", "Varn")
    add(models.by_name("Basic (and reversed card)"), "hound", "dog [sound:a.mp3]")
    add(models.by_name("Cloze"), "The {{c1::Varn}} meets the {{c2::Eder::a river}}.", "Both are long.")
    own = models.new("Towns")
    for name in ("Number", "Town", "River"):
        models.add_field(own, models.new_field(name))
    template = models.new_template("Card 1")
    template["qfmt"], template["afmt"] = "Which river crosses {{Town}}?", "{{FrontSide}}<hr>{{River}}"
    models.add_template(own, template)
    models.add(own)
    add(models.by_name("Towns"), "7", "Lorn", "Varn")
    add(models.by_name("Basic"), '<img src="a.jpg">', "Varn")


ASKED = [
    ("Which river?", "Varn"),
    ("hound", "dog"),
    ("The _____ meets the Eder.", "Varn"),
    ("The Varn meets the _____ [a river].", "Eder"),
    ("Which river crosses Lorn?", "Varn"),
]


@pytest.mark.parametrize("legacy", [False, True], ids=["newest schema", "first schema"])
def test_packages_that_anki_wrote_are_read(collection: Any, tmp_path: Path, legacy: bool) -> None:
    filled(collection)
    path = tmp_path / "out.apkg"
    options = anki.ExportAnkiPackageOptions(with_media=True, legacy=legacy)
    collection.export_anki_package(out_path=str(path), options=options, limit=None)
    report = import_file(path)
    assert [(table["ask"], table["answer"]) for table in report.tables] == ASKED
    assert [note.what for draft in report.drafts for note in draft.notes if draft.table is None] == [
        "the question is only an image"
    ]
    assert {tuple(table["tags"]) for table in report.tables} == {("geo/long",)}


def test_notes_that_anki_wrote_as_text_are_read(collection: Any, tmp_path: Path) -> None:
    filled(collection)
    path = tmp_path / "out.txt"
    collection.export_note_csv(
        out_path=str(path), limit=None, with_html=True, with_tags=True, with_deck=True,
        with_notetype=True, with_guid=True,
    )  # fmt: skip
    report = import_file(path)
    asked = [(table["ask"], table["answer"]) for table in report.tables]
    assert asked == [
        *ASKED[:4],
        ("7", "Lorn"),
    ]  # a text tells no templates: the first asks, the second answers
