"""One number where it stands: separators, words, scales, fractions, and what is none."""

from __future__ import annotations

import pytest

from briefings.extract.numbers import read_number


@pytest.mark.parametrize(
    ("text", "value", "printed"),
    [
        ("12 boats", 12, "12"),
        ("1,500 boats", 1500, "1,500"),
        ("10 000 boats", 10_000, "10 000"),
        ("1'200'000 francs", 1_200_000, "1'200'000"),
        ("1,00,000 rupees", 100_000, "1,00,000"),
        ("3.75 metres", 3.75, "3.75"),
        (".5 per cent", 0.5, ".5"),
        ("4.4 million", 4_400_000, "4.4 million"),
        ("3bn", 3_000_000_000, "3bn"),
        ("2½ hours", 2.5, "2½"),
        ("3 1/2 hours", 3.5, "3 1/2"),
        ("2 and a half years", 2.5, "2 and a half"),
        ("twenty-five", 25, "twenty-five"),
        ("one hundred and five", 105, "one hundred and five"),
        ("two thousand three hundred men", 2300, "two thousand three hundred"),
        ("four point four million", 4_400_000, "four point four million"),
        ("two and a half million", 2_500_000, "two and a half million"),
        ("half a dozen", 6, "half a dozen"),
        ("half a million", 500_000, "half a million"),
        ("a quarter of a million"[2:], 250_000, "quarter of a million"),
        ("two dozen", 24, "two dozen"),
        ("hundred", 100, "hundred"),
        ("twenty one two", 21, "twenty one"),
        ("nine and ten", 9, "nine"),
        ("five hundred thousand", 500_000, "five hundred thousand"),
    ],
)
def test_value_and_span(text: str, value: float, printed: str) -> None:
    number = read_number(text, 0)
    assert number is not None
    assert (number.value, text[number.start : number.end]) == (value, printed)


@pytest.mark.parametrize("text", ["boats", "10,5", "1" * 16, "half", "third", "trillion"])
def test_no_number(text: str) -> None:
    assert read_number(text, 0) is None


def test_digits_alone_are_told_apart_because_they_may_be_a_year() -> None:
    plain = [read_number(text, 0) for text in ("2014", "2,014", "2014.5", "2 million")]
    assert [number.plain for number in plain if number] == [True, False, False, False]


def test_a_letter_that_may_be_a_unit_is_told() -> None:
    doubts = [read_number(text, 0) for text in ("20m", "20bn", "20k")]
    assert [number.doubt for number in doubts if number] == ["m", "", "k"]
