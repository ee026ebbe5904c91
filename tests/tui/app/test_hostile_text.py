"""Text from outside is data: no escape, direction mark or markup of an article or an answer takes effect."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import partial

from textual.app import App
from textual.events import Paste

from briefings.compose.briefing import Section
from briefings.errors import BriefingError
from briefings.ingest import Added, Report
from briefings.stories import Story
from quiz_bank.keys import Key
from tests.tui.app.scene import CHECK, SCENE, app_with, read_story
from tests.tui.app.stage import (
    BRIEFING,
    CARD,
    QUESTIONS,
    READ,
    SIZES,
    STORY,
    FakeDesk,
    answer,
    press,
    screen_text,
    settle,
)
from tui.app import BriefingApp
from tui.config import Config
from tui.screens.add import AddScreen
from tui.screens.added import AddedScreen
from tui.screens.names import NamesScreen
from tui.screens.quiz import QuizScreen
from tui.widgets.answer_input import LONGEST, AnswerInput
from tui.widgets.clean_input import CleanInput

SMALL = SIZES[0]
HOSTILE = (
    "\x1b[2J\x1b]0;owned\x07",
    "[bold]loud[/bold] [/] [red",
    "\u202ereversed\u2069\u200f",
    "nul\x00 bell\x07 c1\x9b31m",
    "lone \ud800 half",
    "[@click=app.quit]click[/]",
    "wide 字 e\u0301 👩‍👩‍👧",
    "\t\r\n",
)


def spoiled(text: str) -> FakeDesk:
    """A desk whose every text holds the text."""
    desk = FakeDesk([replace(CARD, title=f"A {text} flood")])
    articles = tuple(
        replace(each, title=text, outlet=f"The {text} Post", agency=text, text=f"{each.text}\n\n{text}")
        for each in STORY.articles
    )
    desk.story_shown = replace(STORY, title=text, articles=articles)
    desk.asked = [
        replace(each, ask=f"{text} {each.ask}", header=text, why=text, key=replace(each.key, aliases=(text,)))
        for each in QUESTIONS
    ]
    return desk


def spoiled_scene(text: str) -> Story:
    """A story whose every fact, place, name and check holds the text."""
    article = READ[0]
    facts = tuple(replace(each, what=text, attribution=text, unit=text) for each in article.facts)
    shown = replace(article, outlet=text, agency=text, title=text, facts=facts)
    return replace(
        SCENE,
        title=text,
        articles=(shown, READ[1]),
        claims=tuple(replace(each, subject=text, claimant=text) for each in read_story().claims),
        places=tuple(replace(each, name=f"{text}{at}") for at, each in enumerate(SCENE.places)),
        map_checks=(replace(CHECK, start=f"{text}0", end=text),),
        names=tuple(replace(each, canonical=text, forms=(text, f"{text} again")) for each in SCENE.names),
        suggestions=tuple(replace(each, first=text, second=text, why=text) for each in SCENE.suggestions),
    )


def spoiled_report(text: str) -> Report:
    """A report whose every text holds the text."""
    return Report(
        f"port-velo{text}",
        (
            Added(text, "added", outlet=text, title=text, facts=1),
            Added(text, "duplicate", twin=text),
            Added(text, problem=BriefingError(text, text)),
        ),
    )


def is_harmless(text: str) -> bool:
    """No control, format, surrogate or private character but the line ends."""
    return all(unicodedata.category(char)[0] != "C" for char in text.replace("\n", ""))


async def test_every_page_shows_hostile_text_without_its_effect() -> None:
    text = " ".join(HOSTILE)
    desk = spoiled(text)
    sections = tuple(
        Section(each.name, tuple(replace(line, text=f"{line.text} {text}") for line in each.lines))
        for each in BRIEFING.sections
    )
    briefing = replace(BRIEFING, title=text, sections=sections, source_labels={})
    app = BriefingApp(lambda: desk, lambda story: briefing)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert is_harmless(screen_text(app))
        for keys in (("enter",), ("enter",), ("G",), ("enter",), ("escape", "z"), ("enter",)):
            await press(pilot, *keys)
            assert is_harmless(screen_text(app))
        await answer(pilot, "9")
        assert is_harmless(screen_text(app))
        await press(pilot, "escape")
        assert is_harmless(screen_text(app))


async def test_facts_map_moments_and_names_show_hostile_text_without_its_effect() -> None:
    text = " ".join(HOSTILE)
    app = app_with(spoiled_scene(text))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        for keys in (
            ("enter", "f"),
            ("j", "y"),
            ("m",),
            ("j", "plus"),
            ("enter",),
            ("escape", "t"),
            ("enter",),
        ):
            await press(pilot, *keys)
            assert is_harmless(screen_text(app))
        await press(pilot, "escape", "7", "enter")
        assert is_harmless(screen_text(app))
        assert isinstance(app.screen, NamesScreen)
        await press(pilot, "G", "enter", "slash", "x")
        assert is_harmless(screen_text(app))
        assert app.is_running
    assert is_harmless(app.clipboard)


async def test_lists_forms_and_reports_show_hostile_text_without_its_effect() -> None:
    text = " ".join(HOSTILE)
    desk = spoiled(text)
    desk.report = spoiled_report(text)
    app = BriefingApp(lambda: desk, lambda story: BRIEFING)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        for keys in (("enter", "3"), ("enter",), ("n",), ("escape", "e"), ("escape", "a"), ("x", "enter")):
            await press(pilot, *keys)
            assert is_harmless(screen_text(app))
        assert isinstance(app.screen, AddedScreen)
        await press(pilot, "escape", "a")
        desk.add_error = BriefingError(text, text)
        await press(pilot, "x", "enter")
        assert isinstance(app.screen, AddScreen)
        assert is_harmless(screen_text(app))


def _itself(desk: FakeDesk) -> FakeDesk:
    return desk


async def test_what_is_said_in_a_quiz_is_shown_without_its_effect() -> None:
    text = " ".join(HOSTILE)
    lines = (f"one {text}", f"two {text}", f"three {text}")
    keys = (
        Key("choice", list(lines[:2]), text=text, options=lines),
        Key("order", list(lines), text=text, options=lines[::-1]),
        Key("match", {lines[0]: lines[1], lines[1]: lines[2]}, text=text, options=lines),
        Key("true-false", value=True, text=text),
        Key("text", text, text=text, aliases=(text,), others=(text,)),
    )
    for key in keys:
        desk = spoiled(text)
        desk.asked = [replace(desk.asked[0], id=key.kind, key=key)]
        app = BriefingApp(partial(_itself, desk), config=Config(confidence=True))
        async with app.run_test(size=SMALL) as pilot:
            await settle(pilot)
            for step in ("z", "enter", "ctrl+t", "1", "enter", "3", "e"):
                await press(pilot, step)
                assert is_harmless(screen_text(app)), (key.kind, step)
            app.screen.query_one("#remark CleanInput", CleanInput).post_message(Paste(text))
            for step in ("enter", "escape"):
                await press(pilot, step)
                assert is_harmless(screen_text(app)), (key.kind, step)
            assert app.is_running
        assert [each.kind for each in desk.appealed] == ["report"]


async def test_markup_is_shown_as_it_was_written() -> None:
    app = BriefingApp(lambda: FakeDesk([replace(CARD, title="A [bold]loud[/bold] flood")]))
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        assert "A [bold]loud[/bold] flood" in screen_text(app)


async def test_a_pasted_answer_loses_what_cannot_be_printed(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        place = app.screen.query_one(AnswerInput)
        for text in HOSTILE:
            place.clear()
            place.post_message(Paste(f"85{text} km"))
            await settle(pilot)
            assert is_harmless(screen_text(app))
            assert place.value.isprintable()


async def test_a_pasted_book_is_cut_to_the_longest_answer(app: BriefingApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        app.screen.query_one(AnswerInput).post_message(Paste("word " * 1_000_000))
        await settle(pilot)
        assert len(app.screen.query_one(AnswerInput).value) == LONGEST


async def test_a_sentence_of_5_mb_is_shown_cut() -> None:
    desk = FakeDesk()
    source = QUESTIONS[0].sources[0]
    long = source.sentence + " and so on" * 500_000
    article = replace(STORY.articles[0], text=long)
    desk.story_shown = replace(STORY, articles=(article, STORY.articles[1]))
    at = long.index("85 kilometres")
    cut = replace(source, sentence=long, sentence_start=0, start=at, end=at + 13)
    desk.asked = [replace(QUESTIONS[0], sources=(cut,))]
    app: App[None] = BriefingApp(lambda: desk, lambda story: BRIEFING)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        await answer(pilot, "85 km")
        assert "and so on" in screen_text(app)
        await press(pilot, "s")
        assert "85 kilometres" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, QuizScreen)
