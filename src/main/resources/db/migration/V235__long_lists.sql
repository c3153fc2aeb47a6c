-- Lists of 100,000 rows. What a list is searched, sorted and filtered by stands in the row itself (columns customer_sort and
-- search) or, where it is worked out from several tables, in a row kept for the list (listed_…). Triggers write both in the
-- transaction that changes what they are about, so a list never lags behind. rebuild_lists() makes all of it anew from what it
-- was made of and, where nothing is wrong, changes nothing.
CREATE EXTENSION IF NOT EXISTS pg_trgm;   -- any part of a word
CREATE EXTENSION IF NOT EXISTS btree_gin; -- … of one reseller's rows

-- Words as searching compares them: in small letters, a space before the first one too, so that beginnings can be looked for.
CREATE FUNCTION search_words(VARIADIC words text[]) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT ' ' || lower(array_to_string(words, ' '))
$$;

CREATE FUNCTION sort_name(organisation uuid) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT lower(o.name) FROM partnerflow.organisation o WHERE o.id = organisation
$$;

-- For the tables below: what their rows are found by.
ALTER TABLE customer_order         ADD COLUMN customer_sort text NOT NULL DEFAULT '', ADD COLUMN search text NOT NULL DEFAULT '';
ALTER TABLE offer                  ADD COLUMN customer_sort text NOT NULL DEFAULT '', ADD COLUMN search text NOT NULL DEFAULT '', ADD COLUMN valid_until date;
ALTER TABLE subscription           ADD COLUMN customer_sort text NOT NULL DEFAULT '', ADD COLUMN search text NOT NULL DEFAULT '', ADD COLUMN payer uuid;
ALTER TABLE trial                  ADD COLUMN customer_sort text NOT NULL DEFAULT '', ADD COLUMN search text NOT NULL DEFAULT '';
ALTER TABLE shipment               ADD COLUMN customer_sort text NOT NULL DEFAULT '', ADD COLUMN search text NOT NULL DEFAULT '';
ALTER TABLE device                 ADD COLUMN customer_sort text NOT NULL DEFAULT '', ADD COLUMN search text NOT NULL DEFAULT '', ADD COLUMN product_sort text NOT NULL DEFAULT '';
ALTER TABLE device_return          ADD COLUMN customer_sort text NOT NULL DEFAULT '', ADD COLUMN search text NOT NULL DEFAULT '';
ALTER TABLE compensation_statement ADD COLUMN search text NOT NULL DEFAULT '';

CREATE FUNCTION words_of(o customer_order) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT partnerflow.search_words(o.number, partnerflow.sort_name(o.customer_id), o.po_reference, o.subscription_number)
$$;
CREATE FUNCTION words_of(o offer) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT partnerflow.search_words(o.number, partnerflow.sort_name(o.customer_id), o.order_number)
$$;
CREATE FUNCTION words_of(s subscription) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT partnerflow.search_words(s.number, partnerflow.sort_name(s.customer_id), s.order_number, s.po_reference, s.cost_group)
$$;
CREATE FUNCTION words_of(t trial) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT partnerflow.search_words(t.number, partnerflow.sort_name(t.customer_id), t.order_number)
$$;
CREATE FUNCTION words_of(s shipment) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT partnerflow.search_words(s.number, s.order_number, partnerflow.sort_name(s.customer_id), s.tracking_number,
        (SELECT string_agg(i.serial, ' ' ORDER BY i.position) FROM partnerflow.shipment_item i WHERE i.shipment = s.number))
$$;
CREATE FUNCTION words_of(d device) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT partnerflow.search_words(d.serial, (SELECT p.name FROM partnerflow.product p WHERE p.code = d.product),
        partnerflow.sort_name(d.customer_id), d.order_number)
$$;
CREATE FUNCTION words_of(r device_return) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT partnerflow.search_words(r.number, partnerflow.sort_name(r.customer_id), r.subscription,
        (SELECT string_agg(d.serial, ' ' ORDER BY d.position) FROM partnerflow.returned_device d WHERE d.return_number = r.number))
