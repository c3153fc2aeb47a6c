package io.partnerflow.processes;

import io.partnerflow.TestIdentities;
import io.partnerflow.TestLetters;
import io.partnerflow.TestOffers;
import io.partnerflow.TestParties;
import io.partnerflow.offers.Acceptance;
import io.partnerflow.offers.CustomerOffers;
import io.partnerflow.offers.OfferDispatch;
import io.partnerflow.offers.OfferManagement;
import io.partnerflow.offers.OfferView;
import io.partnerflow.offers.Offers;
import io.partnerflow.orders.Orders;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every test about offers does: a reseller with a customer, an offer that goes out and what the customer says. */
public abstract class OfferTests {

    protected static final String IBAN = "DE89370400440532013000";

    @Autowired
    protected ProcessEngine engine;

    @Autowired
    protected Organisations organisations;

    @Autowired
    protected Resellers resellers;

    @Autowired
    protected OfferManagement management;

    @Autowired
    protected OfferDispatch dispatch;

    @Autowired
    protected CustomerOffers answers;

    @Autowired
    protected Offers offers;

    @Autowired
    protected Orders orders;

    @Autowired
    protected VendorCalendar calendar;

    @Autowired
    protected JdbcClient database;

    protected ProcessDriver process;
    protected TestLetters letters;
    protected Party reseller;
    protected Party customer;

    @BeforeEach
    void prepareParties() {
        process = new ProcessDriver(engine);
        letters = new TestLetters(database);
        var parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf("workplace", "0");
        customer = parties.customerOf(reseller);
    }

    protected TestOffers bundle() {
        return TestOffers.of(reseller, customer);
    }

    protected String sent() {
        return sent(bundle());
    }

    protected String sent(TestOffers wanted) {
        var number = management.create(wanted.wanted());
        dispatch.send(reseller.id(), number);
        return number;
    }

    protected OfferView view(String number) {
        return offers.get(number);
    }

    /** Of the link in the latest letter of this name to the customer. */
    protected String secret(String letter) {
        return letters.secret(customer.email(), letter, "/link/offer/");
    }

    protected String accept(String number) {
        return answers.accept(secret("offer-sent"), acceptance());
    }

    protected static Acceptance acceptance() {
        return new Acceptance("Sigrid Sten", TestIdentities.email("sigrid"), "Sten GmbH", IBAN, null, "2026-1");
    }
}
