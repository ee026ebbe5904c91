"""How much the server gives to anybody, and the counts that hold it to that."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from tui.ssh.intake import Ration


@dataclass(frozen=True, slots=True)
class Limits:
    """The server's limits; the defaults suit a class on a two-core machine.

    Attributes:
        sessions: open at once, in one process. sessions_a_user: of one identity.
        waiting: connections that have not logged in yet; ``tries`` login tries a connection.
        connections_a_minute: new connections from one address.
        starts: apps that start at once; a start costs about 100 ms of the event loop.
        login_grace: seconds to log in.
        idle: seconds without a key after which a session ends; ``idle_warning`` so many seconds before.
        keepalive: seconds between probes; three lost ones end the connection.
        width, height: cells of the largest screen that is painted.
        settle: seconds that a window must stay the same before it is painted anew.
        buffered: bytes not yet taken by a client before its app stops painting.
        ration: what one client may send.
    """

    sessions: int = 80
    sessions_a_user: int = 2
    waiting: int = 150
    tries: int = 6
    connections_a_minute: int = 300
    starts: int = 4
    login_grace: float = 30.0
    idle: float = 1800.0
    idle_warning: float = 120.0
    keepalive: float = 30.0
    width: int = 300
    height: int = 100
    settle: float = 0.05
    buffered: int = 65_536
    ration: Ration = field(default_factory=Ration)

    def clamp(self, width: int, height: int) -> tuple[int, int]:
        """A window's size in cells that can be painted; 0 means the client does not know."""
        return min(width, self.width) or 80, min(height, self.height) or 24


class Doorkeeper:
    """Counts who is at the door and who is in; a reason in words where somebody cannot come in.

    Args:
        limits: what is allowed.
        clock: seconds.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self._limits = limits
        self._clock = clock
        self._waiting = 0
        self._inside: Counter[str] = Counter()
        self._arrivals: dict[str, deque[float]] = {}

    @property
    def inside(self) -> int:
        """Sessions open now."""
        return self._inside.total()

    def knock(self, address: str) -> str | None:
        """A connection comes from an address; why it is refused, or None. Call ``leave_door`` for each let in."""
        now = self._clock()
        self._forget(now)
        if len(self._arrivals.get(address, ())) >= self._limits.connections_a_minute:
            return "too many connections from one address"
        if self._waiting >= self._limits.waiting:
            return "too many connections that have not logged in"
        self._arrivals.setdefault(address, deque()).append(now)
        self._waiting += 1
        return None

    def leave_door(self) -> None:
        """A connection logged in or went away."""
        self._waiting -= 1

    def enter(self, who: str) -> str | None:
        """Somebody opens a session; why it is refused, or None. Call ``leave`` for each let in."""
        if self.inside >= self._limits.sessions:
            return f"the server is full ({self._limits.sessions} sessions); try again later"
        if self._inside[who] >= self._limits.sessions_a_user:
            return f"you have {self._limits.sessions_a_user} sessions open already; end one first"
        self._inside[who] += 1
        return None

    def leave(self, who: str) -> None:
        """A session ended."""
        self._inside[who] -= 1
        if not self._inside[who]:
            del self._inside[who]

    def _forget(self, now: float) -> None:
        """Lets go of arrivals over a minute old."""
        for address, times in list(self._arrivals.items()):
            while times and times[0] <= now - 60:
                times.popleft()
            if not times:
                del self._arrivals[address]
