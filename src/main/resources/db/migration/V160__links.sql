-- What a link lets the reseller do (HA-7), and by whose request it came (LK-…; null: the reseller prepared the customer).
ALTER TABLE reseller_link ADD COLUMN role varchar(20) NOT NULL DEFAULT 'ADMIN' CHECK (role IN ('VIEW', 'ORDER', 'BILLING', 'ADMIN'));
ALTER TABLE reseller_link ADD COLUMN request varchar(32) UNIQUE;
ALTER TABLE reseller_link ADD COLUMN status varchar(20) GENERATED ALWAYS AS (CASE WHEN until IS NULL THEN 'ACTIVE' ELSE 'ENDED' END) STORED;
CREATE INDEX reseller_link_customer ON reseller_link (customer_id, since); -- parties.ResellerLinks.of, and the way up in a hierarchy

-- Who earns and whom conflicts are measured by: one reseller at a time for each customer, its history kept (HA-5, HA-9).
CREATE TABLE primary_reseller (
    id          uuid PRIMARY KEY,
    customer_id uuid NOT NULL REFERENCES organisation (id),
    reseller_id uuid NOT NULL REFERENCES organisation (id) CHECK (reseller_id <> customer_id),
    since       timestamptz NOT NULL,
    until       timestamptz CHECK (until >= since)
);
CREATE UNIQUE INDEX primary_reseller_now ON primary_reseller (customer_id) WHERE until IS NULL;
CREATE INDEX primary_reseller_history ON primary_reseller (customer_id, since); -- parties.PrimaryResellers.history

INSERT INTO primary_reseller (id, customer_id, reseller_id, since, until)
SELECT id, customer_id, reseller_id, since, until FROM reseller_link WHERE is_primary;
DROP INDEX reseller_link_primary;
ALTER TABLE reseller_link DROP COLUMN is_primary;
