"""Keys and the people they belong to; class codes; and what a name may not bring about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from briefings.errors import BriefingError
from briefings.store.models import EnrolmentRow, now
from briefings.store.store import Store, open_store
from quiz_bank import logins
from quiz_bank.roles import known_role, name_instructor, role_of

pytestmark = pytest.mark.usefixtures("back_end")

KEY, OTHER = "SHA256:abcDEF", "SHA256:another"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "s.db")) as store:
        store.write(lambda session: role_of(session, "root"))
        yield store


def admit(store: Store, key: str, label: str) -> str:
    return store.write(lambda session: logins.admit(session, key, label))


def test_a_key_keeps_its_person_whatever_label_comes_with_it(store: Store) -> None:
    assert store.read(lambda session: logins.person_of(session, KEY)) is None
    assert admit(store, KEY, "ada") == "ada"
    assert admit(store, KEY, "someone") == "ada"
    assert store.read(lambda session: logins.person_of(session, KEY)) == "ada"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ada", "ada-2"),
        ("ADA", "ADA-2"),
        ("root", "root-2"),
        ("", "trainee"),
        ("x (guest)", "x guest"),
        ("\x1b[1m", "trainee"),
    ],
)
def test_a_label_is_nobody_elses_name(store: Store, label: str, name: str) -> None:
    admit(store, KEY, "ada")
    assert admit(store, OTHER, label) == name


def test_a_class_code_counts_in_any_spelling_until_it_closes(store: Store) -> None:
    code = store.write(lambda session: logins.open_enrolment(session, 5))
    for said in (code, code.lower(), code.replace("-", " "), code.replace("-", "")):
        assert store.read(lambda session: logins.is_class_code(session, said))  # noqa: B023
    assert not store.read(lambda session: logins.is_class_code(session, code[:-1]))
    assert store.read(logins.enrolment_until) is not None
    assert store.write(logins.close_enrolment) == 1
    assert not store.read(lambda session: logins.is_class_code(session, code))
    assert store.read(logins.enrolment_until) is None


def test_a_class_code_ends_by_itself_and_is_kept_as_a_hash(store: Store) -> None:
    code = store.write(lambda session: logins.open_enrolment(session, 5))

    def pass_time(session: Session) -> None:
        for row in session.exec(select(EnrolmentRow)).all():
            assert code.replace("-", "") not in row.code_hash
            row.closes_at = now() - timedelta(seconds=1)
            session.add(row)

    store.write(pass_time)
    assert not store.read(lambda session: logins.is_class_code(session, code))


def test_an_instructor_may_be_named_by_her_key_before_she_comes(store: Store) -> None:
    store.write(lambda session: name_instructor(session, KEY))
    assert admit(store, KEY, "ada") == "ada"
    assert store.read(lambda session: known_role(session, "ada")) == "instructor"


def test_an_instructor_may_be_named_by_her_key_afterwards(store: Store) -> None:
    admit(store, KEY, "ada")
    store.write(lambda session: name_instructor(session, KEY))
    assert store.read(lambda session: known_role(session, "ada")) == "instructor"


def test_a_guest_whose_name_nobody_checked_cannot_instruct(store: Store) -> None:
    with pytest.raises(BriefingError, match="without a key"):
        store.write(lambda session: name_instructor(session, "ada (guest)"))
