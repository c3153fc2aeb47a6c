-- Credit notes beside invoices, and what compensation and payments ask of every issued document. A credit note's amounts
-- are positive (C-18); its lines have the kind CREDIT and name the line they take back.
ALTER TABLE invoice ADD COLUMN kind varchar(20) NOT NULL DEFAULT 'INVOICE' CHECK (kind IN ('INVOICE', 'CREDIT_NOTE'));
ALTER TABLE invoice ADD COLUMN credits varchar(40) REFERENCES invoice (number);          -- the invoice a credit note takes back
ALTER TABLE invoice ADD COLUMN credit_reason varchar(500);                               -- in the words of who credited it
ALTER TABLE invoice ADD COLUMN replaces varchar(40) REFERENCES invoice (number);         -- the credited invoice this one stands for (AA-10)
ALTER TABLE invoice ADD COLUMN programme varchar(40);
ALTER TABLE invoice ADD COLUMN earns uuid REFERENCES organisation (id);                  -- primary reseller on the day of issue, if it earns a kickback (HA-5, HA-9)
ALTER TABLE invoice ADD COLUMN vat_reason varchar(40) NOT NULL DEFAULT 'DOMESTIC';       -- of the first line
ALTER TABLE invoice ADD COLUMN cost_group varchar(64);                                   -- project or department it is for (HA-10)
ALTER TABLE invoice ADD CHECK ((kind = 'CREDIT_NOTE') = (credits IS NOT NULL AND credit_reason IS NOT NULL));
ALTER TABLE invoice ADD CHECK (kind = 'INVOICE' OR (net >= 0 AND replaces IS NULL));

ALTER TABLE invoice DISABLE TRIGGER invoice_immutable;
UPDATE invoice i SET programme = coalesce(
    (SELECT s.programme FROM subscription s WHERE s.number = i.subscription),
    (SELECT t.programme FROM trial t WHERE t.number = split_part(i.source, '/', 1)));
ALTER TABLE invoice ENABLE TRIGGER invoice_immutable;
ALTER TABLE invoice ALTER COLUMN programme SET NOT NULL;

CREATE INDEX invoice_credits ON invoice (credits) WHERE credits IS NOT NULL;             -- what is left of an invoice
CREATE INDEX invoice_bill_to ON invoice (bill_to, issue_date DESC, number DESC);         -- who pays: its list of invoices
CREATE INDEX invoice_earns ON invoice (earns, issue_date) WHERE earns IS NOT NULL;       -- the documents of a month's compensation

ALTER TABLE invoice_line ADD COLUMN change varchar(40);                                  -- the addition of seats it is for (CH-…)
ALTER TABLE invoice_line ADD COLUMN again int NOT NULL DEFAULT 0 CHECK (again >= 0);     -- how many credited invoices it stands for
ALTER TABLE invoice_line ADD COLUMN supply varchar(20) NOT NULL DEFAULT 'SERVICE' CHECK (supply IN ('SERVICE', 'GOODS'));
ALTER TABLE invoice_line ADD COLUMN credits_position int;                                -- line of the credited invoice
ALTER TABLE invoice_line DROP CONSTRAINT invoice_line_kind_check;
ALTER TABLE invoice_line DROP CONSTRAINT invoice_line_check;
ALTER TABLE invoice_line ADD CHECK (kind IN ('PERIOD', 'ONCE', 'CREDIT'));
ALTER TABLE invoice_line ADD CHECK (kind = 'CREDIT'
    OR (kind = 'PERIOD') = (subscription IS NOT NULL AND period_from IS NOT NULL AND period_to > period_from));
ALTER TABLE invoice_line ADD CHECK ((kind = 'CREDIT') = (credits_position IS NOT NULL));
-- never twice for the same line of a subscription and period, unless what was invoiced has been taken back and is asked for again
DROP INDEX invoice_line_period;
CREATE UNIQUE INDEX invoice_line_period ON invoice_line (subscription, period_from, position, coalesce(change, ''), again)
    WHERE kind = 'PERIOD';

ALTER TABLE invoice_tax ADD COLUMN reason varchar(40) NOT NULL DEFAULT 'DOMESTIC';

-- Every issued document as compensation and payments see it: a credit note counts negative.
CREATE VIEW issued_document AS
SELECT i.number,
       i.kind,
       i.credits,
       i.issue_date,
       i.due_date,
       i.bill_to,
       i.reseller_id,
       i.customer_id,
       i.subscription,
       i.programme,
       i.earns,
       i.currency,
       sign.of * i.net AS net,
       sign.of * i.vat AS vat,
       sign.of * i.gross AS gross,
       i.payment_reference
FROM invoice i
CROSS JOIN LATERAL (SELECT CASE i.kind WHEN 'CREDIT_NOTE' THEN -1 ELSE 1 END AS of) sign;
