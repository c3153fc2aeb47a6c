package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.accounts.Accounts;
import io.partnerflow.accounts.Attempt;
import io.partnerflow.accounts.Entitlement;
import io.partnerflow.accounts.NewAccount;
import io.partnerflow.accounts.ProvisioningFailed;
import io.partnerflow.engine.Workflow;
import io.partnerflow.mail.Outbox;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.shared.NotFound;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.trials.DataReturns;
import io.partnerflow.trials.TrialFields;
import io.partnerflow.trials.TrialManagement;
import io.partnerflow.trials.TrialOrders;
import io.partnerflow.trials.TrialPerson;
import io.partnerflow.trials.TrialStatus;
import io.partnerflow.trials.TrialView;
import io.partnerflow.trials.TrialWish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PartnerflowTest
class TrialProcessTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    TrialManagement trials;

    @Autowired
    TrialOrders orders;

    @Autowired
    DataReturns returns;

    @Autowired
    Accounts accounts;

    @Autowired
    Outbox outbox;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    final Map<String, ProcessInstance> instances = new ConcurrentHashMap<>();
    ProcessDriver process;
    Party reseller;
    Party customer;
    String anna = TestIdentities.email("anna");
    String bo = TestIdentities.email("bo");

    @BeforeEach
    void prepareCustomer() {
        process = new ProcessDriver(engine);
        init(engine);
        var parties = new TestParties(organisations, resellers);
        reseller = parties.reseller();
        customer = parties.customerOf(reseller);
    }

    @Test
    void aTrialThatIsOrderedIsConverted() {
        var trial = inUse();

        order(trial, "OR-TEST-" + trial);

        assertThatTrial(trial).isEnded().hasPassed("endEvent_trialConverted");
        assertThat(view(trial).status()).isEqualTo(TrialStatus.CONVERTED);
        assertThat(statusInDirectory(trial)).isEqualTo("CUSTOMER ACTIVE");
    }

    @Test
    void theAccountIsThereAndEverybodyKnowsHowToLogIn() {
        var trial = started(anna, bo);
        assertThat(view(trial).status()).isEqualTo(TrialStatus.STARTING);

        process.run(trial, "serviceTask_createTrialAccount");

        assertThatTrial(trial).isWaitingAt("receiveTask_trialInUse");
        assertThat(view(trial).status()).isEqualTo(TrialStatus.IN_USE);
        assertThat(usersInDirectory(trial)).containsExactlyInAnyOrder(anna, bo);
        assertThat(letters(trial, "trial-login")).extracting(OutboxLetter::to).containsExactlyInAnyOrder(anna, bo);
        assertThat(accounts.attempts(trial)).extracting(Attempt::action).containsExactly("create-account");
    }

    @Test
    void itsDaysAreTheVendorsCalendarDays() {
        var trial = inUse();

        var today = calendar.today();
        assertThat(process.variable(trial, "trialEndsAt")).isEqualTo(date(calendar.startOfDay(today.plusDays(30))));
        assertThat(process.variable(trial, "firstReminderAt"))
                .isEqualTo(date(
                        today.plusDays(23).atTime(8, 0).atZone(calendar.zone()).toInstant()));
        assertThat(process.variable(trial, "lastReminderAt"))
                .isEqualTo(date(
                        today.plusDays(29).atTime(8, 0).atZone(calendar.zone()).toInstant()));
        assertThat(view(trial).daysLeft(today)).isEqualTo(30);
    }

    @Test
    void bothRemindersGoOutWithTheDaysThatAreLeft() {
        var trial = inUse();

        process.fire(trial, "event_firstReminder");
        process.fire(trial, "event_lastReminder");

        process.hasPassed(trial, "event_firstReminder", "event_lastReminder", "endEvent_trialEndReminded");
        assertThatTrial(trial).isWaitingAt("receiveTask_trialInUse");
        // both fired on the same day here, so they are one and the same letter
        assertThat(letters(trial, "trial-ends-soon")).singleElement().satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("maria@reseller.example");
            assertThat(letter.subject()).isEqualTo("The trial of %s ends in 30 days".formatted(customer.name()));
        });
        assertThat(letters(trial, "trial-ends-soon-people"))
                .extracting(OutboxLetter::to)
                .containsExactly(anna);
    }

    @Test
    void usersCanBeAdjustedWhileItRuns() {
        var trial = inUse();

        trials.changeUsers(reseller.id(), trial, people(anna, bo), "users");
        process.run(trial, "serviceTask_adjustTrialUsers");

        process.hasPassed(trial, "endEvent_trialUsersAdjusted");
        assertThatTrial(trial).isWaitingAt("receiveTask_trialInUse");
        assertThat(usersInDirectory(trial)).containsExactlyInAnyOrder(anna, bo);
        assertThat(letters(trial, "trial-login")).extracting(OutboxLetter::to).containsExactlyInAnyOrder(anna, bo);
    }

    @Test
    void whoIsTakenOutAndPutInAgainGetsLoginDetailsAgain() {
        var trial = inUse();

        trials.changeUsers(reseller.id(), trial, people(bo), "users");
        process.run(trial, "serviceTask_adjustTrialUsers");
        assertThat(usersInDirectory(trial)).containsExactly(bo);
        trials.changeUsers(reseller.id(), trial, people(bo, anna), "users");
        process.run(trial, "serviceTask_adjustTrialUsers");

        assertThat(letters(trial, "trial-login"))
                .extracting(OutboxLetter::to)
                .containsExactlyInAnyOrder(anna, anna, bo);
    }

    @Test
    void anExtensionMovesTheEndAndTheReminders() {
        var trial = inUse();

        trials.extend(reseller.id(), trial, 14);

        process.hasPassed(trial, "event_trialExtended", "serviceTask_extendTrial");
        assertThatTrial(trial).isWaitingAt("receiveTask_trialInUse");
        assertThat(process.variable(trial, "trialEndsAt"))
                .isEqualTo(date(calendar.startOfDay(calendar.today().plusDays(44))));
        assertThat(letters(trial, "trial-extended")).hasSize(1);
    }

    @Test
    void anExtensionHasItsLimits() {
        var trial = inUse();

        assertThatThrownBy(() -> trials.extend(reseller.id(), trial, 31))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(Invalid.Field::field)
                                .containsExactly("days"));
        trials.extend(reseller.id(), trial, 30);
        trials.extend(reseller.id(), trial, 1);
        assertThatThrownBy(() -> trials.extend(reseller.id(), trial, 1))
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo("trial-extensions-used"));
        assertThat(view(trial).dates().days()).isEqualTo(61);
    }

    @Test
    void afterItsDaysTheAccountIsInactive() {
        var trial = inactive();

        assertThatTrial(trial).isWaitingAt("receiveTask_inactiveTrial");
        assertThat(view(trial).status()).isEqualTo(TrialStatus.INACTIVE);
        assertThat(statusInDirectory(trial)).isEqualTo("TRIAL SUSPENDED");
        assertThat(letters(trial, "trial-inactive")).hasSize(1);
        var purgeOn = calendar.today().plusDays(30).plusMonths(6);
        assertThat(process.variable(trial, "purgeAt")).isEqualTo(date(calendar.startOfDay(purgeOn)));
        assertThatThrownBy(() -> trials.extend(reseller.id(), trial, 5))
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo("trial-inactive"));
    }

    @Test
    void anInactiveTrialThatIsOrderedWakesUp() {
        var trial = inactive();

        order(trial, "OR-TEST-" + trial);

        assertThatTrial(trial).isEnded().hasPassed("endEvent_inactiveTrialConverted");
        assertThat(statusInDirectory(trial)).isEqualTo("CUSTOMER ACTIVE");
    }

    @Test
    void nobodyLosesDataBySurprise() {
        var trial = inactive();

        process.fire(trial, "event_firstPurgeWarning");
        process.fire(trial, "event_lastPurgeWarning");

        process.hasPassed(trial, "event_firstPurgeWarning", "event_lastPurgeWarning", "endEvent_purgeWarned");
        assertThatTrial(trial).isWaitingAt("receiveTask_inactiveTrial");
        assertThat(letters(trial, "trial-purge-soon")).hasSize(1);
    }

    @Test
    void sixMonthsLaterEverythingIsDeleted() {
        var trial = inactive();

        process.fire(trial, "event_purgeDue");
        process.run(trial, "serviceTask_purgeTrial");

        assertThatTrial(trial).isEnded().hasPassed("endEvent_trialPurged");
        assertThat(view(trial).status()).isEqualTo(TrialStatus.PURGED);
        assertThat(statusInDirectory(trial)).isEqualTo("TRIAL PURGED");
        assertThat(usersInDirectory(trial)).isEmpty();
        assertThat(letters(trial, "trial-purged")).hasSize(1);
        assertThatThrownBy(() -> orders.orderStarted(trial, "OR-LATE"))
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo("trial-purged"));
    }

    @Test
    void anOpenOrderHoldsUpThePurge() {
        var trial = inactive();
        var order = "OR-TEST-" + trial;
        orders.orderStarted(trial, order);

        process.fire(trial, "event_purgeDue");
        assertThatThrownBy(() -> process.run(trial, "serviceTask_purgeTrial"))
                .hasMessage(
                        "Order %s is still open, so the data of trial %s are not deleted yet. Repeat this step once the order has ended."
                                .formatted(order, trial));

        assertThat(view(trial).status()).isEqualTo(TrialStatus.INACTIVE);
        assertThat(statusInDirectory(trial)).isEqualTo("TRIAL SUSPENDED");
    }

    @Test
    void dataGoBackPropertyByProperty() {
        var trial = inactive();
        var offer = returns.offer(reseller.id(), trial);
        assertThat(offer.properties())
                .singleElement()
                .satisfies(property -> assertThat(property.name()).isEqualTo("Storgatan 1, Stockholm"));

        returns.request(reseller.id(), trial, List.of(offer.properties().get(0).id()), "maria@reseller.example");
        process.run(trial, "serviceTask_returnData");

        process.hasPassed(trial, "event_dataReturnRequested", "serviceTask_returnData");
        assertThat(returns.toInvoice(trial))
                .singleElement()
                .satisfies(moved ->
                        assertThat(moved.price()).isEqualTo(offer.price().price()));
        assertThat(returns.offer(reseller.id(), trial).properties()).isEmpty();
        assertThat(accounts.properties(trial)).isEmpty();
        assertThat(letters(trial, "trial-data-returned")).hasSize(1);
    }

    @Test
    void whatIsNotInTheAccountCannotGoBack() {
        var trial = inactive();

        assertThatThrownBy(() -> returns.request(reseller.id(), trial, List.of("elsewhere"), "maria@reseller.example"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> returns.offer(customer.id(), trial)).isInstanceOf(NotFound.class);
        assertThat(returns.of(trial)).isEmpty();
    }

    @Test
    void anAddressOfAnotherCustomersAccountHoldsTheTrialUpUntilItIsCorrected() {
        inUse();
        var other = new TestParties(organisations, resellers).customerOf(reseller);
        customer = other;
        var trial = started(anna);

        assertThatThrownBy(() -> process.run(trial, "serviceTask_createTrialAccount"))
                .isInstanceOf(ProvisioningFailed.class)
                .hasMessageContaining(anna)
                .hasMessageContaining("one customer only");
        assertThat(accounts.attempts(trial))
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.answer()).contains(anna));
        assertThat(view(trial).status()).isEqualTo(TrialStatus.STARTING);

        trials.changeUsers(reseller.id(), trial, people(bo), "users");
        process.run(trial, "serviceTask_createTrialAccount");

        assertThat(usersInDirectory(trial)).containsExactly(bo);
        assertThat(view(trial).status()).isEqualTo(TrialStatus.IN_USE);
    }

    @Test
    void peopleCorrectedAfterALostAnswerAreTheOnesWhoGetIn() {
        var trial = started(anna);
        accounts.open(new NewAccount(
                trial, customer.id(), customer.name(), "Storgatan 1, Stockholm", List.of(named("", anna)), List.of()));

        trials.changeUsers(reseller.id(), trial, people(bo), "users");
        process.run(trial, "serviceTask_createTrialAccount");

        assertThat(usersInDirectory(trial)).containsExactly(bo);
        assertThat(letters(trial, "trial-login")).extracting(OutboxLetter::to).containsExactly(bo);
    }

    @Test
    void ofManyStartsAtTheSameMomentOneCounts() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        try {
            Callable<String> start = () -> {
                try {
                    return started(TestIdentities.email("anna"));
                } catch (Conflict refused) {
                    return refused.code();
                }
            };
            var starts = threads.invokeAll(Collections.nCopies(6, start));
            var outcomes = new ArrayList<String>();
            for (var one : starts) {
                outcomes.add(one.get());
            }
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.startsWith("TR-"))
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.startsWith("TR-"))
                    .isSubsetOf("trial-already-open", "customer-has-trial");
            assertThat(trials.of(reseller.id(), customer.id())).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aCustomerHasOneOpenTrial() {
        var trial = inUse();

        assertThatThrownBy(() -> started(bo))
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo("trial-already-open"))
                .hasMessageContaining(trial);
    }

    @Test
    void aTrialHasOneOpenOrder() {
        var trial = inUse();
        orders.orderStarted(trial, "OR-FIRST-" + trial);
        orders.orderStarted(trial, "OR-FIRST-" + trial);

        assertThatThrownBy(() -> orders.orderStarted(trial, "OR-SECOND-" + trial))
                .isInstanceOfSatisfying(
                        Conflict.class, conflict -> assertThat(conflict.code()).isEqualTo("trial-has-order"));
        orders.orderEnded(trial, "OR-FIRST-" + trial);
        orders.orderStarted(trial, "OR-SECOND-" + trial);

        assertThat(view(trial).orderNumber()).isEqualTo("OR-SECOND-" + trial);
    }

    @Test
    void aTrialThatIsJustBeingDeactivatedIsConvertedAMomentLater() {
        var trial = inUse();
        var order = "OR-TEST-" + trial;
        orders.orderStarted(trial, order);
        process.fire(trial, "event_trialEnd");

        assertThatThrownBy(() -> orders.converted(trial, order)).isInstanceOf(Workflow.NobodyWaits.class);
        process.run(trial, "serviceTask_deactivateTrialAccount");
        orders.converted(trial, order);

        assertThatTrial(trial).isEnded().hasPassed("endEvent_inactiveTrialConverted");
    }

    @Test
    void badInputChangesNothingAndIsToldAtOnce() {
        assertThatThrownBy(() -> trials.start(
                        new TrialWish(
                                "no-such",
                                reseller.id(),
                                reseller.id(),
                                "castle",
                                List.of(),
                                named("Maria", "maria@reseller.example")),
                        TrialFields.API))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(Invalid.Field::field)
                                .containsExactly("programme", "organisationId", "users"));
    }

    private String inactive() {
        var trial = inUse();
        process.fire(trial, "event_trialEnd");
        process.run(trial, "serviceTask_deactivateTrialAccount");
        return trial;
    }

    private String inUse() {
        var trial = started(anna);
        process.run(trial, "serviceTask_createTrialAccount");
        return trial;
    }

    private String started(String... emails) {
        var number = trials.start(
                new TrialWish(
                        "licence",
                        reseller.id(),
                        customer.id(),
                        "housing-association",
                        people(emails),
                        named("Maria", "maria@reseller.example")),
                TrialFields.API);
        instances.put(
                number,
                engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult());
        return number;
    }

    private void order(String trial, String order) {
        orders.orderStarted(trial, order);
        accounts.convert(trial, order, List.of(new Entitlement("planning-licence", 3)));
        orders.converted(trial, order);
    }

    private static List<TrialPerson> people(String... emails) {
        return Stream.of(emails)
                .map(email -> new TrialPerson(named("", email), "en"))
                .toList();
    }

    private static NamedEmail named(String name, String email) {
        return new NamedEmail(name, EmailAddress.of(email));
    }

    private TrialView view(String trial) {
        return trials.get(reseller.id(), trial);
    }

    private List<OutboxLetter> letters(String trial, String template) {
        return outbox.about(trial).stream()
                .filter(letter -> letter.template().equals(template))
                .toList();
    }

    private List<String> usersInDirectory(String trial) {
        return database.sql("SELECT email FROM account_user WHERE reference = ?")
                .param(trial)
                .query(String.class)
                .list();
    }

    private String statusInDirectory(String trial) {
        return database.sql("SELECT kind || ' ' || status FROM service_account WHERE reference = ?")
                .param(trial)
                .query(String.class)
                .single();
    }

    private ProcessInstanceAssert assertThatTrial(String trial) {
        return BpmnAwareTests.assertThat(instances.get(trial));
    }

    private static Date date(Instant moment) {
        return Date.from(moment);
    }
}
