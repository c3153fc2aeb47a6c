package io.partnerflow.shipping;

import io.partnerflow.documents.PostalAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as others see it.
 *
 * @param number         SH-…
 * @param viaReseller    whether it goes to the reseller, who brings it to the customer
 * @param carrier        name of who carries it
 * @param trackingNumber null if the carrier gives none
 * @param trackingPage   where to follow it; null if there is no such page
 * @param shippedBy      who sent it off
 * @param note           id of the delivery note
 * @param receivedOn     day of the last receipt so far; null before the first
 */
public record ShipmentView(
        String number,
        String order,
        UUID reseller,
        UUID customer,
        String customerName,
        ShipmentStatus status,
        boolean viaReseller,
        String recipient,
        PostalAddress address,
        String carrier,
        @Nullable String trackingNumber,
        @Nullable String trackingPage,
        Instant shippedAt,
        String shippedBy,
        @Nullable UUID note,
        @Nullable LocalDate receivedOn,
        List<Item> items) {

    public ShipmentView {
        items = List.copyOf(items);
    }

    /**
     * One piece in it.
     *
     * @param receivedOn null unless it is received
     * @param confirmedBy whose word that is; null unless it is received
     */
    public record Item(
            UUID device,
            String product,
            String productName,
            String serial,
            Outcome outcome,
            @Nullable LocalDate receivedOn,
            @Nullable ConfirmedBy confirmedBy) {

        /** Whether it is still expected. */
        public boolean isOpen() {
            return outcome.isOpen();
        }
    }

    /** The pieces that are still expected. */
    public List<Item> open() {
        return items.stream().filter(Item::isOpen).toList();
    }
}
