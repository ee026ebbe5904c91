"""Names asked for by a gap: made and refused, with sentences of our own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefings.facts import Fact
from briefings.stories import Name, Place, Story
from quiz_bank.generate.generate import candidates, generate
from quiz_bank.grading.judge import judge
from quiz_bank.questions import Question

NAMES = (
    *(Name(form, "place", (form,)) for form in ("Port Salm", "Cape Tarn", "Lorn", "Port Reke")),
    Name("Port Holm", "place", ("Port Holm", "Puerto Holm")),
    Name("Ada Verrin", "person", ("Ada Verrin",)),
    Name("Tomas Reke", "person", ("Tomas Reke",)),
    Name("Lorn Guard", "group", ("Lorn Guard",)),
)

MADE = [
    (
        "A ferry from Cape Tarn has sunk in heavy seas off Port Salm.",
        "Fill the gap with a place, as of 3 May 2031: “A ferry from Cape Tarn has sunk in heavy seas off ____.”",
        "Port Salm",
    ),
    (
        "The Lorn navy broke a long siege of the harbour near Kesselby in the east.",
        "Fill the gap with a place: “The Lorn navy broke a long siege of the harbour near ____ in the east.”",
        "Kesselby",
    ),
    (
        "Two ferries off Cape Tarn were boarded at dawn by the Lorn Guard.",
        (
            "Fill the gap with the name of a group, body or company: "
            "“Two ferries off Cape Tarn were boarded at dawn by the ____.”"
        ),
        "Lorn Guard",
    ),
    (
        "The harbour of Cape Tarn was sold by chairwoman Ada Verrin at a low price.",
        (
            "Fill the gap with a person's name: "
            "“The harbour of Cape Tarn was sold by chairwoman ____ at a low price.”"
        ),
        "Ada Verrin",
    ),
    (
        "Fishermen from Lorn boarded a ferry near Port Salm, the coastguard of Cape Tarn said on Friday.",
        (
            "Fill the gap with a place, according to the coastguard of Cape Tarn: "
            "“Fishermen from Lorn boarded a ferry near ____.”"
        ),
        "Port Salm",
    ),
    (
        "Fishermen and dockers of Cape Tarn asked the Lorn Guard to search its boats again.",
        (
            "Fill the gap with the name of a group, body or company: "
            "“Fishermen and dockers of Cape Tarn asked the ____ to search its boats again.”"
        ),
        "Lorn Guard",
    ),
    (
        "In June 2029, the Lorn Guard sold forty wooden boats to the dockers of Cape Tarn.",
        (
            "Fill the gap with the name of a group, body or company: "
            "“In June 2029, the ____ sold forty wooden boats to the dockers of Cape Tarn.”"
        ),
        "Lorn Guard",
    ),
]


def gaps(told: Story) -> list[Question]:
    return [question for question in generate(told) if question.template == "name-gap"]


@pytest.mark.parametrize(("text", "ask", "answer"), MADE)
def test_a_name_is_asked_for_by_a_gap(text: str, ask: str, answer: str, story: Callable[..., Story]) -> None:
    found = {question.answer: question for question in gaps(story(text, names=NAMES))}
    assert found[answer].ask == ask
    assert judge(found[answer].key, answer, ask).verdict == "correct"


REFUSED = [
    ("A ferry with forty people aboard has sunk in heavy seas off Port Salm.", "unnamed subject"),
    (
        "Two ferries from Cape Tarn called at the harbours of Port Salm and Port Reke in summer.",
        "figure in a list",
    ),
    ("A ferry from Cape Tarn sank in heavy seas near the border with Port Salm.", "common knowledge"),
    ("The harbour of Cape Tarn was sold by the reporter Ada Verrin at a low price.", "too plain"),
    ("The Guard of Port Lorn was praised by dockers of the Lorn Guard in Cape Tarn.", "giveaway"),
    ("It sank on its way from Cape Tarn to the old harbour of Port Salm.", "pronoun"),
    ("The Lorn navy could retake the harbour and the old castle of Port Salm.", "forecast"),
    ("The old pier of Cape Tarn had been sold long ago, Ada Verrin said.", "too plain"),
    ("The pier of Cape Tarn had been sold long ago, say the rowers Ada Verrin.", "too plain"),
    ("The people of Cape Tarn had long asked for a showing of the film Ada Verrin.", "no name"),
    ("The mayor of Cape Tarn has signed a similar deal with the town of Port Salm.", "demonstrative"),
    ("Fishermen of Cape Tarn won in another two races in the harbour of Port Salm.", "demonstrative"),
    ("How was it right that boats from Cape Tarn were kept out of Port Salm.", "truncated"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_a_doubtful_gap_is_refused(text: str, reason: str, story: Callable[..., Story]) -> None:
    told = story(text, names=NAMES)
    answers = {question.answer for question in gaps(told)}
    assert not answers & {"Port Salm", "Ada Verrin"}
    assert reason in {c.refusal.reason for c in candidates(told) if c.refusal and c.template == "name-gap"}


@pytest.mark.parametrize(
    "text",
    [
        "“A ferry from Cape Tarn sank in heavy seas off Port Salm.”",
        "A ferry sank off Port Salm.",
        "Ferries off Port Salm and off the old castle of Port Salm were sold by the men of Cape Tarn.",
    ],
)
def test_no_gap_in_speech_in_few_words_or_for_a_name_told_twice(
    text: str, story: Callable[..., Story]
) -> None:
    assert "Port Salm" not in {question.answer for question in gaps(story(text, names=NAMES))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fishermen of Cape Tarn praised the insurance giant Lorn Guard for its help.", "Lorn Guard"),
        ("The dockers of Cape Tarn have asked LG to search its boats again.", "LG"),
        ("A town hall in Cape Tarn was taken from Lorn Republicans by young dockers.", "Lorn Republicans"),
    ],
)
def test_no_gap_for_a_name_after_a_noun_a_short_form_or_the_members_of_a_party(
    text: str, name: str, story: Callable[..., Story]
) -> None:
    names = (*NAMES, Name("LG", "group", ("LG",)), Name("Lorn Republicans", "group", ("Lorn Republicans",)))
    assert name not in {question.answer for question in gaps(story(text, names=names))}


def test_two_people_of_a_sentence_are_asked_for(story: Callable[..., Story]) -> None:
    text = "An old pier in the east was sold by the rower Ada Verrin to the banker Tomas Reke."
    assert {"Ada Verrin", "Tomas Reke"} <= {question.answer for question in gaps(story(text, names=NAMES))}


@pytest.mark.parametrize(("first", "asked"), [("Rower", True), ("Celebrity", False)])
def test_a_name_that_opens_with_another_word_is_a_person_only_after_what_he_is(
    first: str, asked: bool, story: Callable[..., Story]
) -> None:
    text = f"{first} Ada Verrin sold forty wooden boats to the dockers of Cape Tarn."
    assert ("Ada Verrin" in {question.answer for question in gaps(story(text, names=NAMES))}) == asked


def test_a_body_after_a_bare_word_of_place_may_be_a_town(story: Callable[..., Story]) -> None:
    text = "Fishermen and dockers moved their yearly feast from Cape Tarn to Holmby."
    (question,) = [
        q
        for q in gaps(story(text, names=(*NAMES, Name("Holmby", "group", ("Holmby",)))))
        if q.answer == "Holmby"
    ]
    assert question.ask.startswith("Fill the gap with a name: ")


def test_one_name_fills_two_gaps_of_a_story_at_most(story: Callable[..., Story]) -> None:
    deeds = (
        "A brown otter of Cape Tarn was found in the streets of Port Salm.",
        "Three schools closed when the Lorn coastguard left the harbour of Port Salm.",
        "Ada Verrin has sold forty wooden houses near the castle of Port Salm.",
        "Doctors from Lorn opened a second hospital at the old pier of Port Salm.",
    )
    text = " ".join(deeds)
    assert [question.answer for question in gaps(story(text, names=NAMES))].count("Port Salm") == 2


def test_the_same_sentence_in_two_outlets_is_one_claim(story: Callable[..., Story]) -> None:
    text = MADE[0][0]
    one, two = story(text, names=NAMES), story(f"Sold today. {text}", names=NAMES, outlet="Herald")
    both = replace(one, articles=(*one.articles, *two.articles))
    (question,) = [question for question in gaps(both) if question.answer == "Port Salm"]
    assert {source.outlet for source in question.sources} == {"Gazette", "Herald"}
    assert question.id in {each.id for each in gaps(one)}


def test_the_key_holds_other_spellings_near_misses_and_the_country_on_the_map(
    story: Callable[..., Story],
) -> None:
    told = story("A ferry from Cape Tarn sank in heavy seas off Port Holm.", names=NAMES)
    told = replace(told, places=(Place("Port Holm", 1.0, 1.0, "FR"),))
    (question,) = [question for question in gaps(told) if question.answer == "Port Holm"]
    assert question.key.aliases == ("Puerto Holm",)
    assert "Cape Tarn" in question.key.others
    assert question.key.within in ("France", "")  # empty where no gazetteer is installed
    assert judge(question.key, "Puerto Holm", question.ask).verdict == "correct"
    assert judge(question.key, "Cape Tarn", question.ask).verdict == "wrong"


PLANS = [
    (
        "About 600 Lorn dockers will walk off the piers of Port Salm.",
        "According to Gazette, about how many Lorn dockers will walk off the piers of Port Salm?",
    ),
    ("About 600 Lorn dockers may walk off the piers of Port Salm.", ""),
]


@pytest.mark.parametrize(("text", "ask"), PLANS)
def test_a_plan_is_asked_with_the_report_that_tells_it_and_a_guess_is_not(
    text: str, ask: str, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    figure = fact(text, "population", 600, "people", "About 600 Lorn dockers", qualifier="about")
    assert [q.ask for q in generate(story(text, figure)) if q.template == "in-place"] == [ask] * bool(ask)


def test_of_two_numbers_that_share_a_verb_each_is_asked_alone(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    text = "The 185 passengers and 12 cooks were saved off Cape Tarn."
    guests = fact(text, "population", 185, "people", "185 passengers")
    cooks = fact(text, "population", 12, "people", "12 cooks")
    assert {q.ask for q in generate(story(text, guests, cooks)) if q.template == "in-place"} == {
        "How many passengers were saved off Cape Tarn?",
        "How many cooks were saved off Cape Tarn?",
    }


AGES = [
    (
        "Police said 53-year-old Ada Verrin was rescued off Cape Tarn.",
        "How old was Ada Verrin, who was rescued off Cape Tarn?",
    ),
    ("Police said the 53-year-old was rescued off Cape Tarn.", ""),
]


@pytest.mark.parametrize(("text", "ask"), AGES)
def test_an_age_before_a_full_name_is_asked_for(
    text: str, ask: str, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    age = fact(text, "age", 53, "year", "53-year-old")
    assert [q.ask for q in generate(story(text, age)) if q.template == "age"] == [ask] * bool(ask)


DEATHS = [
    ("The rower Ada Verrin has died in Cape Tarn aged 53.", "At what age did Ada Verrin die?"),
    ("Ada Verrin died of a fever at the age of 53.", "At what age did Ada Verrin die?"),
    ("Ada Verrin and Tomas Reke died in Cape Tarn aged 53.", ""),
    ("The rower from Cape Tarn has died aged 53.", ""),
    ("Ada Verrin left Cape Tarn aged 53.", ""),
]


@pytest.mark.parametrize(("text", "ask"), DEATHS)
def test_the_age_at_which_one_person_died_is_asked_for(
    text: str, ask: str, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    age = fact(text, "age", 53, "year", "53")
    told = story(text, age, names=NAMES, published=None)
    assert [q.ask for q in generate(told) if q.template == "age"] == [ask] * bool(ask)
