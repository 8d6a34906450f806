-- Paid memberships, times cards, gifts of stored value and gift cards, points clearing, and what was paid for them.

CREATE TABLE membership_plan (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    months BIGINT NOT NULL CHECK (months BETWEEN 1 AND 120),
    fee BIGINT NOT NULL CHECK (fee > 0),
    trial_days BIGINT NOT NULL CHECK (trial_days BETWEEN 0 AND 366),
    price_bp BIGINT NOT NULL CHECK (price_bp BETWEEN 1 AND 10000),
    multiplier_bp BIGINT NOT NULL CHECK (multiplier_bp BETWEEN 0 AND 1000000),
    -- JSON: points, bonus and vouchers given once at the start; and what else buyers get, one line each.
    pack TEXT NOT NULL,
    perks TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

-- One row per term that was bought or tried; price and multiplier as they were promised at the sale.
CREATE TABLE membership (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    number TEXT NOT NULL,
    member_id BIGINT NOT NULL,
    plan_id BIGINT NOT NULL,
    plan_name TEXT NOT NULL,
    first DATE NOT NULL,
    last DATE NOT NULL,
    paid BIGINT NOT NULL CHECK (paid >= 0),
    price_bp BIGINT NOT NULL,
    multiplier_bp BIGINT NOT NULL,
    pack_given BOOLEAN NOT NULL,
    auto_renew BOOLEAN NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sold', 'refunded')),
    bought_on DATE NOT NULL,
    at BIGINT NOT NULL,
    -- Why the last try to renew it from stored value did not work; empty when there was none.
    renewal_note TEXT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    CHECK (first <= last),
    FOREIGN KEY (merchant_id, plan_id) REFERENCES membership_plan (merchant_id, id)
);
CREATE INDEX membership_member ON membership (merchant_id, member_id, last);
CREATE INDEX membership_renewal ON membership (merchant_id, last) WHERE auto_renew AND state = 'sold';

CREATE TABLE times_card (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    name TEXT NOT NULL,
    asset_id BIGINT NOT NULL,
    uses BIGINT NOT NULL CHECK (uses BETWEEN 1 AND 1000),
    pay BIGINT NOT NULL CHECK (pay > 0),
    list_price BIGINT NOT NULL,
    validity TEXT NOT NULL,
    active BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    CHECK (list_price >= pay),
    FOREIGN KEY (merchant_id, asset_id) REFERENCES asset (merchant_id, id)
);

CREATE TABLE times_sale (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    number TEXT NOT NULL,
    member_id BIGINT NOT NULL,
    card_id BIGINT NOT NULL,
    card_name TEXT NOT NULL,
    lot_id BIGINT NOT NULL,
    uses BIGINT NOT NULL,
    paid BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sold', 'refunded')),
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, card_id) REFERENCES times_card (merchant_id, id)
);
CREATE INDEX times_sale_member ON times_sale (merchant_id, member_id, id);

-- Who else may use a member's times cards: family.
CREATE TABLE times_share (
    merchant_id BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    with_member BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, member_id, with_member),
    CHECK (member_id <> with_member)
);
CREATE INDEX times_share_with ON times_share (merchant_id, with_member);

-- Stored value on its way from one member to another, or a gift card that was sold; claimed by a code in a link.
CREATE TABLE value_gift (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('member', 'card')),
    number TEXT NOT NULL,
    -- The code itself is shown once and kept nowhere.
    code_hash BYTES NOT NULL,
    amount BIGINT NOT NULL CHECK (amount > 0),
    message TEXT NOT NULL,
    from_member BIGINT,
    sent_posting BIGINT,
    state TEXT NOT NULL CHECK (state IN ('open', 'claimed', 'returned')),
    claimed_by BIGINT,
    -- Last day to claim; then a member's gift goes back. A gift card does not end for three years, by law.
    expires_on DATE NOT NULL,
    staff_id BIGINT,
    at BIGINT NOT NULL,
    closed_at BIGINT,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, code_hash)
);
CREATE INDEX value_gift_open ON value_gift (merchant_id, expires_on) WHERE state = 'open';
CREATE INDEX value_gift_from ON value_gift (merchant_id, from_member, id);

CREATE TABLE points_clearing (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    asset_id BIGINT NOT NULL,
    -- Points earned up to this day are cleared on that day.
    earned_until DATE NOT NULL,
    on_day DATE NOT NULL,
    notice TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('announced', 'done', 'cancelled')),
    members BIGINT NOT NULL,
    points BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    CHECK (earned_until < on_day)
);

-- Money taken at the till for memberships, times cards and gift cards, or given back for them. Positive amounts.
CREATE TABLE sold_payment (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    document_kind TEXT NOT NULL CHECK (document_kind IN ('membership', 'times_card', 'gift_card')),
    document_id BIGINT NOT NULL,
    given_back BOOLEAN NOT NULL,
    tender TEXT NOT NULL CHECK (tender IN ('cash', 'stored_value', 'recorded')),
    method TEXT,
    amount BIGINT NOT NULL CHECK (amount >= 0),
    tendered BIGINT NOT NULL,
    change BIGINT NOT NULL,
    reference TEXT,
    posting_id BIGINT,
    -- Null for a renewal in the night, which needs no drawer.
    shift_id BIGINT,
    store_id BIGINT NOT NULL,
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, document_kind, document_id, given_back),
    CHECK (tendered - change = amount),
    FOREIGN KEY (merchant_id, shift_id) REFERENCES shift (merchant_id, id)
);
CREATE INDEX sold_payment_shift ON sold_payment (merchant_id, shift_id);
