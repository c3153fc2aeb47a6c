-- The outbox: every letter as it was written, and what became of it. Written only by the mail module.
CREATE TABLE letter (
    id              bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_key      varchar(300) NOT NULL UNIQUE, -- one letter per occasion, however often a step is repeated
    message_id      varchar(300) NOT NULL UNIQUE, -- the same on every try, so that a reader's mail program drops a double
    business_key    text         NOT NULL,
    template        text         NOT NULL,
    language        varchar(35)  NOT NULL,
    recipient       varchar(254) NOT NULL CHECK (recipient !~ '[[:cntrl:][:space:],;<>]'),
    recipient_name  text         NOT NULL,
    subject         text         NOT NULL CHECK (subject !~ '[[:cntrl:]]'),
    html            text         NOT NULL,
    plain_text      text         NOT NULL,
    status          varchar(10)  NOT NULL CHECK (status IN ('WAITING', 'SENT', 'KEPT', 'REFUSED')),
    attempts        integer      NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    next_attempt_at timestamptz,
    problem         text,
    created_at      timestamptz  NOT NULL,
    sent_at         timestamptz,
    version         bigint       NOT NULL DEFAULT 0,
    CONSTRAINT waits_for_a_moment CHECK ((status = 'WAITING') = (next_attempt_at IS NOT NULL)),
    CONSTRAINT sent_when_it_says_so CHECK ((status = 'SENT') = (sent_at IS NOT NULL))
);
CREATE INDEX letter_due ON letter (next_attempt_at, id) WHERE status = 'WAITING'; -- Delivery.next
CREATE INDEX letter_latest ON letter (id DESC) WHERE status <> 'SENT';            -- Outbox.page and count of what is not sent
CREATE INDEX letter_about ON letter (business_key, id);                           -- Outbox.about

CREATE TABLE letter_attachment (
    letter_id   bigint  NOT NULL REFERENCES letter,
    place       integer NOT NULL CHECK (place >= 0),
    document_id uuid    NOT NULL REFERENCES document,
    PRIMARY KEY (letter_id, place)
);
