-- A refund may put an amount on a line of which nothing comes back now: a threshold it missed before is made good.

CREATE TABLE refund_line_new (
    merchant_id BIGINT NOT NULL,
    refund_id BIGINT NOT NULL,
    line_no BIGINT NOT NULL,
    quantity BIGINT NOT NULL CHECK (quantity >= 0),
    amount BIGINT NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (merchant_id, refund_id, line_no),
    CHECK (quantity > 0 OR amount > 0),
    FOREIGN KEY (merchant_id, refund_id) REFERENCES refund (merchant_id, id)
);
INSERT INTO refund_line_new SELECT merchant_id, refund_id, line_no, quantity, amount FROM refund_line;
DROP TABLE refund_line;
ALTER TABLE refund_line_new RENAME TO refund_line;
CREATE TRIGGER refund_line_no_update BEFORE UPDATE ON refund_line BEGIN SELECT RAISE(ABORT, 'refund_line is append-only'); END;
CREATE TRIGGER refund_line_no_delete BEFORE DELETE ON refund_line BEGIN SELECT RAISE(ABORT, 'refund_line is append-only'); END;
