"""Many sessions on one server, over real SSH on the loopback: paints, keys, memory, a room, floods.

    python -m benchmarks.ssh_load [--sessions 50] [--workers 1] [--seconds 20]

The server runs as a user starts it, with authorized keys on a store of its own; with one worker on the first core and
the clients, asyncssh in this process, on the second where ``taskset`` is there. Each session presses a key twice a
second, whatever the server does: on Home the highlight moves, in a quiz letters are typed. A key's time runs from the
write to the first bytes that come back. First of all the same is measured with a server that only echoes: what the
machine and this process take of each figure. Printed: percentiles in milliseconds, processor time, memory.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import asyncssh

from benchmarks.ssh_machine import Machine, Served, echoing, own_cpu
from benchmarks.ssh_people import KEYS_A_SECOND, PATIENCE, Person, log_all_in, type_all

AT_ONCE = 4
FLOOD = 32 * 1024
PASTE = 5 * 1024 * 1024
ROGUES = ("flood of keys", "paste of 5 MiB", "1,000 resizes", "huge window", "stops reading")
DISTURBED = 8.0  # seconds
OTHERS = 10  # who types beside a flood
ANSWERING = 3.0  # seconds in which all answer a question


async def misbehave(port: int, what: str, key: asyncssh.SSHKey) -> None:
    """One session that does what nobody should."""
    rogue = Person("rogue", key)
    await rogue.log_in(port, window=65_536)
    assert rogue.chan is not None
    print("in", flush=True)
    if what == "flood of keys":
        rogue.chan.write(b"jk" * (FLOOD // 2))
    elif what == "paste of 5 MiB":
        rogue.chan.write(b"\x1b[200~" + b"word " * (PASTE // 5) + b"\x1b[201~")
    elif what == "1,000 resizes":
        for size in range(1000):
            rogue.chan.change_terminal_size(60 + size % 100, 20 + size % 30)
    elif what == "huge window":
        rogue.chan.change_terminal_size(65_535, 65_535)
    elif what == "stops reading":
        rogue.chan.pause_reading()
        for turn in range(100):  # each paints the whole screen: far more than a window of the channel
            rogue.chan.change_terminal_size(100 + turn % 2, 30)
            await asyncio.sleep(0.06)
    await asyncio.sleep(DISTURBED)
    rogue.hang_up()


async def disturb(machine: Machine, others: Sequence[Person], what: str, key: Path) -> None:
    """One session misbehaves, in a process of its own, while the others type."""
    before = machine.memory()
    rogue = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "benchmarks.ssh_load", "--rogue", what, "--port", str(machine.port), "--key", str(key),
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert rogue.stdout is not None
    await rogue.stdout.readline()
    times = await type_all(others, DISTURBED - 1)
    print(f"  {what:<18} others' key {shown(times)}, memory {machine.memory() - before:+5.1f} MiB")
    await rogue.wait()


def shown(seconds: Sequence[float]) -> str:
    """Percentiles in milliseconds, and the greatest."""
    cuts = statistics.quantiles(seconds, n=100)
    told = "  ".join(f"p{share} {cuts[share - 1] * 1000:6.1f}" for share in (50, 95, 99))
    return f"{told}  max {max(seconds) * 1000:7.1f} ms  (n {len(seconds)})"


def told(what: str, seconds: Sequence[float]) -> None:
    """A line of percentiles."""
    print(f"  {what:<18} {shown(seconds)}", flush=True)


async def keys(
    what: str, machine: Machine, people: Sequence[Person], seconds: float, typed: Sequence[bytes]
) -> None:
    """Everybody types; the times, and what server and load cost."""
    cpu, own, begun = machine.cpu(), own_cpu(), time.perf_counter()
    times = await type_all(people, seconds, typed)
    span = time.perf_counter() - begun
    told(what, times)
    spent, load = machine.cpu() - cpu, own_cpu() - own
    pressed = len(people) * int(seconds * KEYS_A_SECOND)
    cost = f"{spent / span:4.2f} of a core, {spent / pressed * 1000:4.1f} ms a key"
    print(f"  {'':<18} server {cost}; load {load / span:4.2f}", flush=True)


async def floor(folder: Path, people: Sequence[Person], seconds: float) -> None:
    """What an echo takes."""
    machine = echoing(folder)
    try:
        await log_all_in(people, machine.port, AT_ONCE, paints=False)
        await keys("floor: an echo", machine, people, seconds, (b"j", b"k"))
        for person in people:
            person.hang_up()
    finally:
        machine.close()


async def play(host: Person, players: Sequence[Person]) -> None:
    """A room: from the host's key to everybody's paint, and from an answer to its being kept."""
    await host.press_for(b"o", b"Open a room")
    await host.press_for(b"o", b"Next field")
    await host.press_for(b"\r", b"Start")
    for step in range(0, len(players), AT_ONCE):
        some = players[step : step + AT_ONCE]
        await asyncio.gather(*(each.press_for(b"o", b"hosted by") for each in some))
        await asyncio.sleep(0.1)
        await asyncio.gather(*(each.press_for(b"\r", b"It begins when") for each in some))
    await asyncio.sleep(2)
    await broadcast("question to all", host, players, b"Type your answer")
    told(
        "answer to kept",
        await asyncio.gather(*(answer(each, n / len(players)) for n, each in enumerate(players))),
    )
    await host.press_for(b"\r", b"Reveal")
    await asyncio.sleep(1)
    await broadcast("reveal to all", host, players, b"Answer  ")
    await asyncio.sleep(1)
    await host.press_for(b"x", b"Press x again")
    await host.press_for(b"x", b"has ended")
    for _ in range(2):  # back to the list, and Home
        for each in players:
            each.press(b"\x1b")
        await asyncio.sleep(3)


async def broadcast(what: str, host: Person, players: Sequence[Person], words: bytes) -> None:
    """The host presses enter; the times until the words are on each player's screen."""
    assert host.chan is not None
    seen = [each.seeks(words) for each in players]
    begun = time.perf_counter()
    host.chan.write(b"\r")
    moments = await asyncio.wait_for(asyncio.gather(*seen), PATIENCE)
    told(what, [moment - begun for moment in moments])


