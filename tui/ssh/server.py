"""The SSH server: who may come in, and one app for each who does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import asyncssh

from briefings.errors import BriefingError, ExitCode
from briefings.reading.text import clean_line
from quiz_bank.roles import GUEST
from tui.ssh import audit
from tui.ssh.session import AppSession, Guest, House

LONGEST_LABEL = 32
#: a key is the only way in, and the app all there is: bytes as they come, no forwarding, no copying of files
NOTHING_ELSE: Mapping[str, object] = {
    "encoding": None,
    "agent_forwarding": False,
    "x11_forwarding": False,
    "allow_scp": False,
    "line_editor": False,
    "password_auth": False,
    "kbdint_auth": False,
    "host_based_auth": False,
    "gss_host": None,
    "compression_algs": None,
}
GOODBYE = "The server is going down; your answers are kept. Log in again in a moment."


@dataclass(frozen=True, slots=True)
class Entry:
    """Who may come in.

    Attributes:
        open: anybody, without a key, as a guest.
        is_authorized: whether a key stands in the file of authorized keys.
        person: the name of the person whose known key this is; blocks.
        is_enrolling: whether unknown keys may come in to tell a class code; blocks.
    """

    open: bool
    is_authorized: Callable[[asyncssh.SSHKey, str], bool]
    person: Callable[[str], str | None]
    is_enrolling: Callable[[], bool]


class AuthorizedKeys:
    """A file of public keys in OpenSSH's format, read again when it changes.

    Raises:
        BriefingError: it cannot be read, or holds no key.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._changed: int | None = None
        self._keys = asyncssh.SSHAuthorizedKeys()
        self._read()

    def __call__(self, key: asyncssh.SSHKey, address: str) -> bool:
        """Whether the key may log in from that address; a file gone bad keeps its last good state."""
        try:
            self._read()
        except BriefingError as problem:
            audit.record("keys", problem=str(problem))
        return self._keys.validate(key, address, address) is not None

    def _read(self) -> None:
        try:
            changed = self._path.stat().st_mtime_ns
            if changed != self._changed:
                self._changed = changed
                self._keys = asyncssh.read_authorized_keys(self._path)
        except (OSError, ValueError, UnicodeDecodeError) as fault:
            raise BriefingError(
                f"the keys in {self._path} could not be used ({fault})",
                "give a file of public keys, one a line, as in authorized_keys",
                ExitCode.UNAVAILABLE,
            ) from fault


