"""What must hold for every key and every answer."""

from __future__ import annotations

import unicodedata
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import example, given, settings

from briefings.extract.units import UNITS
from quiz_bank.grading.judge import judge
from quiz_bank.grading.rules import RULE_NAMES
from quiz_bank.keys import Key

QUICK = settings(max_examples=150, deadline=None)

KEYS: tuple[dict[str, Any], ...] = (
    {"kind": "distance", "value": 240, "unit": "km", "qualifier": "about", "text": "about 240 km (150 miles)",
     "also": [{"value": 150, "unit": "mile"}]},
    {"kind": "population", "value": 56000, "unit": "people", "text": "an estimated 56,000 people"},
    {"kind": "population", "value": 7, "unit": "people", "text": "seven crew"},
    {"kind": "share", "value": 85, "unit": "percent", "qualifier": "more than", "text": "more than 85 percent"},
    {"kind": "share", "value": 0.3333, "unit": "fraction", "text": "a third"},
    {"kind": "duration", "value": 3, "unit": "year", "qualifier": "nearly", "text": "nearly three years"},
    {"kind": "area", "value": 700, "unit": "km2", "text": "700 square kilometres"},
    {"kind": "money", "value": 3000000, "unit": "USD", "text": "$3 million"},
    {"kind": "count", "value": 40, "unit": "ship", "text": "40 ships"},
    {"kind": "age", "value": 34, "unit": "year", "text": "34-year-old"},
    {"kind": "date", "value": "2031-06-02", "text": "2 June 2031"},
    {"kind": "date", "value": "2031", "text": "in 2031"},
    {"kind": "person", "name": "Nadir al-Karimi", "given": "Nadir", "surname": "al-Karimi", "role": "President",
     "aliases": ["Nader Karimi"], "others": ["Omar Haddad"]},
    {"kind": "place", "name": "Deir ez-Zor", "type": "city", "within": "Syria", "aliases": ["Deir Ezzor"],
     "others": ["Raqqa"]},
    {"kind": "place", "all_of": [["Raqqa", "Raqa"], ["Mosul"]]},
    {"kind": "text", "value": "rhodamine B", "aliases": ["Basic Violet 10"], "others": ["rhodamine 6G"]},
    {"kind": "text", "value": "Islamic State", "aliases": ["IS", "Daesh"]},
    {"kind": "choice", "value": "Vell", "options": ["Salm", "Vell"]},
    {"kind": "true-false", "value": False},
    {"kind": "order", "value": ["Salm", "Vell", "Lorn"]},
    {"kind": "match", "value": {"Salm": "port", "Vell": "mine"}},
)  # fmt: skip
RIGHT: tuple[tuple[int, str], ...] = (
    (0, "240 km"), (0, "150 miles"), (1, "56,000"), (1, "56 thousand"), (2, "7"), (2, "seven"), (3, "85%"),
    (4, "1/3"), (5, "3 years"), (6, "700 km2"), (7, "$3 million"), (8, "40"), (9, "34"), (10, "2 June 2031"),
    (10, "2/6/2031"), (11, "2031"), (12, "Nadir al-Karimi"), (12, "Karimi"), (13, "Deir ez-Zor"),
    (14, "Raqqa and Mosul"), (15, "rhodamine B"), (16, "Daesh"),
)  # fmt: skip
WRONG: tuple[tuple[int, str], ...] = (
    (0, "420 km"), (0, "240 miles"), (1, "65,000"), (2, "8"), (3, "58%"), (5, "5 years"), (7, "3 million euros"),
    (10, "2 July 2031"), (11, "2013"), (12, "Omar Haddad"), (13, "Raqqa"), (15, "rhodamine 6G"),
)  # fmt: skip
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
#: The noughts of scripts with digits of their own: Persian, Nko, Devanagari, Bengali, Tamil, Thai, Tibetan, Khmer.
NOUGHTS = "\u06f0\u07c0\u0966\u09e6\u0be6\u0e50\u0f20\u17e0"
WIDE_LATIN = {
    ord(char): chr(ord(char) + 0xFEE0) for char in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
}


