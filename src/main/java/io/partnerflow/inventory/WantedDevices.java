package io.partnerflow.inventory;

import java.util.List;
import java.util.UUID;

/**
 * The devices an order asks for.
 *
 * @param order number of the order
 * @param items each piece is a device of its own
 */
public record WantedDevices(String order, UUID customer, UUID reseller, List<Item> items) {

    public WantedDevices {
        items = List.copyOf(items);
    }

    /**
     * @param product code of something that is delivered
     * @param quantity at least 1
     */
    public record Item(String product, int quantity) {}
}
