-- How long the steps of a process took, day by day, so that figures stay when the engine has forgotten the steps themselves. A day is
-- the vendor's; a step counts on the day it was left. Durations are sorted into classes, so that a median over any number of days can be
-- told to within five per cent: class 0 is less than a second, class n ends at 1.05 to the power of n seconds.
CREATE TABLE step_day (
    process     varchar(255) NOT NULL,
    day         date         NOT NULL,
    version     int          NOT NULL,
    element     varchar(255) NOT NULL,        -- id in the model
    programme   varchar(40)  NOT NULL,        -- empty for none
    class       smallint     NOT NULL CHECK (class >= 0),
    passes      int          NOT NULL CHECK (passes > 0),
    total_ms    numeric(20)  NOT NULL CHECK (total_ms >= 0),
    longest_ms  bigint       NOT NULL CHECK (longest_ms >= 0),
    PRIMARY KEY (process, day, version, element, programme, class)
);

-- The days that are complete there. Figures read the others from the engine.
CREATE TABLE step_day_done (
    day         date PRIMARY KEY,
    rolled_at   timestamptz NOT NULL
);

CREATE FUNCTION duration_class(milliseconds bigint) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN milliseconds < 1000 THEN 0 ELSE 1 + floor(ln(milliseconds / 1000.0) / ln(1.05)) END::smallint
$$;
