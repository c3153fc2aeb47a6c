package io.partnerflow.pricing;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What a notice does. Nothing is paid back.
 *
 * @param lastDayForNotice a notice received on it was in time
 * @param inTime           whether this one was
 * @param contractEnds     first day without the service
 */
public record Cancellation(LocalDate lastDayForNotice, boolean inTime, LocalDate contractEnds) {

    /**
     * <b>Source:</b> C-10, C-13, A-09: in time, the contract ends with the running term; late, it renews once more.
     *
     * @param renewed    the term the coming renewal would begin
     * @param received   the day the notice came, where the vendor is
     * @param noticeDays before the renewal
     */
    public static Cancellation of(Term renewed, LocalDate received, int noticeDays) {
        var deadlines = Deadlines.of(renewed.from(), noticeDays, 0);
        var inTime = deadlines.allowsNoticeOn(received);
        return new Cancellation(deadlines.lastDayForNotice(), inTime, inTime ? renewed.from() : renewed.renewalDate());
    }

    public LocalDate lastServiceDay() {
        return contractEnds.minusDays(1);
    }

    /** Whether there is another term before the contract ends. */
    public boolean renews() {
        return !inTime;
    }

    /** Always zero. */
    public Money refund(Currency currency) {
        return Money.zero(currency);
    }
}
