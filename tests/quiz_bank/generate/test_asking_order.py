"""The order of asking, and the line above a question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from briefings.stories import Article, Story
from quiz_bank.generate.generate import generate
from quiz_bank.generate.headers import header
from quiz_bank.generate.rank import ranked
from quiz_bank.keys import Key, KeyKind
from quiz_bank.questions import Question, Source


def question(name: str, kind: KeyKind, value: Any, worth: float, sentence: int) -> Question:
    source = Source("a", "Gazette", None, sentence, sentence + 1, "Lorn.", sentence)
    return Question(
        name, "lorn", f"{name}?", "Gazette", Key(kind, value=value), name, "x", (source,), worth=worth
    )


def test_no_sentence_is_asked_twice_in_a_row() -> None:
    asked = ranked(
        [
            question("share", "share", 40, 2.0, 0),
            question("people", "population", 900, 1.9, 0),
            question("day", "date", "2031-05-02", 1.0, 90),
        ]
    )
    assert [q.id for q in asked] == ["share", "day", "people"]


def test_a_second_question_for_the_same_answer_waits() -> None:
    asked = ranked(
        [
            question("fell", "date", "2031-05-02", 1.7, 0),
            question("left", "date", "2031-05-02", 1.6, 90),
            question("began", "date", "2030", 1.5, 180),
        ]
    )
    assert [q.id for q in asked] == ["fell", "began", "left"]


def test_the_order_does_not_hang_on_the_order_given() -> None:
    given = [question(str(n), "count", n, 1.5, 90 * n) for n in range(9)]
    assert [q.id for q in ranked(given)] == [q.id for q in ranked(given[::-1])]


def test_a_question_that_needs_a_sentence_before_it_comes_later(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    text = (
        "A ferry sank off Cape Tarn in rough seas. Some 40 passengers were rescued. "
        "Lorn sent 60 sailors to Cape Tarn."
    )
    told = story(
        text,
        fact(text, "population", 40, "people", "Some 40 passengers", qualifier="about"),
        fact(text, "population", 60, "people", "60 sailors"),
    )
    first, second = generate(told)
    assert first.key.value == 60
    assert second.ask.startswith("A ferry sank off Cape Tarn")


LONG = "The harbour of Port Salm falls after a siege of three years and two long days"

HEADERS = [
    ({"outlet": "Gazette", "agency": "LNA", "published": date(2031, 5, 3)}, "LNA via Gazette, 3 May 2031"),
    ({"agency": "LNA"}, "LNA"),
    ({"title": "Port Salm falls", "published": date(2031, 5, 3)}, "“Port Salm falls”, 3 May 2031"),
    ({"title": LONG}, "“The harbour of Port Salm falls after a siege of three years…”"),
    ({"published": date(2031, 5, 3)}, "report of 3 May 2031"),
    ({}, "undated report"),
]


@pytest.mark.parametrize(("known", "line"), HEADERS)
def test_the_header_names_what_is_known_and_never_a_file(known: Any, line: str) -> None:
    article = Article("k", "003_f2a19.txt", "Port Salm has fallen.", **known)
    assert header(article) == line
