"""Markdown read for its words, and the head of a file read for what it states."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.reading.markdown import split_front_matter, to_plain


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("a [ferry](https://kelby.test 'x') and a [boat][1]", "a ferry and a boat"),
        (
            "a **bold** and *slanted* and ***both*** and __too__ and _this_",
            "a bold and slanted and both and too and this",
        ),
        ("2 * 3 * 4 and snake_case_name and 5*", "2 * 3 * 4 and snake_case_name and 5*"),
        ("![a ferry](ferry.jpg) left", " left"),
        ("`code` and \\*stars\\*", "code and *stars*"),
        ("<b>bold</b> and 3 < 4 <!-- a note --> end", "bold and 3 < 4  end"),
        ("<https://kelby.test/a>", "https://kelby.test/a"),
        ("> quoted\n> > twice", "quoted\ntwice"),
        ("see below.[^1]", "see below."),
        ("[1]: https://kelby.test", ""),
        ("- item\n* item", "- item\n* item"),
    ],
)
def test_markup_becomes_words(markup: str, words: str) -> None:
    assert to_plain(markup).text == words


def test_the_first_heading_of_the_first_level_is_the_title() -> None:
    plain = to_plain("## Before\n\n# Ferry *aground*\n\nIt sank.\n\nAfter\n-----\n\n# Again #\n")

    assert plain.title == "Ferry aground"
    assert plain.headings == {"Before", "After", "Again"}
    assert "#" not in plain.text
    assert to_plain("Ferry\n=====\n\nIt sank.").title == "Ferry"
    assert to_plain("#hashtag").title is None


def test_front_matter_states_what_it_names() -> None:
    text = "---\nTitle: 'A: b'\nSOURCE_URL: x\nDate: 2019-03-12\npublisher = The Tide\nempty:\n---\n\nBody.\n"

    assert split_front_matter(text) == (
        {"title": "A: b", "published": "2019-03-12", "outlet": "The Tide"},
        "Body.\n",
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Body.",
        "---",
        "---\nBody: text.",
        "---\n\n---\nBody.",
        "---\nNo entry here\n---\n",
        "--\na: b\n--\n",
    ],
)
def test_a_text_without_front_matter_is_left_as_it_is(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


@given(st.text(st.sampled_from("ab*_[]()!#<>-=`:\\^\n 1"), max_size=60))
def test_any_text_is_read(text: str) -> None:
    plain = to_plain(text)
    assert plain.title is None or plain.title
    _, rest = split_front_matter(text)
    assert text.endswith(rest)


@pytest.mark.parametrize(
    "piece", ["[", "*a ", "**", "_a", "<a", "![", "`", "<!--", "\\", "> ", "a\n---\n", "# a\n"]
)
def test_half_a_million_characters_take_seconds_at_most(piece: str) -> None:
    began = time.process_time()
    to_plain(piece * (500_000 // len(piece)))
    assert time.process_time() - began < 10
