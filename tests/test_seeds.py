"""The sample story: five retold reports that carry every figure, spelling and contradiction of the real ones."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

SEEDS = Path(__file__).parents[1] / "seeds"
SHARED = Path(__file__).parents[1] / ".." / "shared"
FILES = ("bbc.txt", "afp.txt", "scotsman.txt", "dw.txt", "csmonitor.txt")
"""In the order of the originals, whose names begin with 000 to 004."""

needs_originals = pytest.mark.skipif(
    not (SHARED / "seeds").is_dir(), reason="the original articles are not beside this repository"
)

FIGURES = {
    "bbc.txt": (
        "since 2014",
        "1916 Sykes-Picot agreement",
        "about halfway between Raqqa",
        "an estimated 93,000 civilians",
        "since 2015",
        "some 350,000 civilians",
        "weeks of fighting",
        "just a few kilometres",
        "about 95% of the land",
        "in Iraq",
        "more than 4.4 million people in Iraq",
        "months at most",
        "Last month",
        "last week",
        "In September",
        "on Friday",
    ),
    "afp.txt": (
        "two of its last major towns",
        "more than four months",
        "siege of nearly three years",
        "Before March 2011",
        "around 300,000 people",
        "in 2014",
        "more than 35 percent of Deir Ezzor province",
        "at least one oilfield",
        "roughly the size of Britain",
        "On October 17",
        "a single town",
        "fell in July",
        "in October",
        "within hours",
        "dozens of IS fighters",
        "last week",
        "Around 1,500 IS fighters",
        "around 30 kilometres (18 miles) away from Albu Kamal",
        "four members of one family",
    ),
    "scotsman.txt": (
        "for nearly three years",
        "in 2014 and 2015",
        "more than 90 per cent",
        "week-long campaign",
        "in September",
    ),
    "dw.txt": (
        "a day earlier",
        "On Thursday",
        "since 2014",
        "one large pocket",
        "in September",
        "three-year siege",
        "2014 advance",
        "about 320 kilometers (200 miles) to the west of Baghdad",
        "on Friday",
    ),
    "csmonitor.txt": (
        "for nearly three years",
        "in 2014 and 2015",
        "more than 90 percent",
        "weeks-long campaign",
        "in September",
        "within days",
        "about 200 miles to the west of Baghdad",
        "nearly a third of Iraq and of Syria",
        "two other vehicles",
        "since 2015",
        "earlier this year",
    ),
}

SPELLINGS: tuple[dict[str, tuple[str, ...]], ...] = (
    {
        "bbc.txt": ("Deir al-Zour",),
        "afp.txt": ("Deir Ezzor",),
        "scotsman.txt": ("Deir el-Zour",),
        "dw.txt": ("Deir el-Zour",),
        "csmonitor.txt": ("Deir el-Zour", "Deir al-Zour"),
    },
    {
        "bbc.txt": (" al-Qaim",),
        "afp.txt": (" Al-Qaim",),
        "scotsman.txt": (" al-Qaim",),
        "dw.txt": (" al-Qaim",),
        "csmonitor.txt": (" Qaim",),
    },
    {
        "bbc.txt": ("Albu Kamal",),
        "afp.txt": ("Albu Kamal",),
        "scotsman.txt": (),
        "dw.txt": (),
        "csmonitor.txt": ("Boukamal",),
    },
    {
        "bbc.txt": ("Raqqa",),
        "afp.txt": ("Raqa",),
        "scotsman.txt": ("Raqqa",),
        "dw.txt": (),
        "csmonitor.txt": ("Raqqa",),
    },
    {
        "bbc.txt": ("Bashar al-Assad",),
        "afp.txt": (),
        "scotsman.txt": ("Bashar Assad",),
        "dw.txt": ("Bashar al-Assad",),
        "csmonitor.txt": ("Bashar Assad",),
    },
    {
        "bbc.txt": (),
        "afp.txt": ("Haider Abadi",),
        "scotsman.txt": (),
        "dw.txt": ("Haider al-Abadi",),
        "csmonitor.txt": ("Haider al-Abadi",),
    },
)
"""One name an entry: which of its spellings each article uses; it uses no other."""

DISAGREEMENTS = (
    {"scotsman.txt": "week-long campaign", "csmonitor.txt": "weeks-long campaign"},
    {"bbc.txt": "in Deir al-Zour province is a few pockets", "afp.txt": "still holds more than 35 percent"},
    {
        "bbc.txt": "still clearing out a few last pockets",
        "afp.txt": "all of Deir Ezzor city had been recaptured",
    },
    {
        "bbc.txt": "Iraqi forces have taken al-Qaim",
        "scotsman.txt": "hunt IS remnants in the streets of al-Qaim",
    },
    {"dw.txt": "took back the district of al-Qaim", "csmonitor.txt": "government troops fight on for Qaim"},
    {"afp.txt": "had kept a foothold in a single town, Al-Qaim", "dw.txt": "still hold is Rawa"},
    {"afp.txt": "announced on Friday", "dw.txt": "On Thursday, Observatory director"},
    {"bbc.txt": "Raqqa, where IS had the headquarters", "afp.txt": "the city as the headquarters"},
    {"bbc.txt": "its last major stronghold", "csmonitor.txt": "one of the last strongholds"},
)
"""Where the reports do not say the same, or seem not to: each side in the words of its article."""

WIRE_COPY = (
    ("Syria's army has liberated", "Syria's army announced"),
    ("Almost all of their urban", "Syria's army announced"),
    ("With Deir el-Zour, which", "With Deir el-Zour, which"),
    ("Deir el-Zour, divided for", "Deir el-Zour, divided for"),
    ("No larger city", "No larger city"),
    ("Of all the territory", "Of all the territory"),
    ("With it went Raqqa", "Of all the territory"),
    ("The setback comes while", "The setback also comes while"),
    ("Chased from one", "Chased from one"),
    ("Experts said they", "Chased from one"),
    ("The Syrian military said", "The Syrian military said"),
    ("Army units, a statement", "Army units, it said"),
    ("It was in September", "It was in September"),
)
"""How the sentences begin that scotsman.txt and csmonitor.txt print from one agency's text."""

