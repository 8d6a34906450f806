-- What a ticket's price was made of stays as it was.

CREATE TRIGGER order_pricing_no_update BEFORE UPDATE ON order_pricing BEGIN SELECT RAISE(ABORT, 'order_pricing is append-only'); END;
CREATE TRIGGER order_pricing_no_delete BEFORE DELETE ON order_pricing BEGIN SELECT RAISE(ABORT, 'order_pricing is append-only'); END;
