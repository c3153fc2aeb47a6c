package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.scenarios.Deals;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import io.partnerflow.subscriptions.Seats;
import io.partnerflow.subscriptions.SubscriptionChange.Status;
import io.partnerflow.subscriptions.SubscriptionState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OverTheYears
class SubscriptionChangeProcessTest extends SubscriptionTests {

    private static final LocalDate BEGINS = LocalDate.of(2026, 1, 15);
    private static final LocalDate RENEWS = BEGINS.plusYears(1);
    private static final LocalDate LAST_DAY_FOR_REDUCTION = LocalDate.of(2026, 10, 14);

    @BeforeEach
    void aContractOfAYear() {
        time.begin(BEGINS);
        twentySeats(BEGINS, 12);
    }

    @Test
    void addedSeatsAreThereAtOnceAndTheRestOfTheQuarterIsInvoiced() {
        goTo(LocalDate.of(2026, 3, 1));
        var change = add(SEAT, 5);

        process.hasEndedBy(
                change, "serviceTask_changeEntitlements", "callActivity_additionInvoice", "endEvent_seatsAdded");
        process.hasNotPassed(change, "userTask_decideChange");
        assertThat(seats()).isEqualTo(25);
        assertThat(entitled()).isEqualTo(25);
        assertThat(letters()).contains("seats-added");
        var invoice = invoices().get(1);
        assertThat(invoice.issueDate()).isEqualTo(LocalDate.of(2026, 3, 1));
        // 5 × 510.00 − 20 % = 2,040.00 a year, 510.00 a quarter; 45 of its 90 days
        assertThat(invoice.net()).isEqualTo(sek("255.00"));
        assertThat(invoice.lines()).singleElement().satisfies(line -> {
            assertThat(line.period().from()).isEqualTo(LocalDate.of(2026, 3, 1));
            assertThat(line.period().to()).isEqualTo(LocalDate.of(2026, 4, 15));
            assertThat(line.formula()).contains("45 of 90 days");
        });
    }

    @Test
    void laterQuartersCarryTheFullNewAmountOnTheirOldDates() {
        goTo(LocalDate.of(2026, 3, 1));
        add(SEAT, 5);
        add(OTHER_SEAT, 1); // 990.00 − 20 % = 792.00 a year
        goTo(LocalDate.of(2026, 4, 15));

        var quarter = invoices().get(3);
        assertThat(quarter.issueDate()).isEqualTo(LocalDate.of(2026, 4, 15));
        assertThat(quarter.lines()).hasSize(3);
        assertThat(quarter.net()).isEqualTo(sek("2748.00")); // 2,040.00 + 510.00 + 198.00
        assertThat(view().annualNet()).isEqualTo(sek("10992.00"));
    }

    @Test
    void seatsAddedOnTheFirstDayOfAPeriodAreInvoicedOnceForAllOfIt() {
        goTo(LocalDate.of(2026, 4, 15));
        add(SEAT, 5);
        goTo(LocalDate.of(2026, 7, 15));

        assertThat(invoices())
                .extracting(one -> one.net())
                .containsExactly(sek("2040.00"), sek("2040.00"), sek("510.00"), sek("2550.00"));
    }

    @Test
    void seatsAddedBeforeTheFirstDayComeWithTheFirstInvoice() {
        twentySeats(BEGINS.plusMonths(2), 12);
        assertThat(state()).isEqualTo(SubscriptionState.SCHEDULED);

        var change = add(SEAT, 5);
        process.hasNotPassed(change, "callActivity_additionInvoice");
        assertThat(invoices()).isEmpty();
        goTo(BEGINS.plusMonths(2));

        assertThat(invoices())
                .singleElement()
                .satisfies(first -> assertThat(first.net()).isEqualTo(sek("2550.00")));
    }

    @Test
    void whatIsAnnouncedForAddedSeatsIsInvoicedToTheCent() {
        goTo(LocalDate.of(2026, 3, 3));
        var said =
                additions.preview(reseller.id(), subscription, List.of(new Seats(SEAT, 7), new Seats(OTHER_SEAT, 3)));
        additions.add(
                reseller.id(),
                subscription,
                List.of(new Seats(SEAT, 7), new Seats(OTHER_SEAT, 3)),
                said.termsVersion(),
                maria());
        time.aMoment();

        assertThat(invoices().get(1).net()).isEqualTo(said.now());
    }

