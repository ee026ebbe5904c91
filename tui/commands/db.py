"""``briefing db``: looking after the store: what it is made of, whether it is sound, copies, the next schema."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefings.errors import BriefingError, ExitCode
from tui.console import json_line, note, out
from tui.options import Source, json_option, store_option
from tui.pace import settings

if TYPE_CHECKING:
    from briefings.store.backup import StoreInfo
    from briefings.store.health import Fault
    from briefings.store.location import Location


@click.group(name="db")
def db() -> None:
    """Look after the store: info, check, backup, copy, upgrade."""


@db.command()
@json_option
@store_option
@click.pass_context
def info(ctx: click.Context, as_json: bool) -> None:
    """Print where the store is, what it holds and when it was backed up."""
    from briefings.store.backup import info as look

    found = look(_place(ctx))
    if as_json:
        json_line({**asdict(found), "counts": dict(found.counts)})
    else:
        for name, value in _rows(found):
            out(f"{name}: {value}")


@db.command()
@click.option(
    "--repair", is_flag=True, help="Copy the store, then make anew what can be; tells what was done."
)
@json_option
@store_option
@click.pass_context
def check(ctx: click.Context, repair: bool, as_json: bool) -> None:
    """Look for damage and for what does not fit; exit code 1 where any is.

    Looked at: pages, tables, references, whether facts stand in their texts, the search index, claims against
    articles, and cards against answers. With --repair facts, claims, the index and cards are made anew.
    """
    from briefings.store.backup import must_exist
    from briefings.store.store import open_store
    from quiz_bank import upkeep

    must_exist(_place(ctx))
    with open_store((ctx.obj or {}).get("db")) as store:
        faults = upkeep.check(store)
        if repair and faults:
            for fault in faults:
                note(str(fault))
            for line in upkeep.repair(store, faults, settings(ctx).retention):
                note(line)
            faults = upkeep.check(store)
    _tell(faults, as_json)
    if faults:
        ctx.exit(ExitCode.BAD_INPUT)


@db.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@store_option
@click.pass_context
def backup(ctx: click.Context, file: Path) -> None:
    """Copy the whole store to a new FILE, also while it is in use.

    The copy is checked before this ends. Of a database too it is a file, which opens like any other store.
    """
    from briefings.store.backup import back_up

    size = back_up(_place(ctx), file)
    note(f"{file}: {_size(size)}, checked")


@db.command()
@store_option
@click.pass_context
def upgrade(ctx: click.Context) -> None:
    """Bring an older store up to this program's schema, and tell of it.

    Every command does so; a file as it was is kept beside it, of a database make a copy first.
    """
    from briefings.store.backup import info as look
    from briefings.store.migrations import backup_of
    from briefings.store.store import open_store

    before = look(_place(ctx))
    open_store((ctx.obj or {}).get("db")).close()
    if before.schema == before.newest:
        note(f"{before.path}: schema {before.newest} already")
    else:
        path = _place(ctx).path
        copy = backup_of(path, before.schema) if path else None
        kept = f"; as it was: {copy}" if copy and copy.exists() else ""
        note(f"{before.path}: from schema {before.schema} to {before.newest}{kept}")


@db.command()
@click.argument("source", metavar="FROM", type=Source())
@click.argument("target", metavar="TO", type=Source())
def copy(source: str, target: str) -> None:
    """Copy a whole store to a new file or an empty database, and make sure that all of it arrived.

    FROM and TO are files or postgresql:// URLs. FROM is left as it is and may be in use meanwhile.
    """
    from briefings.store.backup import info as look
    from briefings.store.copying import copy_store
    from briefings.store.location import resolve

    here, there = resolve(source), resolve(target)
    found = look(here)
    if found.schema != found.newest:
        raise BriefingError(
            f"the store {here} has schema {found.schema}, this briefing works with {found.newest}",
            f"first: briefing --db {here} db upgrade",
        )
    copied = copy_store(here, there)
    rows = sum(each.rows for each in copied.values())
    note(f"{there}: {rows:,} rows of {len(copied)} tables, all as in {here}")


def _place(ctx: click.Context) -> Location:
    from briefings.store.location import resolve

    return resolve((ctx.obj or {}).get("db"))


def _rows(found: StoreInfo) -> list[tuple[str, object]]:
    newest = "" if found.schema == found.newest else f" (newest: {found.newest}; briefing db upgrade)"
    return [
        ("store", found.path),
        ("size", _size(found.size)),
        ("schema", f"{found.schema}{newest}"),
        ("sqlite", f"{found.sqlite}, journal {found.journal}")
        if found.sqlite
        else ("postgresql", found.postgresql),
        *((name, f"{count:,}") for name, count in found.counts.items()),
        ("last backup", f"{found.backed_up} {found.backup}" if found.backup else "none"),
    ]


def _tell(faults: list[Fault], as_json: bool) -> None:
    for fault in faults:
        if as_json:
            json_line({"part": fault.part, "message": fault.message, "story": fault.story or None})
        else:
            out(str(fault))
    if not faults:
        note("nothing is wrong")


def _size(count: int) -> str:
    """Bytes in a unit that leaves few digits."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count / 1e3:.0f} kB"
