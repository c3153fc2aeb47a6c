package io.partnerflow.api;

import io.partnerflow.shared.Money;
import io.partnerflow.trials.DataReturn;
import io.partnerflow.trials.DataReturns;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Schema(name = "DataReturn", description = "Properties of an ended trial that go back to the reseller.")
record DataReturnAnswer(
        @Schema(description = "What one property costs, net of tax.")
        Money price,

        @Schema(description = "Properties that can be asked for now.")
        List<Offered> offered,

        @Schema(description = "Properties that were asked for.")
        List<Requested> requested) {

    static DataReturnAnswer of(DataReturns.Offer offer, List<DataReturn> requested) {
        return new DataReturnAnswer(
                offer.price().price(),
                offer.properties().stream()
                        .map(property -> new Offered(property.id(), property.name()))
                        .toList(),
                requested.stream().map(Requested::of).toList());
    }

    @Schema(name = "ReturnableProperty")
    record Offered(String id, String name) {}

    @Schema(name = "RequestedProperty")
    record Requested(
            String id,
            String name,
            Money price,
            Instant requestedAt,

            @Schema(description = "Absent while it has not been moved.") @Nullable
            Instant movedAt,

            @Schema(description = "Absent while it stands on none.", example = "IN-2026-000001") @Nullable
            String invoice) {

        static Requested of(DataReturn one) {
            return new Requested(
                    one.property(), one.propertyName(), one.price(), one.requestedAt(), one.movedAt(), one.invoice());
        }
    }
}
