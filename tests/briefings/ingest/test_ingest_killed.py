"""An ``add`` that is killed at any moment leaves a store that the next one completes, as if nothing had been."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sqlmodel import Session, col, select

from briefings.ingest import add_sources
from briefings.store.models import ArticleRow, ClaimRow, FactRow, StoryRow
from briefings.store.store import open_store
from tests.briefings.ingest.invented_news import FLOOD, FLOOD_AGAIN, made_up, page

KILLS = 20
MOST_TRIES = 4 * KILLS
FILES = 24  # two batches to read, three transactions to store
NOT_CONTENT = {"id", "story_id", "article_id", "claim_id", "added_at", "created_at"}

# Imports once, then forks a child for each store it is told of: a child is killed within its work, not its start.
ZYGOTE = """
import os, sys, time
from briefings.ingest import add_sources
from briefings.store.store import open_store
folder = sys.argv[1]
for line in sys.stdin:
    began = time.perf_counter()
    child = os.fork()
    if child == 0:
        with open_store(line.strip()) as store:
            add_sources(store, [folder], "killed")
        os._exit(0)
    print(child, flush=True)
    print(os.waitpid(child, 0)[1], time.perf_counter() - began, flush=True)
"""


class Run(NamedTuple):
    """How an ``add`` ended: its wait status, and the seconds it took."""

    status: int
    seconds: float


class Adder:
    """Runs ``add`` in a process of its own, and kills it after a while."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def add(self, store: Path, kill_after: float | None = None) -> Run:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(store, file=self.process.stdin, flush=True)
        child = int(self.process.stdout.readline())
        if kill_after is not None:
            time.sleep(kill_after)
            with suppress(ProcessLookupError):  # it was done before
                os.kill(child, signal.SIGKILL)
        status, seconds = self.process.stdout.readline().split()
        return Run(int(status), float(seconds))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for number in range(FILES):
        (made / f"{number:03}.txt").write_text(made_up(number, 2), encoding="utf-8")
    for path in made.glob("*.txt"):  # all within three days, so that a date is inferred
        text = path.read_text(encoding="utf-8")
        title, _, rest = text.split("\n\n", 2)
        path.write_text(f"{title}\n\n3 May 2031\n\n{rest}", encoding="utf-8")
    (made / "flood-1.txt").write_text(page(FLOOD, "Esk floods Carrow", "3 May 2031"), encoding="utf-8")
    (made / "flood-2.txt").write_text(page(FLOOD_AGAIN, "Carrow under water"), encoding="utf-8")
    return made


@pytest.fixture
def adder(folder: Path) -> Iterator[Adder]:
    with subprocess.Popen(
        [sys.executable, "-c", ZYGOTE, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield Adder(process)
        assert process.stdin is not None
        process.stdin.close()


def content(path: Path) -> list[Any]:
    """Everything a store holds of its stories, without the numbers and moments that differ from run to run."""

    def read(session: Session) -> list[Any]:
        articles = {row.id: row.key for row in session.exec(select(ArticleRow))}
        claims = {row.id: row.key for row in session.exec(select(ClaimRow))}
        found: list[Any] = []
        for table in (ArticleRow, FactRow, ClaimRow):
            rows = [
                {
                    **row.model_dump(exclude=NOT_CONTENT),
                    "article": articles.get(getattr(row, "article_id", None)),
                    "claim": claims.get(getattr(row, "claim_id", None)),
                }
                for row in session.exec(select(table).order_by(col(table.id)))
            ]
            found.append(sorted(rows, key=repr))
        stories = session.exec(select(StoryRow)).all()
        return [
            *found,
            *((story.slug, story.title, {**story.reconciled, "digest": None}) for story in stories),
        ]

    with open_store(str(path)) as store:
        return store.read(read)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_a_killed_add_is_completed_by_the_next_one(tmp_path: Path, folder: Path, adder: Adder) -> None:
    whole = tmp_path / "whole.db"
    undisturbed = adder.add(whole)
    assert undisturbed.status == 0
    wanted = content(whole)
    assert len(wanted[0]) == FILES + 2
    assert all(wanted)
    assert [row["date_basis"] for row in wanted[0]].count("inferred") == 1
    chance, longest, kills = random.Random(20), undisturbed.seconds, 0
    for number in range(MOST_TRIES):
        path = tmp_path / f"{number}.db"
        run = adder.add(path, kill_after=chance.uniform(0, longest))
        if run.status == 0:  # it was done before: the machine has become faster
            longest = min(longest, run.seconds)
            continue
        kills += 1
        with open_store(str(path)) as store:
            add_sources(store, [str(folder)], "killed")
        assert content(path) == wanted
        if kills == KILLS:
            break
    assert kills == KILLS
