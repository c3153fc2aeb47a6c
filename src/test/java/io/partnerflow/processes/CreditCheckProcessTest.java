package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.ResellerClient;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.credit.CreditAlternatives;
import io.partnerflow.credit.CreditCheckView;
import io.partnerflow.credit.CreditChecks;
import io.partnerflow.credit.CreditDecision;
import io.partnerflow.credit.CreditDecision.Outcome;
import io.partnerflow.credit.CreditFile;
import io.partnerflow.credit.CreditFiles;
import io.partnerflow.credit.CreditStatus;
import io.partnerflow.credit.WantedAlternative;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderProgress;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.orders.OrderWait;
import io.partnerflow.orders.WantedOrder;
import io.partnerflow.orders.WantedOrder.AcceptedOffer;
import io.partnerflow.parties.Party;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import io.partnerflow.web.StaffListener;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** W-10, W-11, WA-3, WA-4. What the sandbox agency answers hangs on a word of the customer's name. */
@PartnerflowTest
class CreditCheckProcessTest extends OrderTests {

    private static final String PROGRAMME = "workplace";

    @Autowired
    CreditChecks checks;

    @Autowired
    CreditFiles files;

    @Autowired
    CreditAlternatives alternatives;

    @Autowired
    OrderProgress progress;

    @Autowired
    Users users;

    @Autowired
    IdentityService identity;

    @Autowired
    StaffListener door;

    @LocalServerPort
    int port;

    TestParties parties;

    @BeforeEach
    void appointReseller() {
        parties = new TestParties(organisations, resellers);
        reseller = parties.resellerOf(PROGRAMME, "0");
    }

