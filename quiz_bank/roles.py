"""Who instructs in a store: its first user, and whoever an instructor names."""

from __future__ import annotations

from typing import Literal

from sqlmodel import Session, col, select

from briefings.errors import BriefingError
from briefings.reading.text import clean_line
from briefings.store.models import RoleRow, TraineeRow
from quiz_bank.learning.trainees import login_of, trainee_id
from quiz_bank.logins import person_of

GUEST = " (guest)"  # ends the name of who came in without a key
Role = Literal["instructor", "trainee"]


def role_of(session: Session, login: str) -> Role:
    """A person's role, settled at first sight: the first user of a store is its instructor, others are trainees.

    Needs a writing session; ``known_role`` looks without settling anything.
    """
    known = known_role(session, login)
    if known is not None:
        return known
    role: Role = "trainee" if _instructors(session) else "instructor"
    session.add(RoleRow(trainee_id=trainee_id(session, login), role=role))
    session.flush()
    return role


def known_role(session: Session, login: str) -> Role | None:
    """The role that is settled already, or None."""
    row = _row(session, login)
    if row is None:
        return None
    return "instructor" if row.role == "instructor" else "trainee"


def instructors(session: Session) -> list[str]:
    """The names of the store's instructors, in the order they were named."""
    return [person.name for _, person in _instructors(session)]


def name_instructor(session: Session, name: str) -> bool:
    """Makes a person an instructor, known to the store or not yet; False where she was one already.

    Args:
        session: a writing session.
        name: a login name, or the fingerprint of a key, whether it ever logged in or not.

    Raises:
        BriefingError: it is a guest's, whose name nobody has checked.
    """
    if clean_line(name).endswith(GUEST):
        raise BriefingError(
            f"{clean_line(name)} came in without a key, so anybody may be meant",
            "let her log in with a key first",
        )
    name = person_of(session, clean_line(name)) or name
    row = _row(session, name)
    if row is None:
        row = RoleRow(trainee_id=trainee_id(session, name), role="trainee")
    elif row.role == "instructor":
        return False
    row.role = "instructor"
    session.add(row)
    return True


def dismiss_instructor(session: Session, name: str) -> None:
    """Makes an instructor a trainee.

    Raises:
        BriefingError: she is none, or she is the only one.
    """
    row = _row(session, name)
    if row is None or row.role != "instructor":
        raise BriefingError(
            f"{clean_line(name)} is no instructor here", "briefing instructors list tells who is"
        )
    if len(_instructors(session)) == 1:
        raise BriefingError(
            f"{clean_line(name)} is the only instructor", "name another first: briefing instructors add NAME"
        )
    row.role = "trainee"
    session.add(row)


def _row(session: Session, login: str) -> RoleRow | None:
    return session.exec(select(RoleRow).join(TraineeRow).where(TraineeRow.login == login_of(login))).first()


def _instructors(session: Session) -> list[tuple[RoleRow, TraineeRow]]:
    query = select(RoleRow, TraineeRow).join(TraineeRow).where(RoleRow.role == "instructor")
    return [
        (row, person) for row, person in session.exec(query.order_by(col(RoleRow.given_at), col(RoleRow.id)))
    ]
