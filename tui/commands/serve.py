"""``briefing serve``: many people at one store, each over SSH."""

from __future__ import annotations

from pathlib import Path

import click

from briefings.errors import BriefingError, ExitCode
from tui.options import store_option

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # a class comes from the network


@click.command()
@click.option(
    "--host", metavar="ADDRESS", help="Where to listen; default: everywhere, with --open only here."
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=2222, show_default=True, help="0: any free one."
)
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes; one a core."
)
@click.option(
    "--keys", type=click.Path(path_type=Path, dir_okay=False), help="Public keys that may log in, one a line."
)
@click.option("--open", "anybody", is_flag=True, help="Let anybody in as a guest, without a key.")
@click.option(
    "--host-key",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The server's key; made if it is not there.",
)
@store_option
@click.pass_context
def serve(
    ctx: click.Context,
    host: str | None,
    port: int,
    workers: int,
    keys: Path | None,
    anybody: bool,
    host_key: Path | None,
) -> None:
    """Serve the app over SSH until stopped.

    Without --keys or --open, keys that enrolled before come in, and new ones while `briefing enrol` is open.
    """
    if keys and anybody:
        raise BriefingError("--keys and --open exclude each other", "leave one out", ExitCode.BAD_USAGE)
    from tui.ssh.running import Serving, run

    run(
        Serving(
            host=host or (LOOPBACK if anybody else EVERYWHERE),
            port=port,
            workers=workers,
            keys=keys,
            anybody=anybody,
            host_key=host_key,
            db=(ctx.obj or {}).get("db"),
        )
    )
