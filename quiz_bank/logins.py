"""Who logs in over SSH: public keys and the people they belong to, and the codes that let new keys in.

A class code makes a new person of each new key. A code of one's own gives a new key to a person who is known: without
it nobody comes by another's name, whatever login name she gives.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import blake2b

from sqlmodel import Session, col, select

from briefings.errors import BriefingError, ExitCode
from briefings.reading.text import clean_line
from briefings.store.models import EnrolmentRow, LoginKeyRow, TraineeRow, now
from quiz_bank.learning.trainees import find_trainee, login_of, trainee_id

CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that is taken for another when read aloud or copied
CODE_SIZE = 8  # 31^8 codes: guessing at ten tries a second for an hour hits one in 24 million times
LONGEST_LABEL = 32


def person_of(session: Session, fingerprint: str) -> str | None:
    """The name of the person whose key this is, or None for an unknown key."""
    rows = select(TraineeRow.name).join(LoginKeyRow).where(LoginKeyRow.fingerprint == fingerprint)
    return session.exec(rows).first()


def admit(session: Session, fingerprint: str, label: str) -> str:
    """Remembers a key; gives its person's name: the label, with a number where somebody else has it.

    Args:
        session: a writing session.
        fingerprint: of the key, as OpenSSH prints it (``SHA256:...``).
        label: the login name the client gave.
    """
    known = person_of(session, fingerprint)
    if known is not None:
        return known
    name = _free(session, _named(label))
    expected = session.exec(select(TraineeRow).where(TraineeRow.login == login_of(fingerprint))).first()
    if expected is not None:  # she was named an instructor before she ever came
        expected.name, expected.login = name, login_of(name)
        session.add(expected)
        session.flush()
    _keep(session, fingerprint, name, label)
    return name


def claim(session: Session, fingerprint: str, label: str, said: str) -> str | None:
    """Gives a new key to the person whose own code was said; her name, or None where it is no such code.

    The code counts once, and only for a key that comes with her name as its login name.

    Args:
        session: a writing session.
        fingerprint: of the key.
        label: the login name the client gave.
        said: what was told as the code.
    """
    row = _open_code(session, said, _named(label))
    if row is None:
        return None
    row.closes_at = now()
    session.add(row)
    name = _named(label)
    person = session.get(TraineeRow, trainee_id(session, name))
    _keep(session, fingerprint, name, label)
    return person.name if person is not None else name


def has_key(session: Session, name: str) -> bool:
    """Whether a person of that name logs in with a key."""
    rows = select(LoginKeyRow.fingerprint).join(TraineeRow).where(TraineeRow.login == login_of(name))
    return session.exec(rows).first() is not None


def is_serving(session: Session) -> bool:
    """Whether anybody ever logged in with a key here, or was to."""
    rows = (select(LoginKeyRow.fingerprint).limit(1), select(EnrolmentRow.code_hash).limit(1))
    return any(session.exec(each).first() is not None for each in rows)


def open_enrolment(session: Session, minutes: int, name: str | None = None) -> str:
    """A code that lets unknown keys in for so many minutes; only its hash is kept.

    Args:
        session: a writing session.
        minutes: how long it counts.
        name: for a code of her own, the person who is to tell it; None for a class code.

    Raises:
        BriefingError: nobody can log in under that name.
    """
    if name is not None and _named(name) != clean_line(name):
        raise BriefingError(
            f"{clean_line(name)!r} is no login name",
            f"at most {LONGEST_LABEL} characters, without brackets",
            ExitCode.BAD_USAGE,
        )
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_SIZE))
    session.add(EnrolmentRow(code_hash=_hashed(code, name), closes_at=now() + timedelta(minutes=minutes)))
    return f"{code[:4]}-{code[4:]}"


def close_enrolment(session: Session) -> int:
    """Ends every open enrolment; returns how many there were."""
    rows = session.exec(select(EnrolmentRow).where(col(EnrolmentRow.closes_at) > now())).all()
    for row in rows:
        row.closes_at = now()
        session.add(row)
    return len(rows)


def enrolment_until(session: Session) -> datetime | None:
    """Until when unknown keys may enrol, or None."""
    rows = select(EnrolmentRow.closes_at).where(col(EnrolmentRow.closes_at) > now())
    return max(session.exec(rows).all(), default=None)


def is_class_code(session: Session, said: str) -> bool:
    """Whether what was said is an open class code; case, spaces and dashes do not matter."""
    return _open_code(session, said) is not None


def _open_code(session: Session, said: str, name: str | None = None) -> EnrolmentRow | None:
    row = session.get(EnrolmentRow, _hashed(said, name))
    return row if row is not None and row.closes_at > now() else None


def _hashed(code: str, name: str | None = None) -> str:
    """What is kept of a code; one of somebody's own holds her name, so that it counts for her alone."""
    letters = "".join(c for c in code.upper() if c.isalnum())
    kept = letters if name is None else f"{letters}\0{login_of(name)}"
    return blake2b(kept.encode("utf-8", "replace"), digest_size=16, person=b"class code").hexdigest()


def _named(label: str) -> str:
    """The name of a new person with that login name; brackets, which mark guests, are left out."""
    return clean_line(label.replace("(", " ").replace(")", " "), LONGEST_LABEL) or "trainee"


def _keep(session: Session, fingerprint: str, name: str, label: str) -> None:
    session.add(
        LoginKeyRow(fingerprint=fingerprint, trainee_id=trainee_id(session, name), comment=label[:80])
    )
    session.flush()


def _free(session: Session, label: str) -> str:
    name, number = label, 1
    while find_trainee(session, name) is not None:
        number += 1
        name = f"{label}-{number}"
    return name
