"""The tables. No ``from __future__ import annotations`` here: it breaks SQLModel's relationships.

Keys: integers inside, a 128-bit content key (32 hex digits) where a row must be found again from its content.
Everything a trainee did (``attempt``) is append-only; what it refers to (``question``) is never deleted.
"""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import DDL, BigInteger, CheckConstraint, Index, UniqueConstraint, event
from sqlmodel import JSON, Field, SQLModel

from briefings.store.steps import ARTICLE_SEARCH

SCHEMA_VERSION = 6


def now() -> datetime:
    """This moment, timezone-aware, in UTC."""
    return datetime.now(UTC)


class SettingRow(SQLModel, table=True):
    """One remembered fact about the store itself, such as that the sample story was offered."""

    __tablename__ = "setting"

    name: str = Field(primary_key=True)
    value: str


class StoryRow(SQLModel, table=True):
    """A story; ``reconciled`` holds what belongs to it as a whole: name clusters, origins, copies."""

    __tablename__ = "story"

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    title: str
    reconciled: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    created_at: datetime = Field(default_factory=now)


class NameDecisionRow(SQLModel, table=True):
    """What an instructor decided about two names of a story; the pair stands in alphabetical order."""

    __tablename__ = "name_decision"
    __table_args__ = (UniqueConstraint("story_id", "first", "second"),)

    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id", index=True, ondelete="CASCADE")
    first: str
    second: str
    joined: bool
    decided_at: datetime = Field(default_factory=now)


class ArticleRow(SQLModel, table=True):
    """An article of one story; the same text stands in a story once.

    ``read_key`` tells what it was read from (see ``ingest``), so that the same file need not be read again;
    ``date_told`` that somebody told its inferred date, so that the program does not infer another.
    """

    __tablename__ = "article"
    __table_args__ = (
        UniqueConstraint("story_id", "key"),
        Index("ix_article_source", "story_id", "source"),
        CheckConstraint("date_basis IN ('stated', 'url', 'given', 'inferred', 'unknown')"),
    )

    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id", index=True, ondelete="CASCADE")
    key: str = Field(index=True)
    source: str
    text: str
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: date | None = None
    date_basis: str = "unknown"
    cut: list[str] = Field(default_factory=list, sa_type=JSON)
    read_key: str = Field(default="", sa_column_kwargs={"server_default": ""})
    date_told: bool = Field(default=False, sa_column_kwargs={"server_default": "0"})
    added_at: datetime = Field(default_factory=now)


for statement in ARTICLE_SEARCH:
    event.listen(SQLModel.metadata, "after_create", DDL(statement).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]


class ClaimRow(SQLModel, table=True):
    """A claim; ``body`` holds everything but key and kind, ``rank`` its place in the story.

    A claim that vanishes is retired, one whose value changes gets a higher revision; none is deleted
    while its story stands.
    """

    __tablename__ = "claim"

    id: int | None = Field(default=None, primary_key=True)
    story_id: int = Field(foreign_key="story.id", index=True, ondelete="CASCADE")
    key: str = Field(unique=True)
    kind: str
    rank: int
    body: dict[str, Any] = Field(sa_type=JSON)
    revision: int = 1
    retired_at: datetime | None = None


class FactRow(SQLModel, table=True):
    """One mention; offsets count characters of the text, ``claim_rank`` orders a claim's mentions."""

    __tablename__ = "fact"
    __table_args__ = (
        UniqueConstraint("article_id", "kind", "start", "end"),
        CheckConstraint('0 <= start AND start < "end"'),
    )

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True, ondelete="CASCADE")
    claim_id: int | None = Field(default=None, foreign_key="claim.id", index=True, ondelete="SET NULL")
    claim_rank: int = 0
    kind: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    value: Any = Field(sa_type=JSON)
    value_max: Any = Field(default=None, sa_type=JSON)
    unit: str | None = None
    qualifier: str | None = None
    what: str = ""
    also: list[Any] = Field(default_factory=list, sa_type=JSON)
    attribution: str | None = None
    as_of: str | None = None
    relative: bool = False
    change: str | None = None
    vague: bool = False


