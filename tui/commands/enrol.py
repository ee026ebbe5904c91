"""``briefing enrol``: codes that let new keys log in for a while."""

from __future__ import annotations

import shlex

import click

from tui.console import note, out
from tui.options import at_desk, store_option


@click.command()
@click.option("--minutes", type=click.IntRange(1, 1440), default=60, show_default=True, help="For how long.")
@click.option("--close", is_flag=True, help="End every open enrolment instead.")
@click.option("--name", metavar="NAME", help="A code for her alone, whose next new key is then hers.")
@store_option
@click.pass_context
def enrol(ctx: click.Context, minutes: int, close: bool, name: str | None) -> None:
    """Print a class code: whoever logs in with a new key and tells it is let in from then on.

    With --name, a code of somebody's own: it gives a new key to the person of that name, once.
    """
    from quiz_bank.logins import close_enrolment, open_enrolment

    with at_desk(ctx) as desk:
        if close:
            note(f"{desk.store.write(close_enrolment)} ended")
            return
        code = desk.store.write(lambda session: open_enrolment(session, minutes, name))
    out(code)
    if name is None:
        note(f"for {minutes} minutes; each new key tells it once at its first login")
    else:
        note(f"for {minutes} minutes and one new key; log in with: ssh -p PORT {shlex.quote(name)}@HOST")
