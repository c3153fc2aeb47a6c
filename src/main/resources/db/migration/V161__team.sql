-- Somebody is asked to act for an organisation; nothing is open to it before it agrees (HA-6, H-09).
CREATE TABLE team_invitation (
    id              uuid PRIMARY KEY,
    organisation_id uuid NOT NULL REFERENCES organisation (id),
    user_id         uuid NOT NULL REFERENCES user_account (id),
    name            varchar(200) NOT NULL, -- as whoever invites calls the person: what the account says is the person's own
    role            varchar(20) NOT NULL CHECK (role IN ('VIEW', 'ORDER', 'BILLING', 'ADMIN')),
    invited_by      uuid NOT NULL REFERENCES user_account (id),
    status          varchar(20) NOT NULL CHECK (status IN ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    round           int NOT NULL CHECK (round > 0), -- how often the letter has gone out
    invited_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    answered_at     timestamptz
);
CREATE UNIQUE INDEX team_invitation_open ON team_invitation (organisation_id, user_id) WHERE status = 'OPEN'; -- the team page; one at a time
CREATE INDEX team_invitation_of_user ON team_invitation (user_id) WHERE status = 'OPEN';                      -- invitations to me
