"""One room on two ``briefing serve``, as if on two hosts: the database restarts, one of them dies, all go on."""

from __future__ import annotations

import json
import shutil
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from briefings.store.store import open_store
from quiz_bank.desk import Desk
from quiz_bank.roles import name_instructor
from tests.cluster import Cluster
from tests.tui.rooms.scene_of_room import write_news
from tests.tui.ssh.conftest import terminal as terminal
from tests.tui.ssh.machines import Opener, Server, Terminal, make_key, needs
from tests.tui.typed import run

PEOPLE = ("ines", "ana", "ben")


class House(NamedTuple):
    """Two servers on one database."""

    url: str
    one: Server
    other: Server


@pytest.fixture
def house(own_server: Cluster, tmp_path: Path) -> Iterator[House]:
    """The three have keys, which both servers know; Ines instructs, and there is a small story."""
    needs("ssh", "ssh-keygen", "tmux")
    url = own_server.url(own_server.empty_database())
    folders = [tmp_path / name for name in ("one", "other")]
    folders[0].mkdir()
    keys = {name: make_key(folders[0] / name) for name in PEOPLE}
    (folders[0] / "keys").write_bytes(b"".join(key.export_public_key() for key in keys.values()))
    make_key(folders[0] / "host")
    shutil.copytree(folders[0], folders[1])
    with open_store(url) as store:
        Desk(store, "root").add([str(write_news(tmp_path))], "halm")
        store.write(lambda session: name_instructor(session, keys["ines"].get_fingerprint()))
    servers = [
        Server(folder, ("--keys", str(folder / "keys")), environment={"BRIEFING_DB": url})
        for folder in folders
    ]
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(Server.start, servers))
    yield House(url, *servers)
    for server in servers:
        server.stop()


def join(person: Terminal, shown: str) -> None:
    person.shows("nothing due")
    person.keys("o")
    person.shows("enter Join")
    person.keys("Enter")
    person.shows(shown)


def test_a_room_spans_two_servers_and_outlives_one_of_them(
    own_server: Cluster, house: House, terminal: Opener
) -> None:
    def log_in(server: Server, who: str) -> Terminal:
        opened: Terminal = terminal(server.ssh(who, user=who), 80, 24)
        return opened

    ines, ana, ben = (
        log_in(*place) for place in zip((house.one, house.one, house.other), PEOPLE, strict=True)
    )
    ines.shows("nothing due")
    ines.keys("o")
    ines.shows("Open a room")
    ines.keys("o")
    ines.shows("enter Open")
    ines.keys("Enter")
    ines.shows("enter Start")
    for player in (ana, ben):
        join(player, "hosted by ines")
    ines.shows("In the room: 2")
    ines.keys("Enter")
    for player in (ana, ben):
        player.shows("Type your answer")

    own_server.kill()
    own_server.start()
    ben.keys("300", "Enter")
    ben.shows("✓ kept: 300")
    ines.shows("1 of 2 answered   waiting for ana")

    house.one.stop(signal.SIGKILL)
    ana = log_in(house.other, "ana")
    join(ana, "Type your answer")
    ana.keys("no idea", "Enter")
    ana.shows("✓ kept: no idea")
    ines = log_in(house.other, "ines")
    join(ines, "2 of 2 answered")
    ines.keys("Enter")
    ines.shows("enter Reveal")
    ines.keys("Enter")
    for person in (ines, ana, ben):
        person.shows("Answer  ")
    (room,) = (json.loads(line) for line in run(house.url, "room", "list", "--json").stdout.splitlines())
    told = run(house.url, "--as", "ines", "room", "results", room["code"], "--json").stdout.splitlines()
    assert sorted(json.loads(line)["trainee"] for line in told) == ["ana", "ben"]
