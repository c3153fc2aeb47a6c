-- What a product is for VAT, and the type of device one piece covers (A-06).
ALTER TABLE product ADD COLUMN supply varchar(20) NOT NULL DEFAULT 'SERVICE' CHECK (supply IN ('SERVICE', 'GOODS'));
ALTER TABLE product ADD COLUMN device_type varchar(40);

-- What the programme said when the contract was made, or what this contract says instead (A-37).
ALTER TABLE subscription ADD COLUMN notice_days int;
ALTER TABLE subscription ADD COLUMN reduction_window_months int;
ALTER TABLE subscription ADD COLUMN payment_days int;
ALTER TABLE subscription ADD COLUMN renewal_months int CHECK (renewal_months > 0);             -- null: as long as the term before (C-13)
ALTER TABLE subscription ADD COLUMN agreed_term_discount numeric(9, 6);                         -- null: the programme's
ALTER TABLE subscription ADD COLUMN agreed_partner_discount numeric(9, 6);                      -- null: the reseller's of the renewal date
ALTER TABLE subscription ADD COLUMN ends_on date;                                               -- first day without it, once notice was given
ALTER TABLE subscription ADD COLUMN cost_group varchar(64);                                     -- project or department it is for (HA-10)

UPDATE subscription s SET
    notice_days = (v.policy::json -> 'deadlines' ->> 'noticeDays')::int,
    reduction_window_months = (v.policy::json -> 'deadlines' ->> 'reductionWindowMonths')::int,
    payment_days = (v.policy::json -> 'deadlines' ->> 'paymentDays')::int
FROM programme_version v WHERE v.code = s.programme AND v.version = s.policy_version;

ALTER TABLE subscription ALTER COLUMN notice_days SET NOT NULL;
ALTER TABLE subscription ALTER COLUMN reduction_window_months SET NOT NULL;
ALTER TABLE subscription ALTER COLUMN payment_days SET NOT NULL;
ALTER TABLE subscription ADD CHECK (notice_days >= 0 AND reduction_window_months >= 0 AND payment_days >= 0);
CREATE INDEX subscription_ending ON subscription (ends_on) WHERE status = 'ACTIVE' AND ends_on IS NOT NULL; -- contracts that end today
