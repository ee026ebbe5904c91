"""Bylines, credits and the names in them; beside each a line that only looks like one."""

from __future__ import annotations

import time

import pytest

from briefings.reading.credits import (
    agencies_credited,
    agencies_in,
    agency_of_lead,
    is_byline,
    is_caption_with_credit,
    is_credit,
    is_picture_credit,
    outlet_in,
)


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("By AFP", True),
        ("By Ann Orrell and Tomas de la Reve in Portmere", True),
        ("BY ANN ORRELL", True),
        ("Written by Ann Orrell, Kelby Courier", True),
        ("By our own correspondent", True),
        ("By a staff reporter", True),
        ("Ann Orrell, chief political correspondent", True),
        ("Ann Orrell | Senior Reporter", True),
        ("Ann Orrell", False),
        ("By Friday the river had fallen by half a metre.", False),
        ("By the end of the day", False),
        ("Portmere, the largest port of the north", False),
        ("Ann Orrell, the editor of a weekly, was fined.", False),
    ],
)
def test_bylines(line: str, yes: bool) -> None:
    assert is_byline(line) is yes


@pytest.mark.parametrize(
    ("line", "credit", "picture"),
    [
        ("Image: Getty Images/AFP", True, True),
        ("Image copyright Ann Orrell", True, True),
        ("Photo by Ann Orrell", True, True),
        ("Photo: Ann Orrell", True, True),
        ("Ann Orrell/Reuters", True, True),
        ("AP", True, False),
        ("AFP, Reuters and dpa", True, False),
        ("ao/tr (AFP, dpa)", True, False),
        ("Photo: a boat that was lost in the storm", False, False),
        ("Ann Orrell", False, False),
        ("Ferry runs aground (AFP)", False, False),
        ("The AP said so.", False, False),
        ("and/or", False, False),
    ],
)
def test_credits_and_whose_picture(line: str, credit: bool, picture: bool) -> None:
    assert (is_credit(line), is_picture_credit(line)) == (credit, picture)


@pytest.mark.parametrize(
    ("line", "yes"),
    [
        ("A boat at the quay of Kelby (Ann Orrell/AP)", True),
        ("A boat lies at the quay of Kelby. [Ann Orrell/Reuters]", True),
        ("A boat at the quay (AFP)", True),
        ("A boat at the quay. Photograph: Ann Orrell/Alamy", True),
        ("A boat at the quay (AP Photo/Ann Orrell)", True),
        ("A boat at the quay (built in 1904)", False),
        ("The talks will go on, the ministry said. (AFP)", False),
        ("He took the photo by the quay of Kelby.", False),
    ],
)
def test_captions_that_end_in_their_credit(line: str, yes: bool) -> None:
    assert is_caption_with_credit(line) is yes


def test_agencies_by_the_names_they_sign_with() -> None:
    assert agencies_in("Agence France-Presse, Reuters and the harbour press") == ("AFP", "Reuters")
    assert agencies_in("(AFP; dpa; AFP)") == ("AFP", "dpa")
    assert agencies_in("") == ()


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("This story was reported by The Associated Press.", ("AP",)),
        ("By Ann Orrell, Thomson Reuters", ("Reuters",)),
        ("ap, tr/rt (AFP, dpa)", ("AFP", "dpa")),
        ("Ann Orrell/AFP", ()),
        ("By Ann Orrell, maps by the author", ()),
        ("By Pap Tapa", ()),
    ],
)
def test_agencies_credited_for_the_copy(line: str, agencies: tuple[str, ...]) -> None:
    assert agencies_credited(line) == agencies


@pytest.mark.parametrize(
    ("paragraph", "agency"),
    [
        ("PORTMERE (AFP) - The ferry ran aground.", "AFP"),
        ("PORTMERE, Nov 3 (Reuters) – The ferry ran aground.", "Reuters"),
        ("Portmere (AP) — The ferry ran aground.", "AP"),
        ("The ferry company (PFC) - the largest in the north - said so.", None),
        ("The ferry ran aground.", None),
    ],
)
def test_agency_in_front_of_a_paragraph(paragraph: str, agency: str | None) -> None:
    assert agency_of_lead(paragraph) == agency


def test_an_outlet_is_named_by_the_page_and_not_by_the_story() -> None:
    assert outlet_in("© 2018-19 Island Herald. All rights reserved.") == "Island Herald"
    assert outlet_in("Copyright © The Tide of Kelby") == "The Tide of Kelby"
    assert outlet_in("© AFP") is None
    assert outlet_in("A guard told the Island Herald that he was glad.") is None


@pytest.mark.parametrize("piece", ["By A ", "A, A and ", "(AP/", "Photo: A/", "A. ", "More from A "])
def test_no_line_takes_long(piece: str) -> None:
    began = time.process_time()
    for length in range(1, 600, 7):
        line = (piece * 200)[:length]
        (
            is_byline(line),
            is_credit(line),
            is_caption_with_credit(line),
            outlet_in(line),
            agencies_credited(line),
        )
    assert time.process_time() - began < 5
