-- What leaves the house together for one order; an order may need several.
CREATE TABLE shipment (
    number          varchar(32) PRIMARY KEY, -- SH-…
    order_number    varchar(32) NOT NULL REFERENCES customer_order (number),
    reseller_id     uuid NOT NULL REFERENCES organisation (id),
    customer_id     uuid NOT NULL REFERENCES organisation (id),
    status          varchar(20) NOT NULL CHECK (status IN ('UNDER_WAY', 'INCOMPLETE', 'RECEIVED', 'LOST', 'RECALLED')),
    via_reseller    boolean NOT NULL,
    recipient       varchar(200) NOT NULL,
    street          varchar(200) NOT NULL,
    line2           varchar(200),
    postal_code     varchar(20) NOT NULL,
    city            varchar(100) NOT NULL,
    country         varchar(2) NOT NULL,
    carrier         varchar(32) NOT NULL,
    tracking_number varchar(64) UNIQUE CHECK (tracking_number = upper(tracking_number)), -- how a carrier's call-back finds it
    shipped_at      timestamptz NOT NULL,
    shipped_by      varchar(254) NOT NULL,
    note_id         uuid REFERENCES document (id), -- delivery note
    open_pieces     int NOT NULL CHECK (open_pieces >= 0),
    received_on     date, -- day of the last receipt so far
    version         bigint NOT NULL
);
CREATE INDEX shipment_order ON shipment (order_number, number); -- shipping.ShipmentList.ofOrder
CREATE INDEX shipment_reseller ON shipment (reseller_id, number DESC); -- shipping.ShipmentList.of

CREATE TABLE shipment_item (
    shipment    varchar(32) NOT NULL REFERENCES shipment (number),
    position    int NOT NULL CHECK (position > 0),
    device_id   uuid NOT NULL UNIQUE REFERENCES device (id), -- what is lost is replaced by another piece
    serial      varchar(64) NOT NULL,
    outcome     varchar(20) NOT NULL CHECK (outcome IN ('OPEN', 'RECEIVED', 'MISSING', 'LOST', 'RECALLED')),
    received_on date,
    confirmed_by varchar(20) CHECK (confirmed_by IN ('RESELLER', 'CUSTOMER', 'CARRIER', 'PROOF')),
    PRIMARY KEY (shipment, position),
    CHECK ((outcome = 'RECEIVED') = (received_on IS NOT NULL AND confirmed_by IS NOT NULL))
);

-- What carriers told about their parcels, each message once; kept as it came.
CREATE TABLE carrier_event (
    id          varchar(100) PRIMARY KEY, -- the carrier's own
    shipment    varchar(32) NOT NULL REFERENCES shipment (number),
    kind        varchar(40) NOT NULL,
    at          timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    words       varchar(500)
);
CREATE INDEX carrier_event_shipment ON carrier_event (shipment, at); -- shipping.CarrierEventRows.of
CREATE TRIGGER carrier_event_append_only BEFORE UPDATE OR DELETE ON carrier_event
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

-- Damage on arrival, per device; a device is replaced or refused once.
CREATE TABLE damage_report (
    number       varchar(32) PRIMARY KEY, -- DA-…
    shipment     varchar(32) NOT NULL REFERENCES shipment (number),
    order_number varchar(32) NOT NULL REFERENCES customer_order (number),
    device_id    uuid NOT NULL UNIQUE REFERENCES device (id),
    serial       varchar(64) NOT NULL,
    words        varchar(2000) NOT NULL,
    status       varchar(20) NOT NULL CHECK (status IN ('OPEN', 'REPLACED', 'REFUSED')),
    reported_at  timestamptz NOT NULL,
    reported_by  varchar(254) NOT NULL,
    reason       varchar(2000), -- of a refusal
    replacement  uuid UNIQUE REFERENCES device (id),
    version      bigint NOT NULL,
    CHECK ((status = 'REPLACED') = (replacement IS NOT NULL))
);
CREATE INDEX damage_report_order ON damage_report (order_number); -- shipping.DamageReports.ofOrder

-- What the reseller has promised its customer beside the bundle (W-14): its own list, which holds nothing up.
CREATE TABLE own_service_task (
    order_number varchar(32) NOT NULL REFERENCES customer_order (number),
    position     int NOT NULL CHECK (position > 0),
    name         varchar(200) NOT NULL,
    quantity     int NOT NULL CHECK (quantity > 0),
    status       varchar(20) NOT NULL CHECK (status IN ('OPEN', 'DONE', 'NOT_DONE')),
    done_on      date,
    reason       varchar(500),
    by_whom      varchar(254),
    PRIMARY KEY (order_number, position),
    CHECK ((status = 'DONE') = (done_on IS NOT NULL)),
    CHECK ((status = 'NOT_DONE') = (reason IS NOT NULL))
);

CREATE INDEX device_waiting ON device (since) WHERE status = 'ORDERED'; -- shipping.ShipmentList.waiting
