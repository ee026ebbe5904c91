"""Which lines belong together, and which of them read as prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.reading.lines import split_units


def texts(page: str) -> list[str]:
    return [unit.text for unit in split_units(page)]


def test_units_know_their_offsets_and_blocks() -> None:
    page = "Ferry  aground \r\n\r\n  • Two hurt\n• One\u00a0missing\n"

    units = split_units(page)

    assert [(unit.text, unit.block, unit.bullet) for unit in units] == [
        ("Ferry aground", 0, False),
        ("Two hurt", 1, True),
        ("One missing", 1, True),
    ]
    assert [page[unit.start : unit.end] for unit in units] == [
        "Ferry  aground ",
        "  • Two hurt",
        "• One\u00a0missing",
    ]


def test_a_sentence_that_goes_on_in_small_letters_is_one_unit() -> None:
    assert texts("The ferry to Kelby was\nlate again.") == ["The ferry to Kelby was late again."]
    assert texts("The ferry to Kelby was late.\nagain") == ["The ferry to Kelby was late.", "again"]
    assert texts("The ferry to Kelby was\n\nlate again.") == ["The ferry to Kelby was", "late again."]
    assert texts("Read all this article in\nhttps://kelby.test/") == [
        "Read all this article in",
        "https://kelby.test/",
    ]


def test_paragraphs_wrapped_by_hand_are_one_unit_each() -> None:
    page = (
        "The ferry between Kelby and Portmere ran aground on Tuesday\n"
        "near the harbour. Nobody was hurt, and the 214 passengers of\n"
        "Tuesday's ferry were ashore by noon.\n"
        "\n"
        "It had lost power in both of its engines, the coastguard said.\n"
    )

    assert [len(text.split()) for text in texts(page)] == [27, 12]


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        ("The ferry ran aground near the harbour.", True),
        ("“We were lucky.”", True),
        ("He left.", False),
        ("He was late.", True),
        ("Last month the coastguard pushed the wreck out of the harbour,", True),
        ("The ferry was late", False),
        ("It was late again", True),
        ("Area covered by the flood at the end of October in the north", False),
        ("Ferry runs aground near the harbour of Portmere after losing power", False),
        ("", False),
    ],
)
def test_prose(line: str, prose: bool) -> None:
    assert [unit.prose for unit in split_units(line)] == ([prose] if line else [])


@given(st.text(st.sampled_from("aA .,\n\r\t•-1\u2028\ud800\u00a0"), max_size=80))
def test_units_are_whole_lines_in_order(page: str) -> None:
    last = -1
    for unit in split_units(page):
        assert last < unit.start < unit.end
        assert page[unit.start - 1 : unit.start] in ("", "\n", "\r")
        assert page[unit.end : unit.end + 1] in ("", "\n", "\r")
        assert unit.text == " ".join(unit.text.split(" "))
        last = unit.end
