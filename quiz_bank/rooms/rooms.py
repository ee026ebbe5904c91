"""The rooms of one store, for everybody who uses it in this process.

Every method but ``watch`` blocks on the store; an interface calls them off its event loop.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlmodel import Session

from briefings.errors import BriefingError
from briefings.reading.text import clean_line
from briefings.store.store import Store
from quiz_bank.learning import schedule
from quiz_bank.learning.attempts import ANSWER_LIMIT, save
from quiz_bank.learning.schedule import Pace
from quiz_bank.learning.trainees import login_of
from quiz_bank.rooms import results, shelf
from quiz_bank.rooms.events import CLOCK, Event, Kind
from quiz_bank.rooms.shelf import Plan, RoomError
from quiz_bank.rooms.state import Given, Phase, Room
from quiz_bank.rooms.turns import Turns
from quiz_bank.rooms.watch import Watch
from quiz_bank.session import Attempt, Quiz

GRACE = timedelta(seconds=0.3)  # an answer that came in time may wait that long for its turn to be kept
PAINT = 0.01  # seconds left to each screen to show an answer, before attempts are kept, which takes as long
LONGEST_PAINT = 0.8  # seconds left to all
MOST_KNOWN = 50  # rooms whose state is held in memory; the oldest are read from the store when asked for
AT_ONCE = 20  # attempts kept in one transaction, so that answers need not wait for long


@dataclass(frozen=True, slots=True)
class RoomCard:
    """A room as a list shows it; ``players`` are those in it now, ``opened_at`` in UTC."""

    code: str
    title: str
    host: str
    phase: Phase
    number: int
    questions: int
    players: int
    opened_at: datetime


class Rooms:
    """Opens rooms, adds what happens in them, tells where they stand.

    Args:
        store: an open store.
        clock: the moment it is, in UTC: the only clock of a room; None for that of the store.

    Attributes:
        watch: tells followers whenever a room moves.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime] | None = None) -> None:
        self._store = store
        self._now = clock or store.now
        self._known: OrderedDict[str, Room] = OrderedDict()  # as last read
        self._lock = threading.Lock()
        self._turns: Turns[tuple[str, Event], Room] = Turns(self._append_all)
        self._moves = store.moves()
        self.watch = Watch(self._look, self._moves.stop)

    def open(self, host: str, plan: Plan, must_instruct: bool = False) -> str:
        """Opens a room; gives its code. See ``shelf.open_room``."""
        at = self._now()
        return self._store.write(lambda session: shelf.open_room(session, host, plan, at, must_instruct))

    def state(self, code: str) -> Room:
        """A room as it stands.

        Raises:
            BriefingError: there is none of that code.
        """
        name = code_of(code)
        return self._store.read(lambda session: self._caught_up(session, name))

    def listed(self) -> list[RoomCard]:
        """The rooms that have not ended, newest first."""

        def work(session: Session) -> list[RoomCard]:
            return [
                _card(self._caught_up(session, code), host, at)
                for code, host, at in shelf.open_rooms(session)
            ]

        return self._store.read(work)

    def act(self, code: str, who: str, kind: Kind, /, **body: Any) -> Room:
        """Lets something happen in a room; gives the room after it. A reveal keeps the answers as attempts.

        Raises:
            RoomError: it may not happen now.
            BriefingError: there is no such room, or it could not be kept.
        """
        event = Event(kind, login_of(who) if who else CLOCK, self._now(), body)
        room = self._append(code_of(code), event)
        if kind in ("revealed", "ended"):
            time.sleep(min(self.watch.followers * PAINT, LONGEST_PAINT))
            self.keep_attempts(code)
        return room

    def join(self, code: str, who: str, watching: bool = False) -> Room:
        """Takes somebody in, or in again; who is in already stays as she is, and the host is not a player.

        Raises:
            RoomError: the host took her out, or the room has ended.
        """
        room = self.state(code)
        known = room.players.get(login_of(who))
        if login_of(who) == room.host or (known and known.here and known.watching == watching):
            return room
        name = clean_line(who, 80) or login_of(who)
        return self.act(code, who, "joined", name=name, watching=watching)

    def answer(self, code: str, who: str, number: int, said: str) -> Given:
        """Judges and keeps one answer; gives it as kept. See ``answered``."""
        return self.answered(code, who, number, said).answers[number][login_of(who)]

    def answered(self, code: str, who: str, number: int, said: str) -> Room:
        """Judges and keeps one answer; gives the room once it is on disk. The same answer again counts once.

        Args:
            code: of the room.
            who: whose answer it is.
            number: of the question it is meant for, from 0.
            said: as typed, or the number of an option.

        Raises:
            RoomError: the question is closed, or was answered otherwise.
            BriefingError: it could not be kept.
        """
        at, name = self._now(), code_of(code)
        questions = (self._known.get(name) or self.state(name)).questions  # fixed when the room was opened
        if not 0 <= number < len(questions):
            raise RoomError("there is no such question")
        judged = Quiz([questions[number]]).grade(said)
        answer = clean_line(judged.answer, ANSWER_LIMIT)
        body = {"n": number, "answer": answer, **asdict(judged.verdict)}
        return self._append(name, Event("answered", login_of(who), at, body))

    def keep_attempts(self, code: str, retention: float = Pace().retention) -> int:
        """Keeps the answers that count as attempts and moves their cards; gives how many are new.

        Safe to do again at any time: an answer that was kept already is passed over.
        """
        waiting = iter(results.attempts(self.state(code)))
        new = 0
        while some := list(islice(waiting, AT_ONCE)):

            def work(session: Session, some: list[tuple[Any, Attempt]] = some) -> int:
                return sum(_keep(session, player.name, attempt, retention) for player, attempt in some)

            new += self._store.write(work)
        return new

    def _append(self, code: str, event: Event) -> Room:
        """Adds an event, unless it is an answer that is kept already; gives the room after it."""
        room = self._turns.take((code, event))
        self.watch.wake()
        return room

    def _append_all(self, asked: Sequence[tuple[str, Event]]) -> list[Room | BriefingError]:
        """Adds events in one transaction; judged inside it, in which nobody else can write to their rooms."""

        def work(session: Session) -> list[Room | BriefingError]:
            codes = sorted(
                {code for code, _ in asked}
            )  # always in this order, so that nobody waits for another
            for code in codes:
                shelf.hold(session, code)
            added = shelf.Added({code: self._known.get(code, Room()) for code in codes})
            return [added.to(session, code, event) for code, event in asked]

        # an answer is known by its place in the room: sent again, it is the same
        again = all(event.kind == "answered" for _, event in asked)
        results = self._store.write(work, alone=False, again=again)
        for room in results:
            if isinstance(room, Room):
                self._remember(room)
        return results

    def _caught_up(self, session: Session, code: str) -> Room:
        """A room from where it was last read; call where nothing was written to it that is not kept yet."""
        room = shelf.caught_up(session, code, self._known.get(code))
        self._remember(room)
        return room

    def _remember(self, room: Room) -> None:
        with self._lock:
            if room.seq > self._known.get(room.code, Room()).seq:
                self._known[room.code] = room
            while len(self._known) > MOST_KNOWN:
                self._known.popitem(last=False)

    def _look(self, codes: list[str]) -> Mapping[str, Room]:
        """The rooms that are followed; a question whose time is up is closed on the way."""
        rooms = {code: self._known[code] for code in codes if code in self._known}
        moved = self._moves.of(codes)
        behind = [code for code in codes if code in moved or code not in rooms]
        if behind:
            rooms |= self._read(behind)
        for code, room in rooms.items():
            if _is_overdue(room, self._now()):
                rooms[code] = self._close(room)
        return rooms

    def _read(self, codes: list[str]) -> dict[str, Room]:
        try:
            return self._store.read(lambda session: {code: self._caught_up(session, code) for code in codes})
        except BriefingError:
            self._moves.forget()  # what moved was not seen
            raise

    def _close(self, room: Room) -> Room:
        """Closes a question in the name of the clock; another process may have been quicker."""
        try:
            return self.act(room.code, CLOCK, "closed", n=room.number)
        except RoomError:
            return room


def code_of(said: str) -> str:
    """The code of a room as it is kept, however it was typed."""
    return "".join(char for char in said.upper() if char.isalnum())


def _card(room: Room, host: str, at: datetime) -> RoomCard:
    here = sum(player.here and player.plays for player in room.players.values())
    return RoomCard(room.code, room.title, host, room.phase, room.number, len(room.questions), here, at)


def _is_overdue(room: Room, now: datetime) -> bool:
    waiting = room.phase is Phase.ASKING and room.paused_at is None and room.closes_at is not None
    return waiting and room.closes_at is not None and now >= room.closes_at + GRACE


def _keep(session: Session, who: str, attempt: Attempt, retention: float) -> bool:
    saved = save(session, who, attempt)
    if saved is not None:
        schedule.follow(session, saved, attempt, retention)
    return saved is not None
