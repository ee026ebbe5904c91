"""A store in PostgreSQL: how it is made and brought up, what it refuses, and what is told when it cannot."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, StatementError
from sqlmodel import Session, select

from briefings.errors import BriefingError, ExitCode
from briefings.store import shelf
from briefings.store.location import resolve
from briefings.store.models import SCHEMA_VERSION, ArticleRow, AttemptRow, SettingRow, StoryRow
from briefings.store.postgres import schema, server
from briefings.store.postgres.faults import FAULTS, as_error
from briefings.store.store import Store, open_store
from tests.cluster import Cluster

NEXT = SCHEMA_VERSION + 1
ADD_A_TABLE = ("CREATE TABLE extra (x INTEGER)",)
FAIL_HALF_WAY = (*ADD_A_TABLE, "CREATE TABLE extra (x INTEGER)")
OLD_STORES = sorted((Path(__file__).parent / "old" / "postgres").glob("v*.sql"))


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    with open_store(database) as opened:
        yield opened


def setting(store: Store, name: str, value: str) -> None:
    store.write(lambda session: session.merge(SettingRow(name=name, value=value)))


def tables(url: str) -> set[str]:
    with psycopg.connect(url) as connection:
        found = connection.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 2200")
        return {name for (name,) in found}


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("postgresql://ann:s3:c@ret@db.example/briefing", "postgresql://ann:***@db.example/briefing"),
        ("postgres://ann@db.example:5433/b", "postgres://ann@db.example:5433/b"),
        ("postgresql:///b?host=/run/pg&password=s3cret", "postgresql:///b?host=/run/pg&password=***"),
    ],
)
def test_a_database_is_named_without_its_password(named: str, told: str) -> None:
    assert str(resolve(named)) == told
    assert resolve(named).target == named


def test_hosts_racing_for_an_empty_database_make_it_once(server: Cluster) -> None:
    url = server.url(server.empty_database())
    together, made = threading.Barrier(4), []

    def start(number: int) -> None:
        together.wait(timeout=20)
        with open_store(url) as store:
            setting(store, f"host {number}", "here")
            made.append(number)

    hosts = [threading.Thread(target=start, args=(number,)) for number in range(4)]
    for host in hosts:
        host.start()
    for host in hosts:
        host.join()
    assert sorted(made) == [0, 1, 2, 3]
    with open_store(url) as store:
        assert len(store.read(lambda session: session.exec(select(SettingRow)).all())) == 4


def test_what_is_made_among_temporary_tables_is_what_a_store_has(store: Store, database: str) -> None:
    before = tables(database)
    found, fresh = store.write(
        lambda session: (schema.shape(session.connection()), schema.fresh_shape(session.connection()))
    )
    assert found == fresh
    assert {"article", "attempt", "briefing_schema", "room_event"} <= found.keys()
    assert tables(database) == before


def test_steps_are_kept_for_every_version_since_the_first() -> None:
    assert list(schema.STEPS) == list(range(schema.FIRST + 1, SCHEMA_VERSION + 1))
    earlier = {f"v{number}" for number in range(schema.FIRST, SCHEMA_VERSION)}
    assert earlier <= {path.stem for path in OLD_STORES}


@pytest.mark.parametrize("old", OLD_STORES, ids=lambda path: path.stem)
def test_every_older_store_becomes_what_a_fresh_one_is(old: Path, server: Cluster, store: Store) -> None:
    name = server.empty_database()
    server.run(old.read_text(encoding="utf-8"), name)
    with open_store(server.url(name)) as brought_up:
        shape = brought_up.read(lambda session: schema.shape(session.connection()))
    assert shape == store.read(lambda session: schema.shape(session.connection()))


def test_a_step_brings_a_store_up_or_leaves_it_as_it_was(server: Cluster) -> None:
    url = server.url(server.empty_database())
    open_store(url).close()
    engine = _engine(url)
    with pytest.raises(DBAPIError, match="already exists"):
        schema.migrate(engine, "s", {NEXT: FAIL_HALF_WAY}, NEXT)
    assert "extra" not in tables(url)
    schema.migrate(engine, "s", {NEXT: ADD_A_TABLE}, NEXT)
    assert "extra" in tables(url)
    engine.dispose()
    with pytest.raises(BriefingError, match="made by a newer briefing") as refused:
        open_store(url)
    assert refused.value.code is ExitCode.UNAVAILABLE


def test_another_program_s_database_is_refused_and_left_as_it_is(server: Cluster) -> None:
    name = server.empty_database()
    server.run("CREATE TABLE invoice (number INTEGER)", name)
    with pytest.raises(BriefingError, match="holds another program's tables; name one of its own") as refused:
        open_store(server.url(name))
    assert refused.value.code is ExitCode.UNAVAILABLE
    assert tables(server.url(name)) == {"invoice"}


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgresql://ann:s3cret@127.0.0.1:1/b", "cannot be reached (connection refused)"),
        (
            "postgresql:///none?host={folder}&user=postgres",
            'cannot be reached (database "none" does not exist)',
        ),
        (
            "postgresql:///postgres?host={folder}&user=nobody_here",
            'cannot be reached (role "nobody_here" does not',
        ),
    ],
)
def test_a_database_that_cannot_be_reached_is_told_in_one_line(server: Cluster, url: str, told: str) -> None:
    with pytest.raises(BriefingError) as refused:
        open_store(url.format(folder=server.folder))
    assert told.casefold() in str(refused.value).casefold()
    assert "\n" not in str(refused.value)
    assert "s3cret" not in str(refused.value)
    assert refused.value.code is ExitCode.UNAVAILABLE


def test_a_wrong_password_is_told_without_it(server: Cluster) -> None:
    fault = psycopg.OperationalError(
        'connection failed: connection to server at "10.0.0.1", port 5432 failed: '
        'FATAL:  password authentication failed for user "ann"'
    )
    told = str(as_error(fault, "postgresql://ann:***@db/b"))
    assert 'db/b cannot be reached (password authentication failed for user "ann")' in told


def test_a_url_that_cannot_be_read_is_told_with_how_to_write_it() -> None:
    with pytest.raises(BriefingError, match=r"ann:\*\*\*@db:port/b cannot be read; write it as") as refused:
        open_store("postgresql://ann:s3cret@db:port/b")
    assert refused.value.code is ExitCode.BAD_USAGE


@pytest.mark.parametrize("state", [*(name for name in FAULTS if len(name) == 5), "57014", "08006"])
def test_what_the_server_refuses_is_told_in_one_line_by_its_state(store: Store, state: str) -> None:
    def refused_by_server(session: Session) -> None:
        session.connection().exec_driver_sql(
            f"DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '{state}'; END $$"
        )

    with pytest.raises(BriefingError) as refused:
        store.write(refused_by_server)
    assert refused.value.code is ExitCode.UNAVAILABLE
    assert str(store.place) in refused.value.message
    assert refused.value.hint


def test_a_text_that_no_database_holds_is_told_in_one_line(store: Store) -> None:
    with pytest.raises(BriefingError, match="a text or a number does not fit into the store"):
        setting(store, "colour", "b\x00lue")


def test_a_store_that_can_only_be_read_shows_its_stories_and_takes_nothing(database: str) -> None:
    read_only = f"{database}&options=-c%20default_transaction_read_only%3Don"
    with open_store(read_only) as store:
        assert store.read(shelf.counts) == []
        with pytest.raises(BriefingError, match="can only be read"):
            setting(store, "colour", "blue")


def test_who_reads_sees_one_state_and_cannot_write(store: Store) -> None:
    def twice(session: Session) -> tuple[bool, bool]:
        first = session.get(SettingRow, "colour") is None
        setting(store, "colour", "blue")
        session.expire_all()
        return first, session.get(SettingRow, "colour") is None

    assert store.read(twice) == (True, True)
    with pytest.raises(BriefingError, match="can only be read"):
        store.read(lambda session: session.execute(text("DELETE FROM setting")))


def test_two_hosts_lose_no_update_though_nothing_locks_a_row(database: str) -> None:
    def increment(session: Session) -> None:
        row = session.get(SettingRow, "n") or SettingRow(name="n", value="0")
        row.value = str(int(row.value) + 1)
        session.add(row)

    with open_store(database) as one, open_store(database) as other:
        hosts = [
            threading.Thread(target=lambda host=host: [host.write(increment) for _ in range(20)])
            for host in (one, other)
        ]
        for host in hosts:
            host.start()
        for host in hosts:
            host.join()
        row = one.read(lambda session: session.get(SettingRow, "n"))
    assert row is not None
    assert row.value == "40"


def test_a_lock_held_elsewhere_stops_writers_not_readers(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(server.SETTINGS, "lock_timeout", "50ms")
    with open_store(database) as store, psycopg.connect(database) as other:
        other.execute(f"SELECT pg_advisory_xact_lock({schema.LOCK})")
        assert store.read(shelf.counts) == []
        with pytest.raises(BriefingError, match="in use by another process") as refused:
            setting(store, "x", "y")
        assert refused.value.code is ExitCode.UNAVAILABLE
        other.rollback()
        setting(store, "x", "y")


def test_a_connection_that_was_cut_is_made_again_and_the_work_done_once(store: Store) -> None:
    runs = []

    def cut_at_first(session: Session) -> None:
        session.add(SettingRow(name="kept", value="yes"))
        session.flush()
        runs.append(1)
        if len(runs) == 1:
            session.connection().exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")

    store.write(cut_at_first)
    assert len(runs) == 2
    found = store.read(lambda session: session.get(SettingRow, "kept"))
    assert found is not None


def test_a_connection_that_breaks_in_the_commit_is_told_unless_the_work_may_run_again(store: Store) -> None:
    """A trigger that runs at the very end stands for a cable that breaks there."""

    def break_at_commit(session: Session) -> None:
        for statement in (
            "CREATE TEMP TABLE cable (x INTEGER)",
            """CREATE FUNCTION pg_temp.cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$""",
            """CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON cable DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION pg_temp.cut()""",
            "INSERT INTO cable VALUES (1)",
        ):
            session.connection().exec_driver_sql(statement)

    runs = []

    def at_first(session: Session) -> str:
        runs.append(1)
        if len(runs) == 1:
            break_at_commit(session)
        return "kept"

    with pytest.raises(BriefingError, match="broke while this was being kept; look whether it is there"):
        store.write(break_at_commit)
    assert store.write(at_first, again=True) == "kept"
    assert len(runs) == 2


@pytest.mark.usefixtures("back_end")
@pytest.mark.parametrize(
    "row",
    [
        StoryRow(slug="s", title="S", reconciled={"share": float("nan")}),
        StoryRow(slug="s", title="S", reconciled={"share": float("inf")}),
        StoryRow(slug="\ud800", title="S"),
        ArticleRow(story_id=1, key="k", source="s", text="t", published="2031-05-03"),  # type: ignore[arg-type]
        ArticleRow(story_id=99, key="k", source="s", text="t"),
        ArticleRow(story_id=1, key="k", source="s", text="t", date_basis="guessed"),
        AttemptRow(
            uid="u", trainee_id=1, question_id="q", mode="type", answer="", verdict="wrong", rule="", reason="",
            ms=10**30, at=datetime(2031, 5, 3, tzinfo=UTC),
        ),
        AttemptRow(
            uid="u", trainee_id=1, question_id="q", mode="type", answer="", verdict="wrong", rule="", reason="",
            ms=1, at=datetime(2031, 5, 3),
        ),
    ],
    ids=["nan", "infinity", "surrogate", "string for a date", "no story", "basis", "10**30", "naive moment"],
)  # fmt: skip
def test_what_no_store_takes_neither_takes(tmp_path: Path, row: StoryRow | ArticleRow | AttemptRow) -> None:
    kept = type(row)(**dict(row))
    with open_store(str(tmp_path / "store.db")) as store:
        if not isinstance(kept, StoryRow):
            store.write(lambda session: shelf.ensure_story(session, "s", "S"))
        with pytest.raises((StatementError, ValueError, OverflowError, BriefingError)):
            store.write(lambda session: session.add(kept))


@pytest.mark.usefixtures("back_end")
def test_numbers_and_strings_of_any_size_and_order_come_back_alike(tmp_path: Path) -> None:
    names = ["b", "A", "a", "Z", "é", "e", "z", "_", "1", "\u0641"]
    with open_store(str(tmp_path / "store.db")) as store:
        for name in names:
            setting(store, name, "x")
        body = {"huge": 10**30, "small": -(2**70), "share": 0.1}
        store.write(lambda session: session.add(StoryRow(slug="s", title="S", reconciled=body)))
        ordered = select(SettingRow.name).order_by(SettingRow.name)
        assert store.read(lambda session: list(session.exec(ordered))) == sorted(names)
        assert store.read(lambda session: session.exec(select(StoryRow)).one().reconciled) == body


def _engine(url: str):  # type: ignore[no-untyped-def]
    return server.open_engine(resolve(url))
