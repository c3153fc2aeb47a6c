package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.inventory.Inventory;
import io.partnerflow.offers.Offers;
import io.partnerflow.orders.Assortment;
import io.partnerflow.programmes.ProgrammePolicy;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The places somebody has use for: what is about offers or devices only where a programme of the reseller's has them, or
 * something is there from the time when one had.
 */
@Component
class NeededPlaces {

    private static final String OFFERS = "offers";
    private static final Set<String> DELIVERY = Set.of("shipments", "devices");
    private static final String RETURNS = "returns";

    private final Assortment assortment;
    private final Offers offers;
    private final Inventory inventory;

    NeededPlaces(Assortment assortment, Offers offers, Inventory inventory) {
        this.assortment = assortment;
        this.offers = offers;
        this.inventory = inventory;
    }

    List<String> of(Caller caller) {
        var places = PortalPlaces.of(caller);
        if (!caller.acting().reseller()) {
            return places;
        }
        var reseller = caller.reseller();
        var sold = assortment.all(reseller);
        var offering = sold.stream().anyMatch(ProgrammePolicy::soldByOffer) || offers.any(reseller);
        var delivering = sold.stream().anyMatch(ProgrammePolicy::delivers);
        var returning = sold.stream().anyMatch(ProgrammePolicy::returnsDevices);
        var devices = delivering && returning || inventory.any(reseller);
        return places.stream()
                .filter(place -> !place.equals(OFFERS) || offering)
                .filter(place -> !DELIVERY.contains(place) || delivering || devices)
                .filter(place -> !place.equals(RETURNS) || returning || devices)
                .toList();
    }
}
