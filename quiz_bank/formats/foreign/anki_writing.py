"""Writes Anki notes: as text for the Basic note type, and as a package with a note type of its own.

Both carry the question's table beside what is shown, so that an import finds all of it again.
"""

from __future__ import annotations

import csv
import html
import io
import itertools
import json
import sqlite3
import time
import zipfile
import zlib
from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING

from briefings.compose.datewords import in_words
from quiz_bank.formats.foreign.anki_fields import BANK_FIELD
from quiz_bank.formats.foreign.drafts import remarks
from quiz_bank.formats.foreign.outgoing import Outgoing

if TYPE_CHECKING:
    import genanki  # type: ignore[import-untyped]

_COLUMNS = ("guid", "Front", "Back", BANK_FIELD, "Tags")
_FIELDS = ("Question", "Options", "Answer", "Remarks", BANK_FIELD)
_FRONT = "{{Question}}{{#Options}}<br><br>{{Options}}{{/Options}}"
_BACK = "{{FrontSide}}<hr id=answer>{{Answer}}{{#Remarks}}<br><br><small>{{Remarks}}</small>{{/Remarks}}"
_STYLE = ".card { font-family: sans-serif; font-size: 20px; text-align: center; }"
_NOT_GRADED = "Anki does not grade: learners judge themselves"


def write_anki_text(questions: Iterable[Outgoing], title: str) -> bytes:
    """Questions as notes in a text file: https://docs.ankiweb.net/importing/text-files.html."""
    lines = io.StringIO(newline="")
    lines.write("#separator:tab\n#html:true\n#notetype:Basic\n")
    lines.write(f"#deck:{' '.join(title.split())}\n")
    lines.write("#columns:" + "\t".join(_COLUMNS) + "\n")
    lines.write("#guid column:1\n#tags column:5\n")
    writer = csv.writer(lines, delimiter="\t", lineterminator="\n")
    for question in questions:
        back = [_shown_answer(question), *_remarks(question)]
        front = [question.text("ask"), *_shown_options(question)]
        writer.writerow(
            (
                question.uid,
                _html(front),
                _html(back),
                html.escape(_table(question)),
                " ".join(_tags(question)),
            )
        )
    return lines.getvalue().encode()


def write_anki_package(questions: Iterable[Outgoing], title: str) -> bytes:
    """Questions as a package; a note keeps its id from one export to the next, so that Anki updates it."""
    import genanki

    model = genanki.Model(
        _number("note type of briefing"),
        "Briefing question",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Question", "qfmt": _FRONT, "afmt": _BACK}],
        css=_STYLE,
    )
    deck = genanki.Deck(_number(f"deck {title}"), title)
    for question in questions:
        fields = (
            html.escape(question.text("ask")),
            _html(_shown_options(question)),
            html.escape(_shown_answer(question)),
            _html(_remarks(question)),
            html.escape(_table(question)),
        )
        deck.add_note(genanki.Note(model=model, fields=list(fields), tags=_tags(question), guid=question.uid))
    return _packed(genanki.Package(deck))


def _packed(package: genanki.Package) -> bytes:
    """A package without media, packed in memory: genanki's own writer leaves a temporary file behind each time."""
    now = time.time()
    with closing(sqlite3.connect(":memory:")) as collection:
        package.write_to_db(collection.cursor(), now, itertools.count(int(now * 1000)))
        collection.commit()
        content = collection.serialize()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", content)
        archive.writestr("media", "{}")
    return packed.getvalue()


def _number(name: str) -> int:
    """The number that Anki knows a deck or a note type by: of 32 bits, always the same for a name."""
    return (1 << 31) + (zlib.crc32(name.encode("utf-8", "replace")) & 0x3FFFFFFF)


def _shown_answer(question: Outgoing) -> str:
    """The answer as a card shows it."""
    answer = question.table["answer"]
    if isinstance(answer, bool):
        return "true" if answer else "false"
    if isinstance(answer, dict):
        return "; ".join(f"{left} = {right}" for left, right in answer.items())
    told = "; ".join(answer) if isinstance(answer, list) else str(answer)
    if question.key.kind == "date":
        told = in_words(told) or told
    also = "; ".join(question.texts("aliases"))
    return f"{told} (also: {also})" if also else told


def _shown_options(question: Outgoing) -> list[str]:
    """What there is to choose from, to order or to match."""
    key = question.key
    question.note("lost", _NOT_GRADED)
    if key.kind == "true-false":
        return ["True or false?"]
    answer = question.table["answer"]
    left = [f"{name} = ?" for name in answer] if isinstance(answer, dict) else []
    return [*left, *(f"- {option}" for option in key.options)]


def _remarks(question: Outgoing) -> list[str]:
    return remarks(*(question.text(name) for name in ("why", "source", "quote")))


def _html(lines: Iterable[str]) -> str:
    return "<br>".join(html.escape(line) for line in lines)


def _table(question: Outgoing) -> str:
    return json.dumps(question.table, ensure_ascii=False)


def _tags(question: Outgoing) -> list[str]:
    """Tags without spaces, of which Anki makes several."""
    tags = ("-".join(tag.split()) for tag in [*question.texts("tags"), question.key.kind])
    return list(dict.fromkeys(tags))
