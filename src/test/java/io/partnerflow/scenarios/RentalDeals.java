package io.partnerflow.scenarios;

import io.partnerflow.TestIdentities;
import io.partnerflow.TestLetters;
import io.partnerflow.TestOffers;
import io.partnerflow.TestParties;
import io.partnerflow.offers.Acceptance;
import io.partnerflow.offers.CustomerOffers;
import io.partnerflow.offers.OfferDispatch;
import io.partnerflow.offers.OfferManagement;
import io.partnerflow.offers.Offers;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The turns a rental takes before it is a contract: what the reseller offers and what its customer says. */
public class RentalDeals {

    private final TimeMachine time;
    private final Deals deals;
    private final OfferManagement offers;
    private final OfferDispatch dispatch;
    private final CustomerOffers customers;
    private final Offers known;
    private final Organisations organisations;
    private final TestParties parties;
    private final TestLetters letters;

    RentalDeals(
            TimeMachine time,
            Deals deals,
            OfferManagement offers,
            OfferDispatch dispatch,
            CustomerOffers customers,
            Offers known,
            Organisations organisations,
            Resellers resellers,
            JdbcClient database) {
        this.time = time;
        this.deals = deals;
        this.offers = offers;
        this.dispatch = dispatch;
        this.customers = customers;
        this.known = known;
        this.organisations = organisations;
        parties = new TestParties(organisations, resellers);
        letters = new TestLetters(database);
    }

    /** @param name with a word the sandbox agency knows */
    public Party customerNamed(String name, Party reseller) {
        var customer = parties.organisation(
                "%s %s".formatted(name, TestIdentities.email("x").substring(2, 8)));
        deals.takesCareOf(reseller, customer);
        return customer;
    }

    /** @return number of an offer that is with the customer */
    public String offer(TestOffers wanted) {
        var number = offers.create(wanted.wanted());
        dispatch.send(wanted.reseller().id(), number);
        time.aMoment();
        return number;
    }

    /** The customer accepts by the link in its letter. @return number of the order */
    public String accepted(String offer) {
        var customer = organisations.get(known.get(offer).customer());
        var secret = letters.secret(customer.email(), "offer-sent", "/link/offer/");
        var order = customers.accept(
                secret,
                new Acceptance(
                        "Sigrid Sten",
                        TestIdentities.email("sigrid"),
                        customer.name(),
                        "DE89370400440532013000",
                        null,
                        "2026-1"));
        time.aMoment();
        return order;
    }

    public void creditIsDecided(String order, String decision, String limit) {
        deals.does(
                Deals.CREDIT_CLERK,
                "userTask_decideCredit",
                order,
                Map.of(
                        "creditDecision",
                        decision,
                        "creditLimit",
                        limit,
                        "creditCondition",
                        "",
                        "creditNote",
                        "Known for years"));
    }
}
