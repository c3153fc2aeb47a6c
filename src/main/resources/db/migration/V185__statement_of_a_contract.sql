-- A statement is about a month, or about a whole contract (W-15): then its lines are the components of the offer.
ALTER TABLE compensation_statement ALTER COLUMN month DROP NOT NULL;
ALTER TABLE compensation_statement ALTER COLUMN rate DROP NOT NULL; -- a contract has one of each component
ALTER TABLE compensation_statement ADD COLUMN contract varchar(40) UNIQUE REFERENCES subscription (number); -- compensated once
ALTER TABLE compensation_statement ADD COLUMN offer varchar(40); -- whose amounts were frozen (W-16)
ALTER TABLE compensation_statement ADD CHECK ((month IS NULL) <> (contract IS NULL));
ALTER TABLE compensation_statement ADD CHECK ((month IS NULL) = (rate IS NULL));
ALTER TABLE compensation_statement ADD CHECK ((contract IS NULL) = (offer IS NULL));

ALTER TABLE compensation_line ALTER COLUMN document DROP NOT NULL;
ALTER TABLE compensation_line ADD COLUMN component varchar(40);
ALTER TABLE compensation_line ADD COLUMN description varchar(400); -- of the component, in words
ALTER TABLE compensation_line ADD CHECK ((document IS NULL) <> (component IS NULL));
ALTER TABLE compensation_line ADD CHECK ((component IS NULL) = (description IS NULL));
ALTER TABLE compensation_line ADD UNIQUE (statement, component);
ALTER TABLE compensation_line DROP CONSTRAINT compensation_line_document_kind_check;
ALTER TABLE compensation_line ADD CONSTRAINT compensation_line_document_kind_check
    CHECK (document_kind IN ('INVOICE', 'CREDIT_NOTE', 'COMPONENT') AND (document_kind = 'COMPONENT') = (component IS NOT NULL));
