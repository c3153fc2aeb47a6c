package io.partnerflow.payments;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What an invoice is about in money.
 *
 * @param billTo organisation that pays
 * @param credited what credit notes have taken back
 * @param paid what has come in, less what went back
 * @param open what is left; negative if more came in than was left
 */
public record Receivable(
        String invoice,
        UUID billTo,
        LocalDate issueDate,
        LocalDate dueDate,
        Money gross,
        Money credited,
        Money paid,
        Money open) {

    /** How far it is settled. */
    public enum Status {
        OPEN,
        PARTLY_PAID,
        OVERDUE,
        PAID,
        CREDITED
    }

    /** @param today where the vendor is; an invoice is overdue the day after its due date */
    public Status status(LocalDate today) {
        if (!open.isPositive()) {
            return paid.isPositive() || gross.isZero() ? Status.PAID : Status.CREDITED;
        }
        if (dueDate.isBefore(today)) {
            return Status.OVERDUE;
        }
        return paid.isPositive() ? Status.PARTLY_PAID : Status.OPEN;
    }
}
