-- Prices of single stores and tiers, and changes of prices that wait for their moment.

-- What a store asks for a product (tier 0), or a tier pays (store 0: everywhere). Where there is no row the product's own prices count.
CREATE TABLE product_price (
    merchant_id BIGINT NOT NULL,
    product_id BIGINT NOT NULL,
    store_id BIGINT NOT NULL,
    tier_id BIGINT NOT NULL,
    price BIGINT NOT NULL CHECK (price >= 0),
    PRIMARY KEY (merchant_id, product_id, store_id, tier_id),
    CHECK (store_id > 0 OR tier_id > 0),
    FOREIGN KEY (merchant_id, product_id) REFERENCES product (merchant_id, id)
);

CREATE TABLE price_schedule (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    title TEXT NOT NULL,
    effective_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'done', 'cancelled')),
    job_id BIGINT NOT NULL,
    created_by BIGINT,
    who TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id)
);

CREATE TABLE price_schedule_line (
    merchant_id BIGINT NOT NULL,
    schedule_id BIGINT NOT NULL,
    product_id BIGINT NOT NULL,
    price_kind TEXT NOT NULL CHECK (price_kind IN ('price', 'member_price', 'lowest_price')),
    -- Null: there shall be none (of a member price or a lowest price).
    price BIGINT CHECK (price >= 0),
    -- What became of it, when its moment had come.
    outcome TEXT CHECK (outcome IN ('changed', 'refused')),
    PRIMARY KEY (merchant_id, schedule_id, product_id, price_kind),
    FOREIGN KEY (merchant_id, schedule_id) REFERENCES price_schedule (merchant_id, id),
    FOREIGN KEY (merchant_id, product_id) REFERENCES product (merchant_id, id)
);
