"""Dates: rule 14, on both sides of its edges."""

from __future__ import annotations

import pytest

from quiz_bank.grading.judge import judge
from quiz_bank.keys import Key


def date(value: str, text: str = "", **more: str) -> Key:
    return Key.from_json({"kind": "date", "value": value, "text": text, **more})


DAY = date("2031-06-02", "2 June 2031")  # a Monday
MONTH = date("2031-06", "June 2031")
YEAR = date("2031", "in 2031")


@pytest.mark.parametrize(
    "answer",
    ["2 June 2031", "June 2, 2031", "2 Jun", "Jun 2", "2/6/2031", "6/2/2031", "2.6.31", "02-06-2031", "2031-06-02",
     "2031/6/2", "20310602", "02062031", "2nd of June", "the second of June", "June second, twenty thirty-one",
     "Monday 2 June", "2 June, Monday", "2-Jun-2031", "2/Jun/31", "2 6 2031", "2 VI 2031", "Jnue 2", "2 juin 2031",
     "2 June 2031 at 10:30", "2031-06-02T10:00:00Z", "around 2 June", "on 2 June, I think", "2/6", "6/2", "2-6",
     "06-02.",
     "2 June, not 3 June"],
)  # fmt: skip
def test_every_usual_form_of_a_day(answer: str) -> None:
    assert judge(DAY, answer).verdict == "correct"


@pytest.mark.parametrize(
    ("answer", "rule"),
    [("June 2031", "less-precise"), ("June", "less-precise"), ("2031", "less-precise"), ("Monday", "less-precise"),
     ("the 2nd", "less-precise"), ("summer 2031", "less-precise"), ("early June", "less-precise"),
     ("the 2030s", "less-precise"), ("Q2 2031", "less-precise"), ("first half of 2031", "less-precise"),
     ("first week of June", "less-precise"), ("1 June 2031", "day-off"), ("3 June", "day-off"),
     ("not 4 June but 3 June", "day-off"), ("Tuesday, 2 June 2031", "weekday-contradicts")],
)  # fmt: skip
def test_true_but_less_precise_a_day_off_and_a_wrong_weekday_are_close(answer: str, rule: str) -> None:
    verdict = judge(DAY, answer)
    assert (verdict.verdict, verdict.rule) == ("close", rule)


@pytest.mark.parametrize(
    ("answer", "rule"),
    [("2 July 2031", "wrong-date"), ("2 June 2030", "wrong-date"), ("4 June 2031", "wrong-date"),
     ("2031-02-06", "wrong-date"), ("Tuesday", "wrong-date"), ("late June", "wrong-date"), ("Q3", "wrong-date"),
     ("winter 2031", "wrong-date"), ("the 2020s", "wrong-date"), ("31 June 2031", "impossible-date"),
     ("13/13/2031", "impossible-date"), ("June 45", "impossible-date"), ("yesterday", "relative-date"),
     ("last Monday", "relative-date"), ("two days ago", "relative-date"), ("2 or 3 June", "two-answers"),
     ("2 June or 2 July", "two-answers"), ("2-4 June", "date-range"), ("between 1 and 3 June", "date-range"),
     ("not 2 June", "negated"), ("not 2 June but 3 June", "negated"), ("2-7", "wrong-date"),
     ("1-3 June", "date-range"), ("before 2 June", "date-direction"), ("the feast", "no-date")],
)  # fmt: skip
def test_wrong_dates(answer: str, rule: str) -> None:
    verdict = judge(DAY, answer)
    assert (verdict.verdict, verdict.rule) == ("wrong", rule)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("June 2031", "correct"), ("June", "correct"), ("6/2031", "correct"), ("Jun '31", "correct"),
     ("17 June", "correct"), ("June 17, 2031", "correct"), ("mid-June", "correct"), ("2031", "close"),
     ("summer", "close"), ("May 2031", "wrong"), ("June 2030", "wrong"), ("1 July 2031", "wrong"),
     ("June or July", "wrong")],
)  # fmt: skip
def test_months_are_exact_and_days_inside_them_fine(answer: str, expected: str) -> None:
    assert judge(MONTH, answer).verdict == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("2031", "correct"), ("'31", "correct"), ("31", "correct"), ("twenty thirty-one", "correct"),
     ("since 2031", "correct"), ("June 2031", "correct"), ("mid-2031", "correct"), ("the 2030s", "close"),
     ("21st century", "close"), ("2030", "wrong"), ("2013", "wrong"), ("June", "wrong"), ("2031-32", "wrong"),
     ("before 2031", "wrong"), ("15 June", "wrong"), ("20310", "wrong")],
)  # fmt: skip
def test_years_are_exact(answer: str, expected: str) -> None:
    assert judge(YEAR, answer).verdict == expected


def test_two_digits_stand_for_the_year_that_is_asked() -> None:
    assert judge(date("1916"), "'16").verdict == "correct"
    assert judge(date("1916"), "17").verdict == "wrong"


@pytest.mark.parametrize(
    ("value", "answer", "expected"),
    [("198X", "the eighties", "correct"), ("198X", "1985", "correct"), ("198X", "20th century", "close"),
     ("198X", "1990", "wrong"), ("--12-14", "14 December", "correct"), ("--12-14", "14 December 2030", "correct"),
     ("--12-14", "December", "close"), ("--12-14", "2030", "wrong"), ("2017-W43", "25 October", "correct"),
     ("2017-W43", "week 43", "correct"), ("2017-W43", "October 2017", "close"), ("2017-W43", "30 October", "wrong"),
     ("2018-12-31", "1 January 2019", "close"), ("2018-12-31", "winter 2018", "close"),
     ("2020-02-29", "29 February", "correct"), ("2019-02-28", "29 February 2019", "wrong")],
)  # fmt: skip
def test_decades_weeks_open_years_and_the_turn_of_the_year(value: str, answer: str, expected: str) -> None:
    assert judge(date(value), answer).verdict == expected


def test_two_dates_asked_and_one_given_is_close() -> None:
    both = date("2030", "2030 and 2031", value_max="2031")
    assert judge(both, "2030 and 2031").verdict == "correct"
    assert judge(both, "2030-31").verdict == "correct"
    assert judge(both, "2030").verdict == "close"
    assert judge(both, "2030 and 2032").verdict == "wrong"


def test_before_is_fine_where_the_source_says_before() -> None:
    assert judge(date("2031", "some time before 2031"), "before 2031").verdict == "correct"
