-- What the till and the ledger's proof wrote down stays as it was; PostgreSQL takes the same list for the rights of the program's role.

CREATE TRIGGER shift_cash_no_update BEFORE UPDATE ON shift_cash BEGIN SELECT RAISE(ABORT, 'shift_cash is append-only'); END;
CREATE TRIGGER shift_cash_no_delete BEFORE DELETE ON shift_cash BEGIN SELECT RAISE(ABORT, 'shift_cash is append-only'); END;
CREATE TRIGGER order_discount_no_update BEFORE UPDATE ON order_discount BEGIN SELECT RAISE(ABORT, 'order_discount is append-only'); END;
CREATE TRIGGER order_discount_no_delete BEFORE DELETE ON order_discount BEGIN SELECT RAISE(ABORT, 'order_discount is append-only'); END;
CREATE TRIGGER ledger_check_no_update BEFORE UPDATE ON ledger_check BEGIN SELECT RAISE(ABORT, 'ledger_check is append-only'); END;
CREATE TRIGGER ledger_check_no_delete BEFORE DELETE ON ledger_check BEGIN SELECT RAISE(ABORT, 'ledger_check is append-only'); END;
