"""``briefing db`` as it is typed, on a store in PostgreSQL."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefings.store.models import SCHEMA_VERSION
from tests.cluster import Cluster
from tests.tui.typed import run

TEXT = "The Orla rose by 3 metres on Friday. Some 240 people left Tarn Bridge, said Mina Holt, the mayor."


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)


@pytest.fixture
def made(database: str, tmp_path: Path) -> str:
    """The URL of a store with a story in it."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run(database, "add", str(tmp_path / "a.txt"), "--story", "orla").returncode == 0
    return database


def change(server: Cluster, url: str, statement: str) -> None:
    server.run(statement, url.partition("@/")[2].partition("?")[0])


def test_info_tells_what_the_store_is_made_of(made: str) -> None:
    told = run(made, "db", "info").stdout.splitlines()
    assert told[0] == f"store: {made}"
    assert told[3].startswith("postgresql: ")
    assert {f"schema: {SCHEMA_VERSION}", "stories: 1", "articles: 1", "last backup: none"} <= set(told)
    found = json.loads(run(made, "db", "info", "--json").stdout)
    assert (found["sqlite"], found["journal"], found["counts"]["articles"]) == (None, None, 1)


@pytest.mark.parametrize("command", [("info",), ("check",), ("backup", "copy.db")])
def test_no_command_makes_a_store(server: Cluster, command: tuple[str, ...]) -> None:
    url = server.url(server.empty_database())
    for _ in range(2):
        ran = run(url, "db", *command)
        assert ran.returncode == 3
        assert ran.stderr.startswith(f"briefing: there is no store at {url}; ")


def test_no_line_holds_the_password(server: Cluster, made: str) -> None:
    url = made.replace("postgres@", "postgres:s3cret@")
    for command in (("paths",), ("db", "info"), ("db", "check"), ("db", "upgrade"), ("stories",)):
        ran = run(url, *command)
        assert ran.returncode == 0
        assert "s3cret" not in ran.stdout + ran.stderr
    assert "postgres:***@" in run(url, "paths").stdout


def test_a_sound_store_has_nothing_wrong_and_what_is_wrong_is_mended(
    server: Cluster, made: str, tmp_path: Path
) -> None:
    assert run(made, "db", "check").stderr == "nothing is wrong\n"
    change(server, made, "UPDATE article SET outlet = 'Nobody''s Gazette'")
    change(server, made, 'UPDATE fact SET "end" = "end" + 9000 WHERE id = 1')
    ran = run(made, "db", "check")
    assert (ran.returncode, [line.partition(":")[0] for line in ran.stdout.splitlines()]) == (
        1,
        ["spans", "claims"],
    )
    ran = run(made, "db", "check", "--repair")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert "copied the store to " in ran.stderr
    assert ran.stderr.endswith("nothing is wrong\n")


def test_a_table_that_is_not_a_fresh_one_s_is_named(server: Cluster, database: str) -> None:
    change(server, database, "DROP INDEX ix_card_due")
    change(server, database, "CREATE TABLE notes (x INTEGER)")
    told = run(database, "db", "check").stdout.splitlines()
    change(server, database, "DROP TABLE notes")
    change(server, database, "CREATE INDEX ix_card_due ON card (trainee_id, due)")
    assert told == [
        "schema: card is not made as in a fresh store",
        "schema: notes is none of a briefing store's",
    ]
    assert run(database, "db", "check").returncode == 0


def test_a_backup_is_a_file_that_holds_the_whole_store(made: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    ran = run(made, "db", "backup", str(copy))
    assert (ran.returncode, ran.stderr.startswith(f"{copy}: ")) == (0, True)
    assert copy.stat().st_mode & 0o077 == 0
    assert run(str(copy), "db", "check").stderr == "nothing is wrong\n"
    assert run(str(copy), "claims", "orla").stdout == run(made, "claims", "orla").stdout
    assert run(made, "db", "info").stdout.splitlines()[-1].endswith(str(copy))
    assert run(made, "db", "backup", str(copy)).returncode == 2


def test_a_store_is_copied_to_a_database_by_command(server: Cluster, made: str, tmp_path: Path) -> None:
    url = server.url(server.empty_database())
    ran = run(str(tmp_path / "none.db"), "db", "copy", made, url)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr.startswith(f"{url}: ")
    assert ran.stderr.endswith(f" tables, all as in {made}\n")
    assert run(url, "facts", "orla").stdout == run(made, "facts", "orla").stdout
    assert run(url, "search", "tarn bridge").stdout == run(made, "search", "tarn bridge").stdout != ""
    assert run(made, "db", "copy", made, url).returncode == 2
    assert run(made, "db", "copy", str(tmp_path / "none.db"), url).returncode == 3
