CREATE TABLE public.appeal (
    id bigint NOT NULL,
    attempt_uid character varying NOT NULL COLLATE pg_catalog."C",
    kind character varying NOT NULL COLLATE pg_catalog."C",
    text character varying NOT NULL COLLATE pg_catalog."C",
    at timestamp with time zone NOT NULL,
    decision character varying COLLATE pg_catalog."C",
    decided_by bigint,
    decided_at timestamp with time zone,
    CONSTRAINT appeal_decision_check CHECK (((decision IS NULL) OR ((decision)::text = ANY ((ARRAY['accepted'::character varying, 'refused'::character varying])::text[])))),
    CONSTRAINT appeal_kind_check CHECK (((kind)::text = ANY ((ARRAY['right'::character varying, 'undo'::character varying, 'report'::character varying])::text[])))
);
CREATE SEQUENCE public.appeal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.appeal_id_seq OWNED BY public.appeal.id;
CREATE TABLE public.article (
    id bigint NOT NULL,
    story_id bigint NOT NULL,
    key character varying NOT NULL COLLATE pg_catalog."C",
    source character varying NOT NULL COLLATE pg_catalog."C",
    text character varying NOT NULL COLLATE pg_catalog."C",
    title character varying COLLATE pg_catalog."C",
    outlet character varying COLLATE pg_catalog."C",
    agency character varying COLLATE pg_catalog."C",
    published date,
    date_basis character varying NOT NULL COLLATE pg_catalog."C",
    cut json NOT NULL,
    read_key character varying DEFAULT ''::character varying NOT NULL COLLATE pg_catalog."C",
    date_told boolean DEFAULT false NOT NULL,
    added_at timestamp with time zone NOT NULL,
    words tsvector GENERATED ALWAYS AS ((setweight(to_tsvector('simple'::regconfig, regexp_replace(regexp_replace(lower((NORMALIZE("left"((COALESCE(title, ''::character varying))::text, 200000), NFKD) COLLATE "und-x-icu")), '[\u0300-\u036F]+'::text, ''::text, 'g'::text), '[^[:alnum:]]+'::text, ' '::text, 'g'::text)), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, regexp_replace(regexp_replace(lower((NORMALIZE("left"((text)::text, 200000), NFKD) COLLATE "und-x-icu")), '[\u0300-\u036F]+'::text, ''::text, 'g'::text), '[^[:alnum:]]+'::text, ' '::text, 'g'::text)), 'B'::"char"))) STORED,
    CONSTRAINT article_date_basis_check CHECK (((date_basis)::text = ANY ((ARRAY['stated'::character varying, 'url'::character varying, 'given'::character varying, 'inferred'::character varying, 'unknown'::character varying])::text[])))
);
CREATE SEQUENCE public.article_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.article_id_seq OWNED BY public.article.id;
CREATE TABLE public.attempt (
    id bigint NOT NULL,
    uid character varying NOT NULL COLLATE pg_catalog."C",
    trainee_id bigint NOT NULL,
    question_id character varying NOT NULL COLLATE pg_catalog."C",
    mode character varying NOT NULL COLLATE pg_catalog."C",
    answer character varying NOT NULL COLLATE pg_catalog."C",
    verdict character varying NOT NULL COLLATE pg_catalog."C",
    rule character varying NOT NULL COLLATE pg_catalog."C",
    reason character varying NOT NULL COLLATE pg_catalog."C",
    ms bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    confidence character varying COLLATE pg_catalog."C",
    hints bigint DEFAULT '0'::bigint NOT NULL,
    round_uid character varying COLLATE pg_catalog."C",
    CONSTRAINT attempt_confidence_check CHECK (((confidence IS NULL) OR ((confidence)::text = ANY ((ARRAY['guess'::character varying, 'think'::character varying, 'sure'::character varying])::text[])))),
    CONSTRAINT attempt_ms_check CHECK ((ms >= 0)),
    CONSTRAINT attempt_verdict_check CHECK (((verdict)::text = ANY ((ARRAY['correct'::character varying, 'close'::character varying, 'wrong'::character varying])::text[])))
);
CREATE SEQUENCE public.attempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.attempt_id_seq OWNED BY public.attempt.id;
CREATE TABLE public.bank (
    id bigint NOT NULL,
    slug character varying NOT NULL COLLATE pg_catalog."C",
    title character varying NOT NULL COLLATE pg_catalog."C",
    story character varying NOT NULL COLLATE pg_catalog."C",
    path character varying NOT NULL COLLATE pg_catalog."C",
    text character varying NOT NULL COLLATE pg_catalog."C",
    digest character varying NOT NULL COLLATE pg_catalog."C",
    changed_ns bigint,
    trainee_id bigint,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone
);
CREATE SEQUENCE public.bank_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.bank_id_seq OWNED BY public.bank.id;
CREATE TABLE public.briefing_schema (
    only_row boolean DEFAULT true NOT NULL,
    version integer NOT NULL,
    CONSTRAINT briefing_schema_only_row_check CHECK (only_row)
);
CREATE TABLE public.card (
    id bigint NOT NULL,
    trainee_id bigint NOT NULL,
    claim character varying NOT NULL COLLATE pg_catalog."C",
    story character varying NOT NULL COLLATE pg_catalog."C",
    state json NOT NULL,
    due timestamp with time zone NOT NULL,
    reviews bigint NOT NULL,
    lapses bigint NOT NULL
);
CREATE SEQUENCE public.card_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.card_id_seq OWNED BY public.card.id;
CREATE TABLE public.claim (
    id bigint NOT NULL,
    story_id bigint NOT NULL,
    key character varying NOT NULL COLLATE pg_catalog."C",
    kind character varying NOT NULL COLLATE pg_catalog."C",
    rank bigint NOT NULL,
    body json NOT NULL,
    revision bigint NOT NULL,
    retired_at timestamp with time zone
);
CREATE SEQUENCE public.claim_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.claim_id_seq OWNED BY public.claim.id;
CREATE TABLE public.enrolment (
    code_hash character varying NOT NULL COLLATE pg_catalog."C",
    opened_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL
);
CREATE TABLE public.fact (
    id bigint NOT NULL,
    article_id bigint NOT NULL,
    claim_id bigint,
    claim_rank bigint NOT NULL,
    kind character varying NOT NULL COLLATE pg_catalog."C",
    start bigint NOT NULL,
    "end" bigint NOT NULL,
    sentence_start bigint NOT NULL,
    sentence_end bigint NOT NULL,
    value json NOT NULL,
    value_max json NOT NULL,
    unit character varying COLLATE pg_catalog."C",
    qualifier character varying COLLATE pg_catalog."C",
    what character varying NOT NULL COLLATE pg_catalog."C",
    also json NOT NULL,
    attribution character varying COLLATE pg_catalog."C",
    as_of character varying COLLATE pg_catalog."C",
    relative boolean NOT NULL,
    change character varying COLLATE pg_catalog."C",
    vague boolean NOT NULL,
    CONSTRAINT fact_check CHECK (((0 <= start) AND (start < "end")))
);
CREATE SEQUENCE public.fact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.fact_id_seq OWNED BY public.fact.id;
CREATE TABLE public.login_key (
    fingerprint character varying NOT NULL COLLATE pg_catalog."C",
    trainee_id bigint NOT NULL,
    comment character varying NOT NULL COLLATE pg_catalog."C",
    added_at timestamp with time zone NOT NULL
);
CREATE TABLE public.name_decision (
    id bigint NOT NULL,
    story_id bigint NOT NULL,
    first character varying NOT NULL COLLATE pg_catalog."C",
    second character varying NOT NULL COLLATE pg_catalog."C",
    joined boolean NOT NULL,
    decided_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.name_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.name_decision_id_seq OWNED BY public.name_decision.id;
CREATE TABLE public.question (
    id character varying NOT NULL COLLATE pg_catalog."C",
    story character varying NOT NULL COLLATE pg_catalog."C",
    claim character varying NOT NULL COLLATE pg_catalog."C",
    kind character varying NOT NULL COLLATE pg_catalog."C",
    rank bigint NOT NULL,
    body json NOT NULL,
    revision bigint NOT NULL,
    retired_at timestamp with time zone
);
CREATE TABLE public.question_edit (
    id bigint NOT NULL,
    question_id character varying NOT NULL COLLATE pg_catalog."C",
    trainee_id bigint NOT NULL,
    action character varying NOT NULL COLLATE pg_catalog."C",
    text character varying NOT NULL COLLATE pg_catalog."C",
    at timestamp with time zone NOT NULL,
    CONSTRAINT question_edit_action_check CHECK (((action)::text = ANY ((ARRAY['approve'::character varying, 'reword'::character varying, 'retire'::character varying, 'restore'::character varying, 'add-spelling'::character varying, 'drop-spelling'::character varying])::text[])))
);
CREATE SEQUENCE public.question_edit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.question_edit_id_seq OWNED BY public.question_edit.id;
CREATE TABLE public.question_version (
    id bigint NOT NULL,
    question_id character varying NOT NULL COLLATE pg_catalog."C",
    revision bigint NOT NULL,
    body json NOT NULL,
    until timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.question_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.question_version_id_seq OWNED BY public.question_version.id;
CREATE TABLE public.role (
    id bigint NOT NULL,
    trainee_id bigint NOT NULL,
    role character varying NOT NULL COLLATE pg_catalog."C",
    given_at timestamp with time zone NOT NULL,
    CONSTRAINT role_role_check CHECK (((role)::text = ANY ((ARRAY['instructor'::character varying, 'trainee'::character varying])::text[])))
);
CREATE SEQUENCE public.role_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.role_id_seq OWNED BY public.role.id;
CREATE TABLE public.room (
    code character varying NOT NULL COLLATE pg_catalog."C",
    host_id bigint NOT NULL,
    story character varying NOT NULL COLLATE pg_catalog."C",
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone
);
CREATE TABLE public.room_event (
    room character varying NOT NULL COLLATE pg_catalog."C",
    seq bigint NOT NULL,
    kind character varying NOT NULL COLLATE pg_catalog."C",
    once character varying COLLATE pg_catalog."C",
    body json NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.round (
    uid character varying NOT NULL COLLATE pg_catalog."C",
    trainee_id bigint NOT NULL,
    story character varying NOT NULL COLLATE pg_catalog."C",
    plan json NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone
);
CREATE TABLE public.setting (
    name character varying NOT NULL COLLATE pg_catalog."C",
    value character varying NOT NULL COLLATE pg_catalog."C"
);
CREATE TABLE public.story (
    id bigint NOT NULL,
    slug character varying NOT NULL COLLATE pg_catalog."C",
    title character varying NOT NULL COLLATE pg_catalog."C",
    reconciled json NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.story_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.story_id_seq OWNED BY public.story.id;
CREATE TABLE public.trainee (
    id bigint NOT NULL,
    login character varying NOT NULL COLLATE pg_catalog."C",
    name character varying NOT NULL COLLATE pg_catalog."C",
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.trainee_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.trainee_id_seq OWNED BY public.trainee.id;
ALTER TABLE ONLY public.appeal ALTER COLUMN id SET DEFAULT nextval('public.appeal_id_seq'::regclass);
ALTER TABLE ONLY public.article ALTER COLUMN id SET DEFAULT nextval('public.article_id_seq'::regclass);
ALTER TABLE ONLY public.attempt ALTER COLUMN id SET DEFAULT nextval('public.attempt_id_seq'::regclass);
ALTER TABLE ONLY public.bank ALTER COLUMN id SET DEFAULT nextval('public.bank_id_seq'::regclass);
ALTER TABLE ONLY public.card ALTER COLUMN id SET DEFAULT nextval('public.card_id_seq'::regclass);
ALTER TABLE ONLY public.claim ALTER COLUMN id SET DEFAULT nextval('public.claim_id_seq'::regclass);
ALTER TABLE ONLY public.fact ALTER COLUMN id SET DEFAULT nextval('public.fact_id_seq'::regclass);
ALTER TABLE ONLY public.name_decision ALTER COLUMN id SET DEFAULT nextval('public.name_decision_id_seq'::regclass);
ALTER TABLE ONLY public.question_edit ALTER COLUMN id SET DEFAULT nextval('public.question_edit_id_seq'::regclass);
ALTER TABLE ONLY public.question_version ALTER COLUMN id SET DEFAULT nextval('public.question_version_id_seq'::regclass);
ALTER TABLE ONLY public.role ALTER COLUMN id SET DEFAULT nextval('public.role_id_seq'::regclass);
ALTER TABLE ONLY public.story ALTER COLUMN id SET DEFAULT nextval('public.story_id_seq'::regclass);
ALTER TABLE ONLY public.trainee ALTER COLUMN id SET DEFAULT nextval('public.trainee_id_seq'::regclass);
INSERT INTO public.briefing_schema VALUES (true, 6);
SELECT pg_catalog.setval('public.appeal_id_seq', 1, false);
SELECT pg_catalog.setval('public.article_id_seq', 1, false);
SELECT pg_catalog.setval('public.attempt_id_seq', 1, false);
SELECT pg_catalog.setval('public.bank_id_seq', 1, false);
SELECT pg_catalog.setval('public.card_id_seq', 1, false);
SELECT pg_catalog.setval('public.claim_id_seq', 1, false);
SELECT pg_catalog.setval('public.fact_id_seq', 1, false);
SELECT pg_catalog.setval('public.name_decision_id_seq', 1, false);
SELECT pg_catalog.setval('public.question_edit_id_seq', 1, false);
SELECT pg_catalog.setval('public.question_version_id_seq', 1, false);
SELECT pg_catalog.setval('public.role_id_seq', 1, false);
SELECT pg_catalog.setval('public.story_id_seq', 1, false);
SELECT pg_catalog.setval('public.trainee_id_seq', 1, false);
ALTER TABLE ONLY public.appeal
    ADD CONSTRAINT appeal_attempt_uid_kind_key UNIQUE (attempt_uid, kind);
ALTER TABLE ONLY public.appeal
    ADD CONSTRAINT appeal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.article
    ADD CONSTRAINT article_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.article
    ADD CONSTRAINT article_story_id_key_key UNIQUE (story_id, key);
ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT attempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT attempt_uid_key UNIQUE (uid);
ALTER TABLE ONLY public.bank
    ADD CONSTRAINT bank_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.bank
    ADD CONSTRAINT bank_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.briefing_schema
    ADD CONSTRAINT briefing_schema_pkey PRIMARY KEY (only_row);
ALTER TABLE ONLY public.card
    ADD CONSTRAINT card_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.card
    ADD CONSTRAINT card_trainee_id_claim_key UNIQUE (trainee_id, claim);
ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_key_key UNIQUE (key);
ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT enrolment_pkey PRIMARY KEY (code_hash);
ALTER TABLE ONLY public.fact
    ADD CONSTRAINT fact_article_id_kind_start_end_key UNIQUE (article_id, kind, start, "end");
ALTER TABLE ONLY public.fact
    ADD CONSTRAINT fact_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.login_key
    ADD CONSTRAINT login_key_pkey PRIMARY KEY (fingerprint);
ALTER TABLE ONLY public.name_decision
    ADD CONSTRAINT name_decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.name_decision
    ADD CONSTRAINT name_decision_story_id_first_second_key UNIQUE (story_id, first, second);
ALTER TABLE ONLY public.question_edit
    ADD CONSTRAINT question_edit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.question
    ADD CONSTRAINT question_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.question_version
    ADD CONSTRAINT question_version_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.question_version
    ADD CONSTRAINT question_version_question_id_revision_key UNIQUE (question_id, revision);
ALTER TABLE ONLY public.role
    ADD CONSTRAINT role_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.role
    ADD CONSTRAINT role_trainee_id_key UNIQUE (trainee_id);
ALTER TABLE ONLY public.room_event
    ADD CONSTRAINT room_event_pkey PRIMARY KEY (room, seq);
ALTER TABLE ONLY public.room_event
    ADD CONSTRAINT room_event_room_once_key UNIQUE (room, once);
ALTER TABLE ONLY public.room
    ADD CONSTRAINT room_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.round
    ADD CONSTRAINT round_pkey PRIMARY KEY (uid);
ALTER TABLE ONLY public.setting
    ADD CONSTRAINT setting_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.story
    ADD CONSTRAINT story_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.story
    ADD CONSTRAINT story_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.trainee
    ADD CONSTRAINT trainee_login_key UNIQUE (login);
ALTER TABLE ONLY public.trainee
    ADD CONSTRAINT trainee_pkey PRIMARY KEY (id);
CREATE INDEX ix_appeal_attempt_uid ON public.appeal USING btree (attempt_uid);
CREATE INDEX ix_article_key ON public.article USING btree (key);
CREATE INDEX ix_article_source ON public.article USING btree (story_id, source);
CREATE INDEX ix_article_story_id ON public.article USING btree (story_id);
CREATE INDEX ix_article_words ON public.article USING gin (words);
CREATE INDEX ix_attempt_history ON public.attempt USING btree (trainee_id, question_id, at);
CREATE INDEX ix_attempt_question_id ON public.attempt USING btree (question_id);
CREATE INDEX ix_attempt_round_uid ON public.attempt USING btree (round_uid);
CREATE INDEX ix_bank_story ON public.bank USING btree (story);
CREATE INDEX ix_card_due ON public.card USING btree (trainee_id, due);
CREATE INDEX ix_card_story ON public.card USING btree (story);
CREATE INDEX ix_claim_story_id ON public.claim USING btree (story_id);
CREATE INDEX ix_fact_article_id ON public.fact USING btree (article_id);
CREATE INDEX ix_fact_claim_id ON public.fact USING btree (claim_id);
CREATE INDEX ix_login_key_trainee_id ON public.login_key USING btree (trainee_id);
CREATE INDEX ix_name_decision_story_id ON public.name_decision USING btree (story_id);
CREATE INDEX ix_question_claim ON public.question USING btree (claim);
CREATE INDEX ix_question_edit_question_id ON public.question_edit USING btree (question_id);
CREATE INDEX ix_question_story ON public.question USING btree (story);
CREATE INDEX ix_room_host_id ON public.room USING btree (host_id);
CREATE INDEX ix_round_trainee_id ON public.round USING btree (trainee_id);
ALTER TABLE ONLY public.appeal
    ADD CONSTRAINT appeal_attempt_uid_fkey FOREIGN KEY (attempt_uid) REFERENCES public.attempt(uid) ON DELETE RESTRICT;
ALTER TABLE ONLY public.appeal
    ADD CONSTRAINT appeal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.trainee(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.article
    ADD CONSTRAINT article_story_id_fkey FOREIGN KEY (story_id) REFERENCES public.story(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT attempt_question_id_fkey FOREIGN KEY (question_id) REFERENCES public.question(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT attempt_trainee_id_fkey FOREIGN KEY (trainee_id) REFERENCES public.trainee(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.bank
    ADD CONSTRAINT bank_trainee_id_fkey FOREIGN KEY (trainee_id) REFERENCES public.trainee(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.card
    ADD CONSTRAINT card_trainee_id_fkey FOREIGN KEY (trainee_id) REFERENCES public.trainee(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_story_id_fkey FOREIGN KEY (story_id) REFERENCES public.story(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.fact
    ADD CONSTRAINT fact_article_id_fkey FOREIGN KEY (article_id) REFERENCES public.article(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.fact
    ADD CONSTRAINT fact_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES public.claim(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.login_key
    ADD CONSTRAINT login_key_trainee_id_fkey FOREIGN KEY (trainee_id) REFERENCES public.trainee(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.name_decision
    ADD CONSTRAINT name_decision_story_id_fkey FOREIGN KEY (story_id) REFERENCES public.story(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.question_edit
    ADD CONSTRAINT question_edit_question_id_fkey FOREIGN KEY (question_id) REFERENCES public.question(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.question_edit
    ADD CONSTRAINT question_edit_trainee_id_fkey FOREIGN KEY (trainee_id) REFERENCES public.trainee(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.question_version
    ADD CONSTRAINT question_version_question_id_fkey FOREIGN KEY (question_id) REFERENCES public.question(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.role
    ADD CONSTRAINT role_trainee_id_fkey FOREIGN KEY (trainee_id) REFERENCES public.trainee(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.room_event
    ADD CONSTRAINT room_event_room_fkey FOREIGN KEY (room) REFERENCES public.room(code) ON DELETE RESTRICT;
ALTER TABLE ONLY public.room
    ADD CONSTRAINT room_host_id_fkey FOREIGN KEY (host_id) REFERENCES public.trainee(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.round
    ADD CONSTRAINT round_trainee_id_fkey FOREIGN KEY (trainee_id) REFERENCES public.trainee(id) ON DELETE RESTRICT;
