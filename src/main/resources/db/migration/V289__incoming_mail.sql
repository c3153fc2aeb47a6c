-- Mail that came into the house's mailbox, and what was done with it. Nothing of it is ever thrown away.
CREATE TABLE incoming_mail (
    number        varchar(40)  PRIMARY KEY,         -- MI-2026-000001
    identity      char(64)     NOT NULL UNIQUE,     -- of its Message-ID and content: what is delivered twice is taken once
    kind          varchar(20)  NOT NULL CHECK (kind IN
        ('ORDINARY', 'AUTOMATIC', 'BOUNCE', 'FLOOD', 'OVERSIZED', 'ENCRYPTED', 'UNREADABLE')),
    status        varchar(20)  NOT NULL CHECK (status IN
        ('RECEIVED', 'TO_PLACE', 'AT_DESK', 'FILED', 'DONE', 'ANSWERED', 'SPAM', 'SET_ASIDE')),
    sender        varchar(254) NOT NULL,            -- as the mail claims, in small letters; empty if it names nobody
    sender_name   varchar(254) NOT NULL,
    recipients    varchar(1000) NOT NULL,
    subject       varchar(500) NOT NULL,
    body          text         NOT NULL,            -- plain text, whatever it was
    words         varchar(4000) NOT NULL,           -- what the sender wrote, without what was quoted, in small letters
    answers       text[]       NOT NULL,            -- Message-IDs it refers to, the nearest first
    named         text[]       NOT NULL,            -- numbers it names, the likeliest first
    findings      text[]       NOT NULL,            -- what is to be known about it: code, or code|value
    sent_at       timestamptz,                      -- as the mail claims
    received_at   timestamptz  NOT NULL,
    size          bigint       NOT NULL CHECK (size >= 0),
    proven        boolean      NOT NULL,            -- our mail server says that the sender is who it claims to be
    letter_id     bigint       REFERENCES letter,   -- the letter of ours it answers, or that did not arrive
    case_number   varchar(40),                      -- what it was placed at
    trusted       boolean      NOT NULL DEFAULT false, -- the sender is known for that case
    placed_by     varchar(254),                     -- who has placed it; null if the house did
    request       varchar(40),                      -- what the table incoming-mail.routing calls it
    desk          varchar(40),                      -- who sees to it
    submission    uuid,                             -- of the message in the thread of the case
    note          varchar(2000),
    problem       varchar(500),                     -- what came of the last answer
    settled_by    varchar(254),
    settled_at    timestamptz,
    CONSTRAINT placed_where_it_is_seen_to CHECK (status NOT IN ('FILED') OR case_number IS NOT NULL)
);
CREATE INDEX incoming_mail_open ON incoming_mail (status, received_at DESC, number);                        -- IncomingRows.list
CREATE INDEX incoming_mail_latest ON incoming_mail (received_at DESC, number);                              -- IncomingRows.list of all
CREATE INDEX incoming_mail_case ON incoming_mail (case_number, received_at) WHERE case_number IS NOT NULL;  -- IncomingMails.about
CREATE INDEX incoming_mail_sender ON incoming_mail (sender, received_at);                                   -- MailIntake, mails of an hour
CREATE INDEX incoming_mail_search ON incoming_mail
    USING gin (lower(sender || ' ' || sender_name || ' ' || subject || ' ' || number || ' ' || coalesce(case_number, '')) gin_trgm_ops);

-- A mail as it came, byte by byte; of one that is too large its head.
CREATE TABLE incoming_source (
    number  varchar(40) PRIMARY KEY REFERENCES incoming_mail (number),
    content bytea NOT NULL
);
CREATE FUNCTION refuse_to_rewrite_mail() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a mail is kept as it came' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER incoming_source_append_only BEFORE UPDATE OR DELETE ON incoming_source
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_to_rewrite_mail();

CREATE TABLE incoming_attachment (
    number      varchar(40)  NOT NULL REFERENCES incoming_mail (number),
    place       integer      NOT NULL CHECK (place >= 1),
    file_name   varchar(200) NOT NULL,
    size        bigint       NOT NULL,
    verdict     varchar(40)  NOT NULL, -- taken, or why not
    document_id uuid REFERENCES document (id),
    PRIMARY KEY (number, place),
    CONSTRAINT kept_if_taken CHECK ((verdict = 'taken') = (document_id IS NOT NULL))
);

-- The mailbox that is emptied: one node at a time, the one that has its row.
CREATE TABLE incoming_mailbox (
    id            varchar(300) PRIMARY KEY, -- user, host and folder
    looked_at     timestamptz,
    worked_at     timestamptz,
    failing_since timestamptz,
    problem       varchar(1000),
    told_at       timestamptz,              -- when the managers were told; null while it works
    CONSTRAINT fails_with_a_reason CHECK ((failing_since IS NULL) = (problem IS NULL))
);

-- What a mail can be about: everything that has a thread, and invoices.
CREATE VIEW incoming_subject AS
SELECT number, kind, reseller_id, customer_id FROM conversation_subject
UNION ALL SELECT number, 'INVOICE', reseller_id, customer_id FROM invoice;

CREATE INDEX letter_recipient ON letter (lower(recipient), id DESC); -- Subjects.writtenTo: what we last wrote to this address about
