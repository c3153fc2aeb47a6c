-- How offers and customer pages of a reseller look. No row: the house's own colour and the reseller's name.
CREATE TABLE reseller_branding (
    reseller_id uuid PRIMARY KEY REFERENCES organisation (id),
    logo        bytea CHECK (octet_length(logo) BETWEEN 1 AND 307200),
    logo_type   varchar(20) CHECK (logo_type IN ('image/png', 'image/jpeg')),
    colour      char(7) NOT NULL CHECK (colour ~ '^#[0-9a-f]{6}$'),
    sender_name varchar(60) NOT NULL CHECK (sender_name !~ '[[:cntrl:]]'),
    changed_by  varchar(255) NOT NULL,
    changed_at  timestamptz NOT NULL,
    CHECK ((logo IS NULL) = (logo_type IS NULL))
);
