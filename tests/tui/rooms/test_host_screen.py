"""A host's way through a room, and what the class sees on the wall."""

from __future__ import annotations

import pytest

from briefings.store.store import Store
from quiz_bank.rooms.state import Phase
from tests.tui.app.stage import SIZES
from tests.tui.rooms.scene_of_room import Scene, hides, shows, until


@pytest.mark.parametrize("size", SIZES)
async def test_a_host_leads_from_the_lobby_to_the_end(store: Store, size: tuple[int, int]) -> None:
    scene = Scene(store, seconds=60, scored=True)
    scene.join("Ana", "Ben")
    async with scene.sit("Ines", size=size) as ines:
        await shows(ines, f"briefing room join {scene.code}", "In the room: 2", "Ana, Ben", "esc Back")
        await ines.press("enter")
        await shows(ines, "How far does the ferry to Halm run?", "0 of 2 answered", "1:00", "esc Back")
        scene.answer("Ana", "18 km")
        await shows(ines, "1 of 2 answered   waiting for Ben")
        await ines.press("enter")
        await shows(ines, "Closed.", "enter Reveal", "esc Back")
        await ines.press("enter")
        text = await shows(
            ines, "Answer  18 kilometres", "✓ 18 km", "1 gave no answer", "Standing", "esc Back"
        )
        assert "The ferry to Halm runs 18 kilometres along the coast." in text
        for _ in range(2):
            await ines.press("enter")
            await shows(ines, "enter Close")
            await ines.press("s")
            await shows(ines, "The host skipped this question")
        await shows(ines, "That was the last question: x ends the room.")
        await ines.press("x")
        await shows(ines, "The room has ended.", f"briefing room results {scene.code}")
    assert scene.room.phase is Phase.ENDED


async def test_a_pause_is_one_key_on_and_off(store: Store) -> None:
    scene = Scene(store, seconds=60)
    scene.join("Ana")
    scene.host("question")
    async with scene.sit("Ines") as ines:
        await shows(ines, "p Pause")
        await ines.press("p")
        await shows(ines, "p Go on", "Paused by the host.", "esc Back")
        await ines.press("p")
        await shows(ines, "p Pause")


async def test_an_empty_room_starts_at_the_second_asking(scene: Scene) -> None:
    async with scene.sit("Ines") as ines:
        await shows(ines, "In the room: 0")
        await ines.press("enter")
        await shows(ines, "Nobody is in the room yet")
        assert scene.room.phase is Phase.LOBBY
        await ines.press("enter")
        await shows(ines, "0 of 0 answered")


async def test_in_mid_room_the_end_is_asked_for_twice(scene: Scene) -> None:
    scene.join("Ana")
    scene.host("question")
    async with scene.sit("Ines") as ines:
        await shows(ines, "x End")
        await ines.press("x")
        await shows(ines, "Press x again to end the room for everybody.")
        assert scene.room.phase is Phase.ASKING
        await ines.press("x")
        await shows(ines, "The room has ended.")


async def test_somebody_is_taken_out_by_name(scene: Scene) -> None:
    scene.join("Ana", "Ben")
    async with scene.sit("Ines") as ines:
        await shows(ines, "t Take out")
        await ines.press("t")
        await shows(ines, "Who is taken out cannot come back.")
        await ines.press("j", "enter")
        await until(ines, lambda _: scene.room.players["ben"].kicked, "Ben to be taken out")
        assert not scene.room.players["ana"].kicked
        await shows(ines, "In the room: 1")


async def test_a_host_who_was_away_finds_the_room_where_it_is(scene: Scene) -> None:
    scene.join("Ana")
    async with scene.sit("Ines") as ines:
        await shows(ines, "In the room: 1")
        await ines.press("enter")
        await shows(ines, "0 of 1 answered")
    scene.answer("Ana", "18 km")
    async with scene.sit("Ines") as ines:
        await shows(ines, "1 of 1 answered", "enter Close")


async def test_a_player_whose_line_drops_is_told_as_away_until_she_is_back(scene: Scene) -> None:
    scene.join("Ana", "Ben")
    async with scene.sit("Ines") as ines, scene.sit("Wall", "projector") as wall:
        await shows(ines, "In the room: 2")
        scene.rooms.act(scene.code, "Ana", "left", away=True)
        for screen in (ines, wall):
            await shows(screen, "In the room: 1", "away: Ana")
        scene.host("question")
        for screen in (ines, wall):
            await shows(screen, "0 of 1 answered", "away: Ana")
        scene.join("Ana")
        for screen in (ines, wall):
            assert "away" not in await shows(screen, "0 of 2 answered")


async def test_players_see_that_the_host_is_away_and_back(scene: Scene) -> None:
    async with scene.sit("Ana") as ana, scene.sit("Wall", "projector") as wall:
        async with scene.sit("Ines") as ines:
            await shows(ines, "In the room: 1")
            await ines.press("escape")
            for screen in (ana, wall):
                await shows(screen, "The host is away; the room waits.")
        async with scene.sit("Ines") as ines:
            for screen in (ana, wall):
                await hides(screen, "The host is away")
        scene.host("question")
        await shows(ana, "Type your answer")


async def test_at_two_screens_of_hers_she_is_gone_only_when_she_has_left_both(scene: Scene) -> None:
    async with scene.sit("Ana") as ana, scene.sit("Ines") as ines:
        await shows(ines, "In the room: 1")
        await shows(ana, "hosted by Ines")
        scene.rooms.act(scene.code, "Ana", "left", away=True)
        scene.rooms.act(scene.code, "Ines", "left", away=True)
        await until(
            ines, lambda _: scene.room.players["ana"].here and scene.room.host_here, "both to be here"
        )


async def test_in_an_anonymous_room_the_host_sees_numbers_too(store: Store) -> None:
    scene = Scene(store, anonymous=True)
    scene.join("Ana", "Ben")
    async with scene.sit("Ines") as ines:
        text = await shows(ines, "player 1, player 2", "players are shown by number")
        assert "Ana" not in text


@pytest.mark.parametrize("size", SIZES)
async def test_the_wall_shows_no_answer_before_the_reveal_and_no_keys(
    store: Store, size: tuple[int, int]
) -> None:
    scene = Scene(store, seconds=60)
    scene.join("Ana", "Ben")
    async with scene.sit("Wall", "projector", size) as wall:
        text = await shows(wall, " ".join(scene.code), "Ana, Ben")
        scene.host("question")
        await shows(wall, "How far does the ferry to Halm run?", "╭─╮")
        scene.answer("Ana", "18 km")
        text = await shows(wall, "1 of 2 answered")
        assert "18" not in text
        assert "Ben" not in text
        assert "esc" not in text
        scene.reveal()
        await shows(wall, "Answer  18 kilometres", "✓ 18 km")
    assert "wall" not in scene.room.players


async def test_the_host_may_turn_her_screen_to_the_class(scene: Scene) -> None:
    scene.join("Ana")
    async with scene.sit("Ines") as ines:
        await shows(ines, "v Projector")
        await ines.press("v")
        await until(ines, lambda text: "v Projector" not in text and scene.code in text, "the projector")
        scene.host("question")
        await shows(ines, "0 of 1 answered")
        await ines.press("escape")
        await shows(ines, "enter Close", "0 of 1 answered")
