"""What the settings say about whose answers are kept, and how much review is wanted, for the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.config import Config, read_config
from tui.console import note

if TYPE_CHECKING:
    import click

    from quiz_bank.learning.schedule import Pace


def settings(ctx: click.Context) -> Config:
    """The settings, read once a command; what could not be used of them is told on stderr."""
    chosen = ctx.obj or {}
    if "settings" not in chosen:
        config, problems = read_config()
        for problem in problems:
            note(f"briefing: {problem}")
        ctx.obj = chosen = {**chosen, "settings": config}
    config = chosen["settings"]
    assert isinstance(config, Config)
    return config


def pace_of(config: Config) -> Pace:
    """How much review they ask for."""
    from quiz_bank.learning.schedule import Pace

    return Pace(config.new_a_day, config.reviews_a_day, config.retention)
