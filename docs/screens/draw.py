"""Draws the pictures of the README from the app itself, on the sample story: ``make screenshots``."""

from __future__ import annotations

import asyncio
import random
import re
import tempfile
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot

from briefings.sample import SLUG
from quiz_bank.desk import open_desk
from quiz_bank.grading.verdicts import Verdict
from quiz_bank.session import CONFIDENCES, Attempt
from tui.app import BriefingApp

FOLDER = Path(__file__).parent
SIZE = (100, 30)
DAYS, ANSWERS_A_DAY = 12, 14  # of the history that Progress is drawn from

#: a picture shows with the reader's own fonts and asks no server for one
FETCHED_FONTS = re.compile(r"\s*@font-face \{[^}]*\}")

#: picture -> the keys that lead to it from Home; ``=`` before an answer that is typed
PICTURES = {
    "briefing": ("enter", "down", "down"),
    "facts": ("f", "right", "down"),
    "map": ("enter", "5"),
    "quiz": ("z", "enter", "=90 percent", "enter"),
    "progress": ("p",),
}


async def draw(name: str, keys: tuple[str, ...], store: str) -> None:
    """Presses the keys and writes the screen as ``<name>.svg``."""
    app = BriefingApp(lambda: open_desk(store, "ana"), writes_files=True)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for key in keys:
            if key.startswith("="):
                assert app.focused is not None
                app.focused.post_message(Paste(key[1:]))
            else:
                await pilot.press(key)
            await settle(pilot)
        picture = FETCHED_FONTS.sub("", app.export_screenshot(title="briefing"))
        (FOLDER / f"{name}.svg").write_text(picture, encoding="utf-8")


async def settle(pilot: Pilot[None]) -> None:
    """Waits until no work is under way."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def practise(store: str) -> None:
    """Some days of invented answers to the sample's questions."""
    chance = random.Random(7)
    desk = open_desk(store, "ana")
    questions = desk.questions(SLUG)[: DAYS * 2]
    began = datetime.now(UTC) - timedelta(days=DAYS)
    for number in range(DAYS * ANSWERS_A_DAY):
        question = questions[min(int(chance.expovariate(0.12)), len(questions) - 1)]
        verdict = chance.choices(("correct", "close", "wrong"), (8, 1, 2))[0]
        desk.record(
            Attempt(
                uuid.uuid4().hex,
                question,
                question.answer if verdict == "correct" else "no idea",
                Verdict(verdict, "made", "made"),  # type: ignore[arg-type]
                chance.randrange(2_000, 15_000),
                began + timedelta(days=number / ANSWERS_A_DAY),
                chance.choice(CONFIDENCES),
            )
        )
    desk.close()


def main() -> None:
    """Draws every picture on one store with the sample story."""
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "store.db")
        open_desk(store, "ana").close()
        for name, keys in PICTURES.items():
            if name == "progress":
                practise(store)
            asyncio.run(draw(name, keys, store))


if __name__ == "__main__":
    main()
