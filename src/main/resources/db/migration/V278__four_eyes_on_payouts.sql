-- Nobody sends money alone: who prepared a run does not release it, who released it does not confirm what the bank did.
ALTER TABLE payout_run ADD COLUMN released_by varchar(254); -- null until it is released
UPDATE payout_run SET released_by = coalesce(decided_by, 'partnerflow') WHERE status IN ('RELEASED', 'EXECUTED', 'REFUSED');
