"""Names and answers of others are data: nothing in them steers a terminal, is read as markup or ends an app."""

from __future__ import annotations

import unicodedata

import pytest

from briefings.store.store import Store
from quiz_bank.rooms.results import results
from tests.tui.rooms.scene_of_room import Scene, send, shows

HOSTILE = (
    "\x1b[2J\x1b]0;owned\x07",
    "[bold]loud[/bold] [/] [red",
    "\u202ereversed\u2069\u200f",
    "nul\x00 bell\x07 c1\x9b31m",
    "[@click=app.quit]click[/]",
    "wide 字 e\u0301 👩‍👩‍👧",
    "x" * 5000,
    "\t\r\n",
)

BATCHES = (
    HOSTILE[:3],
    HOSTILE[3:6],
    HOSTILE[6:],
)  # as many as a player sees at the reveal, beside the right answer


def assert_clean(text: str) -> None:
    for char in text.replace("\n", ""):
        assert unicodedata.category(char) != "Cc", repr(char)
        assert char not in "\u202e\u2069\u200f"


@pytest.mark.parametrize("hostile", BATCHES, ids=range(len(BATCHES)))
async def test_no_name_and_no_answer_reaches_a_terminal_as_it_came(
    store: Store, hostile: tuple[str, ...]
) -> None:
    scene = Scene(store, scored=True)
    names = [f"Eve{number} {each}" for number, each in enumerate(hostile)]
    scene.join("Ben", *names)
    async with scene.sit("Ines") as ines, scene.sit("Ana") as ana, scene.sit("Wall", "projector") as wall:
        seen = [
            await shows(each, *(f"Eve{number}" for number in range(len(hostile))))
            for each in (ines, ana, wall)
        ]
        scene.host("question")
        scene.answer("Ben", "18 km")
        await shows(ana, "Type your answer")
        for name, each in zip(names, hostile, strict=True):
            scene.answer(name, f"Z {each}")
        await send(ana, hostile[0].strip() or "blank")
        seen += [await shows(ana, "✓ kept"), await shows(ines, "answered")]
        scene.reveal()
        seen += [await shows(each, "Answer  18 kilometres", "✗ Z") for each in (ines, ana, wall)]
        scene.host("ended")
        seen += [await shows(each, "The room has ended.", "Standing") for each in (ines, ana, wall)]
        for text in seen:
            assert_clean(text)
    for row in results(scene.room, named=True):
        assert_clean(row.trainee + row.answer)
