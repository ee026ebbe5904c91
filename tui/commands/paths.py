"""``briefing paths``: where things are."""

from __future__ import annotations

import click

from tui.console import json_line, out
from tui.options import json_option, store_option


@click.command()
@json_option
@store_option
@click.pass_context
def paths(ctx: click.Context, as_json: bool) -> None:
    """Print where the store and the settings are; creates nothing."""
    from briefings.store.location import resolve
    from tui.config import config_file

    found = {"store": str(resolve((ctx.obj or {}).get("db"))), "settings": str(config_file())}
    if as_json:
        json_line(found)
    else:
        for name, path in found.items():
            out(f"{name}: {path}")
