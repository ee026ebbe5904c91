"""Figures: kinds, units, hedges, ranges, dual units, changes, and which of them are worth a fact."""

from __future__ import annotations

from datetime import date

import pytest

from briefings.extract.pipeline import extract
from briefings.facts import Fact, Measure

PUBLISHED = date(2021, 6, 18)
_NOT_FIGURES = ("date", "role", "alias", "event")


def figures(text: str, *, every_quantity: bool = False, country: str | None = None) -> list[Fact]:
    facts = extract(text, PUBLISHED, every_quantity=every_quantity, country=country)
    return [fact for fact in facts if fact.kind not in _NOT_FIGURES]


def only(text: str, *, every_quantity: bool = False, country: str | None = None) -> Fact:
    (fact,) = figures(text, every_quantity=every_quantity, country=country)
    return fact


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("The camp lies 40 kilometres north of Orlo.", "distance", 40, "km"),
        ("The 200-metre wall fell.", "distance", 200, "m"),
        ("The bridge is 49 m wide.", "distance", 49, "m"),
        ("The probe flew at 12 miles per second.", "count", 12, "mile/s"),
        ("The probe flew at 12 kilometres per second.", "count", 12, "km/s"),
        ("It holds 40 short tons of coal.", "count", 40, "short ton"),
        ("It holds 40 tons of coal.", "count", 40, "ton"),
        ("The yard built 300 sports utility vehicles.", "count", 300, "vehicle"),
        ("The town won 300 sports.", "count", 300, "sport"),
        ("They walked the last 12 miles.", "distance", 12, "mile"),
        ("The jockey, at 5ft 4in, is small.", "distance", 64, "inch"),
        ("About it all were 350 civilians.", "population", 350, "people"),
        ("They freed 20 IS fighters.", "population", 20, "people"),
        ("He met two Swiss tourists.", "population", 2, "people"),
        ("The raid left 30 wounded.", "population", 30, "people"),
        ("Some of it fell on 15 firemen.", "population", 15, "people"),
        ("The death toll rose to 57.", "population", 57, "people"),
        ("It drew a crowd of 7,600.", "population", 7600, "people"),
        ("It lost 5 U.S. troops.", "population", 5, "people"),
        ("It cost 5 million U.S. dollars.", "money", 5_000_000, "USD"),
        ("It cost 80 billion Vietnamese dong.", "money", 80_000_000_000, "VND"),
        ("A 15-member panel sat.", "population", 15, "people"),
        ("Growth was 3.3 per cent.", "share", 3.3, "percent"),
        ("It fell 12%.", "share", 12, "percent"),
        ("Rates rose half a percentage point.", "share", 0.5, "percentage point"),
        ("It cut 0.25 of a per cent.", "share", 0.25, "percent"),
        ("Two-thirds of the crop is lost.", "share", 0.66666667, "fraction"),
        ("One in five pupils is ill.", "share", 0.2, "fraction"),
        ("Nine out of 10 wells are dry.", "share", 0.9, "fraction"),
        ("Half the wells are dry.", "share", 0.5, "fraction"),
        ("It took three hours and 20 minutes.", "duration", 200, "minute"),
        ("The weeklong strike ended.", "duration", 1, "week"),
        ("The three-year siege ended.", "duration", 3, "year"),
        ("It took two and a half decades.", "duration", 25, "year"),
        ("It took a year and a half.", "duration", 1.5, "year"),
        ("It stood for a century.", "duration", 100, "year"),
        ("It may rain in the next hour.", "duration", 1, "hour"),
        ("Fire burned 1,200 hectares.", "area", 1200, "ha"),
        ("It covers 40 square miles.", "area", 40, "sqmile"),
        ("It cost €3 million.", "money", 3_000_000, "EUR"),
        ("It cost US$5.", "money", 5, "USD"),
        ("It cost 1.5 trillion yen.", "money", 1_500_000_000_000, "JPY"),
        ("It cost £20m.", "money", 20_000_000, "GBP"),
        ("Petrol is 95 cents.", "money", 95, "cent"),
        ("A 26-year-old man left.", "age", 26, "year"),
        ("A boy aged 13 left.", "age", 13, "year"),
        ("Anna Orlo, 53, left.", "age", 53, "year"),
        ("The captain, 58, left.", "age", 58, "year"),
        ("An 18-month-old girl left.", "age", 18, "month"),
        ("Two jeeps left.", "count", 2, "jeep"),
        ("Three tear-gas canisters were found.", "count", 3, "canister"),
        ("It has 14 secondary schools.", "count", 14, "school"),
        ("It has ten cities.", "count", 10, "city"),
        ("Gusts hit 80 kilometres an hour.", "count", 80, "km/h"),
        ("They found 2 tonnes of rice.", "count", 2, "tonne"),
        ("A 6.4-magnitude quake struck.", "count", 6.4, "Richter"),
        ("A magnitude 7.1 quake struck.", "count", 7.1, "Richter"),
        ("It fell to minus 20 degrees.", "count", -20, "degree"),
        ("They hold a single town.", "count", 1, "town"),
        ("It is the club's 57th race.", "count", 57, "race"),
        ("She won a third term.", "count", 3, "term"),
    ],
)
def test_kind_value_and_unit(text: str, kind: str, value: float, unit: str) -> None:
    fact = only(text)
    assert (fact.kind, fact.value, fact.unit) == (kind, value, unit)


