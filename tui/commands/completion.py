"""``briefing completion``: the script that completes commands in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from tui.console import out


@click.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script for SHELL; source it in the shell's start-up file."""
    script = get_completion_class(shell)
    assert script is not None
    root = ctx.find_root()
    source = script(root.command, {}, "briefing", "_BRIEFING_COMPLETE").source()
    # Where no command and no option fits, bash is to offer files, as it does for programs it knows nothing of.
    out(source.replace("complete -o nosort ", "complete -o nosort -o default "))
