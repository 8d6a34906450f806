-- Tiers: what members can reach, which one each has and why, upgrade packs given once, uses of limited benefits.

CREATE TABLE tier (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    -- The lowest active one is the base tier, which every member has who has no other.
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    colour TEXT NOT NULL,
    description TEXT NOT NULL,
    price_bp BIGINT NOT NULL CHECK (price_bp BETWEEN 0 AND 10000),
    multiplier_bp BIGINT NOT NULL CHECK (multiplier_bp BETWEEN 0 AND 1000000),
    -- JSON: match, when and conditions; kind and number; points, bonus and vouchers; what else members of it get.
    upgrade TEXT NOT NULL,
    validity TEXT NOT NULL,
    pack TEXT NOT NULL,
    benefits TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

-- A member without a row has the base tier since joining.
CREATE TABLE member_tier (
    merchant_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    tier_id BIGINT NOT NULL,
    since DATE NOT NULL,
    until DATE,
    how TEXT NOT NULL CHECK (how IN ('rule', 'hand', 'topup', 'review', 'refund', 'merge')),
    PRIMARY KEY (merchant_id, member_id),
    FOREIGN KEY (merchant_id, tier_id) REFERENCES tier (merchant_id, id)
);
CREATE INDEX member_tier_tier ON member_tier (merchant_id, tier_id);
CREATE INDEX member_tier_until ON member_tier (merchant_id, until);

CREATE TABLE tier_change (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    from_tier BIGINT NOT NULL,
    to_tier BIGINT NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('rule', 'hand', 'topup', 'review', 'refund', 'merge')),
    why_zh TEXT NOT NULL,
    why_en TEXT NOT NULL,
    document_kind TEXT NOT NULL,
    document_id TEXT NOT NULL,
    staff_id BIGINT,
    reason TEXT NOT NULL,
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, from_tier) REFERENCES tier (merchant_id, id),
    FOREIGN KEY (merchant_id, to_tier) REFERENCES tier (merchant_id, id)
);
CREATE INDEX tier_change_member ON tier_change (merchant_id, member_id, id);

CREATE TABLE tier_pack_given (
    merchant_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    tier_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, member_id, tier_id)
);

-- A use takes one of the slots 1 to limit of its period, so a benefit cannot be used too often; what is given back frees it.
CREATE TABLE benefit_use (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    benefit_id BIGINT NOT NULL,
    period TEXT NOT NULL,
    slot BIGINT,
    order_id BIGINT,
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    returned_at BIGINT,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, member_id, benefit_id, period, slot)
);
CREATE INDEX benefit_use_order ON benefit_use (merchant_id, order_id);
