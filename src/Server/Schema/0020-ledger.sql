-- One ledger for stored value, bonus, points, growth, counters and vouchers: immutable postings, projections beside them.

CREATE TABLE asset (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('principal', 'bonus', 'points', 'growth', 'counter', 'times')),
    unit TEXT NOT NULL CHECK (unit IN ('fen', 'point', 'count')),
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    spendable BOOLEAN NOT NULL,
    may_go_negative BOOLEAN NOT NULL,
    expiry TEXT NOT NULL,
    -- For vouchers: the goods one use makes free, as JSON; empty for everything else.
    covers TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, code)
);

-- A member's book: the row that is locked before any of the member's value moves, and the ledger's own word on whether it may.
CREATE TABLE book (
    merchant_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    frozen BOOLEAN NOT NULL,
    registered BOOLEAN NOT NULL,
    opened_at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, member_id)
);

CREATE TABLE account (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    asset_id BIGINT NOT NULL,
    balance BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    head BYTES NOT NULL,
    total_in BIGINT NOT NULL,
    total_out BIGINT NOT NULL,
    -- Copied from the asset: the database is the last guard when a program is wrong (invariant I5).
    may_go_negative BOOLEAN NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, member_id, asset_id),
    CHECK (may_go_negative OR balance >= 0),
    CHECK (balance = total_in - total_out),
    FOREIGN KEY (merchant_id, member_id) REFERENCES book (merchant_id, member_id),
    FOREIGN KEY (merchant_id, asset_id) REFERENCES asset (merchant_id, id)
);

CREATE TABLE posting (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    document_kind TEXT NOT NULL,
    document_id TEXT NOT NULL,
    store_id BIGINT,
    staff_id BIGINT,
    channel TEXT NOT NULL,
    at BIGINT NOT NULL,
    day DATE NOT NULL,
    reason TEXT NOT NULL,
    reversal_of BIGINT,
    format BIGINT NOT NULL,
    -- One intent, one posting (invariant I8). Keys are made from document ids, so they rise with time.
    key TEXT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, key)
);
CREATE INDEX posting_day ON posting (merchant_id, day);
CREATE INDEX posting_reversal ON posting (merchant_id, reversal_of) WHERE reversal_of IS NOT NULL;

-- An entry carries both of its sides: the member's account and the merchant's counter-account (docs/decisions).
CREATE TABLE entry (
    merchant_id BIGINT NOT NULL,
    posting_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount <> 0),
    balance_after BIGINT NOT NULL,
    counter TEXT NOT NULL,
    lots TEXT NOT NULL,
    day DATE NOT NULL,
    hash BYTES NOT NULL,
    PRIMARY KEY (merchant_id, posting_id, id),
    UNIQUE (merchant_id, account_id, seq),
    FOREIGN KEY (merchant_id, posting_id) REFERENCES posting (merchant_id, id),
    FOREIGN KEY (merchant_id, account_id) REFERENCES account (merchant_id, id)
);

CREATE TABLE lot (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    asset_id BIGINT NOT NULL,
    granted BIGINT NOT NULL,
    remaining BIGINT NOT NULL,
    active_at BIGINT NOT NULL,
    expires_on DATE,
    pair BIGINT,
    origin BIGINT,
    created_by BIGINT NOT NULL,
    order_of_use TEXT NOT NULL CHECK (order_of_use IN ('proportional', 'principal_first', 'bonus_first')),
    paid BIGINT,
    list_price BIGINT,
    rule TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    CHECK (remaining >= 0 AND remaining <= granted),
    FOREIGN KEY (merchant_id, account_id) REFERENCES account (merchant_id, id)
);
CREATE INDEX lot_member ON lot (merchant_id, member_id, id);
CREATE INDEX lot_origin ON lot (merchant_id, origin) WHERE origin IS NOT NULL;
CREATE INDEX lot_expiry ON lot (merchant_id, expires_on) WHERE remaining > 0;

-- The root of one business day over all its entries, chained with the day before. Printed or sent away, it shows later tampering.
CREATE TABLE day_root (
    merchant_id BIGINT NOT NULL,
    day DATE NOT NULL,
    entries BIGINT NOT NULL,
    root BYTES NOT NULL,
    sealed_at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, day)
);

-- What a shop sells as top-up: pay so much, get so much on top.
CREATE TABLE topup_plan (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    pay BIGINT NOT NULL CHECK (pay > 0),
    bonus BIGINT NOT NULL CHECK (bonus >= 0),
    points BIGINT NOT NULL CHECK (points >= 0),
    -- 1 = the bonus is there at once; n = in n monthly parts, the first at once.
    releases BIGINT NOT NULL CHECK (releases BETWEEN 1 AND 60),
    -- The tier the buyer rises to; the tier module knows what it means.
    tier_id BIGINT,
    first_only BOOLEAN NOT NULL,
    valid_from DATE,
    valid_to DATE,
    active BOOLEAN NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

-- Every so many stamps become vouchers, e.g. the eleventh cup is free.
CREATE TABLE punch_card (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    stamps BIGINT NOT NULL,
    every BIGINT NOT NULL CHECK (every BETWEEN 1 AND 1000),
    reward BIGINT NOT NULL,
    reward_count BIGINT NOT NULL CHECK (reward_count BETWEEN 1 AND 100),
    validity TEXT NOT NULL,
    stamp_by TEXT NOT NULL CHECK (stamp_by IN ('ticket', 'unit')),
    -- JSON: the goods that earn; empty = all.
    covers TEXT NOT NULL,
    min_ticket BIGINT NOT NULL,
    active BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, stamps) REFERENCES asset (merchant_id, id),
    FOREIGN KEY (merchant_id, reward) REFERENCES asset (merchant_id, id)
);

-- The last verification of the whole ledger, for the home page and the health page.
CREATE TABLE ledger_check (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    entries BIGINT NOT NULL,
    accounts BIGINT NOT NULL,
    days BIGINT NOT NULL,
    -- Null when everything holds; else a sentence that names the first wrong row.
    wrong TEXT,
    PRIMARY KEY (merchant_id, id)
);
