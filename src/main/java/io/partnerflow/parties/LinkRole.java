package io.partnerflow.parties;

/**
 * What a link lets the reseller's people do for the customer, at most; each of them at most what its own role says.
 * <b>Source:</b> HA-7.
 */
public enum LinkRole {
    /** Look at the customer's contracts and papers. */
    VIEW,
    /** Try, order and change contracts for it. */
    ORDER,
    /** See its invoices and costs. */
    BILLING,
    /** All of that. Its people and links stay its own matter. */
    ADMIN;

    public boolean mayOrder() {
        return this == ORDER || this == ADMIN;
    }
}
