"""A known person's next key: she tells a code of her own, and nobody comes by her name without it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.errors import BriefingError
from briefings.store.store import Store, open_store
from quiz_bank import logins
from quiz_bank.roles import known_role, name_instructor

KEY, OTHER = "SHA256:abcDEF", "SHA256:another"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "s.db")) as store:
        store.write(lambda session: name_instructor(session, "Ines"))
        yield store


def own_code(store: Store, name: str = "Ines", minutes: int = 5) -> str:
    return store.write(lambda session: logins.open_enrolment(session, minutes, name))


def claim(store: Store, key: str, label: str, said: str) -> str | None:
    return store.write(lambda session: logins.claim(session, key, label, said))


def test_a_person_named_an_instructor_before_she_came_gets_her_key_by_her_code(store: Store) -> None:
    code = own_code(store)
    assert claim(store, KEY, "ines", code.lower()) == "Ines"
    assert store.read(lambda session: logins.person_of(session, KEY)) == "Ines"
    assert store.read(lambda session: known_role(session, "Ines")) == "instructor"


def test_without_the_code_her_name_is_somebody_elses(store: Store) -> None:
    own_code(store)
    assert store.write(lambda session: logins.admit(session, OTHER, "ines")) == "ines-2"
    assert store.read(lambda session: known_role(session, "ines-2")) is None


@pytest.mark.parametrize(
    ("label", "said"), [("ines", "AAAA-AAAA"), ("ana", None), ("ines-2", None), ("", None)]
)
def test_another_code_or_another_name_gives_nothing(store: Store, label: str, said: str | None) -> None:
    code = own_code(store)
    assert claim(store, OTHER, label, said or code) is None
    assert store.read(lambda session: logins.person_of(session, OTHER)) is None


def test_a_code_of_ones_own_counts_once(store: Store) -> None:
    code = own_code(store)
    assert claim(store, KEY, "ines", code) == "Ines"
    assert claim(store, OTHER, "ines", code) is None


def test_a_code_of_ones_own_ends_with_enrolment(store: Store) -> None:
    code = own_code(store)
    assert store.read(logins.enrolment_until) is not None
    store.write(logins.close_enrolment)
    assert claim(store, KEY, "ines", code) is None


def test_neither_code_is_taken_for_the_other(store: Store) -> None:
    own, common = own_code(store), store.write(lambda session: logins.open_enrolment(session, 5))
    assert not store.read(lambda session: logins.is_class_code(session, own))
    assert claim(store, OTHER, "ines", common) is None


def test_a_second_key_of_one_person_keeps_her_answers_together(store: Store) -> None:
    for key in (KEY, OTHER):
        assert claim(store, key, "INES", own_code(store)) == "Ines"
    assert store.read(lambda session: logins.has_key(session, "ines"))


@pytest.mark.parametrize("name", ["Ines (guest)", "x" * 33, ""])
def test_a_name_that_nobody_logs_in_under_gets_no_code(store: Store, name: str) -> None:
    with pytest.raises(BriefingError, match="no login name"):
        own_code(store, name)
