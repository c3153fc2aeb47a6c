-- The day the last known term ends stands beside the contract, so that a reseller's contracts can be listed by it. The terms stay what
-- counts; the trigger follows every way in which they are written.
ALTER TABLE subscription ADD COLUMN term_ends_on date;

UPDATE subscription s SET term_ends_on =
    (SELECT t.renews_on FROM subscription_term t WHERE t.subscription = s.number ORDER BY t.position DESC LIMIT 1);

CREATE FUNCTION note_end_of_term() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE partnerflow.subscription SET term_ends_on =
        (SELECT t.renews_on FROM partnerflow.subscription_term t WHERE t.subscription = NEW.subscription
         ORDER BY t.position DESC LIMIT 1)
    WHERE number = NEW.subscription;
    RETURN NULL;
END $$;
CREATE TRIGGER subscription_term_ends AFTER INSERT OR UPDATE OF renews_on ON subscription_term
    FOR EACH ROW EXECUTE FUNCTION note_end_of_term();

-- subscriptions.SubscriptionList: a reseller's contracts by their numbers, by the end of the term, by the next invoice
CREATE INDEX subscription_list ON subscription (reseller_id, number DESC);
CREATE INDEX subscription_list_active ON subscription (reseller_id, number DESC) WHERE status = 'ACTIVE';
CREATE INDEX subscription_list_by_end ON subscription (reseller_id, term_ends_on, number) WHERE status = 'ACTIVE';
CREATE INDEX subscription_list_by_invoice ON subscription (reseller_id, next_invoice_on, number) WHERE status = 'ACTIVE';
CREATE INDEX subscription_list_ending ON subscription (reseller_id, ends_on, number) WHERE status = 'ACTIVE' AND ends_on IS NOT NULL;
CREATE INDEX subscription_list_ended ON subscription (reseller_id, number DESC) WHERE status <> 'ACTIVE';
