CREATE TABLE setting (
    name VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    PRIMARY KEY (name)
);
CREATE TABLE story (
    id INTEGER NOT NULL,
    slug VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    reconciled JSON NOT NULL,
    created_at DATETIME NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (slug)
);
CREATE TABLE question (
    id VARCHAR NOT NULL,
    story VARCHAR NOT NULL,
    claim VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    rank INTEGER NOT NULL,
    body JSON NOT NULL,
    revision INTEGER NOT NULL,
    retired_at DATETIME,
    PRIMARY KEY (id)
);
CREATE TABLE trainee (
    id INTEGER NOT NULL,
    login VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    created_at DATETIME NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (login)
);
CREATE TABLE name_decision (
    id INTEGER NOT NULL,
    story_id INTEGER NOT NULL,
    first VARCHAR NOT NULL,
    second VARCHAR NOT NULL,
    joined BOOLEAN NOT NULL,
    decided_at DATETIME NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (story_id, first, second),
    FOREIGN KEY(story_id) REFERENCES story (id) ON DELETE CASCADE
);
CREATE TABLE article (
    id INTEGER NOT NULL,
    story_id INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    title VARCHAR,
    outlet VARCHAR,
    agency VARCHAR,
    published DATE,
    date_basis VARCHAR NOT NULL,
    cut JSON NOT NULL,
    read_key VARCHAR DEFAULT '' NOT NULL,
    date_told BOOLEAN DEFAULT '0' NOT NULL,
    added_at DATETIME NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (story_id, "key"),
    CHECK (date_basis IN ('stated', 'url', 'given', 'inferred', 'unknown')),
    FOREIGN KEY(story_id) REFERENCES story (id) ON DELETE CASCADE
);
CREATE TABLE claim (
    id INTEGER NOT NULL,
    story_id INTEGER NOT NULL,
    "key" VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    rank INTEGER NOT NULL,
    body JSON NOT NULL,
    revision INTEGER NOT NULL,
    retired_at DATETIME,
    PRIMARY KEY (id),
    FOREIGN KEY(story_id) REFERENCES story (id) ON DELETE CASCADE,
    UNIQUE ("key")
);
CREATE TABLE question_version (
    id INTEGER NOT NULL,
    question_id VARCHAR NOT NULL,
    revision INTEGER NOT NULL,
    body JSON NOT NULL,
    until DATETIME NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (question_id, revision),
    FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE RESTRICT
);
CREATE TABLE question_edit (
    id INTEGER NOT NULL,
    question_id VARCHAR NOT NULL,
    trainee_id INTEGER NOT NULL,
    action VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    at DATETIME NOT NULL,
    PRIMARY KEY (id),
    CHECK (action IN ('approve', 'reword', 'retire', 'restore', 'add-spelling', 'drop-spelling')),
    FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE RESTRICT,
    FOREIGN KEY(trainee_id) REFERENCES trainee (id) ON DELETE RESTRICT
);
CREATE TABLE attempt (
    id INTEGER NOT NULL,
    uid VARCHAR NOT NULL,
    trainee_id INTEGER NOT NULL,
    question_id VARCHAR NOT NULL,
    mode VARCHAR NOT NULL,
    answer VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    ms INTEGER NOT NULL,
    at DATETIME NOT NULL,
    confidence VARCHAR,
    hints INTEGER DEFAULT '0' NOT NULL,
    round_uid VARCHAR,
    PRIMARY KEY (id),
    CHECK (verdict IN ('correct', 'close', 'wrong')),
    CHECK (ms >= 0),
    CHECK (confidence IS NULL OR confidence IN ('guess', 'think', 'sure')),
    UNIQUE (uid),
    FOREIGN KEY(trainee_id) REFERENCES trainee (id) ON DELETE RESTRICT,
    FOREIGN KEY(question_id) REFERENCES question (id) ON DELETE RESTRICT
);
CREATE TABLE card (
    id INTEGER NOT NULL,
    trainee_id INTEGER NOT NULL,
    claim VARCHAR NOT NULL,
    story VARCHAR NOT NULL,
    state JSON NOT NULL,
    due DATETIME NOT NULL,
    reviews INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (trainee_id, claim),
    FOREIGN KEY(trainee_id) REFERENCES trainee (id) ON DELETE RESTRICT
);
CREATE TABLE round (
    uid VARCHAR NOT NULL,
    trainee_id INTEGER NOT NULL,
    story VARCHAR NOT NULL,
    "plan" JSON NOT NULL,
    started_at DATETIME NOT NULL,
    ended_at DATETIME,
    PRIMARY KEY (uid),
    FOREIGN KEY(trainee_id) REFERENCES trainee (id) ON DELETE RESTRICT
);
CREATE TABLE bank (
    id INTEGER NOT NULL,
    slug VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    story VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    digest VARCHAR NOT NULL,
    changed_ns BIGINT,
    trainee_id INTEGER,
    added_at DATETIME NOT NULL,
    removed_at DATETIME,
    PRIMARY KEY (id),
    UNIQUE (slug),
    FOREIGN KEY(trainee_id) REFERENCES trainee (id) ON DELETE RESTRICT
);
CREATE TABLE role (
    id INTEGER NOT NULL,
    trainee_id INTEGER NOT NULL,
    role VARCHAR NOT NULL,
    given_at DATETIME NOT NULL,
    PRIMARY KEY (id),
    CHECK (role IN ('instructor', 'trainee')),
    UNIQUE (trainee_id),
    FOREIGN KEY(trainee_id) REFERENCES trainee (id) ON DELETE RESTRICT
);
CREATE TABLE fact (
    id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    claim_id INTEGER,
    claim_rank INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    value JSON NOT NULL,
    value_max JSON NOT NULL,
    unit VARCHAR,
    qualifier VARCHAR,
    what VARCHAR NOT NULL,
    also JSON NOT NULL,
    attribution VARCHAR,
    as_of VARCHAR,
    relative BOOLEAN NOT NULL,
    change VARCHAR,
    vague BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (article_id, kind, start, "end"),
    CHECK (0 <= start AND start < "end"),
    FOREIGN KEY(article_id) REFERENCES article (id) ON DELETE CASCADE,
    FOREIGN KEY(claim_id) REFERENCES claim (id) ON DELETE SET NULL
);
CREATE TABLE appeal (
    id INTEGER NOT NULL,
    attempt_uid VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    at DATETIME NOT NULL,
    decision VARCHAR,
    decided_by INTEGER,
    decided_at DATETIME,
    PRIMARY KEY (id),
    UNIQUE (attempt_uid, kind),
    CHECK (kind IN ('right', 'undo', 'report')),
    CHECK (decision IS NULL OR decision IN ('accepted', 'refused')),
    FOREIGN KEY(attempt_uid) REFERENCES attempt (uid) ON DELETE RESTRICT,
    FOREIGN KEY(decided_by) REFERENCES trainee (id) ON DELETE RESTRICT
);
CREATE VIRTUAL TABLE article_search USING fts5(
        title, text, content='article', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
CREATE INDEX ix_question_claim ON question (claim);
CREATE INDEX ix_question_story ON question (story);
CREATE INDEX ix_name_decision_story_id ON name_decision (story_id);
CREATE INDEX ix_article_key ON article ("key");
CREATE INDEX ix_article_source ON article (story_id, source);
CREATE INDEX ix_article_story_id ON article (story_id);
CREATE INDEX ix_claim_story_id ON claim (story_id);
CREATE INDEX ix_question_edit_question_id ON question_edit (question_id);
CREATE INDEX ix_attempt_history ON attempt (trainee_id, question_id, at);
CREATE INDEX ix_attempt_round_uid ON attempt (round_uid);
CREATE INDEX ix_attempt_question_id ON attempt (question_id);
CREATE INDEX ix_card_story ON card (story);
CREATE INDEX ix_card_due ON card (trainee_id, due);
CREATE INDEX ix_round_trainee_id ON round (trainee_id);
CREATE INDEX ix_bank_story ON bank (story);
CREATE INDEX ix_fact_article_id ON fact (article_id);
CREATE INDEX ix_fact_claim_id ON fact (claim_id);
CREATE INDEX ix_appeal_attempt_uid ON appeal (attempt_uid);
CREATE TRIGGER article_search_added AFTER INSERT ON article BEGIN
        INSERT INTO article_search (rowid, title, text) VALUES (new.id, new.title, new.text); END;
CREATE TRIGGER article_search_removed AFTER DELETE ON article BEGIN
        INSERT INTO article_search (article_search, rowid, title, text)
        VALUES ('delete', old.id, old.title, old.text); END;
CREATE TRIGGER article_search_changed AFTER UPDATE OF title, text ON article BEGIN
        INSERT INTO article_search (article_search, rowid, title, text)
        VALUES ('delete', old.id, old.title, old.text);
        INSERT INTO article_search (rowid, title, text) VALUES (new.id, new.title, new.text); END;
PRAGMA user_version=5;
