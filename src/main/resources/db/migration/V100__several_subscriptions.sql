-- Whether the discounts of a line were added up instead of taken off one after the other (AA-8).
ALTER TABLE subscription_line ADD COLUMN additive_discounts boolean NOT NULL DEFAULT false;

-- A-18: where the programme allows several subscriptions of a customer, several of its orders may be open (PA-8 otherwise).
ALTER TABLE customer_order ADD COLUMN only_one boolean NOT NULL DEFAULT true;
ALTER TABLE customer_order ALTER COLUMN only_one DROP DEFAULT;
DROP INDEX customer_order_open;
CREATE UNIQUE INDEX customer_order_open ON customer_order (customer_id, programme)
    WHERE only_one AND status IN ('STARTED', 'REGISTERED', 'ACTIVE', 'CANCELLING');

-- The one account the customer's contracts under a programme share, where it may have several (A-18).
CREATE TABLE shared_account (
    customer_id uuid NOT NULL REFERENCES organisation (id),
    programme   varchar(40) NOT NULL,
    reference   varchar(40) NOT NULL UNIQUE,
    PRIMARY KEY (customer_id, programme)
);

-- What each order or change adds to a shared account; the account may be used for their sum.
CREATE TABLE account_grant (
    reference varchar(40) NOT NULL REFERENCES shared_account (reference),
    reason    varchar(40) NOT NULL,
    product   varchar(40) NOT NULL REFERENCES product (code),
    quantity  int NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (reference, reason, product)
);
