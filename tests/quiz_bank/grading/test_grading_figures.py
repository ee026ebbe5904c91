"""Figures by value: rules 4 to 13, each on both sides of its edge."""

from __future__ import annotations

from typing import Any

import pytest

from quiz_bank.grading.judge import judge
from quiz_bank.keys import Key


def key(kind: str, value: float, unit: str | None = None, **more: Any) -> Key:
    return Key.from_json({"kind": kind, "value": value, "unit": unit, **more})


FERRY = key("distance", 240, "km", text="about 240 km (150 miles)", also=[{"value": 150, "unit": "mile"}])
CROWD = key("population", 56000, "people", text="an estimated 56,000 people")
RESCUED = key("population", 2300000, "people", qualifier="more than", text="more than 2.3 million")
CREW = key("population", 7, "people", text="seven crew")
TURNOUT = key("share", 85, "percent", text="85 percent")
THIRD = key("share", 0.3333, "fraction", qualifier="nearly", text="nearly a third")
SIEGE = key("duration", 3, "year", qualifier="nearly", text="nearly three years")
FOREST = key("area", 700, "km2", text="700 square kilometres")
FINE = key("money", 3000000, "USD", text="$3 million")
SHIPS = key("count", 40, "ship", text="40 ships")


def verdict(of: Key, answer: str, ask: str = "") -> str:
    return judge(of, answer, ask).verdict


def rule(of: Key, answer: str, ask: str = "") -> str:
    return judge(of, answer, ask).rule


class TestOneAnswer:
    """Rule 4."""

    @pytest.mark.parametrize(
        "answer", ["240 km or 300 km", "240 or 260 km", "240 km? maybe 250 km", "240 km, no, 90 km"]
    )
    def test_two_figures_are_two_answers(self, answer: str) -> None:
        assert rule(FERRY, answer) == "two-answers"

    @pytest.mark.parametrize(
        "answer", ["240 km (150 miles)", "150 miles / 240 km", "150 miles or 240 km", "240 km = 150 mi"]
    )
    def test_one_value_in_two_units_is_one_answer(self, answer: str) -> None:
        assert verdict(FERRY, answer) == "correct"

    def test_units_that_do_not_agree_are_two_answers(self) -> None:
        assert rule(FERRY, "240 km (200 miles)") == "two-answers"

    @pytest.mark.parametrize(
        "answer", ["not 240 km", "it isn't 240 km", "anything but 240 km", "never 240 km"]
    )
    def test_denying_the_figure_is_wrong(self, answer: str) -> None:
        assert rule(FERRY, answer) == "negated"

    @pytest.mark.parametrize("answer", ["not 240 km but 250 km", "not 240 but 250 km", "250 km, not 240 km"])
    def test_denying_the_figure_for_one_that_is_near_is_wrong(self, answer: str) -> None:
        assert rule(FERRY, answer) == "negated"
        assert verdict(FERRY, answer.replace("240", "420")) == "close"

    @pytest.mark.parametrize("answer", ["240 km, not 420", "not 420 but 240 km", "240 km rather than 420 km"])
    def test_denying_another_figure_is_fine(self, answer: str) -> None:
        assert verdict(FERRY, answer) == "correct"


class TestHarmlessWords:
    """Rule 5."""

    @pytest.mark.parametrize(
        "answer",
        ["I think it was 56,000", "56,000 people since 2019", "56,000 of the 90,000",
         "roughly 56,000 men and women",
         "the UN said 56,000", "56,000 people in 3 weeks"],
    )  # fmt: skip
    def test_context_does_no_harm(self, answer: str) -> None:
        assert verdict(CROWD, answer) == "correct"

    def test_a_second_figure_of_the_same_kind_is_no_context(self) -> None:
        assert verdict(CROWD, "56,000 people and 90,000 people") == "wrong"


