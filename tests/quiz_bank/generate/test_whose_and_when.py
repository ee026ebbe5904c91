"""Questions that stand or fall by whose a figure is, when it held, and what the header tells: sentences of our own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefings.stories import Article, Name, Story
from quiz_bank.generate.completeness import complete
from quiz_bank.generate.generate import candidates, generate
from quiz_bank.generate.headers import header
from quiz_bank.generate.trimming import trimmed

NAMES = (
    Name("Port Salm", "place", ("Port Salm",)),
    Name("Lorn", "place", ("Lorn",)),
    Name("Ada Verrin", "person", ("Ada Verrin", "Verrin")),
    Name("Kessel Shipping", "group", ("Kessel Shipping",)),
    Name("Lorn Aid", "group", ("Lorn Aid",)),
    Name("GRAIN PAPER", "group", ("GRAIN PAPER",)),
    Name("US", "place", ("US",)),
)
DATED: dict[str, Any] = {}
UNDATED: dict[str, Any] = {"published": None}
BOATS = ("count", 40, "boat", "40 boats")
FRIDAY = ("date", "2031-05-02", None, "Friday")
LAST_MONTH = ("date", "2031-04", None, "last month")

MADE: list[tuple[str, tuple[Any, ...], dict[str, Any], str]] = [
    (
        "According to Ada Verrin, mayor of Lorn, while opening a pier, boats of Port Salm saved 40 boats of Lorn.",
        BOATS,
        DATED,
        "According to Ada Verrin, mayor of Lorn, boats of Port Salm saved how many boats of Lorn?",
    ),
    (
        "Director Ada Verrin has asked the council of Lorn to send 40 boats to Port Salm.",
        BOATS,
        DATED,
        "As of 3 May 2031, Ada Verrin has asked the council of Lorn to send how many boats to Port Salm?",
    ),
    (
        "The crew of the Petrel retook Port Salm last month backed by fishermen.",
        LAST_MONTH,
        DATED,
        "In what month of 2031 did this happen? “The crew of the Petrel retook Port Salm backed by fishermen.”",
    ),
    (
        "The catch of Port Salm in the bay of Lorn was cut to 4% from 5% in 2030.",
        ("share", 4, "percent", "4%"),
        DATED,
        "The catch of Port Salm in the bay of Lorn was cut to what percentage from 5% in 2030?",
    ),
    (
        "Off the harbour of Port Salm, a storm killed 40 sailors of the Lorn navy.",
        ("population", 40, "people", "40 sailors"),
        UNDATED,
        "Off the harbour of Port Salm, a storm killed how many sailors of the Lorn navy?",
    ),
    (
        "Opponents of the Lorn navy sent 40 boats to the harbour of Port Salm.",
        BOATS,
        DATED,
        "Opponents of the Lorn navy sent how many boats to the harbour of Port Salm?",
    ),
    (
        "Kessel Shipping said it had a loss of 40 boats, or two boats a share, in the spring of 2030.",
        BOATS,
        DATED,
        "According to Kessel Shipping, it had a loss of how many boats in the spring of 2030?",
    ),
    (
        "About a half million people in Lorn have no power since the storm at Port Salm.",
        ("population", 500_000, "people", "About a half million people", "about"),
        DATED,
        "As of 3 May 2031, about how many people in Lorn have no power since the storm at Port Salm?",
    ),
    (
        "A storm killed 40 sailors when the hall of Port Salm fell, the cause of which is unknown in Lorn.",
        ("population", 40, "people", "40 sailors"),
        DATED,
        "A storm killed how many sailors when the hall of Port Salm fell?",
    ),
    (
        "Ada Verrin reported progress in talks to free 40 boats that were taken from Port Salm.",
        BOATS,
        DATED,
        "Ada Verrin reported progress in talks to free how many boats that were taken from Port Salm?",
    ),
    (
        "Ada Verrin reported 40 boats were taken from the harbour of Port Salm by Lorn.",
        BOATS,
        DATED,
        "According to Ada Verrin, how many boats were taken from the harbour of Port Salm by Lorn?",
    ),
    (
        "The yard of Port Salm will lose 40 boats this year, a sharp rise from the loss of 2030.",
        BOATS,
        DATED,
        "According to Gazette, the yard of Port Salm will lose how many boats?",
    ),
    (
        "The yard of Port Salm added 40 boats to the navy of Lorn in 2030.",
        BOATS,
        DATED,
        "The yard of Port Salm added how many boats to the navy of Lorn in 2030?",
    ),
    (
        "Back in December, Kessel Shipping and Ada Verrin were each given 40 boats by the council of Lorn.",
        BOATS,
        UNDATED,
        "Kessel Shipping and Ada Verrin were each given how many boats by the council of Lorn?",
    ),
    (
        "A siege of 6 days, which the navy of Lorn broke, cost Port Salm its harbour.",
        ("duration", 6, "day", "6 days"),
        DATED,
        "A siege of how many days cost Port Salm its harbour?",
    ),
    (
        "Ada Verrin confirmed Lorn's plan to send 40 boats to Port Salm.",
        BOATS,
        DATED,
        "According to Gazette, Ada Verrin confirmed Lorn's plan to send how many boats to Port Salm?",
    ),
    (
        "Ada Verrin confirmed that the navy of Lorn has 40 boats in the harbour of Port Salm.",
        BOATS,
        DATED,
        "According to Ada Verrin, as of 3 May 2031, the navy of Lorn has how many boats in the harbour of Port Salm?",
    ),
    (
        "The sailors of Port Salm won a recently opened yard with 40 boats from Lorn.",
        BOATS,
        DATED,
        "The sailors of Port Salm won an opened yard with how many boats from Lorn?",
    ),
    (
        "Kessel Shipping reported a loss of 40 boats in Lorn, citing expected storms off Port Salm.",
        BOATS,
        DATED,
        "Kessel Shipping reported a loss of how many boats in Lorn?",
    ),
    (
        "All but old boats of Lorn had sailed with 40 sailors to Port Salm.",
        ("population", 40, "people", "40 sailors"),
        DATED,
        "All but old boats of Lorn had sailed with how many sailors to Port Salm?",
    ),
    (
        "Half a dozen sailors of Lorn waved flags at the yard of Port Salm.",
        ("population", 6, "people", "Half a dozen sailors"),
        DATED,
        "How many sailors of Lorn waved flags at the yard of Port Salm?",
    ),
]
REFUSED: list[tuple[str, tuple[Any, ...], dict[str, Any], str]] = [
    ("Nets dropped off Port Salm last month tested clean in Lorn.", LAST_MONTH, DATED, "not an event"),
    (
        "The share of Port Salm was cut to 4% from 5% in 2030 and to 2% from 6% in 2031.",
        ("share", 4, "percent", "4%"),
        DATED,
        "figure in a list",
    ),
    (
        "The yard of Port Salm was shut for the week instead of for 40 days.",
        ("duration", 40, "day", "40 days"),
        DATED,
        "truncated",
    ),
    (
        "A storm in the east of Lorn, where 40 people have lost their lives, has passed.",
        ("population", 40, "people", "40 people"),
        UNDATED,
        "changing figure",
    ),
    ("There will only be 40 boats in the harbour of Port Salm.", BOATS, UNDATED, "changing figure"),
    (
        "More than 40% of the families near Port Salm have been given boats.",
        ("share", 40, "percent", "40%"),
        UNDATED,
        "changing figure",
    ),
    ("One involved the loss of 40 boats at Port Salm in the east of Lorn.", BOATS, DATED, "demonstrative"),
    ("Opponents sent 40 boats to the harbour of Port Salm in Lorn.", BOATS, DATED, "unnamed subject"),
    (
        "The cause is not known. 40 of the deaths were in the old town of Port Salm.",
        ("count", 40, "death", "40 of the deaths"),
        DATED,
        "definite noun",
    ),
    (
        "The navy of Lorn was formed last spring and opened a yard at Port Salm last month.",
        LAST_MONTH,
        DATED,
        "not an event",
    ),
    (
        '"The harbours of Lorn are lost", she said, opening a hall for 40 boats at Port Salm.',
        BOATS,
        DATED,
        "truncated",
    ),
    (
        "Kessel Shipping matched the yard of Port Salm in 40.5 boats.",
        ("count", 40.5, "boat", "40.5 boats"),
        DATED,
        "too plain",
    ),
    (
        "The navy of Lorn began a 2-day rally in the harbour of Port Salm.",
        ("duration", 2, "day", "2-day"),
        DATED,
        "too plain",
    ),
    (
        "Ada Verrin turned 74 in Port Salm on Friday.",
        ("date", "2031-05-02", None, "Friday"),
        DATED,
        "too plain",
    ),
    ("Ministers sent 40 boats from Lorn to Port Salm.", BOATS, DATED, "unnamed subject"),
    (
        "The storm Petrel was spotted 40 km east of Port Salm in Lorn.",
        ("distance", 40, "km", "40 km"),
        UNDATED,
        "changing figure",
    ),
    (
        "The Bank of Lorn left its main rate unchanged at 4% in the hall of Port Salm.",
        ("share", 4, "percent", "4%"),
        UNDATED,
        "changing figure",
    ),
    (
        "Kessel Shipping has sold 40 units in the whole of Lorn.",
        ("count", 40, "unit", "40 units"),
        UNDATED,
        "changing figure",
    ),
    (
        "The navy of Lorn had a say in ruling that Ada Verrin on Friday.",
        ("date", "2031-05-02", None, "Friday"),
        DATED,
        "shape",
    ),
    (
        "In the past year alone, Ada Verrin, head of the board, said the loss of 40 boats was made good in Lorn.",
        BOATS,
        DATED,
        "truncated",
    ),
    ("The Australian sent 40 boats to the harbour of Port Salm in Lorn.", BOATS, DATED, "definite noun"),
    (
        "Ada Verrin lost a boat of Lorn by missing the race on Friday at Port Salm.",
        ("date", "2031-05-02", None, "Friday"),
        DATED,
        "not an event",
    ),
    (
        "The Port Salm, Lorn, company said net was 40 boats, down from 90 boats in 2030.",
        BOATS,
        DATED,
        "definite noun",
    ),
    (
        "The market of Port Salm seemed to agree with Lorn on Friday.",
        ("date", "2031-05-02", None, "Friday"),
        DATED,
        "not an event",
    ),
    (
        "The Salm Index of Lorn had closed higher than in any month since 2029.",
        ("date", "2029", None, "2029"),
        DATED,
        "too plain",
    ),
    (
        "The poll of 40 boats of Port Salm in Lorn has a margin of error of 3 points.",
        BOATS,
        DATED,
        "too plain",
    ),
    (
        "The trade of Port Salm with Lorn was at its worst in more than four years.",
        ("duration", 4, "year", "more than four years", "more than"),
        UNDATED,
        "changing figure",
    ),
    (
        "A storm off Lorn killed sailors of Port Salm when two boats of Kessel Shipping met at sea.",
        ("count", 2, "boat", "two boats"),
        DATED,
        "too plain",
    ),
    (
        "The navy of Lorn won a 10-minute ovation in the hall of Port Salm.",
        ("duration", 10, "minute", "10-minute"),
        DATED,
        "too plain",
    ),
    (
        "Ada Verrin's second letter to Port Salm in two weeks was read by the council of Lorn.",
        ("duration", 2, "week", "two weeks"),
        DATED,
        "too plain",
    ),
    ("The shares of Kessel Shipping went down 2 1/2 on Friday.", FRIDAY, DATED, "too plain"),
    ("Old Kessel Shipping of Lorn went down 2 1/2 on Friday.", FRIDAY, DATED, "too plain"),
    ("40 towns joined the Lorn League.", ("count", 40, "town", "40 towns"), UNDATED, "no occasion"),
]


def test_a_title_in_quotation_marks_is_no_subject() -> None:
    assert complete('On a new chart, "The Harbours of Lorn", Ada Verrin has marked a yard')
    assert not complete('"The Harbours of Lorn", Ada Verrin has marked a yard')


def test_what_is_cut_after_that_is_no_clause() -> None:
    assert not complete("Police admit that despite a reward")
    assert not complete("The court was right in ruling that Ada Verrin")
    assert complete("Police admit that despite a reward, they have found nobody")


CLAUSES = [
    ("The pact was reached at a meeting between Ada Verrin", False),
    ("The pact was reached at a meeting between Ada Verrin and Ben Hale", True),
    ("Watching the harbour of Lorn after a storm killed 40 sailors", False),
    ("Holding the harbour of Lorn cost 40 sailors after the storm", True),
    ("Seven years of talks aimed at peace between Salm and Lorn", False),
]


@pytest.mark.parametrize(("text", "whole"), CLAUSES)
def test_a_clause_has_both_its_ends_and_a_verb_of_its_own(text: str, whole: bool) -> None:
    assert complete(text) is whole


def test_a_result_between_numbers_is_no_aside() -> None:
    told = trimmed("Lorn beat Port Salm 3 – 1 on Friday.", 0, 4)
    assert told is not None
    assert told.text == "Lorn beat Port Salm 3 – 1 on Friday"
    aside = trimmed("Lorn – the old port – beat Port Salm on Friday.", 0, 4)
    assert aside is not None
    assert aside.text == "Lorn beat Port Salm on Friday"


def _story(
    text: str, values: tuple[Any, ...], fact: Callable[..., Any], story: Callable[..., Story], **more: Any
) -> Story:
    more_of_it = {"relative": True} if values[0] == "date" else {"qualifier": "".join(values[4:]) or None}
    held = fact(text, *values[:4], **more_of_it)
    return story(text, held, names=NAMES, **more)


@pytest.mark.parametrize(("text", "values", "more", "ask"), MADE)
def test_it_is_asked(
    text: str,
    values: tuple[Any, ...],
    more: dict[str, Any],
    ask: str,
    fact: Callable[..., Any],
    story: Callable[..., Story],
) -> None:
    assert ask in {question.ask for question in generate(_story(text, values, fact, story, **more))}


@pytest.mark.parametrize(("text", "values", "more", "reason"), REFUSED)
def test_it_is_refused(
    text: str,
    values: tuple[Any, ...],
    more: dict[str, Any],
    reason: str,
    fact: Callable[..., Any],
    story: Callable[..., Story],
) -> None:
    found = [c for c in candidates(_story(text, values, fact, story, **more)) if c.template != "name-gap"]
    assert [c.ask for c in found if c.question] == []
    assert reason in {c.refusal.reason for c in found if c.refusal}


GAPS = [
    ("Director Ada Verrin has asked the council of Lorn to send boats to Port Salm.", "Ada Verrin", True),
    (
        "A letter of Ambassador Ada Verrin to the yard of Port Salm told of a storm off Lorn.",
        "Ada Verrin",
        False,
    ),
    (
        "Ben Hale, from the small charity Lorn Aid, believed the yard of Port Salm was lost.",
        "Lorn Aid",
        False,
    ),
    ("GRAIN PAPER was placed by the yard of Port Salm in the harbours of Lorn.", "GRAIN PAPER", False),
    ("The yard of Port Salm freed a sailor of Lorn on US$ 20,000 bail after a storm.", "US", False),
    ("A letter of Ada Verrin to the navy of Lorn is photographed in Port Salm.", "Port Salm", False),
    ("The yard of Port Salm is seen at dawn in a storm off the harbours of Lorn.", "Port Salm", False),
    (
        "Named as owners were Ada Verrin, a shipper, and the council of Port Salm in Lorn.",
        "Ada Verrin",
        False,
    ),
    (
        "Couples of Lorn may be wed in the hall of Port Salm. Brendan by Ada Verrin herself.",
        "Port Salm",
        False,
    ),
    (
        "After a day in Lorn, Foreign Minister Ada Verrin sailed for the harbour of Port Salm.",
        "Ada Verrin",
        False,
    ),
    ("After a day in Lorn, Lorn's Foreign Minister Ada Verrin sailed for Port Salm.", "Ada Verrin", True),
    ("Born in 2001 to sailors of Lorn, Ada Verrin got a job in the yard of Port Salm.", "Port Salm", False),
    (
        "The harbour of Port Salm is shut, said Tom Hale, a pilot with Kessel Shipping.",
        "Kessel Shipping",
        False,
    ),
    ("Kessel Shipping observed that the yard of Port Salm was lost to Lorn.", "Kessel Shipping", False),
]


@pytest.mark.parametrize(("text", "name", "asked"), GAPS)
def test_a_gap_for_a_name_tells_who_is_meant(
    text: str, name: str, asked: bool, story: Callable[..., Story]
) -> None:
    found = [q for q in generate(story(text, names=NAMES)) if q.template == "name-gap" and q.answer == name]
    assert [q.ask for q in found if "Director" in q.ask] == []
    assert bool(found) is asked


KINDS = [
    ("Port Salm received a bid for the whole of its yards from Kessel Shipping.", "Port Salm", "a name"),
    ("Port Salm sent a bid for the whole of its yards to Kessel Shipping.", "Port Salm", "a place"),
    (
        "The film Port Salm has won. Ada Verrin starred for Kessel Shipping in Port Salm.",
        "Port Salm",
        "a name",
    ),
]


@pytest.mark.parametrize(("text", "name", "wanted"), KINDS)
def test_a_kind_is_named_only_where_the_text_bears_it_out(
    text: str, name: str, wanted: str, story: Callable[..., Story]
) -> None:
    text += " Boats lie off Port Salm."
    asked = [question.ask for question in generate(story(text, names=NAMES)) if question.answer == name]
    assert asked
    assert all(ask.startswith(f"Fill the gap with {wanted}") for ask in asked[:1])


HOLDERS = [
    ("Tolls were cut by Ben Hale and Kessel Shipping director Ada Verrin.", True),
    ("Tolls were cut by Customs and Kessel Shipping director Ada Verrin.", False),
]


@pytest.mark.parametrize(("text", "asked"), HOLDERS)
def test_an_office_after_another_person_is_whole(
    text: str, asked: bool, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    office = "Kessel Shipping director"
    held = fact(text, "role", office, None, f"{office} Ada Verrin", what="Ada Verrin")
    names = (*NAMES, Name("Ben Hale", "person", ("Ben Hale", "Hale")))
    made = [question for question in generate(story(text, held, names=names)) if question.template == "role"]
    assert bool(made) is asked


PLACES_TOLD = [("Norlandic crew lost", "undated report"), ("A crew lost", "“A crew lost”")]


@pytest.mark.parametrize(("title", "shown"), PLACES_TOLD)
def test_a_title_that_names_the_people_of_a_place_tells_the_place(
    title: str, shown: str, story: Callable[..., Story]
) -> None:
    names = (Name("Norland", "place", ("Norland",)), *NAMES)
    told = story(
        "A ferry of Kessel Shipping was lost off Norland in a storm. Boats lie off Norland.",
        names=names,
        published=None,
        outlet=None,
    )
    told = replace(told, articles=tuple(replace(each, title=title) for each in told.articles))
    asked = [question for question in generate(told) if question.answer == "Norland"]
    assert [question.header for question in asked] == [shown]


def test_then_within_a_word_stays(fact: Callable[..., Any], story: Callable[..., Story]) -> None:
    text = "In 2030, Ada Verrin of the then-named Kessel Shipping gave 40 boats to the navy of Lorn."
    asked = asks(story(text, fact(text, *BOATS), names=NAMES))
    assert any("then-named Kessel Shipping" in ask for ask in asked)


def test_last_week_is_left_as_it_stands_on_a_sunday(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    text = "Last week, a storm off Port Salm killed 40 sailors of the Lorn navy."
    facts = (
        fact(text, "population", 40, "people", "40 sailors"),
        fact(text, "date", "2031-W17", None, "Last week", relative=True),
    )
    asked = {day: asks(story(text, *facts, names=NAMES, published=date(2031, 5, day))) for day in (3, 4)}
    tail = "a storm off Port Salm killed how many sailors of the Lorn navy?"
    assert f"In the week of 21 April 2031, {tail}" in asked[3]
    assert f"Last week, {tail}" in asked[4]


def test_he_is_looked_for_in_the_sentence_before_alone(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    lead = "The mayor of Lorn, Ada Verrin, has sold the yard of Port Salm. "
    beside = lead + "She gave 40 boats to the sailors of Kessel Shipping."
    apart = lead + "A storm came up in the night. She gave 40 boats to the sailors of Kessel Shipping."
    assert asks(story(beside, fact(beside, *BOATS), names=NAMES))
    assert [
        ask
        for ask in asks(story(apart, fact(apart, *BOATS), names=NAMES))
        if "40 boats" in ask or "how many" in ask
    ] == []


def asks(told: Story) -> list[str]:
    return [question.ask for question in generate(told)]


TITLES = [
    ("Storm off Lorn kills sailors of Port Salm", "“Storm off Lorn kills sailors of Port Salm”"),
    ("A storm takes 40 lives", "undated report"),
]


@pytest.mark.parametrize(("title", "shown"), TITLES)
def test_a_title_that_tells_the_answer_is_not_shown(
    title: str, shown: str, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    text = "A storm off Port Salm killed 40 sailors of the Lorn navy."
    told = story(
        text,
        fact(text, "population", 40, "people", "40 sailors"),
        names=NAMES,
        published=None,
        outlet=None,
    )
    told = replace(told, articles=tuple(replace(each, title=title) for each in told.articles))
    asked = [question for question in generate(told) if question.template == "in-place"]
    assert [question.header for question in asked] == [shown]


OFFICES = [
    (
        "chief executive of the Lorn-based exchange",
        "The chief executive of the Lorn-based exchange Ada Verrin left.",
    ),
    ("director of Salm Polls", "The pier will hold, according to Ada Verrin, director of Salm Polls."),
    (
        "Kessel Shipping director",
        "The pier is safe, said Customs and Kessel Shipping director Ada Verrin.",
    ),
    (
        "associate director of Kessel Shipping",
        "The pier fell, said Ada Verrin, associate director of Kessel Shipping.",
    ),
    ("Harbour Board head of Salm became", "The Harbour Board head of Salm became Ada Verrin in the spring."),
    ("future mayor of Port Salm", "The yard was opened by future mayor of Port Salm Ada Verrin."),
    (
        "manager at Kessel Shipping believes boats",
        "Ada Verrin, manager at Kessel Shipping believes boats, smiled.",
    ),
    ("Harbour Secretary", "Harbour Secretary Ada Verrin opened the yard of Port Salm."),
    (
        "Kessel Shipping chief at the time",
        "It impressed Ada Verrin, Kessel Shipping chief at the time, in Lorn.",
    ),
    ("UN chief", "UN chief Ada Verrin opened the yard of Port Salm."),
    ("Co-founder of Kessel Shipping", "The yard was saved by Ada Verrin, Co-founder of Kessel Shipping."),
    ("founder of Kessel Shipping", "The yard was praised by Ada Verrin, founder of Kessel Shipping."),
    ("spokesman of the Green party", "The tax is high, said Ada Verrin, spokesman of the Green party."),
    ("Chinese Premier", "Chinese Premier Ada Verrin opened the yard of Port Salm."),
    ("director of Salm", "The pier is lost, said Ada Verrin, director of Salm/Tarn's harbour unit."),
]


@pytest.mark.parametrize(("office", "text"), OFFICES)
def test_an_office_of_many_or_of_no_weight_is_refused(
    office: str, text: str, fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    quote = next(part for part in (f"Ada Verrin, {office}", f"{office} Ada Verrin") if part in text)
    told = story(text, fact(text, "role", office, None, quote, what="Ada Verrin"), names=NAMES)
    assert [question.ask for question in generate(told) if question.template == "role"] == []


def test_a_title_that_places_a_question_stands_in_the_header_once() -> None:
    article = Article("a", "a.txt", "Text.", title="Storm off Lorn sinks boats")
    assert header(article, "Storm off Lorn sinks boats") == "“Storm off Lorn sinks boats”"
    dated = replace(article, published=date(2031, 5, 3))
    assert header(dated, "Storm off Lorn sinks boats") == "report of 3 May 2031: “Storm off Lorn sinks boats”"
    assert header(article, "Boats sank.") == "“Storm off Lorn sinks boats”: “Boats sank.”"
