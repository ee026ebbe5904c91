"""Reporting words: where a frame starts and ends, and which figure it governs."""

from __future__ import annotations

import pytest

from briefings.extract.reporting import Quotations, frames, governing


def spans(text: str) -> list[tuple[str, str]]:
    return [(frame.speaker, text[frame.start : frame.end]) for frame in frames(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The navy said on Friday that Salm fell.", [("the navy", "The navy said on Friday that ")]),
        ("Salm fell, the navy said in a statement.", [("the navy", "the navy said in a statement")]),
        ('"Salm fell," said Ada Moore.', [("Ada Moore", "said Ada Moore")]),
        ("The jet, built in 1994, was late, said Bo Tarn, a guard.", [("Bo Tarn", "said Bo Tarn")]),
        ("Wounded in May, he lost a leg, said Bo Tarn.", [("Bo Tarn", "said Bo Tarn")]),
        (
            "The mayor, who was ill, said on Monday that Salm fell.",
            [("the mayor", "The mayor, who was ill, said on Monday that ")],
        ),
        ("Salm fell, according to the navy.", [("the navy", "according to the navy")]),
        ("However, he says Salm fell.", [("", "he says ")]),
        ("Salm fell, according to 79.", [("", "according to 79")]),
        (
            "The navy says it fell, but says it will stand.",
            [("the navy", "The navy says "), ("the navy", "but says ")],
        ),
        ("A study has found that ferries leak.", [("a study", "A study has found that ")]),
    ],
)
def test_a_frame(text: str, expected: list[tuple[str, str]]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A study has found a leak.",  # no clause follows
        "Ada Moore was told of it.",
        "The storm claimed five lives.",
        '"We said so," they cried.',  # inside the quotation
        "An estimated 500 men left.",
        "Some 900 men fled, a third more than the navy believes.",
    ],
)
def test_no_frame(text: str) -> None:
    assert spans(text) == []


def test_the_nearest_frame_before_governs_else_the_first_after() -> None:
    text = "Salm fell in May, the navy said and Ada Moore pledged it would rise in June."
    found = frames(text)
    may, june = text.index("May"), text.index("June")
    first, second = governing(found, may, may + 3), governing(found, june, june + 4)
    assert first is not None
    assert second is not None
    assert (first.speaker, second.speaker) == ("the navy", "Ada Moore")


def test_what_stands_between_quotation_marks() -> None:
    text = 'He said "no" and “yes” and left'
    inside = Quotations(text)
    assert [inside.hold(text.index(word)) for word in ("He", "no", "and", "yes", "left")] == [
        False,
        True,
        False,
        True,
        False,
    ]


def test_a_quotation_opened_in_an_earlier_sentence() -> None:
    text = 'That is all," she said'
    inside = Quotations(text)
    assert inside.hold(2)
    assert not inside.hold(text.index("she"))
