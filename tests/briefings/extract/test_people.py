"""Roles: which office goes with which person, both ways round, and what is no role."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.extract.people import find_roles
from briefings.facts import Fact
from briefings.reading.sentences import split_sentences


def roles(text: str) -> list[tuple[object, str]]:
    return [(fact.value, fact.what) for fact in facts(text)]


def facts(text: str) -> list[Fact]:
    return find_roles(text, split_sentences(text))


@pytest.mark.parametrize(
    ("text", "office", "person"),
    [
        ("Mayor Ada Moore opened the bridge.", "Mayor", "Ada Moore"),
        ("Orlia's Prime Minister Ada Moore resigned.", "Orlia Prime Minister", "Ada Moore"),
        (
            "Orlian army spokesman General Omar Sadiq denied it.",
            "Orlian army spokesman General",
            "Omar Sadiq",
        ),
        (
            "He met billionaire shipping magnate Piet van der Horst.",
            "billionaire shipping magnate",
            "Piet van der Horst",
        ),
        ("Port of Salm director Jean-Luc d'Aubigny left.", "Port of Salm director", "Jean-Luc d'Aubigny"),
        ("A novel by author J. K. Ashby sold out.", "author", "J. K. Ashby"),
        ("Former US secretary of state Henry Marsh died.", "Former US secretary of state", "Henry Marsh"),
        (
            "Egyptian foreign minister Abdel Rahman al-Sayed spoke.",
            "Egyptian foreign minister",
            "Abdel Rahman al-Sayed",
        ),
        ("The company's founder and chairman Bob Green left.", "company founder and chairman", "Bob Green"),
        ("Archbishop of Orl Michael Byrne prayed.", "Archbishop of Orl", "Michael Byrne"),
        (
            "Air force spokesman Group Captain Dale Wood said so.",
            "Air force spokesman Group Captain",
            "Dale Wood",
        ),
        ("Sergeant First Class Daniel Petit was hurt.", "Sergeant First Class", "Daniel Petit"),
        (
            "Director of Salm's Moor International Airport Tom Kint said so.",
            "Director of Salm Moor International Airport",
            "Tom Kint",
        ),
    ],
)
def test_the_office_stands_before_the_name(text: str, office: str, person: str) -> None:
    assert roles(text) == [(office, person)]


@pytest.mark.parametrize(
    ("text", "office", "person"),
    [
        ("Ada Moore, a spokeswoman for the port, said so.", "spokeswoman for the port", "Ada Moore"),
        ("Ada Moore, 43, the harbour master of Salm, left.", "harbour master of Salm", "Ada Moore"),
        (
            '"We lost," said Ada Moore, a professor at Orl University in Salm.',
            "professor at Orl University in Salm",
            "Ada Moore",
        ),
        ("Ada Moore, who is the union's treasurer, agreed.", "union treasurer", "Ada Moore"),
        ("Ada Moore was appointed chairwoman of the board.", "chairwoman of the board", "Ada Moore"),
        ("Ada Moore is the head of the Salm mission.", "head of the Salm mission", "Ada Moore"),
        ("Ms Moore, his lawyer, said he would appeal.", "lawyer", "Moore"),
        ("Ada Moore, BBC diplomatic correspondent", "BBC diplomatic correspondent", "Ada Moore"),
        ("Ada Moore, a 34-year-old taxi driver, fled.", "taxi driver", "Ada Moore"),
    ],
)
def test_the_office_stands_after_the_name(text: str, office: str, person: str) -> None:
    assert roles(text) == [(office, person)]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The Harbour Minister, Ada Moore, resigned.", "Harbour Minister"),
        ("The envoy to Orlia, Ada Moore, left.", "envoy to Orlia"),
        ("The finance minister, Dr Ada Moore, resigned.", "finance minister"),
        ("A spokesman for the ministry, Ada Moore, said so.", "spokesman for the ministry"),
    ],
)
def test_a_comma_stands_between_office_and_name(text: str, office: str) -> None:
    assert roles(text) == [(office, "Ada Moore")]


def test_the_quote_is_the_shortest_span_of_both() -> None:
    text = "Yesterday the Orlian envoy Ada Moore, 43, flew home."
    (fact,) = facts(text)
    assert fact.quote == "Orlian envoy Ada Moore"
    assert text[fact.start : fact.end] == fact.quote


def test_a_title_and_an_apposition_are_two_roles_with_spans_apart() -> None:
    first, second = facts("Colonel Ryan Dill, a spokesman for the coalition, confirmed it.")
    assert (first.value, second.value) == ("Colonel", "spokesman for the coalition")
    assert first.end < second.start


def test_a_surname_with_a_title_takes_the_full_name_told_before() -> None:
    assert roles("Gen. Ada Moore spoke. Later Gen Moore left.") == [("General", "Ada Moore")] * 2


def test_a_body_cut_down_to_a_word_is_given_in_full() -> None:
    text = "The Salm Institute for Harbour Studies warned. Institute director Ada Moore said so."
    assert roles(text) == [("Salm Institute for Harbour Studies director", "Ada Moore")]


def test_a_plural_office_is_shared_by_the_names_of_its_list() -> None:
    assert roles("Senators Tom Hale and Rita Moss voted.") == [
        ("Senator", "Tom Hale"),
        ("Senator", "Rita Moss"),
    ]


def test_a_speaker_is_named_one_sentence_after_the_office() -> None:
    text = "A port spokesman told reporters the crane fell. Two men were hurt, Kino Salt said."
    assert roles(text) == [("port spokesman", "Kino Salt")]


def test_a_speaker_with_an_office_of_his_own_takes_no_other() -> None:
    text = "A port spokesman said the crane fell. Two men were hurt, police officer Kino Salt said."
    assert roles(text) == [("police officer", "Kino Salt")]


def test_the_office_a_person_has_served_in() -> None:
    assert roles("Ada Moore has served two terms as mayor of Salm.") == [("mayor of Salm", "Ada Moore")]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Tom Hale met Mrs Rita Moss and Dr Ada Moore.",  # forms of address
        "Queen Elizabeth Hospital is full.",
        "General Motors said profits rose.",
        "King Street was closed.",
        "Prime Minister's Office staff left.",
        "Retailer Harris Moore closed 12 stores.",
        "Airline operator Virgin Blue cut fares.",
        "He spoke to the newspaper Le Monde.",
        "Salm Kamal, a key crossing on the river, fell.",
        "They attacked Ada Moore, a port spokesman said.",  # the office is the speaker's
        "Ada Moore, a Republican, won.",
        "Crash victim, Teresa Moore, was buried.",
    ],
)
def test_no_role(text: str) -> None:
    assert roles(text) == []


def test_a_word_that_only_looks_like_an_occupation_needs_a_persons_name() -> None:
    assert roles("Local beekeeper Peter Hale won.") == [("Local beekeeper", "Peter Hale")]
    assert roles("Local beekeeper Nordwagen Vela won.") == []


def test_in_an_apposition_only_what_a_company_can_be_needs_one() -> None:
    assert roles("Vela Nord, a taxi driver, won.") == [("taxi driver", "Vela Nord")]
    assert roles("Vela Nord, a developer, won.") == []


_PIECES = st.sampled_from(
    [
        "Mayor ",
        "Ada ",
        "Moore",
        ", ",
        "a ",
        "the ",
        "of ",
        "spokesman ",
        "said ",
        "'s ",
        "A. ",
        "al-",
        "\n",
        '"',
        "\x00",
        "\ud800",
        "12",
        "is ",
        "and ",
    ]
)


@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=40).map("".join)))
def test_any_text_gives_exact_spans(text: str) -> None:
    for fact in facts(text):
        assert text[fact.start : fact.end] == fact.quote
        assert fact.what
        assert fact.value
