"""What each of the three screens of a room shows between its top line and its keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from textual.content import Content

from quiz_bank.rooms.state import Phase, Room
from tui.rooms import wording
from tui.wording import QUIET, plain

#: answers a player sees at the reveal, so that it fits a terminal of 24 lines; the wall shows more, and the ranking
FEW_BARS = 4

PAUSED = Content.styled("Paused by the host.", "bold $text-warning")
SKIPPED = Content.styled("The host skipped this question; it does not count.", QUIET)
ENDED = Content.styled("The room has ended.", "bold")
HOST_AWAY = Content.styled("The host is away; the room waits.", "bold $text-warning")
TAKEN_OUT = Content.styled("The host has taken you out of this room.", "bold $text-error")


def host_view(room: Room) -> Content:
    """For the host: who is in, who has answered, how it went; no right answer before the reveal."""
    return wording.paragraphs(_host(room, named=True))


def _host(room: Room, named: bool) -> Iterator[Content]:
    """The host's blocks; ``named`` tells who has not answered yet."""
    if room.phase is Phase.LOBBY:
        yield wording.how_to_join(room)
        yield wording.rules(room)
        yield wording.who_is_in(room)
    elif room.phase is Phase.ENDED:
        yield ENDED
        yield wording.ranking(room, top=10)
        yield plain(f"briefing room results {room.code}  lists every answer", QUIET)
    elif room.question is not None:
        yield (
            wording.asked(room.question)
            if room.phase is not Phase.REVEALED
            else plain(room.question.ask, "bold")
        )
        yield PAUSED if room.paused_at is not None else Content("")
        if room.phase in (Phase.ASKING, Phase.CLOSED):
            yield wording.progress(room, named)
        if room.phase is Phase.CLOSED:
            yield Content.styled("Closed.", "bold")
        if room.phase is Phase.SKIPPED:
            yield SKIPPED
        if room.phase is Phase.REVEALED:
            yield wording.revealed(room)
            yield wording.ranking(room)


def projector_view(room: Room) -> Content:
    """For everybody to look at: how to join, the question, how many answered; the answer once it is revealed."""
    if room.phase is Phase.LOBBY:
        return wording.paragraphs(
            chain(
                (plain(room.title, "bold"), wording.how_to_join(room), wording.who_is_in(room)),
                _host_away(room),
            )
        )
    if room.phase is Phase.ENDED:
        return wording.paragraphs(iter((ENDED, wording.ranking(room, top=10))))
    return wording.paragraphs(chain(_host(room, named=False), _host_away(room)))


def player_view(room: Room, me: str, status: Content) -> Content:
    """For one player, or for somebody who looks on.

    Args:
        room: where it stands.
        me: her login.
        status: what became of the answer she is sending; empty while she sends none.
    """
    return wording.paragraphs(chain(_player(room, me, status), _host_away(room)))


def _host_away(room: Room) -> Iterator[Content]:
    """That nobody steers the room now, where that is so."""
    if not room.host_here and room.phase is not Phase.ENDED:
        yield HOST_AWAY


def _player(room: Room, me: str, status: Content) -> Iterator[Content]:
    player = room.players.get(me)
    given = room.given.get(me)
    if player is not None and player.kicked:
        yield TAKEN_OUT
    elif room.phase is Phase.LOBBY:
        yield plain(f"You are in room {room.code}, hosted by {room.host_name}.", "bold")
        yield Content.styled("It begins when the host starts it.", QUIET)
        yield wording.rules(room)
        yield wording.who_is_in(room)
    elif room.phase is Phase.ENDED:
        yield ENDED
        yield wording.own_score(room, me)
        yield wording.ranking(room, me)
    elif room.phase is Phase.REVEALED and room.question is not None:
        yield plain(room.question.ask, "bold")
        if player is not None and player.plays:
            verdict = wording.verdict_on(given, player.since <= room.number)
            yield Content("\n").join(part for part in (verdict, wording.own_score(room, me)) if part)
        yield wording.revealed(room, given, most=FEW_BARS)
    elif room.question is not None:
        yield wording.asked(room.question)
        yield SKIPPED if room.phase is Phase.SKIPPED else _waiting(room, me, status)


def _waiting(room: Room, me: str, status: Content) -> Content:
    """Below an open or closed question: what the player can do, or waits for."""
    given, player = room.given.get(me), room.players.get(me)
    if room.paused_at is not None:
        return PAUSED
    if given is not None:
        kept = Content.assemble(("✓ kept: ", "bold"), wording.short(given.answer))
        return Content.assemble(kept, ("   wait for the reveal", QUIET))
    if player is not None and player.plays and player.since > room.number:
        return Content.styled("You join at the next question.", QUIET)
    if room.phase is Phase.CLOSED:
        return Content.styled("Closed. Wait for the reveal.", QUIET)
    return status
