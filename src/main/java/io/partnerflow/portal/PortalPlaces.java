package io.partnerflow.portal;

import io.partnerflow.access.Caller;
import io.partnerflow.access.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The main places of the portal, by what the caller acts for and in which role. A place's name is its address and, after
 * {@code portal.place.}, the key of its label. Hiding a place protects nothing; each page checks for itself.
 */
final class PortalPlaces {

    private PortalPlaces() {}

    static List<String> of(Caller caller) {
        var acting = caller.acting();
        var places = new ArrayList<>(
                acting.reseller()
                        ? List.of("home", "customers", "trials", "offers", "orders")
                        : List.of("home", "contracts"));
        if (acting.reseller()) {
            places.add("subscriptions");
            places.add("messages");
            places.add("deadlines");
            places.add("shipments");
            places.add("devices");
            places.add("returns");
        }
        if (acting.role().mayBill()) {
            places.add("invoices");
            places.add("payments");
            places.add("costs");
        }
        if (acting.reseller() && acting.role().mayBill()) {
            places.add("statements");
        }
        if (!acting.reseller()) {
            places.add("papers");
        }
        if (caller.via().isEmpty()) {
            places.add("team");
            places.add("links");
        }
        if (caller.via().isEmpty() && acting.reseller() && acting.role() == Role.ADMIN) {
            places.add("branding");
        }
        if (caller.via().isEmpty() && acting.role() == Role.ADMIN) {
            places.add("integrations");
        }
        return places;
    }

    /** Where somebody goes who has just come in, or has just chosen whom to act for. */
    static String home(Caller caller) {
        return "/" + of(caller).get(0);
    }

    /** The place the page belongs to if there is such a place for the caller too, its home otherwise. */
    static String same(Caller caller, String page) {
        return of(caller).stream()
                .map(place -> "/" + place)
                .filter(place -> page.equals(place) || page.startsWith(place + "/") || page.startsWith(place + "?"))
                .findFirst()
                .orElseGet(() -> home(caller));
    }
}
