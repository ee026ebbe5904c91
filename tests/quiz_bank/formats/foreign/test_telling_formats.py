"""Which format a file is in, where its name does not tell."""

from __future__ import annotations

import contextlib
import io
import zipfile
from pathlib import PurePath

import pytest

from briefings.errors import BriefingError
from quiz_bank.formats.foreign.exchange import format_of


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Which river? {=Varn ~Salm}", "gift"),
        ("Which river\\: this? {\n~Salm\n=Varn\n}", "gift"),
        ("It flows north.{TRUE#yes}", "gift"),
        ("How long?{#28:2}", "gift"),
        ("Tell of it. {}", "gift"),
        ("::Rivers::Which one?", "gift"),
        ("Which river?\nA. Salm\nB. Varn\nANSWER: B", "aiken"),
        ("# my notes\n\nWhich river?\tVarn", "anki"),
        ("#separator:tab\nWhich river?;Varn", "anki"),
        ("<quiz></quiz>", "moodle"),
        ("question,answer\nWhich river?,Varn", "csv"),
    ],
)
def test_a_text_is_told_by_what_it_holds(text: str, form: str) -> None:
    assert format_of(PurePath("quiz.txt"), text.encode()).name == form


@pytest.mark.parametrize(
    "text",
    [r"The set $\frac{T}{2}$ and {F} in \mathbb{T} is {=}", "void main() {\n  T x;\n}", "Just words.\n" * 9],
)
def test_braces_of_formulas_and_programs_are_no_questions(text: str) -> None:
    with pytest.raises(BriefingError, match="format cannot be told"):
        format_of(PurePath("quiz.txt"), text.encode())


def test_a_spreadsheet_is_told_apart_whatever_it_is_called() -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(BriefingError, match="is a spreadsheet"):
        format_of(PurePath("questions.csv"), raw.getvalue())


@pytest.mark.parametrize("text", ["\n" * 200_000, "# \n" * 90_000, "{ " * 99_000, "{{{" * 60_000 + "=" * 9])
def test_hostile_texts_take_no_time(text: str) -> None:
    with contextlib.suppress(BriefingError):
        format_of(PurePath("quiz.txt"), text.encode())
