package io.partnerflow.customers;

import org.jspecify.annotations.Nullable;

/**
 * Which of a reseller's customers a list shows.
 *
 * @param state null for all
 * @param coverage by seats and devices
 * @param programme code of what they have tried, ordered or bought; null for all
 * @param country ISO 3166-1 alpha-2; null for all
 * @param city as it is written in addresses; null for all
 */
public record CustomerFilter(
        @Nullable CustomerState state,
        CoverageFilter coverage,
        @Nullable String programme,
        @Nullable String country,
        @Nullable String city) {

    /** Every customer. */
    public static CustomerFilter all() {
        return new CustomerFilter(null, CoverageFilter.ALL, null, null, null);
    }

    /** The same of another tab. */
    public CustomerFilter in(@Nullable CustomerState tab) {
        return new CustomerFilter(tab, coverage, programme, country, city);
    }
}
