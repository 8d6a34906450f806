-- Rewards: rules with their versions, what happened to members, what they were given for it, and what limits have counted.

CREATE TABLE reward_rule (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    form TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('test', 'running', 'stopped')),
    happening TEXT NOT NULL,
    -- JSON: the rule as its present version says.
    body TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id)
);
CREATE INDEX reward_rule_live ON reward_rule (merchant_id, happening) WHERE state <> 'stopped';

CREATE TABLE reward_rule_version (
    merchant_id BIGINT NOT NULL,
    rule_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('test', 'running', 'stopped')),
    body TEXT NOT NULL,
    staff_id BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, rule_id, version),
    FOREIGN KEY (merchant_id, rule_id) REFERENCES reward_rule (merchant_id, id)
);

-- One row for each thing that happened to a member: rules look back at it, tasks and badges are counted from it.
CREATE TABLE reward_event (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    key TEXT NOT NULL,
    happening TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('member', 'friend')),
    member_id BIGINT NOT NULL,
    store_id BIGINT,
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    amount BIGINT NOT NULL,
    -- What came back of the amount since.
    returned BIGINT NOT NULL,
    figure BIGINT NOT NULL,
    name TEXT NOT NULL,
    lines TEXT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, key),
    CHECK (returned >= 0)
);
CREATE INDEX reward_event_member ON reward_event (merchant_id, member_id, happening, id);
CREATE INDEX reward_event_day ON reward_event (merchant_id, happening, day);

-- What was given, or would have been (test), or waits. The source is a rule, a draw, a task, a badge or checking in.
CREATE TABLE reward_grant (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    source_kind TEXT NOT NULL CHECK (source_kind IN ('rule', 'draw', 'task', 'badge', 'check_in')),
    source_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    event_key TEXT NOT NULL,
    happening TEXT NOT NULL,
    member_id BIGINT NOT NULL,
    store_id BIGINT,
    state TEXT NOT NULL CHECK (state IN ('test', 'held', 'waiting', 'given', 'rejected', 'taken_back')),
    cost BIGINT NOT NULL,
    -- JSON: each thing with its amount, and how much of it was taken back.
    items TEXT NOT NULL,
    why_zh TEXT NOT NULL,
    why_en TEXT NOT NULL,
    hold_zh TEXT NOT NULL,
    hold_en TEXT NOT NULL,
    hold_until DATE,
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    staff_id BIGINT,
    note TEXT NOT NULL,
    decided_at BIGINT,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, source_kind, source_id, event_key)
);
CREATE INDEX reward_grant_member ON reward_grant (merchant_id, member_id, id);
CREATE INDEX reward_grant_source ON reward_grant (merchant_id, source_kind, source_id, id);
CREATE INDEX reward_grant_event ON reward_grant (merchant_id, event_key);
CREATE INDEX reward_grant_open ON reward_grant (merchant_id, state, id) WHERE state IN ('held', 'waiting');

-- Parts of a reward that come later.
CREATE TABLE reward_due (
    merchant_id BIGINT NOT NULL,
    grant_id BIGINT NOT NULL,
    item BIGINT NOT NULL,
    part BIGINT NOT NULL,
    due_on DATE NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0),
    state TEXT NOT NULL CHECK (state IN ('open', 'given', 'cancelled')),
    PRIMARY KEY (merchant_id, grant_id, item, part),
    FOREIGN KEY (merchant_id, grant_id) REFERENCES reward_grant (merchant_id, id)
);
CREATE INDEX reward_due_open ON reward_due (merchant_id, due_on, grant_id) WHERE state = 'open';

-- Postings of a grant: one at once, one for each later part. Taking back looks at the lots they made.
CREATE TABLE reward_posting (
    merchant_id BIGINT NOT NULL,
    grant_id BIGINT NOT NULL,
    posting_id BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, grant_id, posting_id),
    FOREIGN KEY (merchant_id, grant_id) REFERENCES reward_grant (merchant_id, id)
);

-- What a limit has counted; member 0 = everybody, period '' = ever. It moves only by updates that look at the limit.
CREATE TABLE reward_counter (
    merchant_id BIGINT NOT NULL,
    rule_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    period TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit IN ('times', 'fen')),
    used BIGINT NOT NULL CHECK (used >= 0),
    PRIMARY KEY (merchant_id, rule_id, member_id, period, unit)
);

CREATE TABLE reward_block (
    merchant_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    reason TEXT NOT NULL,
    staff_id BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, member_id)
);

-- Up to which day the clock has looked, for each rule of the clock and time zone.
CREATE TABLE reward_clock (
    merchant_id BIGINT NOT NULL,
    rule_id BIGINT NOT NULL,
    zone TEXT NOT NULL,
    through DATE NOT NULL,
    PRIMARY KEY (merchant_id, rule_id, zone),
    FOREIGN KEY (merchant_id, rule_id) REFERENCES reward_rule (merchant_id, id)
);

CREATE TABLE referral (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    inviter_id BIGINT NOT NULL,
    friend_id BIGINT NOT NULL,
    -- A keyed hash of the device or payment account, where one is known.
    device BYTES,
    suspect_zh TEXT NOT NULL,
    suspect_en TEXT NOT NULL,
    first_order_key TEXT,
    staff_id BIGINT,
    store_id BIGINT,
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, friend_id),
    CHECK (inviter_id <> friend_id)
);
CREATE INDEX referral_inviter ON referral (merchant_id, inviter_id, day);
CREATE INDEX referral_device ON referral (merchant_id, device, day) WHERE device IS NOT NULL;
