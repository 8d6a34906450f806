-- What a coupon promised when it was issued stays readable as it was: terms are never changed or deleted.

CREATE TRIGGER coupon_terms_no_update BEFORE UPDATE ON coupon_terms BEGIN SELECT RAISE(ABORT, 'coupon_terms is append-only'); END;
CREATE TRIGGER coupon_terms_no_delete BEFORE DELETE ON coupon_terms BEGIN SELECT RAISE(ABORT, 'coupon_terms is append-only'); END;
