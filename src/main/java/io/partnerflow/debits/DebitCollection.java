package io.partnerflow.debits;

import io.partnerflow.parties.Address;
import io.partnerflow.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is collected on one day in one currency.
 *
 * @param number DD-…
 * @param decidedBy null while nobody has released or postponed it
 * @param note why it was postponed, or what the bank said; null otherwise
 * @param sha256 of the file; null before it is written
 */
public record DebitCollection(
        String number,
        Status status,
        LocalDate collectionDay,
        int debits,
        Money controlSum,
        Instant preparedAt,
        @Nullable String decidedBy,
        @Nullable String note,
        @Nullable String sha256) {

    /** How far it is. */
    public enum Status {
        PREPARED,
        RELEASED,
        COLLECTED,
        POSTPONED,
        REFUSED
    }

    /**
     * One debit of it.
     *
     * @param endToEnd what the bank calls it
     * @param firstUse whether it is the first one under its mandate
     * @param text what the customer's statement says
     * @param returnedOn null as long as it has not come back
     * @param invoice null while it is not issued
     */
    public record Presentation(
            long debit,
            int position,
            String endToEnd,
            boolean firstUse,
            String mandate,
            LocalDate signedOn,
            String name,
            String country,
            Address address,
            String holder,
            String iban,
            @Nullable String bic,
            Money amount,
            String text,
            String order,
            @Nullable String subscription,
            @Nullable String invoice,
            @Nullable LocalDate returnedOn,
            @Nullable String reason) {

        /** All that people need to recognise the account. */
        public String maskedIban() {
            return new io.partnerflow.mandates.DebitAccount(holder, iban, bic).masked();
        }

        /** Its file. */
        public String collection() {
            return endToEnd.replaceAll("-[^-]*$", "");
        }

        String sequence() {
            return firstUse ? "FRST" : "RCUR";
        }
    }
}
