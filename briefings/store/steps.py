"""The statements that bring a store from one schema version to the next; written once, never changed.

They are kept apart from the models, which describe only the newest version.
"""

from __future__ import annotations

from collections.abc import Mapping

_REMEMBER_READINGS = (
    "ALTER TABLE article ADD COLUMN read_key VARCHAR DEFAULT '' NOT NULL",
    "ALTER TABLE article ADD COLUMN date_told BOOLEAN DEFAULT 0 NOT NULL",
    "CREATE INDEX ix_article_source ON article (story_id, source)",
)

_DECISIONS_AND_MEMORY = (
    """CREATE TABLE name_decision (
        id INTEGER NOT NULL PRIMARY KEY,
        story_id INTEGER NOT NULL REFERENCES story (id) ON DELETE CASCADE,
        first VARCHAR NOT NULL,
        second VARCHAR NOT NULL,
        joined BOOLEAN NOT NULL,
        decided_at DATETIME NOT NULL,
        UNIQUE (story_id, first, second))""",
    "CREATE INDEX ix_name_decision_story_id ON name_decision (story_id)",
    """CREATE TABLE question_version (
        id INTEGER NOT NULL PRIMARY KEY,
        question_id VARCHAR NOT NULL REFERENCES question (id) ON DELETE RESTRICT,
        revision INTEGER NOT NULL,
        body JSON NOT NULL,
        until DATETIME NOT NULL,
        UNIQUE (question_id, revision))""",
    """CREATE TABLE question_edit (
        id INTEGER NOT NULL PRIMARY KEY,
        question_id VARCHAR NOT NULL REFERENCES question (id) ON DELETE RESTRICT,
        trainee_id INTEGER NOT NULL REFERENCES trainee (id) ON DELETE RESTRICT,
        action VARCHAR NOT NULL
            CHECK (action IN ('approve', 'reword', 'retire', 'restore', 'add-spelling', 'drop-spelling')),
        text VARCHAR NOT NULL,
        at DATETIME NOT NULL)""",
    "CREATE INDEX ix_question_edit_question_id ON question_edit (question_id)",
    """ALTER TABLE attempt ADD COLUMN confidence VARCHAR
        CHECK (confidence IS NULL OR confidence IN ('guess', 'think', 'sure'))""",
    "ALTER TABLE attempt ADD COLUMN hints INTEGER DEFAULT 0 NOT NULL",
    "ALTER TABLE attempt ADD COLUMN round_uid VARCHAR",
    "CREATE INDEX ix_attempt_round_uid ON attempt (round_uid)",
    """CREATE TABLE appeal (
        id INTEGER NOT NULL PRIMARY KEY,
        attempt_uid VARCHAR NOT NULL REFERENCES attempt (uid) ON DELETE RESTRICT,
        kind VARCHAR NOT NULL CHECK (kind IN ('right', 'undo', 'report')),
        text VARCHAR NOT NULL,
        at DATETIME NOT NULL,
        decision VARCHAR CHECK (decision IS NULL OR decision IN ('accepted', 'refused')),
        decided_by INTEGER REFERENCES trainee (id) ON DELETE RESTRICT,
        decided_at DATETIME,
        UNIQUE (attempt_uid, kind))""",
    "CREATE INDEX ix_appeal_attempt_uid ON appeal (attempt_uid)",
    """CREATE TABLE card (
        id INTEGER NOT NULL PRIMARY KEY,
        trainee_id INTEGER NOT NULL REFERENCES trainee (id) ON DELETE RESTRICT,
        claim VARCHAR NOT NULL,
        story VARCHAR NOT NULL,
        state JSON NOT NULL,
        due DATETIME NOT NULL,
        reviews INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        UNIQUE (trainee_id, claim))""",
    "CREATE INDEX ix_card_story ON card (story)",
    "CREATE INDEX ix_card_due ON card (trainee_id, due)",
    """CREATE TABLE round (
        uid VARCHAR NOT NULL PRIMARY KEY,
        trainee_id INTEGER NOT NULL REFERENCES trainee (id) ON DELETE RESTRICT,
        story VARCHAR NOT NULL,
        "plan" JSON NOT NULL,
        started_at DATETIME NOT NULL,
        ended_at DATETIME)""",
    "CREATE INDEX ix_round_trainee_id ON round (trainee_id)",
)

