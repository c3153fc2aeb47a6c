-- Above a limit a second person approves what somebody wants taken back of an invoice.
ALTER TABLE credit_request ADD COLUMN requested_by varchar(254) NOT NULL DEFAULT 'partnerflow'; -- the house where a rule wants it
ALTER TABLE credit_request ADD COLUMN to_approve boolean NOT NULL DEFAULT false;
ALTER TABLE credit_request ADD COLUMN decided_by varchar(254);        -- who approved or refused it; null until somebody has
ALTER TABLE credit_request ADD COLUMN refused_because varchar(2000);  -- then nothing is taken back
ALTER TABLE credit_request ADD CHECK (to_approve OR decided_by IS NULL);
ALTER TABLE credit_request ADD CHECK (credit_note IS NULL OR NOT to_approve OR (decided_by IS NOT NULL AND decided_by <> requested_by));
ALTER TABLE credit_request ADD CHECK (refused_because IS NULL OR (credit_note IS NULL AND decided_by IS NOT NULL));
DROP INDEX credit_request_open;
CREATE INDEX credit_request_open ON credit_request (invoice); -- what is wanted of an invoice, and what else
