-- Which accounts of a customer belong to which programme.
CREATE VIEW customer_account AS
SELECT a.customer_id, a.reference, coalesce(o.programme, t.programme) AS programme
FROM account a
LEFT JOIN customer_order o ON o.number = a.reference
LEFT JOIN trial t ON t.number = a.reference;

-- What an account can be used for (A-43).
ALTER TABLE service_account ADD COLUMN plan varchar(10) NOT NULL DEFAULT 'FULL' CHECK (plan IN ('FULL', 'LIMITED'));
