package io.partnerflow.portal;

import java.util.Arrays;
import java.util.List;

/** What belongs together in the navigation; its heading is {@code portal.places.<name>}, none for where one starts. */
enum PlaceGroup {
    START("home"),
    SALES("customers", "trials", "offers", "orders", "contracts", "subscriptions", "messages", "deadlines"),
    DEVICES("shipments", "devices", "returns"),
    MONEY("invoices", "payments", "statements", "costs", "papers"),
    ORGANISATION("team", "links", "branding", "integrations");

    private final List<String> places;

    PlaceGroup(String... places) {
        this.places = List.of(places);
    }

    boolean has(String place) {
        return places.contains(place);
    }

    /** @throws IllegalArgumentException if nobody has said where the place belongs */
    static PlaceGroup of(String place) {
        return Arrays.stream(values())
                .filter(group -> group.has(place))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("in no group of the navigation: " + place));
    }
}