$$;
-- A reseller sees a statement when it has been sent; its lines do not change from then on.
CREATE FUNCTION words_of(s compensation_statement) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN s.status = 'DRAWN_UP' THEN '' ELSE partnerflow.search_words(s.number, to_char(s.month, 'YYYY-MM'), s.contract, s.offer,
        (SELECT string_agg(concat_ws(' ', l.document, l.description), ' ' ORDER BY l.position)
            FROM partnerflow.compensation_line l WHERE l.statement = s.number),
        (SELECT string_agg(DISTINCT l.customer_name, ' ') FROM partnerflow.compensation_line l WHERE l.statement = s.number)) END
$$;
CREATE FUNCTION shown_until(o offer) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT v.valid_until FROM partnerflow.offer_version v
    WHERE v.offer_number = o.number AND v.number = coalesce(o.sent_version, o.draft_version)
$$;
-- Who pays stands in the version of the policy a contract was made under (HA-10).
CREATE FUNCTION payer_of(s subscription) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN v.policy::json ->> 'billTo' = 'RESELLER' THEN s.reseller_id ELSE s.customer_id END
    FROM partnerflow.programme_version v WHERE v.code = s.programme AND v.version = s.policy_version
$$;

CREATE FUNCTION keep_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.customer_sort := partnerflow.sort_name(NEW.customer_id);
    NEW.search := partnerflow.words_of(NEW);
    RETURN NEW;
END $$;
CREATE TRIGGER customer_order_listed BEFORE INSERT OR UPDATE OF customer_id, po_reference, subscription_number ON customer_order
    FOR EACH ROW EXECUTE FUNCTION keep_listed();
CREATE TRIGGER trial_listed BEFORE INSERT OR UPDATE OF customer_id, order_number ON trial
    FOR EACH ROW EXECUTE FUNCTION keep_listed();
CREATE TRIGGER shipment_listed BEFORE INSERT OR UPDATE OF customer_id, tracking_number ON shipment
    FOR EACH ROW EXECUTE FUNCTION keep_listed();
CREATE TRIGGER device_return_listed BEFORE INSERT OR UPDATE OF customer_id ON device_return
    FOR EACH ROW EXECUTE FUNCTION keep_listed();

CREATE FUNCTION keep_offer_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.customer_sort := partnerflow.sort_name(NEW.customer_id);
    NEW.search := partnerflow.words_of(NEW);
    NEW.valid_until := partnerflow.shown_until(NEW);
    RETURN NEW;
END $$;
CREATE TRIGGER offer_listed BEFORE INSERT OR UPDATE OF customer_id, order_number, sent_version, draft_version ON offer
    FOR EACH ROW EXECUTE FUNCTION keep_offer_listed();

CREATE FUNCTION keep_subscription_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.customer_sort := partnerflow.sort_name(NEW.customer_id);
    NEW.search := partnerflow.words_of(NEW);
    NEW.payer := partnerflow.payer_of(NEW);
    RETURN NEW;
END $$;
CREATE TRIGGER subscription_listed BEFORE INSERT OR UPDATE OF customer_id, reseller_id, po_reference, cost_group ON subscription
    FOR EACH ROW EXECUTE FUNCTION keep_subscription_listed();

CREATE FUNCTION keep_device_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.customer_sort := partnerflow.sort_name(NEW.customer_id);
    NEW.search := partnerflow.words_of(NEW);
    NEW.product_sort := (SELECT lower(p.name) FROM partnerflow.product p WHERE p.code = NEW.product);
    RETURN NEW;
END $$;
CREATE TRIGGER device_listed BEFORE INSERT OR UPDATE OF customer_id, product, serial, order_number ON device
    FOR EACH ROW EXECUTE FUNCTION keep_device_listed();

CREATE FUNCTION keep_statement_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.search := partnerflow.words_of(NEW);
    RETURN NEW;
END $$;
CREATE TRIGGER compensation_statement_listed BEFORE INSERT OR UPDATE OF status ON compensation_statement
    FOR EACH ROW EXECUTE FUNCTION keep_statement_listed();

