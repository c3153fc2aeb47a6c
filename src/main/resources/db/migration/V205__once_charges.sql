-- What another module has charged once, kept until it stands on an invoice and after that: an invoice whose VAT is unclear is
-- made from these rows when somebody has settled it.
CREATE TABLE once_charge (
    source        varchar(60) PRIMARY KEY, -- what it is for, so that nothing is charged twice
    bill_to       uuid NOT NULL REFERENCES organisation (id),
    reseller_id   uuid NOT NULL REFERENCES organisation (id),
    customer_id   uuid NOT NULL REFERENCES organisation (id),
    programme     varchar(40) NOT NULL,
    subscription  varchar(40) REFERENCES subscription (number),
    order_number  varchar(40),
    po_reference  varchar(64),
    payment_days  int NOT NULL CHECK (payment_days >= 0),
    charged_at    timestamptz NOT NULL
);

CREATE TABLE once_charge_line (
    source      varchar(60) NOT NULL REFERENCES once_charge (source),
    position    int NOT NULL,
    supply      varchar(20) NOT NULL CHECK (supply IN ('SERVICE', 'GOODS')),
    description varchar(400) NOT NULL,
    currency    char(3) NOT NULL,
    net         numeric(19, 4) NOT NULL CHECK (net > 0),
    PRIMARY KEY (source, position)
);

CREATE TRIGGER once_charge_immutable BEFORE UPDATE OR DELETE ON once_charge FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
CREATE TRIGGER once_charge_line_immutable BEFORE UPDATE OR DELETE ON once_charge_line FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
