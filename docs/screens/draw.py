"""Draws the pictures of the README from the app itself, on the sample story: ``make screenshots``."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from quiz_bank.desk import open_desk
from tui.app import BriefingApp

FOLDER = Path(__file__).parent
SIZE = (100, 30)

#: a picture shows with the reader's own fonts and asks no server for one
FETCHED_FONTS = re.compile(r"\s*@font-face \{[^}]*\}")

#: picture -> the keys that lead to it from Home
PICTURES = {"briefing": ("enter", "down", "down"), "quiz": ("z", "enter")}


async def draw(name: str, keys: tuple[str, ...], store: str) -> None:
    """Presses the keys and writes the screen as ``<name>.svg``."""
    app = BriefingApp(lambda: open_desk(store, "ana"))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)
        picture = FETCHED_FONTS.sub("", app.export_screenshot(title="briefing"))
        (FOLDER / f"{name}.svg").write_text(picture, encoding="utf-8")


async def settle(pilot: Pilot[None]) -> None:
    """Waits until no work is under way."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def main() -> None:
    """Draws every picture on one store with the sample story."""
    with tempfile.TemporaryDirectory() as folder:
        for name, keys in PICTURES.items():
            asyncio.run(draw(name, keys, str(Path(folder) / "store.db")))


if __name__ == "__main__":
    main()
