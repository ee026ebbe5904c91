"""What the settings say about quizzes and reviews, for the commands that take them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.config import Config, read_config
from tui.console import note

if TYPE_CHECKING:
    from quiz_bank.learning.schedule import Pace


def settings() -> Config:
    """The settings; what could not be used of them is told on stderr."""
    config, problems = read_config()
    for problem in problems:
        note(f"briefing: {problem}")
    return config


def pace_of(config: Config) -> Pace:
    """How much review they ask for."""
    from quiz_bank.learning.schedule import Pace

    return Pace(config.new_a_day, config.reviews_a_day, config.retention)
