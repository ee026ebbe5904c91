"""Questions to curate, appeals to decide, results of the class and banks, for instructors alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.app import App
from textual.widgets import Input

from briefings.errors import BriefingError
from tests.tui.app.class_scene import (
    APPEALS,
    CURATED,
    DAY,
    DISTANCE,
    FAULT,
    at_page,
    class_app,
    class_desk,
    footer,
)
from tests.tui.app.stage import SIZES, press, screen_text, settle
from tests.tui.app.test_hostile_text import HOSTILE
from tui.screens.appeals import AppealsScreen
from tui.screens.home import HomeScreen
from tui.screens.questions import QuestionsScreen
from tui.screens.reader import ReaderScreen

NARROW, WIDE = SIZES


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ((), "instructor-questions"),
        (("2",), "instructor-appeals"),
        (("3",), "instructor-results"),
        (("3", "right"), "instructor-trainees"),
        (("4",), "instructor-banks"),
    ],
)
async def test_the_pages_look_as_stored(
    size: tuple[int, int], keys: tuple[str, ...], name: str, matches: Callable[[App[None], str], None]
) -> None:
    app = class_app(class_desk())
    async with app.run_test(size=size) as pilot:
        await at_page(pilot, *keys)
        matches(app, name)


async def test_home_counts_the_appeals_of_an_instructor() -> None:
    app = class_app(class_desk())
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert "2 appeals (i)" in screen_text(app)


async def test_a_trainee_gets_nowhere_near() -> None:
    desk = class_desk()
    desk.is_instructor = False
    app = class_app(desk)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "i")
        assert isinstance(app.screen, HomeScreen)
        assert "appeal" not in screen_text(app)
        await press(pilot, "question_mark")
        assert "Instruct" not in screen_text(app)
        assert "instructors" not in screen_text(app)


@pytest.mark.parametrize("is_instructor", [True, False])
async def test_the_palette_leads_instructors_there(is_instructor: bool) -> None:
    desk = class_desk()
    desk.is_instructor = is_instructor
    app = class_app(desk)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+p", *"appeals")
        await pilot.pause(0.5)
        assert ("Decide what trainees say" in screen_text(app)) == is_instructor


@pytest.mark.parametrize(
    ("keys", "edit"),
    [
        (("down", "a"), (DAY.id, "approve", "")),
        (("x",), (DISTANCE.id, "retire", "")),
        (("down", "down", "down", "x"), (CURATED[3].question.id, "restore", "")),
    ],
)
async def test_one_key_decides_about_a_question(keys: tuple[str, ...], edit: tuple[str, str, str]) -> None:
    desk = class_desk()
    app = class_app(desk)
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, *keys)
    assert desk.edits == [edit]


async def test_a_retired_question_shows_it_at_once_and_can_be_restored() -> None:
    app = class_app(class_desk())
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot)
        assert "Retire" in footer(app)
        await press(pilot, "x")
        assert "retired 2" in screen_text(app)
        assert "Restore" in footer(app)
        assert "Retire" not in footer(app)


async def test_several_questions_are_decided_about_at_once() -> None:
    desk = class_desk()
    app = class_app(desk)
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "space", "space")
        assert "2 marked" in screen_text(app)
        await press(pilot, "a")
        assert "marked" not in screen_text(app)
    assert desk.edits == [(DISTANCE.id, "approve", ""), (DAY.id, "approve", "")]


@pytest.mark.parametrize(
    ("key", "typed", "edit"),
    [
        ("e", "How far is it?", (DISTANCE.id, "reword", "How far is it?")),
        ("e", "", (DISTANCE.id, "reword", "")),
        ("plus", "eighty-five km", (DISTANCE.id, "add-spelling", "eighty-five km")),
        ("minus", "Eighty-Five", (DISTANCE.id, "drop-spelling", "Eighty-Five")),
    ],
)
async def test_a_form_rewords_adds_spellings_and_drops_them(
    key: str, typed: str, edit: tuple[str, str, str]
) -> None:
    desk = class_desk()
    app = class_app(desk)
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, key)
        app.screen.query_one(Input).value = typed
        await press(pilot, "enter")
        assert isinstance(app.screen, QuestionsScreen)
    assert desk.edits == [edit]


async def test_only_a_spelling_that_was_added_can_be_dropped_and_the_latest_is_proposed() -> None:
    desk = class_desk()
    app = class_app(desk)
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "minus")
        assert app.screen.query_one(Input).value == "eighty-five"
        app.screen.query_one(Input).value = "eighty-six"
        await press(pilot, "enter")
        assert "that is none of them" in screen_text(app)
        await press(pilot, "escape", "j", "minus")
        assert isinstance(app.screen, QuestionsScreen)  # the next one has none
    assert desk.edits == []


async def test_a_refused_form_keeps_what_was_typed() -> None:
    desk = class_desk()
    app = class_app(desk)
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "plus")
        desk.class_error = BriefingError("the store is busy", "try again")
        app.screen.query_one(Input).value = "eighty-five km"
        await press(pilot, "enter")
        assert "the store is busy" in screen_text(app)
        assert app.screen.query_one(Input).value == "eighty-five km"


async def test_questions_are_narrowed_by_state_kind_and_words() -> None:
    app = class_app(class_desk())
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "right", "right")
        assert DISTANCE.ask in screen_text(app)
        assert "1 question" in screen_text(app)
        await press(pilot, "escape", "v")
        assert "date · 1 question" in screen_text(app)
        await press(pilot, "escape", "slash", *"rivers", "enter")
        assert "Which river" in screen_text(app)
        assert "1 question" in screen_text(app)
        await press(pilot, "slash", *"xyz", "enter")
        assert "No question matches" in screen_text(app)
        await press(pilot, "escape")
        assert "5 questions" in screen_text(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_sorting_goes_through_the_columns() -> None:
    app = class_app(class_desk())
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "s")
        rows = [line for line in screen_text(app).splitlines() if " new " in line or "approved " in line]
        assert "new" in rows[1]
        assert "state ▴" in screen_text(app)


async def test_the_sentence_of_a_question_opens_in_its_article() -> None:
    app = class_app(class_desk())
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, QuestionsScreen)


async def test_a_story_without_questions_says_what_gives_some() -> None:
    desk = class_desk()
    desk.questions_shown = ()
    app = class_app(desk)
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "a", "x", "e", "plus", "space", "enter")
        assert "No questions here" in screen_text(app)
    assert desk.edits == []


@pytest.mark.parametrize(("key", "accepted"), [("a", True), ("x", False)])
async def test_appeals_are_decided_one_after_the_other(key: str, accepted: bool) -> None:
    desk = class_desk()
    app = class_app(desk)
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, "2")
        assert isinstance(app.screen, AppealsScreen)
        assert "the map says so" in screen_text(app)
        await press(pilot, key, key)
        assert "Nobody waits" in screen_text(app)
        assert "Accept" not in footer(app)
    assert desk.decided == [(1, accepted), (2, accepted)]


async def test_a_decision_that_fails_leaves_the_appeal() -> None:
    desk = class_desk()
    app = class_app(desk)
    async with app.run_test(size=NARROW, notifications=True) as pilot:
        await at_page(pilot, "2")
        desk.class_error = BriefingError("the store is busy", "try again")
        await press(pilot, "a")
        assert "the store is busy" in screen_text(app)
        assert "Accept" in footer(app)
    assert desk.appeals_shown == APPEALS


@pytest.mark.parametrize("text", HOSTILE)
async def test_no_text_from_outside_takes_effect(text: str) -> None:
    desk = class_desk()
    desk.questions_shown = [
        replace(each, question=replace(each.question, ask=text, header=text)) for each in CURATED
    ]
    desk.appeals_shown = [
        replace(each, trainee=text, remark=text, answer=text, reason=text, ask=text) for each in APPEALS
    ]
    desk.asked_shown = {
        DISTANCE.id: replace(desk.asked_shown[DISTANCE.id], ask=text, answer=text, sentence=text)
    }
    book = desk.books["port-velo"]
    trainees = tuple(replace(each, name=text) for each in book.results.trainees)
    items = tuple(
        replace(each, wrong=tuple(replace(share, answer=text) for share in each.wrong))
        for each in book.results.items
    )
    desk.books = {"port-velo": replace(book, results=replace(book.results, trainees=trainees, items=items))}
    card, bank = desk.banks_shown[0]
    fault = replace(FAULT, source=text, path=text)
    desk.banks_shown = [(replace(card, title=text, path=text), replace(bank, faults=(fault,)))]
    app = class_app(desk)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        for key in ("i", "2", "3", "right", "4"):
            await press(pilot, key)
            shown = screen_text(app)
            assert all(char.isprintable() for line in shown.splitlines() for char in line)
            assert len(shown.splitlines()) == WIDE[1]


async def test_what_cannot_be_read_says_why() -> None:
    desk = class_desk()
    desk.class_error = BriefingError("the store is busy", "try again")
    app = class_app(desk)
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot)
        assert "the store is busy" in screen_text(app)


@pytest.mark.parametrize("page", ["1", "2", "3", "4"])
async def test_the_footer_has_room_for_its_keys(page: str) -> None:
    app = class_app(class_desk())
    async with app.run_test(size=NARROW) as pilot:
        await at_page(pilot, page)
        assert "Back" in footer(app)
        shown = [
            each.binding for each in app.screen.active_bindings.values() if each.binding.show and each.enabled
        ]
        assert len({binding.action for binding in shown if not binding.system}) <= 6
