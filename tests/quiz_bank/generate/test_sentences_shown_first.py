"""Facts that need another sentence to be understood: shown in the question, in its header, or refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefings.facts import Fact
from briefings.stories import Article, Name, Story
from quiz_bank.generate.generate import candidates, generate
from quiz_bank.generate.headers import header
from quiz_bank.generate.refusals import MOST_WORDS
from quiz_bank.questions import Question

NAMES = (
    *(Name(form, "place", (form,)) for form in ("Port Salm", "Cape Tarn", "Lorn", "Mount Reke")),
    Name("Ada Verrin", "person", ("Ada Verrin",)),
)
LEAD = "The ferry Petrel sank off Port Salm in a storm of unusual strength."
LONG_LEAD = (
    "The old ferry Petrel sank in heavy seas off the harbour of Port Salm in a storm of unusual strength that blew "
    "down the coast of Lorn from Cape Tarn and kept the rescue boats of the whole coast in port."
)
RESCUED = "Some 40 passengers were rescued by fishermen."


def figures(told: Story) -> list[Question]:
    return [question for question in generate(told) if question.template in ("in-place", "cloze")]


def rescue(fact: Callable[..., Fact], story: Callable[..., Story], text: str, **more: Any) -> list[Question]:
    counted = fact(text, "population", 40, "people", "Some 40 passengers", qualifier="about")
    return figures(story(text, counted, names=NAMES, **more))


def test_the_first_sentence_is_shown_where_the_question_stays_short(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    (question,) = rescue(fact, story, f"{LEAD} {RESCUED}")
    assert question.ask == f"{LEAD} About how many passengers were rescued by fishermen?"
    assert question.header == "Gazette, 3 May 2031"


def test_a_long_first_sentence_stands_in_the_header(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    (question,) = rescue(fact, story, f"{LONG_LEAD} {RESCUED}")
    assert question.ask == "About how many passengers were rescued by fishermen?"
    assert question.header == f"Gazette, 3 May 2031: “{LONG_LEAD}”"
    assert len(f"{LONG_LEAD} {question.ask}".split()) > MOST_WORDS


@pytest.mark.parametrize(("words", "asked"), [(10, True), (400, False)])
def test_the_first_sentence_places_what_stands_a_little_after_it(
    words: int, asked: bool, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    between = " ".join(f"The harbour keeps {word} ropes." for word in ["old"] * (words // 5))
    assert bool(rescue(fact, story, f"{LEAD} {between} {RESCUED}")) == asked


def test_a_sentence_without_a_name_places_no_figure(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    assert rescue(fact, story, f"A ferry sank in a storm of unusual strength and cold. {RESCUED}") == []


def test_the_header_shows_a_sentence_only_where_one_is_given() -> None:
    article = Article("k", "a.txt", "Port Salm has fallen.", outlet="Gazette")
    assert header(article) == "Gazette"
    assert header(article, "Port Salm has fallen.") == "Gazette: “Port Salm has fallen.”"


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        (
            "The council of Lorn fell after at least 20 people were killed in riots.",
            "The council of Lorn fell after at least how many people were killed in riots?",
        ),
        (
            "The council of Lorn fell after at least 20 people were killed in Port Salm.",
            "At least how many people were killed in Port Salm?",
        ),
    ],
)
def test_a_clause_of_time_that_names_nobody_keeps_its_main_clause(
    text: str, ask: str, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    killed = fact(text, "population", 20, "people", "at least 20 people", qualifier="at least")
    assert figures(story(text, killed, names=NAMES))[0].ask == ask


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The town of Port Salm was shelled on October 2 by 40 boats from Lorn.",
            "was shelled by how many boats",
        ),
        ("The town of Port Salm was shelled before the October 2 parade by 40 boats from Lorn.", None),
        ("Six months ago, Port Salm was shelled by 40 boats from Lorn.", "Port Salm was shelled by how many"),
        ("A year ago, Port Salm was shelled by 40 boats from Lorn.", None),
        ("Port Salm was shelled over the past two weeks by 40 boats from Lorn.", None),
        ("In the first ten months, Port Salm was shelled by 40 boats from Lorn.", None),
    ],
)
def test_days_of_no_year_are_left_out_or_refused_where_the_header_has_no_date(
    text: str, expected: str | None, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    told = story(text, fact(text, "count", 40, "boat", "40 boats"), names=NAMES, published=None)
    asked = [question.ask for question in figures(told)]
    assert bool(asked) == bool(expected)
    assert all(expected in ask for ask in asked if expected)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The council has sent 40 boats to the north.", False),
        ("The 40 boats are moored in the harbour.", False),
        ("The storm had damaged 40 boats in the harbour.", True),
    ],
)
def test_without_a_date_only_a_deed_that_is_over_is_placed_by_the_first_sentence(
    sentence: str, asked: bool, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    text = f"{LEAD} {sentence}"
    told = story(text, fact(text, "count", 40, "boat", "40 boats"), names=NAMES, published=None)
    assert any("Petrel" in f"{question.ask} {question.header}" for question in figures(told)) == asked


def test_a_head_of_state_is_asked_for_under_the_first_sentence_where_no_date_is_known(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    text = f"{LEAD} Lorn President Ada Verrin flew to the harbour."
    office = fact(text, "role", "Lorn President", None, "Lorn President Ada Verrin", what="Ada Verrin")
    (question,) = [
        q for q in generate(story(text, office, names=NAMES, published=None)) if q.template == "role"
    ]
    assert question.ask == "Who is named as the Lorn President?"
    assert question.header.endswith(f": “{LEAD}”")
    bare = "It rained for long. Lorn President Ada Verrin flew to the harbour."
    office = fact(bare, "role", "Lorn President", None, "Lorn President Ada Verrin", what="Ada Verrin")
    told = story(bare, office, names=NAMES, published=None)
    assert "changing figure" in {c.refusal.reason for c in candidates(told) if c.refusal}
