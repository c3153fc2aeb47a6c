package io.partnerflow.subscriptions;

import java.time.LocalDate;

/**
 * One or more periods of a subscription, one after the other, that go on one invoice.
 *
 * @param from first day of the first one
 * @param count 1, or more where a contract began in the past (C-09)
 */
public record DuePeriods(String subscription, LocalDate from, int count) {

    /** @throws IllegalArgumentException if there are none */
    public DuePeriods {
        if (count < 1) {
            throw new IllegalArgumentException("no periods of " + subscription);
        }
    }

    static DuePeriods one(String subscription, LocalDate from) {
        return new DuePeriods(subscription, from, 1);
    }

    /** What is owed for them, as processes and invoices name it: {@code SU-2026-000001/2026-04-01}. */
    public String charge() {
        return count == 1 ? "%s/%s".formatted(subscription, from) : "%s/%s/%d".formatted(subscription, from, count);
    }

    /** @throws IllegalArgumentException if the text is not what {@link #charge} writes */
    public static DuePeriods of(String charge) {
        var parts = charge.split("/");
        if (parts.length < 2 || parts.length > 3) {
            throw new IllegalArgumentException("no period of a subscription: " + charge);
        }
        return new DuePeriods(parts[0], LocalDate.parse(parts[1]), parts.length == 3 ? Integer.parseInt(parts[2]) : 1);
    }

    /** First day of one of them; counted from the contract's first day, so that month ends come back (C-05). */
    LocalDate from(int index, LocalDate contractStart, int rhythmMonths) {
        var period = 0;
        while (contractStart.plusMonths((long) period * rhythmMonths).isBefore(from)) {
            period++;
        }
        return index == 0 ? from : contractStart.plusMonths((long) (period + index) * rhythmMonths);
    }
}
