"""Who a question credits: papers by whose they are, surnames that two people bear."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefings.facts import Fact
from briefings.stories import Name, Story
from quiz_bank.generate.generate import generate
from quiz_bank.generate.setting import Settings
from quiz_bank.generate.speakers import speaker_phrase

NAMES = (Name("Ada Verrin", "person", ("Ada Verrin",)), Name("Lorn", "place", ("Lorn",)))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Lorn liked the Kessel Institute survey. The survey was long.", "the Kessel Institute survey"),
        ("A survey by Ada Verrin came out. The survey was long.", "the survey by Ada Verrin"),
        ("A survey by Ada Verrin and the Kessel survey came out. The survey was long.", None),
        ("A long survey came out in Lorn. The survey was bad.", None),
    ],
)
def test_a_paper_is_credited_where_one_alone_is_named(
    text: str, phrase: str | None, story: Callable[..., Story]
) -> None:
    told = story(text, names=NAMES)
    assert speaker_phrase("the survey", Settings(told).of(told.articles[0])) == phrase


@pytest.mark.parametrize(
    "speaker", ["Net exports of Lorn", "20 percent of voters", "soon after the Lorn Guard"]
)
def test_no_figure_and_no_word_of_time_is_credited(speaker: str, story: Callable[..., Story]) -> None:
    told = story("Lorn is quiet.", names=NAMES)
    assert speaker_phrase(speaker, Settings(told).of(told.articles[0])) is None


@pytest.mark.parametrize(
    ("opening", "asked"),
    [("Ada Verrin is back. ", "Ada Verrin lost"), ("Ada Verrin and Mr Verrin are back. ", "Mrs Verrin lost")],
)
def test_a_surname_of_a_couple_stays_as_it_is_printed(
    opening: str, asked: str, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    text = f"{opening}Mrs Verrin lost 40 boats off Lorn in 2029."
    boats = fact(text, "count", 40, "boat", "40 boats")
    questions = [q.ask for q in generate(story(text, boats, names=NAMES)) if q.template == "in-place"]
    assert questions == [f"{asked} how many boats off Lorn in 2029?"]


@pytest.mark.parametrize(("other", "kept"), [("30%", True), ("20%", False)])
def test_a_share_told_twice_in_a_clause_gives_no_answer_away(
    other: str, kept: bool, fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    text = f"Lorn sold 20% of its old boats in 2029, against {other} in 2028."
    share = fact(text, "share", 20, "percent", "20%")
    (question,) = (q for q in generate(story(text, share, names=NAMES)) if q.key.kind == "share")
    assert (f"against {other} in 2028" in question.ask) == kept