SHARED_PHRASES = (
    ("afp.txt", "dw.txt", "Kurdish-Arab alliance"),
    ("afp.txt", "dw.txt", "in record time"),
    ("dw.txt", "csmonitor.txt", "lies in the Euphrates River Valley, about"),
    ("dw.txt", "csmonitor.txt", "to the west of Baghdad"),
    ("dw.txt", "csmonitor.txt", "supplies and fighters"),
    ("dw.txt", "csmonitor.txt", "booby traps and mines"),
)
"""Agency wording, too short to make a copied sentence, that one article has taken over into its own text."""

REWORDED = {
    "000#34": "more than 4.4 million people in Iraq",
    "001#04": "two of its last major towns",
    "001#40": "Jean-Pierre Filiu, professor at the Sciences Po university in Paris",
    "001#46": "Iraqi Prime Minister Haider Abadi",
    "001#52": "four members of one family",
    "002#09": "General Ali Mayhoub, the Syrian army spokesman",
    "004#22": "Iraqi Prime Minister Haider al-Abadi",
    "004#32": "SANA, the Syrian state news agency",
}
"""Labelled facts whose wording in the original makes a run of six words or nearly: what is printed instead."""


def article(name: str) -> str:
    """The text of one seed with straight quotation marks."""
    text = (SEEDS / name).read_text(encoding="utf-8")
    return text.translate(str.maketrans("‘’“”\xa0", "''\"\" "))


def sentences(text: str) -> list[str]:
    """Sentences of a text that holds no abbreviation with a full stop."""
    return [
        sentence
        for paragraph in text.split("\n\n")
        for sentence in re.split(r"(?<=[.!?])[\"']?\s+", paragraph.strip())
    ]


def plain_words(text: str) -> list[str]:
    """Words of letters and digits: a hyphen, a point and an apostrophe part them."""
    return re.findall(r"\w+", text.casefold())


def spaced_words(text: str) -> list[str]:
    """Words between spaces, their punctuation taken out."""
    return [word for word in (re.sub(r"\W", "", part) for part in text.casefold().split()) if word]


def runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    """Every run of so many consecutive words."""
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def containment(one: str, other: str) -> float:
    """Share of the shorter sentence's 3-word shingles that the other one has too."""
    a, b = runs(plain_words(one), 3), runs(plain_words(other), 3)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def cross_article_pairs() -> Iterator[tuple[str, str, str, str, float]]:
    """Every two sentences of two different articles and how much of one is in the other."""
    for one, other in combinations(FILES, 2):
        for a in sentences(article(one)):
            for b in sentences(article(other)):
                yield one, other, a, b, containment(a, b)


def is_wire_copy(one: str, other: str, a: str, b: str) -> bool:
    """Whether two sentences are one of the pairs that ``WIRE_COPY`` names."""
    return (one, other) == ("scotsman.txt", "csmonitor.txt") and any(
        a.startswith(start) and b.startswith(other_start) for start, other_start in WIRE_COPY
    )


def story() -> dict[str, Any]:
    return tomllib.loads((SEEDS / "story.toml").read_text(encoding="utf-8"))


def originals() -> dict[str, str]:
    """Seed name -> text of the original it retells."""
    paths = sorted((SHARED / "seeds").glob("*.txt"))
    return {seed: path.read_text(encoding="utf-8") for seed, path in zip(FILES, paths, strict=True)}


