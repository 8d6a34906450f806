-- Tiers that wait for approval, trials, protections, and what the night has already done.

-- The review walks the terms that have ended, oldest first, in chunks.
DROP INDEX member_tier_until;
CREATE INDEX member_tier_ended ON member_tier (merchant_id, until, member_id);

CREATE TABLE tier_request (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    tier_id BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('rule', 'match')),
    -- For a match: which brand's card was shown, and how staff checked it.
    proof TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'refused')),
    asked_by BIGINT,
    asked_at BIGINT NOT NULL,
    decided_by BIGINT,
    decided_at BIGINT,
    note TEXT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, tier_id) REFERENCES tier (merchant_id, id)
);
CREATE UNIQUE INDEX tier_request_open ON tier_request (merchant_id, member_id, tier_id) WHERE state = 'open';

-- A higher tier on trial; what the member has of their own is kept here until it comes back.
CREATE TABLE tier_loan (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    tier_id BIGINT NOT NULL,
    first DATE NOT NULL,
    last DATE NOT NULL,
    own_tier BIGINT NOT NULL,
    own_since DATE NOT NULL,
    own_until DATE,
    staff_id BIGINT,
    reason TEXT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, tier_id) REFERENCES tier (merchant_id, id)
);
CREATE UNIQUE INDEX tier_loan_open ON tier_loan (merchant_id, member_id) WHERE ended_at IS NULL;

-- A protection given to one member, e.g. with a pregnancy pack: no tier is lost until its last day.
CREATE TABLE tier_protection (
    merchant_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    until DATE NOT NULL,
    reason TEXT NOT NULL,
    staff_id BIGINT,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, member_id)
);

-- Which month, quarter or year has been settled; a night that was missed is caught up, none is done twice.
CREATE TABLE tier_period (
    merchant_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    first DATE NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, kind, first)
);

CREATE TABLE benefit_issue (
    merchant_id BIGINT NOT NULL,
    benefit_id BIGINT NOT NULL,
    period TEXT NOT NULL,
    member_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, benefit_id, period, member_id)
);
