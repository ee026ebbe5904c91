"""Sentences of which no clause is cut: gaps in them, bodies that say something, and cuts that went wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from briefings.facts import Fact
from briefings.stories import Name, Place, Story
from quiz_bank.generate.completeness import complete
from quiz_bank.generate.generate import candidates, generate
from quiz_bank.generate.speakers import main_clause

NAMES = (
    *(Name(form, "place", (form,)) for form in ("Port Salm", "Cape Tarn", "Lorn")),
    Name("Ada Verrin", "person", ("Ada Verrin",)),
    Name("Lorn Harbour Board", "group", ("Lorn Harbour Board",)),
    Name("Salm Gazette", "group", ("Salm Gazette",)),
    Name("Kessel Way", "place", ("Kessel Way",)),
)


def asks(told: Story, *templates: str) -> list[str]:
    return [question.ask for question in generate(told) if question.template in templates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A minister, Ada Verrin, has written a letter to the mayor of Port Salm about a dam in Lorn.",
            "“A minister, ____, has written a letter to the mayor of Port Salm about a dam in Lorn.”",
        ),
        (
            "A fire near Port Salm has forced the closure of Kessel Way.",
            "Fill the gap with a name",
        ),
        (
            "The Lorn navy bought a large stake in Port Salm, the largest maker of boats.",
            "Fill the gap with a name:",
        ),
        ("The Lorn navy sailed into the harbour of Port Salm at dawn.", "Fill the gap with a place:"),
    ],
)
def test_a_gap_in_a_sentence_says_what_is_wanted(
    text: str, expected: str, story: Callable[..., Story]
) -> None:
    assert any(expected in ask for ask in asks(story(text, names=NAMES), "name-gap"))


@pytest.mark.parametrize(
    "text",
    [
        "Looking over the harbour, the Lorn navy and the coastguard of Port Salm",
        "The Lorn navy sailed for the West after a long winter in the harbours of the coast.",
        "The Lorn navy met at the Tower of Port Salm to mark the end of the war.",
    ],
)
def test_no_gap_in_a_fragment_or_within_a_name(text: str, story: Callable[..., Story]) -> None:
    assert not any(
        "Port Salm" not in ask and "West" not in ask for ask in asks(story(text, names=NAMES), "name-gap")
    )


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "The Lorn Harbour Board says that boats from Lorn have lost a third of the yard in Port Salm.",
            True,
        ),
        ("The Salm Gazette says that boats from Lorn have lost a third of the yard in Port Salm.", False),
        ("The Lorn Harbour Board says it is pleased with the planks of Port Salm.", False),
        ("The Lorn Harbour Board says the pier has lost planks.", False),
    ],
)
def test_a_body_that_says_something_whole_is_asked_for(
    text: str, asked: bool, story: Callable[..., Story]
) -> None:
    found = asks(story(text, names=NAMES), "who-says")
    assert bool(found) == asked
    assert all("____ says that boats from Lorn" in ask for ask in found)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("The raids at Salm, Lorn, and Port Tarn killed 40 people.", "40 people", None),
        ("The raid was long, and Port Tarn lost 40 people.", "40 people", "Port Tarn lost 40 people"),
        ("It is a step before the town is given 40 boats.", "40 boats", None),
        ("It was a step before Lorn was given 40 boats.", "40 boats", "Lorn was given 40 boats"),
        (
            "The Petrel, which is to be sold, recently took on 40 people.",
            "40 people",
            "The Petrel recently took on 40 people",
        ),
        (
            "Gunmen ambushed and shot 40 people in Lorn.",
            "Gunmen",
            "Gunmen ambushed and shot 40 people in Lorn",
        ),
    ],
)
def test_where_a_clause_begins_and_ends(text: str, quote: str, expected: str | None) -> None:
    start = text.index(quote)
    clause = main_clause(text, start, start + len(quote))
    told = clause.text if clause else None
    assert told == expected or (expected is None and told != "Port Tarn killed 40 people")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The last time the ferry was shown", False),
        ("The last ferry was shown", True),
        ("With Lorn in the harbour, where boats are moored", False),
        ("With Lorn in the harbour, boats are moored", True),
        ("2031 and the boats are moored", False),
        ("Although Lorn lay low, boats were moored", False),
        ("Lorn announced that Ada Verrin, accused of theft", False),
        ("Lorn announced that Ada Verrin, accused of theft, has left", True),
    ],
)
def test_fragments_are_no_clauses(text: str, whole: bool) -> None:
    assert complete(text) == whole


ROLES = [
    ("New Lorn Harbour mayor Ada Verrin opened the pier.", "New Lorn Harbour mayor", True),
    ("Lorn Harbour's new mayor Ada Verrin opened the pier.", "Lorn Harbour's new mayor", False),
]


@pytest.mark.parametrize(("text", "office", "asked"), ROLES)
def test_new_in_a_name_makes_no_new_holder(
    text: str, office: str, asked: bool, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    held = fact(text, "role", office, None, f"{office} Ada Verrin", what="Ada Verrin")
    assert bool(asks(story(text, held, names=NAMES), "role", "deed")) == asked


SCORES = "Lorn won 9-4, 9-2, 8-6 and 7-5 in the squash. "


@pytest.mark.parametrize(("opening", "asked"), [("", True), (SCORES, False)])
def test_a_report_full_of_scores_is_one_of_sport(
    opening: str, asked: bool, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    text = f"{opening}The Lorn Harbour Board sent 40 boats to the yard of Port Salm in May 2030."
    told = story(text, fact(text, "count", 40, "boat", "40 boats"), names=NAMES)
    assert bool(asks(told, "in-place", "cloze")) == asked


def test_a_sentence_is_asked_three_times_at_most(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    text = "In May 2030, Lorn sent 40 boats from Cape Tarn to Port Salm past a line of 300 sailors from Kessel Way."
    facts: list[Any] = [
        fact(text, "count", 40, "boat", "40 boats"),
        fact(text, "population", 300, "people", "300 sailors"),
        fact(text, "date", "2030-05", None, "May 2030"),
    ]
    made = story(text, *facts, names=NAMES)
    assert len({c.claim for c in candidates(made) if c.question}) > 3
    assert len(generate(made)) == 3


KESSEL = "The Kessel region lies in the east of Lorn."


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("The eastern region lost 40 boats in May 2030.", True),
        ("The affected region lost 40 boats in May 2030.", False),
    ],
)
def test_an_adjective_may_tell_of_another_region(
    sentence: str, named: bool, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    text = f"{KESSEL} {sentence}"
    told = story(text, fact(text, "count", 40, "boat", "40 boats"), names=NAMES)
    assert any("Kessel region lost" in ask for ask in asks(told, "in-place")) == named


@pytest.mark.parametrize(
    ("lead", "named"),
    [
        ("Kessel Shipping, a company with a yard in Lorn, grew.", True),
        ("Tarn Shipping grew on the coast of Lorn.", False),
    ],
)
def test_the_company_is_the_one_an_article_opens_with(
    lead: str, named: bool, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    later = "" if named else f" {'It rained. ' * 40}Kessel Shipping, a company with a yard in Lorn, grew."
    text = f"{lead}{later} It rained. The company lost 40 boats in May 2030."
    told = story(text, fact(text, "count", 40, "boat", "40 boats"), names=NAMES)
    assert any("Kessel Shipping lost" in ask for ask in asks(told, "in-place")) == named


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Lorn announced that the Salm dam, which lies 40 km south", False),
        ("Lorn announced that the Salm dam has burst", True),
        ("In a statement issued by the council of Lorn", False),
        ("In a statement, the council of Lorn thanked the crew", True),
    ],
)
def test_what_follows_that_or_a_lead_in_is_whole(text: str, whole: bool) -> None:
    assert complete(text) == whole


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        (
            "Fighting began after the rebels, who held Salm, demanded 40 boats.",
            "Fighting",
            "Fighting began after the rebels, who held Salm, demanded 40 boats",
        ),
        (
            "Fighting began after the rebels left Lorn, who held 40 boats.",
            "Fighting",
            "Fighting began after the rebels left Lorn",
        ),
        (
            "The boat was described by Verrin as the best of 40 boats.",
            "The boat",
            "The boat was described by Verrin as the best of 40 boats",
        ),
    ],
)
def test_a_clause_is_not_cut_within(text: str, quote: str, expected: str) -> None:
    start = text.index(quote)
    clause = main_clause(text, start, start + len(quote))
    assert clause is not None
    assert clause.text == expected


COUNTRY = Place("Port Salm", 33.9, 35.5, "LB")


@pytest.mark.parametrize(("around", "asked"), [("from Port Salm", False), ("from Cape Tarn", True)])
def test_a_country_is_not_asked_for_beside_its_own_town(
    around: str, asked: bool, story: Callable[..., Story]
) -> None:
    names = (*NAMES, Name("Lebanon", "place", ("Lebanon",)))
    told = replace(
        story(f"The Lorn navy sailed {around} at the end of its long visit to Lebanon.", names=names),
        places=(COUNTRY,),
    )
    assert any("visit to ____" in ask for ask in asks(told, "name-gap")) == asked


def test_a_header_that_holds_the_answer_is_not_shown(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    text = (
        "Ada Verrin, the president of Lorn, opened a pier in Port Salm in a storm of rare strength. "
        "It rained. Lorn President Ada Verrin flew on."
    )
    held = fact(text, "role", "Lorn President", None, "Lorn President Ada Verrin", what="Ada Verrin")
    told = story(text, held, names=NAMES, published=None)
    assert asks(told, "role") == []
    assert "giveaway" in {c.refusal.reason for c in candidates(told) if c.refusal}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Its old yard lost 40 boats in a storm off Port Salm in May 2030, the Lorn Harbour Board said.",
            False,
        ),
        (
            "The yard of Lorn lost 40 boats in a storm off Port Salm in May 2030, the Lorn Harbour Board said.",
            True,
        ),
    ],
)
def test_whose_it_is_must_be_said(
    text: str, asked: bool, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    told = story(text, fact(text, "count", 40, "boat", "40 boats"), names=NAMES)
    assert bool(asks(told, "in-place", "cloze")) == asked


@pytest.mark.parametrize(
    ("text", "quote", "kind", "value", "asked"),
    [
        ("Verrin, who won the cup in 2030, followed by 40 boats in Lorn.", "40 boats", "count", 40, False),
        ("Ada Verrin, who won the cup of Lorn, lost 40 boats in Port Salm.", "40 boats", "count", 40, True),
        (
            'The harbour of Lorn lost around 40 "boats" in a storm off Port Salm.',
            'around 40 "boats',
            "count",
            40,
            False,
        ),
    ],
)
def test_a_lost_who_and_an_open_quotation_are_refused(
    text: str,
    quote: str,
    kind: str,
    value: int,
    asked: bool,
    fact: Callable[..., Fact],
    story: Callable[..., Story],
) -> None:
    told = story(text, fact(text, kind, value, "boat", quote), names=NAMES)
    assert bool(asks(told, "in-place", "cloze")) == asked


def test_what_was_due_on_a_weekday_has_no_date(story: Callable[..., Story]) -> None:
    due = "The Lorn Harbour Board was due to meet on {} in Port Salm."

    def reasons(day: str) -> set[str]:
        tried = candidates(story(due.format(day), names=NAMES))
        return {one.refusal.reason for one in tried if one.refusal and one.template == "name-gap"}

    assert "relative time" in reasons("Friday")
    assert "relative time" not in reasons("2 May 2031")


def test_a_people_keeps_its_capital(fact: Callable[..., Fact], story: Callable[..., Story]) -> None:
    text = "Cubans living in Lorn are limited to one visit to Port Salm every three years."
    told = story(text, fact(text, "duration", 3, "year", "three years"), names=NAMES)
    asked = asks(told, "in-place", "cloze", "name-gap")
    assert asked
    assert not [ask for ask in asked if "cubans" in ask]
