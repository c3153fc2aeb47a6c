-- What a number is about: of which programme, through which reseller, for which customer. The number is what a process carries as its
-- business key. An organisation that has applied and is none yet has only its name.
CREATE VIEW case_about AS
SELECT number, programme, reseller_id, customer_id, NULL::varchar AS applicant FROM customer_order
UNION ALL SELECT number, programme, reseller_id, customer_id, NULL FROM offer
UNION ALL SELECT number, programme, reseller_id, customer_id, NULL FROM trial
UNION ALL SELECT number, programme, reseller_id, customer_id, NULL FROM subscription
UNION ALL SELECT number, programme, reseller_id, customer_id, NULL FROM device_return
UNION ALL SELECT number, programme, organisation_id, NULL, organisation_name FROM reseller_application
UNION ALL SELECT number, programme, reseller_id, NULL, NULL FROM compensation_statement
UNION ALL SELECT number, programme, reseller_id, customer_id, NULL FROM invoice
UNION ALL SELECT source, programme, reseller_id, customer_id, NULL FROM once_charge
UNION ALL SELECT c.number, s.programme, s.reseller_id, s.customer_id, NULL FROM subscription_change c JOIN subscription s ON s.number = c.subscription
UNION ALL SELECT c.number, o.programme, c.reseller_id, c.customer_id, NULL FROM shipment c JOIN customer_order o ON o.number = c.order_number
UNION ALL SELECT c.number, o.programme, o.reseller_id, o.customer_id, NULL FROM damage_report c JOIN customer_order o ON o.number = c.order_number
UNION ALL SELECT c.number, i.programme, i.reseller_id, i.customer_id, NULL FROM dunning c JOIN invoice i ON i.number = c.invoice
UNION ALL SELECT c.number, i.programme, i.reseller_id, i.customer_id, NULL FROM credit_request c JOIN invoice i ON i.number = c.invoice
UNION ALL SELECT number, NULL, reseller_id, customer_id, NULL FROM link_request
UNION ALL SELECT number, NULL, NULL, customer_id, NULL FROM coverage_case
UNION ALL SELECT number, NULL, NULL, customer_id, NULL FROM seat_override;

-- One row for each process that has ever run. The engine forgets what has ended half a year ago; what managers look up does not vanish
-- with it.
CREATE TABLE process_run (
    id          varchar(64)  PRIMARY KEY,     -- the engine's
    process     varchar(255) NOT NULL,        -- key of the model
    version     int          NOT NULL,        -- edition of the model
    definition  varchar(64)  NOT NULL,        -- the engine's id of that edition
    number      varchar(255),                 -- what it is about; null for the house's own runs
    called      boolean      NOT NULL,        -- begun by another process rather than by something that happened
    programme   varchar(40),
    reseller_id uuid         REFERENCES organisation (id),
    customer_id uuid         REFERENCES organisation (id),
    started_at  timestamptz  NOT NULL,
    ended_at    timestamptz,
    state       varchar(40)  NOT NULL,        -- the engine's word
    outcome     varchar(255),                 -- id of the end event
    search      text         NOT NULL
);
CREATE INDEX process_run_number   ON process_run (number, started_at);                                     -- one case
CREATE INDEX process_run_begun    ON process_run (started_at DESC, id) WHERE NOT called;                   -- search without a process
CREATE INDEX process_run_process  ON process_run (process, started_at DESC, id);                           -- search within a process
CREATE INDEX process_run_ended    ON process_run (process, ended_at) INCLUDE (version, programme);         -- lead time of a process
CREATE INDEX process_run_open     ON process_run (process) WHERE ended_at IS NULL;                         -- how many run now
CREATE INDEX process_run_reseller ON process_run (reseller_id, started_at DESC);                           -- search within a reseller
CREATE INDEX process_run_customer ON process_run (customer_id, started_at DESC);                           -- search within a customer
CREATE INDEX process_run_words    ON process_run USING gin (search gin_trgm_ops);                          -- search by words

-- In plpgsql, which looks at the engine's tables when it runs and not before they are there.
CREATE FUNCTION write_process_run(run varchar) RETURNS void LANGUAGE plpgsql SET search_path = partnerflow, public AS $$
BEGIN
    INSERT INTO process_run (id, process, version, definition, number, called, programme, reseller_id, customer_id, started_at, ended_at,
                             state, outcome, search)
    SELECT h.id_, h.proc_def_key_, d.version_, h.proc_def_id_, h.business_key_, h.super_process_instance_id_ IS NOT NULL,
           a.programme, a.reseller_id, a.customer_id, h.start_time_::timestamptz, h.end_time_::timestamptz,
           h.state_, h.end_act_id_,
           search_words(h.business_key_, a.applicant, sort_name(a.reseller_id), sort_name(a.customer_id))
    FROM public.act_hi_procinst h
    JOIN public.act_re_procdef d ON d.id_ = h.proc_def_id_
    LEFT JOIN LATERAL (SELECT * FROM case_about WHERE number = h.business_key_ LIMIT 1) a ON true
    WHERE h.id_ = run
    ON CONFLICT (id) DO UPDATE SET process = excluded.process, version = excluded.version, definition = excluded.definition,
        number = excluded.number, programme = excluded.programme, reseller_id = excluded.reseller_id,
        customer_id = excluded.customer_id, ended_at = excluded.ended_at, state = excluded.state, outcome = excluded.outcome,
        search = excluded.search;
END $$;

-- At the end of the transaction: what a process is about is stored in the same one, not always before it.
CREATE FUNCTION note_process_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM partnerflow.write_process_run(NEW.id_);
    RETURN NULL;
END $$;

-- The engine makes its tables itself, so the application calls this when it has. Nodes that start together wait for each other.
CREATE FUNCTION keep_process_runs() RETURNS void LANGUAGE plpgsql SET search_path = partnerflow, public AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'pf_process_run' AND tgrelid = 'public.act_hi_procinst'::regclass) THEN
        RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('keep_process_runs'));
    IF EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'pf_process_run' AND tgrelid = 'public.act_hi_procinst'::regclass) THEN
        RETURN;
    END IF;
    EXECUTE 'CREATE CONSTRAINT TRIGGER pf_process_run AFTER INSERT OR UPDATE OF end_time_, state_, proc_def_id_, business_key_'
         || ' ON public.act_hi_procinst DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION partnerflow.note_process_run()';
    PERFORM write_process_run(h.id_) FROM public.act_hi_procinst h;
END $$;
