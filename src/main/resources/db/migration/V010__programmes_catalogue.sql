-- Every version of a policy that a contract may have been made under.
CREATE TABLE programme_version (
    code      varchar(40) NOT NULL,
    version   int NOT NULL,
    policy    text NOT NULL,
    loaded_at timestamptz NOT NULL,
    PRIMARY KEY (code, version)
);
CREATE TRIGGER programme_version_append_only BEFORE UPDATE OR DELETE ON programme_version
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();

CREATE TABLE product (
    code      varchar(40) PRIMARY KEY,
    programme varchar(40) NOT NULL,
    name      varchar(200) NOT NULL,
    unit      varchar(20) NOT NULL CHECK (unit IN ('YEAR', 'ONCE')),
    position  int NOT NULL
);

-- What a product costs from a day on, until a later list of the same programme and currency takes over (PA-6, C-12).
CREATE TABLE list_price (
    product    varchar(40) NOT NULL REFERENCES product (code),
    currency   char(3) NOT NULL,
    valid_from date NOT NULL,
    price      numeric(19, 4) NOT NULL CHECK (price >= 0),
    PRIMARY KEY (product, currency, valid_from)
);
CREATE TRIGGER list_price_append_only BEFORE UPDATE OR DELETE ON list_price
    FOR EACH ROW EXECUTE FUNCTION partnerflow.refuse_change();
