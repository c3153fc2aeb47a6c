package io.partnerflow.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return of devices, without its lines.
 *
 * @param number RE-…
 * @param kind everything at the end of a contract, or single devices before
 * @param way the devices take back
 * @param reason why single devices come back, in the reseller's words; null at the end of a contract
 * @param dueOn last day for the devices to arrive
 * @param grantedUntil last day of the time that was granted; null if none was
 * @param reminders how many reminders have gone out
 * @param chargedOn the day missing devices were charged; null if they were not
 * @param completedAt null while a device has no end
 */
public record ReturnView(
        String number,
        Kind kind,
        String subscription,
        String order,
        UUID reseller,
        UUID customer,
        String programme,
        int policyVersion,
        Way way,
        @Nullable String reason,
        boolean open,
        LocalDate startedOn,
        LocalDate dueOn,
        @Nullable LocalDate grantedUntil,
        int reminders,
        @Nullable LocalDate chargedOn,
        @Nullable Instant completedAt) {

    /** What comes back. */
    public enum Kind {
        CONTRACT,
        DEVICES
    }

    /** How it comes back (W-25). */
    public enum Way {
        DIRECT,
        VIA_RESELLER;

        /** As message bundles and papers name it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
