package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestParties;
import io.partnerflow.agreements.AgreementStatus;
import io.partnerflow.engine.Variable;
import io.partnerflow.engine.Workflow;
import io.partnerflow.orders.Milestone;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderStatus;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.Percentage;
import io.partnerflow.trials.TrialStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class OrderProcessTest extends OrderTests {

    @Autowired
    Workflow workflow;

    @Test
    void formFirstThenAgreementEndsWithAnAccountAnInvoiceAndBothSidesTold() {
        var order = toBeChecked();
        approve(order);
        createAccount(order);
        assertThat(view(order).status()).isEqualTo(OrderStatus.ACTIVE);
        invoice(order);

        process.hasEndedBy(order, "endEvent_accountProvisioned", "endEvent_orderCompleted");
        assertThat(view(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(accountOf(order)).isEqualTo("CUSTOMER ACTIVE");
        assertThat(invoicesOf(order)).isOne();
        assertLetters(order, "order-received", "order-activated", "order-activated-customer");
        assertThat(letters(order, "order-activated-customer"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.to()).isEqualTo(customer.email()));
    }

    @Test
    void agreementFirstThenFormLeadsToTheSamePlace() {
        var order = started();
        sendAgreement(order);
        upload(order);
        acceptAgreement(order);
        assertThat(process.waitsAt(order)).contains("receiveTask_receiveOrderForm");
        assertThat(view(order).status()).isEqualTo(OrderStatus.STARTED);

        register(order);
        process.run(order, "gateway_bothThere");

        assertThat(process.waitsAt(order)).contains("userTask_checkOrder");
        assertThat(timeline(order))
                .containsSubsequence(
                        Milestone.STARTED,
                        Milestone.AGREEMENT_SENT,
                        Milestone.AGREEMENT_UPLOADED,
                        Milestone.AGREEMENT_CONCLUDED,
                        Milestone.REGISTERED,
                        Milestone.CHECKED);
    }

    @Test
    void everythingPlacedInOneGoWaitsForTheAgreementAlone() {
        var order = management.place(tenLicences().wanted(), OrderFields.API);

        assertThat(view(order).status()).isEqualTo(OrderStatus.REGISTERED);
        assertThat(process.hasJob(order, "serviceTask_sendAgreement")).isTrue();
        assertThat(process.hasJob(order, "gateway_bothThere")).isTrue();
    }

    @Test
    void theOrderDeskSeesWhoWhatMoneyTheAnswersOfTheChecksAndBothPapers() {
        var order = toBeChecked();

        var facts = process.factsOf(order, "userTask_checkOrder");

        assertThat(facts)
                .containsEntry("orderNumber", order)
                .containsEntry("product", "Planning licence")
                .containsEntry("quantity", "10")
                .containsEntry("poReference", "PO 4711");
        assertThat(facts.get("customer").toString()).contains(customer.name(), customer.registrationNumber());
        assertThat(facts.get("prices").toString()).contains("41,600.00");
        assertThat(facts.get("checks").toString().lines())
                .hasSize(7)
                .allSatisfy(line -> assertThat(line).startsWith("✓"));
        assertThat(facts.get("agreementUrl").toString()).startsWith("/staff/documents/");
        assertThat(facts.get("signedAgreementUrl").toString())
                .startsWith("/staff/documents/")
                .isNotEqualTo(facts.get("agreementUrl"));
    }

    @Test
    void aFailedAutomaticCheckIsShownToThePersonWhoDecides() {
        var order = started();
        sendAgreement(order);
        upload(order);
        acceptAgreement(order);
        register(order, tenLicences().withQuantity(99));
        process.run(order, "gateway_bothThere");

        assertThat(process.factsOf(order, "userTask_checkOrder").get("checks").toString())
                .contains("✗ Order data equals agreement");
    }

    @Test
    void thePriceIsFrozenWithTheFormNetOfThePartnerDiscount() {
        var order = started();
        register(order);

        var price = view(order).price();
        assertThat(price.annualList()).isEqualTo(Money.of("52000.00", "SEK"));
        assertThat(price.annualNet()).isEqualTo(Money.of("41600.00", "SEK"));
        assertThat(price.partnerDiscount()).isEqualTo(Percentage.of("20"));
        assertThat(view(order).terms().version()).isEqualTo("2024-1");
    }

    @Test
    void anOrderThatBeginsLaterIsCompletedAndInvoicedOnItsDay() {
        var order = started();
        register(order, tenLicences().from(calendar.today().plusDays(10)));
        process.run(order, "gateway_bothThere");
        sendAgreement(order);
        upload(order);
        acceptAgreement(order);
        approve(order);
        createAccount(order);

        process.hasEndedBy(order, "endEvent_orderCompleted");
        process.hasNotPassed(order, "callActivity_firstInvoice");
        assertThat(view(order).status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(invoicesOf(order)).isZero();
    }

    @Test
    void withoutAnAgreementTheFormAloneMovesTheOrderOn() {
        var key = "OR-TEST-" + customer.id();
        workflow.start(
                "order.started",
                key,
                Workflow.Answers.none()
                        .with(Variable.flag("agreementRequired"), false)
                        .with(Variable.moment("formReminderAt"), calendar.now().plusSeconds(60))
                        .with(Variable.moment("formDeadline"), calendar.now().plusSeconds(120)));

        assertThat(process.waitsAt(key)).contains("receiveTask_receiveOrderForm");
        process.hasNotPassed(key, "callActivity_signedAgreement");
        process.run(key, "gateway_bothThere");
        workflow.correlate("order.registered", key);
        assertThat(process.hasJob(key, "gateway_bothThere")).isTrue();
        engine.getRuntimeService()
                .deleteProcessInstance(
                        engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(key)
                                .singleResult()
                                .getId(),
                        "there is no such order");
    }

    @Test
    void rejectedByTheOrderDeskTakesTheAgreementBackAndTellsTheReason() {
        var order = toBeChecked();

        process.complete(
                order,
                "userTask_checkOrder",
                Map.of("orderDecision", "reject", "rejectionReason", "The customer is in arrears with us."));

        process.hasEndedBy(order, "serviceTask_voidAgreement", "endEvent_orderRejected");
        assertThat(view(order).status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.VOID);
        assertThat(letters(order, "order-rejected"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.plainText()).contains("The customer is in arrears with us."));
        assertThat(accountOf(order)).isEmpty();
    }

    @Test
    void anOrderFormThatDoesNotComeIsRemindedOfOnce() {
        var order = started();

        process.fire(order, "event_formReminder");

        process.hasPassed(order, "endEvent_orderFormReminded");
        assertThat(letters(order, "order-form-reminder")).hasSize(1);
        register(order);
        assertThat(view(order).status()).isEqualTo(OrderStatus.REGISTERED);
    }

    @Test
    void anOrderFormThatNeverComesLapsesTheOrderWhateverBecameOfTheAgreement() {
        var order = started();
        sendAgreement(order);
        upload(order);

        process.fire(order, "event_formDeadline");

        process.hasEndedBy(order, "serviceTask_voidUnusedAgreement", "endEvent_orderLapsedWithoutForm");
        assertThat(view(order).status()).isEqualTo(OrderStatus.LAPSED);
        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.VOID);
        assertLetters(order, "order-lapsed");
        assertThatThrownBy(() -> register(order)).isInstanceOf(Conflict.class);
    }

    @Test
    void anAgreementThatNeverComesLapsesTheOrderEvenWithItsForm() {
        var order = started();
        register(order);
        process.run(order, "gateway_bothThere");
        sendAgreement(order);

        process.fire(order, "event_agreementDeadline");

        process.hasEndedBy(order, "event_agreementLapsed", "endEvent_orderLapsedWithoutAgreement");
        assertThat(view(order).status()).isEqualTo(OrderStatus.LAPSED);
        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.LAPSED);
        assertThatThrownBy(() -> upload(order)).isInstanceOf(Conflict.class);
    }

    @Test
    void cancelledBeforeAnythingCameIn() {
        var order = started();

        cancel(order);

        process.hasEndedBy(order, "endEvent_orderCancelled");
        assertThat(view(order).status()).isEqualTo(OrderStatus.CANCELLED);
        assertLetters(order, "order-cancelled", "order-cancelled-customer");
    }

    @Test
    void cancelledWhileTheAgreementIsOutVoidsIt() {
        var order = started();
        sendAgreement(order);

        cancel(order);

        process.hasEndedBy(order, "serviceTask_voidOpenAgreement", "endEvent_orderCancelled");
        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.VOID);
        assertThatThrownBy(() -> upload(order))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("agreement-void"));
    }

    @Test
    void cancelledWhileTheOrderDeskLooksUndoesTheAgreement() {
        var order = toBeChecked();

        cancel(order);

        process.hasEndedBy(order, "serviceTask_voidAgreement", "endEvent_orderCancelled");
        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.VOID);
        assertThat(invoicesOf(order)).isZero();
    }

    @Test
    void cancelledBeforeTheAccountIsMadeMakesNone() {
        var order = toBeChecked();
        approve(order);

        cancel(order);

        process.hasEndedBy(order, "serviceTask_voidAgreement", "endEvent_orderCancelled");
        process.hasNotPassed(order, "serviceTask_createCustomerAccount", "serviceTask_activateSubscription");
        assertThat(accountOf(order)).isEmpty();
    }

    @Test
    void cancelledAfterProvisioningEndsTheSubscriptionSuspendsTheAccountAndVoidsTheAgreement() {
        var order = toBeChecked();
        approve(order);
        createAccount(order);

        management.cancel(reseller.id(), order, "The customer has changed its mind");
        process.run(order, "event_cancelledOrderUndone");
        process.run(order, "serviceTask_suspendOpenAccount");

        process.hasEndedBy(
                order,
                "serviceTask_endSubscription",
                "serviceTask_suspendAccount",
                "serviceTask_voidAgreement",
                "endEvent_orderCancelled");
        assertThat(accountOf(order)).isEqualTo("CUSTOMER SUSPENDED");
        assertThat(agreement(order).status()).isEqualTo(AgreementStatus.VOID);
        assertThat(subscriptions.ofOrder(order).orElseThrow().active()).isFalse();
        assertThat(invoicesOf(order)).isZero();
        assertThat(view(order).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void anInvoicedOrderCannotBeCancelledAnyMore() {
        var order = toBeChecked();
        approve(order);
        createAccount(order);
        process.run(subscriptions.ofOrder(order).orElseThrow().number(), "serviceTask_issueInvoice");

        assertThatThrownBy(() -> cancel(order))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("order-invoiced"));
        assertThat(view(order).status()).isEqualTo(OrderStatus.ACTIVE);
    }

    @Test
    void aSecondClickOnCancelIsToldSo() {
        var order = started();
        cancel(order);

        assertThatThrownBy(() -> cancel(order))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("order-not-open"));
    }

    @Test
    void aTrialBecomesTheCustomersAccountWithNothingLost() {
        var trial = trialInUse();
        var order = toBeChecked();
        assertThat(view(order).trialNumber()).isEqualTo(trial);
        approve(order);
        process.run(order, "serviceTask_convertTrialAccount");
        process.run(order, "serviceTask_markReseller");
        invoice(order);

        process.hasEndedBy(order, "endEvent_orderCompleted");
        process.hasEndedBy(trial, "endEvent_trialConverted");
        assertThat(trials.get(reseller.id(), trial).status()).isEqualTo(TrialStatus.CONVERTED);
        assertThat(accountOf(trial)).isEqualTo("CUSTOMER ACTIVE");
        assertThat(accountOf(order)).isEmpty();
    }

    @Test
    void aTrialHasOneOrderAtATimeAndIsFreeAgainOnceThatOneIsCancelled() {
        var trial = trialInUse();
        var first = management.start(tenLicences().withTrial(trial).wanted(), OrderFields.API);

        assertThatThrownBy(() -> management.start(tenLicences().withTrial(trial).wanted(), OrderFields.API))
                .isInstanceOfSatisfying(
                        Conflict.class, refused -> assertThat(refused.code()).isEqualTo("trial-has-order"));
        cancel(first);

        var second = management.start(tenLicences().withTrial(trial).wanted(), OrderFields.API);
        assertThat(view(second).trialNumber()).isEqualTo(trial);
    }

    @Test
    void aRejectedOrderLeavesTheTrialForAnotherOne() {
        var trial = trialInUse();
        var order = toBeChecked();
        process.complete(
                order, "userTask_checkOrder", Map.of("orderDecision", "reject", "rejectionReason", "Wrong product."));

        assertThat(trials.get(reseller.id(), trial).orderNumber()).isNull();
        assertThat(view(started()).trialNumber()).isEqualTo(trial);
    }

    @Test
    void aTrialThatEndsMeanwhileDoesNotStopItsOrder() {
        var trial = trialInUse();
        var order = toBeChecked();
        process.fire(trial, "event_trialEnd");
        process.run(trial, "serviceTask_deactivateTrialAccount");
        approve(order);
        process.run(order, "serviceTask_convertTrialAccount");

        assertThat(trials.get(reseller.id(), trial).status()).isEqualTo(TrialStatus.CONVERTED);
        assertThat(accountOf(trial)).isEqualTo("CUSTOMER ACTIVE");
    }

    @Test
    void aCustomerHasOneOpenOrderAtATime() {
        var order = started();

        assertThatThrownBy(this::started).isInstanceOfSatisfying(Conflict.class, refused -> {
            assertThat(refused.code()).isEqualTo("order-open");
            assertThat(refused.args()).containsExactly(order);
        });
    }

    @Test
    void aCustomerWhosePrimaryResellerIsAnotherOneComesToAPersonWithThatCheckFailed() {
        var parties = new TestParties(organisations, resellers);
        var first = reseller;
        reseller = parties.reseller();
        resellers.link(reseller.id(), customer.id());
        var order = toBeChecked();

        assertThat(resellers.primaryOf(customer.id())).contains(first.id());
        assertThat(process.factsOf(order, "userTask_checkOrder").get("checks").toString())
                .contains("✗ Customer belongs to this reseller");
    }
}
