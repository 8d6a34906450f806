-- A ticket is one row: its lines and payments travel inside it, and the views of the old names unfold them. Decision 0320.

ALTER TABLE orders ADD COLUMN lines TEXT NOT NULL DEFAULT '[]', ADD COLUMN payments TEXT NOT NULL DEFAULT '[]';
UPDATE orders o SET
    lines = COALESCE((
        SELECT '[' || string_agg(
            '[' || l.line_no || ',' || COALESCE(l.product_id::text, 'null') || ',' || COALESCE(l.category_id::text, 'null')
                || ',' || to_json(l.name)::text || ',' || to_json(l.unit)::text || ',' || l.quantity || ',' || l.unit_price
                || ',' || l.original || ',' || l.net || ',' || COALESCE(l.cost::text, 'null') || ',' || l.returned
                || ',' || l.refunded || ']',
            ',' ORDER BY l.line_no) || ']'
        FROM order_line l WHERE l.merchant_id = o.merchant_id AND l.order_id = o.id), '[]'),
    payments = COALESCE((
        SELECT '[' || string_agg(
            '[' || p.seq || ',' || to_json(p.tender)::text || ',' || COALESCE(to_json(p.method)::text, 'null') || ',' || p.amount
                || ',' || p.change || ',' || p.points || ',' || p.bonus || ',' || COALESCE(to_json(p.reference)::text, 'null')
                || ']',
            ',' ORDER BY p.seq) || ']'
        FROM payment p WHERE p.merchant_id = o.merchant_id AND p.document_kind = 'order' AND p.document_id = o.id), '[]');

ALTER TABLE order_free_item DROP CONSTRAINT order_free_item_merchant_id_order_id_line_no_fkey;
ALTER TABLE order_free_item ADD CONSTRAINT order_free_item_order_fkey
    FOREIGN KEY (merchant_id, order_id) REFERENCES orders (merchant_id, id);
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
    CHECK (tendered - change = amount)
);
INSERT INTO other_payment SELECT merchant_id, id, document_kind, document_id, seq, tender, method, amount, tendered, change,
    points, bonus, kept, reference, shift_id, store_id, day, at
FROM payment WHERE document_kind <> 'order';
DROP TABLE payment;
CREATE INDEX other_payment_shift ON other_payment (merchant_id, shift_id);

CREATE VIEW order_line WITH (security_invoker = true) AS
SELECT o.merchant_id, o.id AS order_id, (l.v->>0)::bigint AS line_no, (l.v->>1)::bigint AS product_id,
    (l.v->>2)::bigint AS category_id, l.v->>3 AS name, l.v->>4 AS unit, (l.v->>5)::bigint AS quantity,
    (l.v->>6)::bigint AS unit_price, (l.v->>7)::bigint AS original, (l.v->>7)::bigint - (l.v->>8)::bigint AS discount,
    (l.v->>8)::bigint AS net, (l.v->>9)::bigint AS cost, (l.v->>10)::bigint AS returned, (l.v->>11)::bigint AS refunded
FROM orders o CROSS JOIN LATERAL jsonb_array_elements(o.lines::jsonb) AS l (v);

CREATE VIEW payment WITH (security_invoker = true) AS
SELECT o.merchant_id, 'order'::text AS document_kind, o.id AS document_id, (p.v->>0)::bigint AS seq, p.v->>1 AS tender,
    p.v->>2 AS method, (p.v->>3)::bigint AS amount, (p.v->>3)::bigint + (p.v->>4)::bigint AS tendered,
    (p.v->>4)::bigint AS change, (p.v->>5)::bigint AS points, (p.v->>6)::bigint AS bonus, 0::bigint AS kept,
    p.v->>7 AS reference, o.shift_id, o.store_id, o.day, o.at
FROM orders o CROSS JOIN LATERAL jsonb_array_elements(o.payments::jsonb) AS p (v)
UNION ALL
SELECT merchant_id, document_kind, document_id, seq, tender, method, amount, tendered, change, points, bonus, kept,
    reference, shift_id, store_id, day, at
FROM other_payment;
