package io.partnerflow.payments;

import io.partnerflow.shared.Money;
import java.time.LocalDate;

/**
 * What was received on an invoice.
 *
 * @param amount negative for what went back
 */
public record ReceivedPayment(String invoice, LocalDate receivedOn, Money amount, Kind kind) {

    /** Where it came from. */
    public enum Kind {
        BANK,
        /** We collected it. */
        DEBIT,
        /** What we owed the payer. */
        SET_OFF,
        /** What the payer had with us. */
        ON_ACCOUNT,
        /** The bank took it back. */
        RETURN
    }
}
