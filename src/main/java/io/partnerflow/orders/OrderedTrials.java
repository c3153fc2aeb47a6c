package io.partnerflow.orders;

import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.trials.TrialManagement;
import io.partnerflow.trials.TrialOrders;
import io.partnerflow.trials.TrialStatus;
import io.partnerflow.trials.TrialView;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The trial an order takes over, so that nothing the customer has made is lost. */
@Component
class OrderedTrials {

    private final TrialManagement trials;
    private final TrialOrders orders;

    OrderedTrials(TrialManagement trials, TrialOrders orders) {
        this.trials = trials;
        this.orders = orders;
    }

    /**
     * The trial to convert: the one that was named, else the customer's own.
     *
     * @return null if the order begins a new account
     * @throws Invalid if the one named is not a trial of this customer under this programme
     * @throws Conflict if another order is about it
     */
    @Nullable
    String toConvert(WantedOrder wanted) {
        return wanted.trialNumber() == null ? own(wanted) : named(wanted, wanted.trialNumber());
    }

    private @Nullable String own(WantedOrder wanted) {
        return trials.of(wanted.reseller(), wanted.customer()).stream()
                .filter(trial -> isFor(wanted, trial) && isConvertible(trial))
                .max(Comparator.comparing((TrialView trial) -> trial.status().isOpen())
                        .thenComparing(TrialView::startedAt))
                .map(TrialView::number)
                .orElse(null);
    }

    private String named(WantedOrder wanted, String number) {
        var trial = trials.of(wanted.reseller(), wanted.customer()).stream()
                .filter(one -> one.number().equals(number) && isFor(wanted, one))
                .findFirst()
                .orElseThrow(() -> new Invalid(new Invalid.Collector()
                        .reject("trialNumber", "trial-unknown", number)
                        .fields()));
        if (trial.orderNumber() != null) {
            throw new Conflict("trial-has-order", number, trial.orderNumber());
        }
        return number;
    }

    private static boolean isFor(WantedOrder wanted, TrialView trial) {
        return trial.programme().equals(wanted.programme());
    }

    private static boolean isConvertible(TrialView trial) {
        return trial.orderNumber() == null && trial.status() != TrialStatus.PURGED;
    }

    /** From now on this order alone may convert it. */
    void started(@Nullable String trial, String order) {
        if (trial != null) {
            orders.orderStarted(trial, order);
        }
    }

    /** Another order may be started. */
    void ended(@Nullable String trial, String order) {
        if (trial != null) {
            orders.orderEnded(trial, order);
        }
    }
}
