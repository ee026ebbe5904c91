"""Text from outside: what is made plain, what is dropped, and which bytes are text at all."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefings.errors import BriefingError
from briefings.reading.kinds import is_refused
from briefings.reading.text import LARGEST_FILE, clean, clean_line, decode, mended

ANYTHING = st.text(st.characters(categories=None, exclude_categories=()), max_size=80)
NASTY = st.lists(
    st.sampled_from(
        [
            "\x1b",
            "\x1b[",
            "\x9b31m",
            "\x1b]0;title\x07",
            "\x1bP",
            "\\",
            "\x07",
            "[31m",
            "\r",
            "\n",
            " ",
            "\t",
            "\u00a0",
            "\u200d",
            "\u200c",
            "\u200b",
            "\u202e",
            "\ud800",
            "\udfff",
            "\ufeff",
            "\x00",
            "\x85",
            "\u2028",
            "e",
            "\u0301",
            "\u212a",
            "\u0645",
            "\U0001f469",
            "A",
        ]
    ),
    max_size=14,
).map("".join)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("one\r\ntwo\rthree\x0bfour\u2028five", "one\ntwo\nthree\nfour\nfive"),
        ("one  \n\n \n\t\n two", "one\n\n two"),
        ("\n\n one \n\n", "one"),
        ("30\u00a0km\tand\u202f18\u2009miles", "30 km and 18 miles"),
        ("\ufeffPort\u200bmere\u00ad", "Portmere"),
        ("cafe\u0301", "caf\u00e9"),
        ("\x1b[31mred\x1b[0m and \x9b1mbold", "red and bold"),
        ("\x1b]0;owned\x07title \x1b]8;;http://x.test\x1b\\link\x1b]8;;\x1b\\", "title link"),
        ("\x1b]never ended\nnext line", "next line"),
        ("\x1bPq#0;2\x1b\\picture", "picture"),
        ("NUL\x00 BEL\x07 DEL\x7f C1\x81", "NUL BEL DEL C1"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("half a pair \ud83d here", "half a pair  here"),
        ("tag\U000e0041ged", "tagged"),
    ],
)
def test_clean(raw: str, kept: str) -> None:
    assert clean(raw) == kept


def test_joiners_stay_where_a_script_spells_with_them() -> None:
    persian = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"

    assert clean(persian) == persian
    assert clean("Port\u200cmere\u200d") == "Portmere"
    assert clean("\u0645\u200c\u200d\u200c\u0645") == "\u0645\u200c\u0645"


def test_clean_leaves_plain_text_as_it_is() -> None:
    text = "Über 4 000 people – “most of them” – crossed the Ōhau river.\n\n- one\n  - two"
    assert clean(text) == text


@given(ANYTHING | NASTY)
@example("K\u200dé")
@example("\x1b\u200b[31mx")
def test_cleaning_twice_changes_nothing(raw: str) -> None:
    once = clean(raw)

    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in once if character != "\n")
    assert "\n\n\n" not in once


@given(ANYTHING | NASTY, st.integers(1, 20))
def test_a_cleaned_line_is_one_short_line(raw: str, limit: int) -> None:
    line = clean_line(raw, limit)

    assert clean_line(line, limit) == line
    assert len(line) <= limit
    assert "\n" not in line
    assert line == line.strip()


def test_a_cleaned_line_is_cut_at_its_limit() -> None:
    assert clean_line(" The  ferry\nto Portmere ", 9) == "The ferry"
    assert clean_line("x" * 500) == "x" * 200


@pytest.mark.parametrize("piece", ["\x1b[", "\x1b]", " ", "\x9d", "\u200d", "\n ", "e\u0301", "\ud800"])
def test_five_million_characters_take_seconds_at_most(piece: str) -> None:
    began = time.process_time()
    clean(piece * (5_000_000 // len(piece)))
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Ōhau – 18 °C".encode(), "Ōhau – 18 °C"),
        (b"\xef\xbb\xbf" + "Ōhau".encode(), "Ōhau"),
        (b"\xff\xfe" + "Ōhau".encode("utf-16-le"), "Ōhau"),
        (b"\xfe\xff" + "Ōhau".encode("utf-16-be"), "Ōhau"),
        (b"\xff\xfe\x00\x00" + "Ōhau".encode("utf-32-le"), "Ōhau"),
        ("“Café” – 5 €".encode("cp1252"), "“Café” – 5 €"),
        (b"never defined here: \x81", "never defined here: \ufffd"),
        ("The ferry to Lorn\nleft at six.".encode("utf-16-le"), "The ferry to Lorn\nleft at six."),
        (
            "Паром ушел в шесть, и вернулся к ночи".encode("utf-16-be"),
            "Паром ушел в шесть, и вернулся к ночи",
        ),
        ("Ōhau, Čapek, Łódź, cut off: Ō".encode()[:-1], "Ōhau, Čapek, Łódź, cut off: \ufffd"),
        (b"", ""),
    ],
)
def test_decode(raw: bytes, text: str) -> None:
    assert decode(raw, "a.txt") == text


RUSSIAN = "В Верхнем Броде открыли новый мост. Старый закрыли после паводка, рассказал мэр."
CZECH = "Lázně se v pondělí znovu otevřely. Oprava stála 96 milionů korun, řekla ředitelka Žáčková."
ENGLISH = "“We are not leaving,” said Renée Coşar – the mayor’s sister – at the café on the quay. “Not now.”"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "windows-1251"),
        (CZECH, "windows-1250"),
        (CZECH, "iso-8859-2"),
        (ENGLISH.replace("ş", "s"), "windows-1252"),
        ("北浜町の古い灯台が三日の夜、五十年ぶりに点灯した。", "shift_jis"),
        ("أعلنت سلطات المدينة يوم الأربعاء إعادة فتح الميناء أمام السفن.", "windows-1256"),
    ],
)
def test_an_encoding_that_nobody_names_is_detected(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_what_a_page_or_its_server_names_comes_before_detection_and_after_utf_8() -> None:
    turkish = "Şehrin başkanı görevden ayrıldı."
    assert decode(turkish.encode("windows-1254"), "a.html", "windows-1254") == turkish
    assert decode(turkish.encode(), "a.html", "windows-1254") == turkish
    assert decode(RUSSIAN.encode("koi8-r"), "a.html", "no-such-encoding") == RUSSIAN


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("It lies 60Â km off, the mayorâ€™s office said.", "It lies 60\xa0km off, the mayor’s office said."),
        ("CafÃ© BrÃ¼cke raised â‚¬3 million.", "Café Brücke raised €3 million."),
        ("L’ÂME DU CHÂTEAU, CÔTÉ COUR", "L’ÂME DU CHÂTEAU, CÔTÉ COUR"),
        ("São Tomé lies 240 km off.", "São Tomé lies 240 km off."),
        (RUSSIAN, RUSSIAN),
    ],
)
def test_mojibake_is_undone_and_nothing_else(broken: str, whole: str) -> None:
    assert mended(broken) == whole


@pytest.mark.parametrize(
    ("raw", "name", "told"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a.txt", "a.txt is a picture; type or copy the words"),
        (b"%PDF-1.7\n%\xe2\xe3", "a.txt", "a.txt is a PDF document; copy its text"),
        (b"PK\x03\x04\x14\x00", "a.docx", "a.docx is a word processor's document; open it, and save"),
        (b"PK\x03\x04\x14\x00", "a.txt", "a.txt is a packed archive; unpack it"),
        (b"text\x00text", "a.txt", "a.txt is not a text file; save the article as .txt, .md or .html"),
        (bytes(range(1, 32)) * 9, "a.txt", "a.txt is not a text file"),
    ],
)
def test_a_binary_file_is_refused_by_name_with_what_to_do(raw: bytes, name: str, told: str) -> None:
    with pytest.raises(BriefingError) as problem:
        decode(raw, name)
    assert str(problem.value).startswith(told)


def test_a_few_control_characters_are_no_reason_to_refuse() -> None:
    assert decode(b"\x1b[1m" + b"A line of a story. " * 50 + b"\x07", "a.txt").endswith("\x07")


def test_a_file_beyond_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(BriefingError, match=r"big\.txt is larger than the 20 MB .*; give one article a file"):
        decode(b"a" * (LARGEST_FILE + 1), "big.txt")
    assert len(decode(b"a" * LARGEST_FILE, "big.txt")) == LARGEST_FILE


@given(st.binary(max_size=200))
def test_decode_gives_text_or_says_why_not(raw: bytes) -> None:
    try:
        text = decode(raw, "a.txt")
    except BriefingError:
        assert b"\0" in raw or any(byte < 32 for byte in raw) or is_refused(raw)
    else:
        assert isinstance(clean(text), str)
