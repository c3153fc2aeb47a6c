package io.partnerflow.shipping;

import java.util.List;
import java.util.UUID;

/**
 * What is still to be sent of an order.
 *
 * @param products of which pieces wait; empty when everything has left
 * @param shipped  how many pieces have left
 * @param open     whether anything may leave now
 */
public record OpenDelivery(
        String order,
        UUID customer,
        UUID reseller,
        Destination destination,
        List<Product> products,
        int shipped,
        boolean open) {

    public OpenDelivery {
        products = List.copyOf(products);
    }

    /** @param pieces how many of it wait */
    public record Product(String code, String name, int pieces) {}
}
