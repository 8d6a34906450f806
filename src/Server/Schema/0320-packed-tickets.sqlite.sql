-- A ticket is one row: its lines and payments travel inside it, and the views of the old names unfold them. Decision 0320.

ALTER TABLE orders ADD COLUMN lines TEXT NOT NULL DEFAULT '[]';
ALTER TABLE orders ADD COLUMN payments TEXT NOT NULL DEFAULT '[]';
UPDATE orders SET
    lines = COALESCE((
        SELECT '[' || group_concat(
            json_array(l.line_no, l.product_id, l.category_id, l.name, l.unit, l.quantity, l.unit_price, l.original, l.net,
                l.cost, l.returned, l.refunded),
            ',' ORDER BY l.line_no) || ']'
        FROM order_line l WHERE l.merchant_id = orders.merchant_id AND l.order_id = orders.id), '[]'),
    payments = COALESCE((
        SELECT '[' || group_concat(
            json_array(p.seq, p.tender, p.method, p.amount, p.change, p.points, p.bonus, p.reference),
            ',' ORDER BY p.seq) || ']'
        FROM payment p
        WHERE p.merchant_id = orders.merchant_id AND p.document_kind = 'order' AND p.document_id = orders.id), '[]');

CREATE TABLE order_discount_new (
    merchant_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    line_no BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    offer TEXT NOT NULL,
    source_id TEXT NOT NULL,
    amount BIGINT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    explanation_zh TEXT NOT NULL,
    explanation_en TEXT NOT NULL,
    PRIMARY KEY (merchant_id, order_id, line_no, seq),
    FOREIGN KEY (merchant_id, order_id) REFERENCES orders (merchant_id, id)
);
INSERT INTO order_discount_new SELECT merchant_id, order_id, line_no, seq, offer, source_id, amount, title_zh, title_en,
    explanation_zh, explanation_en
FROM order_discount;
DROP TABLE order_discount;
ALTER TABLE order_discount_new RENAME TO order_discount;
CREATE TRIGGER order_discount_no_update BEFORE UPDATE ON order_discount BEGIN SELECT RAISE(ABORT, 'order_discount is append-only'); END;
CREATE TRIGGER order_discount_no_delete BEFORE DELETE ON order_discount BEGIN SELECT RAISE(ABORT, 'order_discount is append-only'); END;

CREATE TABLE order_free_item_new (
    merchant_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    line_no BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('times', 'benefit')),
    source_id TEXT NOT NULL,
    returned BOOLEAN NOT NULL,
    PRIMARY KEY (merchant_id, order_id, line_no, seq),
    FOREIGN KEY (merchant_id, order_id) REFERENCES orders (merchant_id, id)
);
INSERT INTO order_free_item_new SELECT merchant_id, order_id, line_no, seq, kind, source_id, returned FROM order_free_item;
DROP TABLE order_free_item;
ALTER TABLE order_free_item_new RENAME TO order_free_item;
DROP TABLE order_line;

-- Money and value of what is no ticket: given back (refund, topup_refund) or taken (topup); amounts are positive.
CREATE TABLE other_payment (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    document_kind TEXT NOT NULL CHECK (document_kind IN ('refund', 'topup', 'topup_refund')),
    document_id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    tender TEXT NOT NULL CHECK (tender IN ('cash', 'stored_value', 'points', 'recorded')),
    method TEXT,
    amount BIGINT NOT NULL CHECK (amount >= 0),
    tendered BIGINT NOT NULL,
    change BIGINT NOT NULL,
    points BIGINT NOT NULL,
    bonus BIGINT NOT NULL,
    -- Of a refund: counted as given back but held back, because points of the ticket were spent already.
    kept BIGINT NOT NULL,
    reference TEXT,
    shift_id BIGINT NOT NULL,
    store_id BIGINT NOT NULL,
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, document_kind, document_id, seq),
    CHECK (tendered - change = amount),
    FOREIGN KEY (merchant_id, shift_id) REFERENCES shift (merchant_id, id)
);
INSERT INTO other_payment SELECT merchant_id, id, document_kind, document_id, seq, tender, method, amount, tendered, change,
    points, bonus, kept, reference, shift_id, store_id, day, at
FROM payment WHERE document_kind <> 'order';
DROP TABLE payment;
CREATE INDEX other_payment_shift ON other_payment (merchant_id, shift_id);
CREATE TRIGGER other_payment_no_update BEFORE UPDATE ON other_payment BEGIN SELECT RAISE(ABORT, 'other_payment is append-only'); END;
CREATE TRIGGER other_payment_no_delete BEFORE DELETE ON other_payment BEGIN SELECT RAISE(ABORT, 'other_payment is append-only'); END;

-- Numbers say that they are, as in 0310.
CREATE VIEW order_line AS
SELECT o.merchant_id, o.id AS order_id, CAST(json_extract(l.value, '$[0]') AS BIGINT) AS line_no,
    CAST(json_extract(l.value, '$[1]') AS BIGINT) AS product_id, CAST(json_extract(l.value, '$[2]') AS BIGINT) AS category_id,
    json_extract(l.value, '$[3]') AS name, json_extract(l.value, '$[4]') AS unit,
    CAST(json_extract(l.value, '$[5]') AS BIGINT) AS quantity, CAST(json_extract(l.value, '$[6]') AS BIGINT) AS unit_price,
    CAST(json_extract(l.value, '$[7]') AS BIGINT) AS original,
    CAST(json_extract(l.value, '$[7]') - json_extract(l.value, '$[8]') AS BIGINT) AS discount,
    CAST(json_extract(l.value, '$[8]') AS BIGINT) AS net, CAST(json_extract(l.value, '$[9]') AS BIGINT) AS cost,
    CAST(json_extract(l.value, '$[10]') AS BIGINT) AS returned, CAST(json_extract(l.value, '$[11]') AS BIGINT) AS refunded
FROM orders o CROSS JOIN json_each(o.lines) l;

CREATE VIEW payment AS
SELECT o.merchant_id, 'order' AS document_kind, o.id AS document_id, CAST(json_extract(p.value, '$[0]') AS BIGINT) AS seq,
    json_extract(p.value, '$[1]') AS tender, json_extract(p.value, '$[2]') AS method,
    CAST(json_extract(p.value, '$[3]') AS BIGINT) AS amount,
    CAST(json_extract(p.value, '$[3]') + json_extract(p.value, '$[4]') AS BIGINT) AS tendered,
    CAST(json_extract(p.value, '$[4]') AS BIGINT) AS change, CAST(json_extract(p.value, '$[5]') AS BIGINT) AS points,
    CAST(json_extract(p.value, '$[6]') AS BIGINT) AS bonus, 0 AS kept, json_extract(p.value, '$[7]') AS reference,
    o.shift_id, o.store_id, o.day, o.at
FROM orders o CROSS JOIN json_each(o.payments) p
UNION ALL
SELECT merchant_id, document_kind, document_id, seq, tender, method, amount, tendered, change, points, bonus, kept,
    reference, shift_id, store_id, day, at
FROM other_payment;
