-- Coupons: templates with numbered terms, batches, single coupons, their uses, codes, claim pages, gifts and packs.

CREATE TABLE coupon_template (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'active', 'stopped')),
    -- The terms new coupons are issued under; older coupons keep theirs.
    terms_no BIGINT NOT NULL,
    stock BIGINT CHECK (stock >= 0),
    issued BIGINT NOT NULL CHECK (issued >= 0),
    per_member BIGINT CHECK (per_member > 0),
    note TEXT NOT NULL,
    created_by BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    CHECK (stock IS NULL OR issued <= stock)
);

CREATE TABLE coupon_terms (
    merchant_id BIGINT NOT NULL,
    template_id BIGINT NOT NULL,
    no BIGINT NOT NULL,
    terms TEXT NOT NULL,
    staff_id BIGINT,
    who TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, template_id, no),
    FOREIGN KEY (merchant_id, template_id) REFERENCES coupon_template (merchant_id, id)
);

CREATE TABLE coupon_batch (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    template_id BIGINT NOT NULL,
    terms_no BIGINT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('list', 'segment', 'codes', 'page', 'word', 'pack', 'rule', 'refund')),
    title TEXT NOT NULL,
    -- Who gets them, as JSON; empty where nobody is named.
    audience TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'paused', 'done', 'cancelled', 'stock_out', 'voiding', 'void')),
    wanted BIGINT NOT NULL,
    issued BIGINT NOT NULL,
    skipped BIGINT NOT NULL,
    voided BIGINT NOT NULL,
    -- The last member served (or coupon voided): where a restarted job goes on.
    cursor BIGINT NOT NULL,
    job_id BIGINT,
    created_by BIGINT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, template_id) REFERENCES coupon_template (merchant_id, id)
);
CREATE INDEX coupon_batch_template ON coupon_batch (merchant_id, template_id, id);

-- One row per coupon, a million at a time: no foreign keys, because each would lock the one template row a million
-- times; the batch is written in the same transaction. All of its indexes grow at their end while a batch is issued.
CREATE TABLE coupon (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    template_id BIGINT NOT NULL,
    terms_no BIGINT NOT NULL,
    batch_id BIGINT NOT NULL,
    -- Null: whoever brings the code.
    member_id BIGINT,
    -- Who it was issued to first, and the how-manieth of this person: what the limit per member counts.
    issued_to BIGINT,
    nth BIGINT,
    -- Keyed hash of the secret code; the code itself can be made again from the id and this number.
    code_hash BYTES,
    code_no BIGINT NOT NULL,
    -- Expired is not written: valid_to says it.
    state TEXT NOT NULL CHECK (state IN ('issued', 'locked', 'used', 'returned', 'void')),
    valid_from BIGINT NOT NULL,
    valid_to BIGINT NOT NULL,
    locked_for TEXT,
    locked_until BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    CHECK (valid_from < valid_to),
    CHECK ((state = 'locked') = (locked_for IS NOT NULL) AND (state = 'locked') = (locked_until IS NOT NULL))
);
CREATE INDEX coupon_member ON coupon (merchant_id, member_id, id) WHERE member_id IS NOT NULL;
CREATE INDEX coupon_of_batch ON coupon (merchant_id, batch_id, id);
CREATE UNIQUE INDEX coupon_slot ON coupon (merchant_id, template_id, issued_to, nth) WHERE nth IS NOT NULL;
CREATE UNIQUE INDEX coupon_code ON coupon (merchant_id, code_hash) WHERE code_hash IS NOT NULL;
CREATE INDEX coupon_locked ON coupon (merchant_id, locked_for) WHERE locked_for IS NOT NULL;