class TestReadingNumbers:
    """Rule 6."""

    @pytest.mark.parametrize(
        "answer",
        ["56,000", "56.000", "56 000", "56\u00a0000", "56\u202f000", "56'000", "56_000", "56k", "56 thousand",
         "0.56 lakh",
         "fifty-six thousand", "fifty six thousnad", "5.6e4", "5.6 x 10^4", "5.6×10⁴", "56, 000",
         "０５６０００", "٥٦٠٠٠",
         "٥٦٬٠٠٠", "56,000.00", "56.000,00", "56 thousand (56,000)"],
    )  # fmt: skip
    def test_every_way_to_write_56000(self, answer: str) -> None:
        assert verdict(CROWD, answer) == "correct"

    @pytest.mark.parametrize(
        "answer",
        ["2.3 million", "2,3 million", "2.3m", "2.3 mn", "2,300,000", "2.300.000", "23,00,000", "23 lakh",
         "0.23 crore",
         "two point three million", "two million, three hundred thousand", "2 million 300 thousand", "2.3-million"],
    )  # fmt: skip
    def test_every_way_to_write_2_3_million(self, answer: str) -> None:
        assert verdict(RESCUED, answer) == "correct"

    @pytest.mark.parametrize("answer", ["2.3", "23 million", "2.3 thousand", "230,000", "2.3 billion"])
    def test_a_number_is_read_literally(self, answer: str) -> None:
        assert verdict(RESCUED, answer) == "wrong"

    @pytest.mark.parametrize(("answer", "means"), [("93.500", 93500), ("93.500", 93.5), ("4.125", 4125)])
    def test_a_single_point_before_three_digits_groups_if_that_fits(self, answer: str, means: float) -> None:
        assert verdict(key("count", means, "bird"), answer) == "correct"

    def test_a_comma_before_three_digits_always_groups(self) -> None:
        assert verdict(key("count", 93.5, "litre"), "93,500 litres") == "wrong"

    @pytest.mark.parametrize(
        ("answer", "value"),
        [("half a million", 500_000), ("a dozen", 12), ("half a dozen", 6), ("two and a half thousand", 2500),
         ("fifteen hundred", 1500), ("a hundred and five", 105), ("three hundred twenty", 320), ("a couple", 2),
         ("twenty-one", 21), ("a quarter of a million", 250_000), ("three-hundred-fifty thousand", 350_000),
         ("twenty-third", 23), ("3 1/2 thousand", 3500), ("3½ thousand", 3500), ("nineteen", 19),
         ("a million and a half", 1_500_000), ("two thousand and one half", 2500), ("a million and five", 1_000_005)],
    )  # fmt: skip
    def test_words_and_fractions(self, answer: str, value: float) -> None:
        assert verdict(key("count", value, "crate"), answer) == "correct"

    @pytest.mark.parametrize(
        ("answer", "word"), [("fivty-six thousand", ""), ("for", "four"), ("tree", "three")]
    )
    def test_one_slip_a_word_but_not_into_another_word(self, answer: str, word: str) -> None:
        verdict_ = judge(CROWD, answer)
        assert verdict_.verdict == ("wrong" if word else "correct")
        assert word in verdict_.reason

    def test_how_many_million_names_the_scale(self) -> None:
        assert verdict(RESCUED, "2.3", "How many million people were rescued?") == "correct"
        assert verdict(RESCUED, "2.3", "How many people were rescued?") == "wrong"

    @pytest.mark.parametrize("answer", ["dozens", "thousands", "several thousand", "many", "a lot"])
    def test_vague_plurals_are_no_figure(self, answer: str) -> None:
        assert verdict(CROWD, answer) == "wrong"


