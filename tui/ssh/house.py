"""The server's side of the store: one store for all sessions, a desk for each."""

from __future__ import annotations

import asyncio
from functools import partial
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
from quiz_bank.roles import known_role
from tui.app import BriefingApp
from tui.ssh.limits import Doorkeeper, Limits
from tui.ssh.server import AuthorizedKeys, Entry
from tui.ssh.session import Guest, House


class RemoteDesk(Desk):
    """A desk at a store on another machine: it reaches no file of that machine, and does not close the store."""

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
        if self.store.read(lambda session: known_role(session, self.trainee)) != "instructor":
            raise BriefingError("only an instructor adds articles here", "ask the instructor")
        files = [name for name in names if not is_address(name)]
        if files:
            raise BriefingError(
                f"{files[0]!r} is no web address", "files are added on the server: briefing add FILE"
            )
        return super().add(names, story, given, told)

    def close(self) -> None:
        """Leaves the store open for the others."""


def make_house(store: Store, limits: Limits) -> House:
    """What sessions share; call on the event loop."""
    loop = asyncio.get_running_loop()
    return House(
        limits=limits,
        doors=Doorkeeper(limits, loop.time),
        starting=asyncio.Semaphore(limits.starts),
        make_app=partial(_app, store),
        briefing=partial(_briefing, store),
        enrol=partial(_enrol, store),
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


def _app(store: Store, name: str) -> App[Any]:
    return BriefingApp(lambda: RemoteDesk(store, name))


def _briefing(store: Store) -> str:
    try:
        return plain.render(compose.compose(RemoteDesk(store, "").story()))
    except BriefingError as problem:
        return f"{problem}\n"


def _enrol(store: Store, guest: Guest, said: str | None) -> str | None:
    def work(session: Session) -> str | None:
        if said is not None and not logins.is_class_code(session, said):
            return None
        return logins.admit(session, guest.fingerprint, guest.label)

    return store.write(work)
