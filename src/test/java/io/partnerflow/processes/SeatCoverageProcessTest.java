package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestLetters;
import io.partnerflow.TestSeats;
import io.partnerflow.devices.Coverage;
import io.partnerflow.devices.DeviceCounts;
import io.partnerflow.devices.ReportedCount;
import io.partnerflow.devices.SeatCoverages;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.shared.VendorCalendar;
import io.partnerflow.subscriptions.Requester;
import io.partnerflow.subscriptions.SeatAdditions;
import io.partnerflow.subscriptions.Seats;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** AA-12. */
@PartnerflowTest
class SeatCoverageProcessTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    OrderManagement management;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    SeatAdditions additions;

    @Autowired
    DeviceCounts counts;

    @Autowired
    SeatCoverages coverages;

    @Autowired
    VendorCalendar calendar;

    @Autowired
    JdbcClient database;

    ProcessDriver process;
    TestSeats seats;
    Party reseller;
    Party customer;
    Instant countedAt;

    @BeforeEach
    void prepareCustomer() {
        process = new ProcessDriver(engine);
        seats = new TestSeats(organisations, resellers, management, engine);
        reseller = seats.reseller();
        customer = seats.customerOf(reseller);
        countedAt = calendar.now().minusSeconds(3600);
    }

    @Test
    void seatsAddedWithinTheGraceEndTheCaseQuietly() {
        order(5);
        count(7);
        var shortage = shortage();
        assertThat(process.waitsAt(shortage)).containsExactly("receiveTask_awaitSeats");

        order(2);

        process.hasEndedBy(shortage, "endEvent_coveredInTime");
        process.hasNotPassed(shortage, "serviceTask_limitAccount");
        assertThat(coverage().shortage()).isNull();
        assertThat(coverage().covered()).isTrue();
        assertThat(letters(shortage)).containsExactly("seats-missing");
        assertThat(plans()).containsExactly("FULL");
    }

    @Test
    void seatsAddedToARunningContractRestoreTheAccountAtOnce() {
        var order = seats.ordered(reseller, customer, calendar.today(), Map.of("air-monitor-seat", 5));
        count(7);
        var shortage = limited();
        var contract = subscriptions.ofOrder(order).orElseThrow().number();

        additions.add(
                reseller.id(),
                contract,
                List.of(new Seats("air-monitor-seat", 2)),
                "2025-2",
                new Requester(reseller.email(), reseller.email()));

        assertThat(coverage().covered()).isTrue();
        process.run(shortage, "serviceTask_restoreFullPlan");
        process.hasEndedBy(shortage, "endEvent_fullPlanRestored");
    }

    @Test
    void fewerDevicesWithinTheGraceEndTheCaseAsWell() {
        order(5);
        count(7);
        var shortage = shortage();

        count(5);

        process.hasEndedBy(shortage, "endEvent_coveredInTime");
    }

    @Test
    void theResellerIsToldWhatIsMissingAndUntilWhen() {
        order(5);

        count(7);

        var limitedFrom = calendar.today().plusDays(30);
        assertThat(coverage().shortage())
                .isEqualTo(new Coverage.Shortage(shortage(), calendar.today(), limitedFrom, false));
        assertThat(process.variable(shortage(), "graceEndsAt")).isEqualTo(startOf(limitedFrom));
        assertThat(process.variable(shortage(), "graceReminderAt"))
                .isEqualTo(Date.from(limitedFrom
                        .minusDays(7)
                        .atTime(8, 0)
                        .atZone(calendar.zone())
                        .toInstant()));
        assertThat(new TestLetters(database).latest(reseller.email(), "seats-missing"))
                .contains("Air monitor: 7 devices, 5 seats. 2 seats are missing.")
                .contains("/customers/" + customer.id());
    }

    @Test
    void aReminderSaysWhatIsMissingByThen() {
        order(5);
        count(7);
        var shortage = shortage();
        count(9);

        process.fire(shortage, "event_graceReminder");

        process.hasPassed(shortage, "endEvent_resellerReminded");
        assertThat(process.waitsAt(shortage)).containsExactly("receiveTask_awaitSeats");
        assertThat(new TestLetters(database).latest(reseller.email(), "seats-missing-reminder"))
                .contains("4 seats are missing");
        assertThat(letters(shortage)).containsExactly("seats-missing", "seats-missing-reminder");
    }

    @Test
    void afterTheGraceTheAccountIsLimitedUntilSeatsComeAndThenItIsRestoredAtOnce() {
        order(5);
        count(7);
        var shortage = limited();
        assertThat(plans()).containsExactly("LIMITED");
        assertThat(coverage().limited()).isTrue();
        assertThat(new TestLetters(database).about(shortage))
                .containsExactly("seats-missing", "account-limited", "account-limited-customer");

        order(2);
        process.run(shortage, "serviceTask_restoreFullPlan");

        process.hasEndedBy(shortage, "endEvent_fullPlanRestored");
        assertThat(plans()).containsExactly("FULL");
        assertThat(coverage().shortage()).isNull();
        assertThat(new TestLetters(database).to(customer.email()))
                .contains("account-limited-customer", "account-restored-customer");
    }

    @Test
    void seatsThatComeBetweenTheEndOfTheGraceAndTheLimitLeaveTheAccountAlone() {
        order(5);
        count(7);
        var shortage = shortage();
        process.fire(shortage, "event_graceEnd");
        order(2);

        process.run(shortage, "serviceTask_limitAccount");

        process.hasEndedBy(shortage, "endEvent_coveredAtTheLastMoment");
        assertThat(plans()).containsExactly("FULL");
        assertThat(letters(shortage)).containsExactly("seats-missing");
        assertThat(coverage().shortage()).isNull();
    }

    /** */
    @Test
    void aCustomerWithDevicesAndNoSeatsAtAllIsLimitedAsWell() {
        order(3);
        count(3);
        assertThat(coverage().shortage()).isNull();
        endSubscriptions();
        assertThat(coverage().shortage()).isNull();

        night();

        assertThat(coverage().seats()).isZero();
        limited();
        assertThat(plans()).containsExactly("LIMITED");
    }

    @Test
    void aCustomerWithoutAnAccountIsWarnedAndNothingIsLimited() {
        count(3);

        var shortage = limited();

        order(3);
        process.run(shortage, "serviceTask_restoreFullPlan");
        process.hasEndedBy(shortage, "endEvent_fullPlanRestored");
        assertThat(plans()).containsExactly("FULL");
    }

    @Test
    void whatIsCountedAgainChangesNothing() {
        order(5);
        count(7);
        var shortage = shortage();

        count(7);
        night();
        night();

        assertThat(shortage()).isEqualTo(shortage);
        assertThat(cases()).isEqualTo(1);
        assertThat(letters(shortage)).containsExactly("seats-missing");
    }

    @Test
    void ofManyCountsAtTheSameMomentOneOpensTheCase() throws Exception {
        order(5);
        var threads = Executors.newFixedThreadPool(8);
        try {
            var moment = countedAt;
            var told = threads.invokeAll(java.util.stream.IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(i -> () -> counts.report(
                                    reseller.id(),
                                    customer.id(),
                                    List.of(new ReportedCount("air-monitor", 7 + i % 2)),
                                    moment.plusSeconds(i),
                                    "the platform")
                            .size())
                    .toList());
            for (var one : told) {
                assertThat(one.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(cases()).isEqualTo(1);
        assertThat(coverage().devices()).isEqualTo(8);
        assertThat(letters(shortage())).containsExactly("seats-missing");
    }

    @Test
    void theNightNoticesWhatTheCalendarAloneHasChanged() {
        order(5);
        count(5);
        database.sql("UPDATE subscription SET ends_on = ? WHERE customer_id = ?")
                .params(calendar.today(), customer.id())
                .update();

        night();

        assertThat(coverage().shortage()).isNotNull();
        database.sql("UPDATE subscription SET ends_on = NULL WHERE customer_id = ?")
                .param(customer.id())
                .update();
        var shortage = shortage();
        night();
        process.hasEndedBy(shortage, "endEvent_coveredInTime");
    }

    @Test
    void aSecondShortageIsASecondCase() {
        order(5);
        count(7);
        var first = shortage();
        count(5);
        count(6);

        assertThat(shortage()).isNotEqualTo(first);
        assertThat(cases()).isEqualTo(2);
    }

    private void order(int airMonitors) {
        seats.ordered(reseller, customer, calendar.today(), Map.of("air-monitor-seat", airMonitors));
    }

    private void count(int airMonitors) {
        countedAt = countedAt.plusSeconds(60);
        counts.report(
                reseller.id(),
                customer.id(),
                List.of(new ReportedCount("air-monitor", airMonitors)),
                countedAt,
                "the platform");
    }

    private String limited() {
        var shortage = shortage();
        process.fire(shortage, "event_graceEnd");
        process.run(shortage, "serviceTask_limitAccount");
        assertThat(process.waitsAt(shortage)).containsExactly("receiveTask_awaitCoverage");
        return shortage;
    }

    /** The run of the night, from its timer to its end. */
    private void night() {
        var timer = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey("coverage-run")
                .activityId("startEvent_coverageTime")
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
        for (var job = runs(); job != null; job = runs()) {
            engine.getManagementService().executeJob(job);
        }
    }

    private String runs() {
        return engine
                .getManagementService()
                .createJobQuery()
                .processDefinitionKey("coverage-run")
                .activityId("serviceTask_lookAtCoverage")
                .list()
                .stream()
                .map(job -> job.getId())
                .findFirst()
                .orElse(null);
    }

    private void endSubscriptions() {
        database.sql("""
                        UPDATE subscription SET status = 'ENDED', ended_at = activated_at, next_invoice_on = NULL
                        WHERE customer_id = ?""").param(customer.id()).update();
    }

    private Coverage coverage() {
        return coverages.of(customer.id());
    }

    private String shortage() {
        return coverage().shortage().number();
    }

    private long cases() {
        return database.sql("SELECT count(*) FROM coverage_case WHERE customer_id = ?")
                .param(customer.id())
                .query(Long.class)
                .single();
    }

    private List<String> letters(String number) {
        return new TestLetters(database).about(number);
    }

    private List<String> plans() {
        return database.sql("SELECT plan FROM service_account WHERE customer = ? ORDER BY reference")
                .param(customer.id())
                .query(String.class)
                .list();
    }

    private Date startOf(LocalDate day) {
        return Date.from(calendar.startOfDay(day));
    }
}
