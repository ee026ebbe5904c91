"""Where the store is: ``--db``, else ``BRIEFING_DB``, else the platform's data folder. Light to import."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from briefings.errors import BriefingError, ExitCode

APP = "briefing"
VARIABLE = "BRIEFING_DB"

#: how the URL of a PostgreSQL database begins
POSTGRES = ("postgresql", "postgres", "postgresql+psycopg")

_FILE_URL = "sqlite:///"
_PASSWORD = re.compile(r"(?<=://)([^:/?@]*):.*@|([?&]password=)[^&]*")


@dataclass(frozen=True, slots=True)
class Location:
    """Where a store is: in a file, or in a PostgreSQL database. As a string it never tells a password.

    Attributes:
        target: as ``--db`` takes it: the file, or the URL with its password.
        path: the file; None where it is a database.
    """

    target: str
    path: Path | None = None

    def __str__(self) -> str:
        """The file, or the URL without the password."""
        return str(self.path) if self.path else _PASSWORD.sub(_without_password, self.target)

    @property
    def may_hold(self) -> bool:
        """Whether a store may be there already; a server is not asked before it is opened."""
        return self.path is None or self.path.is_file()


def default_path() -> Path:
    """The store's file in the platform's data folder; creates nothing."""
    return user_data_path(APP, appauthor=False) / "briefing.db"


def config_path() -> Path:
    """The folder for settings; creates nothing."""
    return user_config_path(APP, appauthor=False)


def resolve(named: str | None) -> Location:
    """Where the store is: as named, else as the environment says, else the default.

    Raises:
        BriefingError: a URL of a database that this program cannot use.
    """
    target = (named or os.environ.get(VARIABLE) or str(default_path())).removeprefix(_FILE_URL)
    scheme, is_url, _ = target.partition("://")
    if not is_url:
        path = Path(target).expanduser()
        return Location(str(path), path)
    if scheme in POSTGRES:
        return Location(target)
    raise BriefingError(
        f"the store cannot be a {scheme!r} URL",
        f"name a file with --db or {VARIABLE}, such as {APP}.db, or a postgresql:// URL",
        ExitCode.BAD_USAGE,
    )


def _without_password(found: re.Match[str]) -> str:
    return f"{found[2]}***" if found[2] else f"{found[1]}:***@"
