-- Why each line bears the VAT it does; the tax groups of an invoice take their reasons from their lines.
ALTER TABLE invoice_line ADD COLUMN vat_reason varchar(40) NOT NULL DEFAULT 'DOMESTIC';
ALTER TABLE invoice_tax DROP COLUMN reason;
