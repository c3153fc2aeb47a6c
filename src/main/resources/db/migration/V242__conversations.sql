-- What resellers and the vendor write to each other about a business number. One thread a number, whatever it is of.

-- Whose matter a number is, and of which kind. Asked by number only.
CREATE VIEW conversation_subject AS
SELECT number, 'ORDER'::text AS kind, reseller_id, customer_id FROM customer_order
UNION ALL SELECT number, 'OFFER', reseller_id, customer_id FROM offer
UNION ALL SELECT number, 'TRIAL', reseller_id, customer_id FROM trial
UNION ALL SELECT number, 'CONTRACT', reseller_id, customer_id FROM subscription
UNION ALL SELECT number, 'RETURN', reseller_id, customer_id FROM device_return;

-- Begins with the first message or note.
CREATE TABLE conversation (
    number        varchar(40) PRIMARY KEY,
    kind          varchar(10) NOT NULL CHECK (kind IN ('ORDER', 'OFFER', 'TRIAL', 'CONTRACT', 'RETURN')),
    reseller_id   uuid NOT NULL REFERENCES organisation (id),
    customer_id   uuid NOT NULL REFERENCES organisation (id),
    desk          varchar(40) NOT NULL, -- the vendor's group that answers
    waiting_since timestamptz,          -- of the first message nobody has answered; null if all are
    said_at       timestamptz,          -- of the latest message; null as long as there are only the vendor's own notes
    answered_at   timestamptz,          -- of the vendor's latest message; null before the first
    touched_at    timestamptz NOT NULL  -- of the latest message or note
);
CREATE INDEX conversation_waiting ON conversation (waiting_since, number) WHERE waiting_since IS NOT NULL;            -- MessageDesk.list
CREATE INDEX conversation_waiting_desk ON conversation (desk, waiting_since, number) WHERE waiting_since IS NOT NULL; -- MessageDesk.list, MessageDesk.waiting
CREATE INDEX conversation_settled ON conversation (touched_at DESC, number) WHERE waiting_since IS NULL;              -- MessageDesk.list
CREATE INDEX conversation_settled_desk ON conversation (desk, touched_at DESC, number) WHERE waiting_since IS NULL;   -- MessageDesk.list
CREATE INDEX conversation_reseller ON conversation (reseller_id, said_at DESC, number) WHERE said_at IS NOT NULL;     -- Conversations.list
CREATE INDEX conversation_answered ON conversation (reseller_id, answered_at DESC) WHERE answered_at IS NOT NULL;     -- recent_changes

-- A note is the vendor's own: nobody outside ever reads it.
CREATE TABLE conversation_message (
    id                bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number            varchar(40) NOT NULL REFERENCES conversation (number),
    submission        uuid NOT NULL UNIQUE, -- of the form it came from: sent twice, it is written once
    side              varchar(10) NOT NULL CHECK (side IN ('RESELLER', 'VENDOR', 'NOTE')),
    author            varchar(254) NOT NULL, -- id of the user, or of the person on the vendor's staff
    author_name       varchar(254) NOT NULL,
    text              varchar(5000) NOT NULL CHECK (btrim(text) <> ''),
    customer_may_read boolean NOT NULL DEFAULT false,
    document_id       uuid REFERENCES document (id),
    written_at        timestamptz NOT NULL,
    edited_at         timestamptz,
    CONSTRAINT only_resellers_tell_customers CHECK (side = 'RESELLER' OR NOT customer_may_read),
    CONSTRAINT edited_within_ten_minutes CHECK (edited_at BETWEEN written_at AND written_at + interval '10 minutes')
);
CREATE INDEX conversation_message_thread ON conversation_message (number, id); -- the thread; who has not read what

CREATE FUNCTION refuse_to_rewrite_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NEW.edited_at IS NULL
        OR (NEW.id, NEW.number, NEW.submission, NEW.side, NEW.author, NEW.author_name, NEW.written_at)
            IS DISTINCT FROM (OLD.id, OLD.number, OLD.submission, OLD.side, OLD.author, OLD.author_name, OLD.written_at)
        OR NEW.document_id IS DISTINCT FROM OLD.document_id THEN
        RAISE EXCEPTION 'messages are never deleted, and only their text is edited' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER conversation_message_append_only BEFORE UPDATE OR DELETE ON conversation_message
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_to_rewrite_message();

-- How far somebody has read.
CREATE TABLE conversation_reading (
    number     varchar(40) NOT NULL REFERENCES conversation (number),
    user_id    uuid NOT NULL REFERENCES user_account (id),
    read_up_to bigint NOT NULL, -- id of a message
    PRIMARY KEY (user_id, number)
);

-- A thread as it is shown: what was written, and the letters that were sent about the number. Of a letter only the envelope:
-- what is in it may be a secret of who gets it. Letters to the vendor's own desks and those about a message are not in it.
CREATE VIEW conversation_entry AS
SELECT number, side AS kind, id, written_at AS at, author, author_name, text, customer_may_read, document_id, edited_at,
       NULL::text AS recipient
FROM conversation_message
UNION ALL
SELECT business_key, 'LETTER', id, created_at, NULL, coalesce(nullif(recipient_name, ''), recipient), subject, false, NULL::uuid, NULL::timestamptz, recipient
FROM letter
WHERE template NOT IN ('message-arrived', 'message-answered', 'task-opened', 'step-failed', 'application-withdrawn-vendor');
