-- What a reseller offers a customer (W-02 to W-04). An offer is the case; each version of it is what was put together.
CREATE TABLE offer (
    number         varchar(40) PRIMARY KEY,
    programme      varchar(40) NOT NULL,
    policy_version int NOT NULL,
    reseller_id    uuid NOT NULL REFERENCES organisation (id),
    customer_id    uuid NOT NULL REFERENCES organisation (id),
    status         varchar(20) NOT NULL CHECK (status IN (
        'DRAFT', 'SENT', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    draft_version  int,                                          -- being put together; null if none is
    sent_version   int,                                          -- the one the customer can answer; null before the first
    follows        varchar(40),                                  -- SU-… whose devices it replaces (W-22)
    alternative_to varchar(40) REFERENCES customer_order (number), -- the order that was declined (WA-3)
    order_number   varchar(40) UNIQUE REFERENCES customer_order (number), -- at most one order of an offer
    reason         varchar(2000),                                -- why it was declined or withdrawn
    created_by     varchar(254) NOT NULL,
    created_at     timestamptz NOT NULL,
    ended_at       timestamptz,
    version        bigint NOT NULL DEFAULT 0,
    CHECK ((status = 'DRAFT') = (sent_version IS NULL)),
    CHECK (status <> 'DRAFT' OR draft_version IS NOT NULL),
    CHECK ((status = 'ACCEPTED') = (order_number IS NOT NULL)),
    CHECK ((status IN ('DRAFT', 'SENT')) = (ended_at IS NULL))
);
CREATE INDEX offer_of_reseller ON offer (reseller_id, created_at DESC);  -- the reseller's list
CREATE INDEX offer_of_customer ON offer (customer_id, reseller_id);      -- the customer's page
CREATE INDEX offer_follows ON offer (follows) WHERE follows IS NOT NULL; -- what a contract is followed by

CREATE TABLE offer_version (
    offer_number    varchar(40) NOT NULL REFERENCES offer (number),
    number          int NOT NULL CHECK (number >= 1),
    term_months     int NOT NULL CHECK (term_months >= 1),
    recipient_name  varchar(100) NOT NULL,
    recipient_email varchar(254) NOT NULL,
    note            varchar(2000),
    delivery        varchar(20) NOT NULL CHECK (delivery IN ('DIRECT', 'VIA_RESELLER')),
    street          varchar(200) NOT NULL,
    line2           varchar(200),
    postal_code     varchar(20) NOT NULL,
    city            varchar(100) NOT NULL,
    country         varchar(2) NOT NULL,
    priced_on       date NOT NULL,              -- the day of its price list; an order of it costs the same (W-16)
    currency        varchar(3) NOT NULL,
    monthly_rate    numeric(19,4) NOT NULL CHECK (monthly_rate > 0),
    full_term_value numeric(19,4) NOT NULL CHECK (full_term_value > 0),
    commission      numeric(19,4) NOT NULL CHECK (commission >= 0),
    saved_by        varchar(254) NOT NULL,
    saved_at        timestamptz NOT NULL,
    sent_at         timestamptz,                -- from now on nothing of it changes
    valid_until     date,                       -- last day on which it can be accepted
    PRIMARY KEY (offer_number, number),
    CHECK ((sent_at IS NULL) = (valid_until IS NULL))
);

CREATE TABLE offer_component (
    offer_number    varchar(40) NOT NULL,
    version         int NOT NULL,
    position        int NOT NULL CHECK (position >= 1),
    product         varchar(60) NOT NULL REFERENCES product (code),
    name            varchar(200) NOT NULL,
    category        varchar(20) NOT NULL,
    quantity        int NOT NULL CHECK (quantity >= 1),
    monthly         numeric(19,4) NOT NULL CHECK (monthly >= 0), -- of one piece
    commission_rate numeric(9,6) NOT NULL CHECK (commission_rate BETWEEN 0 AND 100),
    commission      numeric(19,4) NOT NULL CHECK (commission >= 0),
    PRIMARY KEY (offer_number, version, position),
    UNIQUE (offer_number, version, product),
    FOREIGN KEY (offer_number, version) REFERENCES offer_version (offer_number, number)
);

-- W-03, W-17: the reseller's own, invoiced by itself; never part of the monthly rate or the commission (WA-8).
CREATE TABLE offer_own_service (
    offer_number varchar(40) NOT NULL,
    version      int NOT NULL,
    position     int NOT NULL CHECK (position BETWEEN 1 AND 50),
    name         varchar(200) NOT NULL,
    quantity     int NOT NULL CHECK (quantity >= 1),
    monthly      numeric(19,4) CHECK (monthly >= 0),
    once         numeric(19,4) CHECK (once >= 0),
    PRIMARY KEY (offer_number, version, position),
    FOREIGN KEY (offer_number, version) REFERENCES offer_version (offer_number, number),
    CHECK ((monthly IS NULL) <> (once IS NULL))
);

CREATE FUNCTION refuse_change_of_sent_offer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'offer_version' THEN
        IF OLD.sent_at IS NOT NULL THEN
            RAISE EXCEPTION 'version % of offer % has been sent', OLD.number, OLD.offer_number;
        END IF;
    ELSE
        IF EXISTS (SELECT 1 FROM partnerflow.offer_version v WHERE v.offer_number = coalesce(NEW.offer_number, OLD.offer_number)
                AND v.number = coalesce(NEW.version, OLD.version) AND v.sent_at IS NOT NULL) THEN
            RAISE EXCEPTION 'this version of offer % has been sent', coalesce(NEW.offer_number, OLD.offer_number);
        END IF;
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER offer_version_frozen BEFORE UPDATE OR DELETE ON offer_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sent_offer();
CREATE TRIGGER offer_component_frozen BEFORE INSERT OR UPDATE OR DELETE ON offer_component
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sent_offer();
CREATE TRIGGER offer_own_service_frozen BEFORE INSERT OR UPDATE OR DELETE ON offer_own_service
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sent_offer();