def key(index: int) -> Key:
    return Key.from_json(KEYS[index])


@pytest.mark.parametrize("index", range(len(KEYS)))
def test_the_keys_own_text_and_every_alias_are_correct(index: int) -> None:
    data = KEYS[index]
    own = [data.get("text"), data.get("name"), *data.get("aliases", ())]
    if data["kind"] in ("text", "choice"):
        own.append(data["value"])
    for form in filter(None, own):
        assert judge(key(index), form).verdict == "correct", form


@QUICK
@given(
    st.floats(min_value=1, max_value=1e7),
    st.sampled_from(
        (("km", "m", 1000), ("mile", "km", 1.609344), ("km2", "ha", 100), ("year", "months", 12), ("week", "days", 7),
         ("acre", "hectares", 0.40468564224), ("hour", "minutes", 60), ("tonne", "kg", 1000))
    ),
)  # fmt: skip
def test_every_exact_conversion_is_correct(value: float, units: tuple[str, str, float]) -> None:
    unit, other, factor = units
    kinds = {"km": "distance", "mile": "distance", "km2": "area", "acre": "area", "tonne": "count"}
    made = Key.from_json({"kind": kinds.get(unit, "duration"), "value": value, "unit": unit})
    assert judge(made, f"{value * factor:.6f} {other}").verdict == "correct"


def formats(answer: str) -> st.SearchStrategy[str]:
    """Other ways to write an answer that change nothing about it."""
    return st.sampled_from(
        (answer.upper(), answer.lower(), f"  {answer}\n", answer.replace(" ", "  "), answer.replace(" ", "\u00a0"),
         answer.translate(ARABIC), answer.translate(WIDE), f"**{answer}**", f'"{answer}"', f"“{answer}”", f"{answer}.",
         unicodedata.normalize("NFD", answer), f"\u202b{answer}\u202c", "\u200b".join(answer), f"`{answer}`",
         f"{answer} \U0001f642", f"<i>{answer}</i>", f"\x1b[1m{answer}\x1b[0m", answer.replace("-", "\u2011"))
    )  # fmt: skip


@QUICK
@given(st.data(), st.sampled_from((*RIGHT, *WRONG)))
def test_formatting_never_changes_a_verdict(data: st.DataObject, row: tuple[int, str]) -> None:
    index, answer = row
    plain = judge(key(index), answer).verdict
    written = data.draw(formats(answer))
    assert judge(key(index), written).verdict == plain, written


@QUICK
@given(st.sampled_from((*RIGHT, *WRONG)), st.sampled_from(NOUGHTS))
def test_the_digits_of_any_script_are_digits(row: tuple[int, str], nought: str) -> None:
    index, answer = row
    written = answer.translate({ord(str(digit)): chr(ord(nought) + digit) for digit in range(10)})
    assert judge(key(index), written).verdict == judge(key(index), answer).verdict, written


@QUICK
@given(st.sampled_from((*RIGHT, *WRONG)), st.sampled_from("\u00a0\u2009\u202f\u3000\t\n"))
def test_nor_does_any_other_space_or_full_width_letter_change_a_verdict(
    row: tuple[int, str], space: str
) -> None:
    index, answer = row
    plain = judge(key(index), answer).verdict
    assert judge(key(index), answer.replace(" ", space)).verdict == plain
    assert judge(key(index), answer.translate(WIDE_LATIN)).verdict == plain


@QUICK
@given(st.data(), st.sampled_from((*RIGHT, *WRONG)))
def test_nor_does_the_case_of_any_letter(data: st.DataObject, row: tuple[int, str]) -> None:
    index, answer = row
    flips = data.draw(st.lists(st.booleans(), min_size=len(answer), max_size=len(answer)))
    written = "".join(char.swapcase() if flip else char for char, flip in zip(answer, flips, strict=True))
    assert judge(key(index), written).verdict == judge(key(index), answer).verdict, written


@pytest.mark.parametrize("index", [n for n, data in enumerate(KEYS) if "also" in data])
def test_every_stated_conversion_is_correct(index: int) -> None:
    for stated in KEYS[index]["also"]:
        assert judge(key(index), f"{stated['value']} {stated['unit']}").verdict == "correct"


