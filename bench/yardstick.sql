-- The yardsticks: what PostgreSQL itself can do. bench_a writes the rows of one checkout in one server-side call, one
-- transaction each; bench_b writes those of 64 checkouts set-based in one transaction: an order, its lines, its payments, a
-- posting, its entries, a lot, the remembered answer, a fact. Same locks, same members, same sizes of texts as
-- the product; no pricing, no JSON, no hashing, no session - and, run by the owner, no row level security.
-- A row for each of them, as a shop's database has them commonly and as the product had until it put lines and payments into the
-- order, entries into the posting and accounts into the book: accounts, lots and history go into tables of this shape here, with
-- the keys and checks they had, and with what the shop's members brought along.

CREATE TABLE bench_posting (
    merchant_id BIGINT NOT NULL, id BIGINT NOT NULL, kind TEXT NOT NULL, document_kind TEXT NOT NULL, document_id TEXT NOT NULL,
    store_id BIGINT, staff_id BIGINT, channel TEXT NOT NULL, at BIGINT NOT NULL, day DATE NOT NULL, reason TEXT NOT NULL,
    reversal_of BIGINT, format BIGINT NOT NULL, key TEXT NOT NULL
);
INSERT INTO bench_posting SELECT merchant_id, id, kind, document_kind, document_id, store_id, staff_id, channel, at, day, reason,
    reversal_of, format, key FROM posting;
ALTER TABLE bench_posting ADD PRIMARY KEY (merchant_id, id), ADD UNIQUE (merchant_id, key);
CREATE INDEX ON bench_posting USING brin (day) WITH (pages_per_range = 16);
CREATE INDEX ON bench_posting (merchant_id, reversal_of) WHERE reversal_of IS NOT NULL;
CREATE TABLE bench_entry (
    merchant_id BIGINT NOT NULL, posting_id BIGINT NOT NULL, id BIGINT NOT NULL, account_id BIGINT NOT NULL, seq BIGINT NOT NULL,
    amount BIGINT NOT NULL CHECK (amount <> 0), balance_after BIGINT NOT NULL, counter TEXT NOT NULL, lots TEXT NOT NULL,
    day DATE NOT NULL, hash BYTEA NOT NULL
);
INSERT INTO bench_entry SELECT merchant_id, posting_id, id, account_id, seq, amount, balance_after, counter, lots, day, sha256(id::TEXT::bytea) FROM entry;
ALTER TABLE bench_entry ADD PRIMARY KEY (merchant_id, posting_id, id), ADD UNIQUE (merchant_id, account_id, seq);
CREATE TABLE bench_account (
    merchant_id BIGINT NOT NULL, id BIGINT NOT NULL, member_id BIGINT NOT NULL, asset_id BIGINT NOT NULL, balance BIGINT NOT NULL,
    seq BIGINT NOT NULL, head BYTEA NOT NULL, total_in BIGINT NOT NULL, total_out BIGINT NOT NULL, may_go_negative BOOLEAN NOT NULL,
    CHECK (may_go_negative OR balance >= 0), CHECK (balance = total_in - total_out)
) WITH (fillfactor = 80);
INSERT INTO bench_account SELECT a.merchant_id, a.id, a.member_id, a.asset_id, a.balance, a.seq, a.head, a.total_in, a.total_out,
    s.may_go_negative FROM account a JOIN asset s ON s.merchant_id = a.merchant_id AND s.id = a.asset_id;
