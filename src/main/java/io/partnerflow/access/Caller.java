package io.partnerflow.access;

import io.partnerflow.shared.Forbidden;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The person behind a request, and what it may act for.
 *
 * @param memberships at least one, the first is the organisation acted for until another is chosen
 * @param actingFor the organisation this request acts for; one of the memberships
 */
public record Caller(
        UUID userId, String email, String name, Locale language, List<Membership> memberships, UUID actingFor) {

    /** A user's place in an organisation. */
    public record Membership(UUID organisation, String organisationName, Role role, boolean reseller) {}

    /** The reseller this request acts for. */
    public UUID reseller() {
        if (!acting().reseller()) {
            throw new Forbidden("not-a-reseller");
        }
        return actingFor;
    }

    /** The membership that counts for this request. */
    public Membership acting() {
        return memberships.stream()
                .filter(membership -> membership.organisation().equals(actingFor))
                .findFirst()
                .orElseThrow(() -> new Forbidden("no-membership"));
    }

    /** @throws Forbidden if the caller may only look */
    public Caller mustBeAbleToOrder() {
        if (!acting().role().mayOrder()) {
            throw new Forbidden("role-cannot-order");
        }
        return this;
    }

    /** @throws Forbidden if the caller has nothing to do with money */
    public Caller mustBeAbleToSeeInvoices() {
        if (!acting().role().mayBill()) {
            throw new Forbidden("role-cannot-see-invoices");
        }
        return this;
    }
}
