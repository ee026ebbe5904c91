"""What a store costs in a file and in a database: answers a second, bytes an article, a search, a whole copy.

Run ``python -m benchmarks.backends FILE|URL...`` in the project's environment, each naming a place with nothing in
it: a file, or an empty PostgreSQL database. Answers are kept as a desk keeps them (the attempt and its card, on disk
when it is told) by one process, then by eight, as fast as they can and at the pace of people: one in five seconds
each. Articles are those of ``benchmarks.ingest``. Sizes are asked of the store itself.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

from benchmarks.ingest import write_articles
from briefings.ingest import add_sources
from briefings.store.backup import info
from briefings.store.copying import copy_store
from briefings.store.location import Location, resolve
from briefings.store.search import search
from briefings.store.store import open_store
from quiz_bank.desk import Desk
from tests.quiz_bank.learning.invented_answers import START, attempt, made

TURNS = 3
ARTICLES = 300
ANSWERS = 100  # of each process
PROCESSES = 8
PEOPLE, PACE, SPELL = (
    200,
    5.0,
    10.0,
)  # people in one process, seconds between two answers of each, seconds in all


def answered(target: str, who: str) -> list[float]:
    """Keeps answers one after the other; the seconds each took."""
    took = []
    with open_store(target) as store:
        desk = Desk(store, who)
        for number in range(ANSWERS):
            given = attempt(made(number), START + timedelta(minutes=number))
            begun = time.perf_counter()
            desk.record(given)
            took.append(time.perf_counter() - begun)
    return took


def at_human_pace(target: str, turn: int) -> list[float]:
    """The seconds that each answer took of many people in one process, who answer every few seconds."""
    took: list[float] = []
    with open_store(target) as store:

        def person(place: int) -> None:
            desk = Desk(store, f"person {place}")
            time.sleep(PACE * place / PEOPLE)
            for number in range(int(SPELL / PACE)):
                given = attempt(made(number), START + timedelta(days=number + 9 * turn))
                begun = time.perf_counter()
                desk.record(given)
                took.append(time.perf_counter() - begun)
                time.sleep(PACE)

        people = [threading.Thread(target=person, args=(place,)) for place in range(PEOPLE)]
        for each in people:
            each.start()
        for each in people:
            each.join()
    return took


@dataclass(frozen=True)
class Figure:
    """How many a second, and the seconds one took: the median, and what 99 of 100 stay under."""

    a_second: float
    median: float
    p99: float

    def __str__(self) -> str:
        return (
            f"{self.a_second:7.0f} a second   p50 {self.median * 1e3:6.1f} ms   p99 {self.p99 * 1e3:6.1f} ms"
        )


def figure(took: list[float], seconds: float) -> Figure:
    """The figure of what took so long each, in so many seconds."""
    return Figure(len(took) / seconds, statistics.median(took), sorted(took)[int(len(took) * 0.99)])


def fill(place: Location, folder: Path) -> None:
    """Adds the articles; tells what they take."""
    open_store(place.target).close()
    empty = info(place).size
    begun = time.perf_counter()
    with open_store(place.target) as store:
        add_sources(store, [str(folder)], "plans")
    print(f"{place}: {ARTICLES / (time.perf_counter() - begun):.0f} articles a second")
    print(f"{place}: {(info(place).size - empty) / ARTICLES:.0f} bytes an article")


def searches(place: Location, turn: int) -> Figure:
    """Searches of four kinds."""
    took = []
    with open_store(place.target) as store:
        for typed in ("council plan", "ferry", "kilometres north of Lorn", "Edda Lind") * 10:
            begun = time.perf_counter()
            store.read(lambda session, typed=typed: search(session, typed))  # type: ignore[misc]
            took.append(time.perf_counter() - begun)
    return figure(took, sum(took))


def of_one_process(place: Location, turn: int) -> Figure:
    """Answers as fast as one can give them."""
    took = answered(place.target, f"one {turn}")
    return figure(took, sum(took))


def of_processes(place: Location, turn: int) -> Figure:
    """Answers as fast as eight can give them, each in a process of her own."""
    names = [f"process {number} {turn}" for number in range(PROCESSES)]
    with ProcessPoolExecutor(PROCESSES, get_context("spawn")) as pool:
        runs = list(pool.map(answered, [place.target] * PROCESSES, names))
    return figure([each for run in runs for each in run], statistics.mean(sum(run) for run in runs))


def of_people(place: Location, turn: int) -> Figure:
    """Answers of many people in one process, each every few seconds."""
    return figure(at_human_pace(place.target, turn), SPELL)


def copying(place: Location, turn: int) -> Figure:
    """Rows copied to a file and compared."""
    with tempfile.TemporaryDirectory() as other:
        copy = Path(other) / "copy.db"
        begun = time.perf_counter()
        rows = sum(each.rows for each in copy_store(place, Location(str(copy), copy)).values())
    seconds = time.perf_counter() - begun
    return Figure(rows / seconds, seconds, seconds)


def main(names: list[str]) -> None:
    """Measures the places in turn, several times, and tells the best of each: other work only makes it slower."""
    places = [resolve(name) for name in names]
    with tempfile.TemporaryDirectory() as folder:
        articles = Path(folder) / "articles"
        write_articles(articles, ARTICLES)
        for place in places:
            fill(place, articles)
    for work in (searches, of_one_process, of_processes, of_people, copying):
        best: dict[Location, Figure] = {}
        for turn in range(TURNS):
            for place in places:
                found = work(place, turn)
                best[place] = min(best.get(place, found), found, key=lambda each: each.median)
        for place in places:
            print(f"{place}: {work.__name__:<16} {best[place]}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
