-- Orders that came from an offer named who made the offer as who had accepted the terms; it was the customer, on its link.
UPDATE customer_order o SET terms_accepted_by = a.signatory_email
FROM offer f JOIN offer_acceptance a ON a.offer_number = f.number
WHERE f.order_number = o.number AND o.terms_accepted_by IS NOT NULL;
