"""``briefing instructors``: who may keep banks, see keys and decide."""

from __future__ import annotations

import shlex

import click

from tui.console import note, out
from tui.options import at_desk, store_option, who_option

_NAME = click.argument("name")


@click.group(name="instructors")
def instructors() -> None:
    """Say who instructs; the first user of a store does, everybody else is a trainee."""


@instructors.command()
@_NAME
@store_option
@who_option
@click.pass_context
def add(ctx: click.Context, name: str) -> None:
    """Make a person an instructor, by login name or by the fingerprint of her key."""
    from quiz_bank.logins import has_key, is_serving
    from quiz_bank.roles import name_instructor

    with at_desk(ctx) as desk:
        desk.must_instruct("names instructors")
        new = desk.store.write(lambda session: name_instructor(session, name))
        keyless = desk.store.read(lambda session: is_serving(session) and not has_key(session, name))
    out(f"{name}: {'instructor' if new else 'instructor already'}")
    if keyless and not name.startswith("SHA256:"):
        note(
            f"{name} has no key yet; hers must tell a code of its own: briefing enrol --name {shlex.quote(name)}"
        )


@instructors.command(name="list")
@store_option
@click.pass_context
def list_instructors(ctx: click.Context) -> None:
    """List the instructors."""
    from quiz_bank.roles import instructors as named

    with at_desk(ctx) as desk:
        names = desk.store.read(named)
    for name in names:
        out(name)
    if not names:
        note("no instructor yet; the first user of the store becomes one")


@instructors.command()
@_NAME
@store_option
@who_option
@click.pass_context
def remove(ctx: click.Context, name: str) -> None:
    """Make an instructor a trainee again."""
    from quiz_bank.roles import dismiss_instructor

    with at_desk(ctx) as desk:
        desk.must_instruct("dismisses instructors")
        desk.store.write(lambda session: dismiss_instructor(session, name))
    out(f"{name}: trainee")
