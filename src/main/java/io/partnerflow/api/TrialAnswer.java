package io.partnerflow.api;

import io.partnerflow.trials.TrialView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Trial", description = "A customer tries the product.")
record TrialAnswer(
        @Schema(example = "TR-2026-000001") String number,

        @Schema(description = "STARTING, IN_USE, INACTIVE, CONVERTED or PURGED.", example = "IN_USE")
        String status,

        String programme,
        UUID organisationId,
        String customerType,
        List<TrialPeople> users,
        Instant startedAt,

        @Schema(description = "Last day it can be used, in the vendor's calendar.")
        LocalDate lastActiveDay,

        @Schema(description = "First day it cannot be used any more.")
        LocalDate inactiveFrom,

        @Schema(description = "The day everything in it is deleted, unless an order takes it over.")
        LocalDate purgeOn,

        @Schema(description = "Days on which it can still be used, today included.")
        long daysLeft,

        @Schema(description = "How many more times the reseller may extend it.")
        int extensionsLeft,

        @Schema(description = "The order that is under way or has taken it over; absent if there is none.") @Nullable
        String order,

        @Schema(description = "When it was converted or deleted; absent while it is open.") @Nullable
        Instant endedAt) {

    static TrialAnswer of(TrialView trial, LocalDate today, int extensionsLeft) {
        return new TrialAnswer(
                trial.number(),
                trial.status().name(),
                trial.programme(),
                trial.customer(),
                trial.customerType(),
                trial.people().stream().map(TrialPeople::of).toList(),
                trial.startedAt(),
                trial.dates().lastActiveDay(),
                trial.dates().inactiveFrom(),
                trial.dates().purgeOn(),
                trial.daysLeft(today),
                extensionsLeft,
                trial.orderNumber(),
                trial.endedAt());
    }
}
