package io.partnerflow.pricing;

import io.partnerflow.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a wish for fewer seats.
 *
 * @param outcome           whether it can be done
 * @param effective         the renewal date, null if refused
 * @param seatsUntilRenewal unchanged
 * @param seatsAfterRenewal fewer, unless refused
 */
public record SeatReduction(
        Outcome outcome, @Nullable LocalDate effective, int seatsUntilRenewal, int seatsAfterRenewal) {

    /** Whether seats can go, and if not, why. */
    public enum Outcome {
        ACCEPTED,
        /** Too close to the renewal. */
        WINDOW_CLOSED,
        /** The renewal has been: the wish concerns the new term. */
        TERM_ENDED,
        MORE_THAN_THERE_ARE
    }

    /**
     * <b>Source:</b> C-11, A-39 to A-41: effective at the renewal, no refund, no credit.
     *
     * @param requested where the vendor is
     * @param seats     now
     * @param remove    1 or more
     * @throws IllegalArgumentException if {@code remove} is below 1
     */
    public static SeatReduction of(Deadlines deadlines, LocalDate requested, int seats, int remove) {
        if (remove < 1) {
            throw new IllegalArgumentException("a reduction removes 1 or more, was " + remove);
        }
        var outcome = outcome(deadlines, requested, seats, remove);
        return outcome == Outcome.ACCEPTED
                ? new SeatReduction(outcome, deadlines.renewalDate(), seats, seats - remove)
                : new SeatReduction(outcome, null, seats, seats);
    }

    public boolean accepted() {
        return outcome == Outcome.ACCEPTED;
    }

    /** Always zero. */
    public Money credit(Currency currency) {
        return Money.zero(currency);
    }

    private static Outcome outcome(Deadlines deadlines, LocalDate requested, int seats, int remove) {
        if (!requested.isBefore(deadlines.renewalDate())) {
            return Outcome.TERM_ENDED;
        }
        if (!deadlines.allowsReductionOn(requested)) {
            return Outcome.WINDOW_CLOSED;
        }
        return remove > seats ? Outcome.MORE_THAN_THERE_ARE : Outcome.ACCEPTED;
    }
}
