-- What points are exchanged for (the redemption list), and what was exchanged.

CREATE TABLE redemption (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('gift', 'voucher', 'coupon', 'bonus')),
    -- Which kind of points it costs, and how many.
    asset_id BIGINT NOT NULL,
    price BIGINT NOT NULL CHECK (price > 0),
    -- The voucher's asset or the coupon's template; null for things and bonus.
    target BIGINT,
    amount BIGINT NOT NULL CHECK (amount > 0),
    -- What is left; null = no end.
    stock BIGINT CHECK (stock >= 0),
    per_member BIGINT NOT NULL CHECK (per_member >= 0),
    valid_to DATE,
    active BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, asset_id) REFERENCES asset (merchant_id, id)
);

CREATE TABLE redeemed (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    redemption_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    count BIGINT NOT NULL CHECK (count > 0),
    asset_id BIGINT NOT NULL,
    points BIGINT NOT NULL CHECK (points > 0),
    posting_id BIGINT NOT NULL,
    store_id BIGINT,
    staff_id BIGINT,
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    undone_at BIGINT,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, redemption_id) REFERENCES redemption (merchant_id, id)
);
CREATE INDEX redeemed_member ON redeemed (merchant_id, member_id, id);
CREATE INDEX redeemed_of ON redeemed (merchant_id, redemption_id, member_id);
