package io.partnerflow.debits;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One amount that is or was to be collected from a customer.
 *
 * @param source what it is for, as {@code Charge} names it, or the number of an invoice
 * @param order whose mandate is used
 * @param subscription null if it is not for one
 * @param periodFrom null for what is charged once
 * @param invoice null until it is issued
 * @param announcedOn when the customer was told of this amount
 * @param collectionDay the next one, or the one it was collected on
 * @param returns how often it has come back
 * @param reason code of why it came back last, or of why it is not collected; null as long as all is well
 */
public record Debit(
        long id,
        String source,
        String order,
        @Nullable String subscription,
        String mandate,
        UUID debtor,
        UUID reseller,
        @Nullable LocalDate periodFrom,
        LocalDate dueDate,
        Money amount,
        @Nullable String invoice,
        LocalDate announcedOn,
        LocalDate collectionDay,
        Status status,
        int returns,
        @Nullable String reason) {

    /** How far it is. */
    public enum Status {
        /** The customer knows of it; its day has not come. */
        ANNOUNCED,
        /** It came back and is presented again. */
        RETRYING,
        IN_FILE,
        COLLECTED,
        /** It came back and is not presented again. */
        RETURNED,
        /** It is not collected after all. */
        CANCELLED
    }

    /** Whether it still waits for its file. */
    boolean isWaiting() {
        return status == Status.ANNOUNCED || status == Status.RETRYING;
    }
}
