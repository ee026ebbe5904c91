"""Dates of every form, absolute and counted from the published date, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from briefings.extract.pipeline import extract
from briefings.facts import Fact

PUBLISHED = date(2021, 6, 18)  # a Friday


def dates(text: str, published: date | None = PUBLISHED, country: str | None = None) -> list[Fact]:
    return [fact for fact in extract(text, published, country=country) if fact.kind == "date"]


@pytest.mark.parametrize(
    ("text", "value", "quote"),
    [
        ("He died on 3 May 1954.", "1954-05-03", "3 May 1954"),
        ("He died on the 14th of June, 2016.", "2016-06-14", "14th of June, 2016"),
        ("He died on Nov. 3, 2017, at home.", "2017-11-03", "Nov. 3, 2017"),
        ("He died on Nov.3, 2017, at home.", "2017-11-03", "Nov.3, 2017"),
        ("He died on Friday, Nov. 3, 2017.", "2017-11-03", "Friday, Nov. 3, 2017"),
        ("He died on September the eleventh 2001.", "2001-09-11", "September the eleventh 2001"),
        ("Printed 2017-11-03 here.", "2017-11-03", "2017-11-03"),
        ("He died on 25/12/2014.", "2014-12-25", "25/12/2014"),
        ("It began in March 2011 with rain.", "2011-03", "March 2011"),
        ("It began at the end of October 2017.", "2017-10", "the end of October 2017"),
        ("It began in mid-1999.", "1999", "mid-1999"),
        ("The 1916 treaty stands.", "1916", "1916"),
        ("It was built in 1066.", "1066", "1066"),
        ("It may drown by 2100.", "2100", "2100"),
        ("It boomed in the early 1980s.", "198X", "early 1980s"),
        ("It boomed in the '70s.", "197X", "'70s"),
        ("It opened in the third quarter of 2017.", "2017-Q3", "the third quarter of 2017"),
        ("It opened in the summer of 1969.", "1969-SU", "the summer of 1969"),
        ("It snowed on Christmas Day 2015.", "2015-12-25", "Christmas Day 2015"),
    ],
)
def test_absolute_dates_need_no_published_date(text: str, value: str, quote: str) -> None:
    (fact,) = dates(text, None)
    assert (fact.value, fact.quote, fact.relative) == (value, quote, False)


@pytest.mark.parametrize(
    ("text", "value", "quote"),
    [
        ("He left on Friday.", "2021-06-18", "Friday"),
        ("He left on Saturday.", "2021-06-12", "Saturday"),
        ("He left last Friday.", "2021-06-11", "last Friday"),
        ("He will leave on Saturday.", "2021-06-19", "Saturday"),
        ("On Saturday he will leave.", "2021-06-19", "Saturday"),
        ("He leaves next Tuesday.", "2021-06-22", "next Tuesday"),
        ("He said on Monday that he would go.", "2021-06-14", "Monday"),
        ("The talks were put off until Monday.", "2021-06-14", "Monday"),
        ("The shop will be shut until Monday.", "2021-06-21", "Monday"),
        ("By Wednesday evening the slick covered two bays.", "2021-06-16", "Wednesday"),
        ("By Monday, crews had found them.", "2021-06-14", "Monday"),
        ("By Monday the tenants must leave.", "2021-06-21", "Monday"),
        ("He left today.", "2021-06-18", "today"),
        ("He left yesterday.", "2021-06-17", "yesterday"),
        ("He left the day before yesterday.", "2021-06-16", "the day before yesterday"),
        ("He left last night.", "2021-06-17", "last night"),
        ("He left last week.", "2021-W23", "last week"),
        ("He left last month.", "2021-05", "last month"),
        ("He left earlier this year.", "2021", "earlier this year"),
        ("He left late last year.", "2020", "late last year"),
        ("He left in May.", "2021-05", "May"),
        ("He left in July.", "2020-07", "July"),
        ("He left last June.", "2020-06", "last June"),
        ("He will be back in July.", "2021-07", "July"),
        ("He left on June 20.", "2020-06-20", "June 20"),
        ("Talks resume on Tuesday, June 22.", "2021-06-22", "Tuesday, June 22"),
        ("He left in May last year.", "2020-05", "May last year"),
        ("He left three years ago.", "2018", "three years ago"),
        ("He left two weeks ago.", "2021-W22", "two weeks ago"),
        ("He left at the end of the year.", "2021", "the end of the year"),
        ("Profit fell in the first quarter.", "2021-Q1", "the first quarter"),
        ("It snowed on Christmas Day.", "2020-12-25", "Christmas Day"),
    ],
)
def test_relative_dates_count_from_the_published_date(text: str, value: str, quote: str) -> None:
    (fact,) = dates(text)
    assert (fact.value, fact.quote, fact.relative) == (value, quote, True)
    assert dates(text, None) == []


@pytest.mark.parametrize(
    ("text", "value", "value_max"),
    [
        ("He ruled in 2014 and 2015.", "2014", "2015"),
        ("He ruled from 2006 to 2008.", "2006", "2008"),
        ("He ruled between 2001 and 2005.", "2001", "2005"),
        ("He ruled in 1914-18.", "1914", "1918"),
        ("It runs from 10 to 15 March 2018.", "2018-03-10", "2018-03-15"),
        ("It met on Nov. 3-5, 2017.", "2017-11-03", "2017-11-05"),
        ("It ran between January 9 and March 27, 2018.", "2018-01-09", "2018-03-27"),
    ],
)
def test_a_period_is_one_date_with_two_ends(text: str, value: str, value_max: str) -> None:
    (fact,) = dates(text)
    assert (fact.value, fact.value_max) == (value, value_max)


def test_years_in_a_list_stay_apart() -> None:
    assert [fact.value for fact in dates("It changed in 2003, 2007 and 2011.")] == ["2003", "2007", "2011"]


def test_a_day_earlier_counts_from_the_date_told_before() -> None:
    told = dates("On 5 May 2016 he left; a day earlier she had left. The following year both died.")
    assert [fact.value for fact in told] == ["2016-05-05", "2016-05-04", "2017"]


def test_without_a_published_date_years_ago_stay_a_length_of_time() -> None:
    facts = extract("He left ten years ago.")
    assert [(fact.kind, fact.value, fact.unit) for fact in facts] == [("duration", 10, "year")]


def test_day_and_month_in_figures_follow_the_outlets_country() -> None:
    assert [fact.value for fact in dates("Due 3/11/2017.", country="US")] == ["2017-03-11"]
    assert [fact.value for fact in dates("Due 3/11/2017.", country="GB")] == ["2017-11-03"]
    assert dates("Due 3/11/2017.") == []


@pytest.mark.parametrize(
    "text",
    [
        "May said that she may march on.",
        "About 2000 people came.",
        "It covers 2000 square kilometres.",
        "A total of 1998 votes were cast.",
        "He lives at 1984 Elm Street.",
        "He reads the Sunday Times on Black Friday.",
        "It cost $2014 and weighed 1999kg.",
        "See www.site.example/2017/11/03/news.",
        "Feb. 30 is no day.",
        "He left recently.",
        "The ship left a year before the war.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates(text) == []


def test_the_digits_of_an_unresolved_date_are_no_figure() -> None:
    assert extract("He left on September 11 at last.") == []
