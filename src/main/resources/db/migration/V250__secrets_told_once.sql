-- Answers that are remembered for calls sent twice no longer hold the secrets of webhooks: they are told once.
UPDATE idempotent_call
SET body = convert_to(regexp_replace(convert_from(body, 'UTF8'), ',"secret":"whsec_[^"]*"', ''), 'UTF8')
WHERE convert_from(body, 'UTF8') LIKE '%,"secret":"whsec\_%';