ALTER TABLE bench_account ADD PRIMARY KEY (merchant_id, id), ADD UNIQUE (merchant_id, member_id, asset_id);
CREATE TABLE bench_lot (LIKE lot INCLUDING ALL) WITH (fillfactor = 85);
INSERT INTO bench_lot SELECT * FROM lot;
CREATE TABLE bench_orders (
    merchant_id BIGINT NOT NULL, id BIGINT NOT NULL, number TEXT NOT NULL, store_id BIGINT NOT NULL, day DATE NOT NULL,
    at BIGINT NOT NULL, state TEXT NOT NULL CHECK (state IN ('draft', 'placed', 'paid', 'partly_refunded', 'refunded', 'void')),
    channel TEXT NOT NULL, shift_id BIGINT NOT NULL, staff_id BIGINT NOT NULL, approved_by BIGINT, member_id BIGINT,
    tier_name TEXT NOT NULL, original BIGINT NOT NULL, discount BIGINT NOT NULL, payable BIGINT NOT NULL CHECK (payable >= 0),
    points_money BIGINT NOT NULL, change BIGINT NOT NULL, earned BIGINT NOT NULL, earned_base BIGINT NOT NULL,
    earned_back BIGINT NOT NULL, refunded BIGINT NOT NULL, posting_id BIGINT, note TEXT NOT NULL, fingerprint TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id), UNIQUE (merchant_id, store_id, number), CHECK (original - discount = payable),
    CHECK (refunded >= 0 AND refunded <= payable)
);
CREATE INDEX ON bench_orders (merchant_id, store_id, day);
CREATE INDEX ON bench_orders (merchant_id, member_id, id);
CREATE TABLE bench_order_line (
    merchant_id BIGINT NOT NULL, order_id BIGINT NOT NULL, line_no BIGINT NOT NULL, product_id BIGINT, category_id BIGINT,
    name TEXT NOT NULL, unit TEXT NOT NULL, quantity BIGINT NOT NULL CHECK (quantity > 0), unit_price BIGINT NOT NULL,
    original BIGINT NOT NULL, discount BIGINT NOT NULL, net BIGINT NOT NULL CHECK (net >= 0), cost BIGINT,
    returned BIGINT NOT NULL, refunded BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, order_id, line_no), CHECK (original - discount = net),
    CHECK (returned >= 0 AND returned <= quantity), CHECK (refunded >= 0 AND refunded <= net)
);
CREATE TABLE bench_payment (
    merchant_id BIGINT NOT NULL, id BIGINT NOT NULL,
    document_kind TEXT NOT NULL CHECK (document_kind IN ('order', 'refund', 'topup', 'topup_refund')),
    document_id BIGINT NOT NULL, seq BIGINT NOT NULL,
    tender TEXT NOT NULL CHECK (tender IN ('cash', 'stored_value', 'points', 'recorded')), method TEXT,
    amount BIGINT NOT NULL CHECK (amount >= 0), tendered BIGINT NOT NULL, change BIGINT NOT NULL, points BIGINT NOT NULL,
    bonus BIGINT NOT NULL, kept BIGINT NOT NULL, reference TEXT, shift_id BIGINT NOT NULL, store_id BIGINT NOT NULL,
    day DATE NOT NULL, at BIGINT NOT NULL,
    PRIMARY KEY (merchant_id, id), UNIQUE (merchant_id, document_kind, document_id, seq), CHECK (tendered - change = amount)
);
CREATE INDEX ON bench_payment (merchant_id, shift_id);

CREATE TABLE bench_member (n BIGINT PRIMARY KEY, id BIGINT NOT NULL);
CREATE TABLE bench_shop AS SELECT
    (SELECT MIN(merchant_id) FROM merchant) AS m,
    (SELECT MIN(id) FROM store) AS store,
    (SELECT MIN(id) FROM shift) AS shift,
    (SELECT MIN(id) FROM staff) AS staff,
    (SELECT MIN(id) FROM asset WHERE code = 'principal') AS principal,
    (SELECT MIN(id) FROM asset WHERE code = 'points') AS points,
    (SELECT MIN(id) FROM asset WHERE code = 'growth') AS growth,
    (SELECT MIN(id) FROM asset WHERE code = 'spent') AS spent,
    (SELECT MIN(id) FROM asset WHERE code = 'visits') AS visits,
    (SELECT MIN(id) FROM product) AS product;
CREATE SEQUENCE bench_id START 4000000000000000000 CACHE 1000;
CREATE SEQUENCE bench_key START 1 CACHE 1000;

