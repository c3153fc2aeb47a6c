package io.partnerflow.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The one way this system rounds. */
public final class Rounding {

    private Rounding() {}

    /**
     * Commercial rounding: to the nearest, a tie away from zero.
     *
     * <p><b>Source:</b> C-01.
     *
     * @param digits decimals of the result, 0 or more
     */
    public static BigDecimal halfUp(BigDecimal value, int digits) {
        if (digits < 0) {
            throw new IllegalArgumentException("digits must be 0 or more, was " + digits);
        }
        return value.setScale(digits, RoundingMode.HALF_UP);
    }
}
