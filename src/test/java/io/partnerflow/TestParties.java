package io.partnerflow;

import io.partnerflow.parties.Address;
import io.partnerflow.parties.NewParty;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Percentage;

/** Resellers and their customers, new ones each time. */
public class TestParties {

    private final Organisations organisations;
    private final Resellers resellers;

    public TestParties(Organisations organisations, Resellers resellers) {
        this.organisations = organisations;
        this.resellers = resellers;
    }

    public Party organisation() {
        return organisation(null);
    }

    /** @param name null for any */
    public Party organisation(String name) {
        var company = TestIdentities.company();
        return organisations.register(new NewParty(
                name == null ? company.name() : name,
                "SE",
                company.number(),
                company.vatId(),
                company.email(),
                "en",
                new Address("Storgatan 1", null, "111 22", "Stockholm")));
    }

    /** A reseller of the licence programme, 20 % partner discount. */
    public Party reseller() {
        var reseller = organisation();
        resellers.appoint(reseller.id(), "licence", "GOLD", Percentage.of("20"));
        return reseller;
    }

    /** @param discount partner discount in percent */
    public Party resellerOf(String programme, String discount) {
        var reseller = organisation();
        resellers.appoint(reseller.id(), programme, "GOLD", Percentage.of(discount));
        return reseller;
    }

    public Party customerOf(Party reseller) {
        var customer = organisation();
        resellers.link(reseller.id(), customer.id());
        return customer;
    }
}
