-- Periods of a contract that was taken over and had begun before its first invoice here were paid where it came from: nobody misses an
-- invoice for them (reconciliation).
ALTER TABLE subscription ADD COLUMN paid_elsewhere_until date; -- first day that is invoiced here; null: all of it
UPDATE subscription s SET paid_elsewhere_until = coalesce(
    (SELECT min(l.period_from) FROM invoice_line l WHERE l.subscription = s.number), s.next_invoice_on, t.taken_over_on)
FROM taken_over_contract t WHERE t.subscription = s.number;
