"""Dates that stand beside an article, and dates that people type."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import BriefingError
from briefings.reading.dating import date_in_address, find_date, is_date_line, parse_date_line, parse_given

DAY = date(2017, 11, 3)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("November 3, 2017", DAY),
        ("Nov. 3 2017", DAY),
        ("3rd November 2017", DAY),
        ("03-Nov-2017", DAY),
        ("2017-11-03", DAY),
        ("2017-11-03T14:05:00Z", DAY),
        ("Friday 3 November 2017 14.05 GMT", DAY),
        ("Published: 3 November, 2017", DAY),
        ("Nov 3, 2017 in World", DAY),
        ("Kelby, 3 November 2017", DAY),
        ("25/11/2017", date(2017, 11, 25)),
        ("11/25/2017", date(2017, 11, 25)),
        ("11/11/2017", date(2017, 11, 11)),
        ("03/11/2017", None),
        ("31 November 2017", None),
        ("3 November", None),
        ("14:05 GMT", None),
        ("On November 3, 2017 the army reached the river.", None),
        ("Smoke above the harbour of Kelby on November 3, 2017", None),
    ],
)
def test_parse_date_line(line: str, day: date | None) -> None:
    assert parse_date_line(line) == day


@pytest.mark.parametrize(
    ("line", "is_stamp"),
    [
        ("14:05 GMT", True),
        ("7.45 pm", True),
        ("3 hours ago", True),
        ("Updated 2 days ago", True),
        ("4 min read", True),
        ("3 November", True),
        ("3 November 2017 | World", True),
        ("", False),
        ("World", False),
        ("3,000 people", False),
        ("40 minutes of rain", False),
        ("He left 3 hours ago.", False),
        ("2014", False),
        ("November 2017", False),
    ],
)
def test_is_date_line(line: str, is_stamp: bool) -> None:
    assert is_date_line(line) is is_stamp


def test_the_first_whole_date_of_a_line_counts() -> None:
    assert find_date("Published 3 Nov 2017, updated 2017-11-05") == DAY
    assert find_date("Published 31 Nov 2017, updated 2017-11-05") == date(2017, 11, 5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("https://kelby.test/world/2017/11/03/ferry-aground", DAY),
        ("https://kelby.test/World/North/2017/1103/Ferry-aground", DAY),
        ("www.kelby.test/2017/nov/03/ferry", DAY),
        ("https://kelby.test/20171103/ferry", DAY),
        ("https://kelby.test/2017-11-03-ferry", DAY),
        ("https://kelby.test/2017/11/ferry", None),
        ("https://kelby.test/2017/13/03/ferry", None),
        ("https://kelby.test/2017/11/31/ferry", None),
        ("https://kelby.test/id/120171103", None),
        ("2017/11/03 is no address", None),
    ],
)
def test_date_in_address(text: str, day: date | None) -> None:
    assert date_in_address(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "2017-11-03",
        " 3 November 2017 ",
        "November 3, 2017",
        "3 nov 2017",
        "3rd of November 2017",
        "2017/11/3",
    ],
)
def test_a_typed_date(text: str) -> None:
    assert parse_given(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "03/11/2017",
        "2017-11-31",
        "3 November",
        "November 2017",
        "1717-11-03",
        "2017-11-03 x",
    ],
)
def test_a_typed_date_that_is_none_is_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(BriefingError, match=r"is not a date; write it as 2017-11-03 or 3 November 2017"):
        parse_given(text)


@given(st.text(max_size=150))
def test_any_line_can_be_looked_at(line: str) -> None:
    assert parse_date_line(line) is None or is_date_line(line)
    date_in_address(line)


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y"]),
)
def test_every_day_can_be_typed_in_every_form(day: date, form: str) -> None:
    assert parse_given(day.strftime(form)) == day
