package io.partnerflow.access;

/** What a user may do for an organisation (HA-7). Each role may see; the others may do their part as well. */
public enum Role {
    /** Look at customers, orders, documents. */
    VIEW,
    /** Prepare customers, start trials, place and cancel orders. */
    ORDER,
    /** See invoices and bank details. */
    BILLING,
    /** Everything, including people and links of its own organisation. */
    ADMIN;

    public boolean mayOrder() {
        return this == ORDER || this == ADMIN;
    }

    public boolean mayBill() {
        return this == BILLING || this == ADMIN;
    }

    /** What is left of this role where another one is the most that counts. */
    public Role atMost(Role most) {
        if (this == ADMIN || this == most) {
            return most;
        }
        return most == ADMIN ? this : VIEW;
    }
}
