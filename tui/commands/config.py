"""``briefing config``: a settings file to start from."""

from __future__ import annotations

import click

from tui.console import out


@click.command()
def config() -> None:
    """Print a settings file with every field at its default; `briefing paths` tells where it belongs."""
    from tui.config import skeleton

    out(skeleton().rstrip("\n"))
