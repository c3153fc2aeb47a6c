package io.partnerflow.pricing;

import java.time.LocalDate;

/**
 * Until when a running term can still be ended or made smaller; days are the vendor's.
 *
 * @param renewalDate          first day after the term
 * @param lastDayForNotice     a notice received on it is in time (C-10)
 * @param reductionWindowStart from this day to the renewal nothing can be reduced (C-11)
 */
public record Deadlines(LocalDate renewalDate, LocalDate lastDayForNotice, LocalDate reductionWindowStart) {

    /**
     * <b>Source:</b> C-10 calendar days, no weekend shift; C-11 calendar months, clamped to the month's end.
     *
     * @param noticeDays            before the renewal date, 0 or more
     * @param reductionWindowMonths before the renewal date, 0 for no window
     */
    public static Deadlines of(LocalDate renewalDate, int noticeDays, int reductionWindowMonths) {
        return new Deadlines(
                renewalDate, renewalDate.minusDays(noticeDays), renewalDate.minusMonths(reductionWindowMonths));
    }

    /**
     * <b>Source:</b> C-07: payment days after the issue, no weekend shift.
     *
     * @param paymentDays 0 or more
     */
    public static LocalDate dueDate(LocalDate issueDate, int paymentDays) {
        return issueDate.plusDays(paymentDays);
    }

    /** The day before the window opens. */
    public LocalDate lastDayForReduction() {
        return reductionWindowStart.minusDays(1);
    }

    public boolean allowsNoticeOn(LocalDate received) {
        return !received.isAfter(lastDayForNotice);
    }

    public boolean allowsReductionOn(LocalDate requested) {
        return requested.isBefore(reductionWindowStart);
    }
}
