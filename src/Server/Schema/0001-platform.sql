-- What every module stands on: remembered replies, facts on their way, background jobs, the audit chain, node numbers.

CREATE TABLE once (
    merchant_id BIGINT NOT NULL,
    key TEXT NOT NULL,
    request_hash BYTES NOT NULL,
    status BIGINT NOT NULL,
    body BYTES NOT NULL,
    etag TEXT,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, key)
);

CREATE TABLE outbox (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    done_at BIGINT,
    attempts BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    last_error TEXT,
    PRIMARY KEY (merchant_id, id)
);
CREATE INDEX outbox_waiting ON outbox (next_at, id) WHERE done_at IS NULL;

CREATE TABLE seen (
    merchant_id BIGINT NOT NULL,
    fact_id BIGINT NOT NULL,
    handler TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, fact_id, handler)
);

CREATE TABLE job (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    arguments TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    -- What the job itself noted down to go on from after a restart.
    checkpoint TEXT NOT NULL,
    progress_done BIGINT NOT NULL,
    progress_total BIGINT NOT NULL,
    result TEXT,
    error TEXT,
    cancel_asked BOOLEAN NOT NULL,
    lease_by BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    created_by BIGINT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (merchant_id, id)
);
CREATE INDEX job_open ON job (lease_until) WHERE state IN ('waiting', 'running');

CREATE TABLE audit (
    merchant_id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    staff_id BIGINT,
    who TEXT NOT NULL,
    store_id BIGINT,
    address TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    reason TEXT,
    approved_by BIGINT,
    hash BYTES NOT NULL,
    PRIMARY KEY (merchant_id, seq)
);
CREATE INDEX audit_subject ON audit (merchant_id, subject_kind, subject_id, seq);

CREATE TABLE audit_head (
    merchant_id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    hash BYTES NOT NULL,
    PRIMARY KEY (merchant_id)
);

CREATE TABLE node (
    id BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    PRIMARY KEY (id)
);

-- Files a job made or a person handed in: imports to look at, error lists to download.
CREATE TABLE file (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    content BYTES NOT NULL,
    created_by BIGINT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id)
);
