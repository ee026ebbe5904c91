"""What came out of a room: how a question was answered, who stands where, every answer for the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import TypeVar

from briefings.reading.text import clean_line
from briefings.stories import content_key
from quiz_bank.grading.verdicts import Level
from quiz_bank.rooms.state import Player, Room
from quiz_bank.session import Attempt

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Bar:
    """How many gave one answer; ``verdict`` None for an option nobody chose that is not right."""

    answer: str
    count: int
    verdict: Level | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a player stands after the questions that count.

    Attributes:
        place: from 1; those with equal points share one.
        points: of all her answers. right: how many were right. asked: how many questions were for her.
    """

    place: int
    player: Player
    points: int
    right: int
    asked: int


@dataclass(frozen=True, slots=True)
class RoomResult:
    """One answer as ``briefing room results`` prints it; ``counted`` False for a question that does not count."""

    room: str
    number: int
    question: str
    ask: str
    trainee: str
    answer: str
    verdict: Level
    rule: str
    ms: int
    points: int
    counted: bool
    at: datetime


def _once_a_room(work: Callable[..., Iterable[Made]]) -> Callable[..., tuple[Made, ...]]:
    """Remembers what came of the room that was asked about last: a whole class asks the same at the reveal."""
    last: tuple[Room, tuple[int, ...], tuple[Made, ...]] | None = None

    @wraps(work)
    def remembered(room: Room, *more: int) -> tuple[Made, ...]:
        nonlocal last
        known = last
        if known is None or known[0] is not room or known[1] != more:
            last = known = room, more, tuple(work(room, *more))
        return known[2]

    return remembered


def tally(room: Room, number: int) -> list[Bar]:
    """The answers to a question, the right ones first, then by how many gave them; every option of a choice.

    Spellings that differ in case alone are one answer, told as it was first given.
    """
    return list(_bars(room, number))


@_once_a_room
def _bars(room: Room, number: int) -> Iterable[Bar]:
    question = room.questions[number]
    counts = Counter({folded(option): 0 for option in question.options})
    shown = {folded(option): option for option in question.options}
    verdicts: dict[str, Level | None] = {folded(question.right): "correct"}
    for each in room.answers.get(number, {}).values():
        words = folded(each.answer)
        shown.setdefault(words, clean_line(each.answer))
        counts[words] += 1
        verdicts[words] = each.verdict.verdict
    bars = [Bar(shown[words], count, verdicts.get(words)) for words, count in counts.items()]
    return sorted(bars, key=lambda bar: (_ORDER[bar.verdict], -bar.count))


_ORDER: Mapping[Level | None, int] = {"correct": 0, "close": 1, "wrong": 2, None: 2}


def folded(answer: str) -> str:
    """An answer as it is counted: those that differ in case or blanks alone are one."""
    return clean_line(answer).casefold()


def standings(room: Room) -> list[Standing]:
    """The players by points, then by how many answers were right; those taken out are left out."""
    return list(_standings(room))


@_once_a_room
def _standings(room: Room) -> Iterable[Standing]:
    counted = room.counted
    rows = []
    for player in room.players.values():
        mine = [room.answers.get(n, {}).get(player.login) for n in counted]
        given = [each for each in mine if each is not None]
        if player.plays or (given and not player.kicked):
            right = sum(each.verdict.verdict == "correct" for each in given)
            asked = sum(n >= player.since for n in counted)
            rows.append((sum(each.points for each in given), right, player, asked))
    rows.sort(key=lambda row: (-row[0], -row[1], row[2].number))
    places = [(points, right) for points, right, _, _ in rows]
    return [
        Standing(places.index((points, right)) + 1, player, points, right, asked)
        for points, right, player, asked in rows
    ]


def shown_name(room: Room, player: Player) -> str:
    """A player as everybody may see her: by her number in an anonymous room."""
    return f"player {player.number}" if room.settings.anonymous else player.name


def results(room: Room, named: bool) -> list[RoomResult]:
    """Every answer, by question and in the order they came.

    Args:
        room: where it stands.
        named: whether people are told by their names even where everybody sees numbers.
    """
    return list(_results(room, named))


def _results(room: Room, named: bool) -> Iterator[RoomResult]:
    counted = set(room.counted)
    for number, answers in room.answers.items():
        question = room.questions[number]
        for login, given in answers.items():
            player = room.players[login]
            yield RoomResult(
                room.code,
                number + 1,
                question.id,
                question.ask,
                player.name if named else shown_name(room, player),
                given.answer,
                given.verdict.verdict,
                given.verdict.rule,
                given.ms,
                given.points,
                number in counted,
                given.at,
            )


def attempts(room: Room) -> list[tuple[Player, Attempt]]:
    """The answers that count, as attempts; the same answer has the same ``uid`` for ever, so that it counts once."""
    return [
        (
            room.players[login],
            Attempt(
                content_key("room", room.code, str(number), login),
                room.questions[number],
                given.answer,
                given.verdict,
                given.ms,
                given.at,
                round_uid=f"room:{room.code}",
            ),
        )
        for number in room.counted
        for login, given in room.answers.get(number, {}).items()
    ]
