-- Who at the vendor's decided last; the questions asked in that review are this person's.
ALTER TABLE reseller_application ADD COLUMN reviewer varchar(254);
