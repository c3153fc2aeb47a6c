package io.partnerflow.payments;

/**
 * An invoice a movement can be for.
 *
 * @param named whether the movement names it; otherwise its payer owes exactly the amount on it
 */
record Candidate(Receivable receivable, boolean named) {}
