"""How fast articles are added: articles a second, adding again, and memory as a story grows.

Run ``python -m benchmarks.ingest`` in the project's environment. The articles are made up (about 260 words each, as
long as short news). What is measured is all that ``briefing add`` does: reading, extracting and storing, comparing
the articles of a story, making its questions; the same once more; and the same articles in many stories. Seconds are
those of one core: processor time of the process, its writer thread included.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

SIZES = (250, 500, 1000)
STORIES = 100  # for the second measurement: so many stories of ten articles
FASTEST = 60.0  # articles a second at least
AGAIN = 0.1  # of the first time at most
GROWTH = (
    1.25  # peak memory while articles are read, of the largest size over the smallest: batches leave it again
)

PLACES = (
    "Portmere",
    "Carrow",
    "Sundry",
    "Lorn",
    "Tarn Aldo",
    "Brae",
    "Ness",
    "Kelm",
    "Ossa",
    "Harn",
    "Hollin",
)
PEOPLE = ("Edda Lindqvist", "Tomas Verhey", "Marit Osei", "Jorun Vale", "Piet Amsel", "Rosa Imre")


def write_articles(folder: Path, count: int) -> None:
    """Writes so many articles, the same ones each time."""
    folder.mkdir(parents=True)
    chance = random.Random(7)
    for number in range(count):
        day = f"{chance.randint(1, 28)} {chance.choice(('March', 'May', 'June'))} 2031"
        paragraphs = [" ".join(_sentence(chance) for _ in range(chance.randint(1, 3))) for _ in range(7)]
        page = (f"Council of {chance.choice(PLACES)} decides on plan number {number}", day, *paragraphs)
        (folder / f"{number:04}.txt").write_text("\n\n".join((*page, "Share this article")), encoding="utf-8")


def _sentence(chance: random.Random) -> str:
    one, other = chance.sample(PLACES, 2)
    number = chance.randint(3, 95)
    return chance.choice(
        (
            f"{one} lies about {number * 4} kilometres north of {other}, and the road was closed on Monday.",
            f"Some {number * 100:,} people left {one} in June {chance.randint(2015, 2030)}, the county said.",
            f"The mayor of {one}, {chance.choice(PEOPLE)}, said that it would cost {number}.4 million crowns.",
            f"At least {number} houses in {other} were damaged when the river rose by 1.{number % 9} metres.",
            f"About {number} percent of the voters of {other} were in favour, more than in 2020.",
            "Nobody in the town could say who would pay for it, or when the ferry would run again.",
            "The company wants to keep the old pier open until a new one has been built beside it.",
        )
    )


@dataclass(frozen=True)
class Figures:
    """What adding took: seconds of one core, whole and in parts, seconds by the clock, and peak memory in MB."""

    articles: int
    whole: float
    clock: float
    compare: float
    questions: float
    again: float
    started: float
    read: float
    compared: float
    in_all: float


def measure(folder: Path, store: Path, groups: int) -> Figures:
    """Adds a folder twice, as so many stories; runs in a process of its own."""
    from briefings.store.store import open_store
    from quiz_bank import library
    from quiz_bank.desk import Desk
    from quiz_bank.generate import keeping

    took: defaultdict[str, float] = defaultdict(float)
    peaks: dict[str, float] = {}

    def timed(part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any, **named: Any) -> Any:
            peaks.setdefault(f"before {part}", _peak())
            began = time.process_time()
            try:
                return work(*arguments, **named)
            finally:
                took[part] += time.process_time() - began
                peaks[f"after {part}"] = _peak()

        return run

    vars(library)["shelve_changed"] = timed("compare", library.shelve_changed)
    vars(library)["to_keep"] = timed("questions", keeping.to_keep)
    files = sorted(map(str, folder.glob("*.txt")))
    size = len(files) // groups
    parts = [[str(folder)]] if groups == 1 else [files[n * size : (n + 1) * size] for n in range(groups)]
    started = _peak()
    seconds = []
    with open_store(str(store)) as opened:
        desk = Desk(opened, "reader")
        for _ in range(2):
            began, clock = time.process_time(), time.perf_counter()
            for number, part in enumerate(parts):
                desk.add(part, f"story {number}")
            seconds += [time.process_time() - began, time.perf_counter() - clock]
            if len(seconds) == 2:
                first = dict(took)
    return Figures(
        articles=len(files),
        whole=seconds[0],
        clock=seconds[1],
        compare=first["compare"] - first["questions"],
        questions=first["questions"],
        again=seconds[2],
        started=started,
        read=peaks["before compare"],
        compared=peaks["before questions"],
        in_all=_peak(),
    )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(folder: Path, groups: int = 1) -> Figures:
    """What ``measure`` finds in a fresh process."""
    with tempfile.TemporaryDirectory() as place:
        arguments = [str(folder), str(Path(place) / "store.db"), str(groups)]
        run = subprocess.run(
            [sys.executable, "-m", "benchmarks.ingest", *arguments],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    return Figures(**json.loads(run.stdout))


HEADS = "articles whole a-second clock read compare questions again ratio MB-start -read -compared -in-all"


def told(name: str, found: Figures) -> str:
    """One line of the table."""
    read = found.whole - found.compare - found.questions
    cells = (
        *(f"{found.whole:.1f}", f"{found.articles / found.whole:.0f}", f"{found.clock:.1f}"),
        *(f"{read:.1f}", f"{found.compare:.1f}", f"{found.questions:.1f}"),
        *(f"{found.again:.2f}", f"{found.again / found.whole:.3f}"),
        *(f"{size:.0f}" for size in (found.started, found.read, found.compared, found.in_all)),
    )
    return "".join(f"{cell:>11}" for cell in (name, *cells))


def main() -> None:
    """Prints the figures; exits with 1 where a bar is missed."""
    print("".join(f"{head:>11}" for head in HEADS.split()))
    found = []
    with tempfile.TemporaryDirectory() as place:
        for size in SIZES:
            folder = Path(place) / str(size)
            write_articles(folder, size)
            found.append(measured(folder))
            print(told(str(size), found[-1]), flush=True)
        print(told(f"{SIZES[-1]}/{STORIES}", measured(folder, STORIES)))
    small, large = found[0], found[-1]
    speed, ratio, growth = large.articles / large.whole, large.again / large.whole, large.read / small.read
    print(f"bars: {FASTEST:.0f} a second ({speed:.0f}), {AGAIN} of the time again ({ratio:.3f}),", end=" ")
    print(f"memory while reading {GROWTH} times at most ({growth:.2f})")
    apiece = (large.in_all - small.in_all) * 1024 / (large.articles - small.articles)
    print(f"a story is compared as a whole: {apiece:.0f} kB more for each of its articles")
    sys.exit(speed < FASTEST or ratio > AGAIN or growth > GROWTH)


if __name__ == "__main__":
    if len(sys.argv) == 4:
        print(json.dumps(asdict(measure(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))))
    else:
        main()
