package io.partnerflow.api;

import io.partnerflow.shipping.Receipt;
import io.partnerflow.shipping.ShipmentView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Schema(name = "Shipment", description = "What left the vendor together for one order.")
record ShipmentAnswer(
        @Schema(example = "SH-2026-000001") String number,
        @Schema(example = "OR-2026-000001") String order,
        UUID organisationId,
        String organisation,

        @Schema(
                description = "under-way, incomplete (something is said to be missing), received, lost (what had not "
                        + "arrived is sent again) or recalled (the order was given up).",
                example = "under-way")
        String status,

        @Schema(description = "Whether it goes to the reseller, who brings it to the customer.")
        boolean viaReseller,

        String recipient,
        Address address,
        @Schema(example = "DHL") String carrier,
        @Nullable String trackingNumber,

        @Schema(description = "Where to follow it.") @Nullable
        String trackingUrl,

        Instant shippedAt,

        @Schema(description = "Day of the last receipt so far.") @Nullable
        LocalDate receivedOn,

        List<Item> items) {

    @Schema(name = "ShipmentAddress")
    record Address(
            String line1,
            @Nullable String line2,
            String postalCode,
            String city,
            @Schema(example = "DE") String country) {}

    @Schema(name = "ShipmentItem")
    record Item(
            @Schema(description = "Id of the device, see /devices.")
            UUID device,

            @Schema(example = "laptop-14") String product,
            @Schema(example = "5CG1234ABC") String serial,

            @Schema(description = "OPEN, RECEIVED, MISSING, LOST or RECALLED.", example = "RECEIVED")
            String outcome,

            @Nullable LocalDate receivedOn,

            @Schema(description = "Whose word it is: RESELLER, CUSTOMER, CARRIER or PROOF.") @Nullable
            String confirmedBy) {}

    static ShipmentAnswer of(ShipmentView view) {
        var address = view.address();
        return new ShipmentAnswer(
                view.number(),
                view.order(),
                view.customer(),
                view.customerName(),
                view.status().code(),
                view.viaReseller(),
                view.recipient(),
                new Address(address.street(), address.line2(), address.postalCode(), address.city(), address.country()),
                view.carrier(),
                view.trackingNumber(),
                view.trackingPage(),
                view.shippedAt(),
                view.receivedOn(),
                view.items().stream().map(ShipmentAnswer::item).toList());
    }

    private static Item item(ShipmentView.Item item) {
        return new Item(
                item.device(),
                item.product(),
                item.serial(),
                item.outcome().name(),
                item.receivedOn(),
                item.confirmedBy() == null ? null : item.confirmedBy().name());
    }

    @Schema(
            name = "NewReceipt",
            description =
                    "What has arrived and what has not. What is not named stays under way; the same again changes "
                            + "nothing.")
    record NewReceipt(
            @Schema(description = "Serial numbers of what has arrived.") @Nullable
            List<@Nullable String> received,

            @Schema(description = "Serial numbers of what was not there; the vendor finds out.") @Nullable
            List<@Nullable String> missing,

            @Schema(description = "The day; today if left out.", example = "2026-11-22") @Nullable
            LocalDate on,

            @Schema(description = "About what is missing, at most 2,000 characters.") @Nullable
            String words) {

        Receipt receipt() {
            return new Receipt(named(received), named(missing), on, words);
        }

        private static List<String> named(@Nullable List<@Nullable String> serials) {
            return Stream.ofNullable(serials)
                    .flatMap(List::stream)
                    .map(serial -> serial == null ? "" : serial)
                    .toList();
        }
    }

    @Schema(name = "NewDamageReport")
    record NewDamageReport(
            @Schema(example = "5CG1234ABC") @Nullable String serial,

            @Schema(description = "What is broken, 1 to 2,000 characters.", example = "The screen is cracked.")
            @Nullable
            String words) {}

    @Schema(name = "DamageReport")
    record DamageAnswer(
            @Schema(example = "DA-2026-000001") String number,
            @Schema(example = "5CG1234ABC") String serial,

            @Schema(description = "OPEN, REPLACED or REFUSED.", example = "OPEN")
            String status,

            @Schema(description = "Why it was refused.") @Nullable
            String reason) {}
}
