-- First replies that one batch gave share a row: they are alike, and are read only by whoever sends a key again (decision 0350).

CREATE TABLE reply (
    merchant_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    -- A JSON list of the replies, byte for byte.
    bodies BYTES NOT NULL,
    PRIMARY KEY (merchant_id, id)
);
ALTER TABLE once ADD COLUMN reply_id BIGINT;
ALTER TABLE once ADD COLUMN place BIGINT;
