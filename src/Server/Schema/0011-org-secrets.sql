-- Initial secrets end by themselves, a session remembers that a PIN switched it, the shop's name is edited by version.

ALTER TABLE staff ADD COLUMN secret_until BIGINT;
ALTER TABLE session ADD COLUMN by_pin BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE merchant ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
CREATE INDEX audit_staff ON audit (merchant_id, staff_id, seq);
