"""How long one waits: ``--help``, and the app's first paint beside that of a bare app with the same widgets.

Run ``python benchmarks/startup.py [ROUNDS]`` in the project's environment. Each round starts every program
once, in turn, on a terminal of its own (80x24), so that a slow moment of the machine meets them all. What
counts are the ratios; the bars are those of ``BARS``.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from dataclasses import dataclass

ROUNDS = 9
DEADLINE = 30.0  # seconds a program may take
PAINTED = b"Opening your stories"

BARE_APP = """
from textual.app import App
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Footer, Static

class Bare(App):
    BINDINGS = [("enter", "a", "Open"), ("z", "b", "Quiz"), ("s", "c", "Sample"), ("f1", "d", "Help")]

    def compose(self):
        yield Static("briefing")
        yield Static("Opening your stories")
        yield VerticalScroll()
        with Vertical():
            yield Static("Your latest answers")
            yield Static()
        yield Footer()
        yield Static()

Bare().run()
"""
COMMAND = "from tui.cli import main; main()"


@dataclass(frozen=True, slots=True)
class Program:
    """A program to start: its arguments to Python, and what it prints when it is there (else: its end)."""

    name: str
    arguments: tuple[str, ...]
    sign: bytes | None = None


PROGRAMS = (
    Program("python -c pass", ("-c", "pass")),
    Program("briefing --help", ("-c", COMMAND, "--help")),
    Program("bare app, first paint", ("-c", BARE_APP), PAINTED),
    Program("briefing, first paint", ("-c", COMMAND), PAINTED),
    Program("briefing, stories shown", ("-c", COMMAND), b" due"),
)
BARS = (
    ("briefing --help", "python -c pass", 3.5),
    ("briefing, first paint", "bare app, first paint", 1.4),
)


def measure(program: Program, store: str) -> float:
    """Seconds from the start of a program until its sign is on the terminal, or until it ends."""
    terminal, inside = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = os.environ | {"TERM": "xterm-256color", "BRIEFING_DB": store}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *program.arguments],
        stdin=inside,
        stdout=inside,
        stderr=inside,
        env=environment,
        start_new_session=True,
    )
    os.close(inside)
    try:
        return _wait(program, terminal, started)
    finally:
        process.kill()
        process.wait()
        os.close(terminal)


def _wait(program: Program, terminal: int, started: float) -> float:
    shown = b""
    while time.perf_counter() - started < DEADLINE:
        if not select.select([terminal], [], [], 0.5)[0]:
            continue
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # Linux reports the end of the other side so
            chunk = b""
        shown += chunk
        if program.sign is not None and program.sign in shown:
            break
        if not chunk:
            if program.sign is not None:
                sys.exit(f"{program.name}: ended without {program.sign!r}:\n{shown.decode(errors='replace')}")
            break
    return time.perf_counter() - started


def main() -> None:
    """Prints the times and the ratios; exits with 1 where a bar is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    times: dict[str, list[float]] = {program.name: [] for program in PROGRAMS}
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "store.db")
        measure(PROGRAMS[-1], store)  # the first run loads the sample story
        for _ in range(rounds):
            for program in PROGRAMS:
                times[program.name].append(measure(program, store))
    print(f"{'milliseconds, of ' + str(rounds):<26}{'min':>8}{'median':>8}")
    for name, found in times.items():
        print(f"{name:<26}{min(found) * 1000:>8.0f}{statistics.median(found) * 1000:>8.0f}")
    missed = False
    for name, base, bar in BARS:
        ratios = [ours / theirs for ours, theirs in zip(times[name], times[base], strict=True)]
        ratio = min(times[name]) / min(times[base])
        missed |= ratio > bar
        print(f"{name} / {base}: {ratio:.2f} (min), {statistics.median(ratios):.2f} (median); bar {bar}")
    sys.exit(missed)


if __name__ == "__main__":
    main()
