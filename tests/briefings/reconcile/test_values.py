"""When two figures can both be right."""

from __future__ import annotations

from typing import Any

import pytest

from briefings.facts import Fact, Sentence
from briefings.reconcile.values import agree, dates_agree, days, reach
from briefings.reconcile.values import figure as meaning


def figure(value: float, qualifier: Any = None, unit: str = "people", **more: Any) -> Fact:
    return Fact("count", value, unit, "x", 0, 1, Sentence(0, 1, "x"), qualifier=qualifier, **more)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure(1_970_000), figure(2_000_000)),  # rounds at the printed place
        (figure(52.4), figure(52)),
        (figure(8_200, "about"), figure(8_000, "about")),
        (figure(12), figure(10, "more than")),
        (figure(12), figure(12, "at least")),
        (figure(320, unit="km"), figure(200, unit="mile")),
        (figure(30, "nearly"), figure(28)),
        (figure(1, unit="fraction"), figure(100, unit="percent")),
        (figure(15), figure(10, value_max=20)),
    ],
)
def test_these_agree(one: Fact, other: Fact) -> None:
    assert agree(one, other)
    assert agree(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (figure(14), figure(17)),
        (figure(10), figure(12)),  # an unhedged small round figure is exact
        (figure(1_234), figure(1_243)),  # a slip of two digits, under one per cent apart
        (figure(300), figure(412)),
        (figure(9), figure(10, "more than")),
        (figure(61, unit="percent"), figure(58, unit="percent")),
        (figure(21), figure(10, value_max=20)),
    ],
)
def test_these_differ(one: Fact, other: Fact) -> None:
    assert not agree(one, other)
    assert not agree(other, one)


def test_a_rounding_is_told_by_the_coarser_figure() -> None:
    fine, coarse, rough = meaning(figure(4_360)), meaning(figure(4_400)), meaning(figure(4_310))
    assert fine
    assert coarse
    assert rough
    assert fine.is_rounded(coarse)
    assert coarse.is_rounded(fine)
    assert not rough.is_rounded(coarse)


@pytest.mark.parametrize(
    ("value", "telling"), [(93_000, True), (4.4, True), (12, False), (300, False), (47, True)]
)
def test_a_telling_value_has_two_digits_and_is_not_small(value: float, telling: bool) -> None:
    known = meaning(figure(value))
    assert known
    assert known.telling is telling


@pytest.mark.parametrize("value", ["soon", True, float("inf"), float("nan")])
def test_what_is_no_number_has_no_figure(value: Any) -> None:
    assert meaning(figure(value)) is None


FIGURES = [
    figure(value, qualifier, unit)
    for value in (0, 1, 4.4, 14, 15, 28, 30, 33, 60, 61, 95, 100, 300, 1_970_000, 2_000_000, -30, -28)
    for qualifier in (None, "about", "nearly", "more than", "at most")
    for unit in ("km", "mile")
] + [figure(10, value_max=20, unit="km"), figure(20, value_max=10, unit="mile")]


def test_figures_out_of_reach_of_each_other_never_agree() -> None:
    apart = 0
    for one in FIGURES:
        for other in FIGURES:
            first, second = reach(one, meaning(one)), reach(other, meaning(other))
            if first.low > second.high or second.low > first.high:
                apart += 1
                assert not agree(one, other)
    assert apart > len(FIGURES) ** 2 / 2


def date_fact(value: str) -> Fact:
    return Fact("date", value, None, "x", 0, 1, Sentence(0, 1, "x"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("2031-04-08", "2031-W15"), ("2031", "2031-04"), ("--04-08", "--04-08"), ("soon", "2031")],
)
def test_dates_that_may_agree_are_in_reach(one: str, other: str) -> None:
    first, second = reach(date_fact(one), None), reach(date_fact(other), None)
    assert first.low <= second.high
    assert second.low <= first.high


def test_days_apart_are_out_of_reach() -> None:
    assert reach(date_fact("2031-04-08"), None).high < reach(date_fact("2031-04-09"), None).low


def test_a_day_agrees_with_its_week_month_and_year() -> None:
    assert dates_agree("2031-04-08", "2031-W15")
    assert dates_agree("2031-04-08", "2031-04")
    assert dates_agree("2031", "2031-04-08")
    assert not dates_agree("2031-04-08", "2031-04-09")
    assert not dates_agree("2031-04-08", "2030")


def test_dates_without_a_year_agree_only_with_themselves() -> None:
    assert dates_agree("--04-08", "--04-08")
    assert not dates_agree("--04-08", "2031-04-08")


@pytest.mark.parametrize("odd", ["2031-13-01", "2031-W60", "", "soon", "2031-02-30", None])
def test_what_is_no_date_covers_no_days(odd: str | None) -> None:
    assert days(odd) is None
