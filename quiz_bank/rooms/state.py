"""Where a room stands: a fold over its events, with no store, no screen and no clock in it.

``refusal`` tells why an event may not happen now; ``apply`` makes the room after it, and passes over what may not
happen, so that any list of events makes a room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from quiz_bank.grading.verdicts import Verdict
from quiz_bank.questions import Question
from quiz_bank.rooms.events import CLOCK, Event, Kind
from quiz_bank.rooms.scores import points
from quiz_bank.rooms.snapshots import question_of


class Phase(Enum):
    """What everybody in the room waits for, or sees."""

    LOBBY = "lobby"
    ASKING = "asking"
    CLOSED = "closed"
    REVEALED = "revealed"
    SKIPPED = "skipped"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Settings:
    """How a room is played.

    Attributes:
        seconds: how long a question is open; None until the host closes it.
        scored: whether points are given and a ranking is shown.
        anonymous: whether players are shown by their numbers.
    """

    seconds: int | None = None
    scored: bool = False
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Player:
    """Somebody who joined.

    Attributes:
        login: whom answers are kept under. name: as it is shown.
        number: her number in the room, from 1 in the order of joining.
        since: the first question she is asked; who comes late joins at the next one.
        watching: whether she only looks on.
        here: whether she has not left. kicked: whether the host took her out, for good.
        away: whether she is gone because her line dropped.
    """

    login: str
    name: str
    number: int
    since: int
    watching: bool = False
    here: bool = True
    kicked: bool = False
    away: bool = False

    @property
    def plays(self) -> bool:
        """Whether questions are for her."""
        return not (self.watching or self.kicked)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was kept; ``ms`` from the question's appearance without pauses, ``points`` 0 to 1000."""

    answer: str
    verdict: Verdict
    ms: int
    at: datetime
    points: int


@dataclass(frozen=True, slots=True)
class Room:
    """A room after its events so far.

    Attributes:
        code: its name. seq: the number of its latest event.
        host, host_name: the login and the name of who steers it. host_here: whether she is at it.
        title: what it is about. questions: what is asked, fixed when it was opened.
        settings: how it is played.
        phase: where it stands. number: the question on show, from 0; -1 before the first.
        asked_at: when that question went out. closes_at: until when it takes answers; None for no limit.
        paused_at: since when it is paused, or None. paused: how long it was, before that.
        players: everybody who ever joined, by login, in that order.
        answers: number of a question -> login -> what was answered.
        skipped: numbers of the questions that do not count.
    """

    code: str = ""
    seq: int = 0
    host: str = ""
    host_name: str = ""
    host_here: bool = True
    title: str = ""
    questions: tuple[Question, ...] = ()
    settings: Settings = Settings()
    phase: Phase = Phase.LOBBY
    number: int = -1
    asked_at: datetime | None = None
    closes_at: datetime | None = None
    paused_at: datetime | None = None
    paused: timedelta = timedelta(0)
    players: Mapping[str, Player] = field(default_factory=dict)
    answers: Mapping[int, Mapping[str, Given]] = field(default_factory=dict)
    skipped: frozenset[int] = frozenset()

    @property
    def question(self) -> Question | None:
        """The question on show, or the last one; None before the first."""
        return self.questions[self.number] if self.number >= 0 else None

    @property
    def is_last(self) -> bool:
        """Whether no question comes after the one on show."""
        return self.number + 1 >= len(self.questions)

    @property
    def given(self) -> Mapping[str, Given]:
        """The answers to the question on show, by login."""
        return self.answers.get(self.number, {})

    @property
    def asked(self) -> list[Player]:
        """Those whom the question on show is for: in the room, or gone since they answered it."""
        return [
            each
            for each in self.players.values()
            if each.plays and each.since <= self.number and (each.here or each.login in self.given)
        ]

    @property
    def counted(self) -> list[int]:
        """The numbers of the questions that count by now: revealed, or cut short by the end of the room."""
        known = self.phase in (Phase.REVEALED, Phase.ENDED)
        return [n for n in range(self.number + known) if n not in self.skipped]

    def left(self, at: datetime) -> float | None:
        """The seconds that the question on show still takes answers; None where there is no limit."""
        if self.closes_at is None or self.phase is not Phase.ASKING:
            return None
        return max(0.0, (self.closes_at - (self.paused_at or at)).total_seconds())