-- Each use; at most one of a coupon that was not taken back (invariant I19).
CREATE TABLE coupon_use (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    coupon_id BIGINT NOT NULL,
    template_id BIGINT NOT NULL,
    batch_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    store_id BIGINT NOT NULL,
    member_id BIGINT,
    -- What it took off, and what the ticket came to.
    discount BIGINT NOT NULL CHECK (discount >= 0),
    sales BIGINT NOT NULL CHECK (sales >= 0),
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    returned_at BIGINT,
    PRIMARY KEY (merchant_id, id)
);
CREATE UNIQUE INDEX coupon_use_once ON coupon_use (merchant_id, coupon_id) WHERE returned_at IS NULL;
CREATE INDEX coupon_use_template ON coupon_use (merchant_id, template_id, day);
CREATE INDEX coupon_use_order ON coupon_use (merchant_id, order_id);

-- A word everybody may know ("NEW2026"), with a limit for all of them together.
CREATE TABLE coupon_word (
    merchant_id BIGINT NOT NULL,
    word KEYTEXT NOT NULL,
    template_id BIGINT NOT NULL,
    batch_id BIGINT NOT NULL,
    total_max BIGINT,
    taken BIGINT NOT NULL,
    active BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, word),
    CHECK (total_max IS NULL OR taken <= total_max),
    FOREIGN KEY (merchant_id, template_id) REFERENCES coupon_template (merchant_id, id)
);

-- Codes of a partner, numbered from 1; the n-th coupon of the template gets the n-th code. Sealed, because they are worth
-- money elsewhere.
CREATE TABLE coupon_pool (
    merchant_id BIGINT NOT NULL,
    template_id BIGINT NOT NULL,
    no BIGINT NOT NULL,
    code_sealed TEXT NOT NULL,
    code_hash BYTES NOT NULL,
    PRIMARY KEY (merchant_id, template_id, no),
    UNIQUE (merchant_id, template_id, code_hash),
    FOREIGN KEY (merchant_id, template_id) REFERENCES coupon_template (merchant_id, id)
);

CREATE TABLE coupon_pool_use (
    merchant_id BIGINT NOT NULL,
    template_id BIGINT NOT NULL,
    no BIGINT NOT NULL,
    coupon_id BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, template_id, no),
    UNIQUE (merchant_id, coupon_id),
    FOREIGN KEY (merchant_id, template_id, no) REFERENCES coupon_pool (merchant_id, template_id, no)
);

CREATE TABLE claim_page (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    code KEYTEXT NOT NULL,
    title TEXT NOT NULL,
    template_id BIGINT NOT NULL,
    batch_id BIGINT NOT NULL,
    total_max BIGINT,
    claimed BIGINT NOT NULL,
    per_person BIGINT NOT NULL CHECK (per_person > 0),
    per_address BIGINT,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    active BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, code),
    CHECK (total_max IS NULL OR claimed <= total_max),
    CHECK (starts_at < ends_at),
    FOREIGN KEY (merchant_id, template_id) REFERENCES coupon_template (merchant_id, id)
);

CREATE TABLE coupon_claim (
    merchant_id BIGINT NOT NULL,
    page_id BIGINT NOT NULL,
    -- Keyed hash of the phone.
    claimer BYTES NOT NULL,
    nth BIGINT NOT NULL,
    -- Made by the claimer's device: the same claim sent twice gets the same coupon.
    ticket TEXT NOT NULL,
    coupon_id BIGINT NOT NULL,
    address TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, page_id, claimer, nth),
    UNIQUE (merchant_id, page_id, ticket),
    FOREIGN KEY (merchant_id, page_id) REFERENCES claim_page (merchant_id, id)
);
CREATE INDEX coupon_claim_address ON coupon_claim (merchant_id, page_id, address, at);

CREATE TABLE coupon_gift (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    coupon_id BIGINT NOT NULL,
    from_member BIGINT NOT NULL,
    code_hash BYTES NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'taken', 'withdrawn')),
    until BIGINT NOT NULL,
    to_member BIGINT,
    ticket TEXT,
    at BIGINT NOT NULL,
    taken_at BIGINT,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, code_hash)
);
CREATE INDEX coupon_gift_coupon ON coupon_gift (merchant_id, coupon_id);

CREATE TABLE coupon_pack (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    -- What its name promises; null: nothing.
    declared BIGINT CHECK (declared >= 0),
    -- JSON: template and count of each part.
    parts TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id)
);
