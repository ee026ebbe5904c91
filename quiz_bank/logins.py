"""Who logs in over SSH: public keys and the people they belong to, and class codes that let new keys in."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import blake2b

from sqlmodel import Session, col, select

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
        label: the login name the client gave; brackets, which mark guests, are left out.
    """
    known = person_of(session, fingerprint)
    if known is not None:
        return known
    name = _free(session, clean_line(label.replace("(", " ").replace(")", " "), LONGEST_LABEL) or "trainee")
    expected = session.exec(select(TraineeRow).where(TraineeRow.login == login_of(fingerprint))).first()
    if expected is not None:  # she was named an instructor before she ever came
        expected.name, expected.login = name, login_of(name)
        session.add(expected)
        session.flush()
    session.add(
        LoginKeyRow(fingerprint=fingerprint, trainee_id=trainee_id(session, name), comment=label[:80])
    )
    session.flush()
    return name


def open_enrolment(session: Session, minutes: int) -> str:
    """A class code that lets unknown keys in for so many minutes; only its hash is kept."""
    code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_SIZE))
    session.add(EnrolmentRow(code_hash=_hashed(code), closes_at=now() + timedelta(minutes=minutes)))
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
    row = session.get(EnrolmentRow, _hashed(said))
    return row is not None and row.closes_at > now()


def _hashed(code: str) -> str:
    letters = "".join(c for c in code.upper() if c.isalnum())
    return blake2b(letters.encode("utf-8", "replace"), digest_size=16, person=b"class code").hexdigest()


def _free(session: Session, label: str) -> str:
    name, number = label, 1
    while find_trainee(session, name) is not None:
        number += 1
        name = f"{label}-{number}"
    return name