def fold(events: Iterable[Event], room: Room = Room()) -> Room:
    """The room after these events, from an empty one or from where it stood."""
    for event in events:
        room = apply(room, event)
    return room


def apply(room: Room, event: Event) -> Room:
    """The room after one event; one that may not happen, or is of no known kind, changes nothing but ``seq``."""
    after = room if refusal(room, event) else _CHANGES[event.kind](room, event)
    return replace(after, seq=event.seq or room.seq + 1)


def refusal(room: Room, event: Event) -> str:
    """Why an event may not happen in a room now, as a clause; empty where it may."""
    if event.kind not in _CHECKS:
        return "there is no such thing to do"
    if event.kind == "opened":
        return "the room is open already" if room.code else ""
    if not room.code:
        return "the room was never opened"
    if room.phase is Phase.ENDED:
        return "the room has ended"
    if event.kind in _HOSTS and event.by != room.host and not _is_time_up(room, event):
        return "only the host does that"
    return _CHECKS[event.kind](room, event)


def _is_time_up(room: Room, event: Event) -> bool:
    late = room.closes_at is not None and room.paused_at is None and event.at >= room.closes_at
    return event.kind == "closed" and event.by == CLOCK and late


_HOSTS: frozenset[Kind] = frozenset(
    ("question", "closed", "revealed", "paused", "resumed", "skipped", "kicked", "ended")
)


def _may_always(room: Room, event: Event) -> str:
    return ""


def _may_join(room: Room, event: Event) -> str:
    known = room.players.get(event.by)
    if event.by == room.host:
        return "you host this room" if room.host_here else ""
    return "the host has taken you out of this room" if known and known.kicked else ""


def _may_leave(room: Room, event: Event) -> str:
    player = room.players.get(event.by)
    is_here = room.host_here if event.by == room.host else player is not None and player.here
    return "" if is_here else "you are not in this room"


def _may_ask(room: Room, event: Event) -> str:
    if room.phase in (Phase.ASKING, Phase.CLOSED):
        return "the question on show is not revealed yet"
    if room.is_last:
        return "that was the last question"
    return "" if event.body["n"] == room.number + 1 else "another question comes next"


def _may_answer(room: Room, event: Event) -> str:
    player = room.players.get(event.by)
    if player is None:
        return "you are not in this room"
    if player.kicked:
        return "the host has taken you out of this room"
    if player.watching:
        return "you only look on"
    if event.body["n"] != room.number or room.phase is not Phase.ASKING:
        return "that question is closed"
    if event.by in room.given:
        return "you have answered already"
    if player.since > room.number:
        return "you join at the next question"
    if room.paused_at is not None:
        return "the room is paused"
    return "the time is up" if room.closes_at is not None and event.at > room.closes_at else ""


def _in_phases(reason: str, *phases: Phase) -> Callable[[Room, Event], str]:
    """A check of the phase, and that the question on show is meant."""

    def check(room: Room, event: Event) -> str:
        meant = event.body.get("n", room.number) == room.number
        return "" if meant and room.phase in phases else reason

    return check


def _may_pause(room: Room, event: Event) -> str:
    if room.phase is not Phase.ASKING:
        return "no question is open"
    return "the room is paused already" if room.paused_at else ""


def _may_resume(room: Room, event: Event) -> str:
    return "" if room.paused_at else "the room is not paused"


def _may_kick(room: Room, event: Event) -> str:
    player = room.players.get(str(event.body["who"]))
    if player is None:
        return "nobody of that name is in the room"
    return "she was taken out already" if player.kicked else ""


