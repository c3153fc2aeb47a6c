package io.partnerflow.processes;

import io.partnerflow.TestParties;
import io.partnerflow.TestRentals;
import io.partnerflow.TestRentals.Rental;
import io.partnerflow.billing.Invoices;
import io.partnerflow.debits.Debit;
import io.partnerflow.debits.DebitCollection;
import io.partnerflow.debits.DebitCollections;
import io.partnerflow.debits.Debits;
import io.partnerflow.debits.ReturnedDebits;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.mandates.Mandates;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.payments.Receivables;
import io.partnerflow.scenarios.TimeMachine;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.Extensions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What every test about direct debits does: a rented contract with a mandate, and what the desk and the bank do. */
abstract class DebitTests {

    static final String IBAN = "DE89370400440532013000";

    /** A month's rent of three laptops with 25 % VAT. */
    static final Money RATE = Money.of("124.99", "EUR");

    @Autowired
    TimeMachine time;

    @Autowired
    ProcessDriver process;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    Mandates mandates;

    @Autowired
    Debits debits;

    @Autowired
    DebitCollections collections;

    @Autowired
    ReturnedDebits returned;

    @Autowired
    Invoices invoices;

    @Autowired
    Extensions extensions;

    @Autowired
    Receivables receivables;

    @Autowired
    Outbox outbox;

    @Autowired
    NumberSeries numbers;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    Party reseller;
    Party customer;
    Rental rental;

    /** A contract from that day on; its first invoice has been sent. */
    void rents(LocalDate from, int months) {
        time.begin(from.minusDays(1));
        forgetEarlierContracts();
        contract(from, months);
        time.until(from);
    }

    /** So that a file holds only what the test is about. */
    void forgetEarlierContracts() {
        database.sql("""
                        UPDATE debit SET status = 'CANCELLED', reason = 'contract-ended', ended_on = announced_on
                        WHERE status IN ('ANNOUNCED', 'RETRYING')""").update();
    }

    void contract(LocalDate from, int months) {
        var parties = new TestParties(organisations, resellers);
        reseller = parties.reseller();
        customer = parties.customerOf(reseller);
        rental = rentals().debited(reseller, customer, from, months, IBAN);
    }

    TestRentals rentals() {
        return new TestRentals(database, numbers, mandates, transaction);
    }

    List<Debit> debits() {
        return debits.ofOrder(rental.order()).orElseThrow().debits();
    }

    Debit debit(int month) {
        return debits().get(month - 1);
    }

    List<String> invoices() {
        return invoices.ofSubscription(rental.subscription());
    }

    /** The file the contract's latest debit is or was in. */
    String collection() {
        return database.sql("""
                        SELECT p.collection FROM debit_presentation p JOIN debit d ON d.id = p.debit
                        WHERE d.order_number = ? ORDER BY p.collection DESC LIMIT 1""").param(rental.order()).query(String.class).single();
    }

    DebitCollection.Presentation presentation() {
        return collections.debits(collection()).stream()
                .filter(one -> rental.order().equals(one.order()))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    void release(String collection) {
        process.complete(collection, "userTask_releaseDebitFile", Map.of("releaseDecision", "release"));
        process.run(collection, "serviceTask_writeDebitFile");
    }

    void confirm(String collection) {
        process.complete(collection, "userTask_confirmCollection", Map.of("confirmation", "credited"));
    }

    /** Time passes until the next debit is in a file, which is released and credited. @return the file */
    String collectNext(int month) {
        time.until(debit(month).collectionDay());
        var collection = collection();
        release(collection);
        confirm(collection);
        return collection;
    }

    Money open(String invoice) {
        return receivables.of(invoice).orElseThrow().open();
    }

    List<OutboxLetter> letters(String about) {
        return outbox.about(about);
    }
}
