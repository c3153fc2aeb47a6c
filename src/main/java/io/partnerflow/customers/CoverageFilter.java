package io.partnerflow.customers;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which customers of a list are shown, by seats and devices. */
public enum CoverageFilter {
    ALL(""),
    /** Fewer seats than devices, of whatever type. */
    NOT_COVERED("not-covered"),
    /** Devices, and not one seat. */
    NO_SEATS("no-seats");

    private final String filter;

    CoverageFilter(String filter) {
        this.filter = filter;
    }

    /** As addresses and the API name it; empty for all. */
    public String filter() {
        return filter;
    }

    /** @param name null or blank for all */
    public static Optional<CoverageFilter> named(@Nullable String name) {
        var wanted = name == null ? "" : name.strip();
        return Arrays.stream(values())
                .filter(filter -> filter.filter.equals(wanted))
                .findFirst();
    }
}
