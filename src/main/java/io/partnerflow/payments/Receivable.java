package io.partnerflow.payments;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice is about in money.
 *
 * @param billTo organisation that pays
 * @param credited what credit notes have taken back
 * @param paid what has come in, less what went back
 * @param open what is left; negative if more came in than was left
 * @param collectionDay when it is collected from the payer's account; null if no debit is announced or with the bank
 */
public record Receivable(
        String invoice,
        UUID billTo,
        LocalDate issueDate,
        LocalDate dueDate,
        Money gross,
        Money credited,
        Money paid,
        Money open,
        @Nullable LocalDate collectionDay) {

    /** How far it is settled. */
    public enum Status {
        OPEN,
        PARTLY_PAID,
        OVERDUE,
        PAID,
        CREDITED
    }

    /** @param today where the vendor is; an invoice is overdue the day after its due date, unless it is being collected */
    public Status status(LocalDate today) {
        if (!open.isPositive()) {
            return paid.isPositive() || gross.isZero() ? Status.PAID : Status.CREDITED;
        }
        if (dueDate.isBefore(today) && !isCollected()) {
            return Status.OVERDUE;
        }
        return paid.isPositive() ? Status.PARTLY_PAID : Status.OPEN;
    }

    /** Whether its payer has nothing to do: what is open comes by direct debit. */
    public boolean isCollected() {
        return collectionDay != null && open.isPositive();
    }
}
