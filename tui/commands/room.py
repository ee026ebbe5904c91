"""``briefing room``: one question to many people at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

import click

from tui.console import is_terminal, json_line, note, out, table
from tui.csv_text import csv_text
from tui.options import at_desk, json_option, store_option, story_argument, who_option

if TYPE_CHECKING:
    from textual.message import Message

    from quiz_bank.rooms.seat import Seat
    from tui.rooms.messages import Way

_CODE = click.argument("code")


@click.group()
def room() -> None:
    """Live rooms: a question goes out to all, answers come in, everybody sees the sentence it came from."""


@room.command(name="open")
@story_argument
@click.option("--bank", metavar="B", help="Ask the questions of this bank.")
@click.option(
    "-n", "limit", type=click.IntRange(1, 100), default=10, show_default=True, help="How many questions."
)
@click.option(
    "--seconds", type=click.IntRange(1, 3600), help="How long a question is open.  [default: no limit]"
)
@click.option(
    "--mode", type=click.Choice(("type", "choice")), default="type", show_default=True, help="How to answer."
)
@click.option("--scored", is_flag=True, help="Give points: right answers first, speed at most a quarter.")
@click.option("--anonymous", is_flag=True, help="Show players by their numbers.")
@store_option
@who_option
@click.pass_context
def open_room(
    ctx: click.Context,
    story: str | None,
    bank: str | None,
    limit: int,
    seconds: int | None,
    mode: str,
    scored: bool,
    anonymous: bool,
) -> None:
    """Open a room and host it. Without a terminal, its code is printed and the room waits for its host."""
    from quiz_bank.rooms.plans import Wish
    from quiz_bank.rooms.state import Settings

    if story and bank:
        raise click.UsageError("a story and --bank do not go together")
    settings = Settings(seconds, scored, anonymous)
    with _at_rooms(ctx) as seat:
        code = seat.open(Wish(story, bank, limit, "choice" if mode == "choice" else "type", settings))
    out(code)
    if is_terminal():
        from tui.rooms.messages import RoomWanted

        _go_in(ctx, seat.name, RoomWanted(code))
    else:
        note(f"players join with: briefing room join {code}; host it with the same")


@room.command()
@click.argument("code", required=False)
@click.option("--watch", is_flag=True, help="Look on without answering.")
@click.option("--projector", is_flag=True, help="The view for everybody to look at.")
@click.option("--plain", is_flag=True, help="Line by line, without the app.")
@store_option
@who_option
@click.pass_context
def join(ctx: click.Context, code: str | None, watch: bool, projector: bool, plain: bool) -> None:
    """Go into a room; without a code, choose from the list. Who opened it hosts it again, everybody else plays."""
    if watch and projector:
        raise click.UsageError("--watch and --projector do not go together")
    way: Way = "projector" if projector else "watch" if watch else "play"
    in_app = is_terminal() and not plain
    if code is None and not in_app:
        raise click.UsageError("name the room; briefing room list tells which there are")
    from tui.rooms.messages import RoomsWanted, RoomWanted

    if code is None:
        _go_in(ctx, (ctx.obj or {}).get("who"), RoomsWanted())
        return
    with _at_rooms(ctx) as seat:
        stands = seat.rooms.state(code)
        if not in_app:
            _play(seat, stands.code, stands.host, way)
            return
    _go_in(ctx, seat.name, RoomWanted(stands.code, way))


@room.command(name="list")
@json_option
@store_option
@click.pass_context
def list_rooms(ctx: click.Context, as_json: bool) -> None:
    """List the rooms that are open."""
    with _at_rooms(ctx) as seat:
        cards = seat.rooms.listed()
    records = [
        {
            **asdict(card),
            "phase": card.phase.value,
            "number": card.number + 1,
            "opened_at": card.opened_at.isoformat(),
        }
        for card in cards
    ]
    if as_json:
        for record in records:
            json_line(record)
    elif records:
        rows = [
            (
                each["code"],
                each["host"],
                str(each["players"]),
                f"{each['number']}/{each['questions']}",
                each["title"],
            )
            for each in records
        ]
        out(table([("room", "host", "players", "question", "title"), *rows], right=frozenset((2, 3))))
    else:
        note("no room is open; open one with: briefing room open")


@room.command()
@_CODE
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV instead of text.")
@json_option
@store_option
@who_option
@click.pass_context
def results(ctx: click.Context, code: str, as_csv: bool, as_json: bool) -> None:
    """Print every answer given in a room. In an anonymous one only its host is told whose they are."""
    from quiz_bank.rooms.results import RoomResult

    with _at_rooms(ctx) as seat:
        rows = [{**asdict(row), "at": row.at.isoformat()} for row in seat.results(code)]
    if as_json:
        for row in rows:
            json_line(row)
    elif as_csv:
        out(csv_text(rows, [field.name for field in fields(RoomResult)]).rstrip("\n"))
    elif rows:
        for row in rows:
            said = f"{row['number']:>2}  {row['trainee']}  {row['verdict']}: {row['ask']}  -> {row['answer']}"
            out(said if row["counted"] else f"{said}  (not counted)")
    else:
        note("nothing was answered in this room")


@room.command()
@_CODE
@store_option
@who_option
@click.pass_context
def end(ctx: click.Context, code: str) -> None:
    """End a room you host."""
    with _at_rooms(ctx) as seat:
        ended = seat.act(code, "ended")
    out(f"{ended.code}: ended")


@contextmanager
def _at_rooms(ctx: click.Context) -> Iterator[Seat]:
    """The place at the rooms of whom the command line names; anybody at this machine may open one."""
    from quiz_bank.rooms.rooms import Rooms
    from quiz_bank.rooms.seat import Seat

    with at_desk(ctx) as desk:
        yield Seat(desk, Rooms(desk.store))


def _play(seat: Seat, code: str, host: str, way: Way) -> None:
    from tui.rooms.line import play

    if way == "projector" or (seat.login == host and way == "play"):
        raise click.UsageError("hosting and the projector need a terminal")
    play(seat, code, watching=way == "watch")


def _go_in(ctx: click.Context, who: str | None, first: Message) -> None:
    from tui.app import run

    run((ctx.obj or {}).get("db"), who, first=first)
