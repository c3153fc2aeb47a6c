package io.partnerflow.api;

import io.partnerflow.access.Caller;
import io.partnerflow.orders.WantedOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewOrder", description = "An order to place. Prices, discounts and status are not the caller's to set.")
record NewOrder(
        @Schema(
                description = "Code of a programme the reseller sells under.",
                example = "licence",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String programme,

        @Schema(description = "A customer the reseller takes care of.", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        UUID organisationId,

        @Schema(description = "1 to 20, each product once.", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        List<Line> lines,

        @Schema(
                description = "One of the programme's terms.",
                example = "12",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        Integer termMonths,

        @Schema(
                description = "First day of the term, today or later unless the programme allows otherwise.",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        LocalDate startDate,

        @Schema(description = "Stands on every invoice; at most 64 characters.", maxLength = 64) @Nullable
        String poReference,

        @Schema(
                description =
                        "Who signs the agreement for the customer; needed where the programme asks for a signed one.")
        @Nullable
        Signatory signatory,

        @Schema(description = "The trial to convert. If left out, the customer's own trial is converted if it has one.")
        @Nullable
        String trialNumber,

        @Schema(description = "The terms that were read and accepted.", requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        AcceptedTerms acceptedTerms) {

    @Schema(name = "NewOrderLine")
    record Line(
            @Schema(example = "planning-licence") @Nullable String product,

            @Schema(description = "1 to the programme's largest quantity.", example = "10") @Nullable
            Integer quantity) {

        WantedOrder.Line wanted() {
            return new WantedOrder.Line(product, quantity);
        }
    }

    @Schema(name = "Signatory")
    record Signatory(@Nullable String name, @Nullable String email) {}

    @Schema(name = "AcceptedTerms")
    record AcceptedTerms(
            @Schema(example = "2024-1") @Nullable String version) {}

    WantedOrder wanted(Caller caller) {
        return new WantedOrder(
                caller.reseller(),
                programme,
                organisationId,
                trialNumber,
                lines == null ? List.of() : lines.stream().map(Line::wanted).toList(),
                termMonths,
                startDate,
                poReference,
                signatory == null ? null : signatory.name(),
                signatory == null ? null : signatory.email(),
                acceptedTerms == null ? null : acceptedTerms.version(),
                caller.email());
    }
}
