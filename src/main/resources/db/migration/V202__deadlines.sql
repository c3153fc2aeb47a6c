-- Every day a reseller has to think of, one row each: what its contracts, trials and offers come to and until when something can
-- still be done. Serves deadlines.Deadlines; rows are found by subscription_reseller, trial_reseller and offer_of_reseller.
CREATE VIEW deadline AS
SELECT s.reseller_id, s.customer_id, s.programme, s.number AS subject, k.kind, k.day
FROM subscription s
JOIN programme_version v ON v.code = s.programme AND v.version = s.policy_version
JOIN LATERAL (SELECT renews_on FROM subscription_term WHERE subscription = s.number ORDER BY position DESC LIMIT 1) t ON true
CROSS JOIN LATERAL (SELECT s.ends_on IS NULL AND v.policy::json ->> 'endOfTerm' = 'RENEWS' AS renews) r
CROSS JOIN LATERAL (VALUES
    ('CONTRACT_ENDS', s.ends_on - 1), -- the last day with it
    ('FOLLOW_UP', s.follow_up_on),
    ('RENEWAL', CASE WHEN r.renews THEN t.renews_on END),
    ('LAST_NOTICE', CASE WHEN r.renews THEN t.renews_on - s.notice_days END),
    ('LAST_REDUCTION', CASE WHEN r.renews AND s.reduction_window_months > 0
        THEN (t.renews_on - make_interval(months => s.reduction_window_months))::date - 1 END)) k (kind, day)
WHERE s.status = 'ACTIVE' AND k.day IS NOT NULL
UNION ALL
SELECT reseller_id, customer_id, programme, number, 'TRIAL_ENDS', inactive_from - 1
FROM trial WHERE status IN ('STARTING', 'IN_USE')
UNION ALL
SELECT o.reseller_id, o.customer_id, o.programme, o.number, 'OFFER_EXPIRES', v.valid_until
FROM offer o JOIN offer_version v ON v.offer_number = o.number AND v.number = o.sent_version
WHERE o.status = 'SENT';

-- The address under which somebody's calendar fetches a reseller's deadlines. The secret itself is known to nobody but its user.
CREATE TABLE deadline_feed (
    secret_hash char(64) PRIMARY KEY,
    user_id     uuid NOT NULL REFERENCES user_account (id),
    reseller_id uuid NOT NULL REFERENCES organisation (id),
    created_at  timestamptz NOT NULL,
    revoked_at  timestamptz,
    fetched_at  timestamptz -- when a calendar last asked
);
-- one that works per user and reseller
CREATE UNIQUE INDEX deadline_feed_open ON deadline_feed (user_id, reseller_id) WHERE revoked_at IS NULL;