class QuestionRow(SQLModel, table=True):
    """A question as last made or asked; ``id`` is its content key, ``body`` the whole question."""

    __tablename__ = "question"

    id: str = Field(primary_key=True)
    story: str = Field(index=True)
    claim: str = Field(index=True)
    kind: str
    rank: int
    body: dict[str, Any] = Field(sa_type=JSON)
    revision: int = 1
    retired_at: datetime | None = None


class QuestionVersionRow(SQLModel, table=True):
    """A question as it was before its key changed; ``revision`` is the one it had then."""

    __tablename__ = "question_version"
    __table_args__ = (UniqueConstraint("question_id", "revision"),)

    id: int | None = Field(default=None, primary_key=True)
    question_id: str = Field(foreign_key="question.id", ondelete="RESTRICT")
    revision: int
    body: dict[str, Any] = Field(sa_type=JSON)
    until: datetime = Field(default_factory=now)


class QuestionEditRow(SQLModel, table=True):
    """One decision of an instructor about a question, append-only; the latest of an action holds.

    ``text`` is the new wording, the added spelling, or a remark.
    """

    __tablename__ = "question_edit"
    __table_args__ = (
        CheckConstraint(
            "action IN ('approve', 'reword', 'retire', 'restore', 'add-spelling', 'drop-spelling')"
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    question_id: str = Field(foreign_key="question.id", index=True, ondelete="RESTRICT")
    trainee_id: int = Field(foreign_key="trainee.id", ondelete="RESTRICT")
    action: str
    text: str = ""
    at: datetime = Field(default_factory=now)


class TraineeRow(SQLModel, table=True):
    """A person who answers; ``login`` is the folded label, ``name`` as she wrote it."""

    __tablename__ = "trainee"

    id: int | None = Field(default=None, primary_key=True)
    login: str = Field(unique=True)
    name: str
    created_at: datetime = Field(default_factory=now)


class AttemptRow(SQLModel, table=True):
    """One answer. ``uid`` is chosen by the client before it is sent: a retry never counts twice.

    A question that was skipped is kept as a wrong answer by the rule ``skipped``. ``round_uid`` names the quiz it
    was given in, ``hints`` how many were shown before it.
    """

    __tablename__ = "attempt"
    __table_args__ = (
        CheckConstraint("verdict IN ('correct', 'close', 'wrong')"),
        CheckConstraint("ms >= 0"),
        CheckConstraint("confidence IS NULL OR confidence IN ('guess', 'think', 'sure')"),
        Index("ix_attempt_history", "trainee_id", "question_id", "at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(unique=True)
    trainee_id: int = Field(foreign_key="trainee.id", ondelete="RESTRICT")
    question_id: str = Field(foreign_key="question.id", index=True, ondelete="RESTRICT")
    mode: str
    answer: str
    verdict: str
    rule: str
    reason: str
    ms: int
    at: datetime
    confidence: str | None = None
    hints: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    round_uid: str | None = Field(default=None, index=True)


class AppealRow(SQLModel, table=True):
    """What a trainee said about an attempt.

    ``right``: I was right; ``undo``: take it back; ``report``: a bad question. The first two count at once; the
    first and the last wait for an instructor's decision.
    """

    __tablename__ = "appeal"
    __table_args__ = (
        UniqueConstraint("attempt_uid", "kind"),
        CheckConstraint("kind IN ('right', 'undo', 'report')"),
        CheckConstraint("decision IS NULL OR decision IN ('accepted', 'refused')"),
    )

    id: int | None = Field(default=None, primary_key=True)
    attempt_uid: str = Field(foreign_key="attempt.uid", index=True, ondelete="RESTRICT")
    kind: str
    text: str = ""
    at: datetime
    decision: str | None = None
    decided_by: int | None = Field(default=None, foreign_key="trainee.id", ondelete="RESTRICT")
    decided_at: datetime | None = None


class CardRow(SQLModel, table=True):
    """A trainee's memory of one claim: a fold over her attempts, kept so that what is due is found fast.

    ``state`` is the scheduler's card as JSON; it can always be rebuilt by replay.
    """

    __tablename__ = "card"
    __table_args__ = (UniqueConstraint("trainee_id", "claim"), Index("ix_card_due", "trainee_id", "due"))

    id: int | None = Field(default=None, primary_key=True)
    trainee_id: int = Field(foreign_key="trainee.id", ondelete="RESTRICT")
    claim: str
    story: str = Field(index=True)
    state: dict[str, Any] = Field(sa_type=JSON)
    due: datetime
    reviews: int = 0
    lapses: int = 0


class RoundRow(SQLModel, table=True):
    """One quiz of one trainee, so that it can be taken up again where it broke off; ``plan`` tells what it asks."""

    __tablename__ = "round"

    uid: str = Field(primary_key=True)
    trainee_id: int = Field(foreign_key="trainee.id", index=True, ondelete="RESTRICT")
    story: str
    plan: dict[str, Any] = Field(sa_type=JSON)
    started_at: datetime
    ended_at: datetime | None = None


class BankRow(SQLModel, table=True):
    """An instructor's bank: its file as last read, and where that file lies.

    ``story`` is the slug its questions are kept under, ``digest`` that of the text, ``changed_ns`` when the file
    was last changed as its file system tells, in nanoseconds; None where it is not watched. A removed bank keeps
    its row, so that its name stays its own.
    """

    __tablename__ = "bank"

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True)
    title: str
    story: str = Field(index=True)
    path: str
    text: str
    digest: str
    changed_ns: int | None = Field(default=None, sa_type=BigInteger)
    trainee_id: int | None = Field(default=None, foreign_key="trainee.id", ondelete="RESTRICT")
    added_at: datetime = Field(default_factory=now)
    removed_at: datetime | None = None


class RoleRow(SQLModel, table=True):
    """Whether a person instructs or is trained; who has no row yet gets one at first sight."""

    __tablename__ = "role"
    __table_args__ = (CheckConstraint("role IN ('instructor', 'trainee')"),)

    id: int | None = Field(default=None, primary_key=True)
    trainee_id: int = Field(foreign_key="trainee.id", unique=True, ondelete="RESTRICT")
    role: str
    given_at: datetime = Field(default_factory=now)


class LoginKeyRow(SQLModel, table=True):
    """A public key that somebody logs in with: identity is the key's fingerprint, the login name only a label."""

    __tablename__ = "login_key"

    fingerprint: str = Field(primary_key=True)
    trainee_id: int = Field(foreign_key="trainee.id", index=True, ondelete="RESTRICT")
    comment: str = ""
    added_at: datetime = Field(default_factory=now)


class EnrolmentRow(SQLModel, table=True):
    """A class code, kept as a hash: until it closes, an unknown key that tells it is let in and remembered."""

    __tablename__ = "enrolment"

    code_hash: str = Field(primary_key=True)
    opened_at: datetime = Field(default_factory=now)
    closes_at: datetime


class RoomRow(SQLModel, table=True):
    """A live room; all that happened in it is in its events."""

    __tablename__ = "room"

    code: str = Field(primary_key=True)
    host_id: int = Field(foreign_key="trainee.id", index=True, ondelete="RESTRICT")
    story: str
    opened_at: datetime = Field(default_factory=now)
    closed_at: datetime | None = None


class RoomEventRow(SQLModel, table=True):
    """One thing that happened in a room, append-only; ``once`` names what may happen only once in it."""

    __tablename__ = "room_event"
    __table_args__ = (UniqueConstraint("room", "once"),)

    room: str = Field(foreign_key="room.code", primary_key=True, ondelete="RESTRICT")
    seq: int = Field(primary_key=True)
    kind: str
    once: str | None = None
    body: dict[str, Any] = Field(sa_type=JSON)
    at: datetime
