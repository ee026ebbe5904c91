"""Articles in, stories and their questions out: one story, or one for each folder, whoever does the work."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path

from briefings.errors import BriefingError
from briefings.ingest import Report, Told, read_each, read_sources, settled, tell_nobody
from briefings.reading.articles import Given
from briefings.reading.kinds import READABLE
from briefings.store.store import Store
from briefings.workers.crew import ALONE, Workers
from quiz_bank import library


def add(
    store: Store,
    names: Sequence[str],
    story: str | None = None,
    given: Given = Given(),  # noqa: B008  # frozen: sharing it is safe
    told: Told = tell_nobody,
    allow_local: bool = False,
    workers: Workers = ALONE,
) -> Report:
    """Adds articles to a story and makes its questions; see ``briefings.ingest.read_sources``."""
    return _finished(store, read_sources(store, names, story, given, told, allow_local, workers), workers)


def add_each(
    store: Store,
    folders: Sequence[str],
    given: Given = Given(),  # noqa: B008  # frozen: sharing it is safe
    workers: Workers = ALONE,
) -> Iterator[Report]:
    """Adds each folder as a story of its own, as ``add`` would one after the other.

    While the claims and questions of one story are made, the articles of the next are read.

    Yields:
        The report of each story, in their order.
    """
    finishing = ThreadPoolExecutor(workers.size)
    under_way: deque[Future[Report]] = deque()
    try:
        for read in read_each(store, folders, given, workers):
            under_way.append(finishing.submit(partial(_finished, store, read, workers)))
            while len(under_way) > workers.size:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        finishing.shutdown(wait=False, cancel_futures=True)


def story_folders(names: Sequence[str]) -> list[str]:
    """The folders right inside these that hold articles, in the order of their names.

    Raises:
        BriefingError: a name is no folder, or has none with articles.
    """
    found: list[str] = []
    for name in names:
        if not Path(name).is_dir():
            raise BriefingError(f"{name} is no folder", "give one with a folder for each story")
        inside = [path for path in sorted(Path(name).iterdir()) if path.is_dir() and _holds_articles(path)]
        if not inside:
            raise BriefingError(f"{name}: no folder with articles inside", "leave out --by-folder")
        found += map(str, inside)
    return found


def _holds_articles(folder: Path) -> bool:
    if folder.name.startswith("."):
        return False
    return any(path.suffix.lower() in READABLE for path in folder.rglob("*"))


def _finished(store: Store, report: Report, workers: Workers) -> Report:
    """Makes the claims and the questions of a story whose articles are read."""
    return settled(report, library.shelve_changed(store, report.slug, workers)) if report.kept else report
