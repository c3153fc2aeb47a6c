-- Whether the demo story has been played into this database.
CREATE TABLE demo_story (
    id          boolean PRIMARY KEY DEFAULT true CHECK (id),
    begun_at    timestamptz NOT NULL,
    finished_at timestamptz
);
