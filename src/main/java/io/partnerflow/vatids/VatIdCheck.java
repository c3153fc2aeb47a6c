package io.partnerflow.vatids;

import io.partnerflow.tax.VatCase.VatIdStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said about an organisation's VAT id.
 *
 * @param vatId the one that was asked about; null if it had none when a clerk decided
 * @param holdsUntil from then on it must be asked about again
 * @param answeredBy register, or the desk
 * @param consultationNumber the register's receipt; null if it gave none
 * @param registeredName as the tax office has it; null if it did not say
 * @param evidence what the clerk has seen; null if a register answered
 */
public record VatIdCheck(
        UUID organisation,
        @Nullable String vatId,
        Result result,
        Instant checkedAt,
        Instant holdsUntil,
        String answeredBy,
        @Nullable String consultationNumber,
        @Nullable String registeredName,
        @Nullable String evidence) {

    /** What was said. */
    public enum Result {
        /** A register knows it. */
        VALID(VatIdStatus.VALID),
        /** A register does not know it. */
        INVALID(VatIdStatus.INVALID),
        /** A clerk has seen that it is real. */
        CONFIRMED(VatIdStatus.VALID),
        /** A clerk has decided to charge VAT. */
        WAIVED(VatIdStatus.WAIVED);

        private final VatIdStatus status;

        Result(VatIdStatus status) {
            this.status = status;
        }

        VatIdStatus status() {
            return status;
        }
    }
}
