"""The pipeline as a whole: spans, order, furniture, and any text at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.extract.pipeline import extract
from briefings.facts import Fact

PUBLISHED = date(2021, 6, 18)  # a Friday


def figures(text: str, *, every_quantity: bool = False) -> list[Fact]:
    facts = extract(text, PUBLISHED, every_quantity=every_quantity)
    return [fact for fact in facts if fact.kind not in ("role", "alias", "event")]


def test_a_report_in_order() -> None:
    text = (
        "At least 12 miners died on Friday when a gallery collapsed 900 metres (2,953 feet) below Orlo, "
        "officials said. The pit, opened in 1954, employs nearly 1,400 people and earned about $35 million last year."
    )
    assert [(f.kind, f.value, f.unit, f.qualifier) for f in figures(text)] == [
        ("population", 12, "people", "at least"),
        ("date", "2021-06-18", None, None),
        ("distance", 900, "m", None),
        ("date", "1954", None, None),
        ("population", 1400, "people", "nearly"),
        ("money", 35_000_000, "USD", "about"),
        ("date", "2020", None, None),
    ]


def test_a_fact_carries_its_sentence_and_exact_span() -> None:
    text = "Rain fell.\n\nSome 40 villages are cut off. Help is near."
    (fact,) = figures(text)
    assert fact.quote == "Some 40 villages" == text[fact.start : fact.end]
    assert fact.sentence.text == "Some 40 villages are cut off."


def test_furniture_gives_no_fact_but_the_date_of_a_dateline() -> None:
    body = "The dam at Tessel held on Friday, engineers said, though 200 homes below it were emptied as a precaution."
    text = f"By Mira Hask    June 18, 2021\n\n{body}\n\nYou've read 2 of 5 free articles. Subscribe for $9 a month."
    found = figures(text)
    assert [fact.value for fact in found if fact.kind == "date"] == ["2021-06-18", "2021-06-18"]
    assert [(fact.value, fact.unit) for fact in found if fact.kind != "date"] == [(200, "home")]


def test_without_a_published_date_nothing_is_guessed() -> None:
    text = "The strike began on Monday, was called off last week and cost the port a third of its 2019 trade."
    assert [fact.value for fact in extract(text) if fact.kind == "date"] == ["2019"]


_WORDS = """
1 22 3,000 4.5 one two hundred million % $ £ km per cent of the a half third dozen people Nov. May Friday 2014
'90s last week ago ( ) - – to between more than , . : / said
"""
_PIECES = st.sampled_from([*_WORDS.split(), "\n", "\n\n"])


@given(st.lists(_PIECES, max_size=30).map(" ".join), st.booleans())
def test_spans_are_exact_on_any_mix_of_words(text: str, every_quantity: bool) -> None:
    check(text, every_quantity)


@given(st.text(max_size=200), st.booleans())
def test_spans_are_exact_on_any_text(text: str, every_quantity: bool) -> None:
    check(text, every_quantity)


def check(text: str, every_quantity: bool) -> None:
    facts = extract(text, PUBLISHED, every_quantity=every_quantity)
    assert [fact.start for fact in facts] == sorted(fact.start for fact in facts)
    for fact in facts:
        assert text[fact.start : fact.end] == fact.quote != ""
        assert text[fact.sentence.start : fact.sentence.end] == fact.sentence.text


@pytest.mark.parametrize(
    "text", ["", "\x00", "\ud800 12 people", "1" * 5000, "one " * 300, "$" * 100, "(" * 400, "9" * 400 + "%"]
)
def test_odd_texts_raise_nothing(text: str) -> None:
    check(text, True)
