"""Exports hold to the rules that their formats publish, checked by code of its own."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
import zipfile
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest

from quiz_bank.formats.bank_toml import read_bank, read_bank_file
from quiz_bank.formats.foreign.exchange import export
from quiz_bank.formats.foreign.outgoing import of_entry

SAMPLE = Path(__file__).parents[4] / "quiz_bank" / "banks" / "deir-ez-zor.toml"
SIGNS = """
[bank]
title = "Signs"
[[question]]
id = "signs"
kind = "choice"
ask = '[html] Which of ~ = # { } : \\ is <b>?'
answer = ["%50%a", "[plain]b", "c -> d"]
wrong = ["=e", "//f", "g # h"]
why = "Line one: {x}"
tags = ["a]b"]
"""

#: fractions that Moodle's import takes, in percent: https://docs.moodle.org/en/Multiple_Choice_question_type
FRACTIONS = {
    100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10,
    5, 0,
}  # fmt: skip
#: type -> elements that the format asks for beside those of every question
NEEDED = {
    "multichoice": {"single", "shuffleanswers", "answernumbering", "answer"},
    "truefalse": {"answer"},
    "shortanswer": {"usecase", "answer"},
    "numerical": {"answer"},
    "matching": {"shuffleanswers", "subquestion"},
    "ordering": {"layouttype", "selecttype", "selectcount", "gradingtype", "answer"},
}


def exported(form: str) -> bytes:
    entries = [*read_bank_file(SAMPLE).entries, *read_bank(SIGNS).entries]
    assert len(entries) == 19
    return export([of_entry(entry) for entry in entries], form, "Rules")[0]


def test_moodle_xml_has_the_elements_of_its_types() -> None:
    root = Tree.fromstring(exported("moodle"))
    assert root.tag == "quiz"
    for question in root:
        kind = question.get("type", "")
        found = {child.tag for child in question}
        assert found >= {
            "name",
            "questiontext",
            "generalfeedback",
            "defaultgrade",
            "penalty",
            "hidden",
            "tags",
        }
        assert found >= NEEDED[kind]
        assert question.findtext("name/text")
        assert question.findtext("questiontext/text")
        assert len(question.findtext("idnumber") or "") <= 100
        assert all(tag.findtext("text") for tag in question.iterfind("tags/tag"))


def test_moodle_xml_has_fractions_that_are_allowed_and_add_up() -> None:
    for question in Tree.fromstring(exported("moodle")):
        shares = [float(answer.get("fraction", "")) for answer in question.iterfind("answer")]
        kind = question.get("type")
        if kind == "ordering":
            assert shares == list(range(1, len(shares) + 1))
        elif shares:
            assert {abs(share) for share in shares} <= FRACTIONS
            several = kind == "multichoice" and question.findtext("single") == "false"
            right = sum(share for share in shares if share > 0)
            assert abs(right - 100) < 0.1 if several else max(shares) == 100


def test_moodle_xml_has_figures_as_figures() -> None:
    numbers = [each for each in Tree.fromstring(exported("moodle")) if each.get("type") == "numerical"]
    assert len(numbers) == 7
    for question in numbers:
        for answer in question.iterfind("answer"):
            assert re.fullmatch(r"-?\d+(\.\d+)?", answer.findtext("text") or "")
            assert float(answer.findtext("tolerance") or "x") >= 0
        for unit in question.iterfind("units/unit"):
            assert (unit.findtext("multiplier"), bool(unit.findtext("unit_name"))) == ("1", True)


ESCAPED = re.compile(r"\\[\\~=#{}:n]")
TEXT = r"[^~=#{}]"
PIECE = rf"(?:%-?[\d.]+%)?{TEXT}+(?:#{TEXT}*)?"
#: what may stand between the braces, escaped signs taken out: https://docs.moodle.org/en/GIFT_format
ANSWERS = re.compile(
    rf"(?:TRUE|FALSE|(?:[~=]{PIECE})+|(?:={TEXT}*->{TEXT}+)+|#(?:\s*=(?:%\d+%)?-?[\d.]+(?::[\d.]+)?)+)\s*"
    rf"(?:####{TEXT}+)?"
)


def test_gift_holds_to_its_grammar() -> None:
    blocks = exported("gift").decode().strip().split("\n\n")
    assert len(blocks) == 19
    for block in blocks:
        remark, _, question = block.partition("\n")
        assert re.fullmatch(r"// \[id:(?:\\.|[^\]\\])+\](?: \[tag:(?:\\.|[^\]\\])+\])*", remark)
        bare = ESCAPED.sub("_", question)
        match = re.fullmatch(r"::([^:~=#{}]+)::\[plain\]([^~=#{}]+) \{(.+)\}", bare)
        assert match, bare
        assert ANSWERS.fullmatch(match[3]), match[3]
        if "~" in match[3] and "=" not in match[3]:
            right = sum(float(share) for share in re.findall(r"~%([\d.]+)%", match[3]))
            assert abs(right - 100) < 0.1


@pytest.mark.parametrize("form", ["anki"])
def test_anki_text_has_its_headers_and_as_many_cells_as_columns(form: str) -> None:
    lines = exported(form).decode().split("\n")
    heads = [line for line in lines if line.startswith("#")]
    assert heads[:3] == ["#separator:tab", "#html:true", "#notetype:Basic"]
    assert "#guid column:1" in heads
    notes = list(csv.reader(io.StringIO("\n".join(lines[len(heads) :])), delimiter="\t"))
    assert {len(cells) for cells in notes} == {5}
    assert len({cells[0] for cells in notes}) == len(notes) == 19
    assert not any(re.search(r"<(?!br>)", cell) for cells in notes for cell in cells[1:3])


def test_an_anki_package_holds_what_anki_asks_for() -> None:
    with zipfile.ZipFile(io.BytesIO(exported("apkg"))) as package:
        assert {"collection.anki2", "media"} <= set(package.namelist())
        raw = package.read("collection.anki2")
    base = sqlite3.connect(":memory:")
    base.deserialize(raw)
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert base.execute("SELECT count(*), count(DISTINCT guid) FROM notes").fetchone() == (19, 19)
    assert base.execute("SELECT count(*) FROM cards WHERE nid NOT IN (SELECT id FROM notes)").fetchone() == (
        0,
    )
    assert base.execute("SELECT count(*) FROM cards").fetchone() == (19,)


def test_no_cell_of_a_table_is_a_formula() -> None:
    cells = [cell for row in csv.reader(io.StringIO(exported("csv").decode())) for cell in row]
    assert not [cell for cell in cells if re.match(r"[=@+\-]", cell)]
