package io.partnerflow.inventory;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device as others see it.
 *
 * @param order        number of the order it was bought with; the contract's order
 * @param position     of the piece in its order, from 1
 * @param product      code in the catalogue
 * @param productName  what people read
 * @param storageMedia how many data carriers it has
 * @param serial       in normal form; null until it is shipped
 * @param finding      of the inspection; null before
 * @param since        when it came into its state
 * @param replaces     the device it replaces; null if it replaces none
 */
public record InventoryDevice(
        UUID id,
        String order,
        int position,
        String product,
        String productName,
        int storageMedia,
        UUID customer,
        String customerName,
        UUID reseller,
        @Nullable String serial,
        DeviceStatus status,
        @Nullable Finding finding,
        Instant since,
        @Nullable UUID replaces) {}
