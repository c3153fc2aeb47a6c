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
import io.partnerflow.accounts.ProvisioningFailed;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.orders.Milestone;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.trials.TrialStatus;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts of orders: made, converted, marked; and taken away again. */
@PartnerflowTest
class ProvisioningProcessTest extends OrderTests {

    @Autowired
    Accounts accounts;

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
    void anAddressOfAnotherCustomerHoldsTheOrderUpAndSaysWhy() {
        var order = toBeChecked();
        var signatory = view(order).signatory();
        var stranger = new TestParties(organisations, resellers).organisation();
        accounts.open(new NewAccount(
                "TEST-" + order,
                stranger.id(),
                stranger.name(),
                "Storgatan 2, Stockholm",
                List.of(signatory),
                List.of()));
        approve(order);

        assertThatThrownBy(() -> process.run(order, "serviceTask_createCustomerAccount"))
                .isInstanceOf(ProvisioningFailed.class)
                .hasMessageContaining(signatory.email().value())
                .hasMessageContaining(stranger.name());

        assertThat(process.jobAt(order, "serviceTask_createCustomerAccount").getExceptionMessage())
                .contains("one customer only");
        assertThat(accounts.attempts(order)).extracting(Attempt::succeeded).containsExactly(false);

        // the other customer's list is corrected, the step repeated: one account, no matter how many tries
        accounts.setUsers(
                "TEST-" + order, "2", List.of(new NamedEmail("", EmailAddress.of(TestIdentities.email("instead")))));
        createAccount(order);
        assertThat(accountOf(order)).isEqualTo("CUSTOMER ACTIVE");
        assertThat(accountsOf(order)).isEqualTo(1);
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
