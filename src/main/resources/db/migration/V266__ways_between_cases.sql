-- What belongs to one business, and what was asked about its failed steps: the page of a case.
CREATE INDEX invoice_order ON invoice (order_number) WHERE subscription IS NULL;                      -- steering.RelatedNumbers
CREATE INDEX dunning_invoice ON dunning (invoice);                                                     -- steering.RelatedNumbers
CREATE INDEX offer_alternative ON offer (alternative_to) WHERE alternative_to IS NOT NULL;             -- steering.RelatedNumbers
CREATE INDEX failed_step_question_case ON failed_step_question (business_key, asked_at DESC);          -- steering.FailureQuestionRows.ofCase
