package io.partnerflow.access;

import io.partnerflow.shared.Forbidden;
import io.partnerflow.shared.NotFound;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a request, and what it may act for.
 *
 * @param memberships the user's own places, at least one, and after them the linked organisation if it acts for one; the
 *     first is the organisation acted for until another is chosen
 * @param actingFor the organisation this request acts for; one of the memberships
 */
public record Caller(
        UUID userId, String email, String name, Locale language, List<Membership> memberships, UUID actingFor) {

    /**
     * A user's place in an organisation.
     *
     * @param via the reseller through whose link the user acts here; null where the place is its own (H-12)
     */
    public record Membership(
            UUID organisation,
            String organisationName,
            Role role,
            boolean reseller,
            @Nullable Via via) {}

    /** Through whom somebody acts for an organisation it does not belong to. */
    public record Via(UUID reseller, String resellerName) {}

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

    /** The places that are the user's own, whatever it acts for now. */
    public List<Membership> own() {
        return memberships.stream()
                .filter(membership -> membership.via() == null)
                .toList();
    }

    /** Through whom it acts; empty where it acts for an organisation it belongs to. */
    public Optional<Via> via() {
        return Optional.ofNullable(acting().via());
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

    /**
     * People and links are an organisation's own matter: what a link lets in must not be able to stay when it ends.
     *
     * @throws Forbidden if the caller is not an administrator that belongs to the organisation
     */
    public Caller mustBeAdministrator() {
        if (acting().role() != Role.ADMIN) {
            throw new Forbidden("role-cannot-administer");
        }
        if (acting().via() != null) {
            throw new Forbidden("only-its-own-people");
        }
        return this;
    }

    /** @throws Forbidden if the caller acts through a link: where money goes is for the organisation's own people only */
    public Caller mustBelong() {
        if (acting().via() != null) {
            throw new Forbidden("only-those-who-belong");
        }
        return this;
    }

    /** @throws NotFound if the request acts for another organisation than the one its address names */
    public Caller mustActFor(UUID organisation) {
        if (!actingFor.equals(organisation)) {
            throw new NotFound("organisation", organisation);
        }
        return this;
    }
}
