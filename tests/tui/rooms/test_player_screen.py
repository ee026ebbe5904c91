"""A player's way through a room, on her screen."""

from __future__ import annotations

import asyncio
import signal
from typing import Any

import pytest
from textual.screen import Screen

from briefings.store.store import Store
from tests.tui.app.stage import SIZES
from tests.tui.rooms.scene_of_room import Scene, hides, send, shows, until
from tui.rooms.player import SendInput


@pytest.mark.parametrize("size", SIZES)
async def test_a_player_waits_answers_and_sees_the_sentence(scene: Scene, size: tuple[int, int]) -> None:
    async with scene.sit("Ana", size=size) as ana:
        await shows(ana, f"You are in room {scene.code}, hosted by Ines.", "In the room: 1")
        scene.join("Ben")
        await shows(ana, "Ana, Ben")
        scene.host("question")
        await shows(ana, "How far does the ferry to Halm run?", "question 1 of 3", "Type your answer")
        await send(ana, "18 km")
        text = await shows(ana, "✓ kept: 18 km")
        assert "kilometres" not in text
        scene.answer("Ben", "50 km")
        scene.reveal()
        text = await shows(ana, "✓ Correct", "The ferry to Halm runs 18 kilometres along the coast.")
        assert "Halm Gazette · 1 May 2024" in text
        assert "✗ 50 km  ━━━━━━━━━━━━━━━━━━━━━━━━ 1\n" in text.replace("  │", "")
        assert "1  you" in text
        assert "You: 1 of 1 right" in text


async def test_an_option_is_chosen_by_its_number(scene: Scene) -> None:
    async with scene.sit("Ana") as ana:
        await shows(ana, "hosted by Ines")
        scene.host("question")
        scene.host("skipped")
        await shows(ana, "The host skipped this question")
        scene.host("question")
        await shows(ana, "1  Oda Brek", "2  Tove Lind", "Type the number")
        await send(ana, "2")
        await shows(ana, "✓ kept: Tove Lind")


async def test_where_points_are_given_the_standing_is_shown(store: Store) -> None:
    scene = Scene(store, scored=True)
    async with scene.sit("Ana") as ana:
        await shows(ana, "hosted by Ines")
        scene.join(*(f"p{number}" for number in range(7)))
        scene.host("question")
        for number in range(7):
            scene.answer(f"p{number}", "18 km")
        await send(ana, "no idea")
        await shows(ana, "✓ kept")
        scene.reveal()
        await shows(ana, "You: 0 of 1 right, 0 points, place 8 of 8")
        scene.host("ended")
        await shows(ana, "Standing", "1,000   1 right", "8  Ana")  # her own place, below the first five


async def test_nobody_answers_while_the_room_is_paused(scene: Scene) -> None:
    async with scene.sit("Ana") as ana:
        await shows(ana, "hosted by Ines")
        scene.host("question")
        await shows(ana, "Type your answer")
        scene.host("paused")
        await shows(ana, "Paused by the host.", "paused")
        await hides(ana, "Type your answer")
        scene.host("resumed")
        await shows(ana, "Type your answer")


async def test_who_comes_late_waits_for_the_next_question(scene: Scene) -> None:
    scene.host("question")
    async with scene.sit("Ana") as ana:
        await shows(ana, "You join at the next question.")
        await hides(ana, "Type your answer")
        scene.reveal()
        await shows(ana, "You join at the next question")
        scene.host("question")
        await shows(ana, "Who steers the ferry?", "Type the number")


async def test_who_looks_on_has_no_place_to_answer(scene: Scene) -> None:
    async with scene.sit("Ana", "watch") as ana:
        await shows(ana, "looking on: Ana")
        scene.host("question")
        await shows(ana, "How far does the ferry")
        assert not ana.app.screen.query_one("#typed").display
        scene.reveal()
        text = await shows(ana, "Answer  18 kilometres")
        assert "You gave no answer" not in text


async def test_who_is_taken_out_is_told(scene: Scene) -> None:
    async with scene.sit("Ana") as ana:
        await shows(ana, "hosted by Ines")
        scene.host("kicked", who="ana")
        await shows(ana, "The host has taken you out of this room.")


