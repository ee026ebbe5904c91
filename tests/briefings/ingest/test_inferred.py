"""From which articles a date may be taken: both sides of each condition."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from briefings.inferred import Dated, infer, likeness, signs_of
from tests.briefings.ingest.invented_news import BAKERS, FLOOD, FLOOD_AGAIN, page

TEXTS = {"flood": page(FLOOD), "again": page(FLOOD_AGAIN), "bakers": page(BAKERS)}
COPIED = (
    "The harbour was closed for nine days after the storm.",
    "No ship could leave before the wall had been looked at.",
    "Divers found that two of its seven feet were loose.",
)
THIRD, FIFTH, SIXTH, SEVENTH = (date(2031, 5, day) for day in (3, 5, 6, 7))


def inferred(*articles: Dated, texts: dict[str, str] | None = None) -> dict[str, date | None]:
    return dict(infer(articles, iter((texts or TEXTS).items())))


def test_names_inside_sentences_and_copied_sentences_show_one_event() -> None:
    assert {"Carrow", "Lorn", "Sundry", "Edda", "Lindqvist", "Verhey"} <= signs_of(TEXTS["flood"]).names
    assert not {"The", "Friday", "Soldiers", "Some"} & signs_of(TEXTS["flood"]).names
    assert (
        signs_of("It was in Carrow's hall.").names == signs_of("It was in Carrow’s hall.").names == {"Carrow"}
    )


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (TEXTS["flood"], TEXTS["again"], True),
        (TEXTS["flood"], TEXTS["bakers"], False),
        (
            "They met in Carrow, Lorn, Brae, Ness and Kelm.",
            "In Kelm, Ness, Brae, Lorn and Carrow it rained.",
            True,
        ),
        (
            "They met in Carrow, Lorn, Brae and Ness.",
            "In Kelm, as in Ness, Brae, Lorn and Carrow it rained.",
            False,
        ),
        (" ".join(COPIED), " ".join(("Once more it was so.", *COPIED[::-1])), True),
        (" ".join(COPIED), " ".join(COPIED[:2]), False),
        ("", "", False),
    ],
)
def test_when_two_texts_tell_the_same_event(one: str, other: str, alike: bool) -> None:
    assert (likeness(signs_of(one), signs_of(other)) is not None) is alike


def test_an_undated_article_takes_the_date_of_one_that_tells_the_same() -> None:
    assert inferred(Dated("flood", THIRD, "stated"), Dated("again", None, "unknown")) == {"again": THIRD}
    assert inferred(Dated("bakers", THIRD, "stated"), Dated("again", None, "unknown")) == {"again": None}


def test_nothing_is_inferred_from_nothing_nor_from_what_was_inferred() -> None:
    assert inferred(Dated("flood", None, "unknown"), Dated("again", None, "unknown")) == {
        "flood": None,
        "again": None,
    }
    assert inferred(Dated("flood", THIRD, "inferred", told=True), Dated("again", None, "unknown")) == {
        "again": None
    }


def test_the_dated_articles_must_lie_within_three_days() -> None:
    near = (Dated("flood", THIRD, "stated"), Dated("bakers", SIXTH, "url"), Dated("again", None, "unknown"))
    far = (Dated("flood", THIRD, "stated"), Dated("bakers", SEVENTH, "url"), Dated("again", None, "unknown"))
    assert inferred(*near) == {"again": THIRD}
    assert inferred(*far) == {"again": None}


def test_the_article_that_shares_most_gives_the_date_and_among_equals_the_earliest() -> None:
    texts = {**TEXTS, "copy": page((*FLOOD_AGAIN[:3], BAKERS[0]))}
    closest = (
        Dated("flood", THIRD, "stated"),
        Dated("copy", FIFTH, "stated"),
        Dated("again", None, "unknown"),
    )
    assert inferred(*closest, texts=texts) == {"again": FIFTH}
    twins = {"flood": TEXTS["flood"], "copy": TEXTS["flood"], "again": TEXTS["again"]}
    assert inferred(*closest, texts=twins) == inferred(*closest[::-1], texts=twins) == {"again": THIRD}


def test_an_inferred_date_is_worked_out_anew_and_a_told_one_is_left() -> None:
    flood = Dated("flood", THIRD, "stated")
    assert inferred(flood, Dated("again", SEVENTH, "inferred")) == {"again": THIRD}
    assert inferred(flood, Dated("again", SEVENTH, "inferred", told=True)) == {}


def test_no_text_is_read_where_there_is_nothing_to_infer_from() -> None:
    def texts() -> Iterator[tuple[str, str]]:
        raise AssertionError("a text was read")
        yield  # a generator all the same

    assert infer([Dated("a", None, "unknown")], texts()) == {"a": None}
