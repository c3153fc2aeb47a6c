package io.partnerflow.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.bankfiles.TestBank;
import io.partnerflow.debits.Debit;
import io.partnerflow.debits.DebitCollection;
import io.partnerflow.debits.DebitFiles;
import io.partnerflow.debits.ReturnReason;
import io.partnerflow.dunning.Dunnings;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.mandates.Creditor;
import io.partnerflow.mandates.MandateView;
import io.partnerflow.payments.BankStatements;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Money;
import io.partnerflow.shared.NotFound;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** W-20, WA-11: collected, paid, given back, presented again, dunned. */
@OverTheYears
class DebitCollectionProcessTest extends DebitTests {

    private static final LocalDate BEGINS = LocalDate.of(2031, 3, 10);

    @Autowired
    BankStatements statements;

    @Autowired
    Creditor creditor;

    @Autowired
    Dunnings dunnings;

    @Test
    void releasedAndCreditedItsInvoicesArePaid() {
        rents(BEGINS, 12);
        time.until(debit(1).collectionDay());
        var collection = collection();
        assertThat(process.factsOf(collection, "userTask_releaseDebitFile"))
                .extractingByKey("list")
                .asString()
                .contains(customer.name(), "124.99", invoices().get(0), "DE89\u00a0••••\u00a03000")
                .doesNotContain("0532");
        assertThatThrownBy(() -> collections.file(collection)).isInstanceOf(NotFound.class);

        release(collection);
        DebitFiles.assertValid(collections.file(collection));
        assertThat(new String(collections.file(collection), UTF_8)).contains("<IBAN>" + IBAN + "</IBAN>", ">124.99<");
        assertThat(process.factsOf(collection, "userTask_confirmCollection"))
                .containsEntry("fileUrl", "/staff/debits/" + collection + ".xml");
        assertThat(open(invoices().get(0))).isEqualTo(RATE);
        confirm(collection);

        process.hasEndedBy(collection, "serviceTask_bookDebits", "endEvent_debitsCollected");
        assertThat(collections.get(collection).status()).isEqualTo(DebitCollection.Status.COLLECTED);
        assertThat(debit(1).status()).isEqualTo(Debit.Status.COLLECTED);
        assertThat(open(invoices().get(0)).isZero()).isTrue();
    }

