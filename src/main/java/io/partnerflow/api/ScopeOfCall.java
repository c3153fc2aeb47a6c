package io.partnerflow.api;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which scope a key needs for a call, by the call's address and method: the area is the first part of the address, and
 * only looking needs no right to write. A call that is not in these tables is closed to keys. Addresses are those of the
 * description, such as {@code /api/v1/organisations/{id}/team}.
 */
final class ScopeOfCall {

    private static final Pattern ADDRESS = Pattern.compile("/api/v1/([a-z-]+)(?:/[^/]+)?(?:/([a-z-]+))?.*");

    /** What every key may: say who it is, and ask what things would cost. */
    private static final Set<String> ANY_KEY = Set.of("me", "programmes", "estimates");

    /** What is no matter of an organisation: open to everybody, or signed by whoever calls. */
    private static final Set<String> NO_KEY =
            Set.of("reseller-applications", "carrier-events", "provisioning-events", "simulation");

    private static final Map<String, String> AREAS = Map.ofEntries(
            Map.entry("organisations", "organisations"),
            Map.entry("links", "links"),
            Map.entry("trials", "trials"),
            Map.entry("offers", "offers"),
            Map.entry("orders", "orders"),
            Map.entry("subscriptions", "subscriptions"),
            Map.entry("contracts", "subscriptions"),
            Map.entry("deadlines", "subscriptions"),
            Map.entry("shipments", "shipments"),
            Map.entry("devices", "devices"),
            Map.entry("returns", "returns"),
            Map.entry("invoices", "invoices"),
            Map.entry("receivables", "invoices"),
            Map.entry("costs", "invoices"),
            Map.entry("cost-groups", "invoices"),
            Map.entry("statements", "statements"),
            Map.entry("events", "events"),
            Map.entry("webhooks", "webhooks"));

    /** Parts of one area's address that belong to another. */
    private static final Map<String, String> WITHIN = Map.of(
            "organisations/team", "links",
            "organisations/links", "links",
            "organisations/devices", "devices",
            "subscriptions/cost-group", "invoices",
            "subscriptions/debits", "invoices");

    private ScopeOfCall() {}

    /** What a key needs for a call. */
    enum Kind {
        SCOPE,
        ANY_KEY,
        NO_KEY,
        UNKNOWN
    }

    static Kind kind(String address) {
        var area = part(address, 1);
        if (NO_KEY.contains(area) || address.startsWith("/api/v1/offers/accept/")) {
            return Kind.NO_KEY;
        } else if (ANY_KEY.contains(area)) {
            return Kind.ANY_KEY;
        }
        return AREAS.containsKey(area) ? Kind.SCOPE : Kind.UNKNOWN;
    }

    /** @return such as {@code orders:write}; empty where no scope would help or none is needed */
    static Optional<String> of(String method, String address) {
        if (kind(address) != Kind.SCOPE) {
            return Optional.empty();
        }
        var area = part(address, 1);
        var looks = "GET".equals(method) || "HEAD".equals(method) || address.endsWith("/estimate");
        return Optional.of(
                WITHIN.getOrDefault(area + "/" + part(address, 2), AREAS.get(area)) + (looks ? ":read" : ":write"));
    }

    private static String part(String address, int number) {
        var parts = ADDRESS.matcher(address);
        return parts.matches() && parts.group(number) != null ? parts.group(number) : "";
    }
}
