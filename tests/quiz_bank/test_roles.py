"""Who instructs: the first user of a store, and whoever is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.errors import BriefingError
from briefings.store.store import Store, open_store
from quiz_bank.roles import Role, dismiss_instructor, instructors, known_role, name_instructor, role_of

pytestmark = pytest.mark.usefixtures("back_end")

OLD = Path(__file__).parents[1] / "briefings" / "store" / "old" / "v4.sql"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.db")) as opened:
        yield opened


def role(store: Store, name: str) -> Role:
    return store.write(lambda session: role_of(session, name))


def test_the_first_user_instructs_and_those_after_her_are_trainees(store: Store) -> None:
    assert [role(store, name) for name in ("Ana", "Ben", "ANA ", "Ben")] == [
        "instructor",
        "trainee",
        "instructor",
        "trainee",
    ]
    assert store.read(instructors) == ["Ana"]


def test_looking_settles_nothing(store: Store) -> None:
    assert store.read(lambda session: known_role(session, "Ana")) is None
    assert role(store, "Ben") == "instructor"
    assert store.read(lambda session: known_role(session, "ben")) == "instructor"


def test_instructors_are_named_before_they_were_ever_seen(store: Store) -> None:
    role(store, "Ana")
    assert store.write(lambda session: name_instructor(session, "SHA256:abc")) is True
    assert store.write(lambda session: name_instructor(session, "SHA256:abc")) is False
    assert role(store, "SHA256:abc") == "instructor"
    assert store.read(instructors) == ["Ana", "SHA256:abc"]


def test_the_last_instructor_stays(store: Store) -> None:
    role(store, "Ana")
    role(store, "Ben")
    with pytest.raises(BriefingError, match="no instructor"):
        store.write(lambda session: dismiss_instructor(session, "Ben"))
    with pytest.raises(BriefingError, match="only instructor"):
        store.write(lambda session: dismiss_instructor(session, "Ana"))
    store.write(lambda session: name_instructor(session, "Ben"))
    store.write(lambda session: dismiss_instructor(session, "Ana"))
    assert store.read(instructors) == ["Ben"]


@pytest.mark.files
def test_who_came_first_to_an_older_store_is_its_instructor(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    db = sqlite3.connect(path)
    db.executescript(OLD.read_text(encoding="utf-8"))
    db.executemany(
        "INSERT INTO trainee (id, login, name, created_at) VALUES (?, ?, ?, '2031-05-03 00:00:00')",
        [(4, "cyd", "Cyd"), (2, "ben", "Ben")],
    )
    db.commit()
    db.close()
    with open_store(str(path)) as store:
        assert store.read(instructors) == ["Ben"]
        assert role(store, "cyd") == "trainee"
