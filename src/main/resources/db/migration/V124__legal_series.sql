-- Which legal entity numbers its documents in which series: a series never goes on under another entity.
CREATE TABLE legal_series (
    series       varchar(10) PRIMARY KEY,
    legal_entity varchar(60) NOT NULL, -- registration number
    since        timestamptz NOT NULL
);
