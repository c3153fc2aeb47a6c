package io.partnerflow.subscriptions;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows what follows a contract that ends; implemented where offers are kept (W-22, W-23). */
public interface FollowUps {

    /**
     * @param offer OF-…
     * @param order OR-…; null as long as the customer has not accepted
     * @param subscription SU-…; null until the new devices are there
     * @param deliveredOn null until then
     */
    record FollowUp(
            String offer,
            @Nullable String order,
            @Nullable String subscription,
            @Nullable LocalDate deliveredOn) {

        /** Whether the new devices are not there, so that the customer may be left without (W-33). */
        public boolean stillToCome() {
            return order != null && deliveredOn == null;
        }
    }

    /** The latest that has not come to nothing; empty if nothing follows. */
    Optional<FollowUp> of(String subscription);
}
