package io.partnerflow.portal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The pages of one customer, in their order; {@code portal.customer.tab.<name>} is what each is called. */
enum CustomerTab {
    OVERVIEW,
    PEOPLE,
    DEVICES,
    CONTRACTS,
    DOCUMENTS,
    MONEY,
    HISTORY;

    /** As the address ends; the first page has none. */
    String path() {
        return this == OVERVIEW ? "" : "/" + word();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CustomerTab> named(String word) {
        return Arrays.stream(values())
                .filter(tab -> tab != OVERVIEW && tab.word().equals(word))
                .findFirst();
    }
}