-- Not earning: a ticket too small for a point, paid without stored value, so that a member who is served over and over does
-- not come to own a lot for each.
CREATE FUNCTION bench_a(who BIGINT, earns BOOLEAN DEFAULT TRUE) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
    s bench_shop%ROWTYPE;
    mid BIGINT;
    oid BIGINT := nextval('bench_id');
    pid BIGINT := nextval('bench_id');
    no BIGINT := nextval('bench_key');
    now_ms BIGINT := (extract(epoch FROM clock_timestamp()) * 1000)::BIGINT;
    -- Its facts have no content: the server that runs beside it must not find them due, and after the slice they are done.
    never BIGINT := 32503680000000;
    price BIGINT := CASE WHEN earns THEN 3000 ELSE 9000 END;
    rest BIGINT := CASE WHEN earns THEN 8900 ELSE 9000 END;
    a RECORD;
    amt BIGINT;
    eid BIGINT;
    h BYTEA := '\x0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20';
BEGIN
    SELECT * INTO s FROM bench_shop;
    SELECT id INTO mid FROM bench_member WHERE n = who;
    PERFORM 1 FROM shift WHERE merchant_id = s.m AND id = s.shift FOR SHARE;
    PERFORM 1 FROM book WHERE merchant_id = s.m AND member_id = mid FOR UPDATE;
    PERFORM 1 FROM once WHERE merchant_id = s.m AND key = 'bench-' || no;
    PERFORM 1 FROM member WHERE merchant_id = s.m AND id = mid;
    PERFORM 1 FROM bench_lot WHERE merchant_id = s.m AND member_id = mid AND live AND NOT points;
    INSERT INTO bench_posting VALUES (s.m, pid, 'sale', 'order', oid::TEXT, s.store, s.staff, 'till', now_ms, CURRENT_DATE,
        '261125-' || no, NULL, 1, 'sale:order:' || oid);
    FOR a IN SELECT * FROM bench_account WHERE merchant_id = s.m AND member_id = mid ORDER BY id LOOP
        CONTINUE WHEN a.asset_id = s.principal AND a.balance < 100;
        CONTINUE WHEN a.asset_id NOT IN (s.principal, s.points, s.growth, s.spent, s.visits);
        CONTINUE WHEN NOT earns AND a.asset_id IN (s.principal, s.points, s.growth);
        amt := CASE a.asset_id WHEN s.principal THEN -100 WHEN s.visits THEN 1 WHEN s.spent THEN 9000 ELSE 90 END;
        eid := nextval('bench_id');
        INSERT INTO bench_entry VALUES (s.m, pid, eid, a.id, a.seq + 1, amt, a.balance + amt,
            CASE WHEN amt < 0 THEN 'sale' ELSE 'earn' END, '435645678901234567:' || amt, CURRENT_DATE, h);
        UPDATE bench_account SET balance = balance + amt, seq = seq + 1, head = h,
            total_in = total_in + GREATEST(amt, 0), total_out = total_out - LEAST(amt, 0)
            WHERE merchant_id = s.m AND id = a.id AND seq = a.seq;
        IF a.asset_id = s.points THEN
            INSERT INTO bench_lot (merchant_id, id, account_id, member_id, asset_id, granted, remaining, active_at, expires_on, pair,
                origin, created_by, order_of_use, paid, list_price, rule, created_at, live, points)
            VALUES (s.m, nextval('bench_id'), a.id, mid, s.points, 90, 90, now_ms, CURRENT_DATE + 365, NULL, NULL, eid,
                'proportional', NULL, NULL, 'sale', now_ms, TRUE, TRUE);
        ELSIF a.asset_id = s.principal THEN
            UPDATE bench_lot SET remaining = remaining - 100, live = TRUE
                WHERE merchant_id = s.m AND member_id = mid AND account_id = a.id AND live AND NOT points AND remaining >= 100;
        END IF;
    END LOOP;
    INSERT INTO bench_orders (merchant_id, id, number, store_id, day, at, state, channel, shift_id, staff_id, approved_by, member_id,
        tier_name, original, discount, payable, points_money, change, earned, earned_base, earned_back, refunded, posting_id, note,
        fingerprint, version)
    VALUES (s.m, oid, '261125-A' || no, s.store, CURRENT_DATE, now_ms, 'paid', 'till', s.shift, s.staff, NULL, mid, '普通会员',
        9000, 0, 9000, 0, 0, 90, 9000, 0, 0, pid, '', repeat('f', 64), 1);
    INSERT INTO bench_order_line (merchant_id, order_id, line_no, product_id, category_id, name, unit, quantity, unit_price, original,
        discount, net, cost, returned, refunded)
    SELECT s.m, oid, l, s.product, NULL, '拿铁咖啡(中杯)', '杯', 1000, price, price, 0, price, 900, 0, 0 FROM generate_series(1, 9000 / price) l;
    INSERT INTO bench_payment (merchant_id, id, document_kind, document_id, seq, tender, method, amount, tendered, change, points, bonus,
        kept, reference, shift_id, store_id, day, at)
    SELECT s.m, nextval('bench_id'), 'order', oid, q, CASE q WHEN 1 THEN 'stored_value' ELSE 'recorded' END,
        CASE q WHEN 2 THEN 'wechat' END, CASE q WHEN 1 THEN 100 ELSE rest END, CASE q WHEN 1 THEN 100 ELSE rest END, 0, 0, 0, 0,
        NULL, s.shift, s.store, CURRENT_DATE, now_ms FROM generate_series(CASE WHEN earns THEN 1 ELSE 2 END, 2) q;
    INSERT INTO once (merchant_id, key, request_hash, status, body, etag, at) VALUES (s.m, 'bench-' || no, h, 200, convert_to(repeat('{"orderId":"4356', 17), 'UTF8'), NULL, now_ms);
    INSERT INTO outbox VALUES (s.m, nextval('bench_id'), 'sales.order_paid.v1', '{"merchantId":"' || repeat('4', 255) || '"}', now_ms, NULL, 0,
        never, NULL);
