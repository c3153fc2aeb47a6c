package io.partnerflow.overview;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something an organisation has to do before it goes on.
 *
 * @param subject human number of what waits
 * @param customer whom it is about; null for none. For a request for a link the reseller that asks
 * @param name of that organisation; null for none
 * @param since first day on which it waited
 * @param due last day; null if nothing happens by itself
 */
public record WaitingWork(
        Kind kind,
        String subject,
        @Nullable UUID customer,
        @Nullable String name,
        LocalDate since,
        @Nullable LocalDate due) {

    /** What has to be done. */
    public enum Kind {
        ORDER_FORM,
        SIGNED_AGREEMENT,
        AGREEMENT_RETURNED,
        ORIGINAL,
        ACCOUNT_QUESTION,
        CREDIT_ALTERNATIVE,
        RECEIPT,
        OFFER_QUESTION,
        SEATS_MISSING,
        ACCOUNT_LIMITED,
        RETURN,
        FOLLOW_UP,
        STATEMENT,
        INVOICE_OVERDUE,
        LINK_REQUEST;

        /** Whether only those may know of it who may see invoices. */
        public boolean isAboutMoney() {
            return this == STATEMENT || this == INVOICE_OVERDUE;
        }
    }

    /** Whether its last day is over, or it is late by its nature. */
    public boolean late(LocalDate today) {
        return kind == Kind.INVOICE_OVERDUE || due != null && due.isBefore(today);
    }
}
