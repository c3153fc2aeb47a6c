package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.TestInvoices;
import io.partnerflow.numbering.NumberSeries;
import io.partnerflow.scenarios.Deals;
import io.partnerflow.scenarios.OverTheYears;
import io.partnerflow.scenarios.TimeMachine;
import io.partnerflow.subscriptions.Subscriptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OverTheYears
class ReconciliationProcessTest {

    private static final LocalDate BEGINS = LocalDate.of(2025, 3, 10);
    private static final String TASK = "userTask_clarifyDifference";

    @Autowired
    Deals deals;

    @Autowired
    TimeMachine time;

    @Autowired
    ProcessDriver process;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    NumberSeries numbers;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    String contract;

    @BeforeEach
    void completeAnOrder() {
        time.begin(BEGINS);
        contract = deals.subscription(BEGINS);
    }

    @Test
    void whereEverythingIsInvoicedNobodyIsAsked() {
        time.until(BEGINS.plusYears(1).plusDays(2));
        night();
        assertThat(cases()).isEmpty();
    }

    @Test
    void aPeriodWithoutInvoiceIsAnIncidentAndATaskUntilItIsThere() {
        var difference = missed();
        assertThat(process.factsOf(difference, TASK))
                .containsEntry("contract", contract)
                .extractingByKey("difference")
                .asString()
                .contains(contract, "10 March 2026");
        assertThat(incidents(difference)).isOne();
        night();
        assertThat(cases()).hasSize(1);

        answer(difference, "fixed", "");
        process.taskAt(difference, TASK); // it is not
        invoiceWhatWasMissed();
        answer(difference, "fixed", "");

        process.hasEndedBy(difference, "serviceTask_checkAgain", "endEvent_differenceGone");
        assertThat(incidents(difference)).isZero();
        assertThat(status(difference)).isEqualTo("CLOSED");
    }

    @Test
    void aDifferenceThatIsGoneInTheNextNightEndsItsCase() {
        var difference = missed();
        invoiceWhatWasMissed();
        night();

        process.hasEndedBy(difference, "startEvent_differenceVanished", "endEvent_differenceClosed");
        assertThat(incidents(difference)).isZero();
        assertThat(status(difference)).isEqualTo("CLOSED");
    }

    @Test
    void whatWasExplainedIsNotAskedAgain() {
        var difference = missed();
        answer(difference, "explained", "paid to the old vendor");
        process.hasEndedBy(difference, "serviceTask_explainDifference", "endEvent_differenceExplained");

        night();
        assertThat(cases()).containsExactly("MISSING");
        assertThat(status(difference)).isEqualTo("EXPLAINED");
    }

    @Test
    void aPeriodTwiceAPeriodTooLateAndSumsThatDoNotFitAreFound() {
        var other = new TestInvoices(database, numbers, transaction)
                .invoice(subscriptions.get(contract).reseller(), "100.00", "SEK", BEGINS.plusDays(30));
        database.sql("""
                        INSERT INTO invoice_line (invoice, position, kind, subscription, period_from, period_to, description,
                            formula, quantity, unit_net, net, vat_category, vat_rate, again)
                        SELECT ?, position, kind, subscription, period_from, period_to, description, formula, quantity, unit_net,
                            net, vat_category, vat_rate, 7 FROM invoice_line WHERE subscription = ?""").params(other, contract).update();
        database.sql("UPDATE subscription SET ends_on = ? WHERE number = ?")
                .params(BEGINS, contract)
                .update();
        time.until(BEGINS.plusDays(3));
        night();

        assertThat(cases()).contains("DOUBLE", "AFTER_END");
        assertThat(database.sql("SELECT kind FROM reconciliation_case WHERE subject = ?")
                        .param(other)
                        .query(String.class)
                        .list())
                .containsExactly("SUMS");
    }

    /** Plants it: the contract says that the period has been handed to invoicing, and it has not. */
    private String missed() {
        var anniversary = BEGINS.plusYears(1);
        time.whileTheHouseStoodStill(anniversary.minusDays(1));
        database.sql("UPDATE subscription SET next_invoice_on = ?, invoiced_periods = 2 WHERE number = ?")
                .params(anniversary.plusYears(1), contract)
                .update();
        time.whileTheHouseStoodStill(anniversary);
        night();
        assertThat(cases()).isEmpty(); // what begins today may still be on its way
        time.whileTheHouseStoodStill(anniversary.plusDays(1));
        night();
        assertThat(cases()).containsExactly("MISSING");
        var difference = database.sql("SELECT number FROM reconciliation_case WHERE subject = ?")
                .param(contract)
                .query(String.class)
                .single();
        process.run(difference, "serviceTask_reportDifference");
        return difference;
    }

    private void invoiceWhatWasMissed() {
        database.sql("UPDATE subscription SET next_invoice_on = ?, invoiced_periods = 1 WHERE number = ?")
                .params(BEGINS.plusYears(1), contract)
                .update();
        new NightlyRun(engine).of("billing-run");
        time.aMoment();
    }

    private void night() {
        new NightlyRun(engine).of("reconciliation");
    }

    private void answer(String difference, String decision, String note) {
        process.complete(difference, TASK, Map.of("differenceDecision", decision, "differenceNote", note));
    }

    private List<String> cases() {
        return database.sql(
                        "SELECT kind FROM reconciliation_case WHERE subject = ? AND status <> 'CLOSED' ORDER BY kind")
                .param(contract)
                .query(String.class)
                .list();
    }

    private long incidents(String difference) {
        return engine.getRuntimeService().createIncidentQuery().incidentType("difference").list().stream()
                .filter(incident -> difference.equals(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(incident.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()))
                .count();
    }

    private String status(String difference) {
        return database.sql("SELECT status FROM reconciliation_case WHERE number = ?")
                .param(difference)
                .query(String.class)
                .single();
    }
}
