-- A refund may put an amount on a line of which nothing comes back now: a threshold it missed before is made good.

ALTER TABLE refund_line DROP CONSTRAINT refund_line_quantity_check;
ALTER TABLE refund_line ADD CONSTRAINT refund_line_quantity_check CHECK (quantity >= 0 AND (quantity > 0 OR amount > 0));
