"""Rooms in the store: events are added in order and read back from where one left off, never changed."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import String, type_coerce
from sqlmodel import Session, col, select

from briefings.errors import BriefingError, ExitCode
from briefings.store.models import RoomEventRow, RoomRow, TraineeRow
from briefings.store.moved import tell_moved
from quiz_bank.learning.trainees import login_of, trainee_id
from quiz_bank.logins import CODE_LETTERS
from quiz_bank.questions import Question
from quiz_bank.roles import known_role
from quiz_bank.rooms.events import Event
from quiz_bank.rooms.snapshots import snapshot
from quiz_bank.rooms.state import Room, Settings, apply, fold, refusal

CODE_SIZE = 4  # said aloud and typed by a class; rooms are listed, so it is no secret
MOST_QUESTIONS = 100


class RoomError(BriefingError):
    """An event that may not happen in a room now."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a room is to be opened with.

    Attributes:
        story: the slug results are found by; of a bank that of its story.
        title: what the room is called on a screen.
        questions: what is asked, in order.
        settings: how it is played.
    """

    story: str
    title: str
    questions: tuple[Question, ...]
    settings: Settings


def open_room(session: Session, host: str, plan: Plan, at: datetime, must_instruct: bool = False) -> str:
    """Opens a room; gives its code.

    Args:
        session: a writing session.
        host: the name of who steers it.
        plan: what it asks and how.
        at: this moment, in UTC.
        must_instruct: whether only an instructor may.

    Raises:
        BriefingError: there is nothing to ask, or the host may not.
    """
    if must_instruct and known_role(session, host) != "instructor":
        raise BriefingError("only an instructor opens rooms here", "ask the instructor")
    if not plan.questions:
        raise BriefingError(f"no questions on {plan.story}", "name another story, or a bank")
    code = _free_code(session)
    session.add(RoomRow(code=code, host_id=trainee_id(session, host), story=plan.story, opened_at=at))
    session.flush()
    body = {
        "code": code,
        "host": host,
        "title": plan.title,
        "questions": [snapshot(each) for each in plan.questions[:MOST_QUESTIONS]],
        "settings": asdict(plan.settings),
    }
    append(session, Room(), Event("opened", login_of(host), at, body), code)
    return code


def hold(session: Session, code: str) -> None:
    """Keeps everybody else from adding to a room until this writing session ends."""
    session.execute(select(RoomRow.code).where(RoomRow.code == code).with_for_update(key_share=True))


def append(session: Session, room: Room, event: Event, code: str = "") -> Room:
    """Adds one event to a room; gives the room after it. Who listens is told once it is kept.

    Args:
        session: a writing session that holds the room, and in which ``room`` was then brought up to date.
        room: where it stands.
        event: what is to happen.
        code: of a room that is just being opened.

    Raises:
        RoomError: it may not happen now.
    """
    reason = refusal(room, event)
    if reason:
        raise RoomError(reason)
    name = room.code or code
    session.add(
        RoomEventRow(
            room=name,
            seq=room.seq + 1,
            kind=event.kind,
            once=event.once,
            body={"by": event.by, **event.body},
            at=event.at,
        )
    )
    if event.kind == "ended":
        _row(session, name).closed_at = event.at
    session.flush()
    tell_moved(session, name, room.seq + 1)
    return apply(room, event)


class Added:
    """Events that are added to rooms in one writing session.

    Args:
        known: the rooms that the session holds, by code, as they were last read.
    """

    def __init__(self, known: Mapping[str, Room]) -> None:
        self._known = known
        self._now: dict[str, Room] = {}

    def to(self, session: Session, code: str, event: Event) -> Room | BriefingError:
        """The room after one more event, or why it was refused; an answer that is kept already changes nothing."""
        try:
            if code not in self._now:
                self._now[code] = caught_up(session, code, self._known[code])
            if not _is_kept(self._now[code], event):
                self._now[code] = append(session, self._now[code], event)
        except BriefingError as refused:
            return refused
        return self._now[code]


def _is_kept(room: Room, event: Event) -> bool:
    """Whether an answer was given before, in the same words."""
    if event.kind != "answered":
        return False
    kept = room.answers.get(event.body["n"], {}).get(event.by)
    return kept is not None and kept.answer == event.body["answer"]


def caught_up(session: Session, code: str, room: Room | None = None) -> Room:
    """A room as it stands now, from where it stood when last read.

    Raises:
        BriefingError: there is no room of that code.
    """
    before = room or Room()
    after = fold(_events_since(session, code, before.seq), before)
    if not after.code:
        _row(session, code)
    return after


def open_rooms(session: Session) -> list[tuple[str, str, datetime]]:
    """Code, host's name and opening time (UTC) of every room that has not ended, newest first."""
    wanted = select(RoomRow.code, TraineeRow.name, RoomRow.opened_at).join(TraineeRow)
    rows = wanted.where(col(RoomRow.closed_at).is_(None)).order_by(col(RoomRow.opened_at).desc())
    return [(code, host, _utc(at)) for code, host, at in session.exec(rows)]


def _events_since(session: Session, code: str, seq: int) -> list[Event]:
    wanted: Any = select(
        RoomEventRow.seq,
        RoomEventRow.kind,
        type_coerce(RoomEventRow.body, String),
        type_coerce(RoomEventRow.at, String),
    ).where(RoomEventRow.room == code, RoomEventRow.seq > seq)
    rows = session.connection().execute(wanted.order_by(RoomEventRow.seq)).all()
    return [_event(*row) for row in rows]


def _event(seq: int, kind: Any, body: Any, at: Any) -> Event:
    told = (
        json.loads(body) if isinstance(body, str) else body
    )  # SQLite's own text is read quicker, as in attempts
    moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    return Event(kind, told.pop("by"), _utc(moment), told, seq)


def _row(session: Session, code: str) -> RoomRow:
    row = session.get(RoomRow, code)
    if row is None:
        raise BriefingError(
            f"no room {code[:20]!r}", "briefing room list tells which there are", ExitCode.BAD_USAGE
        )
    return row


def _free_code(session: Session) -> str:
    while True:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_SIZE))
        if session.get(RoomRow, code) is None:
            return code


def _utc(moment: datetime) -> datetime:
    """A stored moment, which SQLite gives back without its zone."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
