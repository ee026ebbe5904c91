"""What a trainee may see and do over SSH: her own answers, no keys, nothing that decides for others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefings.errors import BriefingError
from briefings.store.store import Store, open_store
from quiz_bank.desk import Desk
from quiz_bank.session import Quiz
from tui.ssh.house import FOR_INSTRUCTORS, RemoteDesk

NEWS = """Dyke at Ostrel holds

Ostrel, 9 March 2019

About 4,200 people left the town of Ostrel by boat. The dam lies 12 kilometres north of Ostrel.
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.db")) as opened:
        (tmp_path / "dyke.txt").write_text(NEWS, encoding="utf-8")
        Desk(opened, "Mira").add([str(tmp_path / "dyke.txt")])
        for name in ("Ana", "Ben"):
            desk = Desk(opened, name)
            desk.record(Quiz(desk.questions("dyke")).grade(f"{name} guesses"))
        yield opened


CALLS: dict[str, Callable[[RemoteDesk], object]] = {
    "curated": lambda desk: desk.curated("dyke"),
    "question_history": lambda desk: desk.question_history("abcdef"),
    "asked_by_id": lambda desk: desk.asked_by_id([]),
    "appeals": lambda desk: desk.appeals(),
    "banks": lambda desk: desk.banks(),
    "bank": lambda desk: desk.bank("rivers"),
    "set_article": lambda desk: desk.set_article("dyke", "key", "The Post"),
    "decide_names": lambda desk: desk.decide_names("dyke", "a", "b", joined=True),
    "remove_story": lambda desk: desk.remove_story("dyke"),
    "remove_articles": lambda desk: desk.remove_articles(["dyke.txt"]),
}


@pytest.mark.parametrize("name", FOR_INSTRUCTORS)
def test_a_trainee_is_refused_what_is_for_instructors(store: Store, name: str) -> None:
    with pytest.raises(
        BriefingError, match=f"only an instructor {FOR_INSTRUCTORS[name]}, and Ana is a trainee"
    ):
        CALLS[name](RemoteDesk(store, "Ana"))


@pytest.mark.parametrize("name", ["curated", "asked_by_id", "appeals", "banks"])
def test_an_instructor_is_not(store: Store, name: str) -> None:
    CALLS[name](RemoteDesk(store, "Mira"))


def test_a_trainee_sees_her_own_answers_whoever_she_asks_for(store: Store) -> None:
    ana = RemoteDesk(store, "Ana")
    for asked in (None, "Ben", "ana"):
        assert {row.answer for row in ana.results(None, asked)} == {"Ana guesses"}
        assert [each.name for each in ana.gradebook(None, asked).results.trainees] == ["Ana"]


def test_an_instructor_sees_everybodys(store: Store) -> None:
    mira = RemoteDesk(store, "Mira")
    assert {row.trainee for row in mira.results()} == {"Ana", "Ben"}
    assert [each.name for each in mira.gradebook(None, "Ben").results.trainees] == ["Ben"]


@pytest.mark.parametrize("name", ["Mira", "Ana"])
def test_nobody_reaches_a_file_of_the_server(store: Store, tmp_path: Path, name: str) -> None:
    with pytest.raises(BriefingError, match="banks are files"):
        RemoteDesk(store, name).add_bank(tmp_path / "rivers.toml")