_CHECKS: dict[Kind, Callable[[Room, Event], str]] = {
    "opened": _may_always,
    "joined": _may_join,
    "left": _may_leave,
    "question": _may_ask,
    "answered": _may_answer,
    "closed": _in_phases("no question is open", Phase.ASKING),
    "revealed": _in_phases("the question is not closed yet", Phase.CLOSED),
    "paused": _may_pause,
    "resumed": _may_resume,
    "skipped": _in_phases("there is no question to skip", Phase.ASKING, Phase.CLOSED),
    "kicked": _may_kick,
    "ended": _may_always,
}


def _opened(room: Room, event: Event) -> Room:
    body = event.body
    return Room(
        code=body["code"],
        host=event.by,
        host_name=body["host"],
        title=body["title"],
        questions=tuple(question_of(each) for each in body["questions"]),
        settings=Settings(**body["settings"]),
    )


def _joined(room: Room, event: Event) -> Room:
    if event.by == room.host:
        return replace(room, host_here=True)
    watching = bool(event.body.get("watching", False))
    known = room.players.get(event.by)
    since = 0 if room.phase is Phase.LOBBY else room.number + 1
    if known is None:
        player = Player(event.by, event.body["name"], len(room.players) + 1, since, watching)
    else:
        kept = known.since if known.plays else since
        player = replace(known, since=kept, watching=watching, here=True, away=False)
    return replace(room, players={**room.players, event.by: player})


def _left(room: Room, event: Event) -> Room:
    if event.by == room.host:
        return replace(room, host_here=False)
    return _with_player(room, event.by, here=False, away=bool(event.body.get("away", False)))


def _kicked(room: Room, event: Event) -> Room:
    return _with_player(room, str(event.body["who"]), here=False, away=False, kicked=True)


def _with_player(room: Room, login: str, **changes: Any) -> Room:
    return replace(room, players={**room.players, login: replace(room.players[login], **changes)})


def _question(room: Room, event: Event) -> Room:
    seconds = room.settings.seconds
    return replace(
        room,
        phase=Phase.ASKING,
        number=room.number + 1,
        asked_at=event.at,
        closes_at=event.at + timedelta(seconds=seconds) if seconds else None,
        paused=timedelta(0),
    )


def _answered(room: Room, event: Event) -> Room:
    body = event.body
    verdict = Verdict(body["verdict"], body["rule"], body["reason"])
    elapsed = max(event.at - (room.asked_at or event.at) - room.paused, timedelta(0))
    given = Given(
        body["answer"],
        verdict,
        elapsed // timedelta(milliseconds=1),
        event.at,
        points(verdict.verdict, elapsed.total_seconds(), room.settings.seconds),
    )
    return replace(room, answers={**room.answers, room.number: {**room.given, event.by: given}})


def _closed(room: Room, event: Event) -> Room:
    return replace(room, phase=Phase.CLOSED, paused_at=None)


def _revealed(room: Room, event: Event) -> Room:
    return replace(room, phase=Phase.REVEALED)


def _paused(room: Room, event: Event) -> Room:
    return replace(room, paused_at=event.at)


def _resumed(room: Room, event: Event) -> Room:
    pause = max(event.at - (room.paused_at or event.at), timedelta(0))
    closes_at = room.closes_at + pause if room.closes_at else None
    return replace(room, paused_at=None, paused=room.paused + pause, closes_at=closes_at)


def _skipped(room: Room, event: Event) -> Room:
    return replace(room, phase=Phase.SKIPPED, paused_at=None, skipped=room.skipped | {room.number})


def _ended(room: Room, event: Event) -> Room:
    return replace(room, phase=Phase.ENDED, paused_at=None)


_CHANGES: dict[Kind, Callable[[Room, Event], Room]] = {
    "opened": _opened,
    "joined": _joined,
    "left": _left,
    "question": _question,
    "answered": _answered,
    "closed": _closed,
    "revealed": _revealed,
    "paused": _paused,
    "resumed": _resumed,
    "skipped": _skipped,
    "kicked": _kicked,
    "ended": _ended,
}
