package io.partnerflow.access;

/** What a user may do for an organisation (HA-7). Each role may see; the others may do their part as well. */
public enum Role {
    /** Look at customers, orders, documents. */
    VIEW,
    /** Prepare customers, start trials, place and cancel orders. */
    ORDER,
    /** See invoices and bank details. */
    BILLING,
    /** Everything, including users and links. */
    ADMIN;

    public boolean mayOrder() {
        return this == ORDER || this == ADMIN;
    }

    public boolean mayBill() {
        return this == BILLING || this == ADMIN;
    }
}
