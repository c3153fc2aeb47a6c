package io.partnerflow.returns;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the customer pays for a device beside the rent.
 *
 * @param amount net
 * @param charge what billing knows it by
 * @param invoice its number; null while it is not issued
 * @param credit CR-…: the device came after all; null if the fee stands
 */
public record ReturnFee(
        String serial,
        Finding finding,
        Money amount,
        String charge,
        LocalDate chargedOn,
        @Nullable String invoice,
        @Nullable String credit) {

    /** What it is charged for; the first input of {@code processes/return.fee.dmn}. */
    public enum Finding {
        DAMAGED_MINOR,
        DAMAGED_MAJOR,
        LOCKED,
        MISSING_PARTS,
        LOST
    }
}