def labelled_facts() -> list[tuple[str, dict[str, Any]]]:
    """(seed name, label) of every fact in the originals' own words; headline events are told, not quoted."""
    lines = (SHARED / "gold" / "seeds.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [json.loads(line) for line in lines]
    return [
        (FILES[int(label["id"][:3])], label)
        for label in labels
        if label["where"] in ("body", "title") and label["kind"] != "event"
    ]


def expected_words(label: dict[str, Any]) -> str:
    """What the retold article must print for a labelled fact, in small letters."""
    quote: str = label["quote"]
    return REWORDED.get(label["id"], quote).replace("\xa0", " ").casefold()


def test_story_names_its_five_articles_in_order() -> None:
    told = story()
    assert told["story"] == {"slug": "deir-ez-zor", "title": "Deir ez-Zor and al-Qaim, November 2017"}
    assert tuple(entry["file"] for entry in told["article"]) == FILES
    assert {path.name for path in SEEDS.iterdir()} == {*FILES, "story.toml"}


def test_story_tells_outlets_and_agencies() -> None:
    assert [(entry["outlet"], entry.get("agency")) for entry in story()["article"]] == [
        ("BBC", None),
        ("Digital Journal", "AFP"),
        ("The Scotsman", "AP"),
        ("Deutsche Welle", "AFP, Reuters, dpa"),
        ("The Christian Science Monitor", "AP"),
    ]


def test_a_date_that_no_original_prints_is_called_inferred() -> None:
    entries = story()["article"]
    assert {entry["published"] for entry in entries} == {date(2017, 11, 3)}
    assert [entry["date_basis"] for entry in entries] == ["inferred", "stated", "inferred", "stated", "url"]


@pytest.mark.parametrize("entry", story()["article"], ids=lambda entry: entry["file"])
def test_file_is_a_title_and_paragraphs(entry: dict[str, Any]) -> None:
    text = (SEEDS / entry["file"]).read_text(encoding="utf-8")
    title, *paragraphs = text.removesuffix("\n").split("\n\n")
    assert title == entry["title"]
    assert len(paragraphs) >= 10
    assert all(paragraph.strip() and "\n" not in paragraph for paragraph in paragraphs)
    assert 250 <= len(text.split()) <= 850


@pytest.mark.parametrize(("name", "figure"), [(name, figure) for name in FILES for figure in FIGURES[name]])
def test_key_figure_stands_in_its_article(name: str, figure: str) -> None:
    assert figure in article(name)


@pytest.mark.parametrize("name", FILES)
def test_article_keeps_to_its_own_spellings(name: str) -> None:
    for spellings in SPELLINGS:
        every_form = {form for forms in spellings.values() for form in forms}
        used = {form for form in every_form if form in article(name)}
        assert used == set(spellings[name])


@pytest.mark.parametrize("sides", DISAGREEMENTS, ids=lambda sides: " / ".join(sides.values()))
def test_disagreement_stands(sides: dict[str, str]) -> None:
    for name, words in sides.items():
        assert words in article(name)


def test_look_alike_people_counts_stay_with_their_subjects() -> None:
    subjects = {
        "93,000": "trapped",
        "350,000": "from their homes",
        "300,000": "was home to",
        "1,500": "fighters",
    }
    for name in FILES:
        for sentence in sentences(article(name)):
            for figure in re.findall(r"\d+,\d{3}", sentence):
                assert subjects[figure] in sentence


@pytest.mark.parametrize(("start", "other_start"), WIRE_COPY)
def test_agency_sentence_is_printed_by_both(start: str, other_start: str) -> None:
    [a] = [s for s in sentences(article("scotsman.txt")) if s.startswith(start)]
    [b] = [s for s in sentences(article("csmonitor.txt")) if s.startswith(other_start)]
    assert containment(a, b) >= 0.6


def test_no_other_sentences_look_copied() -> None:
    alike = [
        (one, other, a, b)
        for one, other, a, b, shared in cross_article_pairs()
        if shared >= 0.5 and not is_wire_copy(one, other, a, b)
    ]
    assert alike == []


@pytest.mark.parametrize(("one", "other", "phrase"), SHARED_PHRASES)
def test_agency_phrase_is_shared(one: str, other: str, phrase: str) -> None:
    assert phrase in article(one)
    assert phrase in article(other)


@needs_originals
def test_every_labelled_fact_is_carried_over() -> None:
    missing = [
        (label["id"], expected_words(label))
        for name, label in labelled_facts()
        if expected_words(label) not in article(name).casefold()
    ]
    assert missing == []


@needs_originals
def test_rewording_keeps_figures_and_names() -> None:
    labels = {label["id"]: label for _, label in labelled_facts()}
    for key, words in REWORDED.items():
        kept = re.findall(r"[\d.]*\d|\b(?:two|four|more than|million)\b", labels[key]["quote"])
        names = labels[key]["what"].split() if labels[key]["kind"] == "role" else []
        assert kept or names or labels[key]["kind"] == "alias"
        assert all(word in words for word in [*kept, *names])


@needs_originals
def test_a_date_word_occurs_as_often_as_it_is_labelled() -> None:
    wanted = Counter(
        (name, expected_words(label)) for name, label in labelled_facts() if label["kind"] == "date"
    )
    for (name, words), times in wanted.items():
        assert len(re.findall(rf"\b{re.escape(words)}\b", article(name).casefold())) >= times, (name, words)


@needs_originals
@pytest.mark.parametrize("split", [plain_words, spaced_words])
def test_no_six_words_in_a_row_are_an_originals(split: Callable[[str], list[str]]) -> None:
    taken = set[tuple[str, ...]]().union(*(runs(split(text), 6) for text in originals().values()))
    assert taken
    for name in FILES:
        assert runs(split(article(name)), 6) & taken == set()
