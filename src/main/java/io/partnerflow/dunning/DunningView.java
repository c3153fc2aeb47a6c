package io.partnerflow.dunning;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the dunning of an invoice is.
 *
 * @param number DU-…
 * @param payer organisation that owes
 * @param secondReminderOn day of the second reminder
 * @param blockOn day from which on the payer can order nothing new
 * @param grantedUntil last day of the time that was granted; null if none was
 */
public record DunningView(
        String number,
        String invoice,
        UUID payer,
        Status status,
        LocalDate foundOn,
        LocalDate secondReminderOn,
        LocalDate blockOn,
        @Nullable LocalDate grantedUntil) {

    /** Where it stands. */
    public enum Status {
        REMINDING,
        BLOCKED,
        GRANTED,
        CLOSED
    }
}
