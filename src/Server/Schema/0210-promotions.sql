-- Promotions: immutable versions, the times each of them counted, their uses and what their limits have used up.

CREATE TABLE promotion (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'active', 'stopped')),
    -- The newest version; the one that counts is found in promotion_run.
    no BIGINT NOT NULL,
    created_by BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

CREATE TABLE promotion_version (
    merchant_id BIGINT NOT NULL,
    promotion_id BIGINT NOT NULL,
    no BIGINT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    valid_from BIGINT NOT NULL,
    valid_to BIGINT,
    staff_id BIGINT,
    who TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, promotion_id, no),
    FOREIGN KEY (merchant_id, promotion_id) REFERENCES promotion (merchant_id, id)
);

-- When a version counted. An end in the future may be brought forward; what is past never changes.
CREATE TABLE promotion_run (
    merchant_id BIGINT NOT NULL,
    promotion_id BIGINT NOT NULL,
    no BIGINT NOT NULL,
    from_at BIGINT NOT NULL,
    to_at BIGINT,
    approved_by BIGINT,
    PRIMARY KEY (merchant_id, promotion_id, no, from_at),
    CHECK (to_at IS NULL OR to_at >= from_at),
    FOREIGN KEY (merchant_id, promotion_id, no) REFERENCES promotion_version (merchant_id, promotion_id, no)
);

-- Rises whenever a run begins or is cut short: compiled promotions in memory are good as long as it stands.
CREATE TABLE promotion_head (
    merchant_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id)
);

CREATE TABLE promotion_use (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    promotion_id BIGINT NOT NULL,
    no BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    store_id BIGINT NOT NULL,
    member_id BIGINT,
    discount BIGINT NOT NULL CHECK (discount >= 0),
    sales BIGINT NOT NULL CHECK (sales >= 0),
    -- It counted against the promotion's limits.
    limited BOOLEAN NOT NULL,
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    returned_at BIGINT,
    PRIMARY KEY (merchant_id, id)
);
CREATE INDEX promotion_use_promotion ON promotion_use (merchant_id, promotion_id, day);
CREATE INDEX promotion_use_order ON promotion_use (merchant_id, order_id);

-- What limits have used up: tickets in all, of a day, of a member, of a member's day, and money given.
CREATE TABLE promotion_counter (
    merchant_id BIGINT NOT NULL,
    key KEYTEXT NOT NULL,
    used BIGINT NOT NULL CHECK (used >= 0),
    -- The limit as it was when it was last counted against.
    limit_max BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, key)
);
