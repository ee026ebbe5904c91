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
        ("Ada Moore, the U.N. harbour envoy, said so.", "U.N. harbour envoy", "Ada Moore"),
        ("Ada Moore, envoy to the U.N., left.", "envoy to the U.N.", "Ada Moore"),
        ("Ada Moore, head of St. Orl College, left.", "head of St. Orl College", "Ada Moore"),
        ("Adds Ada Moore, the mayor: it is late.", "mayor", "Ada Moore"),
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
        ("The Bishop of Salm, the Right Rev Ada Moore, prayed.", "Bishop of Salm"),
        ("The dean of Orl, the Very Reverend Ada Moore, left.", "dean of Orl"),
        ("The speaker, the Rt Hon Ada Moore, left.", "speaker"),
    ],
)
def test_a_comma_stands_between_office_and_name(text: str, office: str) -> None:
    assert roles(text) == [(office, "Ada Moore")]


@pytest.mark.parametrize(
    ("text", "office", "person"),
    [
        ("Analyst Tom Hale of Salm Securities disagreed.", "Analyst of Salm Securities", "Tom Hale"),
        ("Sergeant Vik Dole of Orl River police said so.", "Sergeant of Orl River police", "Vik Dole"),
        ("Sergeant Vik Dole from Orl River police said so.", "Sergeant from Orl River police", "Vik Dole"),
        (
            "Professor Ada Moore of the University of Orl left.",
            "Professor of the University of Orl",
            "Ada Moore",
        ),
        ("Mayor Ada Moore of Salm Tuesday opened it.", "Mayor of Salm", "Ada Moore"),
    ],
)
def test_the_body_stands_after_the_name(text: str, office: str, person: str) -> None:
    assert roles(text) == [(office, person)]


def test_a_body_after_the_name_ends_the_quote() -> None:
    (fact,) = facts("Later Colonel Ada Moore of the Orlian army left.")
    assert fact.quote == "Colonel Ada Moore of the Orlian army"


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Sergeant Ada Moore from Orl was hurt.", "Sergeant"),  # where she is from
        ("Orl police Sergeant Ada Moore of Salm won.", "Orl police Sergeant"),  # the body stands before
        ("They accused Mayor Ada Moore of Salm bias.", "Mayor"),
    ],
)
def test_what_follows_the_name_is_no_body(text: str, office: str) -> None:
    assert roles(text) == [(office, "Ada Moore")]


def test_a_verb_that_opens_the_sentence_is_no_part_of_the_name() -> None:
    assert roles("Said Miles Aldous, the mayor: it is late.") == [("mayor", "Miles Aldous")]
    assert roles("Said Hassan, the mayor, left.") == [("mayor", "Said Hassan")]
    assert roles("Said Karim Hassan, the mayor, left.") == [("mayor", "Said Karim Hassan")]


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


def test_an_office_before_the_name_keeps_the_office_of_the_sentence_before_away() -> None:
    text = "A port officer said ships were near. The port warned and Prime Minister Ada Moore said help would come."
    assert roles(text) == [("Prime Minister", "Ada Moore")]


def test_the_office_a_person_has_served_in() -> None:
    assert roles("Ada Moore has served two terms as mayor of Salm.") == [("mayor of Salm", "Ada Moore")]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Tom Hale met Mrs Rita Moss and Dr Ada Moore.",  # forms of address
        "Queen Elizabeth Hospital is full.",
        "The Right Reverend Ada Moore prayed.",  # a form of address
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


def test_a_body_of_many_keeps_its_plural() -> None:
    assert roles("Ada Moore, the chairwoman of the Council of Harbour Advisers, left.") == [
        ("chairwoman of the Council of Harbour Advisers", "Ada Moore")
    ]


def test_a_body_is_named_in_full_by_its_last_word_alone() -> None:
    text = (
        "The Orl Harbour Trust and the Trust Prizes are old. Trust chairman Ben Hale agreed. "
        "The Academy Prizes are old. Academy president Ada Moore agreed. "
        "The Academy of Orl is old. Academy of Tarn president Eva Reke agreed."
    )
    assert [fact.value for fact in find_roles(text, split_sentences(text))] == [
        "Orl Harbour Trust chairman",
        "Academy president",
        "Academy of Tarn president",
    ]
