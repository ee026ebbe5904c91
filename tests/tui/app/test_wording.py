"""How data is worded on a screen."""

from __future__ import annotations

from datetime import date

import pytest
from textual.content import Content

from tests.tui.app.stage import ARTICLES
from tui.wording import (
    MARK,
    citation,
    counted,
    long_date,
    marked,
    plain,
    split_line,
    standing_glyph,
    verdict_words,
)


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [(1, "fact", "1 fact"), (0, "fact", "0 facts"), (2, "story", "2 stories"), (1200, "fact", "1,200 facts")],
)
def test_counted(number: int, noun: str, words: str) -> None:
    assert counted(number, noun) == words


def test_long_date() -> None:
    assert long_date(date(2019, 3, 4)) == "4 March 2019"
    assert long_date(None) == "undated"


def test_citation_names_outlet_agency_date_and_how_it_is_known() -> None:
    assert citation(ARTICLES[0]).plain == "Velo Courier · 4 March 2019 (as stated)"
    assert citation(ARTICLES[1]).plain == "The Tessaly Post · NRP · 3 March 2019 (as stated)"


def marks(words: Content) -> list[str]:
    return [words.plain[span.start : span.end] for span in words.spans if span.style == MARK]


def test_marked_marks_every_span() -> None:
    words = marked("From 3 to 5 boats sank.", [(5, 6), (10, 17)])
    assert words.plain == "From 3 to 5 boats sank."
    assert marks(words) == ["3", "5 boats"]


def test_marked_without_a_span_is_the_text() -> None:
    assert marked("No boat sank.", []).plain == "No boat sank."


@pytest.mark.parametrize("span", [(5, 5), (9, 3), (-4, 2), (20, 90)])
def test_marked_leaves_out_a_span_that_is_none(span: tuple[int, int]) -> None:
    assert marks(marked("No boat sank.", [span])) == []


def test_a_long_text_is_cut_around_its_first_span() -> None:
    text = "a " * 1000 + "here" + " b" * 1000
    words = marked(text, [(2000, 2004)], widest=100)
    assert marks(words) == ["here"]
    assert words.plain.startswith("…")
    assert words.plain.endswith("…")
    assert 100 <= len(words.plain) <= 102


def test_a_line_break_in_a_sentence_is_a_blank_beside_the_mark() -> None:
    assert marked("about\n30 km\nwest", [(6, 11)]).plain == "about 30 km west"


@pytest.mark.parametrize(
    ("standing", "glyph"),
    [
        ("confirmed by 2 independent origins", "●"),
        ("single source", "○"),
        ("claimed by the mayor", "»"),
        ("disputed", "≠"),
        ("", "·"),
    ],
)
def test_standing_glyphs(standing: str, glyph: str) -> None:
    assert standing_glyph(standing) == glyph


def test_verdicts_are_glyph_and_word() -> None:
    assert [verdict_words(each).plain for each in ("correct", "close", "wrong")] == [
        "✓ Correct",
        "≈ Close",
        "✗ Wrong",
    ]


def test_split_line_keeps_the_right_and_shortens_the_left() -> None:
    assert split_line(plain("left"), plain("right"), 20).plain == "left           right"
    assert split_line(plain("a long way to the left"), plain("right"), 20).plain == "a long way t…  right"
