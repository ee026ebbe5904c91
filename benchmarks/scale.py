"""How adding, searching and Home grow with the number of articles, and what a second process brings.

Run ``python -m benchmarks.scale SIZE...`` in the project's environment. For each size, articles of our own invention
(``corpus``: a hundred to a story) are added by one process and by a pool of two, each to a fresh store; then the store
is opened, searched, and asked for what Home shows. Each size is a line of ``docs/performance.csv``, in place of its
older one, and ``docs/performance.svg`` is drawn from all lines. ``python -m benchmarks.scale --store FILE`` looks at a
store that is there. Processor time is that of the process and of its workers; on a busy machine it tells more than the
clock does: with two free cores no run takes less than half of the whole, or than the process that stores.
"""

from __future__ import annotations

import csv
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from functools import partial
from math import log2
from pathlib import Path

from benchmarks.corpus import APIECE, cast, write_stories

DOCS = Path(__file__).parents[1] / "docs"
ROUNDS = 21
FIELDS = (
    "articles",
    "alone_s",
    "pool_s",
    "pool_storing_s",
    "alone_clock",
    "pool_clock",
    "storing_mb",
    "worker_mb",
    "store_mb",
    "search_ms",
    "home_ms",
)
Row = dict[str, float]
PANELS: tuple[tuple[str, Callable[[Row], float | None], float], ...] = (
    ("articles a second of processor time", lambda row: row["articles"] / row["pool_s"], 0.0),
    ("MB of the process that stores", lambda row: row.get("storing_mb"), 0.0),
    ("search, ms (bar 30)", lambda row: row.get("search_ms"), 30.0),
    ("Home, ms (bar 300)", lambda row: row.get("home_ms"), 300.0),
)


def add(folder: Path, store: Path, jobs: int) -> Row:
    """Adds a folder of stories; runs in a process of its own."""
    from briefings.store.store import open_store
    from briefings.workers.crew import ALONE, Crew
    from briefings.workers.pool import Pool
    from quiz_bank.adding import add_each, story_folders

    clock = time.perf_counter()
    with open_store(str(store)) as opened, Crew(Pool(jobs)) if jobs > 1 else nullcontext(ALONE) as workers:
        for report in add_each(opened, story_folders([str(folder)]), workers=workers):
            assert report.kept
    mine, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "clock": time.perf_counter() - clock,
        "storing": mine.ru_utime + mine.ru_stime,
        "reading": theirs.ru_utime + theirs.ru_stime,
        "storing_mb": mine.ru_maxrss / 1024,
        "worker_mb": theirs.ru_maxrss / 1024,
    }


def added(folder: Path, store: Path, jobs: int) -> Row:
    """What ``add`` measures in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.scale", "--add", str(folder), str(store), str(jobs)]
    told: Row = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return told


def looked_at(store: Path) -> Row:
    """Milliseconds of processor time of a search and of Home, the store once loaded; the middle one of several."""
    from briefings.store.store import open_store
    from quiz_bank.desk import Desk

    with open_store(str(store)) as opened:
        desk = Desk(opened, "ana")
        articles = sum(card.articles for card in desk.stories())
        casts = [cast(number % max(1, articles // APIECE)) for number in range(ROUNDS)]
        words = [f"{who.places[number % 3]} soldiers" for number, who in enumerate(casts)]
        desk.search(words[0])
        return {
            "articles": articles,
            "store_mb": store.stat().st_size / 2**20,
            "search_ms": _middle([partial(desk.search, word) for word in words]),
            "home_ms": _middle([desk.stories] * ROUNDS),
        }


def _middle(works: Sequence[Callable[[], object]]) -> float:
    times = []
    for work in works:
        began = time.thread_time()
        work()
        times.append((time.thread_time() - began) * 1000)
    return statistics.median(times)


def measured(size: int) -> Row:
    """A line of the table."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "articles"
        write_stories(folder, size, max(1, size // APIECE))
        alone = added(folder, Path(place) / "alone.db", 1)
        pool = added(folder, Path(place) / "pool.db", 2)
        return {
            **looked_at(Path(place) / "pool.db"),
            "alone_s": alone["storing"],
            "pool_s": pool["storing"] + pool["reading"],
            "pool_storing_s": pool["storing"],
            "alone_clock": alone["clock"],
            "pool_clock": pool["clock"],
            "storing_mb": pool["storing_mb"],
            "worker_mb": pool["worker_mb"],
        }


def kept(row: Row) -> list[Row]:
    """All lines of the table, with this one in place of the older one of its size."""
    path = DOCS / "performance.csv"
    rows = {row["articles"]: row}
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            older = [
                {name: float(value) for name, value in line.items() if value} for line in csv.DictReader(file)
            ]
        rows = {**{line["articles"]: line for line in older}, **rows}
    ordered = [rows[size] for size in sorted(rows)]
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, FIELDS, lineterminator="\n")
        table.writeheader()
        table.writerows({name: f"{line[name]:.6g}" for name in FIELDS if name in line} for line in ordered)
    return ordered


def drawn(rows: list[Row]) -> str:
    """The curves as SVG: a panel for each, articles to the right, one step a doubling."""
    panels = [_panel(rows, number, *panel) for number, panel in enumerate(PANELS)]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" font-family="sans-serif" font-size="11">\n'
        '<rect width="640" height="360" fill="#fff"/>\n' + "\n".join(panels) + "\n</svg>\n"
    )


def _panel(rows: list[Row], number: int, title: str, value: Callable[[Row], float | None], bar: float) -> str:
    left, top, wide, high = 50 + 320 * (number % 2), 30 + 180 * (number // 2), 240, 110
    known = [(row["articles"], found) for row in rows if (found := value(row)) is not None]
    most = max(bar, *(found for _, found in known)) * 1.1
    first, last = log2(rows[0]["articles"]), log2(rows[-1]["articles"])
    lines = [
        f'<text x="{left}" y="{top - 8}" font-weight="bold">{title}</text>',
        f'<path d="M{left} {top}V{top + high}H{left + wide}" fill="none" stroke="#888"/>',
    ]
    if bar:
        height = top + high * (1 - bar / most)
        lines.append(f'<path d="M{left} {height:.0f}h{wide}" stroke="#c30" stroke-dasharray="4"/>')
    points = []
    for size, found in known:
        x = left + wide * (log2(size) - first) / ((last - first) or 1)
        y = top + high * (1 - found / most)
        points.append(f"{x:.0f},{y:.0f}")
        lines.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3" fill="#06c"/>')
        lines.append(f'<text x="{x:.0f}" y="{y - 7:.0f}" text-anchor="middle">{found:.0f}</text>')
        lines.append(
            f'<text x="{x:.0f}" y="{top + high + 14}" text-anchor="middle" fill="#555">{size / 1000:g}k</text>'
        )
    lines.append(f'<polyline points="{" ".join(points)}" fill="none" stroke="#06c" stroke-width="2"/>')
    return "\n".join(lines)


def main() -> None:
    """Measures the sizes named, and draws what is known."""
    for size in map(int, sys.argv[1:]):
        row = measured(size)
        (DOCS / "performance.svg").write_text(drawn(kept(row)), encoding="utf-8")
        print({name: round(value, 2) for name, value in row.items()}, flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "--add":
        print(json.dumps(add(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))))
    elif sys.argv[1] == "--store":
        print(json.dumps(looked_at(Path(sys.argv[2]))))
    else:
        main()
