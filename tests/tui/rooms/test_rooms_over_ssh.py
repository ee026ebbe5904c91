"""A class over SSH with the real client: the host's line drops, the server is killed, and the room goes on."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefings.store.store import open_store
from quiz_bank.desk import Desk
from quiz_bank.roles import name_instructor
from tests.tui.rooms.scene_of_room import write_news
from tests.tui.ssh.conftest import terminal as terminal
from tests.tui.ssh.machines import Opener, Server, make_key, needs
from tests.tui.typed import run

PEOPLE = ("ines", "ana", "ben")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server whose store has a small story; the three have keys, Ines instructs."""
    needs("ssh", "ssh-keygen", "tmux")
    keys = {name: make_key(tmp_path / name) for name in PEOPLE}
    (tmp_path / "keys").write_bytes(b"".join(key.export_public_key() for key in keys.values()))
    with open_store(str(tmp_path / "store.db")) as store:
        Desk(store, "root").add([str(write_news(tmp_path))], "halm")
        store.write(lambda session: name_instructor(session, keys["ines"].get_fingerprint()))
    server = Server(tmp_path, ("--keys", str(tmp_path / "keys")))
    server.start()
    yield server
    server.stop()


def ssh(server: Server, who: str) -> list[str]:
    return server.ssh(who, user=who)


def ask(server: Server, *arguments: str) -> list[dict[str, Any]]:
    """What a command prints as JSON, one record a line."""
    return [json.loads(line) for line in run(server.store, *arguments, "--json").stdout.splitlines()]


def test_a_room_survives_a_dropped_line_and_a_killed_server(server: Server, terminal: Opener) -> None:
    players = [terminal(ssh(server, who), 80, 24) for who in PEOPLE[1:]]
    players[0].shows("nothing due")
    players[0].keys("o")
    assert "Open a room" not in players[0].shows("No room is open.")  # a trainee opens none
    players[0].keys("Escape")
    ines = terminal(ssh(server, "ines"), 80, 24)
    ines.shows("nothing due")
    ines.keys("o")
    ines.shows("Open a room")
    ines.keys("o")
    ines.shows("enter Open")
    ines.keys("Enter")
    ines.shows("enter Start")
    (room,) = ask(server, "room", "list")
    code = room["code"]
    for player in players:
        player.shows("nothing due")
        player.keys("o")
        player.shows("enter Join")
        player.keys("Enter")
        player.shows("hosted by ines")
    ines.shows("In the room: 2")
    ines.keys("Enter")
    players[0].shows("Type your answer")
    players[0].keys("no idea", "Enter")
    players[0].shows("✓ kept: no idea")
    ines.shows("1 of 2 answered   waiting for ben")

    players[0].close()  # a player's line drops
    ines.shows("1 of 2 answered", "away: ana")
    ines.close()  # the host's line drops: the room waits, and takes answers
    players[1].shows("The host is away; the room waits.", "Type your answer")
    server.stop(signal.SIGKILL)
    server.start()
    ben = terminal(ssh(server, "ben"), 120, 40)
    ben.shows(f"Room {code} is open")
    ben.keys("o")
    ben.shows("enter Join")
    ben.keys("Enter")
    ben.shows("Type your answer")
    ben.keys("300", "Enter")
    ben.shows("✓ kept: 300")

    again = terminal(ssh(server, "ines"), 80, 24)
    again.shows("nothing due")
    again.keys("o")
    again.shows("enter Join")
    again.keys("Enter")
    again.shows("2 of 2 answered", "away: ana")
    again.keys("Enter")
    again.shows("enter Reveal")
    again.keys("Enter")
    again.shows("Answer  ")
    assert "The host is away" not in ben.shows("Answer  ")
    answers = ask(server, "--as", "ines", "room", "results", code)
    assert [each["trainee"] for each in answers] == ["ana", "ben"]
    assert len(ask(server, "results")) == 2