async def test_leaving_is_told_to_the_room_and_coming_back_keeps_the_answers(scene: Scene) -> None:
    async with scene.sit("Ana") as ana:
        await shows(ana, "hosted by Ines")
        scene.host("question")
        await send(ana, "18 km")
        await shows(ana, "✓ kept")
        await ana.press("escape")
        await until(ana, lambda _: not scene.room.players["ana"].here, "her to have left")
    async with scene.sit("Ana") as ana:
        await shows(ana, "✓ kept: 18 km")


async def test_an_answer_that_comes_too_late_says_so(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    async with scene.sit("Ana") as ana:
        await shows(ana, "hosted by Ines")
        scene.host("question")
        await shows(ana, "Type your answer")
        screen: Any = ana.app.screen
        monkeypatch.setattr(screen, "_move", lambda room: None)  # its news is late
        scene.host("closed")
        await send(ana, "18 km")
        await shows(ana, "✗ answer NOT kept: that question is closed")
    assert scene.room.given == {}


async def test_an_empty_answer_is_not_sent(scene: Scene) -> None:
    async with scene.sit("Ana") as ana:
        await shows(ana, "hosted by Ines")
        scene.host("question")
        await shows(ana, "Type your answer")
        await ana.press("enter")
        await shows(ana, "Type an answer first.")


async def test_news_of_a_room_lay_no_page_out_again(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    async with scene.sit("Ana") as ana:
        await shows(ana, "hosted by Ines")
        layouts: list[Screen[Any]] = []
        lay_out = Screen._refresh_layout

        def seen(self: Screen[Any], *args: Any, **named: Any) -> None:
            layouts.append(self)
            lay_out(self, *args, **named)

        monkeypatch.setattr(Screen, "_refresh_layout", seen)
        scene.join("Ben")
        scene.host("question")
        await shows(ana, "How far does the ferry")
        await send(ana, "18 km")
        await shows(ana, "✓ kept: 18 km")
        scene.reveal()
        await shows(ana, "Answer  18 kilometres")
        assert layouts == []
        await ana.resize_terminal(70, 20)
        assert layouts


async def test_what_others_answer_paints_nothing_before_the_reveal(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with scene.sit("Ana") as ana:
        await shows(ana, "hosted by Ines")
        scene.join("Ben")
        scene.host("question")
        await shows(ana, "How far does the ferry")
        screen: Any = ana.app.screen
        painted: list[int] = []
        monkeypatch.setattr(screen, "paint", lambda: painted.append(screen.room.seq))
        scene.rooms.answer(scene.code, "Ben", 0, "18 km")
        await until(ana, lambda _: "ben" in screen.room.given, "the news")
        assert painted == []
        scene.host("closed")
        await until(ana, lambda _: bool(painted), "the close")


async def test_a_session_that_ends_follows_no_more(scene: Scene) -> None:
    async with scene.sit("Ana") as ana:
        await shows(ana, "hosted by Ines")
        assert scene.rooms.watch.followers == 1
    assert scene.rooms.watch.followers == 0


async def test_a_terminal_that_is_closed_is_a_dropped_line(scene: Scene) -> None:
    app = scene.app("Ana")
    async with asyncio.timeout(20), app.run_test(size=(80, 24)) as ana:
        await shows(ana, "hosted by Ines")
        signal.raise_signal(signal.SIGHUP)
        while app.is_running:
            await asyncio.sleep(0.01)
    app.hang_up()  # as who runs the app does at its end
    assert scene.room.players["ana"].away


async def test_who_left_before_the_line_dropped_is_not_away(scene: Scene) -> None:
    app = scene.app("Ana")
    async with app.run_test(size=(80, 24)) as ana:
        await shows(ana, "hosted by Ines")
        await ana.press("escape")
        await until(ana, lambda _: not scene.room.players["ana"].here, "her to have left")
    app.hang_up()
    assert not scene.room.players["ana"].away


async def test_what_was_typed_stays_while_others_answer(scene: Scene) -> None:
    scene.join("Ben")
    async with scene.sit("Ana") as ana:
        await shows(ana, "hosted by Ines")
        scene.host("question")
        await shows(ana, "Type your answer")
        await ana.press("1", "8")
        scene.answer("Ben", "18 km")
        scene.host("paused")
        await shows(ana, "Paused")
        scene.host("resumed")
        await shows(ana, "Type your answer", "› 18")
        assert ana.app.screen.query_one(SendInput).has_focus
        scene.reveal()
        await hides(ana, "Type your answer")
