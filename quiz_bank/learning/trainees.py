"""Who answers: the rows of trainees."""

from __future__ import annotations

import getpass

from sqlmodel import Session, select

from briefings.reading.text import clean_line
from briefings.store.models import TraineeRow

LONGEST_NAME = 80
NAMELESS = "trainee"


def login_of(name: str) -> str:
    """The label a name is found by: cleaned and folded, as case does not tell people apart."""
    return (clean_line(name, LONGEST_NAME) or NAMELESS).casefold()


def find_trainee(session: Session, name: str) -> int | None:
    """The id of the trainee of that name, None where she was never seen."""
    return session.exec(select(TraineeRow.id).where(TraineeRow.login == login_of(name))).first()


def trainee_id(session: Session, name: str) -> int:
    """The id of the trainee of that name, made at first sight."""
    known = find_trainee(session, name)
    if known is not None:
        return known
    row = TraineeRow(login=login_of(name), name=clean_line(name, LONGEST_NAME) or NAMELESS)
    session.add(row)
    session.flush()
    return row.id or 0


def held_trainee(session: Session, name: str) -> int:
    """As ``trainee_id``; keeps everybody else from writing about her until this writing session ends."""
    hers = select(TraineeRow.id).where(TraineeRow.login == login_of(name))
    hold = hers.with_for_update(key_share=True)
    known: int | None = session.execute(hold).scalar()
    if known is None:  # made now; if somebody else made her a moment ago, she is not held yet
        made = trainee_id(session, name)
        session.execute(hold)
        return made
    return known


def login_name() -> str:
    """The name of the person at this machine, or ``trainee`` where the system does not tell."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "trainee"
