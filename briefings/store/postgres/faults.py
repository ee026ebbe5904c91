"""What PostgreSQL can refuse to do, told in one line each.

A fault is known by its SQLSTATE (PostgreSQL documentation, appendix A), never by the text of its message. Before a
session there is none: then the line holds the server's own words, which tell a wrong password from a missing database.
"""

from __future__ import annotations

import psycopg
from sqlalchemy.exc import DBAPIError

from briefings.errors import BriefingError
from briefings.store.faults import unavailable

#: SQLSTATE (or its class) -> what is wrong, how to mend it; ``{store}`` names the store, without its password
FAULTS: dict[str, tuple[str, str]] = {
    "08": ("the connection to the store {store} broke", "try again in a moment"),
    "22": (
        "a text or a number does not fit into the store {store}",
        "PostgreSQL holds no NUL and no number over 2^63",
    ),
    "25006": ("the store {store} can only be read", "name the main server with --db, not a copy of it"),
    "28": ("the store {store} does not let you in", "check the user and the password in its URL"),
    "3D000": ("there is no database for the store {store}", "make it: createdb NAME"),
    "40": ("the store {store} is in use by others", "try again in a moment"),
    "42501": (
        "no permission to use the store {store}",
        "let its user own the database, or: GRANT CREATE, USAGE ON SCHEMA public TO its user",
    ),
    "42704": ("the server of the store {store} was built without ICU", "use one that knows Unicode's order"),
    "53100": (
        "the disk is full: the store {store} could not be written",
        "free some room on its server and try again; nothing was lost",
    ),
    "53300": (
        "the server of the store {store} takes no more connections",
        "raise its max_connections, or try again in a moment",
    ),
    "53": ("the server of the store {store} is out of memory or room", "look at its server, then try again"),
    "55P03": ("the store {store} is in use by another process", "try again in a moment"),
    "57014": ("the server of the store {store} took too long", "try again in a moment"),
    "57": ("the server of the store {store} is going down or starting", "try again in a moment"),
    "58": ("the disk of the store {store} failed", "look at its server, then try again"),
    "XX001": ("the store {store} is damaged", "look at its server; put a backup in its place"),
    "XX002": ("an index of the store {store} is damaged", "on its server: REINDEX DATABASE"),
}

#: rolled back because others wrote at the same time; a second run sees what they wrote
CONFLICTS = ("40001", "40P01", "23505")

LONGEST_WORDS = 200  # characters of the server's own that are told


def as_error(fault: BaseException, store: str) -> BriefingError | None:
    """The line a user sees for a database fault; None where the fault is a mistake of ours.

    Args:
        fault: what was raised, by SQLAlchemy (its ``orig`` is looked at) or by psycopg.
        store: its name, without the password.
    """
    origin = getattr(fault, "orig", None) or fault
    if not isinstance(origin, psycopg.Error):
        return None
    state = origin.sqlstate or ""
    for known, (message, hint) in FAULTS.items():
        if state.startswith(known):
            return unavailable(message.format(store=store), hint)
    if isinstance(origin, psycopg.OperationalError) and not state:
        return _unreached(origin, store)
    if isinstance(origin, psycopg.DataError) and not state:  # the driver's own: it sends no NUL
        return as_error(psycopg.errors.CharacterNotInRepertoire(), store)
    return None


def is_lost(fault: DBAPIError) -> bool:
    """Whether the server went away, or could not be reached; what was not committed is gone."""
    origin = fault.orig
    state = getattr(origin, "sqlstate", None) or ""
    gone = fault.connection_invalidated or state.startswith(("08", "57P"))
    return gone or (isinstance(origin, psycopg.OperationalError) and not state)


def _unreached(origin: psycopg.OperationalError, store: str) -> BriefingError:
    """Before a session libpq gives no SQLSTATE, only what the server or the system said."""
    said = next((line.strip() for line in str(origin).splitlines() if line.strip()), "")
    why = said.rpartition("FATAL:")[2].rpartition("failed: ")[2].strip()[:LONGEST_WORDS]
    return unavailable(
        f"the store {store} cannot be reached ({why})", "check its URL, and that the server runs"
    )
