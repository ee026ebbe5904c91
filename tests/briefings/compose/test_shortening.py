"""Words a line can spare, and those it cannot."""

from __future__ import annotations

import pytest

from briefings.compose.drafts import is_of_report
from briefings.compose.patterns import apposed, counted, resulting
from briefings.compose.shortening import CIRCUMSTANCE, ShortForms, asides, scene_edits
from briefings.compose.verbs import has_verb, is_broken, past
from briefings.extract.datelines import DATELINE
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
        (
            "There were 19 people hurt.",
            people(19, "19", "people hurt in Orla"),
            "19 people were hurt in Orla",
        ),
        (
            "Some 70 people were moved.",
            people(70, "Some 70 people", "people moved"),
            "Some 70 people were moved",
        ),
        (
            "Some 70 people survived.",
            people(70, "Some 70 people", "people survived"),
            "Some 70 people survived",
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
    ("text", "quote", "line"),
    [
        ("A bus left the road, killing six people.", "six people", "six people were killed"),
        ("A bus hit a tram, killing six and injuring 23.", "23", "23 people were injured"),
        ("The dam broke, leaving 70 people without water.", "70 people", "70 people were left without water"),
        (
            "The port is shut, with 31 people waiting off Orla.",
            "31 people",
            "31 people were waiting off Orla",
        ),
        ("The dam could break, killing 70 people.", "70 people", ""),  # nobody was killed
        ("The band toured, using 70 people.", "70 people", ""),  # no result
        ("The dam broke, leaving 70 people.", "70 people", ""),  # left how?
        ("The port is shut, with 31 people.", "31 people", ""),
    ],
)
def test_what_came_of_it_is_a_line(text: str, quote: str, line: str) -> None:
    assert resulting(find_fact(text, people(70, quote, "people"))) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Orla, a port of 85,000 people, lies in the north.", "Orla is a port of 85,000 people"),
        ("They met near Deir al-Salm, a port of 85,000 people.", "Deir al-Salm is a port of 85,000 people"),
        ("Orla, a former port of 85,000 people, lies in the north.", ""),
        ("Orla moved 85,000 people.", ""),
    ],
)
def test_what_a_name_is_is_a_line(text: str, line: str) -> None:
    assert apposed(find_fact(text, people(85_000, "85,000 people", "people"))) == line


@pytest.mark.parametrize(
    ("text", "report"),
    [
        ("Orla is shut, police said on Friday.", True),
        ("Orla is shut, Bo Tarn told reporters late on Friday.", True),
        ("Orla was shut on Friday.", False),
        ("Police announced the end on Friday.", False),
    ],
)
def test_a_day_of_saying_so_is_no_day_of_the_event(text: str, report: bool) -> None:
    fact = find_fact(text, Told("date", "2031-05-09", None, "Friday", "Orla is shut"))
    assert is_of_report(fact) is report


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("Orla is shut, police said on Friday.", [" on Friday"]),
        ("Orla will rise, the mayor said on Friday, by a third.", []),  # who says so is no aside
    ],
)
def test_the_day_of_saying_so_may_go_the_speaker_may_not(text: str, gaps: list[str]) -> None:
    assert [text[start:end] for start, end in asides(text, 0, len(text))] == gaps


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Orla handles 38 percent of the trade", True),
        ("The city owns a third", True),
        ("About 6,500 people live below the dam", True),
        ("Insurers expect to pay 80 million", True),
        ("Rescuers dug nine children out", True),
        ("Exports of cocoa and fish", False),
        ("A plan for 70 million", False),
    ],
)
def test_verbs_of_today(text: str, verb: bool) -> None:
    assert has_verb(text) is verb


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
