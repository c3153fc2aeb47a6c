package io.partnerflow.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An imported file as others see it.
 *
 * @param number IM-…
 * @param reseller null for the vendor's
 * @param customers rows of each kind
 * @param errors how many there are; a file with any is not written
 * @param hints how many things are worth knowing
 * @param done rows that are written, or orders that are begun, out of {@code total}
 * @param sameAs another import of the very same file that was or is being written; null if there is none
 */
public record ImportView(
        String number,
        @Nullable UUID reseller,
        ImportStatus status,
        String fileName,
        String sha256,
        String uploadedBy,
        Instant uploadedAt,
        int customers,
        int contracts,
        int orders,
        int errors,
        int hints,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant finishedAt,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt,
        int done,
        int total,
        @Nullable String sameAs) {

    public int rows() {
        return customers + contracts + orders;
    }

    public boolean mayBeConfirmed() {
        return status == ImportStatus.CHECKED && errors == 0 && sameAs == null;
    }

    /** Customers nobody has done anything with can be taken away; contracts and orders have lives of their own. */
    public boolean mayBeUndone() {
        return status == ImportStatus.DONE && contracts == 0 && orders == 0;
    }

    /** 0 to 100. */
    public int percent() {
        return total == 0 ? 0 : (int) Math.min(100, done * 100L / total);
    }
}
