package io.partnerflow.access;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a key can be let do: reading, or reading and writing, in each area of the API. */
public final class ApiScopes {

    /** Every area, in the order people read them in. */
    public static final List<String> AREAS = List.of(
            "organisations",
            "links",
            "trials",
            "offers",
            "orders",
            "subscriptions",
            "shipments",
            "devices",
            "returns",
            "invoices",
            "statements",
            "events",
            "webhooks");

    /** Where there is nothing to write. */
    private static final Set<String> ONLY_READ = Set.of("events");

    private ApiScopes() {}

    /** Whether keys can be let write in the area. */
    public static boolean writable(String area) {
        return !ONLY_READ.contains(area);
    }

    /** Whether there is such a scope. */
    public static boolean known(String scope) {
        return AREAS.stream()
                .anyMatch(area -> scope.equals(area + ":read") || writable(area) && scope.equals(area + ":write"));
    }

    /** Whether who has these may do what asks for that one: whoever may write may read as well. */
    static boolean cover(Set<String> scopes, String wanted) {
        return scopes.contains(wanted)
                || wanted.endsWith(":read") && scopes.contains(wanted.replaceFirst(":read$", ":write"));
    }

    static Set<String> of(String stored) {
        return Arrays.stream(stored.split(" ")).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
