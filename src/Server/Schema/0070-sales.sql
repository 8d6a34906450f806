-- The till: shifts, orders with lines, discounts and payments, refunds, top-ups, parked carts, printers.

CREATE TABLE shift (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    store_id BIGINT NOT NULL,
    till TEXT NOT NULL,
    number BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    opened_by BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    opened_day DATE NOT NULL,
    float BIGINT NOT NULL CHECK (float >= 0),
    closed_by BIGINT,
    closed_at BIGINT,
    counted BIGINT,
    expected BIGINT,
    -- The report as it was when the shift was closed, as JSON: a later change of words changes no old print.
    report TEXT,
    note TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, store_id, number),
    CHECK (state = 'open' OR (counted IS NOT NULL AND expected IS NOT NULL AND closed_at IS NOT NULL)),
    FOREIGN KEY (merchant_id, store_id) REFERENCES store (merchant_id, id)
);
CREATE UNIQUE INDEX shift_one_open ON shift (merchant_id, store_id, till) WHERE state = 'open';

CREATE TABLE shift_cash (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    shift_id BIGINT NOT NULL,
    -- Positive: put into the drawer; negative: taken out.
    amount BIGINT NOT NULL CHECK (amount <> 0),
    reason TEXT NOT NULL,
    staff_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, shift_id) REFERENCES shift (merchant_id, id)
);
CREATE INDEX shift_cash_shift ON shift_cash (merchant_id, shift_id);

-- Numbers of orders, refunds and top-ups run per store and business day.
CREATE TABLE day_number (
    merchant_id BIGINT NOT NULL,
    store_id BIGINT NOT NULL,
    day DATE NOT NULL,
    kind TEXT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, store_id, day, kind)
);

CREATE TABLE orders (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    number TEXT NOT NULL,
    store_id BIGINT NOT NULL,
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'placed', 'paid', 'partly_refunded', 'refunded', 'void')),
    channel TEXT NOT NULL,
    shift_id BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    approved_by BIGINT,
    member_id BIGINT,
    tier_name TEXT NOT NULL,
    original BIGINT NOT NULL,
    discount BIGINT NOT NULL,
    payable BIGINT NOT NULL CHECK (payable >= 0),
    points_money BIGINT NOT NULL,
    change BIGINT NOT NULL,
    earned BIGINT NOT NULL,
    earned_base BIGINT NOT NULL,
    earned_back BIGINT NOT NULL,
    refunded BIGINT NOT NULL,
    posting_id BIGINT,
    note TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, store_id, number),
    CHECK (original - discount = payable),
    CHECK (refunded >= 0 AND refunded <= payable),
    FOREIGN KEY (merchant_id, store_id) REFERENCES store (merchant_id, id),
    FOREIGN KEY (merchant_id, shift_id) REFERENCES shift (merchant_id, id)
);
CREATE INDEX orders_day ON orders (merchant_id, store_id, day);
CREATE INDEX orders_member ON orders (merchant_id, member_id, id);
CREATE INDEX orders_shift ON orders (merchant_id, shift_id);

CREATE TABLE order_line (
    merchant_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    line_no BIGINT NOT NULL,
    product_id BIGINT,
    category_id BIGINT,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    unit_price BIGINT NOT NULL,
    original BIGINT NOT NULL,
    discount BIGINT NOT NULL,
    net BIGINT NOT NULL CHECK (net >= 0),
    cost BIGINT,
    -- What came back so far; the sums of refund_line.
    returned BIGINT NOT NULL,
    refunded BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, order_id, line_no),
    CHECK (original - discount = net),
    CHECK (returned >= 0 AND returned <= quantity),
    CHECK (refunded >= 0 AND refunded <= net),
    FOREIGN KEY (merchant_id, order_id) REFERENCES orders (merchant_id, id)
);
CREATE INDEX order_line_product ON order_line (merchant_id, product_id) WHERE product_id IS NOT NULL;

CREATE TABLE order_discount (
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
    FOREIGN KEY (merchant_id, order_id, line_no) REFERENCES order_line (merchant_id, order_id, line_no)
);

