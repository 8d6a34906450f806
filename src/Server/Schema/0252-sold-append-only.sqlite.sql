-- What was taken and given back for memberships and cards stays written as it was.

CREATE TRIGGER sold_payment_no_update BEFORE UPDATE ON sold_payment BEGIN SELECT RAISE(ABORT, 'sold_payment is append-only'); END;
CREATE TRIGGER sold_payment_no_delete BEFORE DELETE ON sold_payment BEGIN SELECT RAISE(ABORT, 'sold_payment is append-only'); END;
