package io.partnerflow.payments;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was paid on one invoice.
 *
 * @param reference what brought it; the same one counts once
 * @param entry of the bank; null if the bank has nothing to do with it
 * @param amount negative for what went back
 */
record Payment(
        String reference,
        Kind kind,
        String invoice,
        @Nullable Long entry,
        Money amount,
        LocalDate receivedOn) {

    enum Kind {
        BANK,
        DEBIT,
        SET_OFF,
        ON_ACCOUNT,
        RETURN
    }
}
