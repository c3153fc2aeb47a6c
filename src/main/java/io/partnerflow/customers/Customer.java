package io.partnerflow.customers;

import io.partnerflow.shared.Money;
import io.partnerflow.trials.TrialStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as its reseller's lists show it.
 *
 * @param since when the reseller prepared it
 * @param trial its trial, the open one before earlier ones; null if it never had one
 * @param orderNumber the order that is under way; null if there is none
 * @param revenue what it brings; null while it has no running contract
 * @param seatsMissing whether it has fewer seats than devices, and its reseller was told
 * @param limited whether its account can be used only in part for that
 */
public record Customer(
        UUID id,
        String name,
        String country,
        String registrationNumber,
        String city,
        Instant since,
        CustomerState state,
        @Nullable Trial trial,
        @Nullable String orderNumber,
        @Nullable Revenue revenue,
        boolean seatsMissing,
        boolean limited) {

    /**
     * @param inactiveFrom first day it cannot be used any more
     * @param purgeOn when its data go
     */
    public record Trial(String number, TrialStatus status, LocalDate inactiveFrom, LocalDate purgeOn) {

        /** Days on which it can still be used, today included; 0 if it cannot. */
        public long daysLeft(LocalDate today) {
            return status == TrialStatus.IN_USE ? Math.max(0, ChronoUnit.DAYS.between(today, inactiveFrom)) : 0;
        }
    }

    /**
     * @param soldPerYear at list price (PA-2)
     * @param discountPerYear what the reseller's discount is worth
     * @param nextInvoiceOn null if none will come
     */
    public record Revenue(
            long subscriptions,
            Money soldPerYear,
            Money discountPerYear,
            @Nullable LocalDate nextInvoiceOn) {}

    /** Whether a trial could be started now: there is none, or its data are gone; and nothing is ordered or bought. */
    public boolean triable() {
        return orderNumber == null
                && (state == CustomerState.PREPARED || state == CustomerState.ENDED)
                && (trial == null || trial.status() == TrialStatus.PURGED);
    }

    /** Whether an order could be started now. */
    public boolean orderable() {
        return orderNumber == null && (trial == null || trial.status() != TrialStatus.STARTING);
    }
}