class TestPrecision:
    """Rules 7 to 9."""

    @pytest.mark.parametrize(
        ("of", "answer", "expected"),
        [
            (CROWD, "56,499", "correct"),  # half of the last printed digit
            (CROWD, "56,501", "close"),
            (SHIPS, "40.8", "correct"),  # 2 %, although half of the last digit is 5
            (SHIPS, "41", "close"),
            (TURNOUT, "85.5", "correct"),  # shares: half a point
            (TURNOUT, "85.6", "close"),
            (FERRY, "264 km", "close"),  # 10 %, inclusive
            (FERRY, "265 km", "close"),  # 10 % of the 150 miles that the source also states
            (FERRY, "266 km", "wrong"),
            (FERRY, "216 km", "close"),
            (FERRY, "215 km", "wrong"),
            (key("share", 20, "percent"), "15", "close"),  # 5 points, inclusive
            (key("share", 20, "percent"), "14.9", "wrong"),
            (key("count", 4.40, "litre", text="4.40 litres"), "4.42 litres", "close"),  # printed precision
            (key("count", 4.4, "litre", text="4.4 litres"), "4.42 litres", "correct"),
        ],
    )
    def test_edges(self, of: Key, answer: str, expected: str) -> None:
        assert verdict(of, answer) == expected

    @pytest.mark.parametrize(
        ("answer", "expected"),
        [("149.1 miles", "correct"), ("146.2 miles", "correct"), ("145 miles", "close"), ("153 mi", "correct"),
         ("154 mi", "close"), ("240,000 m", "correct"), ("130 nautical miles", "correct"), ("166 miles", "wrong")],
    )  # fmt: skip
    def test_another_unit_is_converted_and_has_2_percent(self, answer: str, expected: str) -> None:
        assert verdict(FERRY, answer) == expected

    @pytest.mark.parametrize("answer", ["65,000", "5,600", "560,000", "650,00"])
    def test_digit_swaps_and_slipped_noughts_go_by_value(self, answer: str) -> None:
        assert verdict(CROWD, answer) == "wrong"

    @pytest.mark.parametrize(
        ("of", "answer"),
        [(key("duration", 18, "month"), "a year and a half"), (key("duration", 18, "month"), "1 year and 6 months"),
         (key("duration", 90, "minute"), "1 h 30 min"), (key("duration", 2, "week"), "a fortnight"),
         (key("duration", 20, "year"), "two decades"), (key("duration", 1, "week"), "week-long"),
         (key("distance", 1.8, "m"), "5 feet 11 inches"), (key("area", 2, "km2"), "200 hectares"),
         (key("count", 20, "celsius"), "68 °F"), (key("count", 100, "km/h"), "62 mph"),
         (key("count", 2, "tonne"), "2,000 kg"), (key("count", 159, "litre"), "one barrel")],
    )  # fmt: skip
    def test_conversions(self, of: Key, answer: str) -> None:
        assert verdict(of, answer) == "correct"


class TestSmallCounts:
    """Rule 10."""

    def test_off_by_one_is_wrong_under_twenty_and_close_from_twenty_on(self) -> None:
        assert rule(key("count", 19, "boat"), "18") == "count-off"
        assert verdict(key("count", 20, "boat"), "19") == "close"

    def test_small_durations_are_no_counts(self) -> None:
        assert verdict(key("duration", 11, "month"), "12 months") == "close"


