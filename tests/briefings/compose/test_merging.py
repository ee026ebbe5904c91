"""Two facts of one subject in one line, and one spelling and one order of words for names and offices."""

from __future__ import annotations

import pytest

from briefings.compose.briefing import Mark
from briefings.compose.drafts import Draft, Drafts
from briefings.compose.merging import joined
from briefings.compose.offices import told
from briefings.compose.spellings import Spellings
from briefings.stories import Claim, Mention, Name
from tests.briefings.reconcile.invented import make_article, people
from tests.briefings.reconcile.told import story


def draft(text: str, article: str = "a", **changes: object) -> Draft:
    """A draft of one claim that no other draft tells, from one article."""
    fact = make_article(article, "70 people.", [people(70, "70 people", "people")]).facts[0]
    claim = Claim(text, "count", "thing", 1, None, "single source", ("A",), (Mention(article, fact),))
    return Draft("key facts", text, claim, (claim,), (Mark(article, 0, 9),), **changes)  # type: ignore[arg-type]


def texts(*drafts: Draft) -> list[str]:
    return [found.text for found in joined(drafts)]


def test_two_facts_of_one_subject_in_one_article_are_one_line() -> None:
    one, other = draft("Orla has 900 ships"), draft("Orla lies 40 kilometres from Salm")
    (line,) = joined([one, other])
    assert line.text == "Orla has 900 ships and lies 40 kilometres from Salm"
    assert {claim.key for claim in line.tells} == {one.claim.key, other.claim.key}


@pytest.mark.parametrize(
    "other",
    [
        draft("Salm lies 40 kilometres from Orla"),  # another subject
        draft("Orla lies 40 kilometres from Salm", "b"),  # another source
        draft("Orla said 40 ships had left"),  # who speaks
    ],
)
def test_others_stay_apart(other: Draft) -> None:
    assert texts(draft("Orla has 900 ships"), other) == []


def test_what_hangs_on_a_clause_comes_last_or_not_at_all() -> None:
    long, short = draft("Orla was closed when 40 ships sank"), draft("Orla has 900 ships")
    assert texts(long, short) == ["Orla has 900 ships and was closed when 40 ships sank"]
    assert texts(long, draft("Orla was flooded after 30 days of rain")) == []


def test_an_and_before_a_verb_takes_a_comma_before_it() -> None:
    found = texts(
        draft("The mill employs 640 people"),
        draft("The mill was built in 1974 and makes a fifth of all flour"),
    )
    assert found == ["The mill employs 640 people, was built in 1974 and makes a fifth of all flour"]


NAMES = (
    Name("al-Orla", "place", ("Orla", "al-Orla")),
    Name("Deir Salm", "place", ("Deir Salm", "Deir al-Salm")),
    Name("IS", "group", ("IS", "ISIS", "Islamic State")),
    Name("Norland", "place", ("Norland", "Norlanders")),
)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Deir al-Salm fell to ISIS", "Deir Salm fell to IS"),
        ("They said “Deir al-Salm is free” in Deir al-Salm", "They said “Deir al-Salm is free” in Deir Salm"),
        ("the Islamic State group", "the Islamic State group"),
        ("Norlanders cheered", "Norlanders cheered"),
        ("Deir al-Salmans cheered", "Deir al-Salmans cheered"),
    ],
)
def test_a_name_is_spelled_one_way_outside_quotations(text: str, line: str) -> None:
    assert Spellings(NAMES).apply(text) == line


def test_without_names_nothing_changes() -> None:
    assert Spellings(()).apply("Deir al-Salm") == "Deir al-Salm"


@pytest.mark.parametrize(
    ("person", "office", "line"),
    [
        ("Ana Roa", "mayor of Orla", "Ana Roa, mayor of Orla"),
        ("Ana Roa", "army spokesman Colonel", "Colonel Ana Roa, army spokesman"),
        ("Ana Roa", "Commodore, senior navy officer", "Commodore Ana Roa, senior navy officer"),
        ("Ana Roa", "General", "Ana Roa, General"),
        ("Ana Roa", "France Prime Minister", "Ana Roa, France's Prime Minister"),
        ("Ana Roa", "French Prime Minister", "Ana Roa, French Prime Minister"),
        ("Ana Roa", "head of the guard overseeing patrols", "Ana Roa, head of the guard"),
        ("Ana Roa", "welder for 31 years", "Ana Roa, welder"),
    ],
)
def test_an_office_reads_as_an_editor_has_it(person: str, office: str, line: str) -> None:
    assert told(person, office) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Orla mayor Ana Roa, 57, resigned.", "Ana Roa, 57, Orla mayor"),
        ("Orla mayor Ana Roa resigned.", "Ana Roa, Orla mayor"),
        ("Orla mayor Ana Roa resigned. Bo Tarn, 57, took over.", "Ana Roa, Orla mayor"),
    ],
)
def test_an_office_is_told_with_the_age_of_who_holds_it(text: str, line: str) -> None:
    told = story(text)
    (office,) = [claim for claim in told.claims if claim.kind == "role"]
    assert line in [draft.text for draft in Drafts(told).of(office)]