#: Named for another unit than they are: a fact does not tell which ton, nor that a mile was meant.
COARSE = ("short tons", "long tons", "miles per second", "miles a second")


@pytest.mark.parametrize("spelling", sorted(set(UNITS).difference(COARSE)))
def test_a_figure_in_any_unit_the_extractor_knows_is_correct_in_its_own_words(spelling: str) -> None:
    unit = UNITS[spelling]
    made = Key.from_json({"kind": unit.kind, "value": 24 * unit.times, "unit": unit.of or unit.name})
    assert judge(made, f"24 {spelling}").verdict == "correct"


@QUICK
@given(
    st.sampled_from(RIGHT),
    st.sampled_from(("I think {}", "it was {}", "{}, I think", "maybe {}", "the answer is {}", "{} please",
                     "probably {}", "{}, if I remember correctly", "well, {}", "{}!", "about {}")),
)  # fmt: skip
def test_a_harmless_word_never_makes_a_right_answer_wrong(row: tuple[int, str], frame: str) -> None:
    index, answer = row
    assert judge(key(index), frame.format(answer)).verdict != "wrong"


@QUICK
@given(
    st.sampled_from(WRONG), st.sampled_from(("I think {}", "it was {}", "maybe {}", "about {}", "{}, surely"))
)
def test_nor_a_wrong_answer_right(row: tuple[int, str], frame: str) -> None:
    index, answer = row
    assert judge(key(index), frame.format(answer)).verdict == "wrong"


@QUICK
@given(st.integers(20, 10**9), st.floats(1.101, 50), st.booleans())
def test_a_figure_beyond_10_percent_is_wrong(value: int, times: float, over: bool) -> None:
    typed = value * times if over else value / times / 1.03
    made = Key.from_json({"kind": "count", "value": value, "unit": "crate"})
    assert judge(made, f"{typed:.6f}").verdict == "wrong"


@QUICK
@given(st.integers(1, 10**12))
def test_any_count_is_right_however_it_is_grouped(value: int) -> None:
    made = Key.from_json({"kind": "count", "value": value, "unit": "crate"})
    for form in (
        f"{value}",
        f"{value:,}",
        f"{value:_}",
        f"{value:,}".replace(",", " "),
        f"{value:,}".replace(",", "'"),
    ):
        assert judge(made, form).verdict == "correct", form


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=350), st.integers(0, len(KEYS) - 1))
@example("\x00", 0)
@example("\ud800\udfff", 1)
@example("\x1b[", 5)
@example("½" * 300, 3)
@example("9" * 300, 7)
@example("1e99", 0)
@example("1/0", 4)
@example("0/0 of 0", 3)
@example("[/]", 12)
@example("'s's's", 13)
@example("()", 14)
@example("-", 8)
@example("٪", 3)
@example("0000-00-00", 10)
@example("9999-12-31 and the day after", 10)
@example("2031-06-31T99:99", 10)
def test_no_answer_raises_and_every_verdict_has_a_rule_and_a_reason(answer: str, index: int) -> None:
    verdict = judge(key(index), answer)
    assert verdict.rule in RULE_NAMES
    assert verdict.reason


PIECES = """240 km miles 56,000 half a third and or not - / ( ) , . ? $ % million 1/2 2031 june 2 monday al-karimi
nadir president deir ez-zor syria raqqa mosul b rhodamine true salm = > : between to of in more than less at least s't
one two dozen hundred thousand point ½ '31 0 first last week early q4 ' " * _ 1e5 00 .5 5. km2 ² °"""
WORDS = st.sampled_from(PIECES.split())


@settings(max_examples=600, deadline=None)
@given(st.lists(WORDS, max_size=14), st.integers(0, len(KEYS) - 1), st.sampled_from(("", " ")))
def test_no_heap_of_meaningful_pieces_raises(words: list[str], index: int, glue: str) -> None:
    assert judge(key(index), glue.join(words)).verdict in ("correct", "close", "wrong")
