"""What the screens of rooms ask of the app, and what it answers them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from textual.message import Message

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from briefings.errors import BriefingError
    from quiz_bank.rooms.events import Kind
    from quiz_bank.rooms.plans import Wish
    from quiz_bank.rooms.rooms import RoomCard
    from quiz_bank.rooms.state import Room

Way = Literal["play", "watch", "projector"]


@dataclass
class RoomsWanted(Message):
    """The list of rooms is wanted; ``again`` where it is on show and only to be brought up to date."""

    again: bool = False


@dataclass
class RoomsRead(Message):
    """The rooms that have not ended; ``may_open`` tells whether whoever asks may open one."""

    cards: Sequence[RoomCard]
    may_open: bool
    again: bool = False


@dataclass
class RoomsOpen(Message):
    """The codes of the rooms that others opened."""

    codes: tuple[str, ...]


@dataclass
class RoomWanted(Message):
    """Somebody wants to go into a room; its host steers it, unless she wants the projector."""

    code: str
    way: Way = "play"


@dataclass
class RoomEntered(Message):
    """She is in; ``me`` is her login."""

    room: Room
    me: str
    way: Way


@dataclass
class OpenWanted(Message):
    """The form for a new room is wanted."""


@dataclass
class OpenAsked(Message):
    """A room is to be opened; ``sender`` waits for ``RoomOpened`` or ``RoomRefused``."""

    sender: MessagePump
    wish: Wish


@dataclass
class RoomOpened(Message):
    """The room is open."""

    code: str


@dataclass
class DeedAsked(Message):
    """Something is to happen in a room; ``sender`` waits for ``DeedDone`` or ``RoomRefused``."""

    sender: MessagePump
    code: str
    kind: Kind
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class DeedDone(Message):
    """It happened; the room as it stands then."""

    room: Room


@dataclass
class AnswerSent(Message):
    """An answer is to be kept; ``sender`` waits for ``DeedDone`` or ``RoomRefused``."""

    sender: MessagePump
    code: str
    number: int
    said: str


@dataclass
class RoomRefused(Message):
    """It could not be done."""

    error: BriefingError
