"""A round whose process is killed at any moment goes on where it was: nothing answered is lost, nothing twice."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from briefings.store.store import open_store
from quiz_bank.desk import Desk
from quiz_bank.learning import attempts, schedule

KILLS = 20
MOST_TRIES = 8 * KILLS
NEWS = "Dyke at {town} holds\n\n{town}, 9 March 2019\n\n" + "\n\n".join(
    (
        "About {people} people left the town of {town} by boat. The dam lies {far} kilometres north of {town}.",
        "The governor of {town}, {name}, said more than {share} percent of {town} was under water.",
    )
)
TOWNS = (
    ("Ostrel", "4,200", "12", "Mira Tolan", "60"),
    ("Brenn", "300", "45", "Arne Vask", "35"),
    ("Carrow", "17,000", "7", "Ines Okafor", "80"),
)

# Imports once, then forks a child for each store it is told of. A child answers until the round is over, every
# third answer wrong at first, and tells each uid once it is acknowledged.
ZYGOTE = """
import os, sys
from briefings.store.store import open_store
from quiz_bank.desk import Desk
from quiz_bank.session import Phase
import quiz_bank.grading.quantities, quiz_bank.grading.persons, fsrs

def play(path):
    desk = Desk(open_store(path), "ana")
    found = desk.resume("dykes")
    if found is None:
        return
    quiz = found.quiz
    while quiz.phase is not Phase.DONE:
        seen = [each for each in (*quiz.attempts, *quiz.returns) if each.question.id == quiz.current.id]
        wrong = quiz.questions.index(quiz.current) % 3 == 0 and len(seen) < 2
        attempt = quiz.grade("no idea" if wrong else quiz.current.answer, "sure" if wrong else None)
        desk.record(attempt)
        os.write(1, f"kept {attempt.uid}\\n".encode())
        quiz.keep(attempt)
        quiz.advance()
    desk.finish(quiz)

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        play(line.strip())
        os._exit(0)
    os.write(1, f"began {child}\\n".encode())
    os.write(1, f"ended {os.waitpid(child, 0)[1]}\\n".encode())
"""


class Player:
    """Plays a round in a process of its own, and kills it after a while."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.kept: list[str] = []

    def play(self, store: Path, kill_after: float | None = None) -> int:
        """How it ended; what was acknowledged is added to ``kept``."""
        assert self.process.stdin is not None
        print(store, file=self.process.stdin, flush=True)
        child = int(self._told("began"))
        if kill_after is not None:
            time.sleep(kill_after)
            with suppress(ProcessLookupError):  # it was done before
                os.kill(child, signal.SIGKILL)
        return int(self._told("ended"))

    def _told(self, word: str) -> str:
        assert self.process.stdout is not None
        while True:
            said, _, rest = self.process.stdout.readline().strip().partition(" ")
            if said == word:
                return rest
            self.kept.append(rest)


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A store with a round whose first question was answered."""
    folder, path = tmp_path / "dykes", tmp_path / "begun.db"
    folder.mkdir()
    for town, people, far, name, share in TOWNS:
        text = NEWS.format(town=town, people=people, far=far, name=name, share=share)
        (folder / f"{town}.txt").write_text(text, encoding="utf-8")
    desk = Desk(open_store(str(path)), "ana")
    desk.add([str(folder)])
    quiz = desk.start("dykes", limit=10)
    assert quiz.total >= 6
    desk.record(quiz.grade("no idea", "sure"))
    desk.close()
    return path


def log(path: Path) -> list[tuple[str, str, str]]:
    """The questions, answers and verdicts in a store, in order."""
    desk = Desk(open_store(str(path)), "ana")
    try:
        rows = desk.results()
        kept = desk.store.read(lambda session: schedule.cards_of(session, 1))
        desk.rebuild_cards()
        assert desk.store.read(lambda session: schedule.cards_of(session, 1)) == kept
        assert desk.resume("dykes") is None
    finally:
        desk.close()
    return [(row.question, row.answer, row.verdict) for row in rows]


def uids(path: Path) -> set[str]:
    """Every attempt in a store."""
    with open_store(str(path)) as store:
        return {each.uid for each in store.read(lambda session: attempts.answers(session, 1))}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_a_killed_round_goes_on_as_if_nothing_had_been(tmp_path: Path, begun: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ZYGOTE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        player = Player(process)
        first, whole = tmp_path / "first.db", tmp_path / "whole.db"
        shutil.copy(begun, first)
        assert player.play(first) == 0  # reads the files of the program
        shutil.copy(begun, whole)
        start = time.perf_counter()
        assert player.play(whole) == 0
        longest = time.perf_counter() - start
        wanted = log(whole)
        assert len(wanted) > 8

        chance, kills, tries = random.Random(8), 0, 0
        while kills < KILLS:
            tries += 1
            assert tries < MOST_TRIES
            path = tmp_path / f"{tries}.db"
            shutil.copy(begun, path)
            player.kept = []
            if player.play(path, kill_after=chance.uniform(0, longest)) != 0:
                kills += 1
                while player.play(path, kill_after=chance.uniform(0, longest) if kills % 2 else None) != 0:
                    kills += 1
            assert set(player.kept) <= uids(path)
            assert log(path) == wanted
        assert process.stdin is not None
        process.stdin.close()
