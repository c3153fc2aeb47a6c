CREATE INDEX coverage_case_customer ON coverage_case (customer_id); -- a customer's history: CoverageCases.numbersOf
