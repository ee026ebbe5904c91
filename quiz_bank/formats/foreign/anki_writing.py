"""Writes Anki notes: as text for the Basic note type, and as a package with a note type of its own.

Both carry the question's table beside what is shown, so that an import finds all of it again.
"""

from __future__ import annotations

import csv
import html
import io
import json
import tempfile
import zlib
from collections.abc import Iterable
from pathlib import Path

from quiz_bank.formats.foreign.anki_fields import BANK_FIELD
from quiz_bank.formats.foreign.drafts import remarks
from quiz_bank.formats.foreign.outgoing import Outgoing

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
    import genanki  # type: ignore[import-untyped]

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
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bank.apkg"
        genanki.Package(deck).write_to_file(str(path))
        return path.read_bytes()


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
    also = "; ".join(question.texts("aliases"))
    return f"{told} (also: {also})" if also else told


def _shown_options(question: Outgoing) -> list[str]:
    """What there is to choose from, to order or to match."""
    key = question.key
    question.note("lost", _NOT_GRADED)
    if key.kind == "true-false":
        return ["True or false?"]
    return [f"- {option}" for option in key.options]


def _remarks(question: Outgoing) -> list[str]:
    return remarks(*(question.text(name) for name in ("why", "source", "quote")))


def _html(lines: Iterable[str]) -> str:
    return "<br>".join(html.escape(line) for line in lines)


def _table(question: Outgoing) -> str:
    return json.dumps(question.table, ensure_ascii=False)


def _tags(question: Outgoing) -> list[str]:
    """Tags without spaces, of which Anki makes several."""
    return ["-".join(tag.split()) for tag in [*question.texts("tags"), question.key.kind]]