    @Test
    void addingIsRefusedWithoutTheTermsOfTodayAndForProductsOfOtherProgrammes() {
        assertThatThrownBy(() -> additions.add(
                        reseller.id(),
                        subscription,
                        List.of(new Seats("planning-licence", 1), new Seats(SEAT, 0)),
                        "2019-1",
                        maria()))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields())
                                .extracting(Invalid.Field::field)
                                .containsExactly("lines[0].product", "lines[1].quantity", "acceptedTerms"));
        assertThat(seats()).isEqualTo(20);
    }

    @Test
    void anotherResellersSubscriptionDoesNotExist() {
        var stranger = deals.resellerOf("seats", "20");
        assertThatThrownBy(() ->
                        additions.add(stranger.id(), subscription, List.of(new Seats(SEAT, 1)), "2025-2", maria()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> cancellations.preview(stranger.id(), subscription))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void anApprovedReductionIsScheduledAndSeatsStayUntilTheRenewal() {
        goTo(LAST_DAY_FOR_REDUCTION);
        var change = reduce(5);
        assertThat(statusOf(change)).isEqualTo(Status.REQUESTED);
        assertThat(process.factsOf(change, "userTask_decideChange"))
                .containsEntry("wish", "Let 5 × Space monitor seat leave")
                .containsEntry("effectiveOn", "15 January 2027")
                .containsEntry("deadlines", "14 October 2026");

        approve(change);

        process.hasEndedBy(change, "userTask_decideChange", "serviceTask_scheduleChange", "endEvent_changeScheduled");
        assertThat(state()).isEqualTo(SubscriptionState.REDUCTION_SCHEDULED);
        assertThat(seats()).isEqualTo(20);
        assertThat(letters()).contains("change-scheduled");
        goTo(RENEWS);
        assertThat(seats()).isEqualTo(15);
        assertThat(entitled()).isEqualTo(15);
        assertThat(statusOf(change)).isEqualTo(Status.DONE);
    }

    @Test
    void aRefusedRequestChangesNothingAndTheResellerReadsWhy() {
        var change = reduce(5);

        deals.does(
                Deals.CONTRACT_CLERK,
                "userTask_decideChange",
                change,
                Map.of("changeDecision", "refuse", "refusalReason", "The framework contract says 20"));

        process.hasEndedBy(change, "serviceTask_refuseChange", "endEvent_changeRefused");
        assertThat(statusOf(change)).isEqualTo(Status.REFUSED);
        assertThat(changes.get(change).decision().by()).isEqualTo("carla");
        assertThat(outbox.about(subscription))
                .anySatisfy(letter -> assertThat(letter.template()).isEqualTo("change-refused"));
        goTo(RENEWS);
        assertThat(seats()).isEqualTo(20);
    }

    @Test
    void aRequestCanBeTakenBackBeforeAndAfterItWasDecided() {
        var first = reduce(5);
        scheduled.withdraw(reseller.id(), subscription, first);
        process.hasEndedBy(first, "serviceTask_confirmChangeWithdrawal", "endEvent_changeWithdrawn");

        var second = cancel();
        approve(second);
        assertThat(state()).isEqualTo(SubscriptionState.NOTICE_GIVEN);
        assertThat(view().endsOn()).isEqualTo(RENEWS);
        scheduled.withdraw(reseller.id(), subscription, second);

        assertThat(state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThat(view().endsOn()).isNull();
        assertThat(letters()).filteredOn("change-withdrawn"::equals).hasSize(2);
        goTo(RENEWS);
        assertThat(state()).isEqualTo(SubscriptionState.ACTIVE);
        assertThatThrownBy(() -> scheduled.withdraw(reseller.id(), subscription, second))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void aRequestNobodyDecidesOnCountsAsApprovedTheDayBeforeItHasToHappen() {
        var change = cancel();
        goTo(RENEWS.minusDays(2));
        assertThat(statusOf(change)).isEqualTo(Status.REQUESTED);

        goTo(RENEWS);

        process.hasEndedBy(change, "event_decisionOverdue", "endEvent_changeScheduled");
        assertThat(state()).isEqualTo(SubscriptionState.ENDED);
    }

    @Test
    void theDayTheNoticeCameCountsNotTheDaySomebodyDecides() {
        goTo(LocalDate.of(2026, 10, 17)); // day 90
        var change = cancel();
        goTo(LocalDate.of(2026, 11, 2));
        approve(change);

        assertThat(view().endsOn()).isEqualTo(RENEWS);
    }

    @Test
    void seatsAddedAfterAScheduledReductionLeaveItAsItIs() {
        approve(reduce(5));
        goTo(LocalDate.of(2026, 5, 1));
        add(SEAT, 10);
        assertThat(seats()).isEqualTo(30);

        goTo(RENEWS);

        assertThat(view().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualTo(25));
        assertThat(view().annualNet()).isEqualTo(sek("10800.00")); // 25 × 540.00 − 20 %, the list of that day
    }

    @Test
    void aScheduledReductionCanBeMadeSmallerAndNotLarger() {
        var change = reduce(5);
        approve(change);

        scheduled.reduceLess(reseller.id(), subscription, change, List.of(new Seats(SEAT, 2)));
        assertThatThrownBy(() -> scheduled.reduceLess(reseller.id(), subscription, change, List.of(new Seats(SEAT, 3))))
                .isInstanceOf(Invalid.class);

        goTo(RENEWS);
        assertThat(seats()).isEqualTo(18);
    }

    @Test
    void moreSeatsThanThereAreCannotLeaveAlsoNotInTwoRequests() {
        approve(reduce(15));
        assertThatThrownBy(() -> reduce(6))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.fields()).singleElement().satisfies(field -> {
                            assertThat(field.code()).isEqualTo("seats-too-many");
                            assertThat(field.args()).containsExactly(5);
                        }));
    }

    @Test
    void lettingAllSeatsLeaveIsANotice() {
        goTo(LAST_DAY_FOR_REDUCTION);
        var change = reduce(20);
        approve(change);

        assertThat(state()).isEqualTo(SubscriptionState.NOTICE_GIVEN);
        assertThat(view().endsOn()).isEqualTo(RENEWS);
        assertThatThrownBy(this::cancel).isInstanceOf(Conflict.class);
    }

    @Test
    void sixteenAdditionsAtOnceAddUp() throws Exception {
        var pool = Executors.newFixedThreadPool(16);
        var calls = new ArrayList<Callable<String>>();
        for (var one = 0; one < 16; one++) {
            calls.add(() -> additions.add(reseller.id(), subscription, List.of(new Seats(SEAT, 1)), "2025-2", maria()));
        }
        var numbers = new ArrayList<String>();
        for (var answer : pool.invokeAll(calls)) {
            numbers.add(answer.get());
        }
        pool.shutdown();
        time.aMoment();

        assertThat(numbers).doesNotHaveDuplicates().hasSize(16);
        assertThat(seats()).isEqualTo(36);
        assertThat(entitled()).isEqualTo(36);
        assertThat(invoices()).hasSize(17);
    }
}
