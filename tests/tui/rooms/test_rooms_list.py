"""The list of rooms, and the form that opens one."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.store.store import Store
from quiz_bank.desk import Desk
from quiz_bank.roles import role_of
from quiz_bank.rooms.state import Settings
from tests.tui.rooms.scene_of_room import Scene, shows, write_news
from tui.app import BriefingApp
from tui.rooms.list import RoomsScreen


def app_of(scene: Scene, name: str, writes_files: bool = True) -> BriefingApp:
    return scene.app(name, None, writes_files)


@pytest.fixture
def story(store: Store, tmp_path: Path) -> None:
    Desk(store, "Ines").add([str(write_news(tmp_path))], "halm")


async def test_a_room_is_joined_from_the_list(scene: Scene) -> None:
    scene.join("Ben")
    async with app_of(scene, "Ana").run_test(size=(80, 24)) as ana:
        await shows(
            ana, scene.code, "The Halm ferry", "hosted by Ines · 1 player · not started yet", "enter Join"
        )
        await ana.press("enter")
        await shows(ana, "hosted by Ines", "Ana")
    assert scene.room.players.keys() == {"ben", "ana"}


async def test_a_host_goes_back_to_her_room_from_the_list(scene: Scene) -> None:
    async with app_of(scene, "Ines").run_test(size=(80, 24)) as ines:
        await shows(ines, "enter Join")
        await ines.press("enter")
        await shows(ines, "enter Start")


async def test_a_new_room_shows_by_itself_and_an_ended_one_goes(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.rooms.list.FRESH", 0.05)
    async with app_of(scene, "Ana").run_test(size=(80, 24)) as ana:
        await shows(ana, scene.code)
        scene.host("ended")
        await shows(ana, "No room is open.")
        another = Scene(scene.store)
        await shows(ana, another.code)


@pytest.mark.usefixtures("story")
async def test_a_room_is_opened_by_its_form(scene: Scene) -> None:
    async with app_of(scene, "Ines").run_test(size=(80, 24)) as ines:
        await shows(ines, "o Open a room")
        await ines.press("o")
        await shows(ines, "One question goes out to everybody in it.", "enter Open")
        await ines.press(*"halm", "tab", "tab", "ctrl+u", "x", "enter")
        await shows(ines, "a number from 1 to 100")
        await ines.press("ctrl+u", "2", "tab", *"30", "tab", "tab", "ctrl+u", *"yes", "enter")
        await shows(ines, "2 questions · 30 seconds each · points for right answers", "enter Start")
    opened = next(card for card in scene.rooms.listed() if card.code != scene.code)
    assert scene.rooms.state(opened.code).settings == Settings(30, scored=True)


@pytest.mark.usefixtures("story")
async def test_a_room_on_no_story_says_so_and_keeps_what_was_typed(scene: Scene) -> None:
    async with app_of(scene, "Ines").run_test(size=(80, 24)) as ines:
        await shows(ines, "o Open a room")
        await ines.press("o")
        await shows(ines, "enter Open")
        await ines.press(*"nowhere", "enter")
        await shows(ines, "✗ no story", "nowhere")


async def test_from_another_machine_only_an_instructor_opens_rooms(scene: Scene) -> None:
    scene.store.write(lambda session: (role_of(session, "Ines"), role_of(session, "Ana")))
    async with app_of(scene, "Ines", writes_files=False).run_test(size=(80, 24)) as ines:
        await shows(ines, "o Open a room")
    async with app_of(scene, "Ana", writes_files=False).run_test(size=(80, 24)) as ana:
        assert "Open a room" not in await shows(ana, "enter Join")


async def test_leaving_the_list_leads_home(scene: Scene) -> None:
    async with app_of(scene, "Ana").run_test(size=(80, 24)) as ana:
        await shows(ana, scene.code)
        assert isinstance(ana.app.screen, RoomsScreen)
        await ana.press("escape")
        await shows(ana, "q Quit")


async def test_home_tells_of_a_room_that_is_open_and_o_leads_to_it(scene: Scene) -> None:
    app = scene.app("Ana")
    app._first = None
    async with app.run_test(size=(80, 24), notifications=True) as ana:
        await shows(ana, f"Room {scene.code} is open", "q Quit")
        await ana.press("o")
        await shows(ana, "hosted by Ines", "enter Join")


async def test_a_room_of_ones_own_is_not_told_of(scene: Scene) -> None:
    app = scene.app("Ines")
    app._first = None
    async with app.run_test(size=(80, 24), notifications=True) as ines:
        await shows(ines, "No story here yet.")
        await ines.press("o")
        assert "is open" not in await shows(ines, "hosted by Ines", "enter Join")


async def test_who_goes_straight_into_a_room_is_not_told_of_it(scene: Scene) -> None:
    async with scene.app("Ana").run_test(size=(80, 24), notifications=True) as ana:
        await shows(ana, "hosted by Ines")
        await ana.press("escape")
        assert "is open" not in await shows(ana, "No story here yet.")
