-- Which mails a member of staff wants; staff themselves live in the engine's identity tables. None chosen: as configured.
CREATE TABLE staff_mail_choice (
    person varchar(64) NOT NULL,
    desk   varchar(64) NOT NULL, -- group of the tasks; empty for all desks without a choice of their own
    choice varchar(10) NOT NULL CHECK (choice IN ('AT_ONCE', 'DIGEST', 'NOTHING')),
    PRIMARY KEY (person, desk)
);

-- Who is away from when until when, and who does the work meanwhile. Absences of one person never overlap: they are
-- written one after the other, under one lock.
CREATE TABLE staff_absence (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person     varchar(64) NOT NULL,
    stand_in   varchar(64) NOT NULL,
    first_day  date NOT NULL,
    last_day   date NOT NULL, -- included
    entered_by varchar(254) NOT NULL,
    entered_at timestamptz NOT NULL,
    CONSTRAINT somebody_else_stands_in CHECK (stand_in <> person),
    CONSTRAINT begins_before_it_ends CHECK (first_day <= last_day)
);
CREATE INDEX staff_absence_end ON staff_absence (last_day); -- AbsenceRows.notOver

-- Desks somebody works at only because of standing in; taken back exactly when that ends.
CREATE TABLE staff_lent_desk (
    person varchar(64) NOT NULL, -- who stands in
    desk   varchar(64) NOT NULL,
    lender varchar(64) NOT NULL, -- for whom
    since  timestamptz NOT NULL,
    PRIMARY KEY (person, desk, lender)
);

-- The mornings on which everybody has been told how things stand: each once, whoever comes first.
CREATE TABLE task_mail_morning (
    day     date PRIMARY KEY,
    sent_at timestamptz NOT NULL
);

-- How loudly a late task has been told of: 0 its desk, 1 the managers' address, 2 each manager. A new due date begins anew.
CREATE TABLE task_escalation (
    task_id varchar(64) NOT NULL,
    due_at  timestamptz NOT NULL,
    stage   smallint NOT NULL CHECK (stage BETWEEN 0 AND 2),
    told_at timestamptz NOT NULL,
    PRIMARY KEY (task_id, due_at, stage)
);
