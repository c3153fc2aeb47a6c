CREATE INDEX organisation_vat_id ON organisation (vat_id) WHERE vat_id IS NOT NULL; -- Organisations.byVatId