    @Test
    void aGoodPayerIsApprovedByTheTable() {
        var order = toBeAsked("solid");
        process.run(order, "serviceTask_askCreditAgency");

        process.hasPassed(
                order, "serviceTask_applyCreditRules", "serviceTask_approveCredit", "endEvent_creditApproved");
        assertThat(check(order).status()).isEqualTo(CreditStatus.APPROVED);
        assertThat(timeline(order)).contains(Milestone.CREDIT_APPROVED).doesNotContain(Milestone.CREDIT_REFERRED);
        assertThat(letters(order, "credit-approved")).hasSize(1);
        assertThat(file(order).decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.outcome()).isEqualTo(Outcome.APPROVE);
            assertThat(decision.table().rule()).isEqualTo("rule_creditDecision14");
            assertThat(decision.table().version()).isPositive();
            assertThat(decision.limit()).isEqualTo(Money.of("250000", "EUR"));
            assertThat(decision.inputs()).containsEntry("scoreClass", "B").containsEntry("termMonths", "36");
        });
    }

    @Test
    void anEarlierResultServesASmallOrderAndTheAgencyIsNotAskedAgain() {
        var first = toBeAsked("solid");
        process.run(first, "serviceTask_askCreditAgency");

        var second = toBeAsked(1);

        process.hasPassed(second, "endEvent_creditApproved");
        process.hasNotPassed(second, "serviceTask_askCreditAgency");
        assertThat(file(second).report()).isNull();
        assertThat(file(second).decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.reason()).isEqualTo("earlier-result");
            assertThat(decision.note()).isEqualTo(check(first).number());
            assertThat(decision.table()).isNull();
        });
    }

    @Test
    void aLargerFollowUpOrderIsCheckedAnew() {
        var first = toBeAsked("solid");
        process.run(first, "serviceTask_askCreditAgency");

        var second = toBeAsked(300);

        assertThat(process.hasJob(second, "serviceTask_askCreditAgency")).isTrue();
        process.run(second, "serviceTask_askCreditAgency");
        assertThat(file(second).decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.outcome()).isEqualTo(Outcome.REFER);
            assertThat(decision.reason()).isEqualTo("exposure");
        });
    }

    @Test
    void anOldResultDoesNotServe() {
        var first = toBeAsked("solid");
        process.run(first, "serviceTask_askCreditAgency");
        age(first, 31);

        assertThat(process.hasJob(toBeAsked(1), "serviceTask_askCreditAgency")).isTrue();
    }

    @Test
    void aResultServesUntilItsLastDay() {
        var first = toBeAsked("solid");
        process.run(first, "serviceTask_askCreditAgency");
        age(first, 30);

        process.hasPassed(toBeAsked(1), "endEvent_creditApproved");
    }

    @Test
    void aNoAfterAYesCounts() {
        var first = toBeAsked("fair");
        process.run(first, "serviceTask_askCreditAgency");
        decide(first, "approve", "2000", "", "Paid well so far");
        var second = toBeAsked(2);
        process.run(second, "serviceTask_askCreditAgency");
        decide(second, "decline", "", "", "Heard bad news");

        assertThat(process.hasJob(toBeAsked(1), "serviceTask_askCreditAgency")).isTrue();
    }

    @Test
    void aSilentAgencyIsAskedAgainWithGrowingPausesUnderAName() {
        var order = toBeAsked("slow");
        process.run(order, "serviceTask_askCreditAgency");
        assertThat(process.waitsAt(order)).contains("event_awaitAgency");
        assertThat(pauseOf(order)).isEqualTo(Duration.ofMinutes(1));
        assertThat(creditWaits(order))
                .singleElement()
                .satisfies(wait -> assertThat(wait.what()).isEqualTo("credit-agency"));

        process.fire(order, "event_awaitAgency");
        process.run(order, "serviceTask_askCreditAgency");
        assertThat(pauseOf(order)).isEqualTo(Duration.ofMinutes(5));

        process.fire(order, "event_awaitAgency");
        process.run(order, "serviceTask_askCreditAgency");
        process.hasPassed(order, "endEvent_creditApproved");
        assertThat(file(order).tries()).isEqualTo(2);
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(instanceOf(order))
                        .count())
                .as("incidents of a silent agency")
                .isZero();
    }

    @Test
    void afterADayOfSilenceAPersonDecidesWithoutTheAgency() {
        var order = toBeAsked("silent");
        process.run(order, "serviceTask_askCreditAgency");
        database.sql(
                        "UPDATE credit_check SET agency_silent_since = agency_silent_since - interval '24 hours' WHERE order_number = ?")
                .param(order)
                .update();
        process.fire(order, "event_awaitAgency");
        process.run(order, "serviceTask_askCreditAgency");

        assertThat(process.factsOf(order, "userTask_decideCredit"))
                .containsEntry("reasonForPerson", "The agency has been silent for a day");
        assertThat(process.factsOf(order, "userTask_decideCredit").get("agency").toString())
                .contains("No answer", "plays silent");
        decide(order, "approve", "50000", "", "Known for twenty years");
        assertThat(check(order).status()).isEqualTo(CreditStatus.APPROVED);
    }

    @Test
    void aReferredOneIsApprovedByAPersonWithALimitAndACondition() {
        var order = toBeAsked("young");
        process.run(order, "serviceTask_askCreditAgency");

        assertThat(timeline(order)).contains(Milestone.CREDIT_REFERRED);
        assertThat(creditWaits(order)).singleElement().satisfies(wait -> {
            assertThat(wait.what()).isEqualTo("credit-person");
            assertThat(wait.party()).isEqualTo(OrderWait.Party.VENDOR);
        });
        assertThat(fact(order, "agency")).contains("Class: B", "50,000.00");
        assertThat(fact(order, "exposure")).contains("This order: 11,998.80 EUR");
        assertThat(fact(order, "log")).contains("rule_creditDecision10", "young company");
        decide(order, "approve", "12000", "The first rate is paid in advance.", "Seen the accounts");

        process.hasPassed(order, "serviceTask_recordCreditDecision", "endEvent_creditApproved");
        assertThat(check(order).condition()).isEqualTo("The first rate is paid in advance.");
        assertThat(letters(order, "credit-approved"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.plainText()).contains("The first rate is paid in advance."));
        assertThat(last(order)).satisfies(decision -> {
            assertThat(decision.limit()).isEqualTo(Money.of("12000", "EUR"));
            assertThat(decision.note()).isEqualTo("Seen the accounts");
            assertThat(decision.table()).isNull();
        });
        assertThat(process.hasJob(toBeAsked(1), "serviceTask_askCreditAgency"))
                .as("a condition is about its order alone")
                .isTrue();
    }

    @Test
    void aPersonsNoLeadsToTheAlternatives() {
        var order = toBeAsked("young");
        process.run(order, "serviceTask_askCreditAgency");
        decide(order, "decline", "", "", "No accounts to be seen");

        process.hasPassed(order, "serviceTask_declineCredit");
        assertThat(check(order).status()).isEqualTo(CreditStatus.ALTERNATIVES);
        assertThat(last(order).outcome()).isEqualTo(Outcome.DECLINE);
    }

    @Test
    void aNoIsToldInWordsAndLeavesTimeForAnotherWay() {
        var order = declined("hopeless");

        assertThat(check(order).status()).isEqualTo(CreditStatus.ALTERNATIVES);
        assertThat(timeline(order)).contains(Milestone.CREDIT_DECLINED);
        assertThat(check(order).alternativesUntil())
                .isBetween(
                        calendar.now().plus(Duration.ofDays(13)), calendar.now().plus(Duration.ofDays(15)));
        assertThat(creditWaits(order)).singleElement().satisfies(wait -> {
            assertThat(wait.what()).isEqualTo("credit-alternatives");
            assertThat(wait.party()).isEqualTo(OrderWait.Party.RESELLER);
            assertThat(wait.due()).isNotNull();
        });
        assertThat(letters(order, "credit-declined")).hasSize(1);
        assertThat(view(order).status()).isEqualTo(OrderStatus.REGISTERED);
    }

    @Test
    void aDepositIsDecidedOnByAPersonWhoMayApprove() {
        var order = declined("hopeless");
        choose(order, new WantedAlternative("deposit", "4000.00", null, null));

        assertThat(fact(order, "security")).isEqualTo("Deposit of 4,000.00 EUR");
        assertThat(fact(order, "reasonForPerson")).isEqualTo("A deposit or a guarantor is offered");
        process.hasNotPassed(order, "endEvent_creditApproved");
        decide(order, "approve", "12000", "A deposit of 4,000 EUR has come in.", "Seen on the account");
        process.hasPassed(order, "endEvent_creditApproved");
        assertThat(file(order).decisions())
                .extracting(CreditDecision::outcome)
                .containsExactly(Outcome.DECLINE, Outcome.REFER, Outcome.APPROVE);
    }

    @Test
    void aGuarantorWhoIsNotEnoughLeadsToASecondNo() {
        var order = declined("hopeless");
        choose(order, new WantedAlternative("guarantor", null, "Mutter AG", TestIdentities.registrationNumber()));
        decide(order, "decline", "", "", "The guarantor is no better");

        assertThat(check(order).status()).isEqualTo(CreditStatus.ALTERNATIVES);
        assertThat(letters(order, "credit-declined")).hasSize(2);
        process.fire(order, "event_alternativeDeadline");
        assertThat(view(order).status()).isEqualTo(OrderStatus.DECLINED);
    }

    @Test
    void nothingHelpsAnInsolventOne() {
        var order = declined("insolvent");
        choose(order, new WantedAlternative("deposit", "4000", null, null));

        assertThat(check(order).status()).isEqualTo(CreditStatus.ALTERNATIVES);
        assertThat(last(order).reason()).isEqualTo("insolvent");
    }

    @Test
    void withoutAnotherWayTheOrderIsDeclinedAtTheDeadline() {
        var order = declined("hopeless");
        process.fire(order, "event_alternativeDeadline");

        hasEndedDeclined(order);
        assertThatThrownBy(() -> choose(order, new WantedAlternative("given-up", null, null, null)))
                .isInstanceOfSatisfying(
                        Conflict.class, late -> assertThat(late.code()).isEqualTo("credit-no-alternative"));
    }

    @Test
    void aNewOfferEndsTheOrder() {
        var order = declined("hopeless");
        choose(order, new WantedAlternative("new-offer", null, null, null));

        hasEndedDeclined(order);
    }

    @Test
    void givingUpEndsTheOrder() {
        var order = declined("hopeless");
        choose(order, new WantedAlternative("given-up", null, null, null));

        hasEndedDeclined(order);
    }

    @Test
    void cancellingTheOrderEndsItsCheck() {
        var order = declined("hopeless");
        cancel(order);

        assertThat(view(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThatThrownBy(() -> choose(order, new WantedAlternative("given-up", null, null, null)))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void whatIsOfferedIsCheckedFieldByField() {
        var order = declined("hopeless");

        assertThat(refused(order, new WantedAlternative("prayer", null, null, null)))
                .containsExactly("kind");
        assertThat(refused(order, new WantedAlternative("deposit", "0", null, null)))
                .containsExactly("amount");
        assertThat(refused(order, new WantedAlternative("deposit", "99999999", null, null)))
                .containsExactly("amount");
        assertThat(refused(order, new WantedAlternative("deposit", "plenty", null, null)))
                .containsExactly("amount");
        assertThat(refused(order, new WantedAlternative("guarantor", null, " ", "12")))
                .containsExactly("name", "registrationNumber");
        assertThat(refused(order, new WantedAlternative("guarantor", null, "Itself", customer.registrationNumber())))
                .containsExactly("registrationNumber");
        assertThat(check(order).status()).isEqualTo(CreditStatus.ALTERNATIVES);
    }

    @Test
    void theOrderOfAnotherResellerDoesNotExist() {
        var order = declined("hopeless");
        var other = parties.resellerOf(PROGRAMME, "0");

        assertThatThrownBy(() -> checks.of(other.id(), order)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> alternatives.choose(
                        other.id(), order, new WantedAlternative("given-up", null, null, null), "x@example.org"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void everythingTheCustomerOwesCounts() {
        var first = toBeAsked("fair");
        var second = toBeAsked(5);
        process.run(second, "serviceTask_askCreditAgency");

        assertThat(fact(second, "exposure"))
                .contains(
                        "Other open orders: 11,998.80 EUR (1)",
                        "This order: 5,999.40 EUR",
                        "Altogether: 17,998.20 EUR");
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void theInstalmentsToComeOfARunningContractCount() {
        var running = toBeAsked("fair");
        orders.delivered(running, calendar.today());
        engine.getRuntimeService()
                .createProcessInstanceByKey("order")
                .businessKey(running)
                .setVariable("commissionEarned", false)
                .startBeforeActivity("serviceTask_activateSubscription")
                .execute();

        var second = toBeAsked(5);
        process.run(second, "serviceTask_askCreditAgency");

        assertThat(fact(second, "exposure"))
                .as("35 instalments of 333.30, the first is invoiced")
                .contains("instalments to come: 11,665.50 EUR (1)", "Altogether: 17,664.90 EUR");
    }

    @Test
    void lettersSayNothingOfTheAgency() {
        var order = declined("hopeless");
        choose(order, new WantedAlternative("given-up", null, null, null));

        assertThat(outbox.about(order))
                .filteredOn(letter -> letter.template().startsWith("credit"))
                .hasSize(3)
                .extracting(OutboxLetter::plainText)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("Class", "score", "sandbox", "1,000", "1000", "DEMO-", "rule_", "CC-"));
    }

    @Test
    void nothingAResellerReadsSaysWhatTheAgencySaid() {
        var anna = ResellerClient.of(port, users, reseller, Role.ORDER);
        var order = declined("hopeless");
        var page = anna.get("/orders/" + order).body();
        var choices = anna.get("/orders/%s/credit-alternative".formatted(order)).body();
        var said = anna.get("/api/v1/orders/" + order).body();
        var check = anna.get("/api/v1/orders/%s/credit-check".formatted(order)).body();

        assertThat(page).contains("Not possible like this", "/orders/%s/credit-alternative".formatted(order));
        assertThat(choices).contains("A deposit", "A guarantor", "A new offer");
        assertThat(check).contains("ALTERNATIVES");
        assertThat(List.of(page, choices, said, check))
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("Class", "scoreClass", "sandbox", "DEMO-", "rule_credit", "exposure", "??")
                        .doesNotContain("1,000.00", "1000.00"));
    }

    @Test
    void theResellerChoosesOnThePageAndNothingTypedIsLost() {
        var anna = ResellerClient.of(port, users, reseller, Role.ORDER);
        var order = declined("hopeless");
        var page = "/orders/%s/credit-alternative".formatted(order);

        anna.form(page);
        var refused = anna.submit(page, Map.of("kind", "guarantor", "name", "Mutter AG", "registrationNumber", "12"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Mutter AG\"", "registrationNumber-problem");
        var taken = anna.submit(page, Map.of("kind", "deposit", "amount", "2500,00"));
        assertThat(taken.statusCode()).isEqualTo(302);
        process.run(order, "receiveTask_awaitAlternative");
        assertThat(anna.get("/orders/" + order).body()).contains("With a person");
        assertThat(anna.get(page).statusCode()).isEqualTo(409);
    }

    @Test
    void theResellerChoosesAtTheApiOnce() {
        var anna = ResellerClient.of(port, users, reseller, Role.ORDER);
        var order = declined("hopeless");
        var path = "/api/v1/orders/%s/credit-alternative".formatted(order);

        assertThat(anna.post(path, "{\"kind\":\"deposit\"}").statusCode()).isEqualTo(422);
        var taken = anna.post(path, "key-" + order, "{\"kind\":\"deposit\",\"amount\":\"2500.00\"}");
        assertThat(taken.statusCode()).isEqualTo(202);
        assertThat(taken.body()).contains("\"kind\":\"deposit\"", "2500.00");
        assertThat(anna.post(path, "key-" + order, "{\"kind\":\"deposit\",\"amount\":\"2500.00\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(anna.post(path, "{\"kind\":\"given-up\"}").statusCode()).isEqualTo(409);
    }

    @Test
    void theCreditDeskReadsTheLogAndOtherDesksDoNot() {
        var order = declined("hopeless");
        var klara = staff("klara-" + order.toLowerCase(Locale.ROOT), "credit");

        assertThat(klara.get("/staff/credit").body())
                .contains(order, check(order).number());
        assertThat(klara.get("/staff/credit/" + order).body())
                .contains("rule_creditDecision5", "sandbox agency", "scoreClass", "version 1")
                .doesNotContain("??");
        var olaf = staff("olaf-" + order.toLowerCase(Locale.ROOT), "order-desk");
        assertThat(olaf.get("/staff/credit").statusCode()).isEqualTo(403);
        assertThat(olaf.get("/staff/credit/" + order).statusCode()).isEqualTo(403);
        assertThat(olaf.get("/staff").body()).doesNotContain("/staff/credit");
    }

    private StaffBrowser staff(String name, String desk) {
        new Staff(identity).hire(name, desk);
        var browser = new StaffBrowser(door.port());
        browser.login(name, Staff.PASSWORD);
        return browser;
    }

    /** What the order waits for in its credit check; beside it the original of the agreement may be on its way. */
    private List<OrderWait> creditWaits(String order) {
        return progress.waits(reseller.id(), order).stream()
                .filter(wait -> wait.what().startsWith("credit-"))
                .toList();
    }

    private void hasEndedDeclined(String order) {
        process.hasEndedBy(order, "serviceTask_closeCreditCheck", "endEvent_orderDeclined");
        assertThat(check(order).status()).isEqualTo(CreditStatus.DECLINED);
        assertThat(view(order).status()).isEqualTo(OrderStatus.DECLINED);
        assertThat(letters(order, "credit-closed")).hasSize(1);
        assertThat(letters(order, "credit-closed-customer")).hasSize(1);
    }

    /** A customer with this word in its name wants ten laptops; the agency is next. */
    private String toBeAsked(String word) {
        customer = parties.organisation("Bau %s GmbH %s".formatted(word, TestIdentities.registrationNumber()));
        resellers.link(reseller.id(), customer.id());
        return toBeAsked(10);
    }

    private String toBeAsked(int laptops) {
        var order = management.place(wanted(reseller, laptops), OrderFields.API);
        process.run(order, "gateway_bothThere");
        sendAgreement(order);
        upload(order);
        acceptAgreement(order);
        return order;
    }

    private WantedOrder wanted(Party by, int laptops) {
        return new WantedOrder(
                by.id(),
                PROGRAMME,
                customer.id(),
                null,
                List.of(new WantedOrder.Line("laptop-14", laptops)),
                36,
                calendar.today(),
                null,
                "Sigrid Sten",
                "sigrid@example.org",
                "2026-1",
                TestIdentities.email("orderer"),
                new AcceptedOffer("OF-TEST-" + TestIdentities.registrationNumber(), calendar.today()));
    }

    private String declined(String word) {
        var order = toBeAsked(word);
        process.run(order, "serviceTask_askCreditAgency");
        return order;
    }

    private void decide(String order, String choice, String limit, String condition, String note) {
        process.complete(
                order,
                "userTask_decideCredit",
                Map.of(
                        "creditDecision", choice,
                        "creditLimit", limit,
                        "creditCondition", condition,
                        "creditNote", note));
    }

    private void choose(String order, WantedAlternative wanted) {
        alternatives.choose(reseller.id(), order, wanted, "maria@reseller.example");
        process.run(order, "receiveTask_awaitAlternative");
    }

    private List<String> refused(String order, WantedAlternative wanted) {
        try {
            alternatives.choose(reseller.id(), order, wanted, "maria@reseller.example");
            return List.of();
        } catch (Invalid invalid) {
            return invalid.fields().stream().map(Invalid.Field::field).toList();
        }
    }

    /** What the credit desk reads; amounts have spaces that do not break. */
    private String fact(String order, String key) {
        return process.factsOf(order, "userTask_decideCredit")
                .get(key)
                .toString()
                .replace('\u00a0', ' ');
    }

    private void age(String order, int days) {
        database.sql("ALTER TABLE credit_decision DISABLE TRIGGER credit_decision_append_only")
                .update();
        database.sql(
                        "UPDATE credit_decision SET decided_at = decided_at - make_interval(days => ?) WHERE check_number = ?")
                .params(days, check(order).number())
                .update();
        database.sql("ALTER TABLE credit_decision ENABLE TRIGGER credit_decision_append_only")
                .update();
    }

    private Duration pauseOf(String order) {
        var due = process.jobAt(order, "event_awaitAgency").getDuedate();
        var since = process.variable(order, "agencyRetryAt");
        assertThat(due).isEqualTo(since);
        return Duration.between(calendar.now(), ((Date) since).toInstant())
                .plusSeconds(30)
                .truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    }

    private String instanceOf(String order) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(order)
                .processDefinitionKey("credit-check")
                .singleResult()
                .getId();
    }

    private CreditCheckView check(String order) {
        return checks.of(reseller.id(), order).orElseThrow();
    }

    private CreditFile file(String order) {
        return files.of(order);
    }

    private CreditDecision last(String order) {
        var decisions = file(order).decisions();
        return decisions.get(decisions.size() - 1);
    }
}
