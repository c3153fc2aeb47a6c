package io.partnerflow.api;

import io.partnerflow.subscriptions.Seats;
import io.partnerflow.subscriptions.SubscriptionChange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "SubscriptionChange", description = "Something asked for during the life of a contract.")
record ChangeAnswer(
        @Schema(example = "CH-2026-000001") String number,
        String subscription,
        SubscriptionChange.Kind kind,

        @Schema(description = "REQUESTED until the vendor has decided, SCHEDULED until it is effective, then DONE.")
        SubscriptionChange.Status status,

        @Schema(description = "The day that counts for deadlines, where the vendor is.")
        LocalDate receivedOn,

        @Schema(description = "First day it shows.") LocalDate effectiveOn,

        Instant requestedAt,

        @Schema(description = "Why it was asked for; of a refused change, why it was refused.") @Nullable
        String reason,

        @Schema(description = "What is added or leaves.") List<Line> lines,

        @Schema(description = "Of an extension: first day without the contract; absent of any other change.") @Nullable
        LocalDate extendedUntil) {

    static ChangeAnswer of(SubscriptionChange change) {
        return new ChangeAnswer(
                change.number(),
                change.subscription(),
                change.kind(),
                change.status(),
                change.receivedOn(),
                change.effectiveOn(),
                change.requestedAt(),
                change.details().reason(),
                change.seats().stream().map(Line::of).toList(),
                change.details().extension() == null
                        ? null
                        : change.details().extension().until());
    }

    @Schema(name = "SubscriptionChangeLine")
    record Line(@Nullable String product, int quantity) {

        static Line of(Seats seats) {
            return new Line(seats.product(), seats.quantity());
        }
    }
}
