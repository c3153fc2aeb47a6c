-- Where pages find colours and logo of a reseller: an address nobody can guess, another after each change, so that
-- browsers may keep what they have fetched. The unique key serves the look-up by it.
ALTER TABLE reseller_branding ADD COLUMN look uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE reseller_branding ADD CONSTRAINT reseller_branding_look UNIQUE (look);
