"""``briefing db``: each of its commands as it is typed, on a sound store, a hurt one and an old one."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefings.store.models import SCHEMA_VERSION
from tests.tui.typed import run

TEXT = """The Orla rose by 3 metres on Friday, said Mina Holt, the mayor of Tarn Bridge.

Some 240 people left Tarn Bridge, and 18 houses were damaged. The road to Orlaford was closed for 6 days."""
OLD = Path(__file__).parents[1] / "briefings" / "store" / "old" / "v2.sql"

HURTS = {
    "spans": 'UPDATE fact SET "end" = "end" + 9000 WHERE id = 1',
    "search": "INSERT INTO article_search (article_search, rowid, title, text) "
    "SELECT 'delete', id, title, text FROM article",
    "claims": "UPDATE article SET outlet = 'Nobody''s Gazette'",
    "cards": "UPDATE card SET reviews = 7 WHERE id = 1",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a story and answers to it, made once."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "store.db"
    assert run(path, "add", str(folder / "a.txt"), "--story", "orla").returncode == 0
    assert run(path, "--as", "ana", "quiz", "orla", given="240\n" * 9).returncode == 0
    return path


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    path.write_bytes(made.read_bytes())
    return path


def hurt(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        assert db.execute(statement).rowcount != 0
        db.commit()


def attempts(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT * FROM attempt ORDER BY id").fetchall()


def test_info_tells_what_the_store_is_made_of(store: Path) -> None:
    told = run(store, "db", "info").stdout.splitlines()
    assert told[0] == f"store: {store}"
    assert f"schema: {SCHEMA_VERSION}" in told
    assert {"stories: 1", "articles: 1", "rooms: 0", "last backup: none"} <= set(told)


def test_info_as_json_is_one_object(store: Path) -> None:
    found = json.loads(run(store, "db", "info", "--json").stdout)
    assert (found["schema"], found["newest"], found["journal"]) == (SCHEMA_VERSION, SCHEMA_VERSION, "wal")
    assert found["counts"]["attempts"] == len(attempts(store)) > 0
    assert found["size"] >= store.stat().st_size


@pytest.mark.parametrize("command", [("info",), ("check",), ("upgrade",), ("backup", "copy.db")])
def test_no_command_makes_a_store(tmp_path: Path, command: tuple[str, ...]) -> None:
    ran = run(tmp_path / "none.db", "db", *command)
    assert ran.returncode == 3
    assert ran.stderr.startswith(f"briefing: there is no store at {tmp_path / 'none.db'}; ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [("info",), ("check",), ("upgrade",), ("backup", "copy.db")])
def test_another_program_s_database_is_left_as_it_is(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "bookmarks.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE bookmark (address TEXT)")
    before = path.read_bytes()
    ran = run(path, "db", *command)
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr.startswith(f"briefing: {path} is not a briefing store; ")
    assert path.read_bytes() == before


def test_a_backup_is_a_whole_store_and_is_remembered(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    ran = run(store, "db", "backup", str(copy))
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr.startswith(f"{copy}: ")
    assert attempts(copy) == attempts(store)
    assert copy.stat().st_mode == store.stat().st_mode
    assert run(copy, "db", "check").stderr == "nothing is wrong\n"
    assert run(store, "db", "info").stdout.splitlines()[-1].endswith(str(copy))


def test_a_backup_takes_no_other_file_s_place(store: Path, tmp_path: Path) -> None:
    copy = tmp_path / "letter.txt"
    copy.write_text("dear", encoding="utf-8")
    ran = run(store, "db", "backup", str(copy))
    assert (ran.returncode, copy.read_text(encoding="utf-8")) == (2, "dear")
    assert ran.stderr == f"briefing: {copy} exists already; name a new file; it was left as it is\n"


def test_a_backup_needs_a_folder(store: Path, tmp_path: Path) -> None:
    ran = run(store, "db", "backup", str(tmp_path / "none" / "copy.db"))
    assert ran.returncode == 3
    assert "is missing or cannot be written" in ran.stderr


def test_a_sound_store_has_nothing_wrong(store: Path) -> None:
    ran = run(store, "db", "check")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "nothing is wrong\n")
    ran = run(store, "db", "check", "--repair")
    assert (ran.returncode, ran.stderr) == (0, "nothing is wrong\n")
    assert list(store.parent.glob("*.backup.db")) == []


@pytest.mark.parametrize("part", HURTS)
def test_what_is_stored_twice_is_made_anew_and_answers_stay(store: Path, part: str) -> None:
    before = attempts(store)
    hurt(store, HURTS[part])
    ran = run(store, "db", "check")
    assert ran.returncode == 1
    assert [line.partition(":")[0] for line in ran.stdout.splitlines()] == [part]
    ran = run(store, "db", "check", "--repair")
    assert (ran.returncode, ran.stdout) == (0, "")
    (copy,) = store.parent.glob("*.backup.db")
    assert f"copied the store to {copy}" in ran.stderr
    assert ran.stderr.endswith("nothing is wrong\n")
    assert run(copy, "db", "check").returncode == 1
    assert attempts(store) == before


def test_claims_that_lost_their_facts_come_back(store: Path) -> None:
    hurt(store, "UPDATE fact SET claim_id = NULL")
    ran = run(store, "db", "check", "--json")
    (fault,) = [json.loads(line) for line in ran.stdout.splitlines()]
    assert (fault["part"], fault["story"]) == ("claims", "orla")
    assert run(store, "db", "check", "--repair").returncode == 0
    assert "240" in run(store, "show", "orla").stdout


def test_what_cannot_be_made_anew_is_told_and_left(store: Path) -> None:
    hurt(store, "UPDATE role SET trainee_id = 99")
    for command in (("check",), ("check", "--repair")):
        ran = run(store, "db", *command)
        assert ran.returncode == 1
        assert "references: rows of role that refer to no row of trainee: 1\n" in ran.stdout
    assert list(store.parent.glob("*.backup.db")) == [], "no copy where nothing is made anew"


def test_a_table_that_is_not_a_fresh_one_s_is_named(store: Path) -> None:
    hurt(store, "DROP INDEX ix_card_due")
    hurt(store, "CREATE TABLE notes (x)")
    hurt(store, "DROP TRIGGER article_search_added")
    assert run(store, "db", "check").stdout.splitlines() == [
        "schema: article_search_added is missing",
        "schema: card is not made as in a fresh store",
        "schema: notes is none of a briefing store's",
    ]


def test_a_damaged_page_is_told_and_nothing_is_written(store: Path) -> None:
    with closing(sqlite3.connect(store)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'fact'").fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    content = bytearray(store.read_bytes())
    content[(page - 1) * size : page * size] = b"\x5a" * size
    store.write_bytes(content)
    ran = run(store, "db", "check", "--repair")
    assert ran.returncode in (1, 3)
    assert "pages: " in ran.stdout or "is damaged" in ran.stderr
    assert store.read_bytes() == content


def test_an_old_store_is_looked_at_and_copied_as_it_is_then_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(OLD.read_text(encoding="utf-8"))
    assert f"schema: 2 (newest: {SCHEMA_VERSION}; briefing db upgrade)" in run(path, "db", "info").stdout
    assert run(path, "db", "backup", str(tmp_path / "copy.db")).returncode == 0
    assert json.loads(run(tmp_path / "copy.db", "db", "info", "--json").stdout)["schema"] == 2
    kept = tmp_path / "old-v2.backup.db"
    said = run(path, "db", "upgrade").stderr
    assert said == f"{path}: from schema 2 to {SCHEMA_VERSION}; as it was: {kept}\n"
    assert kept.exists()
    assert run(path, "db", "upgrade").stderr == f"{path}: schema {SCHEMA_VERSION} already\n"
