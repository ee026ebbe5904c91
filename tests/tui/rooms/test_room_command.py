"""``briefing room`` as its users type it, and a room played line by line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefings.store.store import Store, open_store
from quiz_bank.desk import Desk
from quiz_bank.rooms.state import Phase
from tests.tui.rooms.scene_of_room import Scene, write_news
from tests.tui.typed import run

PATIENCE = 60.0


class Shell:
    """Runs the command on the test's store: in this process, or in one of its own where it waits for others."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.environment = {**os.environ, "BRIEFING_DB": str(path)}

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tui.cli", *arguments],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def __call__(self, *arguments: str, code: int = 0) -> str:
        ended, printed, told = run(self.path, *arguments)
        assert ended == code, told
        return printed if code == 0 else told


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture
def shell(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setenv("LOGNAME", "ines")
    monkeypatch.setenv("COLUMNS", "100")
    return Shell(path)


def test_a_room_is_opened_listed_played_and_ended(shell: Shell, path: Path, tmp_path: Path) -> None:
    with open_store(str(path)) as store:
        Desk(store, "ines").add([str(write_news(tmp_path))], "halm")
    code = shell("room", "open", "halm", "-n", "2", "--seconds", "40", "--scored").strip()
    (listed,) = [json.loads(line) for line in shell("room", "list", "--json").splitlines()]
    assert (listed["code"], listed["host"], listed["questions"], listed["phase"]) == (
        code,
        "ines",
        2,
        "lobby",
    )
    assert code in shell("room", "list")
    assert "only the host does that" in shell("--as", "ana", "room", "end", code, code=1)
    assert shell("room", "end", code.lower()).strip() == f"{code}: ended"
    assert shell("room", "list") == ""
    assert "the room has ended" in shell("--as", "ana", "room", "join", code, code=1)


def test_what_cannot_be_is_told(shell: Shell) -> None:
    assert "no room 'NONE'" in shell("room", "join", "none", code=2)
    assert "do not go together" in shell("room", "open", "halm", "--bank", "mine", code=2)
    assert "no bank 'mine'" in shell("room", "open", "--bank", "mine", code=2)


def test_a_room_is_played_line_by_line(shell: Shell, scene: Scene) -> None:
    player = shell.start("--as", "Ana", "room", "join", scene.code)
    assert player.stdin is not None
    assert player.stdout is not None

    def reads(words: str) -> str:
        assert player.stdout is not None
        for line in player.stdout:
            if words in line:
                return line
        raise AssertionError(f"no {words!r}")

    reads("hosted by Ines")
    scene.host("question")
    reads("1/3  How far does the ferry to Halm run?")
    player.stdin.write("18 km\n")
    player.stdin.flush()
    reads("kept; wait for the reveal")
    scene.reveal()
    reads("✓ Correct")
    reads("Answer: 18 kilometres")
    reads("Halm Gazette, 2024-05-01")
    scene.host("question")
    reads("2) Tove Lind")
    player.stdin.close()  # ctrl+d
    assert player.wait(PATIENCE) == 0
    player.stdout.close()
    assert player.stderr is not None
    player.stderr.close()
    assert not scene.room.players["ana"].here


@pytest.mark.parametrize("form", ["--json", "--csv"])
def test_results_of_an_anonymous_room_are_named_for_its_host_alone(
    shell: Shell, store: Store, form: str
) -> None:
    scene = Scene(store, anonymous=True)
    scene.join("Ana")
    scene.host("question")
    scene.answer("Ana", "=18 km")
    scene.reveal()
    for who, named in (("ines", True), ("ben", False)):
        printed = shell("--as", who, "room", "results", scene.code, form)
        assert ("Ana" in printed, "player 1" in printed) == (named, not named)
    if form == "--csv":
        assert "'=18 km" in printed  # no formula


def test_a_question_whose_host_is_gone_closes_while_a_line_player_waits_until_her_terminal_closes(
    shell: Shell, store: Store
) -> None:
    scene = Scene(store, seconds=2)
    player = shell.start("--as", "Ana", "room", "join", scene.code, "--watch")
    assert player.stdout is not None
    while "hosted by" not in player.stdout.readline():
        pass
    scene.host("question")
    while "closed" not in player.stdout.readline():
        pass
    assert scene.room.phase is Phase.CLOSED
    player.send_signal(signal.SIGHUP)  # her terminal is closed
    player.communicate(timeout=PATIENCE)
    assert player.returncode == 0
    assert scene.room.players["ana"].away
