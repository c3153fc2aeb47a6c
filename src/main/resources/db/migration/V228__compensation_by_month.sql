-- commission.CompensationByMonth: the last months of a reseller's compensation
CREATE INDEX compensation_statement_months ON compensation_statement (reseller_id, (coalesce(month, sent_on)))
    WHERE status <> 'DRAWN_UP';
