-- How often somebody without a log-in did something today, counted per address so that nobody does it a thousand times.
CREATE TABLE visit_count (
    action  varchar(40)  NOT NULL,
    visitor varchar(254) NOT NULL,
    day     date         NOT NULL,
    visits  int          NOT NULL CHECK (visits > 0),
    PRIMARY KEY (action, visitor, day)
);
CREATE INDEX visit_count_day ON visit_count (day); -- forget what is past
