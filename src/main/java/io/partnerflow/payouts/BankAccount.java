package io.partnerflow.payouts;

import java.time.Instant;
import java.util.UUID;

/**
 * Where an organisation wants its money.
 *
 * @param holder    as the bank knows it
 * @param iban      without spaces
 * @param changedBy who entered it
 * @param changes   how often one has been entered, this time included
 */
public record BankAccount(
        UUID organisation, String holder, String iban, Instant changedAt, String changedBy, int changes) {

    /** All that a letter or a log may show of it. */
    public String ending() {
        return iban.substring(iban.length() - 4);
    }
}
