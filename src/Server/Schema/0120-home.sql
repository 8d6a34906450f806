-- The home page asks by business day: refunds and top-ups are found by it like orders are.
CREATE INDEX refund_day ON refund (merchant_id, store_id, day);
CREATE INDEX topup_day ON topup (merchant_id, store_id, day);
