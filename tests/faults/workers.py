"""Many processes on one store: ``python workers.py WORK STORE PROCESSES COUNT``.

Imports once, then forks; every process waits until all are there. What each one is told to do prints a line for
each thing that is on the disk (``kept``), and for each that a user would have seen refused (``refused``).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import fsrs  # noqa: F401  # imported before the fork, so that no process pays for it

from briefings.errors import BriefingError
from briefings.store.store import open_store
from quiz_bank.desk import Desk
from quiz_bank.session import Attempt
from tests.quiz_bank.learning.invented_answers import START, attempt, made

Answers = Callable[[int, int], Attempt]


def own(process: int, number: int) -> Attempt:
    """The answers of one trainee, each to another question."""
    return attempt(made(number), START + timedelta(minutes=number))


def same_card(process: int, number: int) -> Attempt:
    """Answers to one question, from day to day in no order, so that each counts for its card."""
    return attempt(made(0), START + timedelta(days=1 + 37 * number + process))


def same_uid(process: int, number: int) -> Attempt:
    """The same answers from every process, as a client sends them again that saw no acknowledgement."""
    return replace(attempt(made(number), START + timedelta(days=number)), uid=f"uid-{number}")


#: what is answered, and who answers: each process a trainee, or all of them one
WORK: dict[str, tuple[Answers, str]] = {
    "own": (own, "player{}"),
    "same-card": (same_card, "ana"),
    "same-uid": (same_uid, "ana"),
}


def tell(line: str) -> None:
    """One line in one write, so that those of several processes do not mix."""
    os.write(1, f"{line}\n".encode())


def answer(path: str, work: str, process: int, count: int) -> None:
    """Keeps so many answers, as a desk does."""
    answers, who = WORK[work]
    try:
        desk = Desk(open_store(path), who.format(process))
        for number in range(count):
            given = answers(process, number)
            desk.record(given)
            tell(f"kept {given.uid}")
    except BriefingError as problem:
        tell(f"refused {problem}")


def start(path: str, work: str, process: int, _count: int) -> None:
    """Opens the store, which makes it or brings it up: the one that is named, or one for each process in a folder."""
    try:
        with open_store(path if work == "start" else f"{path}/{process}.db"):
            tell("kept open")
    except BriefingError as problem:
        tell(f"refused {problem}")


def main(work: str, path: str, processes: int, count: int) -> None:
    """Forks the processes and lets all of them begin at once."""
    begin, begun = os.pipe()
    children = []
    for process in range(processes):
        child = os.fork()
        if child == 0:
            os.close(begun)
            os.read(begin, 1)  # until the parent closes its end
            (answer if work in WORK else start)(path, work, process, count)
            os._exit(0)
        children.append(child)
    tell(f"began {' '.join(map(str, children))}")
    os.close(begun)
    for child in children:
        os.waitpid(child, 0)


if __name__ == "__main__":
    assert Path(sys.argv[2]).is_absolute() or "://" in sys.argv[2]
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
