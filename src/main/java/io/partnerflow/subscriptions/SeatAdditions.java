package io.partnerflow.subscriptions;

import io.partnerflow.engine.ModuleService;

/** Seats that are added to a running contract. */
@ModuleService
public class SeatAdditions {

    private static final String NUMBERS = "CH-";

    /** Whether a charge is for seats that were added, and so is for {@link #cost}. */
    public static boolean isOne(String charge) {
        return charge.startsWith(NUMBERS);
    }

    /**
     * What the seats of a change cost until the end of the billing period they were added in (C-04).
     *
     * @param change CH-…
     */
    public PeriodToInvoice cost(String change) {
        throw new IllegalArgumentException("no seats were added by " + change);
    }
}
