"""How fast articles are added: articles a second, adding again, and memory at two sizes.

Run ``python benchmarks/ingest.py`` in the project's environment. The articles are made up (about 260 words each, as
long as short news). Reading, extracting and storing are what is measured against the bars; comparing the
articles of a story is timed beside them, for one story and for the same articles in many.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZES = (200, 1000)
STORIES = 100  # for the second measurement: so many stories of ten articles
FASTEST = 60.0  # articles a second at least
AGAIN = 0.1  # of the first time at most
GROWTH = 1.25  # peak memory of the larger size over that of the smaller, before the articles are compared

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


def measure(folder: Path, store: Path, groups: int) -> None:
    """Adds a folder twice, as so many stories, and prints seconds and peak memory; runs in a process of its own."""
    from briefings import ingest
    from briefings.store.store import open_store

    compare, compared = ingest.bring_up_to_date, []
    peaks = []

    def timed(*arguments: object) -> object:
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        began = time.perf_counter()
        try:
            return compare(*arguments)  # type: ignore[arg-type]
        finally:
            compared.append(time.perf_counter() - began)

    ingest.bring_up_to_date = timed  # type: ignore[assignment]
    files = sorted(map(str, folder.glob("*.txt")))
    size = len(files) // groups
    took = []
    with open_store(str(store)) as opened:
        for _ in range(2):
            began = time.perf_counter()
            for number in range(groups):
                part = [str(folder)] if groups == 1 else files[number * size : (number + 1) * size]
                ingest.add_sources(opened, part, f"story {number}")
            took += [time.perf_counter() - began - sum(compared), sum(compared)]
            compared.clear()
    print(*took, peaks[0], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def measured(folder: Path, groups: int = 1) -> list[float]:
    """Seconds of adding and comparing, the same again, and peak memory (MB) before comparing and after."""
    with tempfile.TemporaryDirectory() as place:
        arguments = [sys.executable, __file__, str(folder), str(Path(place) / "store.db"), str(groups)]
        run = subprocess.run(arguments, check=True, stdout=subprocess.PIPE, text=True)
    return [float(word) for word in run.stdout.split()]


def main() -> None:
    """Prints the figures; exits with 1 where a bar is missed."""
    found = {}
    with tempfile.TemporaryDirectory() as place:
        for size in SIZES:
            folder = Path(place) / str(size)
            write_articles(folder, size)
            found[size] = measured(folder)
        many = measured(folder, STORIES)
    heads = ("articles", "add s", "a second", "again s", "ratio", "compare s", "MB", "MB in all")
    print("".join(f"{head:>11}" for head in heads))
    rows = [(str(size), size, figures) for size, figures in found.items()]
    for name, count, figures in (*rows, (f"{SIZES[-1]}/{STORIES}", SIZES[-1], many)):
        add, compare, again, _, before, after = figures
        print(f"{name:>11}{add:>11.1f}{count / add:>11.0f}{again:>11.2f}{again / add:>11.3f}", end="")
        print(f"{compare:>11.1f}{before:>11.0f}{after:>11.0f}")
    add, _, again, _, before, _ = found[SIZES[-1]]
    growth = before / found[SIZES[0]][4]
    print(
        f"bars: {FASTEST:.0f} a second, {AGAIN} of the time again, memory {GROWTH} times at most ({growth:.2f})"
    )
    sys.exit(SIZES[-1] / add < FASTEST or again > AGAIN * add or growth > GROWTH)


if __name__ == "__main__":
    if len(sys.argv) == 4:
        measure(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()
