"""The table of facts: kinds, search, order, and the sentence of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.geometry import Offset

from briefings.facts import Fact, Sentence
from briefings.stories import Story
from tests.tui.app.scene import app_with
from tests.tui.app.stage import (
    ARTICLES,
    FACTS,
    READ,
    SIZES,
    STORY,
    press,
    screen_text,
    settle,
)
from tui.app import BriefingApp
from tui.fact_rows import fact_rows, kinds_of, matching, ordered
from tui.screens.briefing import BriefingScreen
from tui.screens.facts import FactsScreen
from tui.screens.home import HomeScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.kind_bar import KindBar
from tui.widgets.table import Table

NARROW, WIDE = SIZES


def with_facts(*facts: Fact) -> Story:
    """The story with other facts in its first article."""
    return replace(STORY, articles=(replace(READ[0], facts=facts), READ[1]))


@pytest.mark.parametrize("size", SIZES)
async def test_the_table_looks_as_stored(
    app: BriefingApp, size: tuple[int, int], matches: Callable[[App[None], str], None]
) -> None:
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "f", "j")
        matches(app, "facts")


async def test_home_and_the_briefing_lead_to_the_facts_and_esc_leads_back(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f")
        assert isinstance(app.screen, FactsScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        await press(pilot, "enter", "2", "3", "2")
        assert isinstance(app.screen, FactsScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, BriefingScreen)


async def test_enter_opens_the_article_at_the_fact(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f", "j", "j", "enter")
        assert isinstance(app.screen, ReaderScreen)
        start = ARTICLES[0].text.index("about 1,200 people")
        assert app.screen.passage.spans == ((start, start + len("about 1,200 people")),)
        await press(pilot, "escape")
        assert isinstance(app.screen, FactsScreen)


async def test_arrows_show_one_kind_after_the_other(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f", "right")
        distances = screen_text(app)
        await press(pilot, "left", "left")
        counts = screen_text(app)
        await press(pilot, "escape")
        everything = screen_text(app)
        assert isinstance(app.screen, FactsScreen)
    assert "85 km (53 miles)" in distances
    assert "42 trucks" not in distances
    assert "42 trucks" in counts
    assert "9 days" in everything


async def test_a_search_narrows_the_table_while_it_is_typed(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f", "slash", *"truck")
        found = screen_text(app)
        await press(pilot, "enter", "j")
        assert isinstance(app.screen.focused, Table)
        await press(pilot, "slash", "z", "z", "enter")
        nothing = screen_text(app)
        await press(pilot, "escape")
        again = screen_text(app)
    assert "42 trucks" in found
    assert "9 days" not in found
    assert "No fact matches." in nothing
    assert "9 days" in again


async def test_esc_in_the_search_line_searches_for_nothing(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f", "slash", *"truck", "escape")
        assert isinstance(app.screen, FactsScreen)
        assert "9 days" in screen_text(app)


async def test_an_event_is_told_across_the_room_of_two_columns() -> None:
    told = "The water rose over the harbour wall at night"
    sentence = Sentence(0, len(told), told)
    app = app_with(with_facts(Fact("event", told, None, told, 0, len(told), sentence, what="The water")))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f", "left")
        assert told in screen_text(app)
        assert "what" not in screen_text(app)


async def test_s_sorts_by_one_column_after_the_other_and_r_turns_it_round(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f", "s", "s")
        table = app.screen.query_one(Table)
        upward = [row.value for row in table.entries]
        assert "value ▴" in screen_text(app)
        await press(pilot, "r")
        downward = [row.value for row in table.entries]
        assert "value ▾" in screen_text(app)
    assert upward[0] == "9 days"
    assert downward[0] == "4 March 2019"


async def test_a_click_on_a_heading_sorts_and_one_on_a_row_opens_it(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f")
        await pilot.click(Table, offset=(4, 0))
        await settle(pilot)
        assert "kind ▴" in screen_text(app)
        await pilot.click(Table, offset=(20, 2))
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)


async def test_a_click_on_a_kind_shows_it_and_one_on_all_all(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f")
        table, bar = app.screen.query_one(Table), app.screen.query_one(KindBar)
        rows, first = len(table.entries), list(bar.kinds)[1]
        await pilot.click(KindBar, offset=(bar.render().plain.index(first), 0))
        await settle(pilot)
        assert bar.current == first
        assert len(table.entries) == bar.kinds[first] < rows
        await pilot.click(KindBar, offset=(0, 0))
        await settle(pilot)
        assert (bar.current, len(table.entries)) == ("all", rows)


class Bar(App[None]):
    """A bar of more kinds than fit, and what clicks on it told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[int] = []

    def compose(self) -> ComposeResult:
        yield KindBar()

    def on_mount(self) -> None:
        self.query_one(KindBar).show({f"kind number {number}": 1 for number in range(9)}, "all")

    @on(KindBar.Turned)
    def _keep(self, event: KindBar.Turned) -> None:
        self.told.append(event.by)


async def test_a_click_on_the_sign_at_the_end_tells_of_the_next_kind_out_of_sight() -> None:
    bar = Bar()
    async with bar.run_test(size=NARROW) as pilot:
        shown = bar.query_one(KindBar).render().plain
        await pilot.click(KindBar, offset=(shown.index("   "), 0))
        await pilot.click(KindBar, offset=(len(shown) - 1, 0))
        await pilot.pause()
    assert bar.told == [shown.count("kind number") + 1]


async def test_y_copies_the_fact_with_its_sentence_and_source(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f", "j", "j", "y")
    assert app.clipboard == (
        "about 1,200 people: people living in schools (“The mayor, Ines Okafor, said about 1,200 people were "
        "still living in schools.”, Velo Courier, 4 March 2019)"
    )


async def test_a_story_without_facts_says_what_to_do() -> None:
    app = app_with(replace(STORY, articles=ARTICLES))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f", "enter", "y", "G")
        text = screen_text(app)
    assert "No facts were found" in text
    assert "3   lists its articles" in text


async def test_of_a_thousand_facts_the_last_is_one_key_away() -> None:
    many = tuple(replace(FACTS[0][1], value=number, quote="nine days") for number in range(1000))
    app = app_with(with_facts(*many))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f", "G", "k")
        text = screen_text(app)
        await press(pilot, "pageup", "ctrl+u", "g")
        top = screen_text(app)
    assert "998 days" in text
    assert "42 trucks" in text
    assert "0 days" in top


async def test_the_terminals_cursor_follows_the_row(app: BriefingApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f", "j", "j")
        table = app.screen.query_one(Table)
        assert app.cursor_position == table.content_region.offset + Offset(2, 3)


def test_words_are_found_in_value_sentence_and_outlet_without_case_and_accents() -> None:
    rows = fact_rows(with_facts(Fact("alias", "Café", None, "Café", 0, 4, Sentence(0, 4, "Café"))))
    assert [row.fact.value for row in matching(rows, None, "CAFE courier")] == ["Café"]
    assert matching(rows, "date", "cafe") == []
    assert len(matching(rows, None, "")) == len(rows)


def test_numbers_are_sorted_by_size_and_stand_before_words() -> None:
    rows = fact_rows(STORY)
    values = [row.fact.value for row in ordered(rows, "value", backwards=False)]
    assert values == [9, 42, 60, 85, 1200, "2019-03-04"]
    assert ordered(rows, "", backwards=True) == rows


def test_kinds_are_counted_in_their_own_order() -> None:
    assert list(kinds_of(fact_rows(STORY)).items()) == [
        ("distance", 1),
        ("date", 1),
        ("population", 1),
        ("share", 1),
        ("duration", 1),
        ("count", 1),
    ]
