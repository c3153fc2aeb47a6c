-- Devices on their way back (W-25, W-26, WA-9, WA-10). One row of device_return is one case of processes/return.bpmn.
CREATE TABLE device_return (
    number         varchar(40) PRIMARY KEY, -- RE-…
    kind           varchar(20) NOT NULL CHECK (kind IN ('CONTRACT', 'DEVICES')), -- everything at the end, or single devices before
    subscription   varchar(40) NOT NULL REFERENCES subscription (number),
    order_number   varchar(40) NOT NULL REFERENCES customer_order (number),
    reseller_id    uuid NOT NULL REFERENCES organisation (id),
    customer_id    uuid NOT NULL REFERENCES organisation (id),
    programme      varchar(40) NOT NULL,
    policy_version int NOT NULL,
    way            varchar(20) NOT NULL CHECK (way IN ('DIRECT', 'VIA_RESELLER')),
    reason         varchar(500),      -- of single devices, in the reseller's words
    requested_by   varchar(255),      -- of single devices
    status         varchar(20) NOT NULL CHECK (status IN ('ANNOUNCED', 'COMPLETED')),
    started_on     date NOT NULL,
    due_on         date NOT NULL,
    granted_until  date,              -- last day of the time that was granted; null if none was
    reminders      int NOT NULL DEFAULT 0 CHECK (reminders >= 0),
    charged_on     date,              -- the day missing devices were charged; null if they were not
    completed_at   timestamptz,
    version        bigint NOT NULL DEFAULT 0,
    FOREIGN KEY (programme, policy_version) REFERENCES programme_version (code, version),
    CHECK ((status = 'COMPLETED') = (completed_at IS NOT NULL)),
    CHECK ((kind = 'DEVICES') = (requested_by IS NOT NULL))
);
CREATE UNIQUE INDEX device_return_contract ON device_return (subscription) WHERE kind = 'CONTRACT' AND status = 'ANNOUNCED'; -- one at a time
CREATE INDEX device_return_subscription ON device_return (subscription);                       -- the contract's page, the nightly run
CREATE INDEX device_return_reseller ON device_return (reseller_id, status, number DESC);       -- the reseller's list
CREATE INDEX device_return_customer ON device_return (customer_id, number DESC);               -- the customer's page
CREATE INDEX device_return_open ON device_return (due_on, number) WHERE status = 'ANNOUNCED';  -- the logistics desk's list

CREATE TABLE returned_device (
    return_number varchar(40) NOT NULL REFERENCES device_return (number),
    position      int NOT NULL CHECK (position > 0),
    serial        varchar(64) NOT NULL,
    product       varchar(40) NOT NULL REFERENCES product (code),
    state         varchar(20) NOT NULL CHECK (state IN ('ANNOUNCED', 'RECEIVED', 'LOCKED', 'INSPECTED', 'WIPED', 'ENDED')),
    received_at   timestamptz,
    received_by   varchar(255),
    condition     varchar(20) CHECK (condition IN ('GOOD', 'DAMAGED_MINOR', 'DAMAGED_MAJOR')),
    locked        boolean NOT NULL DEFAULT false, -- activation lock, BIOS password
    parts_missing boolean NOT NULL DEFAULT false,
    media         int NOT NULL CHECK (media >= 0),-- storage media in it: as in the catalogue until somebody has looked
    words         varchar(1000),
    photo         uuid REFERENCES document (id),
    inspected_at  timestamptz,
    inspected_by  varchar(255),
    unlock_until  date,                           -- the customer has until then; null if it need not be unlocked
    given_up      boolean NOT NULL DEFAULT false, -- not unlocked in time: charged and destroyed
    ended_as      varchar(20) CHECK (ended_as IN ('REFURBISHED', 'RECYCLED', 'LOST')),
    ended_at      timestamptz,
    ended_by      varchar(255),
    PRIMARY KEY (return_number, serial),
    UNIQUE (return_number, position),
    CHECK ((state = 'ENDED') = (ended_as IS NOT NULL) AND (ended_as IS NULL) = (ended_at IS NULL)),
    CHECK ((received_at IS NULL) = (received_by IS NULL) AND (inspected_at IS NULL) = (condition IS NULL)),
    CHECK (state NOT IN ('RECEIVED', 'LOCKED', 'INSPECTED', 'WIPED') OR received_at IS NOT NULL),
    CHECK (state NOT IN ('LOCKED', 'INSPECTED', 'WIPED') OR inspected_at IS NOT NULL),
    CHECK (state <> 'LOCKED' OR unlock_until IS NOT NULL)
);
CREATE UNIQUE INDEX returned_device_once ON returned_device (serial) WHERE state <> 'ENDED'; -- in one return at a time
CREATE INDEX returned_device_serial ON returned_device (serial);                             -- what became of a serial number