END $$;

CREATE FUNCTION bench_b(seed BIGINT, members BIGINT) RETURNS VOID LANGUAGE plpgsql AS $$
DECLARE
    s bench_shop%ROWTYPE;
    now_ms BIGINT := (extract(epoch FROM clock_timestamp()) * 1000)::BIGINT;
    -- Its facts have no content: the server that runs beside it must not find them due, and after the slice they are done.
    never BIGINT := 32503680000000;
    base BIGINT := nextval('bench_key');
    h BYTEA := '\x0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20';
    mids BIGINT[];
    orders_ids BIGINT[];
    posting_ids BIGINT[];
BEGIN
    SELECT * INTO s FROM bench_shop;
    -- 64 different members, in order of ids.
    SELECT array_agg(id ORDER BY id) INTO mids FROM bench_member WHERE n IN
        (SELECT (seed + i * 7919) % members FROM generate_series(1, 64) i);
    PERFORM 1 FROM shift WHERE merchant_id = s.m AND id = s.shift FOR SHARE;
    PERFORM 1 FROM book WHERE merchant_id = s.m AND member_id = ANY(mids) ORDER BY member_id FOR UPDATE;
    PERFORM 1 FROM member WHERE merchant_id = s.m AND id = ANY(mids);
    SELECT array_agg(nextval('bench_id')), array_agg(nextval('bench_id')) INTO orders_ids, posting_ids FROM generate_series(1, cardinality(mids));
    CREATE TEMP TABLE IF NOT EXISTS moved (mid BIGINT, posting_id BIGINT, account_id BIGINT, asset_id BIGINT, eid BIGINT, seq BIGINT,
        balance BIGINT, amt BIGINT) ON COMMIT DELETE ROWS;
    INSERT INTO moved SELECT x.mid, x.pid, a.id, a.asset_id, nextval('bench_id'), a.seq, a.balance,
        CASE a.asset_id WHEN s.principal THEN -100 WHEN s.visits THEN 1 WHEN s.spent THEN 9000 ELSE 90 END
        FROM unnest(mids, posting_ids) x(mid, pid) JOIN bench_account a ON a.merchant_id = s.m AND a.member_id = x.mid
        WHERE a.asset_id IN (s.points, s.growth, s.spent, s.visits) OR (a.asset_id = s.principal AND a.balance >= 100);
    INSERT INTO bench_posting SELECT s.m, p.pid, 'sale', 'order', p.oid::TEXT, s.store, s.staff, 'till', now_ms, CURRENT_DATE,
        '261125-' || base, NULL, 1, 'sale:order:' || p.oid FROM unnest(posting_ids, orders_ids) p(pid, oid);
    INSERT INTO bench_entry SELECT s.m, posting_id, eid, account_id, seq + 1, amt, balance + amt,
        CASE WHEN amt < 0 THEN 'sale' ELSE 'earn' END, '435645678901234567:' || amt, CURRENT_DATE, h FROM moved;
    UPDATE bench_account a SET balance = a.balance + v.amt, seq = a.seq + 1, head = h, total_in = total_in + GREATEST(v.amt, 0),
        total_out = total_out - LEAST(v.amt, 0) FROM moved v WHERE a.merchant_id = s.m AND a.id = v.account_id AND a.seq = v.seq;
    INSERT INTO bench_lot (merchant_id, id, account_id, member_id, asset_id, granted, remaining, active_at, expires_on, pair, origin,
        created_by, order_of_use, paid, list_price, rule, created_at, live, points)
    SELECT s.m, nextval('bench_id'), account_id, mid, s.points, 90, 90, now_ms, CURRENT_DATE + 365, NULL, NULL, eid,
        'proportional', NULL, NULL, 'sale', now_ms, TRUE, TRUE FROM moved WHERE asset_id = s.points;
    UPDATE bench_lot l SET remaining = remaining - 100, live = TRUE FROM moved v
        WHERE v.asset_id = s.principal AND l.merchant_id = s.m AND l.member_id = v.mid AND l.account_id = v.account_id AND l.live AND NOT l.points
        AND l.remaining >= 100;
    INSERT INTO bench_orders (merchant_id, id, number, store_id, day, at, state, channel, shift_id, staff_id, approved_by, member_id,
        tier_name, original, discount, payable, points_money, change, earned, earned_base, earned_back, refunded, posting_id, note,
        fingerprint, version)
    SELECT s.m, p.oid, '261125-B' || base || '-' || p.i, s.store, CURRENT_DATE, now_ms, 'paid', 'till', s.shift, s.staff, NULL, p.mid,
        '普通会员', 9000, 0, 9000, 0, 0, 90, 9000, 0, 0, p.pid, '', repeat('f', 64), 1
    FROM unnest(mids, orders_ids, posting_ids) WITH ORDINALITY p(mid, oid, pid, i);
    INSERT INTO bench_order_line (merchant_id, order_id, line_no, product_id, category_id, name, unit, quantity, unit_price, original,
        discount, net, cost, returned, refunded)
    SELECT s.m, o, l, s.product, NULL, '拿铁咖啡(中杯)', '杯', 1000, 3000, 3000, 0, 3000, 900, 0, 0
    FROM unnest(orders_ids) o, generate_series(1, 3) l;
    INSERT INTO bench_payment (merchant_id, id, document_kind, document_id, seq, tender, method, amount, tendered, change, points, bonus,
        kept, reference, shift_id, store_id, day, at)
    SELECT s.m, nextval('bench_id'), 'order', o, q, CASE q WHEN 1 THEN 'stored_value' ELSE 'recorded' END,
        CASE q WHEN 2 THEN 'wechat' END, CASE q WHEN 1 THEN 100 ELSE 8900 END, CASE q WHEN 1 THEN 100 ELSE 8900 END, 0, 0, 0, 0,
        NULL, s.shift, s.store, CURRENT_DATE, now_ms FROM unnest(orders_ids) o, generate_series(1, 2) q;
    INSERT INTO once (merchant_id, key, request_hash, status, body, etag, at) SELECT s.m, 'bench-b' || base || '-' || i, h, 200, convert_to(repeat('{"orderId":"4356', 17), 'UTF8'), NULL, now_ms
        FROM generate_series(1, cardinality(mids)) i;
    INSERT INTO outbox SELECT s.m, nextval('bench_id'), 'sales.order_paid.v1', '{"merchantId":"' || repeat('4', 255) || '"}', now_ms, NULL, 0,
        never, NULL FROM generate_series(1, cardinality(mids)) i;
END $$;
