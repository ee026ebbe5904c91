"""Looking after a store as a whole: everything that is wrong with it, and what can be made anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import Session, select

from briefings import mending
from briefings.store import backup, health
from briefings.store.health import REBUILT, Fault
from briefings.store.location import Location, default_path
from briefings.store.models import TraineeRow
from briefings.store.store import Store
from quiz_bank import library
from quiz_bank.learning import health as cards
from quiz_bank.learning.schedule import rebuild


def check(store: Store) -> list[Fault]:
    """Everything that is wrong with a store; where its pages or tables are, only that.

    Raises:
        BriefingError: the store is too damaged to be read at all.
    """
    found = health.check(store)
    if any(fault.part in ("pages", "schema") for fault in found):
        return found
    return [*found, *cards.check(store)]


def repair(store: Store, faults: Collection[Fault], retention: float) -> Iterator[str]:
    """Copies the store, then makes anew what is at fault and can be; what cannot is left as it is.

    Args:
        store: an open store.
        faults: what ``check`` found.
        retention: the share to be recalled when due, for cards that are folded again.

    Yields:
        One line for each thing done.

    Raises:
        BriefingError: the store could not be copied; then nothing was changed.
    """
    wanted = [fault for fault in faults if fault.part in REBUILT]
    if not wanted:
        return
    copy = copy_before_repair(store.place)
    backup.back_up(store.place, copy)
    yield f"copied the store to {copy}"
    for story in sorted({fault.story for fault in wanted if fault.story}):
        articles = [fault.row for fault in wanted if fault.part == "spans" and fault.story == story]
        yield from _repair_story(store, story, articles)
    if any(fault.part == "search" for fault in wanted):
        mending.rebuild_search(store)
        yield "made the search index anew"
    for trainee in (fault.row for fault in wanted if fault.part == "cards"):
        yield f"folded the cards of {store.write(_folded(trainee, retention))} again"


def copy_before_repair(place: Location) -> Path:
    """Where the copy goes that is made before a repair, named after this moment: beside the store, if it is a file.

    That of a database goes into the folder where stores are by default.
    """
    path = place.path or default_path()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    return path.with_name(f"{path.stem}-{moment}.backup.db")


def _repair_story(store: Store, story: str, articles: Collection[int]) -> Iterator[str]:
    if articles:
        mending.find_facts_anew(store, story, articles)
        yield f"found facts anew in {story}, articles: {len(articles)}"
    mending.make_claims_anew(store, story)
    library.shelve_current(store, story)
    yield f"made the claims and questions of {story} anew"


def _folded(trainee: int, retention: float) -> Callable[[Session], str]:
    def work(session: Session) -> str:
        rebuild(session, trainee, retention)
        return session.exec(select(TraineeRow.name).where(TraineeRow.id == trainee)).one()

    return work
