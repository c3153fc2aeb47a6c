-- A mail the server does not hand out: how often it was tried, so that it does not stand in the way for ever (MailboxRounds).
CREATE TABLE incoming_stubborn (
    mailbox  text        NOT NULL REFERENCES incoming_mailbox (id),
    validity bigint      NOT NULL,
    uid      bigint      NOT NULL,
    tries    integer     NOT NULL CHECK (tries > 0),
    last_at  timestamptz NOT NULL,
    PRIMARY KEY (mailbox, validity, uid)
);
