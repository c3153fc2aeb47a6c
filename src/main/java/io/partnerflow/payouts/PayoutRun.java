package io.partnerflow.payouts;

import io.partnerflow.parties.Address;
import io.partnerflow.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Payments that go to the bank together.
 *
 * @param number PY-…, also the file's message id
 * @param executionDate when the bank is to carry it out
 * @param controlSum of all payments
 * @param preparedBy who at the vendor
 * @param decidedBy who released, held or confirmed it last; null while nobody has
 * @param note why it was held or refused; null otherwise
 * @param sha256 of the file; null while there is none
 */
public record PayoutRun(
        String number,
        Status status,
        LocalDate executionDate,
        int payments,
        Money controlSum,
        Instant preparedAt,
        String preparedBy,
        @Nullable String decidedBy,
        @Nullable String note,
        @Nullable String sha256) {

    /** Where a run stands. */
    public enum Status {
        /** Waits for release. */
        PREPARED,
        /** The file is there. */
        RELEASED,
        EXECUTED,
        /** Never became a file. */
        HELD,
        /** The bank did not carry the file out. */
        REFUSED
    }

    /**
     * One of the payments.
     *
     * @param position from 1
     * @param organisation who gets it
     * @param holder of the account
     * @param documents what it pays
     */
    public record Payment(
            int position,
            UUID organisation,
            String name,
            String country,
            Address address,
            String holder,
            String iban,
            Money amount,
            List<String> documents) {

        public Payment {
            documents = List.copyOf(documents);
        }
    }
}