class TestUnits:
    """Rule 11."""

    def test_a_missing_unit_is_close_unless_the_question_names_it(self) -> None:
        assert rule(FERRY, "240") == "unit-missing"
        assert verdict(FERRY, "240", "How many kilometres is it?") == "correct"
        assert verdict(FERRY, "150", "How many miles is it?") == "correct"
        assert verdict(FERRY, "240", "How many miles is it?") == "wrong"
        assert verdict(key("distance", 240, "km", asked_unit="km"), "240") == "correct"
        assert verdict(FERRY, "240", "How far is it, in kilometres, from Salm to Vell?") == "correct"
        assert verdict(SIEGE, "3", "In what year did it end?") == "close"

    def test_an_explicit_unit_always_wins(self) -> None:
        assert verdict(FERRY, "150 miles", "How many kilometres is it?") == "correct"
        assert verdict(FERRY, "240 miles", "How many kilometres is it?") == "wrong"

    @pytest.mark.parametrize(
        "answer", ["240 hours", "240 people", "240 kg", "240 km2", "$240", "240 percent"]
    )
    def test_another_dimension_is_wrong(self, answer: str) -> None:
        assert rule(FERRY, answer) in ("wrong-dimension", "wrong-currency")

    def test_km_for_square_km_is_close_and_miles_for_it_wrong(self) -> None:
        assert rule(FOREST, "700 km") == "unit-incomplete"
        assert verdict(FOREST, "700 miles") == "wrong"

    @pytest.mark.parametrize("of", [TURNOUT, CROWD, CREW, SHIPS, key("age", 34, "year")])
    def test_shares_head_counts_and_ages_need_no_unit(self, of: Key) -> None:
        assert verdict(of, f"{of.value:g}") == "correct"

    @pytest.mark.parametrize(
        ("answer", "expected"),
        [("$3 million", "correct"), ("3m dollars", "correct"), ("US$3m", "correct"), ("USD 3,000,000", "correct"),
         ("3 million", "close"), ("€3 million", "wrong"), ("3 million pounds", "wrong"), ("A$3m", "wrong"),
         ("3 million dollars Canadian", "wrong")],
    )  # fmt: skip
    def test_currencies(self, answer: str, expected: str) -> None:
        assert verdict(FINE, answer) == expected

    @pytest.mark.parametrize(
        "answer", ["85", "85%", "0.85", "17/20", "17 out of 20", "85 per cent", "eighty-five"]
    )
    def test_shares_are_read_with_and_without_a_sign(self, answer: str) -> None:
        assert verdict(TURNOUT, answer) == "correct"

    @pytest.mark.parametrize("answer", ["a third", "1/3", "33 %", "0.33", "one in three", "33"])
    def test_a_fraction_is_a_share(self, answer: str) -> None:
        assert verdict(THIRD, answer) == "correct"

    def test_nought_in_two_units(self) -> None:
        at_sea_level = key("distance", 0, "m", also=[{"value": 0, "unit": "ft"}])
        assert verdict(at_sea_level, "0 m") == "correct"
        assert verdict(at_sea_level, "0 ft") == "correct"
        assert verdict(at_sea_level, "1 m") == "wrong"

    def test_a_slip_in_a_unit(self) -> None:
        assert verdict(FERRY, "240 kilometrs") == "correct"
        assert verdict(FERRY, "240 kilograms") == "wrong"


class TestDirections:
    """Rule 12."""

    @pytest.mark.parametrize("answer", ["2.3 million", "about 2.3 million", "over 2.3 million",
            "2.3 million+", ">2.3m",
                                        "at least 2.3m", "2.3 million or more",
                                        "not less than 2.3 million"])  # fmt: skip
    def test_no_a_vaguer_or_the_same_direction_is_fine(self, answer: str) -> None:
        assert verdict(RESCUED, answer) == "correct"

    @pytest.mark.parametrize(
        "answer", ["less than 2.3 million", "not more than 2.3 million", "up to 2.3m", "<2.3m"]
    )
    def test_the_opposite_direction_is_wrong(self, answer: str) -> None:
        assert rule(RESCUED, answer) == "opposite-direction"

    def test_a_direction_the_source_does_not_give_is_close(self) -> None:
        assert rule(CROWD, "over 56,000") == "direction-not-given"

    def test_nearly_points_down(self) -> None:
        assert verdict(SIEGE, "under three years") == "correct"
        assert verdict(SIEGE, "more than three years") == "wrong"


class TestRanges:
    """Rule 13."""

    @pytest.mark.parametrize(
        ("answer", "expected"),
        [("230-250 km", "close"), ("between 228 and 252 km", "close"), ("227-252 km", "wrong"), ("241-250 km",
         "wrong"),
         ("200 to 300 km", "wrong")],
    )  # fmt: skip
    def test_narrow_ranges_that_hold_the_value_are_close(self, answer: str, expected: str) -> None:
        assert verdict(FERRY, answer) == expected

    def test_a_range_for_a_small_count_is_wrong(self) -> None:
        assert verdict(CREW, "6-8") == "wrong"

    def test_a_range_of_the_source_needs_both_ends(self) -> None:
        waves = key("distance", 4, "m", value_max=5, qualifier="between", text="four to five metres")
        assert verdict(waves, "4-5 m") == "correct"
        assert verdict(waves, "4 m") == "close"
        assert verdict(waves, "8 m") == "wrong"