-- What arrived and was not announced, as it was typed. Kept as it is: whose it is may be found out later.
CREATE TABLE unexpected_arrival (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    return_number varchar(40) NOT NULL REFERENCES device_return (number), -- the parcel it was in
    serial        varchar(64) NOT NULL,
    why           varchar(20) NOT NULL CHECK (why IN ('UNKNOWN', 'FOREIGN', 'NOT_ANNOUNCED', 'ENDED')),
    recorded_at   timestamptz NOT NULL,
    recorded_by   varchar(255) NOT NULL,
    UNIQUE (return_number, serial)
);

-- How storage media are made unreadable. Methods are data: a new one is a row, an old one is switched off and stays on its records.
CREATE TABLE wipe_method (
    code     varchar(40) PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]*$'),
    name     varchar(100) NOT NULL,
    standard varchar(200) NOT NULL,
    destroys boolean NOT NULL, -- nothing of the medium can be used afterwards
    active   boolean NOT NULL DEFAULT true,
    position int NOT NULL
);
INSERT INTO wipe_method (code, name, standard, destroys, position) VALUES
    ('bsi-con6-overwrite', 'Overwriting', 'BSI IT-Grundschutz CON.6 (TL-03423)', false, 1),
    ('nist-clear', 'Clear', 'NIST SP 800-88 Rev. 1', false, 2),
    ('nist-purge-block-erase', 'Purge (block erase)', 'NIST SP 800-88 Rev. 1', false, 3),
    ('nist-purge-crypto', 'Purge (cryptographic erase)', 'NIST SP 800-88 Rev. 1', false, 4),
    ('bsi-con6-destroy', 'Physical destruction', 'BSI IT-Grundschutz CON.6, DIN 66399', true, 5),
    ('nist-destroy', 'Destroy', 'NIST SP 800-88 Rev. 1', true, 6);

-- Every try on every medium, also the ones that failed (WA-9).
CREATE TABLE wipe_record (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    return_number varchar(40) NOT NULL,
    serial        varchar(64) NOT NULL,
    medium        varchar(64) NOT NULL, -- serial number of the storage medium
    method        varchar(40) NOT NULL REFERENCES wipe_method (code),
    tool          varchar(100) NOT NULL,
    tool_version  varchar(40) NOT NULL,
    passed        boolean NOT NULL,
    operator      varchar(255) NOT NULL,
    done_at       timestamptz NOT NULL,
    FOREIGN KEY (return_number, serial) REFERENCES returned_device (return_number, serial)
);
CREATE UNIQUE INDEX wipe_record_passed ON wipe_record (return_number, serial, medium) WHERE passed; -- done is done
CREATE INDEX wipe_record_device ON wipe_record (return_number, serial);                             -- the device's page, the certificate

-- What the customer pays beside the rent, by processes/return.fee.dmn.
CREATE TABLE return_fee (
    return_number varchar(40) NOT NULL REFERENCES device_return (number),
    position      int NOT NULL CHECK (position > 0),
    serial        varchar(64) NOT NULL,
    finding       varchar(20) NOT NULL CHECK (finding IN ('DAMAGED_MINOR', 'DAMAGED_MAJOR', 'LOCKED', 'MISSING_PARTS', 'LOST')),
    currency      char(3) NOT NULL,
    amount        numeric(19, 4) NOT NULL CHECK (amount > 0),
    charge        varchar(60) NOT NULL UNIQUE REFERENCES once_charge (source),
    charged_on    date NOT NULL,
    credit        varchar(40), -- CR-…: the device came after all; null if the fee stands
    PRIMARY KEY (return_number, position),
    UNIQUE (return_number, serial, finding)
);

CREATE TRIGGER wipe_record_immutable BEFORE UPDATE OR DELETE ON wipe_record FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
CREATE TRIGGER unexpected_arrival_immutable BEFORE UPDATE OR DELETE ON unexpected_arrival FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
