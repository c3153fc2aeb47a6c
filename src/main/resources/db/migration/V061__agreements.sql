-- The agreement about an order: one row, one round after the other until it is concluded or given up.
CREATE TABLE agreement (
    order_number       varchar(40) PRIMARY KEY REFERENCES customer_order (number),
    status             varchar(20) NOT NULL CHECK (status IN (
                           'PREPARING', 'SENT', 'UPLOADED', 'CONCLUDED', 'LAPSED', 'VOID')),
    round              int NOT NULL CHECK (round >= 1),
    content            varchar(4000) NOT NULL,
    document_id        uuid NOT NULL REFERENCES document (id),
    sent_at            timestamptz NOT NULL,
    reminder_at        timestamptz NOT NULL,
    deadline           timestamptz NOT NULL,
    signed_document_id uuid REFERENCES document (id),
    uploaded_by        varchar(254),
    uploaded_at        timestamptz,
    file_check         varchar(500),
    return_reason      varchar(2000),
    version            bigint NOT NULL,
    CHECK (status NOT IN ('UPLOADED', 'CONCLUDED') OR (signed_document_id IS NOT NULL AND uploaded_at IS NOT NULL))
);
