"""A question's author says how far off a figure is still right; that holds instead of the usual rules."""

from __future__ import annotations

import pytest

from briefings.errors import BriefingError
from quiz_bank.grading.judge import judge
from quiz_bank.keys import Key

DISTANCE = Key(
    "distance",
    value=30,
    unit="km",
    text="30 km (18 miles)",
    also=({"value": 18, "unit": "mile"},),
    tolerance=6,
)
EXACT = Key("population", value=93000, unit="people", text="93,000 people", tolerance=0.0)
COUNT = Key("count", value=12, unit="town", text="12 towns", tolerance=2.0)
SHARE = Key("share", value=40, unit="percent", text="40%", tolerance=2.0)


@pytest.mark.parametrize(
    ("key", "answer", "verdict"),
    [
        (DISTANCE, "36 km", "correct"),
        (DISTANCE, "24 km", "correct"),
        (DISTANCE, "37 km", "wrong"),
        (DISTANCE, "22 miles", "correct"),  # 35.4 km
        (DISTANCE, "23 miles", "wrong"),  # 37.0 km
        (DISTANCE, "36 hours", "wrong"),
        (DISTANCE, "34", "close"),  # no unit
        (EXACT, "93,000", "correct"),
        (EXACT, "93,400", "close"),  # would round to the source's figure
        (EXACT, "39,000", "wrong"),
        (COUNT, "14 towns", "correct"),
        (COUNT, "15 towns", "wrong"),
        (SHARE, "42%", "correct"),
        (SHARE, "43%", "close"),
        (SHARE, "0.42", "correct"),
    ],
)
def test_the_tolerance_decides_what_is_right(key: Key, answer: str, verdict: str) -> None:
    assert judge(key, answer).verdict == verdict


def test_the_rule_is_named_and_the_usual_ones_hold_without_a_tolerance() -> None:
    assert judge(DISTANCE, "35 km").rule == "within-tolerance"
    assert judge(Key("count", value=12, unit="town", text="12 towns"), "14 towns").verdict == "wrong"


def test_a_tolerance_is_kept_with_the_key() -> None:
    assert Key.from_json(EXACT.as_json()) == EXACT
    assert "tolerance" not in Key("count", value=12).as_json()


def test_a_tolerance_that_is_no_number_is_a_malformed_key() -> None:
    with pytest.raises(BriefingError, match="tolerance"):
        judge(Key.from_json({"kind": "count", "value": 12, "tolerance": "much"}), "13")