class Door(asyncssh.SSHServer):
    """One connection: logs in, then opens at most one session."""

    def __init__(self, house: House, entry: Entry, sessions: set[AppSession]) -> None:
        self._house = house
        self._entry = entry
        self._sessions = sessions
        self._session: AppSession | None = None
        self._conn: asyncssh.SSHServerConnection | None = None
        self._address = ""
        self._label = ""
        self._fingerprint = ""
        self._name: str | None = None
        self._authorized = False
        self._tries = 0
        self._waits = False

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        """Somebody knocks."""
        self._conn = conn
        self._address = str((conn.get_extra_info("peername") or ("?",))[0])
        refusal = self._house.doors.knock(self._address)
        if refusal is None:
            self._waits = True
        else:
            audit.record("refused", what="connection", address=self._address, why=refusal)
            conn.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """The connection is gone."""
        self._leave_door()
        if self._session is not None:
            self._sessions.discard(self._session)

    def begin_auth(self, username: str) -> bool:
        """Whether a key is asked for."""
        self._label = clean_line(username, LONGEST_LABEL) or "trainee"
        if self._entry.open:
            self._name = f"{self._label}{GUEST}"
            self._fingerprint = f"guest {self._label} {self._address}"
        return not self._entry.open

    def auth_completed(self) -> None:
        """Logged in."""
        self._leave_door()

    def public_key_auth_supported(self) -> bool:
        """The only way in."""
        return True

    async def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        """Lets in keys of the file, keys that are known, and while enrolment is open any key.

        Called before the key has signed, and again when it has.
        """
        self._tries += 1
        if self._tries > self._house.limits.tries:
            if self._conn is not None:
                audit.record(
                    "refused", what="login", who=self._label, address=self._address, why="too many tries"
                )
                self._conn.abort()
            return False
        fingerprint = key.get_fingerprint()
        blocking = asyncio.get_running_loop().run_in_executor
        self._name = await blocking(None, self._entry.person, fingerprint)
        self._authorized = self._entry.is_authorized(key, self._address)
        if not self._authorized and self._name is None and not await blocking(None, self._entry.is_enrolling):
            audit.record("refused", what="key", who=self._label, key=fingerprint, address=self._address)
            return False
        self._fingerprint = fingerprint
        return True

    def session_requested(self) -> AppSession | bool:
        """One session a connection."""
        if self._session is not None:
            return self._refuse("second session")
        self._session = AppSession(
            self._house, Guest(self._label, self._address, self._fingerprint, self._name, self._authorized)
        )
        self._sessions.add(self._session)
        return self._session

    def connection_requested(
        self, dest_host: str, dest_port: int, orig_host: str, orig_port: int
    ) -> Literal[False]:
        """No connections onward."""
        return self._refuse("direct-tcpip")

    def server_requested(self, listen_host: str, listen_port: int) -> Literal[False]:
        """No listening for the client."""
        return self._refuse("tcpip-forward")

    def unix_connection_requested(self, dest_path: str) -> Literal[False]:
        """No connections to sockets of the machine."""
        return self._refuse("direct-streamlocal")

    def unix_server_requested(self, listen_path: str) -> Literal[False]:
        """No sockets for the client."""
        return self._refuse("streamlocal-forward")

    def tun_requested(self, unit: int | None) -> Literal[False]:
        """No tunnels."""
        return self._refuse("tun")

    def tap_requested(self, unit: int | None) -> Literal[False]:
        """No tunnels."""
        return self._refuse("tap")

    def _refuse(self, what: str) -> Literal[False]:
        audit.record("refused", what=what, who=self._label, address=self._address)
        return False

    def _leave_door(self) -> None:
        if self._waits:
            self._waits = False
            self._house.doors.leave_door()


@contextmanager
def _told(host: str, port: int) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise BriefingError(
            f"cannot listen on {host} port {port} ({fault.strerror or fault})",
            "name another with --port",
            ExitCode.UNAVAILABLE,
        ) from fault


async def serve(
    house: House,
    entry: Entry,
    key: asyncssh.SSHKey,
    host: str,
    port: int,
    *,
    shared_port: bool = False,
    until: Awaitable[object],
    told: Callable[[int], None],
) -> None:
    """Serves until ``until`` is done; then says goodbye to everybody.

    Args:
        house: what sessions share.
        entry: who may come in.
        key: the server's own.
        host: the address to listen at.
        port: the port to listen on; 0 for any free one.
        shared_port: whether other processes listen on the same port.
        until: ends the server when it is done.
        told: is told the port once the server listens.

    Raises:
        BriefingError: it cannot listen there.
    """
    sessions: set[AppSession] = set()
    limits = house.limits
    with _told(host, port):
        acceptor = await asyncssh.listen(
            host,
            port,
            server_factory=lambda: Door(house, entry, sessions),
            server_host_keys=[key],
            **NOTHING_ELSE,
            login_timeout=limits.login_grace,
            keepalive_interval=limits.keepalive,
            keepalive_count_max=3,
            window=65_536,
            max_pktsize=32_768,
            backlog=512,
            reuse_port=shared_port or None,
            server_version="briefing",
        )
    told(acceptor.get_port())
    try:
        await until
    finally:
        acceptor.close()
        await _send_home(sessions)
        await asyncio.wait_for(acceptor.wait_closed(), 2)


async def _send_home(sessions: Collection[AppSession]) -> None:
    """Says goodbye to everybody and waits for the apps to end."""
    for session in list(sessions):
        session.end(GOODBYE)
    if sessions:
        await asyncio.wait([asyncio.ensure_future(session.ended()) for session in sessions], timeout=3)
    await asyncio.sleep(0.1)  # the goodbyes go out
