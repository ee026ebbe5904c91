"""The rooms of one store, for everybody who uses it in this process.

Every method but ``watch`` blocks on the store; an interface calls them off its event loop.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
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
from quiz_bank.learning.trainees import login_of, trainee_id
from quiz_bank.rooms import results, shelf
from quiz_bank.rooms.events import CLOCK, Event, Kind
from quiz_bank.rooms.shelf import Plan, RoomError
from quiz_bank.rooms.state import Given, Phase, Room
from quiz_bank.rooms.watch import Watch
from quiz_bank.session import Attempt, Quiz

GRACE = timedelta(seconds=0.3)  # an answer that came in time may wait that long for its turn to be kept
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
        """Judges and keeps one answer; gives it as kept once it is on disk. The same answer again counts once.

        Args:
            code: of the room.
            who: whose answer it is.
            number: of the question it is meant for, from 0.
            said: as typed, or the number of an option.

        Raises:
            RoomError: the question is closed, or was answered otherwise.
            BriefingError: it could not be kept.
        """
        at, name, login = self._now(), code_of(code), login_of(who)
        room = self.state(code)
        if not 0 <= number < len(room.questions):
            raise RoomError("there is no such question")
        judged = Quiz([room.questions[number]]).grade(said)
        answer = clean_line(judged.answer, ANSWER_LIMIT)
        event = Event("answered", login, at, {"n": number, "answer": answer, **asdict(judged.verdict)})

        def is_kept(room: Room) -> bool:
            kept = room.answers.get(number, {}).get(login)
            return kept is not None and kept.answer == answer

        return self._append(name, event, is_kept).answers[number][login]

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

    def _append(self, code: str, event: Event, is_done: Callable[[Room], bool] = lambda room: False) -> Room:
        """Adds an event, unless it is done already; judged inside the transaction, in which nobody else can write."""

        def work(session: Session) -> Room:
            shelf.hold(session, code)
            room = self._caught_up(session, code)
            return room if is_done(room) else shelf.append(session, room, event)

        # an answer is known by its place in the room: sent again, it is the same
        room = self._store.write(work, alone=False, again=event.kind == "answered")
        self.watch.wake()
        return room

    def _caught_up(self, session: Session, code: str) -> Room:
        """A room from where it was last read; an event that is being written is not remembered before it is kept."""
        room = shelf.caught_up(session, code, self._known.get(code))
        if room.seq > self._known.get(code, Room()).seq:
            self._known[code] = room
        while len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)
        return room

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
    if not save(session, who, attempt):
        return False
    schedule.follow(session, trainee_id(session, who), attempt, retention)
    return True
