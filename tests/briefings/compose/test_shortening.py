"""Words a line can spare, and those it cannot."""

from __future__ import annotations

import pytest

from briefings.compose.patterns import counted
from briefings.compose.shortening import CIRCUMSTANCE, DATELINE, ShortForms, asides, scene_edits
from briefings.compose.verbs import is_broken, past
from tests.briefings.reconcile.invented import Told, find_fact, people


def spared(text: str) -> str:
    for edit in sorted(scene_edits(text, ()), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Rain fell on the old market town of Orla.", "Rain fell on Orla."),
        ("The strike at the town of Orla ended.", "The strike at Orla ended."),
        ("Rain fell on the province of Orla.", "Rain fell on the province of Orla."),
    ],
)
def test_what_a_named_town_is_goes(text: str, line: str) -> None:
    assert spared(text) == line


def test_a_figures_own_words_stay() -> None:
    text = "They left the town of Orla."
    fact = find_fact(text, Told("count", 1, "town", "the town of Orla", "town left"))
    assert list(scene_edits(text, [fact])) == []


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("Orla, a port of two piers, was closed.", [", a port of two piers,"]),
        ("Orla, which was rebuilt in 1988, was closed.", [", which was rebuilt in 1988,"]),
        ("Orla, Salm and Hessle were closed.", []),
        ("Before the strike began with marches, 70 ships came.", [" with marches"]),
    ],
)
def test_asides_say_more_of_the_name_before(text: str, gaps: list[str]) -> None:
    assert [text[start:end] for start, end in asides(text, 0, len(text))] == gaps


@pytest.mark.parametrize(
    ("text", "filed"),
    [
        ("PORTO ORLA, 9 March 2031 - A ship sank.", "PORTO ORLA, 9 March 2031 - "),
        ("SALM (Wire) — A ship sank.", "SALM (Wire) — "),
        ("Salm - a port - was closed.", ""),
        ("NATO was told.", ""),
    ],
)
def test_the_place_of_filing_is_found(text: str, filed: str) -> None:
    found = DATELINE.match(text)
    assert (found[0] if found else "") == filed


def test_a_circumstance_ends_a_clause() -> None:
    text = "Orla Council moved 70 people during days of rain"
    found = CIRCUMSTANCE.search(text)
    assert found
    assert text[: found.start()] == "Orla Council moved 70 people"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Talks with the Meadow Labour Front (MLF) failed.", "Talks with the MLF failed."),
        ("The Meadow Labour Front party failed.", "The MLF party failed."),
        ('A "Meadow Labour Front," said', 'A "Meadow Labour Front," said'),
    ],
)
def test_a_full_name_by_its_short_form(text: str, line: str) -> None:
    forms = ShortForms([("MLF", "Meadow Labour Front")], ["The MLF met.", "He left the MLF."])
    assert forms.apply(text) == line


@pytest.mark.parametrize(
    ("text", "told", "line"),
    [
        ("There were 19 people hurt.", people(19, "19", "people hurt in Orla"), "19 people hurt in Orla"),
        (
            "Some 70 people were moved.",
            people(70, "Some 70 people", "people moved"),
            "Some 70 people moved",
        ),
        ("Another 70 people were moved.", people(70, "70 people", "people moved"), ""),
        ("70 people in Orla.", people(70, "70 people", "people in Orla"), ""),
        ("70 people saw it.", people(70, "70 people", "people that saw it"), ""),
        (
            "A strike of two weeks by drivers.",
            Told("duration", 2, "week", "two weeks", "strike by drivers in Orla"),
            "A strike by drivers in Orla lasted two weeks",
        ),
    ],
)
def test_a_facts_own_record_as_a_line(text: str, told: Told, line: str) -> None:
    assert counted(find_fact(text, told)) == line


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ("While the winds ease", True),
        ("While the winds ease, 70 fires burn", False),
        ("Came hours of debate", True),
        ("Orla says while it rains", True),
        ("Orla spoke of the", True),
        ("Orla was closed, the police said", False),
    ],
)
def test_half_a_sentence_is_no_line(line: str, broken: bool) -> None:
    assert is_broken(line) is broken


@pytest.mark.parametrize(
    ("gerund", "form"),
    [("losing", "lost"), ("moving", "moved"), ("carrying", "carried"), ("stopping", "stopped")],
)
def test_the_past_of_a_gerund(gerund: str, form: str) -> None:
    assert past(gerund) == form
