-- A letter keeps the look it was written in: the name it comes from, and the picture at its top. A picture stands once
-- for all the letters that show it.
CREATE TABLE letter_picture (
    sha256       char(64) PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    content_type varchar(20) NOT NULL CHECK (content_type IN ('image/png', 'image/jpeg')),
    content      bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 307200)
);
ALTER TABLE letter ADD COLUMN sender_name varchar(255) CHECK (sender_name !~ '[[:cntrl:]]');
ALTER TABLE letter ADD COLUMN picture char(64) REFERENCES letter_picture (sha256);
