-- A ticket with promotions or coupons keeps what its price was made of: for the explanation, and for refunds that price again what is kept.

CREATE TABLE order_pricing (
    merchant_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (merchant_id, order_id),
    FOREIGN KEY (merchant_id, order_id) REFERENCES orders (merchant_id, id)
);

-- Compiled promotions follow the version of the configuration now.
DROP TABLE promotion_head;
