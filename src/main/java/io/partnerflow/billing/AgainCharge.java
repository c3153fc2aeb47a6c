package io.partnerflow.billing;

/**
 * A charge that may stand for credited invoices of the same: {@code SU-2026-000001/2026-04-01~1} is that period for the
 * second time.
 *
 * @param charge as it was the first time
 * @param again how many credited invoices it stands for
 */
record AgainCharge(String charge, int again) {

    private static final String MARK = "~";

    static AgainCharge of(String text) {
        var parts = text.split(MARK);
        return new AgainCharge(parts[0], parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
    }

    static AgainCharge after(String text) {
        var last = of(text);
        return new AgainCharge(last.charge(), last.again() + 1);
    }

    /** The one before it; only if {@link #again} is more than 0. */
    AgainCharge before() {
        return new AgainCharge(charge, again - 1);
    }

    String text() {
        return again == 0 ? charge : charge + MARK + again;
    }
}
