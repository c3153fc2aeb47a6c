package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.ApiClient;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.debits.Debit;
import io.partnerflow.mail.OutboxLetter;
import io.partnerflow.payments.Receivable;
import io.partnerflow.pricing.DebitDates;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.shared.Money;
import io.partnerflow.subscriptions.Requester;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** C-20, WA-5, WA-11: what is announced when, and what goes into which file. */
@OverTheYears
class DebitRunProcessTest extends DebitTests {

    @LocalServerPort
    int port;

    @Autowired
    Users users;

    @Test
    void everyDebitOfThreeYearsIsAnnouncedWithTheFirstInvoice() {
        rents(LocalDate.of(2031, 1, 31), 36);

        assertThat(debits()).hasSize(36).allSatisfy(debit -> {
            assertThat(debit.amount()).isEqualTo(RATE);
            assertThat(debit.announcedOn()).isEqualTo(LocalDate.of(2031, 1, 31));
            assertThat(DebitDates.isTargetDay(debit.collectionDay())).isTrue();
        });
        assertThat(IntStream.rangeClosed(2, 36).boxed())
                .allSatisfy(month -> assertThat(debit(month).collectionDay())
                        .isEqualTo(DebitDates.of(LocalDate.of(2031, 1, 31).plusMonths(month - 1L), 14)
                                .collectionDate()));
        assertThat(debit(1).collectionDay()).isEqualTo(LocalDate.of(2031, 2, 14)); // two weeks after it was announced
        assertThat(debit(2).collectionDay()).isEqualTo(LocalDate.of(2031, 2, 28));
        assertThat(debit(3).collectionDay()).isEqualTo(LocalDate.of(2031, 3, 31));
        assertThat(debit(5).collectionDay()).isEqualTo(LocalDate.of(2031, 6, 2)); // a Saturday
        assertThat(letters(rental.subscription())).anySatisfy(letter -> {
            assertThat(letter.to()).isEqualTo(customer.email());
            assertThat(letter.subject()).isEqualTo("What we collect for contract " + rental.subscription());
        });
    }

    @Test
    void holidaysOfTheBanksAreLeftOut() {
        rents(LocalDate.of(2031, 10, 25), 12);
        assertThat(debit(3).collectionDay()).isEqualTo(LocalDate.of(2031, 12, 29)); // Christmas, then a weekend
        rents(LocalDate.of(2032, 1, 26), 12);
        assertThat(debit(3).collectionDay()).isEqualTo(LocalDate.of(2032, 3, 30)); // Good Friday to Easter Monday
        rents(LocalDate.of(2033, 2, 1), 12);
        assertThat(debit(4).collectionDay()).isEqualTo(LocalDate.of(2033, 5, 2)); // 1 May is a Sunday
    }

    @Test
    void whatIsDueGoesIntoOneFileTwoBankingDaysBefore() {
        rents(LocalDate.of(2031, 3, 10), 12);
        collectNext(1);

        time.until(LocalDate.of(2031, 4, 8));
        assertThat(debit(2).status()).isEqualTo(Debit.Status.IN_FILE);
        assertThat(debit(2).invoice()).isNull();
        assertThat(collections.get(collection()).collectionDay()).isEqualTo(LocalDate.of(2031, 4, 10));
        time.until(LocalDate.of(2031, 4, 10));
        assertThat(debit(2).invoice()).isEqualTo(invoices().get(1));
        release(collection());
        confirm(collection());
        assertThat(open(invoices().get(1)).isZero()).isTrue();
    }

    @Test
    void moneyThatComesBeforeItsInvoiceIsBookedWithTheInvoice() {
        rents(LocalDate.of(2031, 3, 10), 12);
        collectNext(1);
        time.until(LocalDate.of(2031, 4, 8));
        release(collection());
        confirm(collection());
        assertThat(debit(2).status()).isEqualTo(Debit.Status.COLLECTED);
        assertThat(invoices()).hasSize(1);

        time.until(LocalDate.of(2031, 4, 10));

        assertThat(open(invoices().get(1)).isZero()).isTrue();
    }

    @Test
    void whatAnExtensionAddsIsAnnouncedAtOnceAndCollectedOnItsDays() {
        rents(LocalDate.of(2031, 3, 10), 12);
        collectNext(1);
        IntStream.rangeClosed(2, 12).forEach(this::collectNext);
        assertThat(time.today()).isAfter(LocalDate.of(2032, 2, 9));
        var announced = debits();

        extensions.extend(
                reseller.id(), rental.subscription(), null, new Requester("anna@example.org", "anna@example.org"));
        time.aMoment();

        assertThat(debits()).hasSize(15).startsWith(announced.toArray(Debit[]::new));
        assertThat(debits().subList(12, 15)).allSatisfy(debit -> {
            assertThat(debit.amount()).isEqualTo(RATE);
            assertThat(debit.announcedOn()).isEqualTo(time.today());
        });
        assertThat(debits().subList(12, 15))
                .extracting(Debit::collectionDay)
                .containsExactly(
                        LocalDate.of(2032, 3, 10), // two weeks and more after it was announced
                        LocalDate.of(2032, 4, 12), // the 10th is a Saturday
                        LocalDate.of(2032, 5, 10));
        assertThat(letters(rental.subscription()))
                .extracting(OutboxLetter::subject)
                .contains("What we collect for contract " + rental.subscription() + " has changed");

        IntStream.rangeClosed(13, 15).forEach(this::collectNext);
        assertThat(debits())
                .hasSize(15)
                .allSatisfy(debit -> assertThat(debit.status()).isEqualTo(Debit.Status.COLLECTED));
        assertThat(invoices())
                .hasSize(15)
                .allSatisfy(invoice -> assertThat(open(invoice).isZero()).isTrue());
        assertThat(Money.sum(
                        RATE.currency(), debits().stream().map(Debit::amount).toList()))
                .isEqualTo(Money.of("1874.85", "EUR"));
    }

