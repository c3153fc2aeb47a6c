-- Documents as they were made or received. Written once by the documents module, never changed.
CREATE TABLE document (
    id           uuid        PRIMARY KEY,
    kind         text        NOT NULL CHECK (kind ~ '^[a-z][a-z0-9-]{1,39}$'),
    business_key text        NOT NULL,
    edition      text        NOT NULL,
    file_name    text        NOT NULL CHECK (length(file_name) BETWEEN 1 AND 120),
    content_type text        NOT NULL CHECK (content_type IN ('application/pdf', 'image/jpeg', 'image/png')),
    size         bigint      NOT NULL CHECK (size > 0 AND size = octet_length(content)),
    sha256       text        NOT NULL CHECK (sha256 = encode(sha256(content), 'hex')),
    owners       text[]      NOT NULL, -- organisations that may read it; none: vendor staff only
    created_at   timestamptz NOT NULL,
    content      bytea       NOT NULL,
    -- Serves Documents.about, and makes filing the same document again a no-op.
    UNIQUE (business_key, kind, edition)
);

-- What a PDF holds is compressed already.
ALTER TABLE document ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TRIGGER document_is_final BEFORE UPDATE OR DELETE ON document
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
