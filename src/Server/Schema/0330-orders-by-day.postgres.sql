-- A ticket's number begins with its day, so one index keeps numbers single and finds the tickets of a store's days. (SQLite keeps
-- both: there a constraint goes only with its table.)

ALTER TABLE orders DROP CONSTRAINT orders_merchant_id_store_id_number_key;
ALTER TABLE orders ADD CONSTRAINT orders_number UNIQUE (merchant_id, store_id, day, number);
DROP INDEX orders_day;
