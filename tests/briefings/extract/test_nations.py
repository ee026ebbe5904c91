"""The table of countries: every form leads to one country, and what is no country's joins none."""

from __future__ import annotations

import pytest

from briefings.extract.nations import ADJECTIVES, COUNTRIES, COUNTRY_WORDS, DEMONYMS, NATION_OF


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("Norway", "Norway"),
        ("Norwegians", "Norway"),
        ("Costa Ricans", "Costa Rica"),
        ("U.K.", "Britain"),
        ("Burma", "Myanmar"),
        ("South Koreans", "South Korea"),
        ("Koreans", "Korea"),
        ("Northern Irish", "Northern Ireland"),
        ("Soviet", "Soviet Union"),
    ],
)
def test_every_form_leads_to_its_country(form: str, country: str) -> None:
    assert NATION_OF[form] == country


@pytest.mark.parametrize("form", ["Europe", "Kurdish", "Tibetans", "Arab", "Emirates", "Lanka", "Rican"])
def test_what_is_no_one_countrys_joins_none(form: str) -> None:
    assert form not in NATION_OF


def test_single_words_of_names_and_peoples_are_told_apart() -> None:
    assert {"Sri Lanka", "Europe", "Kurdistan"} <= COUNTRIES
    assert {"Sri", "Lanka"} <= COUNTRY_WORDS
    assert {"Lankan", "Kurds", "Sunni"} <= DEMONYMS
    assert "Sri Lankan" not in DEMONYMS
    assert "and" not in COUNTRY_WORDS


def test_a_people_and_initials_name_no_place_by_themselves() -> None:
    assert {"British", "Sri Lankan", "US", "U.S."} <= ADJECTIVES
    assert ADJECTIVES.isdisjoint(("Britain", "United Kingdom", "DR Congo"))
