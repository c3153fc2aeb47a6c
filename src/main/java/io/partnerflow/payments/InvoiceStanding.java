package io.partnerflow.payments;

import io.partnerflow.billing.Invoices;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of invoices and credit notes, with what was paid.
 *
 * @param receivable null for a credit note, on which nothing is owed
 */
public record InvoiceStanding(
        Invoices.Row invoice, @Nullable Receivable receivable) {}