@pytest.mark.parametrize(
    ("text", "qualifier", "quote"),
    [
        ("They freed around 300 people.", "about", "around 300 people"),
        ("They freed an estimated 93,000 civilians.", "about", "an estimated 93,000 civilians"),
        ("Some 40 homes burned.", "about", "Some 40 homes"),
        ("It took 40 minutes or so.", "about", "40 minutes or so"),
        ("They freed more than 300 people.", "more than", "more than 300 people"),
        ("They freed just over 300 people.", "more than", "just over 300 people"),
        ("They freed at least 300 people.", "at least", "at least 300 people"),
        ("They freed 300 people or more.", "at least", "300 people or more"),
        ("It has 500-plus rooms.", "at least", "500-plus rooms"),
        ("It ends within 30 days.", "at most", "within 30 days"),
        ("It ends in 30 days at the most.", "at most", "30 days at the most"),
        ("They freed fewer than 300 people.", "less than", "fewer than 300 people"),
        ("It rained less than about five millimetres.", "less than", "less than about five millimetres"),
        ("They freed nearly 300 people.", "nearly", "nearly 300 people"),
        ("They freed close to 300 people.", "nearly", "close to 300 people"),
        ("They freed up to 300 people.", "up to", "up to 300 people"),
        ("They freed as many as 300 people.", "up to", "as many as 300 people"),
        ("They freed 300 people.", None, "300 people"),
        ("The work took over nine months.", "more than", "over nine months"),
        ("They will hand over two men.", None, "two men"),
        ("A study of wells over nine months found lead.", None, "nine months"),
    ],
)
def test_hedges_are_told_and_quoted(text: str, qualifier: str | None, quote: str) -> None:
    fact = only(text)
    assert (fact.qualifier, fact.quote) == (qualifier, quote)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("It takes 10-15 days.", 10, 15, "day"),
        ("It takes between 10 and 15 days.", 10, 15, "day"),
        ("It takes four to five days.", 4, 5, "day"),
        ("It takes two or three days.", 2, 3, "day"),
        ("It cost $2-3 billion.", 2_000_000_000, 3_000_000_000, "USD"),
        ("It cost $5 to $10.", 5, 10, "USD"),
        ("Prices rose 5% to 10%.", None, None, None),
        ("It has 30 to 40 per cent less.", 30, 40, "percent"),
    ],
)
def test_ranges(text: str, low: int | None, high: int | None, unit: str | None) -> None:
    if low is None:
        assert [(fact.value, fact.value_max) for fact in figures(text)] == [(5, None), (10, None)]
        return
    fact = only(text)
    assert (fact.value, fact.value_max, fact.unit, fact.qualifier) == (low, high, unit, "between")


@pytest.mark.parametrize(
    ("text", "quote", "also"),
    [
        ("It is about 30 kilometres (18 miles) off.", "about 30 kilometres (18 miles)", Measure(18, "mile")),
        ("It is 10 miles, or 16 kilometres, off.", "10 miles, or 16 kilometres", Measure(16, "km")),
        ("It burned 1,200 hectares (3,000 acres).", "1,200 hectares (3,000 acres)", Measure(3000, "acre")),
        ("It cost £5m ($6.5m).", "£5m ($6.5m)", Measure(6_500_000, "USD")),
    ],
)
def test_the_same_quantity_in_two_units_is_one_fact(text: str, quote: str, also: Measure) -> None:
    fact = only(text)
    assert (fact.quote, fact.also) == (quote, (also,))


