package io.partnerflow.commission;

import io.partnerflow.shared.Money;

/** What of a document has paid one of the reseller's own invoices. */
public record SetOff(String invoice, Money amount) {}
