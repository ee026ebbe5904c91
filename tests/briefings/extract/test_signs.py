"""The signs of a sentence's words: what they stand for, and that a word's marks do not hide them."""

from __future__ import annotations

import pytest

from briefings.extract.signs import DATE, GLOSS, NAME, OFFICE, REPORT, signs


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("the (mayor) left", OFFICE),
        ("Orlia\u2019s spokesman\u2014Moore", OFFICE),
        ("an ex-minister-led group", OFFICE),
        ("he said: no", REPORT),
        ("according to them", REPORT),
        ("by mid-March", DATE),
        ("in 2031, they", DATE),
        ("a week ago", DATE),
        ("known as", GLOSS),
        ("(Ada)", NAME),
        ("J. Ashby", NAME),
        ("the Bank fell", NAME),
    ],
)
def test_a_word_shows_its_sign(text: str, sign: int) -> None:
    assert signs(text) == sign


@pytest.mark.parametrize(
    "text", ["", "the boat sank", "12 people", "a bank fell", "a 13-year-old", "\x00 \ud800"]
)
def test_other_words_show_none(text: str) -> None:
    assert signs(text) == 0


def test_the_signs_of_all_words_are_joined() -> None:
    assert signs("the mayor said so") == OFFICE | REPORT
