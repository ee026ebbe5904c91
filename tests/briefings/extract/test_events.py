"""Headline events: the main clause of the lead and of dated sentences, without comment, speaker and date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.extract.events import find_events
from briefings.facts import Fact
from briefings.reading.sentences import split_sentences


def facts(text: str) -> list[Fact]:
    return find_events(text, split_sentences(text))


def events(text: str) -> list[object]:
    return [fact.value for fact in facts(text)]


@pytest.mark.parametrize(
    ("lead", "event"),
    [
        (
            "The navy has retaken Port Salm from the rebels, state radio says.",
            "The navy has retaken Port Salm from the rebels",
        ),
        ("The navy on Friday retook Port Salm, marking a defeat of the rebels.", "The navy retook Port Salm"),
        ("Orlian troops entered Port Salm as the rebels fled by boat.", "Orlian troops entered Port Salm"),
        ("The navy said on Friday that it has retaken Port Salm.", None),
        ("The coastguard says the ferry Ada sank off Salm yesterday.", "The ferry Ada sank off Salm"),
        (
            "In March 2031, the Orlian parliament voted to close Salm port.",
            "The Orlian parliament voted to close Salm port",
        ),
        (
            "Meanwhile, seven sailors were rescued off Salm, the navy said.",
            "Seven sailors were rescued off Salm",
        ),
    ],
)
def test_the_lead(lead: str, event: str | None) -> None:
    assert events(lead) == ([event] if event else [])


def test_the_quote_keeps_the_date_and_what_is_the_subject() -> None:
    text = "The Orlian navy on Friday also retook Port Salm, officials said."
    (fact,) = facts(text)
    assert fact.quote == "The Orlian navy on Friday also retook Port Salm"
    assert text[fact.start : fact.end] == fact.quote
    assert fact.what == "The Orlian navy"


def test_later_sentences_need_a_date_and_a_name() -> None:
    opening = "Rain fell. It was cold. "
    assert events(opening + "The navy left Port Salm in May.") == ["The navy left Port Salm"]
    assert events(opening + "The navy left Port Salm.") == []
    assert events(opening + "The men left in May and never came home.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Navy retakes Port Salm",  # a title has no full stop
        "They retook Port Salm on Friday.",
        "The navy is expected to retake Port Salm on Friday.",
        "The navy will retake Port Salm on Friday.",
        "The navy was strong in Port Salm in May.",
        "The navy has not retaken Port Salm.",
        '"The navy retook Port Salm on Friday," he said.',
        "The navy believed in Port Salm last year.",
    ],
)
def test_no_event(text: str) -> None:
    assert events(text) == []


def test_few_events_an_article() -> None:
    text = " ".join(f"The navy left Port Salm and Orl Bay in 20{year}." for year in range(10, 40))
    assert len(events(text)) <= 6


_PIECES = st.sampled_from(
    [
        "The navy ",
        "retook ",
        "Port Salm",
        " on Friday",
        ", ",
        "said ",
        "has ",
        "been ",
        ".",
        '"',
        "as ",
        "In May, ",
        "\n",
        "\ud800",
        "that ",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=40).map("".join)))
def test_any_text_gives_exact_spans(text: str) -> None:
    for fact in facts(text):
        assert text[fact.start : fact.end] == fact.quote
        assert fact.value


@pytest.mark.parametrize(
    "filed", ["", "SALM, Ostria (Wire) - ", "SALM, May 3 (Wire) – ", "Salm (Wire) -- ", "PORT SALM - "]
)
def test_where_a_report_was_filed_hides_no_event(filed: str) -> None:
    text = f"{filed}A passenger jet crashed into a wheat field on Saturday."
    assert events(text) == ["A passenger jet crashed into a wheat field"]