    @Test
    void theFirstDebitIsFirstAndThoseAfterItAreRecurrent() {
        rents(BEGINS, 12);

        collectNext(1);
        assertThat(presentation().firstUse()).isTrue();
        assertThat(mandates.of(rental.order()).orElseThrow().sequence()).isEqualTo(MandateView.Sequence.RCUR);
        collectNext(2);
        assertThat(presentation().firstUse()).isFalse();
        assertThat(DebitFiles.read(collections.file(collection())))
                .filteredOn(one -> rental.order().equals(presentation().order())
                        && presentation().mandate().equals(one.get("mandateid")))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("sequencetype", "RCUR"));
    }

    @Test
    void postponedItsDebitsWaitForTheDayTheDeskHasNamed() {
        rents(BEGINS, 12);
        time.until(debit(1).collectionDay().minusDays(1));
        var collection = collection();

        process.complete(
                collection,
                "userTask_releaseDebitFile",
                Map.of(
                        "releaseDecision",
                        "postpone",
                        "collectFrom",
                        LocalDate.of(2031, 3, 29).toString(),
                        "releaseNote",
                        "the customer has asked for it"));

        process.hasEndedBy(collection, "serviceTask_giveDebitsBack", "endEvent_debitsGivenBack");
        assertThat(collections.get(collection).status()).isEqualTo(DebitCollection.Status.POSTPONED);
        assertThat(debit(1).status()).isEqualTo(Debit.Status.ANNOUNCED);
        assertThat(debit(1).collectionDay()).isEqualTo(LocalDate.of(2031, 3, 31)); // the 29th is a Saturday
        time.until(LocalDate.of(2031, 3, 31));
        assertThat(collection()).isNotEqualTo(collection);
    }

    @Test
    void refusedByTheBankItsDebitsGoIntoTheNextFileAsFirstAgain() {
        rents(BEGINS, 12);
        time.until(debit(1).collectionDay());
        var collection = collection();
        release(collection);

        process.complete(
                collection,
                "userTask_confirmCollection",
                Map.of("confirmation", "refused", "confirmationNote", "creditor id unknown"));

        process.hasEndedBy(collection, "endEvent_debitsGivenBack");
        assertThat(collections.get(collection).status()).isEqualTo(DebitCollection.Status.REFUSED);
        assertThat(open(invoices().get(0))).isEqualTo(RATE);
        time.until(time.today().plusDays(4));
        assertThat(collection()).isNotEqualTo(collection);
        assertThat(presentation().firstUse()).isTrue();
    }

    @Test
    void theBankStatementConfirmsWithoutAnybody() {
        rents(BEGINS, 12);
        time.until(debit(1).collectionDay());
        var collection = collection();
        release(collection);

        statement(TestBank.newer()
                .about(creditor.iban())
                .credited(
                        time.today(),
                        collections.get(collection).controlSum().amount().toPlainString(),
                        collection + "-FRST"));

        process.run(collection, "event_creditedByBank");
        process.hasEndedBy(collection, "event_creditedByBank", "endEvent_debitsCollected");
        assertThat(open(invoices().get(0)).isZero()).isTrue();
    }

    @Test
    void givenBackForLackOfMoneyItIsTriedAgainAndThenDunned() {
        rents(BEGINS, 12);
        collectNext(1);
        var invoice = invoices().get(0);
        var first = presentation().endToEnd();

        giveBack(first, "AM04");

        assertThat(open(invoice)).isEqualTo(RATE);
        assertThat(debit(1).status()).isEqualTo(Debit.Status.RETRYING);
        assertThat(debit(1).collectionDay()).isEqualTo(LocalDate.of(2031, 3, 31)); // a week after Monday, the 24th
        assertThat(letters(invoice))
                .extracting(OutboxLetter::subject)
                .contains(
                        "Our direct debit for " + invoice + " came back",
                        "A direct debit of %s came back: %s".formatted(customer.name(), invoice));
        new NightlyRun(engine).of("dunning-run");
        assertThat(dunnings.runningOf(customer.id())).isEmpty();

        collectNext(1);
        assertThat(open(invoice).isZero()).isTrue();
        assertThat(presentation().firstUse()).isFalse();
        giveBack(presentation().endToEnd(), "AM04");

        assertThat(debit(1).status()).isEqualTo(Debit.Status.RETURNED);
        assertThat(open(invoice)).isEqualTo(RATE);
        new NightlyRun(engine).of("dunning-run");
        assertThat(dunnings.runningOf(customer.id()))
                .singleElement()
                .satisfies(dunning -> assertThat(dunning.invoice()).isEqualTo(invoice));
        var dunning = dunnings.runningOf(customer.id()).get(0).number();
        process.run(dunning, "serviceTask_remindOfPayment");
        assertThat(letters(dunning))
                .anySatisfy(letter -> assertThat(letter.plainText()).contains(creditor.iban()));
    }

    @Test
    void aClosedAccountEndsTheMandateAndNothingMoreIsCollected() {
        rents(BEGINS, 12);
        collectNext(1);

        returned.returned(presentation().endToEnd(), ReturnReason.AC04, time.today());
        returned.returned(presentation().endToEnd(), ReturnReason.AC04, time.today());

        assertThat(debit(1).status()).isEqualTo(Debit.Status.RETURNED);
        assertThat(debit(1).returns()).isEqualTo(1);
        assertThat(mandates.of(rental.order()).orElseThrow().status()).isEqualTo(MandateView.Status.REVOKED);
        time.until(debit(2).collectionDay());
        assertThat(debit(2).status()).isEqualTo(Debit.Status.CANCELLED);
        assertThat(debit(2).reason()).isEqualTo("mandate-revoked");
    }

    @Test
    void whatWasNeverWithTheBankCannotComeBack() {
        rents(BEGINS, 12);
        time.until(debit(1).collectionDay());

        assertThatThrownBy(() -> returned.returned(presentation().endToEnd(), ReturnReason.AM04, time.today()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> returned.returned("DD-2000-000001-00001", ReturnReason.AM04, time.today()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void paidOtherwiseMeanwhileTheMoneyIsKeptForThePayer() {
        rents(BEGINS, 12);
        time.until(debit(1).collectionDay());
        var collection = collection();
        release(collection);
        receivables.settle(invoices().get(0), Money.of("100.00", "EUR"), "TEST-" + UUID.randomUUID());

        confirm(collection);

        assertThat(open(invoices().get(0)).isZero()).isTrue();
        assertThat(database.sql("SELECT sum(amount) FROM payer_credit WHERE organisation_id = ?")
                        .param(customer.id())
                        .query(java.math.BigDecimal.class)
                        .single())
                .isEqualByComparingTo("100.00");
    }

    private void giveBack(String endToEnd, String reason) {
        statement(TestBank.newer()
                .about(creditor.iban())
                .debitReturned(time.today(), RATE.amount().toPlainString(), endToEnd, reason));
    }

    private void statement(TestBank bank) {
        var sha = UUID.randomUUID().toString().replace("-", "").repeat(2);
        var taken = statements.take(new ByteArrayInputStream(bank.file()), sha, "statement.xml", "bengt");
        statements.confirm(taken.number(), "bengt");
        while (process.hasJob(taken.number(), "serviceTask_bookNextEntries")) {
            process.run(taken.number(), "serviceTask_bookNextEntries");
        }
    }
}
