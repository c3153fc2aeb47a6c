package io.partnerflow.customers;

import java.util.Arrays;
import java.util.Optional;

/** How a reseller stands with a customer; each is a tab of the page Customers (P-33, P-37). */
public enum CustomerState {
    /** The reseller works for it; it has nothing of its own yet. */
    PREPARED("prepared"),
    /** It tries the product, or its trial has ended and is kept. */
    TRIAL("trials"),
    /** It has a running contract. */
    CUSTOMER("customers"),
    /** It tried or bought, and has nothing any more. */
    ENDED("ended");

    private final String tab;

    CustomerState(String tab) {
        this.tab = tab;
    }

    /** As addresses and the API name it. */
    public String tab() {
        return tab;
    }

    public static Optional<CustomerState> ofTab(String tab) {
        return Arrays.stream(values()).filter(state -> state.tab.equals(tab)).findFirst();
    }
}
