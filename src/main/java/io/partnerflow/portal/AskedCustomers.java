package io.partnerflow.portal;

import io.partnerflow.customers.CoverageFilter;
import io.partnerflow.customers.CustomerFilter;
import io.partnerflow.customers.CustomerState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the address of the customers' list asks for.
 *
 * @param place a country's code, or one and a city with {@code :} between them
 */
record AskedCustomers(
        @Nullable String tab,
        @Nullable String coverage,
        @Nullable String programme,
        @Nullable String place,
        @Nullable String search,
        @Nullable String sort) {

    AskedCustomers {
        coverage = coverage == null ? "" : coverage.strip();
        programme = programme == null ? "" : programme.strip();
        place = place == null ? "" : place.strip();
        search = search == null ? "" : search.strip();
    }

    CustomerFilter filter() {
        var parts = place.split(":", 2);
        return new CustomerFilter(
                state().orElse(null),
                CoverageFilter.named(coverage).orElse(CoverageFilter.ALL),
                programme.isEmpty() ? null : programme,
                parts[0].isBlank() ? null : parts[0],
                parts.length < 2 || parts[1].isBlank() ? null : parts[1]);
    }

    Optional<CustomerState> state() {
        return CustomerState.ofTab(tab == null ? "" : tab);
    }

    /** Whether it asks for fewer than there are, whatever the tab. */
    public boolean narrowed() {
        return !search.isEmpty() || filtered();
    }

    /** The same, by something besides words. */
    public boolean filtered() {
        return !coverage.isEmpty() || !programme.isEmpty() || !place.isEmpty();
    }
}
