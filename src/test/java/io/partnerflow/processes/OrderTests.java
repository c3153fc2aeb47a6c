package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestIdentities;
import io.partnerflow.TestOrders;
import io.partnerflow.TestParties;
import io.partnerflow.agreements.AgreementManagement;
import io.partnerflow.agreements.AgreementView;
import io.partnerflow.documents.Documents;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.orders.OrderView;
import io.partnerflow.orders.Orders;
import io.partnerflow.orders.ReachedMilestone;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.Subscriptions;
import io.partnerflow.trials.TrialFields;
import io.partnerflow.trials.TrialManagement;
import io.partnerflow.trials.TrialPerson;
import io.partnerflow.trials.TrialWish;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every test about orders does: a reseller with a customer, and the moves of its people, staff and time. */
abstract class OrderTests {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement management;

    @Autowired
    Orders orders;

    @Autowired
    AgreementManagement agreements;

    @Autowired
    Documents documents;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    TrialManagement trials;

    @Autowired
    Outbox outbox;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    ProcessDriver process;
    Party reseller;
    Party customer;

    @BeforeEach
    void prepareCustomer() {
        process = new ProcessDriver(engine);
        var parties = new TestParties(organisations, resellers);
        reseller = parties.reseller();
        customer = parties.customerOf(reseller);
    }

    TestOrders tenLicences() {
        return TestOrders.of(reseller, customer, calendar.today());
    }

    String started() {
        return management.start(tenLicences().wanted(), OrderFields.FORM);
    }

    void register(String order) {
        register(order, tenLicences());
    }

    void register(String order, TestOrders wanted) {
        management.register(order, wanted.wanted(), OrderFields.FORM);
    }

    void sendAgreement(String order) {
        process.run(order, "serviceTask_sendAgreement");
    }

    void upload(String order) {
        var paper = documents.content(agreement(order).document());
        agreements.upload(reseller.id(), order, paper, "signed.pdf", "maria@reseller.example");
        process.run(order, "receiveTask_awaitSignedAgreement");
    }

    void acceptAgreement(String order) {
        process.complete(order, "userTask_checkSignedAgreement", Map.of("agreementDecision", "accept"));
        process.run(order, "gateway_bothThere");
    }

    void returnAgreement(String order, String why) {
        process.complete(
                order, "userTask_checkSignedAgreement", Map.of("agreementDecision", "reject", "returnReason", why));
    }

    /** Form in, agreement signed and accepted: the order desk is next. */
    String toBeChecked() {
        return toBeChecked(started());
    }

    String toBeChecked(String order) {
        register(order);
        process.run(order, "gateway_bothThere");
        sendAgreement(order);
        upload(order);
        acceptAgreement(order);
        return order;
    }

    void approve(String order) {
        process.complete(order, "userTask_checkOrder", Map.of("orderDecision", "approve"));
    }

    void createAccount(String order) {
        process.run(order, "serviceTask_createCustomerAccount");
        process.run(order, "serviceTask_markReseller");
    }

    void invoice(String order) {
        var subscription = subscriptions.ofOrder(order).orElseThrow().number();
        process.run(subscription, "serviceTask_issueInvoice");
        process.run(subscription, "serviceTask_sendInvoice");
    }

    void cancel(String order) {
        management.cancel(reseller.id(), order, "The customer has changed its mind");
        process.run(order, "event_cancelledOrderUndone");
        process.run(order, "serviceTask_suspendOpenAccount");
    }

    String trialInUse() {
        var trial = trials.start(
                new TrialWish(
                        "licence",
                        reseller.id(),
                        customer.id(),
                        "housing-association",
                        List.of(new TrialPerson(
                                new NamedEmail("Bo", EmailAddress.of(TestIdentities.email("bo"))), "en")),
                        new NamedEmail("Maria", EmailAddress.of("maria@reseller.example"))),
                TrialFields.API);
        process.run(trial, "serviceTask_createTrialAccount");
        return trial;
    }

    OrderView view(String order) {
        return orders.get(order);
    }

    AgreementView agreement(String order) {
        return agreements.of(reseller.id(), order).orElseThrow();
    }

    List<Milestone> timeline(String order) {
        return orders.milestones(order).stream()
                .map(ReachedMilestone::milestone)
                .toList();
    }

    List<OutboxLetter> letters(String order, String template) {
        return outbox.about(order).stream()
                .filter(letter -> letter.template().equals(template))
                .toList();
    }

    void assertLetters(String order, String... templates) {
        assertThat(outbox.about(order)).extracting(OutboxLetter::template).contains(templates);
    }

    /** {@code CUSTOMER ACTIVE}; empty if the directory knows no account of this reference. */
    String accountOf(String reference) {
        return database.sql("SELECT kind || ' ' || status FROM service_account WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .optional()
                .orElse("");
    }

    long invoicesOf(String order) {
        return database.sql("SELECT count(*) FROM invoice WHERE order_number = ?")
                .param(order)
                .query(Long.class)
                .single();
    }
}
