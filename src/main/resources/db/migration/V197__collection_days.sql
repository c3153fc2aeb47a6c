-- An invoice that is being collected is not late: whoever is asked what is open says on which day it is collected.
CREATE OR REPLACE VIEW invoice_being_collected AS
SELECT invoice, collection_day FROM debit WHERE invoice IS NOT NULL AND status IN ('ANNOUNCED', 'RETRYING', 'IN_FILE');

CREATE OR REPLACE VIEW receivable AS
SELECT i.number,
       i.bill_to,
       i.currency,
       i.gross,
       credit.amount AS credited,
       received.amount AS paid,
       i.gross - credit.amount - received.amount AS open,
       i.due_date,
       i.issue_date,
       (SELECT min(c.collection_day) FROM invoice_being_collected c WHERE c.invoice = i.number) AS collection_day
FROM invoice i
CROSS JOIN LATERAL (
    SELECT coalesce(sum(c.gross), 0) AS amount FROM invoice c WHERE c.credits = i.number) credit
CROSS JOIN LATERAL (
    SELECT coalesce(sum(p.amount), 0) AS amount FROM payment p WHERE p.invoice = i.number) received
WHERE i.kind = 'INVOICE';
