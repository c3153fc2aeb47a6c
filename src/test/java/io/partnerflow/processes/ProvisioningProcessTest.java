package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestParties;
import io.partnerflow.accounts.Accounts;
import io.partnerflow.accounts.Attempt;
import io.partnerflow.accounts.NewAccount;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.orders.Milestone;
import io.partnerflow.parties.Party;
import io.partnerflow.provisioning.ProvisioningQuestions;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.trials.TrialStatus;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts of orders: made, converted, marked; and taken away again. */
@PartnerflowTest
class ProvisioningProcessTest extends OrderTests {

    private static final String CREATE = "serviceTask_createCustomerAccount";
    private static final String CLARIFY = "userTask_clarifyProvisioning";

    @Autowired
    Accounts accounts;

    @Autowired
    ProvisioningQuestions questions;

    @BeforeEach
    void useAssertions() {
        init(engine);
    }

    @Test
    void aCustomerWithoutATrialGetsAnAccount() {
        var order = toBeChecked();
        approve(order);
        var provisioning = provisioning(order);
        BpmnAwareTests.assertThat(provisioning).isWaitingAt("serviceTask_createCustomerAccount");

        createAccount(order);

        BpmnAwareTests.assertThat(provisioning)
                .isEnded()
                .hasPassed(
                        "serviceTask_createCustomerAccount", "serviceTask_markReseller", "endEvent_accountProvisioned")
                .hasNotPassed("serviceTask_convertTrialAccount");
        assertThat(accountOf(order)).isEqualTo("CUSTOMER ACTIVE");
        assertThat(bought(order)).containsExactly("planning-licence 10");
        assertThat(resellerIn(order)).isEqualTo(reseller.name());
        assertThat(letters(order, "account-login"))
                .extracting(OutboxLetter::to)
                .containsExactly(view(order).signatory().email().value());
        assertThat(timeline(order)).contains(Milestone.ACCOUNT_READY);
    }

    @Test
    void aTrialIsConvertedWithEverythingInIt() {
        var trial = trialInUse();
        var order = toBeChecked();
        approve(order);
        var provisioning = provisioning(order);

        process.run(order, "serviceTask_convertTrialAccount");
        process.run(order, "serviceTask_markReseller");

        BpmnAwareTests.assertThat(provisioning)
                .isEnded()
                .hasPassed("serviceTask_convertTrialAccount", "serviceTask_markReseller", "endEvent_accountProvisioned")
                .hasNotPassed("serviceTask_createCustomerAccount");
        process.hasEndedBy(trial, "endEvent_trialConverted");
        assertThat(accountOf(trial)).isEqualTo("CUSTOMER ACTIVE");
        assertThat(accountOf(order)).isEmpty();
        assertThat(bought(trial)).containsExactly("planning-licence 10");
        assertThat(resellerIn(trial)).isEqualTo(reseller.name());
        assertThat(accounts.properties(trial)).hasSize(1);
        assertThat(trials.get(reseller.id(), trial).status()).isEqualTo(TrialStatus.CONVERTED);
    }

    @Test
    void anInactiveTrialWakesUp() {
        var trial = trialInUse();
        process.fire(trial, "event_trialEnd");
        process.run(trial, "serviceTask_deactivateTrialAccount");
        assertThat(accountOf(trial)).isEqualTo("TRIAL SUSPENDED");
        var order = toBeChecked();
        approve(order);

        process.run(order, "serviceTask_convertTrialAccount");

        process.hasEndedBy(trial, "endEvent_inactiveTrialConverted");
        assertThat(accountOf(trial)).isEqualTo("CUSTOMER ACTIVE");
    }

    @Test
    void anAddressOfAnotherCustomerComesToTheDeskAtOnceAndSaysWhy() {
        var order = toBeChecked();
        var signatory = view(order).signatory();
        var stranger = takesAddressOf(order);
        approve(order);

        process.run(order, CREATE);

        assertThat(process.waitsAt(order)).contains(CLARIFY);
        assertThat(process.factsOf(order, CLARIFY))
                .containsEntry("failedStep", "Set up the account")
                .containsEntry("accountMissing", "yes")
                .containsEntry("attemptsUrl", "/staff/provisioning/" + order)
                .hasEntrySatisfying(
                        "explanation",
                        words -> assertThat((String) words)
                                .contains(signatory.email().value(), stranger.name(), "ask the reseller"));
        assertThat(accounts.attemptsFor(order)).extracting(Attempt::succeeded).containsExactly(false);
        assertThat(timeline(order)).contains(Milestone.ACCOUNT_DELAYED);
        assertThat(accountOf(order)).isEmpty();
    }

