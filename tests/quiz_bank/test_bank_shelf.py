"""Banks in a store: kept, read again when their files change, and what learners did with them stays."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import select

from briefings.errors import BriefingError
from briefings.store.models import AttemptRow, QuestionRow, QuestionVersionRow
from briefings.store.store import Store, open_store
from quiz_bank.bank_shelf import (
    add_bank,
    bank_questions,
    banks,
    changed_banks,
    kept_bank,
    reload_banks,
    remove_bank,
    sample_bank,
    story_bank_questions,
)
from quiz_bank.formats.bank import Bank
from quiz_bank.learning import attempts
from quiz_bank.session import Quiz

pytestmark = pytest.mark.usefixtures("back_end")

BANK = """[bank]
title = "The flood"
story = "varn-floods"

[[question]]
id = "port"
kind = "place"
ask = "Which port was flooded?"
answer = "Port Salm"

[[question]]
id = "people"
kind = "number"
ask = "How many people left?"
answer = "12,000"
"""
SECONDS = iter(range(1_900_000_000, 2_000_000_000))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.db")) as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(tmp_path / "flood.toml", BANK)


def write(path: Path, text: str) -> Path:
    """Writes a file that was changed later than any before it."""
    path.write_text(text, encoding="utf-8")
    moment = next(SECONDS)
    os.utime(path, (moment, moment))
    return path


def add(store: Store, path: Path) -> Bank:
    return store.write(lambda session: add_bank(session, path, "Ana"))


def live(store: Store) -> dict[str, int]:
    """The claims of the questions that are asked today, with their revisions."""
    rows = store.read(lambda session: session.exec(select(QuestionRow)).all())
    return {row.claim: row.revision for row in rows if row.retired_at is None}


def test_a_bank_is_kept_with_its_questions(store: Store, file: Path) -> None:
    assert add(store, file).faults == ()
    (card,) = store.read(banks)
    assert (card.slug, card.title, card.story, card.questions, card.is_there) == (
        "flood",
        "The flood",
        "varn-floods",
        2,
        True,
    )
    asked = store.read(lambda session: bank_questions(session, "flood"))
    assert [question.ask for question in asked] == ["Which port was flooded?", "How many people left?"]
    assert live(store) == {"bank:flood:port": 1, "bank:flood:people": 1}
    by_story = store.read(lambda session: story_bank_questions(session, "varn-floods"))
    assert by_story == asked
    assert store.read(lambda session: story_bank_questions(session, "other")) == []


def test_a_question_with_a_fault_waits_until_it_is_mended(store: Store, file: Path) -> None:
    write(file, BANK.replace('"12,000"', '"12.000"'))
    assert [fault.code for fault in add(store, file).faults] == ["B018"]
    assert list(live(store)) == ["bank:flood:port"]
    write(file, BANK)
    store.write(reload_banks)
    assert len(live(store)) == 2


def test_a_bank_without_a_usable_question_is_not_kept(store: Store, tmp_path: Path) -> None:
    bank = add(store, write(tmp_path / "empty.toml", '[bank]\ntitle = "T"\n'))
    assert (bank.entries, len(bank.faults)) == ((), 1)
    assert store.read(banks) == []


def test_a_changed_file_is_read_again(store: Store, file: Path) -> None:
    add(store, file)
    assert store.read(changed_banks) == []
    write(file, BANK.replace("Which port was flooded?", "Which port did the river reach?"))
    assert store.read(changed_banks) == ["flood"]
    (bank,) = store.write(reload_banks)
    assert bank.questions[0].ask == "Which port did the river reach?"
    assert store.read(changed_banks) == []
    assert store.write(reload_banks) == []
    assert live(store) == {"bank:flood:port": 1, "bank:flood:people": 1}  # a new wording, the same question


def test_a_file_that_was_only_touched_is_not_read_again(store: Store, file: Path) -> None:
    add(store, file)
    write(file, BANK)
    assert store.read(changed_banks) == ["flood"]
    assert store.write(reload_banks) == []
    assert store.read(changed_banks) == []


def test_a_file_that_broke_or_went_leaves_the_bank_as_it_was(store: Store, file: Path) -> None:
    add(store, file)
    write(file, "nonsense")
    (broken,) = store.write(reload_banks)
    assert broken.faults
    assert len(live(store)) == 2
    assert len(store.read(lambda session: bank_questions(session, "flood"))) == 2
    file.unlink()
    assert store.write(reload_banks) == []
    (card,) = store.read(banks)
    assert (card.questions, card.is_there) == (2, False)


def test_a_changed_answer_is_a_new_revision_of_the_same_question(store: Store, file: Path) -> None:
    add(store, file)
    write(file, BANK.replace("12,000", "13,000"))
    store.write(reload_banks)
    assert live(store) == {"bank:flood:port": 1, "bank:flood:people": 2}
    write(file, BANK.replace('"12,000"', '"13,000"\naliases = ["13 thousand souls"]'))
    store.write(reload_banks)
    assert live(store)["bank:flood:people"] == 2  # another spelling is the same answer
    (old,) = store.read(lambda session: session.exec(select(QuestionVersionRow)).all())
    assert (old.revision, old.body["key"]["value"]) == (1, 12000)


def test_what_was_answered_survives_rewording_and_renaming(store: Store, file: Path) -> None:
    add(store, file)
    (port, _) = store.read(lambda session: bank_questions(session, "flood"))
    attempt = Quiz([port]).grade("Port Salm")
    store.write(lambda session: attempts.save(session, "Ana", attempt))
    write(file, BANK.replace('id = "port"', 'id = "flooded-port"\nwas = "port"'))
    store.write(reload_banks)
    (renamed, _) = store.read(lambda session: bank_questions(session, "flood"))
    assert renamed.id == port.id
    (kept,) = store.read(lambda session: session.exec(select(AttemptRow)).all())
    assert kept.question_id == renamed.id
    assert live(store)["bank:flood:port"] == 1


def test_a_removed_bank_is_asked_no_more_and_can_come_back(store: Store, file: Path) -> None:
    add(store, file)
    store.write(lambda session: remove_bank(session, "flood"))
    assert (store.read(banks), live(store)) == ([], {})
    with pytest.raises(BriefingError, match="no bank 'flood'"):
        store.read(lambda session: bank_questions(session, "flood"))
    add(store, file)
    assert len(live(store)) == 2


def test_two_files_cannot_be_one_bank(store: Store, file: Path, tmp_path: Path) -> None:
    add(store, file)
    (tmp_path / "b").mkdir()
    other = write(tmp_path / "b" / "flood.toml", BANK)
    with pytest.raises(BriefingError, match="kept as bank 'flood' already"):
        add(store, other)
    file.unlink()
    add(store, other)  # a file that moved
    assert [card.path for card in store.read(banks)] == [str(other.resolve())]


def test_a_bank_is_not_mixed_up_with_one_whose_name_begins_like_it(store: Store, file: Path) -> None:
    add(store, file)
    add(
        store,
        write(file.with_name("flood_2.toml"), BANK.replace('title = "The', 'id = "flood-2"\ntitle = "A')),
    )
    store.write(lambda session: remove_bank(session, "flood"))
    assert set(live(store)) == {"bank:flood-2:port", "bank:flood-2:people"}
    assert store.read(lambda session: kept_bank(session, "flood-2")).title == "A flood"


def test_the_sample_bank_is_kept_like_any_other(store: Store) -> None:
    assert add(store, sample_bank()).faults == ()
    (card,) = store.read(banks)
    assert (card.slug, card.questions) == ("deir-ez-zor", 18)
