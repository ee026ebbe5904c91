"""What a figure is about, who says so and as of when, read from the clause it stands in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.extract.subjects import attribution, describe
from briefings.facts import Fact, Kind, Measure, Sentence
from briefings.reading.sentences import split_sentences


def told(kind: Kind, text: str, quote: str, unit: str | None = None) -> Fact:
    start = text.index(quote)
    sentence = next(s for s in split_sentences(text) if s.start <= start < s.end)
    return describe(text, Fact(kind, 1, unit, quote, start, start + len(quote), sentence))


@pytest.mark.parametrize(
    ("text", "quote", "what"),
    [
        ("Some 400 sailors are left in Port Salm.", "Some 400 sailors", "sailors left in Port Salm"),
        (
            "About 30 villagers were killed in a flood near Orl.",
            "About 30 villagers",
            "villagers killed in a flood near Orl",
        ),
        (
            "The flood has killed at least 30 people in Orl.",
            "at least 30 people",
            "people in Orl that the flood has killed",
        ),
        (
            "In Orl, nearly 2,000 miners, most of them young, remain out of work.",
            "nearly 2,000 miners",
            "miners that remain out of work in Orl",
        ),
        (
            "The strike hit 900 dockers who had no contract.",
            "900 dockers",
            "dockers who had no contract that the strike hit",
        ),
        (
            "It broke a siege that had trapped 80 sailors in the port.",
            "80 sailors",
            "sailors in the port that a siege had trapped",
        ),
        ("There were 40 passengers on the ferry.", "40 passengers", "passengers on the ferry"),
        ("The death toll in the Orl floods rose to 30.", "30", "death toll in the Orl floods"),
    ],
)
def test_people_by_what_happened_to_them(text: str, quote: str, what: str) -> None:
    assert told("population", text, quote, "people").what == what


@pytest.mark.parametrize(
    ("text", "quote", "what"),
    [
        ("Salm, about 60 km (37 miles) north of Orl, fell.", "about 60 km (37 miles)", "Salm north of Orl"),
        ("Orlian troops are now 30 km from Salm.", "30 km", "Orlian troops from Salm"),
        ("Crews fought a 25 kilometre fire front near Orl.", "25 kilometre", "fire front near Orl"),
        ("Waves of up to five metres hit Salm.", "up to five metres", "Waves that hit Salm"),
    ],
)
def test_a_distance_by_its_two_ends_or_the_thing_measured(text: str, quote: str, what: str) -> None:
    assert told("distance", text, quote, "km").what == what


@pytest.mark.parametrize(
    ("text", "quote", "what"),
    [
        (
            "The navy has lost 40 percent of its ships in Orlia.",
            "40 percent",
            "its ships in Orlia that the navy has lost",
        ),
        ("A third of the voters in Orl were women.", "A third", "the voters in Orl were women"),
        (
            "Growth in Orlia is expected to reach 3 per cent in 2031.",
            "3 per cent",
            "Growth in Orlia is expected to reach in 2031",
        ),
    ],
)
def test_a_share_by_its_whole(text: str, quote: str, what: str) -> None:
    assert told("share", text, quote, "percent").what.removeprefix("the ") == what.removeprefix("the ")


@pytest.mark.parametrize(
    ("text", "quote", "what"),
    [
        ("A three-year siege of Salm ended.", "three-year", "siege of Salm ended"),
        (
            "Salm, which had been divided for nearly three years, is a port.",
            "nearly three years",
            "Salm had been divided",
        ),
        (
            "It fell after an assault of four months waged by the navy.",
            "four months",
            "assault waged by the navy",
        ),
    ],
)
def test_a_duration_by_what_lasted(text: str, quote: str, what: str) -> None:
    assert told("duration", text, quote, "year").what == what


@pytest.mark.parametrize(
    ("text", "quote", "what"),
    [
        ("In March, the navy retook Salm, officials said.", "March", "navy retook Salm"),
        ("The rebels had held Salm since 2029.", "2029", "rebels had held Salm since then"),
        ("They signed the 1916 Orl treaty.", "1916", "Orl treaty"),
        ("The navy retook Salm on Friday, ending a siege.", "Friday", "navy retook Salm"),
        (
            "State radio said on Friday the navy had retaken Salm.",
            "Friday",
            "State radio said the navy had retaken Salm",
        ),
    ],
)
def test_a_date_by_its_clause(text: str, quote: str, what: str) -> None:
    assert told("date", text, quote).what == what


def test_an_age_by_the_person() -> None:
    assert told("age", "Ada Moore, 43, was hurt.", "43").what == "Ada Moore"
    assert told("age", "Police named 43-year-old Ada Moore.", "43-year-old").what == "Ada Moore"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The coastguard said 40 men were lost.", "the coastguard"),
        ("The coastguard said on Friday that 40 men were lost.", "the coastguard"),
        ("A total of 40 men were lost, state radio says.", "state radio"),
        ('"We lost 40 men," said Ada Moore, a mate on the ferry.', "Ada Moore"),
        ("According to the Orl Observatory, 40 men were lost.", "the Orl Observatory"),
        ("Mayor Ada Moore told the Salm Gazette 40 men were lost.", "Mayor Ada Moore"),
        ("Ada Moore, the mate of the ferry, says 40 men were lost.", "Ada Moore"),
        ("The navy left, the mayor said and Ada Moore pledged 40 men were safe.", "Ada Moore"),
        ("The ferry is lost, said Ada Moore. She said 40 men were on board.", "Ada Moore"),
        ("Some 40 men were lost.", None),
        ("The ferry claimed 40 lives.", None),
        ("The men were told 40 days later.", None),
    ],
)
def test_who_says_so(text: str, speaker: str | None) -> None:
    assert told("count", text, "40").attribution == speaker


def test_attribution_of_a_sentence_with_its_span() -> None:
    text = "Rain fell. The ferry sank, the coastguard said on Friday."
    sentence = split_sentences(text)[1]
    found = attribution(sentence)
    assert found is not None
    speaker, start, end = found
    assert (speaker, text[start:end]) == ("the coastguard", "the coastguard said on Friday")
    assert attribution(Sentence(0, 10, "Rain fell.")) is None


@pytest.mark.parametrize(
    ("text", "as_of"),
    [
        ("As of 3 May 2031, 40 men were missing.", "2031-05-03"),
        ("By the end of October 2031 40 men were missing.", "2031-10"),
        ("In 2031 40 men were missing.", "2031"),
        ("Some 40 men were missing.", None),
    ],
)
def test_as_of_only_where_it_is_stated(text: str, as_of: str | None) -> None:
    assert told("population", text, "40 men", "people").as_of == as_of


def test_the_span_the_value_and_other_kinds_stay() -> None:
    sentence = Sentence(0, 22, "Mayor Ada Moore spoke.")
    fact = Fact("role", "Mayor", None, "Mayor Ada Moore", 0, 15, sentence, what="Ada Moore")
    assert describe(sentence.text, fact) == fact


def test_a_fact_outside_its_sentence_stays_as_it_is() -> None:
    fact = Fact("count", 4, "boat", "4 boats", 90, 97, Sentence(0, 5, "Rain."))
    assert describe("Rain.", fact) == fact


_KINDS: list[Kind] = ["distance", "date", "population", "share", "duration", "area", "money", "count", "age"]
_PIECES = st.sampled_from(
    [
        "12 ",
        "men ",
        "of ",
        "said ",
        "the navy ",
        ", ",
        "which ",
        "and ",
        '"',
        "was ",
        "killed ",
        "in ",
        "2031 ",
        ".",
        " - ",
        "\n",
        "\ud800",
        "’s ",
    ]
)


@given(
    st.one_of(st.text(min_size=1, max_size=80), st.lists(_PIECES, min_size=1, max_size=40).map("".join)),
    st.integers(0, 80),
    st.integers(0, 20),
    st.sampled_from(_KINDS),
)
def test_any_text_is_described_without_an_error(text: str, start: int, length: int, kind: Kind) -> None:
    start, end = min(start, len(text)), min(start + length, len(text))
    fact = Fact(kind, 1, None, text[start:end], start, end, Sentence(0, len(text), text))
    described = describe(text, fact)
    assert (described.start, described.end, described.quote) == (fact.start, fact.end, fact.quote)
    assert len(described.what.split()) <= 24


@pytest.mark.parametrize("text", ["\x1f", "\x1c x", "\u2028"])
def test_white_space_of_any_kind_before_a_figure_is_no_word(text: str) -> None:
    fact = Fact("distance", 1, None, "", 1, 1, Sentence(0, len(text), text))
    assert describe(text, fact).start == 1


def test_nothing_else_of_a_fact_is_changed() -> None:
    text = "The port said the tower stands 9 to 12 m tall as of May 2031."
    start = text.index("9 to 12 m")
    fact = Fact(
        "distance", 9, "m", "9 to 12 m", start, start + 9, Sentence(0, len(text), text),
        qualifier="about", value_max=12, also=(Measure(30, "foot"),), relative=True, change="up", vague=True,
    )  # fmt: skip
    told = describe(text, fact)
    assert (told.what, told.attribution, told.as_of) == (
        "tower stands tall as of May 2031",
        "the port",
        "2031-05",
    )
    assert replace(told, what="", attribution=None, as_of=None) == fact
