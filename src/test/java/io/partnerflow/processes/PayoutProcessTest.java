package io.partnerflow.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.engine.DeskWork;
import io.partnerflow.parties.Party;
import io.partnerflow.payouts.PaymentFiles;
import io.partnerflow.payouts.PayoutRun;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.NotFound;
import io.partnerflow.web.StaffListener;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class PayoutProcessTest extends CommissionTests {

    @Autowired
    StaffListener door;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    DeskWork desks;

    @Test
    void releasedAndCarriedOutItIsPaid() {
        hasAnAccount();
        claims.owe(claim("A", reseller), reseller.id(), sek("6250.00"));
        claims.owe(claim("B", reseller), reseller.id(), sek("-250.00"));
        var run = payouts.prepare("SEK", "bengt");
        assertThatThrownBy(() -> payouts.file(run)).isInstanceOf(NotFound.class);

        process.complete(run, "userTask_releasePayoutRun", Map.of("payoutDecision", "release"));
        process.run(run, "serviceTask_writePaymentFile");
        assertThat(payouts.get(run).status()).isEqualTo(PayoutRun.Status.RELEASED);
        PaymentFiles.assertValid(payouts.file(run));
        assertThat(new String(payouts.file(run), UTF_8))
                .contains("<IBAN>SE4550000000058398257466</IBAN>", "<Nm>Testfoeretaget + Co</Nm>", ">6000.00<");
        assertThat(process.factsOf(run, "userTask_confirmExecution"))
                .containsEntry("fileUrl", "/payouts/" + run + ".xml");
        process.complete(run, "userTask_confirmExecution", Map.of("executionResult", "executed"));

        process.hasEndedBy(run, "serviceTask_recordExecution", "endEvent_payoutExecuted");
        assertThat(payouts.get(run).status()).isEqualTo(PayoutRun.Status.EXECUTED);
        assertThat(claims.of(claim("A", reseller)).orElseThrow().isPaid()).isTrue();
        assertThat(letters.latest(reseller.email(), "payout-executed")).contains("6,000.00", "7466", run);
    }

    @Test
    void nobodySendsMoneyAlone() {
        hasAnAccount();
        claims.owe(claim("4", reseller), reseller.id(), sek("44.00"));
        var run = payouts.prepare("SEK", "bengt");

        assertThatThrownBy(() -> does("bengt", run, "userTask_releasePayoutRun", Map.of("payoutDecision", "release")))
                .hasMessageContaining(run + " was prepared by you. Somebody else has to release it");
        assertThat(payouts.get(run).status()).isEqualTo(PayoutRun.Status.PREPARED);
        does("britta", run, "userTask_releasePayoutRun", Map.of("payoutDecision", "release"));
        process.run(run, "serviceTask_writePaymentFile");

        assertThatThrownBy(
                        () -> does("britta", run, "userTask_confirmExecution", Map.of("executionResult", "executed")))
                .hasMessageContaining(run + " was released by you");
        does("bengt", run, "userTask_confirmExecution", Map.of("executionResult", "executed"));
        assertThat(payouts.get(run).status()).isEqualTo(PayoutRun.Status.EXECUTED);
    }

    @Test
    void tasklistRefusesItAsWell() {
        hasAnAccount();
        claims.owe(claim("7", reseller), reseller.id(), sek("77.00"));
        var run = payouts.prepare("SEK", "bengt");
        new Staff(identity).hire("bengt", "billing");
        var tasklist = new StaffBrowser(door.port());
        tasklist.login("bengt", Staff.PASSWORD);
        var task = "/camunda/api/engine/engine/default/task/"
                + tasks.createTaskQuery()
                        .processInstanceBusinessKey(run)
                        .singleResult()
                        .getId();
        assertThat(tasklist.get(task).statusCode()).isEqualTo(200);

        var answer = tasklist.post(
                task + "/submit-form",
                "{\"variables\": {\"payoutDecision\": {\"value\": \"release\", \"type\": \"String\"}}}");

        assertThat(answer.statusCode()).isBetween(400, 599);
        assertThat(answer.body()).contains(run + " was prepared by you");
        assertThat(payouts.get(run).status()).isEqualTo(PayoutRun.Status.PREPARED);
        assertThat(tasklist.get(task).statusCode()).as("it still waits").isEqualTo(200);
    }

    @Test
    void nobodyReleasesWhatPaysToAnAccountTheyHaveEntered() {
        accounts.change(reseller.id(), "Testfoeretaget", "SE45 5000 0000 0583 9825 7466", "mallory");
        claims.owe(claim("5", reseller), reseller.id(), sek("55.00"));
        var run = payouts.prepare("SEK", "bengt");

        assertThatThrownBy(() -> does("mallory", run, "userTask_releasePayoutRun", Map.of("payoutDecision", "release")))
                .hasMessageContaining("to an account you have entered");
        does(
                "bengt",
                run,
                "userTask_releasePayoutRun",
                Map.of("payoutDecision", "hold", "payoutNote", "who holds needs nobody else"));
        assertThat(payouts.get(run).status()).isEqualTo(PayoutRun.Status.HELD);
    }

    @Test
    void whoeverEnteredTheAccountInThePortalDoesNotReleaseAlsoAfterItWasEnteredAnew() {
        new Staff(identity).hire("portia", "billing");
        var portia = identity.createUserQuery().userId("portia").singleResult();
        portia.setEmail("Portia@Reseller.example");
        identity.saveUser(portia);
        accounts.change(reseller.id(), "Testfoeretaget", "SE45 5000 0000 0583 9825 7466", "portia@reseller.example");
        claims.owe(claim("8", reseller), reseller.id(), sek("88.00"));
        var run = payouts.prepare("SEK", "bengt");
        var release = Map.<String, Object>of("payoutDecision", "release");

        assertThatThrownBy(() -> does("portia", run, "userTask_releasePayoutRun", release))
                .hasMessageContaining("to an account you have entered");
        accounts.change(reseller.id(), "Another Holder", "SE45 5000 0000 0583 9825 7466", "somebody@reseller.example");
        assertThatThrownBy(() -> does("portia", run, "userTask_releasePayoutRun", release))
                .hasMessageContaining("to an account you have entered");
        does("britta", run, "userTask_releasePayoutRun", release);
    }

    @Test
    void whoeverLeavesOutTheReleaseGetsNoFile() {
        hasAnAccount();
        claims.owe(claim("6", reseller), reseller.id(), sek("66.00"));
        var run = payouts.prepare("SEK", "bengt");
        process.jump(run, "userTask_releasePayoutRun", "serviceTask_writePaymentFile");

        assertThatThrownBy(() -> process.run(run, "serviceTask_writePaymentFile"))
                .hasMessageContaining("nobody but bengt has released");
        assertThatThrownBy(() -> payouts.file(run)).isInstanceOf(NotFound.class);
    }

    private void does(String person, String run, String task, Map<String, Object> answers) {
        new Staff(identity).hire(person, "billing");
        desks.complete(run, task, person, answers);
        process.run(run, task);
    }

    @Test
    void heldItsClaimsWaitForAnotherRun() {
        hasAnAccount();
        claims.owe(claim("H", reseller), reseller.id(), sek("1.00"));
        var run = payouts.prepare("SEK", "bengt");

        process.complete(
                run, "userTask_releasePayoutRun", Map.of("payoutDecision", "hold", "payoutNote", "ask Mona first"));

        process.hasEndedBy(run, "serviceTask_returnPayments", "endEvent_paymentsReturned");
        assertThat(payouts.get(run).status()).isEqualTo(PayoutRun.Status.HELD);
        assertThat(payouts.get(run).note()).isEqualTo("ask Mona first");
        assertThat(claims.of(claim("H", reseller)).orElseThrow().run()).isNull();
        assertThat(payouts.payments(payouts.prepare("SEK", "bengt")))
                .anyMatch(payment -> payment.documents().contains(claim("H", reseller)));
    }

    @Test
    void refusedByTheBankItIsNotPaid() {
        hasAnAccount();
        claims.owe(claim("R", reseller), reseller.id(), sek("1.00"));
        var run = payouts.prepare("SEK", "bengt");
        process.complete(run, "userTask_releasePayoutRun", Map.of("payoutDecision", "release"));
        process.run(run, "serviceTask_writePaymentFile");

        process.complete(
                run,
                "userTask_confirmExecution",
                Map.of("executionResult", "refused", "executionNote", "account closed"));

        assertThat(payouts.get(run).status()).isEqualTo(PayoutRun.Status.REFUSED);
        assertThat(claims.of(claim("R", reseller)).orElseThrow().run()).isNull();
        assertThat(letters.to(reseller.email())).doesNotContain("payout-executed");
    }

    @Test
    void whoHasEnteredNoAccountOrOwesUsIsNotPaid() {
        claims.owe(claim("N", reseller), reseller.id(), sek("500.00"));
        var debtor = parties.organisation();
        accounts.change(debtor.id(), "Debtor", "DE89 3704 0044 0532 0130 00", "boss@example.org");
        claims.owe(claim("D", debtor), debtor.id(), sek("-500.00"));

        try {
            var run = payouts.prepare("SEK", "bengt");
            assertThat(payouts.payments(run))
                    .noneMatch(payment -> payment.organisation().equals(reseller.id())
                            || payment.organisation().equals(debtor.id()));
        } catch (Conflict nothingElseToPay) {
            assertThat(nothingElseToPay.code()).isEqualTo("nothing-to-pay-out");
        }
    }

    private static String claim(String letter, Party party) {
        return "SB-%s-%s".formatted(letter, party.id().toString().substring(0, 18));
    }

    @Test
    void nothingIsInTwoRunsHoweverManyArePreparedAtOnce() {
        hasAnAccount();
        claims.owe(claim("X", reseller), reseller.id(), sek("77.00"));

        var runs = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    try {
                        payouts.prepare("SEK", "bengt");
                    } catch (Conflict nothingLeft) {
                        assertThat(nothingLeft.code()).isEqualTo("nothing-to-pay-out");
                    }
                }))
                .limit(8)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(runs).join();

        assertThat(database.sql("SELECT count(*) FROM payout_item WHERE document = ? AND NOT returned")
                        .param(claim("X", reseller))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }
}