async def answer(player: Person, share: float) -> float:
    """Answers within the time a class takes; seconds until the answer is on disk and said to be."""
    await asyncio.sleep(share * ANSWERING)
    return await player.press_for(b"300\r", b"kept")


async def measure(folder: Path, workers: int, sessions: int, seconds: float) -> None:
    """Everything, in order."""
    owners = [asyncssh.generate_private_key("ssh-ed25519") for _ in range(sessions + 2)]
    people = [Person(f"trainee{number}", key) for number, key in enumerate(owners[2:])]
    host, rogue = Person("host", owners[0]), folder / "rogue"
    rogue.touch(0o600)
    rogue.write_bytes(owners[1].export_private_key())
    await floor(folder, [Person(each.name, each.key) for each in people], min(seconds, 10))
    served = Served(folder, workers, owners)
    machine = served.machine
    try:
        idle = machine.memory()
        told("first paint", await log_all_in(people, machine.port, AT_ONCE))
        print(
            f"  memory a session   {(machine.memory() - idle) / sessions:5.1f} MiB over {idle:.0f} MiB idle"
        )
        await asyncio.sleep(2)  # everybody's stories are read
        await keys("key on Home", machine, people, seconds, (b"j", b"k"))
        await host.log_in(machine.port)
        await asyncio.sleep(2)
        await play(host, people)
        print(f"  memory a session   {(machine.memory() - idle) / sessions:5.1f} MiB after the room")
        for what in ROGUES:
            await disturb(machine, people[:OTHERS], what, rogue)
        for person in (host, *people):
            person.hang_up()
        await asyncio.sleep(3)
        print(f"  memory afterwards  {machine.memory() - idle:+5.1f} MiB with nobody left")
        crowd = [Person(each.name, each.key) for each in people]
        begun = time.perf_counter()
        told(f"{sessions} at once", await log_all_in(crowd, machine.port, sessions))
        print(f"  {'':<18} all painted after {time.perf_counter() - begun:4.1f} s")
    finally:
        machine.close()


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sessions", type=int, default=50)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--rogue", choices=ROGUES, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--key", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.rogue:
        asyncio.run(misbehave(asked.port, asked.rogue, asyncssh.read_private_key(asked.key)))
        return
    if asked.workers == 1 and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
        print(f"{asked.sessions} sessions, {asked.workers} worker(s); load of the machine {load}", flush=True)
        asyncio.run(measure(Path(folder), asked.workers, asked.sessions, asked.seconds))


if __name__ == "__main__":
    main()
