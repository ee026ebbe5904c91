"""Where the store is: ``--db``, else ``BRIEFING_DB``, else the platform's data folder. Light to import."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from briefings.errors import BriefingError, ExitCode

APP = "briefing"
VARIABLE = "BRIEFING_DB"


def default_path() -> Path:
    """The store's file in the platform's data folder; creates nothing."""
    return user_data_path(APP, appauthor=False) / "briefing.db"


def config_path() -> Path:
    """The folder for settings; creates nothing."""
    return user_config_path(APP, appauthor=False)


def resolve(named: str | None) -> Path:
    """The store's file: as named, else as the environment says, else the default.

    Raises:
        BriefingError: a URL of a database that this version cannot use.
    """
    target = named or os.environ.get(VARIABLE) or str(default_path())
    if target.startswith("sqlite:///"):
        target = target.removeprefix("sqlite:///")
    if "://" in target:
        scheme = target.partition("://")[0]
        raise BriefingError(
            f"the store cannot be a {scheme!r} URL",
            f"name a file with --db or {VARIABLE}, such as {APP}.db",
            ExitCode.BAD_USAGE,
        )
    return Path(target).expanduser()