    @Test
    void onceTheCauseIsGoneTheDeskLetsTheStepTryAgainAndThereIsOneAccount() {
        var order = toBeChecked();
        takesAddressOf(order);
        approve(order);
        process.run(order, CREATE);

        decide(order, Map.of("provisioningDecision", "retry"));
        process.run(order, CREATE);
        assertThat(process.waitsAt(order)).as("the cause is still there").contains(CLARIFY);
        givesAddressBack(order);
        decide(order, Map.of("provisioningDecision", "retry"));
        createAccount(order);

        assertThat(provisioningEnded(order)).isTrue();
        assertThat(accountOf(order)).isEqualTo("CUSTOMER ACTIVE");
        assertThat(accountsOf(order)).isEqualTo(1);
        assertThat(accounts.attemptsFor(order))
                .extracting(Attempt::outcome)
                .containsExactly("address-taken", "address-taken", "done", "done");
    }

    @Test
    void theDeskHasMadeTheAccountByHandAndTheOrderGoesOn() {
        var order = toBeChecked();
        takesAddressOf(order);
        approve(order);
        process.run(order, CREATE);

        decide(
                order,
                Map.of(
                        "provisioningDecision", "skip",
                        "loginAddress", "https://app.example/by-hand",
                        "skipReason", "The system is being moved; made in its admin page."));
        process.run(order, CREATE);

        process.hasPassed(order, "serviceTask_recordManualWork");
        assertThat(accounts.find(order))
                .hasValueSatisfying(
                        account -> assertThat(account.loginAddress()).isEqualTo("https://app.example/by-hand"));
        assertThat(accounts.attemptsFor(order))
                .extracting(Attempt::outcome)
                .containsExactly("address-taken", "by-hand");
        assertThat(letters(order, "account-login")).hasSize(1);
        // the directory has no such account: what comes next is a person's too
        process.run(order, "serviceTask_markReseller");
        assertThat(process.factsOf(order, CLARIFY)).containsEntry("accountMissing", "no");
        decide(order, Map.of("provisioningDecision", "skip", "skipReason", "Marked by hand."));
        createAccount(order);
        assertThat(provisioningEnded(order)).isTrue();
        assertThat(timeline(order)).contains(Milestone.ACCOUNT_READY);
    }

    @Test
    void theResellerNamesSomebodyElseToLogInFirst() {
        var order = asked("The address of Sigrid logs in for another customer. Who shall log in first?");
        assertThat(letters(order, "provisioning-question")).hasSize(1);
        var other = TestIdentities.email("other");

        questions.answer(
                reseller.id(),
                order,
                new ProvisioningQuestions.Answer("Take Olof.", other, "Olof Ny", "maria@reseller.example"));
        process.run(order, "receiveTask_awaitResellerAnswer");
        createAccount(order);

        assertThat(provisioningEnded(order)).isTrue();
        assertThat(people(order)).containsExactly(other);
        assertThat(letters(order, "account-login")).extracting(OutboxLetter::to).containsExactly(other);
        assertThat(timeline(order))
                .containsSubsequence(
                        Milestone.ACCOUNT_DELAYED,
                        Milestone.ACCOUNT_QUESTION,
                        Milestone.ACCOUNT_ANSWERED,
                        Milestone.ACCOUNT_READY);
    }

