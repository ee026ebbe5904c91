"""Questions that are answered on lines: ticked, put in order, matched, true or false."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.app import App

from quiz_bank.keys import Key
from quiz_bank.questions import Question
from tests.tui.app.stage import BRIEFING, QUESTIONS, SIZES, FakeDesk, press, screen_text, settle
from tui.app import BriefingApp

SMALL = SIZES[0]
RIVERS = ("the Sarn", "the Orr", "the Vell", "the Tamm, upper arm")
TICKED = Key(
    "choice", ["the Sarn", "the Tamm, upper arm"], text="the Sarn; the Tamm, upper arm", options=RIVERS
)
ORDERED = Key("order", ["flood", "relief", "reopening"], text="", options=("relief", "reopening", "flood"))
MATCHED = Key(
    "match",
    {"mayor": "Ines Okafor", "colonel": "Arne Vask"},
    text="mayor = Ines Okafor; colonel = Arne Vask",
    options=("Arne Vask", "Ines Okafor", "Bela Torn"),
)
FALSE = Key("true-false", False, text="false")
KEYS = {"ticked": TICKED, "ordered": ORDERED, "matched": MATCHED, "true or false": FALSE}


def asking(key: Key) -> FakeDesk:
    desk = FakeDesk()
    question: Question = replace(QUESTIONS[0], key=key, ask="Which is it?", id="of lines")
    desk.asked = (question,)
    return desk


@pytest.mark.parametrize(
    ("key", "keys", "kept", "verdict"),
    [
        (TICKED, ("1", "4", "enter"), "the Sarn; the Tamm, upper arm", "correct"),
        (TICKED, ("space", "G", "space", "enter"), "the Sarn; the Tamm, upper arm", "correct"),
        (TICKED, ("1", "2", "2", "enter"), "the Sarn", "close"),
        (TICKED, ("1", "2", "enter"), "the Sarn; the Orr", "wrong"),
        (ORDERED, ("G", "K", "K", "enter"), "flood; relief; reopening", "correct"),
        (ORDERED, ("G", "1", "enter"), "flood; relief; reopening", "correct"),
        (
            ORDERED,
            ("shift+down", "shift+down", "g", "shift+down", "enter"),
            "flood; reopening; relief",
            "wrong",
        ),
        (ORDERED, ("K", "enter"), "relief; reopening; flood", "wrong"),
        (MATCHED, ("2", "1", "enter"), "mayor = Ines Okafor; colonel = Arne Vask", "correct"),
        (
            MATCHED,
            ("space", "right", "j", "left", "left", "left", "enter"),
            "mayor = Ines Okafor; colonel = Arne Vask",
            "correct",
        ),
        (MATCHED, ("3", "1", "enter"), "mayor = Bela Torn; colonel = Arne Vask", "wrong"),
        (FALSE, ("2",), "False", "correct"),
        (FALSE, ("enter",), "True", "wrong"),
    ],
)
async def test_lines_are_answered_by_keys(key: Key, keys: tuple[str, ...], kept: str, verdict: str) -> None:
    desk = asking(key)
    app = BriefingApp(lambda: desk, lambda _: BRIEFING)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter", *keys)
    assert [(each.answer, each.verdict.verdict) for each in desk.kept] == [(kept, verdict)]


@pytest.mark.parametrize(
    ("key", "clicks", "kept"),
    [
        (TICKED, (0, 3), "the Sarn; the Tamm, upper arm"),
        (ORDERED, (2, 1), "flood; relief; reopening"),
        (MATCHED, (0, 0, 1), "mayor = Ines Okafor; colonel = Arne Vask"),
    ],
)
async def test_lines_are_answered_with_the_mouse(key: Key, clicks: tuple[int, ...], kept: str) -> None:
    desk = asking(key)
    app = BriefingApp(lambda: desk, lambda _: BRIEFING)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter")
        for line in clicks:
            await pilot.click(list(app.screen.query("#lines OptionRow"))[line])
            await settle(pilot)
        await press(pilot, "enter")
    assert [each.answer for each in desk.kept] == [kept]


async def test_nothing_chosen_is_not_an_answer() -> None:
    desk = asking(TICKED)
    app = BriefingApp(lambda: desk, lambda _: BRIEFING)
    async with app.run_test(size=SMALL) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter", "enter")
        text = screen_text(app)
    assert "Choose something first" in text
    assert not desk.kept


@pytest.mark.parametrize("name", KEYS)
@pytest.mark.parametrize("size", SIZES)
async def test_lines_look_as_stored(
    name: str, size: tuple[int, int], matches: Callable[[App[None], str], None]
) -> None:
    key = KEYS[name]
    desk = asking(key)
    app = BriefingApp(lambda: desk, lambda _: BRIEFING)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "z", "enter", "ctrl+t")
        matches(app, f"quiz-{name.replace(' ', '-')}")
        await press(pilot, *(("2",) if key.kind == "true-false" else ("2", "enter")))
        matches(app, f"quiz-{name.replace(' ', '-')}-judged")