-- Free units taken with a voucher or a benefit, so that a refund can give them back.
CREATE TABLE order_free_item (
    merchant_id BIGINT NOT NULL,
    order_id BIGINT NOT NULL,
    line_no BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('times', 'benefit')),
    source_id TEXT NOT NULL,
    returned BOOLEAN NOT NULL,
    PRIMARY KEY (merchant_id, order_id, line_no, seq),
    FOREIGN KEY (merchant_id, order_id, line_no) REFERENCES order_line (merchant_id, order_id, line_no)
);

-- Money and value taken (order, topup) or given back (refund, topup_refund); amounts are positive, the document says the way.
CREATE TABLE payment (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    document_kind TEXT NOT NULL CHECK (document_kind IN ('order', 'refund', 'topup', 'topup_refund')),
    document_id BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    tender TEXT NOT NULL CHECK (tender IN ('cash', 'stored_value', 'points', 'recorded')),
    method TEXT,
    -- What changed hands; for cash: tendered less change.
    amount BIGINT NOT NULL CHECK (amount >= 0),
    tendered BIGINT NOT NULL,
    change BIGINT NOT NULL,
    points BIGINT NOT NULL,
    -- Of a stored value payment: how much of it was bonus.
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
CREATE INDEX payment_shift ON payment (merchant_id, shift_id);

CREATE TABLE refund (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    number TEXT NOT NULL,
    order_id BIGINT NOT NULL,
    store_id BIGINT NOT NULL,
    shift_id BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    approved_by BIGINT,
    is_void BOOLEAN NOT NULL,
    amount BIGINT NOT NULL,
    -- Held back because points of this order were spent already; amount - kept was paid out.
    kept BIGINT NOT NULL,
    points_back BIGINT NOT NULL,
    points_taken BIGINT NOT NULL,
    reason TEXT NOT NULL,
    posting_id BIGINT,
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, store_id, number),
    FOREIGN KEY (merchant_id, order_id) REFERENCES orders (merchant_id, id),
    FOREIGN KEY (merchant_id, shift_id) REFERENCES shift (merchant_id, id)
);
CREATE INDEX refund_order ON refund (merchant_id, order_id);
CREATE INDEX refund_shift ON refund (merchant_id, shift_id);

CREATE TABLE refund_line (
    merchant_id BIGINT NOT NULL,
    refund_id BIGINT NOT NULL,
    line_no BIGINT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity > 0),
    amount BIGINT NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (merchant_id, refund_id, line_no),
    FOREIGN KEY (merchant_id, refund_id) REFERENCES refund (merchant_id, id)
);

CREATE TABLE topup (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    number TEXT NOT NULL,
    member_id BIGINT NOT NULL,
    plan_id BIGINT,
    plan_name TEXT NOT NULL,
    pay BIGINT NOT NULL CHECK (pay > 0),
    bonus BIGINT NOT NULL,
    points BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('paid', 'refunded')),
    store_id BIGINT NOT NULL,
    shift_id BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    approved_by BIGINT,
    posting_id BIGINT NOT NULL,
    day DATE NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE (merchant_id, store_id, number),
    FOREIGN KEY (merchant_id, shift_id) REFERENCES shift (merchant_id, id)
);
CREATE INDEX topup_member ON topup (merchant_id, member_id, id);
CREATE INDEX topup_shift ON topup (merchant_id, shift_id);

CREATE TABLE hold (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    store_id BIGINT NOT NULL,
    staff_id BIGINT NOT NULL,
    title TEXT NOT NULL,
    cart TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, store_id) REFERENCES store (merchant_id, id)
);
CREATE INDEX hold_store ON hold (merchant_id, store_id, id);

CREATE TABLE printer (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    store_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    host TEXT NOT NULL,
    port BIGINT NOT NULL CHECK (port BETWEEN 1 AND 65535),
    width BIGINT NOT NULL CHECK (width IN (58, 80)),
    prints_receipts BOOLEAN NOT NULL,
    opens_drawer BOOLEAN NOT NULL,
    active BOOLEAN NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id),
    FOREIGN KEY (merchant_id, store_id) REFERENCES store (merchant_id, id)
);