    @Test
    void anAnswerThatDoesNotHelpStandsInTheNextTask() {
        var order = asked("Why does this address log in elsewhere?");

        questions.answer(
                reseller.id(),
                order,
                new ProvisioningQuestions.Answer("I do not know.", null, null, "maria@reseller.example"));
        process.run(order, "receiveTask_awaitResellerAnswer");
        process.run(order, CREATE);

        assertThat(process.factsOf(order, CLARIFY)).containsEntry("resellerAnswer", "I do not know.");
        assertThatThrownBy(() -> questions.answer(
                        reseller.id(),
                        order,
                        new ProvisioningQuestions.Answer("Again", null, null, "maria@reseller.example")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aResellerWhoDoesNotAnswerIsRemindedAndTheQuestionComesBack() {
        var order = asked("Who shall log in first?");

        process.fire(order, "event_resellerReminder");
        assertThat(letters(order, "provisioning-question-reminder")).hasSize(1);
        process.fire(order, "event_resellerDeadline");

        assertThat(process.waitsAt(order)).contains(CLARIFY).doesNotContain("receiveTask_awaitResellerAnswer");
        decide(order, Map.of("provisioningDecision", "ask", "question", "Please: who shall log in first?"));
        assertThat(letters(order, "provisioning-question")).hasSize(2);
    }

    @Test
    void anOrderWithoutAnythingForAnAccountGetsNone() {
        database.sql("UPDATE product SET category = 'HARDWARE' WHERE code = 'planning-licence'")
                .update();
        try {
            var order = toBeChecked();
            approve(order);

            process.hasPassed(order, "endEvent_noAccountNeeded");
            process.hasNotPassed(order, CREATE);
            assertThat(accountOf(order)).isEmpty();
        } finally {
            database.sql("UPDATE product SET category = 'SOFTWARE' WHERE code = 'planning-licence'")
                    .update();
        }
    }

    @Test
    void cancellingAnOrderThatWaitsForAPersonLeavesNoAccount() {
        var order = toBeChecked();
        takesAddressOf(order);
        approve(order);
        process.run(order, CREATE);

        cancel(order);

        assertThat(process.waitsAt(order)).isEmpty();
        assertThat(accountOf(order)).isEmpty();
        assertThat(timeline(order)).contains(Milestone.CANCELLED);
    }

    @Test
    void aCancelledOrderLosesItsAccountAndANewOneBringsTheTrialBack() {
        var trial = trialInUse();
        var order = toBeChecked();
        approve(order);
        process.run(order, "serviceTask_convertTrialAccount");

        cancel(order);

        assertThat(accountOf(trial)).isEqualTo("CUSTOMER SUSPENDED");
        assertThat(timeline(order)).contains(Milestone.ACCOUNT_SUSPENDED, Milestone.CANCELLED);

        var second = toBeChecked();
        assertThat(view(second).trialNumber()).isEqualTo(trial);
        approve(second);
        process.run(second, "serviceTask_convertTrialAccount");
        process.run(second, "serviceTask_markReseller");

        assertThat(accountOf(trial)).isEqualTo("CUSTOMER ACTIVE");
    }

    @Test
    void cancellingBeforeTheConversionLeavesTheTrialRunning() {
        var trial = trialInUse();
        var order = toBeChecked();
        approve(order);

        cancel(order);

        assertThat(accountOf(trial)).isEqualTo("TRIAL ACTIVE");
        assertThat(trials.get(reseller.id(), trial).status()).isEqualTo(TrialStatus.IN_USE);
        assertThat(trials.get(reseller.id(), trial).orderNumber()).isNull();
    }

    /** The address has been given to another customer, and the desk has asked the reseller. */
    private String asked(String question) {
        var order = toBeChecked();
        takesAddressOf(order);
        approve(order);
        process.run(order, CREATE);
        decide(order, Map.of("provisioningDecision", "ask", "question", question));
        return order;
    }

    private void decide(String order, Map<String, Object> answers) {
        process.complete(order, CLARIFY, answers);
    }

    private Party takesAddressOf(String order) {
        var stranger = new TestParties(organisations, resellers).organisation();
        accounts.open(new NewAccount(
                "TEST-" + order,
                stranger.id(),
                stranger.name(),
                "Storgatan 2, Stockholm",
                List.of(view(order).signatory()),
                List.of()));
        return stranger;
    }

    private void givesAddressBack(String order) {
        accounts.setUsers(
                "TEST-" + order, "2", List.of(new NamedEmail("", EmailAddress.of(TestIdentities.email("instead")))));
    }

    private boolean provisioningEnded(String order) {
        return engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(order)
                        .processDefinitionKey("provisioning")
                        .singleResult()
                        .getEndTime()
                != null;
    }

    private List<String> people(String reference) {
        return database.sql("SELECT email FROM account_user WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .list();
    }

    private ProcessInstance provisioning(String order) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(order)
                .processDefinitionKey("provisioning")
                .singleResult();
    }

    private List<String> bought(String reference) {
        return database.sql("SELECT product || ' ' || quantity FROM account_entitlement WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .list();
    }

    private String resellerIn(String reference) {
        return database.sql("SELECT reseller FROM service_account WHERE reference = ?")
                .param(reference)
                .query(String.class)
                .single();
    }

    private long accountsOf(String reference) {
        return database.sql("SELECT count(*) FROM account WHERE reference = ?")
                .param(reference)
                .query(Long.class)
                .single();
    }
}
