-- Whose page a form was on and for which organisation, by the hash of the page's token: what is sent after the log-in has
-- ended is known by it, and goes to nobody else. Kept a week.
CREATE TABLE page_token (
    hash            char(64) PRIMARY KEY,                                  -- SHA-256 of the token
    user_id         uuid REFERENCES user_account (id) ON DELETE CASCADE,   -- null where nobody was logged in
    organisation_id uuid REFERENCES organisation (id) ON DELETE CASCADE,   -- null where nobody acted for one
    made_at         timestamptz NOT NULL
);
CREATE INDEX page_token_made ON page_token (made_at);                      -- PageTokens.forgetOld
CREATE INDEX page_token_user ON page_token (user_id);                      -- foreign key
CREATE INDEX page_token_organisation ON page_token (organisation_id);      -- foreign key
