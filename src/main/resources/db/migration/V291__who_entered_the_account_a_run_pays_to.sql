-- Who had entered the account a payment goes to, frozen with the payment: the account may be entered anew afterwards.
ALTER TABLE payout_payment ADD COLUMN account_entered_by varchar(254); -- null: paid before this was kept, and the account is another one now
UPDATE payout_payment p SET account_entered_by = a.changed_by
FROM payout_account a WHERE a.organisation_id = p.organisation_id AND a.iban = p.iban;
