"""Keys: every one has an id and a tooltip, the help lists them, and the footer fits 80 columns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.binding import Binding
from textual.dom import DOMNode
from textual.pilot import Pilot

from tests.tui.app.scene import SCENE, app_with, read_story
from tests.tui.app.stage import SIZES, answer, press, screen_text, settle
from tui.app import BriefingApp
from tui.screens.add import AddScreen
from tui.screens.added import AddedScreen
from tui.screens.articles import ArticlesScreen
from tui.screens.briefing import BriefingScreen
from tui.screens.edit import EditScreen
from tui.screens.facts import FactsScreen
from tui.screens.form import FormScreen
from tui.screens.help import HelpScreen
from tui.screens.home import HomeScreen
from tui.screens.map import MapScreen
from tui.screens.names import NamesScreen
from tui.screens.progress import ProgressScreen
from tui.screens.quiz import QuizScreen
from tui.screens.quiz_start import QuizStartScreen
from tui.screens.reader import ReaderScreen
from tui.screens.results import ResultsScreen
from tui.screens.sourced_page import SourcedPage
from tui.screens.story_page import StoryPage
from tui.screens.timeline import TimelineScreen
from tui.screens.write import WriteScreen
from tui.widgets.answer_input import AnswerInput
from tui.widgets.key_footer import KeyFooter
from tui.widgets.rows import Rows
from tui.widgets.scrolling import Scrolling
from tui.widgets.search_line import SearchInput, SearchLine
from tui.widgets.table import Table

SMALL = SIZES[0]
PATHS = {
    "home": (),
    "briefing": ("enter",),
    "reader": ("enter", "enter", "enter"),
    "facts": ("f",),
    "map": ("enter", "m"),
    "timeline": ("enter", "t"),
    "names": ("enter", "7"),
    "names known": ("enter", "7", "G"),
    "writing": ("enter", "w"),
    "searching": ("f", "slash"),
    "articles": ("enter", "3"),
    "edit": ("enter", "3", "e"),
    "add": ("a",),
    "added": ("a", "x", "enter"),
    "start": ("z",),
    "answering": ("z", "enter"),
    "choosing": ("z", "m", "enter"),
    "feedback": ("z", "m", "enter", "2"),
    "results": ("z", "m", "enter", "2", "escape"),
}


@pytest.mark.parametrize(
    "place",
    [
        BriefingApp,
        FactsScreen,
        FormScreen,
        MapScreen,
        NamesScreen,
        SourcedPage,
        TimelineScreen,
        WriteScreen,
        AddScreen,
        AddedScreen,
        ArticlesScreen,
        EditScreen,
        HomeScreen,
        BriefingScreen,
        ReaderScreen,
        QuizStartScreen,
        QuizScreen,
        ResultsScreen,
        HelpScreen,
        Rows,
        SearchInput,
        SearchLine,
        StoryPage,
        Table,
        Scrolling,
        AnswerInput,
    ],
)
def test_every_binding_has_an_id_and_a_tooltip(place: type[DOMNode]) -> None:
    own = place.__dict__.get("BINDINGS", [])
    assert own
    for binding in own:
        assert isinstance(binding, Binding)
        assert binding.id
        assert binding.tooltip


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
async def test_at_most_six_keys_fit_the_footer_and_the_help_lists_them(path: tuple[str, ...]) -> None:
    scene = replace(SCENE, claims=read_story().claims, articles=read_story().articles)
    app = app_with(scene)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, *path)
        below = app.screen
        shown = {active.binding.action for active in below.active_bindings.values() if active.binding.show}
        keys = below.query_one(KeyFooter).keys
        assert 1 <= len(shown) <= 6
        assert shown == {key.binding.action for key in keys} - {"command_palette"}

        tooltips = {
            active.binding.tooltip for active in below.active_bindings.values() if active.binding.show
        }
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpScreen)
        text = screen_text(app)
        for tooltip in tooltips - {""}:
            assert tooltip in text
        await press(pilot, "escape")
        assert app.screen is below


async def test_a_question_mark_opens_the_help_on_pages(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        assert "Read the story's briefing" in screen_text(app)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HomeScreen)


async def test_a_click_on_a_line_does_what_its_key_does(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        for words, page in (("List the story's facts", FactsScreen), ("See what is due", ProgressScreen)):
            await press(pilot, "question_mark", "end")
            line = next(at for at, each in enumerate(screen_text(app).splitlines()) if words in each)
            await pilot.click(offset=(30, line))
            await settle(pilot)
            assert isinstance(app.screen, page)


async def test_help_in_help_does_not_pile_up(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "f1", "f1")
        assert isinstance(app.screen, HomeScreen)


async def footer_words(pilot: Pilot[None]) -> str:
    await settle(pilot)
    return screen_text(pilot.app).splitlines()[-1]


async def test_the_footer_names_the_keys_of_the_phase(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        answering = await footer_words(pilot)
        await answer(pilot, "85 km")
        feedback = await footer_words(pilot)
    assert "enter Check" in answering
    assert "Skip" in answering
    assert "Next" not in answering
    assert "enter Next" in feedback
    assert "Skip" not in feedback
