"""What reads pages, detects encodings and undoes mojibake is imported for those alone, not for plain text."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"trafilatura", "lxml", "htmldate", "chardet", "ftfy", "http"}
STORY = "The night train between Kelby and Portmere will run again from December after 16 years."


def modules_after(text: bytes) -> set[str]:
    code = f"import sys; from briefings.reading.articles import read_article; read_article({text!r}, 'a.txt')"
    run = subprocess.run(
        [sys.executable, "-c", f"{code}; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in run.stdout.split()}


def test_plain_text_needs_none_of_them() -> None:
    assert modules_after(STORY.encode()).isdisjoint(HEAVY)


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        (f"<html><body><article><p>{STORY}</p></article></body></html>".encode(), "trafilatura"),
        (f"{STORY} It lies 60Â km off.".encode(), "ftfy"),
        ("Поезд между городами снова пойдет в декабре, сообщили в четверг.".encode("koi8-r"), "chardet"),
    ],
)
def test_each_is_imported_where_it_is_needed(text: bytes, needed: str) -> None:
    assert needed in modules_after(text)
