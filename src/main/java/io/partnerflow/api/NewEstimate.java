package io.partnerflow.api;

import io.partnerflow.access.Caller;
import io.partnerflow.orders.WantedOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewEstimate", description = "A would-be order to say the price of.")
record NewEstimate(
        @Schema(example = "licence") @Nullable String programme,

        @Schema(description = "May be left out: the price does not depend on it.") @Nullable
        UUID organisationId,

        @Nullable List<NewOrder.Line> lines,
        @Schema(example = "12") @Nullable Integer termMonths,
        @Nullable LocalDate startDate,
        @Schema(maxLength = 64) @Nullable String poReference) {

    WantedOrder wanted(Caller caller) {
        return new WantedOrder(
                caller.reseller(),
                programme,
                organisationId,
                null,
                lines == null
                        ? List.of()
                        : lines.stream().map(NewOrder.Line::wanted).toList(),
                termMonths,
                startDate,
                poReference,
                null,
                null,
                null,
                caller.email());
    }
}
