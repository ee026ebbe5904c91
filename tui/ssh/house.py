"""The server's side of the store: one store for all sessions, a desk for each."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial, wraps
from pathlib import Path
from typing import Any

from sqlmodel import Session
from textual.app import App

from briefings.compose import compose, plain
from briefings.errors import BriefingError
from briefings.ingest import Report, Told, tell_nobody
from briefings.reading.articles import Given
from briefings.sources import is_address
from briefings.store.store import Store
from quiz_bank import logins
from quiz_bank.desk import Desk
from quiz_bank.formats.bank import Bank
from quiz_bank.learning.attempts import Result
from quiz_bank.learning.gradebook import Gradebook
from quiz_bank.rooms.rooms import Rooms
from tui.app import BriefingApp
from tui.ssh.limits import Doorkeeper, Limits
from tui.ssh.server import AuthorizedKeys, Entry
from tui.ssh.session import Guest, House

#: what a trainee may not do from another machine: method -> what only an instructor does
FOR_INSTRUCTORS = {
    "curated": "sees keys",
    "question_history": "sees keys",
    "asked_by_id": "sees keys",
    "appeals": "sees others' answers",
    "banks": "sees banks",
    "bank": "sees banks",
    "set_article": "mends articles",
    "decide_names": "decides about names",
    "remove_story": "removes stories",
    "remove_articles": "removes articles",
}
THREADS = 6  # reads of the store side by side
CALM = 1.0  # seconds after the last session until its app is let go of


class RemoteDesk(Desk):
    """A desk at a store on another machine.

    It reaches no file of that machine, shows a trainee no keys and no answers but her own, and does not close the
    store. What decides for everybody asks for an instructor at every desk (see ``InstructorDesk``).
    """

    def add(
        self,
        names: list[str],
        story: str | None = None,
        given: Given = Given(),  # noqa: B008  # frozen: sharing it is safe
        told: Told = tell_nobody,
        allow_local: bool = False,
    ) -> Report:
        """Adds articles from web addresses, for instructors.

        Raises:
            BriefingError: a trainee asks, or a name is a file's.
        """
        self.must_instruct("adds articles here")
        files = [name for name in names if not is_address(name)]
        if files:
            raise BriefingError(
                f"{files[0]!r} is no web address", "files are added on the server: briefing add FILE"
            )
        return super().add(names, story, given, told)

    def results(self, story: str | None = None, trainee: str | None = None) -> list[Result]:
        """Every attempt; a trainee gets only her own."""
        return super().results(story, self._visible(trainee))

    def gradebook(self, slug: str | None = None, trainee: str | None = None) -> Gradebook:
        """The figures of a class; a trainee gets only those of her own answers."""
        return super().gradebook(slug, self._visible(trainee))

    def add_bank(self, path: Path) -> Bank:
        """Refuses, for no file is reached from here.

        Raises:
            BriefingError: always.
        """
        raise BriefingError(
            "banks are files, which nobody reaches from here", "on the server: briefing bank add FILE"
        )

    def _visible(self, trainee: str | None) -> str | None:
        """Whose answers may be seen when those of ``trainee`` are asked for, None for everybody's."""
        return trainee if self.is_instructor else self.trainee

    def close(self) -> None:
        """Leaves the store open for the others."""


def _guarded(name: str, what: str) -> Callable[..., Any]:
    """The desk's method of that name, for instructors only."""
    inner: Callable[..., Any] = getattr(Desk, name)

    @wraps(inner)
    def guarded(self: RemoteDesk, *args: Any, **named: Any) -> Any:
        self.must_instruct(what)
        return inner(self, *args, **named)

    return guarded


for _name, _what in FOR_INSTRUCTORS.items():
    setattr(RemoteDesk, _name, _guarded(_name, _what))


class _Leftovers:
    """What sessions leave behind: in the threads that did their blocking work, and for the collector."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._pool: ThreadPoolExecutor | None = None
        self._renew()

    def clear(self) -> None:
        """New threads from now on, the old ones end once their work is done; then a collection, felt by nobody."""
        self._renew()
        self._loop.call_later(CALM, gc.collect)

    def _renew(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False)
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="desk")
        self._loop.set_default_executor(self._pool)


def make_house(store: Store, limits: Limits) -> House:
    """What sessions share; call on the event loop."""
    loop = asyncio.get_running_loop()
    return House(
        limits=limits,
        doors=Doorkeeper(limits, loop.time),
        starting=asyncio.Semaphore(limits.starts),
        make_app=partial(_app, store, Rooms(store)),
        briefing=partial(_briefing, store),
        enrol=partial(_enrol, store),
        hang_up=_hang_up,
        clear=_Leftovers(loop).clear,
    )


def make_entry(store: Store, keys: AuthorizedKeys | None, anybody: bool) -> Entry:
    """Who may come in.

    Args:
        store: where known keys and enrolments are.
        keys: the file of authorized keys, if one was named.
        anybody: whether no key is asked for.
    """
    return Entry(
        open=anybody,
        is_authorized=keys or (lambda key, address: False),
        person=lambda fingerprint: store.read(lambda session: logins.person_of(session, fingerprint)),
        is_enrolling=lambda: store.read(logins.enrolment_until) is not None,
    )


def _app(store: Store, rooms: Rooms, name: str) -> App[Any]:
    app = BriefingApp(lambda: RemoteDesk(store, name))
    app.rooms = rooms
    return app


def _hang_up(app: App[Any]) -> None:
    if isinstance(app, BriefingApp):
        app.hang_up()


def _briefing(store: Store) -> str:
    try:
        return plain.render(compose.compose(RemoteDesk(store, "").story()))
    except BriefingError as problem:
        return f"{problem}\n"


def _enrol(store: Store, guest: Guest, said: str | None) -> str | None:
    def work(session: Session) -> str | None:
        if said is not None and not logins.is_class_code(session, said):
            return logins.claim(session, guest.fingerprint, guest.label, said)
        return logins.admit(session, guest.fingerprint, guest.label)

    return store.write(work)
