package io.partnerflow.payments;

import io.partnerflow.bankfiles.BankFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of the bank.
 *
 * @param number BS-…
 * @param bankId what the bank calls it; empty for a table
 * @param entries how many movements it tells
 * @param booked how many of them are done with; less than all while it is being booked
 * @param pending how many the bank had not booked yet
 * @param confirmedBy null until somebody has said that it is to be booked
 */
public record BankStatement(
        String number,
        String fileName,
        BankFile.Format format,
        String bankId,
        Status status,
        int entries,
        int booked,
        int pending,
        String readBy,
        Instant readAt,
        @Nullable String confirmedBy,
        @Nullable Instant bookedAt) {

    /** How far it is. */
    public enum Status {
        /** Read and shown, nothing is booked. */
        READ,
        BOOKING,
        BOOKED
    }
}
