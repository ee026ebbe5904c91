"""Whether trainees wait while articles are added: how long an answer takes to be kept, without and with an ``add``.

Run ``python -m benchmarks.answering [ARTICLES] [JOBS]`` in the project's environment (10,000 and 2 by default). Two
hundred trainees of one process each give an answer about every five seconds; all are kept by one writer thread, as a
server does. First nobody else writes, for twenty seconds; then a process of its own adds the articles to the same
store. The bar is that of the second: of a hundred answers 99 are kept within 50 ms.
"""

from __future__ import annotations

import gc
import random
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.corpus import APIECE, write_stories
from benchmarks.progress import fill
from briefings.store.store import Store, open_store
from quiz_bank.desk import Desk
from quiz_bank.grading.verdicts import Verdict
from quiz_bank.questions import Question
from quiz_bank.session import Attempt

TRAINEES = 200
PAUSE = 5.0  # seconds between two answers of a trainee, on average
QUIET = 20.0  # seconds that are measured before anything is added
BAR = 50.0  # milliseconds


def answered(store: Store, asked: Question, goes_on: Callable[[], bool]) -> list[float]:
    """Milliseconds each answer took to be kept, while it goes on."""
    desks = [Desk(store, f"trainee {number}") for number in range(TRAINEES)]
    chance = random.Random(1)
    took: list[float] = []

    def keep(desk: Desk, due: float) -> None:
        verdict = Verdict("correct", "made", "made")
        desk.record(Attempt(uuid.uuid4().hex, asked, "1 km", verdict, 4000, datetime.now(UTC)))
        took.append((time.perf_counter() - due) * 1000)

    due = time.perf_counter()
    with ThreadPoolExecutor(TRAINEES) as people:
        while goes_on():
            due += chance.expovariate(TRAINEES / PAUSE)
            time.sleep(max(0.0, due - time.perf_counter()))
            people.submit(keep, chance.choice(desks), due)
    return took


def told(name: str, took: list[float]) -> float:
    """Prints a line; returns the 99th of a hundred."""
    cuts = statistics.quantiles(took, n=100)
    print(
        f"{name:<24}{len(took):>8}{cuts[49]:>9.1f}{cuts[94]:>9.1f}{cuts[98]:>9.1f}{max(took):>9.1f}",
        flush=True,
    )
    return cuts[98]


def main() -> None:
    """Prints both lines; exits with 1 where the bar is missed."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    jobs = sys.argv[2] if len(sys.argv) > 2 else "2"
    with tempfile.TemporaryDirectory() as place:
        folder, path = Path(place) / "articles", Path(place) / "store.db"
        write_stories(folder, articles, max(1, articles // APIECE))
        command = ["add", str(folder), "--by-folder", "--jobs", jobs, "--db", str(path)]
        with open_store(str(path)) as store:
            asked = fill(store, 2_000, 20)
            gc.freeze()  # as a server does
            print(f"{'ms to keep an answer':<24}{'answers':>8}{'p50':>9}{'p95':>9}{'p99':>9}{'max':>9}")
            until = time.monotonic() + QUIET
            told("nothing else", answered(store, asked, lambda: time.monotonic() < until))
            began = time.perf_counter()
            with subprocess.Popen(
                [sys.executable, "-m", "tui.cli", *command],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            ) as adding:
                last = told(f"adding, {jobs} jobs", answered(store, asked, lambda: adding.poll() is None))
            print(
                f"{articles} articles added in {time.perf_counter() - began:.0f} s; bar {BAR:.0f} ms: {last:.0f}"
            )
    sys.exit(last > BAR)


if __name__ == "__main__":
    main()
