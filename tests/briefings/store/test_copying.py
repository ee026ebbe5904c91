"""A whole store moved from one database to another: all of it arrives, or nothing does."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import Session, SQLModel, col, select

from briefings.errors import BriefingError, ExitCode
from briefings.ingest import add_sources
from briefings.store import copying
from briefings.store.copying import Content, content, copy_store
from briefings.store.location import Location, resolve
from briefings.store.models import StoryRow
from briefings.store.search import search
from briefings.store.store import open_store
from quiz_bank import upkeep
from quiz_bank.desk import Desk
from quiz_bank.rooms.rooms import Rooms
from quiz_bank.rooms.shelf import Plan
from quiz_bank.rooms.state import Settings
from tests.cluster import Cluster
from tests.quiz_bank.rooms.played import QUESTIONS

TEXT = """The Orla rose by 3 metres on Friday, said Mina Holt, the mayor of Tarn Bridge.

Some 240 people left Tarn Bridge, and 18 houses were damaged at Café Orlá \U0001f30a."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Location:
    """A store with a story, an answer, a card and a room in it."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "store.db"
    with open_store(str(path)) as store:
        add_sources(store, [str(folder / "a.txt")], "orla")
        desk = Desk(store, "ana")
        desk.shelve("orla")
        quiz = desk.start("orla", limit=1)
        desk.record(quiz.grade(quiz.current.answer))
        Rooms(store).open("ana", Plan("halm", "The Halm ferry", QUESTIONS, Settings()))
    return Location(str(path), path)


@pytest.fixture
def empty(server: Cluster) -> Location:
    return resolve(server.url(server.empty_database()))


def held(place: Location) -> dict[str, Content]:
    def work(session: Session) -> dict[str, Content]:
        return {table.name: content(session.connection(), table) for table in SQLModel.metadata.sorted_tables}

    with open_store(place.target) as store:
        assert upkeep.check(store) == []
        return store.read(work)


def test_a_store_goes_to_a_database_and_back_and_is_the_same(
    made: Location, empty: Location, tmp_path: Path
) -> None:
    copied = copy_store(made, empty)
    assert {name: each.rows for name, each in copied.items() if each.rows}.keys() >= {
        "article", "attempt", "card", "claim", "fact", "question", "room", "room_event", "story", "trainee",
    }  # fmt: skip
    assert held(empty) == copied == held(made)
    back = Location(str(tmp_path / "back.db"), tmp_path / "back.db")
    assert copy_store(empty, back) == copied
    assert held(back) == copied


def test_what_was_copied_is_found_and_goes_on_being_numbered(made: Location, empty: Location) -> None:
    copy_store(made, empty)
    with open_store(empty.target) as store:
        (passage,) = store.read(lambda session: search(session, "cafe")).passages
        assert "Orlá" in passage.sentence.text
        store.write(lambda session: session.add(StoryRow(slug="next", title="Next")))
        numbers = select(StoryRow.id).order_by(col(StoryRow.id))
        assert store.read(lambda session: list(session.exec(numbers))) == [1, 2]


def test_a_target_that_holds_something_is_refused_and_left(made: Location, tmp_path: Path) -> None:
    other = Location(str(tmp_path / "other.db"), tmp_path / "other.db")
    copy_store(made, other)
    before = held(other)
    with pytest.raises(BriefingError, match="holds something already") as refused:
        copy_store(made, other)
    assert refused.value.code is ExitCode.BAD_USAGE
    assert held(other) == before


@pytest.mark.parametrize("to", ["file", "database"])
def test_a_copy_that_breaks_off_leaves_nothing(
    made: Location, empty: Location, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to: str
) -> None:
    path = tmp_path / "broken.db"
    target = Location(str(path), path) if to == "file" else empty
    with monkeypatch.context() as patch:
        patch.setattr(copying, "content", lambda connection, table: Content(0, "lost on the way"))
        with pytest.raises(BriefingError, match=r"did not arrive in .* as they are"):
            copy_store(made, target)
    assert list(tmp_path.iterdir()) == []
    copy_store(made, target)
    assert held(target) == held(made)