-- What comes later than the row it is found by.
CREATE FUNCTION keep_parts_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    CASE TG_TABLE_NAME
        WHEN 'shipment_item' THEN
            UPDATE partnerflow.shipment s SET search = partnerflow.words_of(s) WHERE s.number = NEW.shipment;
        WHEN 'returned_device' THEN
            UPDATE partnerflow.device_return r SET search = partnerflow.words_of(r) WHERE r.number = NEW.return_number;
        WHEN 'offer_version' THEN
            UPDATE partnerflow.offer o SET valid_until = partnerflow.shown_until(o) WHERE o.number = NEW.offer_number;
        WHEN 'product' THEN
            UPDATE partnerflow.device SET product = product WHERE product = NEW.code;
    END CASE;
    RETURN NULL;
END $$;
CREATE TRIGGER shipment_item_listed AFTER INSERT ON shipment_item FOR EACH ROW EXECUTE FUNCTION keep_parts_listed();
CREATE TRIGGER returned_device_listed AFTER INSERT ON returned_device FOR EACH ROW EXECUTE FUNCTION keep_parts_listed();
CREATE TRIGGER offer_version_listed AFTER INSERT OR UPDATE OF valid_until ON offer_version
    FOR EACH ROW EXECUTE FUNCTION keep_parts_listed();
CREATE TRIGGER product_listed AFTER UPDATE OF name ON product
    FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION keep_parts_listed();

-- Each customer of each reseller as the page Customers filters and sorts it; what the page shows beside it comes from customer_overview.
CREATE TABLE listed_customer (
    reseller_id         uuid NOT NULL REFERENCES organisation (id),
    customer_id         uuid NOT NULL REFERENCES organisation (id),
    state               varchar(20) NOT NULL,
    name                text NOT NULL, -- in small letters
    country             char(2) NOT NULL,
    since               timestamptz NOT NULL,
    trial_inactive_from date,
    sold_per_year       numeric,
    search              text NOT NULL,
    PRIMARY KEY (reseller_id, customer_id)
);
CREATE INDEX listed_customer_name ON listed_customer (reseller_id, name, customer_id);              -- Customers.of, the usual order
CREATE INDEX listed_customer_state ON listed_customer (reseller_id, state, name, customer_id);      -- … of one tab, and its count
CREATE INDEX listed_customer_since ON listed_customer (reseller_id, since, customer_id);            -- … by createdAt, of all and of one tab
CREATE INDEX listed_customer_state_since ON listed_customer (reseller_id, state, since, customer_id);
CREATE INDEX listed_customer_trial ON listed_customer (reseller_id, trial_inactive_from, customer_id);      -- … by trialEnd, both ways
CREATE INDEX listed_customer_trial_latest ON listed_customer (reseller_id, trial_inactive_from DESC NULLS LAST, customer_id DESC);
CREATE INDEX listed_customer_state_trial ON listed_customer (reseller_id, state, trial_inactive_from, customer_id);
CREATE INDEX listed_customer_state_trial_latest ON listed_customer (reseller_id, state, trial_inactive_from DESC NULLS LAST, customer_id DESC);
CREATE INDEX listed_customer_sold ON listed_customer (reseller_id, sold_per_year, customer_id);             -- … by soldPerYear, both ways
CREATE INDEX listed_customer_sold_most ON listed_customer (reseller_id, sold_per_year DESC NULLS LAST, customer_id DESC);
CREATE INDEX listed_customer_state_sold ON listed_customer (reseller_id, state, sold_per_year, customer_id);
CREATE INDEX listed_customer_state_sold_most ON listed_customer (reseller_id, state, sold_per_year DESC NULLS LAST, customer_id DESC);
CREATE INDEX listed_customer_country ON listed_customer (reseller_id, country, name, customer_id);  -- … of one country
CREATE INDEX listed_customer_search ON listed_customer USING gin (reseller_id, search gin_trgm_ops);
CREATE INDEX listed_customer_customer ON listed_customer (customer_id);                             -- refresh_customer of a renamed one

