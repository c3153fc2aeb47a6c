-- Devices that are rented out: one row per piece from the order on; the serial number comes with the shipment.
CREATE TABLE device (
    id            uuid PRIMARY KEY,
    order_number  varchar(32) NOT NULL REFERENCES customer_order (number),
    position      int NOT NULL CHECK (position > 0), -- of the piece in its order; replacements come after
    product       varchar(64) NOT NULL REFERENCES product (code),
    storage_media int NOT NULL CHECK (storage_media >= 0), -- data carriers to wipe when it comes back (W-26)
    customer_id   uuid NOT NULL REFERENCES organisation (id),
    reseller_id   uuid NOT NULL REFERENCES organisation (id),
    serial        varchar(64) UNIQUE CHECK (serial = upper(serial) AND serial !~ '\s'),
    status        varchar(20) NOT NULL CHECK (status IN ('ORDERED', 'SHIPPED', 'DELIVERED', 'IN_USE', 'RETURN_ANNOUNCED',
                      'IN_TRANSIT', 'RECEIVED', 'INSPECTED', 'WIPED', 'REFURBISHED', 'RECYCLED', 'DAMAGED', 'LOST', 'LOCKED',
                      'CANCELLED')),
    finding       varchar(20) CHECK (finding IN ('SOUND', 'DAMAGED', 'LOCKED')), -- of the inspection; null before
    since         timestamptz NOT NULL, -- in this state
    replaces      uuid UNIQUE REFERENCES device (id), -- one piece is replaced once
    version       bigint NOT NULL,
    UNIQUE (order_number, position),
    CHECK (serial IS NOT NULL OR status IN ('ORDERED', 'CANCELLED'))
);
CREATE INDEX device_reseller ON device (reseller_id, order_number, position); -- inventory.DeviceList.of
CREATE INDEX device_customer ON device (customer_id); -- inventory.DeviceList.ofCustomer

-- What happened to each device, by whom and why; nothing is ever taken back.
CREATE TABLE device_event (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    device_id uuid NOT NULL REFERENCES device (id),
    status    varchar(20) NOT NULL,
    at        timestamptz NOT NULL,
    by_whom   varchar(254) NOT NULL,
    about     varchar(64), -- number of the shipment, return or case; null if it has none
    words     varchar(2000)
);
CREATE INDEX device_event_device ON device_event (device_id, id); -- inventory.DeviceHistory.of
CREATE TRIGGER device_event_append_only BEFORE UPDATE OR DELETE ON device_event
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
