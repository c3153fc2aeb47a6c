-- Prices by the month and by the term; what kind of thing a product is.
ALTER TABLE product DROP CONSTRAINT product_unit_check;
ALTER TABLE product ADD CONSTRAINT product_unit_check CHECK (unit IN ('YEAR', 'MONTH', 'ONCE'));
ALTER TABLE product ADD COLUMN category varchar(20) NOT NULL DEFAULT 'SOFTWARE'
    CHECK (category IN ('HARDWARE', 'SOFTWARE', 'INSURANCE', 'BACKUP'));
ALTER TABLE product ADD COLUMN storage_media int NOT NULL DEFAULT 0 CHECK (storage_media >= 0);
ALTER TABLE list_price ADD COLUMN term_months int NOT NULL DEFAULT 0 CHECK (term_months >= 0); -- 0 for every term
ALTER TABLE list_price DROP CONSTRAINT list_price_pkey;
ALTER TABLE list_price ADD PRIMARY KEY (product, currency, valid_from, term_months);

-- An order that comes from an offer keeps the prices of the day the offer was made.
ALTER TABLE customer_order ADD COLUMN offer_number varchar(40);
ALTER TABLE customer_order ADD COLUMN priced_on date;
ALTER TABLE customer_order ADD COLUMN delivered_on date; -- WA-5: the term begins with it
ALTER TABLE customer_order DROP CONSTRAINT customer_order_status_check;
ALTER TABLE customer_order ADD CONSTRAINT customer_order_status_check CHECK (status IN (
    'STARTED', 'REGISTERED', 'ACTIVE', 'COMPLETED', 'REJECTED', 'DECLINED', 'CANCELLING', 'CANCELLED', 'LAPSED'));
-- one order of an offer
CREATE UNIQUE INDEX customer_order_offer ON customer_order (offer_number)
    WHERE offer_number IS NOT NULL AND status NOT IN ('REJECTED', 'DECLINED', 'CANCELLED', 'LAPSED');
