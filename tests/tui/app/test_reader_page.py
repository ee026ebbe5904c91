"""The Reader: an article, its facts underlined, one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.app import App
from textual.pilot import Pilot

from tests.tui.app.stage import FACTS, SIZES, STORY, FakeDesk, press, screen_text, settle
from tui.app import BriefingApp
from tui.messages import ArticleWanted
from tui.passages import Passage, opening
from tui.screens.reader import ReaderScreen

SMALL = SIZES[0]


def drawn(app: BriefingApp, bold: bool) -> str:
    """The underlined words of the text, those at the mark (bold) or the others."""
    region = app.screen.query_one("#text").region
    strips = app.screen._compositor.render_strips()[region.y : region.bottom]
    segments = [segment for strip in strips for segment in strip.crop(region.x, region.right)]
    words = (
        segment.text
        for segment in segments
        if segment.style and segment.style.underline and bool(segment.style.bold) == bold
    )
    return " ".join(words)


async def opened(pilot: Pilot[None], passage: Passage) -> None:
    """Opens the Reader at a passage."""
    await settle(pilot)
    pilot.app.post_message(ArticleWanted(passage))
    await settle(pilot)
    assert isinstance(pilot.app.screen, ReaderScreen)


def at_the_start() -> Passage:
    return Passage(STORY.articles[0], 0, 0)


async def test_every_fact_is_underlined_without_a_mark(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, at_the_start())
        words = drawn(app, bold=False)
        text = screen_text(app)
        assert drawn(app, bold=True) == ""
    assert words == " ".join(fact.quote for fact in FACTS[0])
    assert "5 facts: n goes to the next" in text


async def test_n_and_p_step_through_the_facts_and_round_at_the_ends(app: BriefingApp) -> None:
    steps = (("n", 0), ("n", 1), ("n", 2), ("p", 1), ("p", 0), ("p", 4), ("n", 0))
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, at_the_start())
        for key, index in steps:
            await press(pilot, key)
            assert drawn(app, bold=True) == FACTS[0][index].quote
            assert f"fact {index + 1} of 5 · {FACTS[0][index].kind}" in screen_text(app)


async def test_the_fact_is_told_with_hedge_second_unit_measure_and_speaker(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, at_the_start())
        await press(pilot, "n", "n", "n")
        people = screen_text(app)
        await press(pilot, "n")
        distance = screen_text(app)
    assert "population  about 1,200 people" in people
    assert "people living in schools · says the mayor" in people
    assert "distance  85 km (53 miles)" in distance


async def test_it_opens_at_the_fact_a_line_rests_on_and_m_goes_back_there(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "enter", "enter")
        assert "fact 1 of 5 · date  4 March 2019" in screen_text(app)
        await press(pilot, "n", "n")
        assert drawn(app, bold=True) == "about 1,200 people"
        await press(pilot, "m")
        assert drawn(app, bold=True) == "Monday, 4 March 2019"
        assert "fact 1 of 5" in screen_text(app)


async def test_a_step_from_words_that_are_no_fact_goes_to_the_nearest(app: BriefingApp) -> None:
    article = STORY.articles[0]
    at = article.text.index("Port Velo lies")
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, Passage(article, at, at + 9, ((at, at + 9),)))
        assert drawn(app, bold=True) == "Port Velo"
        await press(pilot, "n")
        assert drawn(app, bold=True) == "85 kilometres (53 miles)"
        await press(pilot, "m", "p")
        assert drawn(app, bold=True) == "about 1,200 people"


async def test_an_article_without_facts_says_so_and_has_no_step(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await opened(pilot, opening(replace(STORY.articles[0], facts=())))
        text = screen_text(app)
        await press(pilot, "n", "p")
        assert screen_text(app) == text
    assert "No facts were found in this article." in text
    assert "Next fact" not in text


@pytest.mark.parametrize("size", SIZES)
async def test_a_step_brings_a_fact_far_below_into_sight(desk: FakeDesk, size: tuple[int, int]) -> None:
    first = STORY.articles[0]
    far = replace(first, text="The river rose again. " * 400 + first.text, facts=())
    moved = len(far.text) - len(first.text)
    fact = replace(FACTS[0][1], start=FACTS[0][1].start + moved, end=FACTS[0][1].end + moved)
    app = BriefingApp(lambda: desk)
    async with app.run_test(size=size) as pilot:
        await opened(pilot, Passage(replace(far, facts=(fact,)), 0, 0))
        assert drawn(app, bold=False) == ""
        await press(pilot, "n")
        assert drawn(app, bold=True) == "nine days"


@pytest.mark.parametrize("size", SIZES)
async def test_the_reader_looks_as_stored(
    app: BriefingApp, size: tuple[int, int], matches: Callable[[App[None], str], None]
) -> None:
    async with app.run_test(size=size) as pilot:
        await opened(pilot, at_the_start())
        await press(pilot, "n", "n", "n")
        matches(app, "reader-fact")