def test_two_lengths_in_brackets_of_different_kinds_stay_two() -> None:
    assert [fact.unit for fact in figures("It is 30 kilometres (two hours) off.")] == ["km", "hour"]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Shares rose 5 per cent to $84.", ["up", None]),
        ("Shares were up 5 per cent.", ["up"]),
        ("It cut its rate by 25 basis points.", ["down"]),
        ("A 5 per cent increase is due.", ["up"]),
        ("The index fell 45 points, or 0.6 per cent.", ["down", "down"]),
        ("The index was off 45 points.", ["down"]),
        ("Exports make up 40 per cent of it.", [None]),
        ("It holds 40 per cent.", [None]),
        ("Prices start at £20,000 and rise to £30,000.", [None, None]),
    ],
)
def test_rise_and_fall(text: str, changes: list[str | None]) -> None:
    assert [fact.change for fact in figures(text, every_quantity=True)] == changes


@pytest.mark.parametrize(
    "text",
    [
        "Call 020 7946 0018 or 555-0142.",
        "See https://site.example/2017/25-people or write to desk9@site.example.",
        "United won 3-1 and Tessel lost 0-2.",
        "She won 6-4, 3-6, 7-5.",
        "It began at 5:30 p.m. and ended at 1900 GMT.",
        "Flight 370 left Gate 12 for Room 101.",
        "He lives at 221 Baker Street.",
        "The A380, the G7 and the iPhone 11 are names.",
        "They drove down Highway 61.",
        "Turn to page 12 on day three.",
        "A man in his 30s left.",
        "It is a 50-50 chance.",
        "The rapper 50 Cent and the film Ocean's Eleven are names.",
        "They met on the two sides of the border.",
        "The two countries signed.",
        "One of them left, and one by one they all did.",
        "He earns three times his wage.",
        "It was the third largest and the second bank.",
        "That is one thing.",
        "All but one fell.",
        "Several trucks came.",
        "The first half ended; the halftime show began at half past nine.",
        "A 9mm Orlo pistol was found.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_a_dollar_is_the_outlets_own() -> None:
    assert [only("It cost $5.", country=country).unit for country in (None, "US", "AU", "NZ")] == [
        "USD",
        "USD",
        "AUD",
        "NZD",
    ]
    assert only("It cost US$5.", country="AU").unit == "USD"


def test_a_bare_number_goes_on_with_what_was_counted_before() -> None:
    told = figures("The firm paid 4,000 workers and will pay another 800.")
    assert [(fact.value, fact.unit) for fact in told] == [(4000, "people"), (800, "people")]
    told = figures("It shut 12 stores and kept 23 others.")
    assert [(fact.value, fact.unit) for fact in told] == [(12, "store"), (23, "store")]


def test_a_part_of_a_number_and_the_number_are_two() -> None:
    told = figures("Two of her three children are ill.")
    assert [(fact.value, fact.quote) for fact in told] == [(2, "Two"), (3, "three children")]


def test_a_known_group_is_not_counted_again() -> None:
    assert len(figures("Three sailors left. The three sailors came back.")) == 1
    assert len(figures("The three sailors who left came back.")) == 1


def test_every_quantity_keeps_what_is_too_plain_or_too_vague_to_ask() -> None:
    text = "Dozens of boats met; one thing is sure: the index stood at 20."
    assert figures(text) == []
    told = figures(text, every_quantity=True)
    assert [(f.value, f.value_max, f.unit, f.qualifier) for f in told] == [
        (12, 120, "boat", "about"),
        (1, None, "thing", None),
        (20, None, None, None),
    ]


def test_crowds_distances_and_plural_times_are_kept_as_vague() -> None:
    text = "Dozens of fighters, a few kilometres off, ended a weeks-long siege."
    assert [(fact.kind, fact.vague) for fact in figures(text)] == [
        ("population", True),
        ("distance", True),
        ("duration", True),
    ]


def test_an_area_told_by_comparison() -> None:
    fact = only("It lost land roughly the size of Wales.")
    assert (fact.kind, fact.value, fact.qualifier, fact.vague) == ("area", "size of Wales", "about", True)
    assert fact.quote == "roughly the size of Wales"


def test_spaces_of_print_and_broken_lines_are_spaces() -> None:
    assert only("It lies 30\u00a0kilometres off.").quote == "30\u00a0kilometres"
    assert only("It was read by more than\n10\u202f000 people.").quote == "more than\n10\u202f000 people"


def test_a_quote_does_not_begin_within_the_word_before() -> None:
    assert only("The flood drove out Orlo's population of 12,000.").quote == "population of 12,000"
