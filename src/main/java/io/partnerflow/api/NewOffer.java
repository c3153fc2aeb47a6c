package io.partnerflow.api;

import io.partnerflow.access.Caller;
import io.partnerflow.offers.OfferStarts;
import io.partnerflow.offers.WantedOffer;
import io.partnerflow.shared.Invalid;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "NewOffer",
        description = "A bundle to offer. Prices and commission of the lines are not the caller's to set.")
record NewOffer(
        @Schema(description = "Code of a programme that is sold by offer.", example = "workplace") @Nullable
        String programme,

        @Schema(description = "A customer the reseller takes care of; 404 for any other.") @Nullable
        UUID organisationId,

        @Schema(description = "One of the programme's terms.", example = "36") @Nullable
        Integer termMonths,

        @Schema(
                description =
                        "1 to 20, each product once. May be left out with follows or alternativeTo: then the bundle is "
                                + "the old one, for termMonths if that is given.")
        @Nullable
        List<NewOrder.Line> lines,

        @Schema(description = "The reseller's own services, at most 50; it invoices them itself.") @Nullable
        List<Service> ownServices,

        @Schema(description = "Left out: straight to the customer's own address.") @Nullable
        Delivery delivery,

        @Schema(description = "Who gets the letters; left out: the customer's own address.") @Nullable
        Recipient recipient,

        @Schema(description = "To the customer, stands on the offer; at most 2,000 characters.", maxLength = 2000)
        @Nullable
        String note,

        @Schema(description = "The contract whose devices it replaces.", example = "SU-2026-000001") @Nullable
        String follows,

        @Schema(description = "The declined order it is another way to.", example = "OR-2026-000001") @Nullable
        String alternativeTo) {

    @Schema(
            name = "NewOwnService",
            description = "Exactly one of both prices, net, a plain number in the programme's currency.")
    record Service(
            @Nullable String name,
            @Schema(example = "10") @Nullable Integer quantity,

            @Schema(description = "Of one.", example = "9.50") @Nullable
            String monthly,

            @Schema(description = "Of one.", example = "450.00") @Nullable
            String once) {}

    @Schema(name = "NewOfferDelivery")
    record Delivery(
            @Schema(description = "DIRECT or VIA_RESELLER.", example = "DIRECT") @Nullable
            String way,

            @Schema(description = "Left out: the customer's own.") @Nullable
            Address address) {}

    @Schema(name = "NewOfferAddress")
    record Address(
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String postalCode,
            @Nullable String city,
            @Schema(example = "DE") @Nullable String country) {}

    @Schema(name = "NewOfferRecipient")
    record Recipient(@Nullable String name, @Nullable String email) {}

    /** @throws Invalid naming every price that is no number */
    WantedOffer wanted(Caller caller, OfferStarts starts) {
        if (lines == null && follows != null) {
            return again(starts.following(caller.reseller(), follows, caller.email()));
        }
        if (lines == null && alternativeTo != null) {
            return again(starts.insteadOf(caller.reseller(), alternativeTo, caller.email()));
        }
        return new WantedOffer(
                caller.reseller(),
                programme,
                organisationId,
                termMonths,
                lines == null
                        ? List.of()
                        : lines.stream()
                                .map(line -> new WantedOffer.Line(line.product(), line.quantity()))
                                .toList(),
                services(),
                delivery == null ? "DIRECT" : delivery.way(),
                address(),
                recipient == null
                        ? new WantedOffer.Recipient(null, null)
                        : new WantedOffer.Recipient(recipient.name(), recipient.email()),
                note,
                new WantedOffer.Origin(follows, alternativeTo),
                caller.email());
    }

    private WantedOffer again(WantedOffer old) {
        return new WantedOffer(
                old.reseller(),
                old.programme(),
                old.customer(),
                termMonths == null ? old.termMonths() : termMonths,
                old.lines(),
                ownServices == null ? old.ownServices() : services(),
                delivery == null ? old.delivery() : delivery.way(),
                delivery == null ? old.address() : address(),
                recipient == null ? old.recipient() : new WantedOffer.Recipient(recipient.name(), recipient.email()),
                note == null ? old.note() : note,
                old.origin(),
                old.savedBy());
    }

    private WantedOffer.@Nullable Address address() {
        var to = delivery == null ? null : delivery.address();
        return to == null
                ? null
                : new WantedOffer.Address(to.line1(), to.line2(), to.postalCode(), to.city(), to.country());
    }

    private List<WantedOffer.Service> services() {
        var problems = new Invalid.Collector();
        var services = new ArrayList<WantedOffer.Service>();
        for (var service : ownServices == null ? List.<Service>of() : ownServices) {
            var field = "ownServices[%d].".formatted(services.size());
            services.add(new WantedOffer.Service(
                    service.name(),
                    service.quantity(),
                    amount(field + "monthly", service.monthly(), problems),
                    amount(field + "once", service.once(), problems)));
        }
        problems.throwIfAny();
        return services;
    }

    private static @Nullable BigDecimal amount(String field, @Nullable String sent, Invalid.Collector problems) {
        if (sent == null) {
            return null;
        }
        if (!sent.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
            problems.reject(field, "amount", sent, 2);
            return null;
        }
        return new BigDecimal(sent);
    }
}