#: full-text search over articles: the table, and what keeps it in step; the text itself is stored once
ARTICLE_SEARCH = (
    """CREATE VIRTUAL TABLE article_search USING fts5(
        title, text, content='article', content_rowid='id', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER article_search_added AFTER INSERT ON article BEGIN
        INSERT INTO article_search (rowid, title, text) VALUES (new.id, new.title, new.text); END""",
    """CREATE TRIGGER article_search_removed AFTER DELETE ON article BEGIN
        INSERT INTO article_search (article_search, rowid, title, text)
        VALUES ('delete', old.id, old.title, old.text); END""",
    """CREATE TRIGGER article_search_changed AFTER UPDATE OF title, text ON article BEGIN
        INSERT INTO article_search (article_search, rowid, title, text)
        VALUES ('delete', old.id, old.title, old.text);
        INSERT INTO article_search (rowid, title, text) VALUES (new.id, new.title, new.text); END""",
)

_SEARCH = (*ARTICLE_SEARCH, "INSERT INTO article_search (article_search) VALUES ('rebuild')")

_BANKS_AND_ROLES = (
    """CREATE TABLE bank (
        id INTEGER NOT NULL PRIMARY KEY,
        slug VARCHAR NOT NULL UNIQUE,
        title VARCHAR NOT NULL,
        story VARCHAR NOT NULL,
        path VARCHAR NOT NULL,
        text VARCHAR NOT NULL,
        digest VARCHAR NOT NULL,
        changed_ns BIGINT,
        trainee_id INTEGER REFERENCES trainee (id) ON DELETE RESTRICT,
        added_at DATETIME NOT NULL,
        removed_at DATETIME)""",
    "CREATE INDEX ix_bank_story ON bank (story)",
    """CREATE TABLE role (
        id INTEGER NOT NULL PRIMARY KEY,
        trainee_id INTEGER NOT NULL UNIQUE REFERENCES trainee (id) ON DELETE RESTRICT,
        role VARCHAR NOT NULL CHECK (role IN ('instructor', 'trainee')),
        given_at DATETIME NOT NULL)""",
    # the first user of a store is its instructor
    """INSERT INTO role (trainee_id, role, given_at)
        SELECT id, 'instructor', created_at FROM trainee ORDER BY id LIMIT 1""",
)

_KEYS_AND_ROOMS = (
    """CREATE TABLE login_key (
        fingerprint VARCHAR NOT NULL PRIMARY KEY,
        trainee_id INTEGER NOT NULL REFERENCES trainee (id) ON DELETE RESTRICT,
        comment VARCHAR NOT NULL,
        added_at DATETIME NOT NULL)""",
    "CREATE INDEX ix_login_key_trainee_id ON login_key (trainee_id)",
    """CREATE TABLE enrolment (
        code_hash VARCHAR NOT NULL PRIMARY KEY,
        opened_at DATETIME NOT NULL,
        closes_at DATETIME NOT NULL)""",
    """CREATE TABLE room (
        code VARCHAR NOT NULL PRIMARY KEY,
        host_id INTEGER NOT NULL REFERENCES trainee (id) ON DELETE RESTRICT,
        story VARCHAR NOT NULL,
        opened_at DATETIME NOT NULL,
        closed_at DATETIME)""",
    "CREATE INDEX ix_room_host_id ON room (host_id)",
    """CREATE TABLE room_event (
        room VARCHAR NOT NULL REFERENCES room (code) ON DELETE RESTRICT,
        seq INTEGER NOT NULL,
        kind VARCHAR NOT NULL,
        once VARCHAR,
        body JSON NOT NULL,
        at DATETIME NOT NULL,
        PRIMARY KEY (room, seq),
        UNIQUE (room, once))""",
)

#: version -> the statements that bring a store of the version before up to it
STEPS: Mapping[int, tuple[str, ...]] = {
    2: _REMEMBER_READINGS,
    3: _DECISIONS_AND_MEMORY,
    4: _SEARCH,
    5: _BANKS_AND_ROLES,
    6: _KEYS_AND_ROOMS,
}