    @Test
    void whatIsBeingCollectedIsNotOverdue() {
        rents(LocalDate.of(2031, 3, 10), 12);
        time.until(LocalDate.of(2031, 3, 17)); // due on the 10th, collected on the 24th

        var owed = receivables.of(invoices().get(0)).orElseThrow();

        assertThat(owed.collectionDay()).isEqualTo(LocalDate.of(2031, 3, 24));
        assertThat(owed.status(time.today())).isEqualTo(Receivable.Status.OPEN);
        assertThat(receivables.overdueOf(customer.id())).isEmpty();
        var billing = ApiClient.of(port, users, customer, Role.BILLING);
        var answer = billing.get("/api/v1/invoices/" + invoices().get(0)).body();
        assertThat(answer.path("status").asText()).isEqualTo("OPEN");
        assertThat(answer.path("collectedOn").asText()).isEqualTo("2031-03-24");
        assertThat(billing.get("/api/v1/invoices?status=overdue").body().path("items"))
                .isEmpty();
        assertThat(billing.page("/invoices").body())
                .contains("Collected on 24 March 2031")
                .doesNotContain(">Overdue</span>");
        assertThat(billing.page("/invoices/" + invoices().get(0)).body()).contains("Collected on 24 March 2031");

        collectNext(1);
        assertThat(receivables.of(invoices().get(0)).orElseThrow().collectionDay())
                .isNull();
    }

    @Test
    void twiceIsOnce() {
        rents(LocalDate.of(2031, 3, 10), 12);
        time.until(debit(1).collectionDay());
        var collection = collection();

        var run = new NightlyRun(engine).of("debit-run");
        new NightlyRun(engine).of("debit-run");

        assertThat(collection()).isEqualTo(collection);
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(run)
                        .activityId("endEvent_collectionsPrepared")
                        .count())
                .isOne();
        assertThat(database.sql("SELECT count(*) FROM debit_presentation WHERE debit = ?")
                        .param(debit(1).id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsPaidAlreadyIsLeftOut() {
        rents(LocalDate.of(2031, 3, 10), 12);
        receivables.settle(invoices().get(0), RATE, "TEST/" + rental.order());

        time.until(debit(1).collectionDay());

        assertThat(debit(1).status()).isEqualTo(Debit.Status.CANCELLED);
        assertThat(debit(1).reason()).isEqualTo("settled");
    }

    @Test
    void whatAContractThatHasEndedWouldHaveBroughtIsLeftOut() {
        rents(LocalDate.of(2031, 3, 10), 12);
        collectNext(1);
        database.sql("UPDATE subscription SET ends_on = '2031-04-10' WHERE number = ?")
                .param(rental.subscription())
                .update();

        time.until(LocalDate.of(2031, 4, 9));

        assertThat(debit(2).reason()).isEqualTo("contract-ended");
    }

    @Test
    void anotherAmountIsAnnouncedAgainAndKeepsItsTwoWeeks() {
        rents(LocalDate.of(2031, 3, 10), 12);
        collectNext(1);
        database.sql(
                        "UPDATE debit SET amount = 100, collection_day = '2031-06-02' WHERE source LIKE ? AND due_date = '2031-04-10'")
                .param(rental.subscription() + "/%")
                .update();

        time.until(LocalDate.of(2031, 4, 10));

        assertThat(debit(2).amount()).isEqualTo(RATE);
        assertThat(debit(2).collectionDay()).isEqualTo(LocalDate.of(2031, 4, 24));
        assertThat(debit(3).collectionDay()).isEqualTo(LocalDate.of(2031, 5, 12));
    }

    @Test
    void withoutAMandateNothingIsCollected() {
        time.begin(LocalDate.of(2031, 3, 9));
        contract(LocalDate.of(2031, 3, 10), 12);
        mandates.revoke(rental.order(), "the customer pays by transfer");
        time.until(LocalDate.of(2031, 3, 10));

        assertThat(invoices()).hasSize(1);
        assertThat(debits()).isEmpty();
        assertThat(Money.sum(
                                RATE.currency(),
                                debits().stream().map(Debit::amount).toList())
                        .isZero())
                .isTrue();
    }
}
