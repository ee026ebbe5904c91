"""A class over SSH with the real client: the host's line drops, the server is killed, and the room goes on."""

from __future__ import annotations

import json
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.tui.rooms.scene_of_room import write_news
from tests.tui.ssh.conftest import terminal as terminal
from tests.tui.ssh.machines import Opener, Server, needs

PEOPLE = ("ines", "ana", "ben")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server whose store has a small story; the three have keys, Ines instructs."""
    needs("ssh", "ssh-keygen", "tmux")
    keys = []
    for name in PEOPLE:
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / name)], check=True
        )
        keys.append((tmp_path / f"{name}.pub").read_text(encoding="utf-8"))
    (tmp_path / "keys").write_text("".join(keys), encoding="utf-8")
    server = Server(tmp_path, ("--keys", str(tmp_path / "keys")))
    server.briefing("add", str(write_news(tmp_path)), "--story", "halm")
    server.start()
    subprocess.run(server.ssh("ines", "-T", user="ines"), check=True, capture_output=True)  # now she is known
    server.briefing("instructors", "add", "ines")
    yield server
    server.stop()


def ssh(server: Server, who: str) -> list[str]:
    return server.ssh(who, user=who)


def listed(server: Server) -> dict[str, Any]:
    (line,) = server.briefing("room", "list", "--json").splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


def test_a_room_survives_a_dropped_line_and_a_killed_server(server: Server, terminal: Opener) -> None:
    ines = terminal(ssh(server, "ines"), 80, 24)
    ines.shows("nothing due")
    ines.keys("o")
    ines.shows("Open a room")
    ines.keys("o")
    ines.shows("enter Open")
    ines.keys("Enter")
    ines.shows("enter Start")
    code = listed(server)["code"]
    players = [terminal(ssh(server, who), 80, 24) for who in PEOPLE[1:]]
    for player in players:
        player.shows(f"Room {code} is open")
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
    ines.shows("0 of 1 answered\n", "away: ana")
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
    again.shows("1 of 1 answered", "away: ana")
    again.keys("Enter")
    again.shows("enter Reveal")
    again.keys("Enter")
    again.shows("Answer  ")
    assert "The host is away" not in ben.shows("Answer  ")
    answers = server.briefing("--as", "ines", "room", "results", code, "--json").splitlines()
    assert [json.loads(line)["trainee"] for line in answers] == ["ana", "ben"]
    kept = server.briefing("results", "--json").splitlines()
    assert len(kept) == 2


def test_a_trainee_opens_no_room_over_ssh(server: Server, terminal: Opener) -> None:
    ana = terminal(ssh(server, "ana"), 80, 24)
    ana.shows("nothing due")
    ana.keys("o")
    assert "Open a room" not in ana.shows("No room is open.")
