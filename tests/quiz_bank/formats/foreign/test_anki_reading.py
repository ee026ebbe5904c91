"""Anki's notes as text and in packages of every schema."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

import pytest
import zstandard

from briefings.errors import BriefingError
from quiz_bank.formats.foreign import anki_package
from quiz_bank.formats.foreign.anki_package import read_anki_package
from quiz_bank.formats.foreign.anki_text import read_anki_text
from quiz_bank.formats.foreign.drafts import Draft
from quiz_bank.formats.foreign.exchange import format_of

DECOY = "Please update to the latest Anki version, then import the file again."


def of_text(text: str) -> list[Draft]:
    return list(read_anki_text(text, "notes.txt"))


def pairs(drafts: Sequence[Draft]) -> list[tuple[Any, Any]]:
    return [(draft.table["ask"], draft.table["answer"]) for draft in drafts if draft.table]


def whats(drafts: Sequence[Draft]) -> list[str]:
    return [note.what for draft in drafts for note in draft.notes]


@pytest.mark.parametrize(
    "text",
    [
        "Which river?\tVarn\nWhich town?\tLorn\n",
        "#separator:tab\n#html:false\nWhich river?\tVarn\nWhich town?\tLorn",
        '#separator:Semicolon\n#html:true\nWhich <b>river</b>?;Varn\n"Which&nbsp;town?";Lorn',
        "#separator:|\n\nWhich river?|Varn\n# a remark\nWhich town?|Lorn",
        '#separator:comma\r\n"Which river?",Varn\r\n"Which town?",Lorn\r\n',
        "#separator:tab\n#columns:Back\tFront\nVarn\tWhich river?\nLorn\tWhich town?",
        "#separator:tab\n#guid column:1\n#deck column:2\na1\tGeo\tWhich river?\tVarn\na2\tGeo\tWhich town?\tLorn",
    ],
)
def test_two_notes_however_they_are_written(text: str) -> None:
    assert pairs(of_text(text)) == [("Which river?", "Varn"), ("Which town?", "Lorn")]


def test_tags_of_all_notes_and_of_one() -> None:
    (draft,) = of_text("#separator:tab\n#tags:geo\n#tags column:3\nWhich river?\tVarn\trivers::long wide")
    assert draft.table is not None
    assert draft.table["tags"] == ["geo", "rivers/long", "wide"]


def test_cloze_notes_have_gaps() -> None:
    assert pairs(of_text("The {{c1::Varn}} is long.\t\n")) == [("The _____ is long.", "Varn")]
    assert pairs(of_text("The {{c1::Varn}} is long.\n")) == [("The _____ is long.", "Varn")]
    assert whats(of_text("#notetype:Cloze\n#separator:tab\nThe Varn.\tx")) == ["cloze without a gap"]


@pytest.mark.parametrize(
    "line", ["84886454452\tWhich river?\tVarn", "Varn\tVarn [sound:varn.mp3]\ta river", "Varn\ta river\tlong"]
)
def test_of_fields_without_names_numbers_and_repetitions_are_no_answer(line: str) -> None:
    (found,) = pairs(of_text(line))
    assert found in (("Which river?", "Varn"), ("Varn", "a river"))


def test_lines_are_those_of_the_file() -> None:
    found = of_text('#separator:tab\n#html:true\n"Which\nriver?"\tVarn\nWhich town?\tLorn')
    assert [draft.line for draft in found] == [3, 5]


@pytest.mark.parametrize("text", ["", "#separator:tab\n", "\n\n"])
def test_a_file_without_notes_is_told(text: str) -> None:
    with pytest.raises(BriefingError, match="no notes"):
        of_text(text)


Note = tuple[int, str, str]
BASIC, CLOZE, OWN, TURNED = 1, 2, 3, 4
TYPES = {
    BASIC: ("Basic", ("Front", "Back"), 0),
    CLOZE: ("Lückentext", ("Text", "Back Extra"), 1),
    OWN: ("Rivers", ("Picture", "Answer", "Question", "Extra", "Length"), 0),
    TURNED: ("Basic (and reversed card)", ("Front", "Back"), 0),
}
NOTES: tuple[Note, ...] = (
    (BASIC, "Which <b>river</b>?\x1fVarn", " geo::long "),
    (CLOZE, "A text without a mark\x1f", ""),
    (OWN, "<img src='a.jpg'>\x1fLorn\x1fWhich town?\x1fIt is old.\x1f300 km", ""),
    (TURNED, "dog\x1fhund [sound:a.mp3]", ""),
    (BASIC, "<img src='b.jpg'>\x1fVarn", ""),
)


def database(notes: Sequence[Note], modern: bool) -> bytes:
    base = sqlite3.connect(":memory:")
    base.create_collation("unicase", lambda one, other: (one > other) - (one < other))
    base.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, mid INTEGER, flds TEXT, tags TEXT)")
    base.executemany("INSERT INTO notes (mid, flds, tags) VALUES (?, ?, ?)", notes)
    if modern:
        base.execute("CREATE TABLE notetypes (id INTEGER, name TEXT COLLATE unicase, config BLOB)")
        base.execute("CREATE TABLE fields (ntid INTEGER, ord INTEGER, name TEXT COLLATE unicase)")
        for mid, (name, fields, kind) in TYPES.items():
            base.execute("INSERT INTO notetypes VALUES (?, ?, ?)", (mid, name, b"\x08\x01" if kind else b""))
            base.executemany(
                "INSERT INTO fields VALUES (?, ?, ?)", [(mid, i, f) for i, f in enumerate(fields)]
            )
    else:
        models = {
            str(mid): {
                "name": name,
                "type": kind,
                "flds": [{"name": f, "ord": i} for i, f in enumerate(fields)],
            }
            for mid, (name, fields, kind) in TYPES.items()
        }
        base.execute("CREATE TABLE col (models TEXT)")
        base.execute("INSERT INTO col VALUES (?)", (json.dumps(models),))
    base.commit()
    return base.serialize()


def package(**members: bytes) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return raw.getvalue()


def newest(notes: Sequence[Note]) -> bytes:
    return zstandard.compress(database(notes, modern=True))


OLD_DECOY = database([(BASIC, f"{DECOY}\x1f", "")], modern=False)
PACKAGES = {
    "first schema": package(collection_anki2=database(NOTES, modern=False), media=b"{}"),
    "second schema": package(collection_anki2=OLD_DECOY, collection_anki21=database(NOTES, modern=False)),
    "newest schema": package(collection_anki2=OLD_DECOY, collection_anki21b=newest(NOTES), meta=b"\x08\x03"),
}


@pytest.mark.parametrize("schema", PACKAGES)
def test_notes_of_every_schema(schema: str) -> None:
    found = list(read_anki_package(PACKAGES[schema], "deck.apkg"))
    assert pairs(found) == [("Which river?", "Varn"), ("Which town?", "Lorn"), ("dog", "hund")]
    assert whats(found) == [
        "cloze without a gap",
        'field "Picture"',
        'field "Length"',
        "sound",
        "the reversed card",
        "the question is only an image",
    ]
    first, _, third, *_ = found
    assert (first.table or {})["tags"] == ["geo/long"]
    assert (third.table or {})["why"] == "It is old."


def test_the_note_that_asks_for_a_newer_anki_is_no_question() -> None:
    (draft,) = read_anki_package(package(collection_anki2=OLD_DECOY), "deck.apkg")
    assert whats([draft]) == ["the notes are in a newer part of the package"]


def test_a_collection_kept_with_a_write_ahead_log_opens() -> None:
    raw = bytearray(database(NOTES[:1], modern=False))
    raw[18:20] = b"\x02\x02"
    assert pairs(list(read_anki_package(package(collection_anki2=bytes(raw)), "deck.apkg")))


def tables(named: str) -> bytes:
    base = sqlite3.connect(":memory:")
    base.execute(f"CREATE TABLE {named}")
    return base.serialize()


def view() -> bytes:
    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE col (models TEXT)")
    base.execute(
        "CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)"
        " SELECT id, 1 AS mid, 'a' AS flds, '' AS tags FROM n"
    )
    return base.serialize()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"PK\x03\x04 and no more",
        PACKAGES["first schema"][:-40],
        package(media=b"{}"),
        package(collection_anki2=b"no database"),
        package(collection_anki2=database(NOTES, modern=False)[:3000]),
        package(collection_anki21b=b"no zstd"),
        package(collection_anki21b=newest(NOTES)[:-200]),
        package(collection_anki2=tables("col (models TEXT)")),
        package(collection_anki2=view()),
    ],
    ids=[
        "empty", "cut", "cut at its end", "no collection", "no database", "half", "no zstd", "half zstd", "no tables",
        "view",
    ],
)  # fmt: skip
def test_a_package_that_is_none_or_damaged_is_told(raw: bytes) -> None:
    with pytest.raises(BriefingError, match=r"deck\.apkg"):
        list(read_anki_package(raw, "deck.apkg"))


@pytest.mark.parametrize("name", ["collection_anki2", "collection_anki21b"])
def test_a_package_that_unpacks_to_too_much_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anki_package, "LARGEST_COLLECTION", 1_000_000)
    much = b"\0" * 30_000_000
    with pytest.raises(BriefingError, match="unpacks to more"):
        list(
            read_anki_package(
                package(**{name: zstandard.compress(much) if name[-1] == "b" else much}), "deck.apkg"
            )
        )


def test_fields_without_names_ask_answer_and_remark_and_that_is_told() -> None:
    (draft,) = read_anki_text("Which river?\tVarn\t<b>It is long.</b>\t[sound:varn.mp3]", "notes.txt")
    assert draft.table == {"kind": "text", "ask": "Which river?", "answer": "Varn", "why": "It is long."}
    assert draft.notes[-2].what.startswith("names of fields: the first was read as question")


def test_names_that_programs_give_their_notes_are_no_question() -> None:
    lines = "\n".join(f"a{n}b{n}c{n}d{n}\tWhich river is {n}?\tVarn {n}" for n in range(10, 15))
    assert [draft.table and draft.table["answer"] for draft in read_anki_text(lines, "notes.txt")] == [
        f"Varn {n}" for n in range(10, 15)
    ]


def test_many_fields_without_names_are_refused_until_they_are_named() -> None:
    line = "Varn\tnoun\t/varn/\tA long river.\tThe Varn is long.\trivers"
    with pytest.raises(BriefingError, match="not certain; name them in a line #columns"):
        list(read_anki_text(line, "notes.txt"))
    (draft,) = read_anki_text(line, "notes.txt", ["question", "-", "-", "answer", "-", "-"])
    assert draft.table is not None
    assert (draft.table["ask"], draft.table["answer"]) == ("Varn", "A long river.")


def test_a_hidden_part_of_an_image_is_told() -> None:
    (draft,) = read_anki_text("{{c1::image-occlusion:rect:left=.3}}<br>\tx", "notes.txt")
    assert (draft.table, draft.notes[0].what) == (None, "image occlusion is not supported")


def test_lines_of_their_own_name_columns_too() -> None:
    text = "#separator:tab\n#deck column:1\n#back column:2\n#front column:3\nRivers\tVarn\tWhich river?\n"
    (found,) = read_anki_text(text, "notes.txt")
    assert found.table is not None
    assert (found.table["ask"], found.table["answer"], found.notes) == ("Which river?", "Varn", ())


def test_last_words_of_levels_are_tags_and_never_an_answer() -> None:
    lines = [f"Which river is {number}?\tVarn {number}\t\tgeo::rivers" for number in range(10)]
    lines += ['Where?\t"<img src=map.png>"\t\tgeo::rivers', "Which?\tthis\tthat is a remark"]
    drafts = list(read_anki_text("\n".join(lines), "notes.txt"))
    tags = [draft.table and draft.table.get("tags") for draft in drafts]
    assert tags == [*[["geo/rivers"]] * 10, None, None]
    assert drafts[10].notes[-1].what == "there is no right answer"
    assert drafts[11].table is not None
    assert drafts[11].table["why"] == "that is a remark"


def test_many_fields_are_read_where_the_first_asks() -> None:
    row = "Which river is {0}?\tthe {0}\tone\ttwo\tthree\tfour\n"
    asking = list(read_anki_text("".join(map(row.format, ("Varn", "Salm", "Eder"))), "notes.txt"))
    assert [draft.table and draft.table["answer"] for draft in asking] == ["the Varn", "the Salm", "the Eder"]
    with pytest.raises(BriefingError, match="not certain"):
        list(read_anki_text(row.replace("?", "").format("Varn"), "notes.txt"))


def test_a_back_that_repeats_its_front_answers_with_the_rest() -> None:
    drafts = list(read_anki_text("Which river?\tWhich river? Varn\nA tide\tA tide\n", "notes.txt"))
    assert drafts[0].table is not None
    assert drafts[0].table["answer"] == "Varn"
    assert drafts[1].notes[0].what == "its two sides say the same"


def test_notes_on_covered_images_are_told_though_their_type_is_not() -> None:
    drafts = list(
        read_anki_text(f"{'0af' * 10}12-ao-3\tMap of Lorn\t<br>\nWhich river?\tVarn\t<br>\n", "notes.txt")
    )
    assert drafts[0].notes[0].what == "image occlusion is not supported"
    assert drafts[1].table is not None
    assert "why" not in drafts[1].table


def test_tabbed_notes_that_hold_braces_are_no_other_format() -> None:
    text = "block\tcode in {= braces}\nhelp\t:h <term>\n" * 3
    assert format_of(PurePath("All Decks.txt"), text.encode()).name == "anki"