CREATE VIEW customer_to_list AS
SELECT v.reseller_id, v.customer_id, v.state, lower(v.name) AS name, v.country, v.since, v.trial_inactive_from, v.sold_per_year,
    search_words(v.name, v.registration_number, replace(v.registration_number, '-', ''), v.city, v.trial_number, v.order_number) AS search
FROM customer_overview v;

-- Whoever changes a customer waits at its link for whoever else does: the second one counts with what the first has written.
CREATE FUNCTION refresh_customer(reseller uuid, customer uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM partnerflow.reseller_link r
    WHERE r.reseller_id = reseller AND r.customer_id = customer AND r.until IS NULL FOR NO KEY UPDATE;
    INSERT INTO partnerflow.listed_customer AS l
    SELECT * FROM partnerflow.customer_to_list v WHERE v.reseller_id = reseller AND v.customer_id = customer
    ON CONFLICT (reseller_id, customer_id) DO UPDATE SET state = excluded.state, name = excluded.name, country = excluded.country,
        since = excluded.since, trial_inactive_from = excluded.trial_inactive_from, sold_per_year = excluded.sold_per_year,
        search = excluded.search
    WHERE (l.state, l.name, l.country, l.since, l.trial_inactive_from, l.sold_per_year, l.search) IS DISTINCT FROM
        (excluded.state, excluded.name, excluded.country, excluded.since, excluded.trial_inactive_from, excluded.sold_per_year, excluded.search);
END $$;

-- Days to think of, as the view deadline works them out.
CREATE TABLE listed_deadline (
    subject       varchar(40) NOT NULL,
    kind          varchar(20) NOT NULL,
    day           date NOT NULL,
    reseller_id   uuid NOT NULL REFERENCES organisation (id),
    customer_id   uuid NOT NULL REFERENCES organisation (id),
    programme     varchar(40) NOT NULL,
    customer_sort text NOT NULL,
    search        text NOT NULL,
    PRIMARY KEY (subject, kind)
);
CREATE INDEX listed_deadline_day ON listed_deadline (reseller_id, day, customer_sort, subject, kind);                  -- Deadlines.of
CREATE INDEX listed_deadline_kind ON listed_deadline (reseller_id, kind, day, customer_sort, subject);                 -- … of one kind
CREATE INDEX listed_deadline_customer ON listed_deadline (reseller_id, customer_sort, day, subject, kind);             -- … by customer
CREATE INDEX listed_deadline_programme ON listed_deadline (reseller_id, programme, day, customer_sort, subject, kind); -- … by programme
CREATE INDEX listed_deadline_search ON listed_deadline USING gin (reseller_id, search gin_trgm_ops);
CREATE INDEX listed_deadline_organisation ON listed_deadline (customer_id);                                            -- a renamed customer's

CREATE VIEW deadline_to_list AS
SELECT d.subject, d.kind::varchar(20) AS kind, d.day, d.reseller_id, d.customer_id, d.programme, lower(o.name) AS customer_sort,
    search_words(o.name, d.subject) AS search
FROM deadline d JOIN organisation o ON o.id = d.customer_id
WHERE d.day IS NOT NULL; -- an offer that is being sent has no last day for a moment

CREATE FUNCTION refresh_deadlines(about varchar) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM partnerflow.listed_deadline l WHERE l.subject = about
        AND NOT EXISTS (SELECT 1 FROM partnerflow.deadline_to_list d WHERE d.subject = about AND d.kind = l.kind);
    INSERT INTO partnerflow.listed_deadline SELECT * FROM partnerflow.deadline_to_list d WHERE d.subject = about
    ON CONFLICT (subject, kind) DO UPDATE SET day = excluded.day, reseller_id = excluded.reseller_id,
        customer_sort = excluded.customer_sort, search = excluded.search;
END $$;

-- How far each invoice is settled, as the view receivable works it out; a credit note is listed too.
CREATE TABLE listed_invoice (
    number         varchar(40) PRIMARY KEY REFERENCES invoice (number),
    bill_to        uuid NOT NULL REFERENCES organisation (id),
    customer_id    uuid NOT NULL REFERENCES organisation (id),
    kind           varchar(20) NOT NULL,
    standing       varchar(20) NOT NULL CHECK (standing IN ('CREDIT_NOTE', 'OPEN', 'PAID', 'CREDITED')),
    issue_date     date NOT NULL,
    due_date       date NOT NULL,
    collection_day date, -- null: nobody collects it
    currency       char(3) NOT NULL,
    gross          numeric(19, 4) NOT NULL,
    open           numeric(19, 4) NOT NULL, -- 0 for a credit note
    customer_sort  text NOT NULL,
    search         text NOT NULL
);
CREATE INDEX listed_invoice_latest ON listed_invoice (bill_to, issue_date DESC, number DESC);             -- Invoices.list
CREATE INDEX listed_invoice_kind ON listed_invoice (bill_to, kind, issue_date DESC, number DESC);         -- … of one kind
CREATE INDEX listed_invoice_standing ON listed_invoice (bill_to, standing, issue_date DESC, number DESC); -- InvoiceStandings.list
CREATE INDEX listed_invoice_due ON listed_invoice (bill_to, due_date, number) WHERE standing = 'OPEN';     -- Receivables.openOf, Overview.invoicesDue
CREATE INDEX listed_invoice_customer ON listed_invoice (customer_id, issue_date DESC, number DESC);       -- … of one customer
CREATE INDEX listed_invoice_by_customer ON listed_invoice (bill_to, customer_sort, number);               -- … by customer
CREATE INDEX listed_invoice_search ON listed_invoice USING gin (bill_to, search gin_trgm_ops);
CREATE INDEX listed_invoice_open ON listed_invoice (due_date, number) WHERE standing = 'OPEN';            -- what everybody owes

CREATE VIEW invoice_to_list AS
SELECT i.number, i.bill_to, i.customer_id, i.kind,
    CASE WHEN i.kind = 'CREDIT_NOTE' THEN 'CREDIT_NOTE' WHEN r.open > 0 THEN 'OPEN' WHEN r.paid > 0 OR r.gross = 0 THEN 'PAID'
        ELSE 'CREDITED' END::varchar(20) AS standing,
    i.issue_date, i.due_date, r.collection_day, i.currency, i.gross, coalesce(r.open, 0) AS open, lower(c.name) AS customer_sort,
    search_words(i.number, i.po_reference, i.cost_group, c.name) AS search
FROM invoice i JOIN organisation c ON c.id = i.customer_id LEFT JOIN receivable r ON r.number = i.number;

CREATE FUNCTION refresh_invoice(wanted varchar) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM partnerflow.invoice i WHERE i.number = wanted FOR NO KEY UPDATE; -- two payments at once are counted both
    INSERT INTO partnerflow.listed_invoice AS l SELECT * FROM partnerflow.invoice_to_list v WHERE v.number = wanted
    ON CONFLICT (number) DO UPDATE SET standing = excluded.standing, open = excluded.open, collection_day = excluded.collection_day,
        customer_sort = excluded.customer_sort, search = excluded.search;
END $$;

CREATE FUNCTION keep_lists() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    CASE TG_TABLE_NAME
        WHEN 'reseller_link' THEN
            IF NEW.until IS NOT NULL THEN
                DELETE FROM partnerflow.listed_customer WHERE reseller_id = NEW.reseller_id AND customer_id = NEW.customer_id;
            END IF;
            PERFORM partnerflow.refresh_customer(NEW.reseller_id, NEW.customer_id);
        WHEN 'customer_order' THEN
            PERFORM partnerflow.refresh_customer(NEW.reseller_id, NEW.customer_id);
        WHEN 'trial' THEN
            PERFORM partnerflow.refresh_customer(NEW.reseller_id, NEW.customer_id);
            PERFORM partnerflow.refresh_deadlines(NEW.number);
        WHEN 'subscription' THEN
            PERFORM partnerflow.refresh_customer(NEW.reseller_id, NEW.customer_id);
            IF TG_OP = 'UPDATE' AND OLD.reseller_id <> NEW.reseller_id THEN
                PERFORM partnerflow.refresh_customer(OLD.reseller_id, NEW.customer_id);
            END IF;
            PERFORM partnerflow.refresh_deadlines(NEW.number);
        WHEN 'subscription_term' THEN
            PERFORM partnerflow.refresh_deadlines(NEW.subscription);
        WHEN 'offer' THEN
            PERFORM partnerflow.refresh_deadlines(NEW.number);
        WHEN 'offer_version' THEN
            PERFORM partnerflow.refresh_deadlines(NEW.offer_number);
        WHEN 'invoice' THEN
            PERFORM partnerflow.refresh_invoice(NEW.number);
            IF NEW.credits IS NOT NULL THEN
                PERFORM partnerflow.refresh_invoice(NEW.credits);
            END IF;
        WHEN 'payment' THEN
            PERFORM partnerflow.refresh_invoice(NEW.invoice);
        WHEN 'debit' THEN
            IF NEW.invoice IS NOT NULL THEN
                PERFORM partnerflow.refresh_invoice(NEW.invoice);
            END IF;
        WHEN 'organisation' THEN
            UPDATE partnerflow.customer_order SET customer_id = customer_id WHERE customer_id = NEW.id;
            UPDATE partnerflow.offer SET customer_id = customer_id WHERE customer_id = NEW.id;
            UPDATE partnerflow.subscription SET customer_id = customer_id WHERE customer_id = NEW.id;
            UPDATE partnerflow.trial SET customer_id = customer_id WHERE customer_id = NEW.id;
            UPDATE partnerflow.shipment SET customer_id = customer_id WHERE customer_id = NEW.id;
            UPDATE partnerflow.device SET customer_id = customer_id WHERE customer_id = NEW.id;
            UPDATE partnerflow.device_return SET customer_id = customer_id WHERE customer_id = NEW.id;
            PERFORM partnerflow.refresh_invoice(number) FROM partnerflow.invoice WHERE customer_id = NEW.id;
            PERFORM partnerflow.refresh_customer(reseller_id, NEW.id) FROM partnerflow.listed_customer WHERE customer_id = NEW.id;
            PERFORM partnerflow.refresh_deadlines(subject) FROM (SELECT DISTINCT subject FROM partnerflow.listed_deadline WHERE customer_id = NEW.id) d;
    END CASE;
    RETURN NULL;
END $$;
CREATE TRIGGER reseller_link_lists AFTER INSERT OR UPDATE ON reseller_link FOR EACH ROW EXECUTE FUNCTION keep_lists();
CREATE TRIGGER customer_order_lists AFTER INSERT OR UPDATE OF status, reseller_id ON customer_order
    FOR EACH ROW EXECUTE FUNCTION keep_lists();
CREATE TRIGGER trial_lists AFTER INSERT OR UPDATE OF status, inactive_from, reseller_id ON trial
    FOR EACH ROW EXECUTE FUNCTION keep_lists();
CREATE TRIGGER subscription_lists AFTER INSERT OR UPDATE OF status, reseller_id, ends_on, follow_up_on, notice_days, reduction_window_months
    ON subscription FOR EACH ROW EXECUTE FUNCTION keep_lists();
CREATE TRIGGER subscription_term_lists AFTER INSERT OR UPDATE ON subscription_term FOR EACH ROW EXECUTE FUNCTION keep_lists();
CREATE TRIGGER offer_lists AFTER INSERT OR UPDATE OF status, sent_version, reseller_id ON offer
    FOR EACH ROW EXECUTE FUNCTION keep_lists();
CREATE TRIGGER offer_version_lists AFTER INSERT OR UPDATE OF valid_until ON offer_version FOR EACH ROW EXECUTE FUNCTION keep_lists();
CREATE TRIGGER invoice_lists AFTER INSERT ON invoice FOR EACH ROW EXECUTE FUNCTION keep_lists();
CREATE TRIGGER payment_lists AFTER INSERT ON payment FOR EACH ROW EXECUTE FUNCTION keep_lists();
CREATE TRIGGER debit_lists AFTER INSERT OR UPDATE OF status, invoice, collection_day ON debit FOR EACH ROW EXECUTE FUNCTION keep_lists();
CREATE TRIGGER organisation_lists AFTER UPDATE OF name, registration_number, city, country ON organisation
    FOR EACH ROW WHEN ((OLD.name, OLD.registration_number, OLD.city, OLD.country) IS DISTINCT FROM
        (NEW.name, NEW.registration_number, NEW.city, NEW.country)) EXECUTE FUNCTION keep_lists();

-- Lines of a contract come one by one, and a renewal writes those of many contracts at once: each contract is looked at once.
CREATE FUNCTION keep_sold_listed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM partnerflow.refresh_customer(c.reseller_id, c.customer_id)
    FROM (SELECT DISTINCT s.reseller_id, s.customer_id FROM written w JOIN partnerflow.subscription s ON s.number = w.subscription
          ORDER BY 1, 2) c;
    RETURN NULL;
END $$;
CREATE TRIGGER subscription_line_inserted AFTER INSERT ON subscription_line REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION keep_sold_listed();
CREATE TRIGGER subscription_line_updated AFTER UPDATE ON subscription_line REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION keep_sold_listed();
CREATE TRIGGER subscription_line_deleted AFTER DELETE ON subscription_line REFERENCING OLD TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION keep_sold_listed();

-- All of it, from what it is made of. Harmless at any time, and the way back if somebody has changed rows by hand.
CREATE FUNCTION rebuild_lists() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE partnerflow.customer_order o SET customer_sort = partnerflow.sort_name(o.customer_id), search = partnerflow.words_of(o);
    UPDATE partnerflow.offer o SET customer_sort = partnerflow.sort_name(o.customer_id), search = partnerflow.words_of(o),
        valid_until = partnerflow.shown_until(o);
    UPDATE partnerflow.subscription s SET customer_sort = partnerflow.sort_name(s.customer_id), search = partnerflow.words_of(s),
        payer = partnerflow.payer_of(s);
    UPDATE partnerflow.trial t SET customer_sort = partnerflow.sort_name(t.customer_id), search = partnerflow.words_of(t);
    UPDATE partnerflow.shipment s SET customer_sort = partnerflow.sort_name(s.customer_id), search = partnerflow.words_of(s);
    UPDATE partnerflow.device d SET customer_sort = partnerflow.sort_name(d.customer_id), search = partnerflow.words_of(d),
        product_sort = (SELECT lower(p.name) FROM partnerflow.product p WHERE p.code = d.product);
    UPDATE partnerflow.device_return r SET customer_sort = partnerflow.sort_name(r.customer_id), search = partnerflow.words_of(r);
    UPDATE partnerflow.compensation_statement s SET search = partnerflow.words_of(s);
    DELETE FROM partnerflow.listed_customer;
    INSERT INTO partnerflow.listed_customer SELECT * FROM partnerflow.customer_to_list;
    DELETE FROM partnerflow.listed_deadline;
    INSERT INTO partnerflow.listed_deadline SELECT * FROM partnerflow.deadline_to_list;
    DELETE FROM partnerflow.listed_invoice;
    INSERT INTO partnerflow.listed_invoice SELECT * FROM partnerflow.invoice_to_list;
END $$;
SELECT rebuild_lists();

ALTER TABLE subscription ALTER COLUMN payer SET NOT NULL;

-- OrderList.of: by number and customer, by words; what is asked by tab, programme and day has its indexes in V225
DROP INDEX customer_order_reseller;
CREATE INDEX customer_order_number ON customer_order (reseller_id, number);
CREATE INDEX customer_order_by_customer ON customer_order (reseller_id, customer_sort, number);
CREATE INDEX customer_order_search ON customer_order USING gin (reseller_id, search gin_trgm_ops);
-- OfferList.of: by createdAt, validUntil and customer, of one state, by words
DROP INDEX offer_of_reseller;
CREATE INDEX offer_created ON offer (reseller_id, created_at, number);
CREATE INDEX offer_until ON offer (reseller_id, valid_until, number);
CREATE INDEX offer_until_latest ON offer (reseller_id, valid_until DESC NULLS LAST, number DESC);
CREATE INDEX offer_by_customer ON offer (reseller_id, customer_sort, number);
CREATE INDEX offer_state ON offer (reseller_id, status, created_at, number);
CREATE INDEX offer_search ON offer USING gin (reseller_id, search gin_trgm_ops);
-- Subscriptions.of: active ones first, newest first; SubscriptionList: by customer, by words; CostGroups.contracts: who pays
DROP INDEX subscription_reseller;
CREATE INDEX subscription_latest ON subscription (reseller_id, status, number DESC);
CREATE INDEX subscription_by_customer ON subscription (reseller_id, customer_sort, number);
CREATE INDEX subscription_search ON subscription USING gin (reseller_id, search gin_trgm_ops);
CREATE INDEX subscription_payer ON subscription (payer, status, customer_sort, number);
CREATE INDEX subscription_payer_search ON subscription USING gin (payer, search gin_trgm_ops);
-- a reseller's trials: latest first, of one state, by their end, by customer, by words
DROP INDEX trial_started_lately; -- the next one serves recent_changes as well
CREATE INDEX trial_started ON trial (reseller_id, started_at, number);
CREATE INDEX trial_state ON trial (reseller_id, status, inactive_from, number);
CREATE INDEX trial_by_customer ON trial (reseller_id, customer_sort, number);
CREATE INDEX trial_search ON trial USING gin (reseller_id, search gin_trgm_ops);
CREATE INDEX trial_customer ON trial (customer_id); -- a renamed customer's
-- ShipmentList.of: by shippedAt, number and customer, by words
DROP INDEX shipment_shipped_lately; -- the next one serves recent_changes as well
CREATE INDEX shipment_shipped ON shipment (reseller_id, shipped_at, number);
CREATE INDEX shipment_by_customer ON shipment (reseller_id, customer_sort, number);
CREATE INDEX shipment_search ON shipment USING gin (reseller_id, search gin_trgm_ops);
CREATE INDEX shipment_customer ON shipment (customer_id, number DESC); -- ShipmentList.ofCustomer
-- DeviceList.of: by since, serial, product and customer, of one state, of one customer, by words
DROP INDEX device_customer;
CREATE INDEX device_since ON device (reseller_id, since, order_number, position);
CREATE INDEX device_since_latest ON device (reseller_id, since DESC, order_number DESC, position);
CREATE INDEX device_serial ON device (reseller_id, serial, order_number, position);
CREATE INDEX device_serial_last ON device (reseller_id, serial DESC NULLS LAST, order_number DESC, position DESC);
CREATE INDEX device_product ON device (reseller_id, product_sort, order_number, position);
CREATE INDEX device_by_customer ON device (reseller_id, customer_sort, order_number, position);
CREATE INDEX device_state ON device (reseller_id, status, since DESC, order_number DESC, position);
CREATE INDEX device_customer ON device (customer_id, since DESC, order_number DESC, position);
CREATE INDEX device_search ON device USING gin (reseller_id, search gin_trgm_ops);
-- Customers.of: whose seats lack
CREATE INDEX seat_override_until ON seat_override (valid_until, customer_id);
-- ReturnRows.of: open ones first, newest first (device_return_reseller), by words
CREATE INDEX device_return_search ON device_return USING gin (reseller_id, search gin_trgm_ops);
-- Statements.list: latest first, by words
CREATE INDEX compensation_statement_latest ON compensation_statement (reseller_id, coalesce(month, sent_on) DESC, number DESC)
    WHERE status <> 'DRAWN_UP';
CREATE INDEX compensation_statement_search ON compensation_statement USING gin (reseller_id, search gin_trgm_ops);
CREATE INDEX compensation_statement_drawn_up ON compensation_statement (reseller_id, drawn_up_at DESC)
    WHERE status <> 'DRAWN_UP'; -- recent_changes
-- OutboxSearch.page: latest first, of one state, by words
CREATE INDEX letter_state ON letter (status, id DESC);
CREATE INDEX letter_search ON letter
    USING gin ((lower(recipient || ' ' || recipient_name || ' ' || subject || ' ' || business_key)) gin_trgm_ops);
