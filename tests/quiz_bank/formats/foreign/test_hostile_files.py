"""No file makes an import fail in another way than by a line that tells why; none takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.errors import BriefingError
from quiz_bank.formats.bank_toml import read_bank
from quiz_bank.formats.foreign.exchange import FORMATS
from quiz_bank.formats.foreign.markup import shown
from quiz_bank.formats.foreign.settle import bank_texts, settled

TEXTS = ("gift", "aiken", "csv", "anki")
PIECES = st.lists(
    st.sampled_from(
        [
            "{", "}", "=", "~", "#", "####", "->", "%50%", "::", "//", "\\", "\\n", "$CATEGORY:", "[html]", "T", "1..2",
            ":", "\n", "\n\n", "\t", ",", ";", '"', "'", "|", "[", "]", "A.", "B)", "ANSWER: A", "#separator:", "tab",
            "#columns:", "<p>",
            "</p>", "<![CDATA[", "]]>", "<quiz>", "<question type='numerical'>", "<text>", "</text>",
            "<answer fraction='100'>", "</answer>", "</question>", "&amp;", "&bad;", "&#0;", "<img", "\x00", "\x1b[2J",
            "\ud800", "é", "question", "answer", "Lorn", "30", "*", "{{c1::", "kind:date", "\ufdd0", "1e999", "-0", "٣",
            "²",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip


def imported(form: str, raw: bytes) -> str:
    """The bank that a file gives, or why it gives none."""
    try:
        drafts = settled(FORMATS[form].read(raw, "file"))
    except BriefingError as problem:
        return str(problem)
    tables = [draft.table for draft in drafts if draft.table is not None]
    waiting = {str(draft.table["id"]) for draft in drafts if draft.table and draft.outcome == "waits"}
    bank = read_bank(bank_texts("Hostile", tables)[0])
    assert {entry.id for entry in bank.entries} | waiting == {str(table["id"]) for table in tables}
    return bank_texts("Hostile", tables)[0]


@pytest.mark.parametrize("form", TEXTS)
@settings(max_examples=60, deadline=None)
@given(text=PIECES)
def test_no_text_fails_and_nothing_is_lost_on_the_way_to_the_bank(form: str, text: str) -> None:
    assert "\x1b" not in imported(form, text.encode("utf-8", "surrogatepass"))


@settings(max_examples=60, deadline=None)
@given(text=PIECES)
def test_no_xml_fails(text: str) -> None:
    asked = f"<questiontext><text>{text}</text></questiontext>{text}"
    for raw in (text, f'<quiz><question type="shortanswer">{asked}</question></quiz>'):
        assert imported("moodle", raw.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=60, deadline=None)
@given(raw=st.binary(max_size=300))
def test_no_bytes_fail(form: str, raw: bytes) -> None:
    assert imported(form, raw) is not None


@given(text=PIECES)
def test_no_markup_fails(text: str) -> None:
    assert "\x1b" not in shown(text).text


SIZE = 60_000  # characters
LONG = {
    "gift": [
        "{",
        "}",
        "=a",
        "~",
        "{=a}\n",
        "::",
        "//\n",
        "\\",
        "a\n\n{\n\n",
        "[tag:",
        "%",
        "#",
        "1..",
        "x {=a ~b}\n\n",
    ],
    "aiken": ["A. x\n", "A.", "ANSWER: A\n", "x\n\n", "ANSWER: A,", "\n"],
    "csv": ["a,b\n", '"', "a,", "question,answer\n", "[", "'", "|", '"a"",'],
    "anki": ["a\tb\n", "#", "#columns:a\n", "\t", '"', "{{c1::"],
    "moodle": [
        "<question>",
        "<p>",
        "&",
        "<![CDATA[",
        "<!--",
        "<question type='essay'/>",
        "<?x ?>",
        "<!-- -->",
        " ",
    ],
}


@pytest.mark.parametrize(
    ("form", "piece"), [(form, piece) for form, pieces in LONG.items() for piece in pieces]
)
def test_a_long_file_of_anything_is_read_in_seconds(form: str, piece: str) -> None:
    raw = (piece * (SIZE // len(piece))).encode()
    start = time.process_time()
    try:
        for _ in FORMATS[form].read(raw, "file"):
            pass
    except BriefingError:
        pass
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "piece", ["<p>", "<p", '<p "', "&", "&amp;", "<!--", "<sup>1</sup>", "<", "<b a='", "</p>"]
)
def test_long_markup_of_anything_is_read_in_seconds(piece: str) -> None:
    start = time.process_time()
    shown(piece * (SIZE // len(piece)))
    assert time.process_time() - start < 3


def test_a_table_of_thousands_of_columns_is_read_in_seconds() -> None:
    names = ",".join(f"column {number} of many" for number in range(6_000))
    cells = ",".join("Lorn" for _ in range(6_000))
    start = time.process_time()
    for head in (f"question,answer,{names}\nWhich?,Varn,{cells}\n", f"Which?,{cells}\nWho?,{cells}\n"):
        imported("csv", head.encode())
    assert time.process_time() - start < 3
