package io.partnerflow.payments;

import java.util.Set;

/**
 * Something was put on these invoices, or taken off again; published in the transaction that did it.
 *
 * @param invoices their numbers; ask {@link Receivables} what is open of them now
 */
public record InvoicesSettled(Set<String> invoices) {}
