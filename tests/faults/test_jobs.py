"""Who reads makes no difference to what is stored, and no document can stop the others."""

from __future__ import annotations

import os
import random
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlmodel import Session, col, select

from briefings import ingest
from briefings.errors import BriefingError, ExitCode
from briefings.extract.pipeline import extract
from briefings.facts import Fact
from briefings.reading.articles import Given, read_article
from briefings.store.models import ArticleRow, ClaimRow, FactRow, QuestionRow, StoryRow
from briefings.store.store import Store, open_store
from briefings.stories import Article
from briefings.workers import crew, parsing
from briefings.workers.crew import AHEAD, ALONE, TRIES, Crew, Growing, Workers
from briefings.workers.parsing import Contents, Document
from briefings.workers.pool import BEHIND, Pool
from quiz_bank import adding
from tests.briefings.ingest.invented_news import FLOOD, FLOOD_AGAIN, made_up, page
from tests.faults.poison import DEADLY, ENDLESS, DangerousPool

FILES = 30  # two batches, one of them not full
NOT_CONTENT = {"id", "story_id", "article_id", "claim_id", "added_at", "created_at"}


class Threads:
    """An engine of threads: as a pool, but cheap."""

    failures: tuple[type[Exception], ...] = ()

    def __init__(self, size: int) -> None:
        self.size = size
        self.started = 0

    def start(self, size: int) -> Executor:
        self.started += 1
        return ThreadPoolExecutor(size)

    def stop(self, executor: Executor) -> None:
        executor.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """Has nothing to let go of."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "news"
    made.mkdir()
    for number in range(FILES - 2):
        (made / f"{number:03}.txt").write_text(made_up(number, 2), encoding="utf-8")
    (made / "flood-1.txt").write_text(page(FLOOD, "Esk floods Carrow", "3 May 2031"), encoding="utf-8")
    (made / "flood-2.txt").write_text(page(FLOOD_AGAIN, "Carrow under water"), encoding="utf-8")
    return made


def content(store: Store) -> list[Any]:
    """Everything a store holds of its stories, without the numbers and moments that differ from run to run."""

    def read(session: Session) -> list[Any]:
        articles = {row.id: row.key for row in session.exec(select(ArticleRow))}
        claims = {row.id: row.key for row in session.exec(select(ClaimRow))}
        found: list[Any] = []
        for table in (ArticleRow, FactRow, ClaimRow, QuestionRow):
            rows = [
                {
                    **row.model_dump(exclude=NOT_CONTENT if table is not QuestionRow else {"story_id"}),
                    "article": articles.get(getattr(row, "article_id", None)),
                    "claim": claims.get(getattr(row, "claim_id", None)),
                }
                for row in session.exec(select(table).order_by(col(table.id)))
            ]
            found.append(sorted(rows, key=repr))
        stories = session.exec(select(StoryRow)).all()
        return [*found, *((row.slug, row.title, {**row.reconciled, "digest": None}) for row in stories)]

    return store.read(read)


def added(path: Path, folder: Path, workers: Workers) -> list[Any]:
    with open_store(str(path)) as store:
        adding.add(store, [str(folder)], "s", workers=workers)
        return content(store)


def test_processes_and_a_cluster_store_what_one_process_alone_does(tmp_path: Path, folder: Path) -> None:
    alone = added(tmp_path / "alone.db", folder, ALONE)
    assert all(alone)
    assert len(alone[0]) == FILES
    with Crew(Pool(2)) as pool:
        assert added(tmp_path / "pool.db", folder, pool) == alone
        assert pool.run(os.nice, 0) == os.nice(0) + BEHIND
    distributed = pytest.importorskip("distributed")
    from briefings.workers.cluster import Cluster

    with (
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None
        ) as cluster,
        Crew(Cluster(cluster.scheduler_address)) as met,
    ):
        assert added(tmp_path / "cluster.db", folder, met) == alone


def test_a_cluster_that_does_not_answer_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    from briefings.workers import cluster

    monkeypatch.setattr(cluster, "TIMEOUT", 0.2)
    with pytest.raises(BriefingError, match=r"^no dask cluster answers at ") as told:
        cluster.Cluster("tcp://127.0.0.1:9")
    assert told.value.code is ExitCode.UNAVAILABLE


def test_without_dask_one_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefings.workers import cluster

    def missing(name: str) -> None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    monkeypatch.setattr(cluster, "import_module", missing)
    with pytest.raises(BriefingError) as told:
        cluster.Cluster("tcp://127.0.0.1:9")
    assert str(told.value) == "a cluster needs dask; install it with: pip install 'briefing-desk[cluster]'"


def test_documents_that_kill_or_hang_are_named_and_the_others_go_in(tmp_path: Path, folder: Path) -> None:
    deadly = {"004.txt": DEADLY, "011.txt": ENDLESS}
    for name, sentence in deadly.items():
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{sentence}\n")
    with (
        Crew(DangerousPool(2), patience=6) as pool,
        open_store(str(tmp_path / "store.db")) as store,
    ):
        report = adding.add(store, [str(folder)], "s", workers=pool)
        assert {row["source"] for row in content(store)[0]} == {path.name for path in folder.iterdir()} - set(
            deadly
        )
    told = {entry.source: str(entry.problem) for entry in report.added if entry.problem}
    fault = "a fault of this program: please report it"
    assert told == {
        "004.txt": f"004.txt stopped the process that read it; {fault}",
        "011.txt": f"011.txt was given up after 6 seconds; {fault}",
    }


def documents(count: int) -> list[Document]:
    texts = (made_up(number, 1).encode() for number in range(count))
    return [Document(f"{number}.txt", Contents(text), None, Given(), "") for number, text in enumerate(texts)]


def test_workers_who_hear_no_alarm_are_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    freed = threading.Event()

    def read_or_wait(raw: bytes, *rest: Any) -> Article:
        if ENDLESS.encode() in raw:
            freed.wait(30)
        return read_article(raw, *rest)

    monkeypatch.setattr(parsing, "read_article", read_or_wait)
    monkeypatch.setattr(crew, "BEGINNING", 0.0)
    first, *others = documents(4)
    endless = replace(first, contents=Contents(first.contents.raw + ENDLESS.encode()))
    engine = Threads(1)
    with Crew(engine, patience=0.3) as reading:
        ((_, parsed), (_, rest)) = reading.parse([("a", [others[0], endless, others[1]]), ("b", others[2:])])
        freed.set()
    assert [str(each) for each in parsed if isinstance(each, BriefingError)] == [
        "0.txt was given up after 0.3 seconds; a fault of this program: please report it"
    ]
    assert [each.source for each in (*parsed, *rest) if isinstance(each, Article)] == [
        "1.txt",
        "2.txt",
        "3.txt",
    ]


def test_batches_come_back_in_their_order_and_few_are_under_way() -> None:
    asked: list[int] = []

    def batches() -> Iterator[tuple[int, list[Document]]]:
        for number, document in enumerate(documents(30)):
            asked.append(number)
            yield number, [document] if number % 3 else []

    with Crew(Threads(2)) as workers:
        given: list[int] = []
        for number, parsed in workers.parse(batches()):
            assert len(asked) - len(given) <= 2 * AHEAD
            given.append(number)
            assert len(parsed) == (1 if number % 3 else 0)
    assert given == list(range(30))


def test_while_one_story_is_stored_the_next_is_read_and_a_folder_without_articles_is_told_in_its_turn(
    tmp_path: Path,
) -> None:
    folders = [tmp_path / name for name in ("first", "second", "empty")]
    for folder, count in zip(folders, (1, 2, 0), strict=True):
        folder.mkdir()
        for number in range(count):
            (folder / f"{number}.txt").write_text(made_up(number, 1), encoding="utf-8")
    with open_store(str(tmp_path / "store.db")) as store, Crew(Threads(2)) as workers:
        asked: list[str] = []
        submit = workers._submit

        def told(executor: Executor, work: Any, *arguments: Any) -> Any:
            asked.extend(document.name for document in arguments[0])
            return submit(executor, work, *arguments)

        workers._submit = told  # type: ignore[method-assign]
        reports = ingest.read_each(store, list(map(str, folders)), workers=workers)
        first = next(reports)
        assert (first.slug, first.kept, len(asked)) == ("first", 1, 3)
        assert store.read(lambda session: len(session.exec(select(ArticleRow)).all())) == 1
        second = next(reports)
        assert (second.slug, second.kept) == ("second", 2)
        with pytest.raises(BriefingError, match="no articles in this folder"):
            next(reports)


def test_work_whose_worker_stops_is_tried_anew_and_given_up_in_the_end() -> None:
    calls: list[int] = []

    def breaks(times: int) -> str:
        calls.append(times)
        if len(calls) <= times:
            raise BrokenExecutor
        return "done"

    engine = Threads(1)
    with Crew(engine) as workers:
        assert workers.run(breaks, TRIES - 1) == "done"
        assert engine.started == TRIES  # each time with new workers
        calls.clear()
        with pytest.raises(BriefingError, match="stopped again and again; try it with --jobs 1"):
            workers.run(breaks, TRIES)
        with pytest.raises(ZeroDivisionError):
            workers.run(divmod, 1, 0)


def test_a_crew_begins_where_there_is_much_to_read() -> None:
    engine = Threads(2)
    read = documents(9)
    with Growing(engine, few=6) as workers:
        batches = iter([("a", read[:3]), ("b", read[3:6]), ("c", read[6:]), ("d", [])])
        assert [(name, engine.started) for name, _ in workers.parse(batches)] == [
            ("a", 0),
            ("b", 0),
            ("c", 1),
            ("d", 1),
        ]
        assert workers.run(threading.active_count) > 0


@pytest.mark.parametrize("size", [1, 4])
def test_adding_again_in_any_order_by_any_number_changes_nothing(
    tmp_path: Path, folder: Path, size: int
) -> None:
    files = sorted(map(str, folder.iterdir()))
    with open_store(str(tmp_path / "store.db")) as store, Crew(Threads(size)) as workers:
        adding.add(store, files, "s", workers=workers)
        before, rows = content(store), moments(store)
        for seed in range(3):
            random.Random(seed).shuffle(files)
            report = adding.add(store, files, "s", workers=workers)
            assert {entry.outcome for entry in report.added} == {"unchanged"}
        assert (content(store), moments(store)) == (before, rows)
        other = tmp_path / "shuffled.db"
        with open_store(str(other)) as shuffled:
            adding.add(shuffled, files, "s", workers=workers)
            assert keys(shuffled) == keys(store)


def moments(store: Store) -> list[Any]:
    """Number and moment of each article, which stay while its row does."""
    return store.read(
        lambda session: list(
            session.execute(select(ArticleRow.id, ArticleRow.added_at).order_by(col(ArticleRow.id)))
        )
    )


def keys(store: Store) -> list[set[str]]:
    """The content keys of articles, claims and questions, which hold whatever the order of the articles was."""
    columns = (ArticleRow.key, ClaimRow.key, QuestionRow.id)
    return [store.read(lambda session, key=key: set(session.exec(select(key)))) for key in columns]  # type: ignore[misc]


def test_a_release_that_finds_other_facts_revises_claims_and_retires_those_that_vanish(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rows(store: Store) -> dict[str, tuple[int, bool]]:
        found = store.read(lambda session: list(session.exec(select(ClaimRow))))
        return {row.key: (row.revision, row.retired_at is not None) for row in found}

    def otherwise(text: str, published: date | None) -> Sequence[Fact]:
        """Without shares, and with another hedge where houses are counted."""
        facts = [fact for fact in extract(text, published) if fact.kind != "share"]
        return [replace(fact, qualifier="about") if fact.unit == "house" else fact for fact in facts]

    with open_store(str(tmp_path / "store.db")) as store:
        adding.add(store, [str(folder)], "s")
        before = rows(store)
        monkeypatch.setattr(parsing, "extract", otherwise)
        monkeypatch.setattr(ingest, "release", lambda: "the next one")
        adding.add(store, [str(folder)], "s")
        after = rows(store)
        live = store.read(
            lambda session: list(session.exec(select(QuestionRow).where(QuestionRow.kind == "share")))
        )
    assert set(before) <= set(after)
    revised = [key for key in before if after[key] == (2, False)]
    retired = [key for key in before if after[key] == (1, True)]
    assert revised
    assert retired
    assert len(revised) + len(retired) < len(before)
    assert all(question.retired_at for question in live)


def test_no_transaction_of_an_add_is_long(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:03}.txt").write_text(made_up(number), encoding="utf-8")
    with open_store(str(tmp_path / "store.db")) as store:
        written: list[int] = [0]

        def count(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
            if not statement.lstrip().upper().startswith("SELECT"):
                written[-1] += max(cursor.rowcount, 0)

        write = store.write

        def counted(work: Any, **how: Any) -> Any:
            written.append(0)
            return write(work, **how)

        store.write = counted  # type: ignore[method-assign]
        event.listen(Engine, "after_cursor_execute", count)
        try:
            adding.add(store, [str(folder)], "s")
        finally:
            event.remove(Engine, "after_cursor_execute", count)
    assert sum(written) > 1500  # articles, facts, claims, their links, questions
    assert max(written) <= 125
